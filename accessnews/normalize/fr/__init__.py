"""French, with the numbers of Belgium and Switzerland where the language tag says so."""

import re
from collections.abc import Sequence
from functools import cache, partial

from accessnews.normalize import continental
from accessnews.normalize.continental import numbers, signs
from accessnews.normalize.continental.lists import endings, listed, month_names
from accessnews.normalize.continental.numbers import TO
from accessnews.normalize.fr import numerals
from accessnews.normalize.grammar import BLANK, Cardinal, Grammar, Match, Reading, Scan
from accessnews.normalize.numbers import to_other_end
from accessnews.normalize.roman import value
from accessnews.normalize.units import Unit
from accessnews.text.langtag import region

_HOUR = r"(?P<hour>[01]?[0-9]|2[0-4])"
_CLOCK = re.compile(
    rf"{_HOUR}(?:{BLANK}?(?:[hH]|heures?){BLANK}?(?P<minute>[0-5][0-9])(?:{BLANK}?(?:min|mn)(?!\w))?(?![0-9]|,[0-9])"
    rf"|:(?P<after>[0-5][0-9])(?![0-9]|[:,.][0-9])|{BLANK}?[hH](?![\w/]))"
)
_RANK = r"(?P<rank>ers?|ère?s?|ère|ières?|res?|nde?s?|des?|d|e|es|è|ème|èmes|eme|emes|ième|ièmes|ᵉʳ|ᵉ|ʳᵉ)(?![\w])"
_ORDINAL = re.compile(rf"(?P<figures>[0-9]{{1,4}}){_RANK}")
_ROMAN = re.compile(rf"(?P<figures>[IVX][IVXL]{{0,6}}){_RANK}")


def clock(scan: Scan, at: int, lead: str) -> Match | None:
    """``15h30``, ``15 h 30``, ``8h-12h``, ``20:15``."""
    return to_other_end(scan, _clock(scan, at), TO, _clock)


def _clock(scan: Scan, at: int) -> Match | None:
    match = _CLOCK.match(scan.text, at)
    if not match or scan.char(at - 1) in {":", "/"}:
        return None
    minute = match["minute"] or match["after"] or "00"
    words = f"{scan.grammar.cardinal(match['hour'], 'f')} heure{'' if int(match['hour']) < 2 else 's'}"
    words += "" if minute == "00" else f" {scan.grammar.cardinal(minute, 'f')}"
    return (Reading(at, match.end(), words),)


def ordinal(scan: Scan, at: int, lead: str) -> Match | None:
    """``1er``, ``2e``, ``3ème``, ``2nde``."""
    match = _ORDINAL.match(scan.text, at)
    if not match:
        return None
    words = _ranked(scan, match["figures"], match["rank"])
    return (Reading(at, match.end(), words),) if words else None


def _ranked(scan: Scan, figures: str, rank: str) -> str:
    feminine = rank.rstrip("s") in {"re", "ère", "ière", "ʳᵉ", "nde", "de", "èr"}
    plural = "s" if rank.endswith("s") else ""
    if rank[0] in "nd":
        return f"second{'e' if feminine else ''}{plural}" if figures == "2" else ""
    if figures != "1" and (feminine or rank.rstrip("s") in {"er", "ᵉʳ"}):
        return ""
    return numerals.ordinal(scan.grammar.cardinal(figures), "f" if feminine else "m") + plural


def roman(scan: Scan, at: int, lead: str) -> Match | None:
    """``XXe siècle``, ``François Ier``, ``Louis XIV``, ``chapitre IV``."""
    match = _ROMAN.match(lead)
    number = value(match["figures"]) if match else 0
    if match and number and match.end() == len(lead):
        words = _ranked(scan, str(number), match["rank"])
        return (Reading(at, at + len(lead), words),) if words else None
    number = value(lead)
    if not number or scan.char(at - 1) not in {" ", "\u00a0", "\u202f"}:
        return None
    previous = scan.before(at)
    alone = len(lead) > 1 or scan.char(at + 1) != "."
    if lead[0] not in "IVX":
        return None
    if previous.lower() in listed("fr", "counted") or (previous in listed("fr", "kings") and alone):
        return (Reading(at, at + len(lead), scan.grammar.cardinal(str(number))),)
    return None


_NEXT = re.compile(rf"{BLANK}(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)")


def gender(scan: Scan, start: int, end: int) -> str:
    """The gender of the noun that follows, as far as its ending tells; over an adjective before it."""
    single, at = scan.text[start:end] == "1", end
    if scan.before(start).lower() in listed("fr", "labels"):
        return ""
    for _ in range(2):
        match = _NEXT.match(scan.text, at)
        if not match or (not single and not match["word"].endswith(("s", "x", "z"))):
            return ""
        word = match["word"]
        if _is_feminine(word):
            return "f"
        if word not in listed("fr", "adjectives"):
            return "m"
        at = match.end()
    return ""


def _is_feminine(word: str) -> bool:
    noun = word.lower().removesuffix("s")
    if noun in listed("fr", "masculine"):
        return False
    return noun in listed("fr", "feminine") or noun.endswith(endings("fr", "feminine-endings"))


def money(cardinal: Cardinal, whole: str, unit: str, part: str, currency: Unit) -> str:
    words = cardinal(part)
    if currency.part == "centime" and part[0] != "0":
        return f"{whole} {unit} {words}"
    return f"{whole} {unit} et {words} {currency.part if part == '01' else currency.parts}"


def date(scan: Scan, at: int, day: int, month: int, year: str) -> str:
    first = "premier" if day == 1 else numerals.two(day)
    return f"{first} {month_names('fr')[month - 1]} {scan.grammar.cardinal(year)}"


def number_sign(scan: Scan, at: int, lead: str) -> Match | None:
    """``n° 5``, ``n°5``, ``nº 12``, ``nos 3 et 4``."""
    match = _NUMBER_SIGN.match(scan.text, at)
    if not match or scan.char(at - 1).isalnum():
        return None
    spoken = "numéros" if match["many"] else "numéro"
    return (Reading(at, match.end("sign"), spoken + ("" if match["gap"] else " ")),)


_NUMBER_SIGN = re.compile(rf"(?P<sign>[nN](?:[°º]|(?P<many>[°º]s|os)|o\.?))(?P<gap>{BLANK}?)(?=[0-9])")


@cache
def grammar(septante: bool) -> Grammar:
    cardinal = partial(numerals.cardinal, septante=septante)
    return Grammar(
        code="fr",
        cardinal=cardinal,
        decimals=partial(numerals.decimals, septante=septante),
        year=cardinal,
        gender=gender,
        is_one=lambda whole, decimals: int(whole) < 2,
        money=partial(money, cardinal),
        date=date,
        point="virgule",
        foreign_point="point",
        minus="moins",
        plus="plus",
        to="à",
        per="par",
        powers={"2": "au carré", "3": "au cube"},
        power="puissance {}",
        part=partial(signs.part, "fr", "sur", cardinal),
        with_part="et",
        equals="égale",
        times="fois",
        numbers=(clock, ordinal),
        words=(number_sign, roman),
        shape=numbers.shape(),
        foreign_shape=numbers.american,
        is_fragment=numbers.is_fragment,
        dash=numbers.RANGE,
        is_range=numbers.is_range,
        closers="\"'”’»“ \n\u00a0",
        pairs=True,
    )


_SEPTANTE = frozenset({"be", "ch"})


def read(text: str, lang: str, held: Sequence[tuple[int, int]] = (), quotes: bool = False) -> list[Reading]:
    """What of ``text`` is said otherwise than written, in order and without overlap."""
    return continental.read(grammar(region(lang) in _SEPTANTE), text, held, quotes)
