"""Spanish, with the decimal sign, the peso and the first of the month of the country in the language tag."""

import re
from collections.abc import Sequence
from functools import cache, partial

from accessnews.normalize import continental
from accessnews.normalize.continental import numbers, signs
from accessnews.normalize.continental.lists import endings, listed, month_names
from accessnews.normalize.continental.numbers import NEXT_WORD, TO
from accessnews.normalize.es import numerals
from accessnews.normalize.grammar import BLANK, Grammar, Match, Reading, Scan
from accessnews.normalize.numbers import to_other_end
from accessnews.normalize.roman import value
from accessnews.normalize.units import Unit
from accessnews.text.langtag import region

_HOUR = r"(?P<hour>[01]?[0-9]|2[0-4])"
_CLOCK = re.compile(rf"{_HOUR}(?P<point>[:.])(?P<minute>[0-5][0-9])(?![0-9]|[.:,][0-9])")
_AFTER = re.compile(
    rf"{BLANK}?(?:(?P<hours>h\.|h|hs\.|hs|hrs\.|hrs|horas)|(?P<half>[aApP])(?:\.{BLANK}?[mM]\.|{BLANK}?[mM]))(?!\w)"
)
_BARE = re.compile(rf"{_HOUR}(?={BLANK}?[aApP](?:\.{BLANK}?[mM]\.|[mM](?!\w)))")
_RANK = re.compile(r"(?P<figures>[0-9]{1,2})(?P<dot>\.)?(?P<rank>º|ª|°|er|os|as|o|a|ᵉʳ|\.º)(?!\w)")
_DATE = re.compile(rf"1(?=º?{BLANK}de{BLANK}(?P<month>[a-z]+)(?!\w))")
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_NUMBER_SIGN = re.compile(rf"(?P<sign>[nN](?:\.[ºo°]s?|[º°]|o\.|úm\.|úms\.))(?P<gap>{BLANK}?)(?=[0-9])")


def clock(scan: Scan, at: int, lead: str) -> Match | None:
    """``15:30``, ``a las 15.30``, ``10:30 a. m.``, ``21:00 h``."""
    return to_other_end(scan, _clock(scan, at), TO, _clock)


def _clock(scan: Scan, at: int) -> Match | None:
    match = _CLOCK.match(scan.text, at) or _BARE.match(scan.text, at)
    if not match:
        return None
    after = _AFTER.match(scan.text, match.end())
    minute = match.groupdict().get("minute")
    if minute and match["point"] == "." and not after and scan.before(at).lower() not in {"las", "la"}:
        return None
    if not after:
        return (Reading(at, match.end(), _time(match["hour"], minute)),)
    return _with_day(scan, at, match["hour"], minute, after)


def _with_day(scan: Scan, at: int, hour: str, minute: str | None, after: re.Match[str]) -> tuple[Reading, ...]:
    end = after.end()
    end -= scan.closes(end)
    words = _time(hour, minute)
    if after["hours"]:
        return (Reading(at, end, f"{words} {'hora' if int(hour) == 1 and not int(minute or 0) else 'horas'}"),)
    return (Reading(at, end, f"{words} {_part_of_day(int(hour), after['half'].lower())}"),)


def _part_of_day(hour: int, half: str) -> str:
    if half == "a":
        return "de la mañana" if hour != 12 else "de la noche"
    if hour == 12:
        return "del mediodía"
    return "de la tarde" if hour < 8 else "de la noche"


def _time(hour: str, minute: str | None) -> str:
    words = numerals.cardinal(hour, "f")
    if minute is None or minute == "00":
        return words
    return f"{words} {'cero ' if minute[0] == '0' else ''}{numerals.cardinal(minute)}"


def ordinal(scan: Scan, at: int, lead: str) -> Match | None:
    """``1.º``, ``2.ª``, ``3.er``, ``1er``."""
    match = _RANK.match(scan.text, at)
    if not match or (match["rank"] == "°" and not match["dot"]):
        return None
    rank = match["rank"]
    if rank in {"o", "a", "os", "as"} and not match["dot"]:
        return None
    if scan.text[match.end() : match.end() + 2].strip()[:1] in {"C", "F"} and rank in {"º", "°"}:
        return None
    words = numerals.ordinal(int(match["figures"]), "f" if rank in {"ª", "a", "as"} else "m", rank in {"er", "ᵉʳ"})
    return (Reading(at, match.end(), words + ("s" if rank in {"os", "as"} else "")),)


def first(scan: Scan, at: int, lead: str) -> Match | None:
    """``1 de enero``: in Latin America the first of January."""
    match = _DATE.match(scan.text, at)
    return (Reading(at, match.end(), "primero"),) if match and match["month"] in month_names("es") else None


def roman(scan: Scan, at: int, lead: str) -> Match | None:
    """``siglo XXI``, ``Felipe VI``, ``II Guerra Mundial``, ``capítulo IV``."""
    number = value(lead) if lead[0] in "IVX" else 0
    if not number or (len(lead) == 1 and scan.char(at + 1) == "." and scan.after(at + 2)[:1].isupper()):
        return None
    words = _roman(scan, at, lead, number)
    return (Reading(at, at + len(lead), words),) if words else None


def _roman(scan: Scan, at: int, numeral: str, number: int) -> str:
    previous = scan.before(at) if at and scan.char(at - 1) in " \u00a0\u202f" else ""
    if previous.lower() in listed("es", "counted"):
        return numerals.cardinal(str(number))
    if previous in listed("es", "kings") | listed("es", "queens"):
        female = "f" if previous in listed("es", "queens") else "m"
        return numerals.ordinal(number, female) if number <= 10 else numerals.cardinal(str(number))
    following = NEXT_WORD.match(scan.text, at + len(numeral))
    noun = following["word"] if following else ""
    if noun.lower() in listed("es", "events"):
        female = "f" if _gender(noun.lower()) == "f" else "m"
        return numerals.ordinal(number, female, short=True)
    if previous in listed("es", "centuries") or (
        previous == "y" and re.search(r"siglos|ss\.", scan.text[max(0, at - 24) : at])
    ):
        return numerals.cardinal(str(number))
    return ""


def gender(scan: Scan, start: int, end: int) -> str:
    """The gender of the noun that follows, over "mil" and an adjective; after "la" and "las" hours are meant."""
    previous, shown = scan.before(start).lower(), scan.text[start:end]
    if previous in listed("es", "labels") or (_YEAR.fullmatch(shown) and previous in listed("es", "years")):
        return ""
    bend, at = "", end
    for _ in range(3):
        match = NEXT_WORD.match(scan.text, at)
        word = match["word"].lower() if match else ""
        if not match or word in listed("es", "function"):
            break
        at = match.end()
        if word == "mil":
            bend = "m"
        elif shown != "1" and not word.endswith("s"):
            break
        elif word in listed("es", "adjectives"):
            bend = _gender(word) or "m"
        else:
            return _gender(word) or "m"
    return bend or ("f" if previous in {"la", "las", "unas"} else "")


def _gender(word: str) -> str:
    if word in listed("es", "masculine"):
        return ""
    return "f" if word in listed("es", "feminine") or word.endswith(endings("es", "feminine-endings")) else ""


def money(whole: str, unit: str, part: str, currency: Unit) -> str:
    words = numerals.cardinal(part, "m")
    return f"{whole} {unit} con {words} {currency.part if part == '01' else currency.parts}"


def date(primero: bool, scan: Scan, at: int, day: int, month: int, year: str) -> str:
    words = "primero" if primero and day == 1 else numerals.two(day)
    return f"{words} de {month_names('es')[month - 1]} de {numerals.cardinal(year)}"


def number_sign(scan: Scan, at: int, lead: str) -> Match | None:
    """``n.º 5``, ``nº 5``, ``núm. 5``."""
    match = _NUMBER_SIGN.match(scan.text, at)
    if not match or scan.char(at - 1).isalnum():
        return None
    spoken = "números" if match["sign"].rstrip(".").endswith("s") else "número"
    return (Reading(at, match.end("sign"), spoken + ("" if match["gap"] else " ")),)


def is_fragment(scan: Scan, number: re.Match[str]) -> bool:
    """Whether figures are part of a chain, or three that are thousands in one country and decimals in another."""
    part, whole = number["part"] or "", number["whole"]
    return numbers.is_fragment(scan, number) or (len(part) == 3 and whole != "0" and not number["gap"])


@cache
def grammar(american: bool, pointed: bool, dollar: str) -> Grammar:
    """``american``: the first of a month is primero; ``pointed``: 1,234.5 is written; ``dollar``: the name of $."""
    return Grammar(
        code="es",
        cardinal=numerals.cardinal,
        decimals=numerals.decimals,
        year=numerals.cardinal,
        gender=gender,
        shape=numbers.shape("," if pointed else ".'’", "." if pointed else ","),
        foreign_shape=numbers.american,
        is_fragment=is_fragment,
        dash=numbers.RANGE,
        is_range=numbers.is_range,
        closers="\"'”’»“ \n\u00a0",
        money=money,
        date=partial(date, american),
        point="punto" if pointed else "coma",
        foreign_point="coma" if pointed else "punto",
        minus="menos",
        plus="más",
        to="a",
        per="por",
        powers={"2": "al cuadrado", "3": "al cubo"},
        power="elevado a {}",
        part=partial(signs.part, "es", "sobre", numerals.cardinal),
        with_part="y",
        equals="igual a",
        times="por",
        of="de",
        numbers=(clock, ordinal, *((first,) if american else ())),
        words=(number_sign, roman),
        dollar=dollar,
    )


_POINTED = frozenset({"mx", "us", "gt", "hn", "sv", "ni", "pa", "do", "pr", "cu", "pe", "419"})
_PESOS = frozenset({"mx", "ar", "cl", "co", "uy", "cu", "do"})


def read(text: str, lang: str, held: Sequence[tuple[int, int]] = (), quotes: bool = False) -> list[Reading]:
    """What of ``text`` is said otherwise than written, in order and without overlap."""
    country = region(lang)
    american = country not in {"", "es"}
    return continental.read(
        grammar(american, country in _POINTED, "peso" if country in _PESOS else ""), text, held, quotes
    )
