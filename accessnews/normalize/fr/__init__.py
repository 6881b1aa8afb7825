"""French, with the numbers of Belgium and Switzerland where the language tag says so."""

import re
from collections.abc import Sequence
from functools import cache, partial

from accessnews.normalize import continental
from accessnews.normalize.continental.grammar import BLANK, DASH, Grammar, Unit, listed, month_names
from accessnews.normalize.continental.roman import value
from accessnews.normalize.fr import numerals
from accessnews.normalize.scan import Hit, Recogniser, Said, Scan
from accessnews.text.langtag import region

_HOUR = r"(?P<hour>[01]?[0-9]|2[0-4])"
_CLOCK = re.compile(
    rf"{_HOUR}(?:{BLANK}?(?:[hH]|heures?){BLANK}?(?P<minute>[0-5][0-9])(?:{BLANK}?(?:min|mn)(?!\w))?(?![0-9]|,[0-9])"
    rf"|:(?P<after>[0-5][0-9])(?![0-9]|[:,.][0-9])|{BLANK}?[hH](?![\w/]))"
)
_TO = re.compile(rf"{BLANK}?{DASH}{BLANK}?(?=[0-9])")
_RANK = r"(?P<rank>ers?|ère?s?|ère|ières?|res?|nde?s?|des?|d|e|es|è|ème|èmes|eme|emes|ième|ièmes|ᵉʳ|ᵉ|ʳᵉ)(?![\w])"
_ORDINAL = re.compile(rf"(?P<figures>[0-9]{{1,4}}){_RANK}")
_ROMAN = re.compile(rf"(?P<figures>[IVX][IVXL]{{0,6}}){_RANK}")


def clock(septante: bool, scan: Scan, at: int, lead: str, ranged: bool = True) -> Hit | None:
    """``15h30``, ``15 h 30``, ``8h-12h``, ``20:15``."""
    found = _CLOCK.match(scan.text, at)
    if not found or scan.char(at - 1) in {":", "/"}:
        return None
    said = (Said(at, found.end(), _time(found["hour"], found["minute"] or found["after"] or "00", septante)),)
    to = _TO.match(scan.text, found.end()) if ranged else None
    other = clock(septante, scan, to.end(), "", ranged=False) if to else None
    return (*said, Said(found.end(), other[0].start, " à "), *other) if other else said


def _time(hour: str, minute: str, septante: bool) -> str:
    words = f"{numerals.cardinal(hour, 'f', septante)} heure{'' if int(hour) < 2 else 's'}"
    return words if minute == "00" else f"{words} {numerals.cardinal(minute, 'f', septante)}"


def ordinal(septante: bool, scan: Scan, at: int, lead: str) -> Hit | None:
    """``1er``, ``2e``, ``3ème``, ``2nde``."""
    found = _ORDINAL.match(scan.text, at)
    if not found:
        return None
    words = _ranked(found["figures"], found["rank"], septante)
    return (Said(at, found.end(), words),) if words else None


def _ranked(figures: str, rank: str, septante: bool) -> str:
    feminine = rank.rstrip("s") in {"re", "ère", "ière", "ʳᵉ", "nde", "de", "èr"}
    plural = "s" if rank.endswith("s") else ""
    if rank[0] in "nd":
        return f"second{'e' if feminine else ''}{plural}" if figures == "2" else ""
    if figures != "1" and (feminine or rank.rstrip("s") in {"er", "ᵉʳ"}):
        return ""
    return numerals.ordinal(figures, "f" if feminine else "m", septante) + plural


def roman(septante: bool, scan: Scan, at: int, lead: str) -> Hit | None:
    """``XXe siècle``, ``François Ier``, ``Louis XIV``, ``chapitre IV``."""
    found = _ROMAN.match(lead)
    number = value(found["figures"]) if found else 0
    if found and number and found.end() == len(lead):
        words = _ranked(str(number), found["rank"], septante)
        return (Said(at, at + len(lead), words),) if words else None
    number = value(lead)
    if not number or scan.char(at - 1) not in {" ", "\u00a0", "\u202f"}:
        return None
    previous = scan.before(at)
    alone = len(lead) > 1 or scan.char(at + 1) != "."
    if lead[0] not in "IVX":
        return None
    if previous.lower() in listed("fr", "counted") or (previous in listed("fr", "kings") and alone):
        return (Said(at, at + len(lead), numerals.cardinal(str(number), "", septante)),)
    return None


_NEXT = re.compile(rf"{BLANK}(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)")


def gender(scan: Scan, start: int, end: int) -> str:
    """Of the noun that follows, as far as its ending tells; over an adjective before it."""
    one, at = scan.text[start:end] == "1", end
    if scan.before(start).lower() in listed("fr", "labels"):
        return ""
    for _ in range(2):
        found = _NEXT.match(scan.text, at)
        if not found or (not one and not found["word"].endswith(("s", "x", "z"))):
            return ""
        word = found["word"]
        if _is_feminine(word):
            return "f"
        if word not in listed("fr", "adjectives"):
            return "m"
        at = found.end()
    return ""


def _is_feminine(word: str) -> bool:
    one = word.lower().removesuffix("s")
    if one in listed("fr", "masculine"):
        return False
    return one in listed("fr", "feminine") or one.endswith(_feminine_endings())


@cache
def _feminine_endings() -> tuple[str, ...]:
    return tuple(sorted(listed("fr", "feminine-endings")))


def money(septante: bool, whole: str, unit: str, part: str, currency: Unit) -> str:
    words = numerals.cardinal(part, "", septante)
    if currency.part == "centime" and part[0] != "0":
        return f"{whole} {unit} {words}"
    return f"{whole} {unit} et {words} {currency.part if part == '01' else currency.parts}"


def date(septante: bool, scan: Scan, at: int, day: int, month: int, year: str) -> str:
    first = "premier" if day == 1 else numerals.two(day)
    return f"{first} {month_names('fr')[month - 1]} {numerals.cardinal(year, '', septante)}"


def number_sign(scan: Scan, at: int, lead: str) -> Hit | None:
    """``n° 5``, ``n°5``, ``nº 12``, ``nos 3 et 4``."""
    found = _NUMBER_SIGN.match(scan.text, at)
    if not found or scan.char(at - 1).isalnum():
        return None
    spoken = "numéros" if found["many"] else "numéro"
    return (Said(at, found.end("sign"), spoken + ("" if found["gap"] else " ")),)


_NUMBER_SIGN = re.compile(rf"(?P<sign>[nN](?:[°º]|(?P<many>[°º]s|os)|o\.?))(?P<gap>{BLANK}?)(?=[0-9])")


@cache
def grammar(septante: bool) -> Grammar:
    def local(recogniser: object) -> Recogniser:
        assert callable(recogniser)
        return partial(recogniser, septante)

    return Grammar(
        code="fr",
        cardinal=partial(numerals.cardinal, septante=septante),
        decimals=partial(numerals.decimals, septante=septante),
        year=partial(numerals.cardinal, septante=septante),
        gender=gender,
        is_one=lambda whole, decimals: int(whole) < 2,
        money=partial(money, septante),
        date=partial(date, septante),
        comma="virgule",
        dot="point",
        minus="moins",
        plus="plus",
        to="à",
        per="par",
        numbers=(local(clock), local(ordinal)),
        words=(number_sign, local(roman)),
        groups=".'’",
        pairs=True,
    )


_SEPTANTE = frozenset({"be", "ch"})


def read(text: str, lang: str, held: Sequence[tuple[int, int]] = (), quotes: bool = False) -> list[Said]:
    """What of ``text`` is said otherwise than written, in order and without overlap."""
    return continental.read(grammar(region(lang) in _SEPTANTE), text, held, quotes)
