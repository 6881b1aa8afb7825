"""German, whose numbers bend with their noun and join it in one word."""

import re
from collections.abc import Sequence
from functools import partial

from accessnews.normalize import continental
from accessnews.normalize.continental import amounts, numbers, signs
from accessnews.normalize.continental.lists import listed
from accessnews.normalize.continental.numbers import NEXT_WORD
from accessnews.normalize.de import numerals, ordinals
from accessnews.normalize.grammar import BLANK, DASH, LOOK, Grammar, Match, Reading, Scan
from accessnews.normalize.units import Unit

_HOUR = r"(?:[01]?[0-9]|2[0-4])"
_CLOCK = re.compile(
    rf"(?P<hour>{_HOUR})[.:](?P<minute>[0-5][0-9])(?![0-9.,:]?[0-9])(?P<uhr>{BLANK}?Uhr(?!\w)|{BLANK}?h(?!\w))?"
)
_TO = re.compile(rf"{BLANK}?(?:{DASH}|bis|und){BLANK}?(?=[0-9])")
_HOURS = re.compile(rf"{BLANK}?(?:{DASH}|bis|und){BLANK}?{_HOUR}(?:[.:][0-5][0-9])?{BLANK}?Uhr")
_SCORE = re.compile(r"(?P<one>[0-9]{1,3}):(?P<two>[0-9]{1,3})(?![0-9:]|[.,][0-9])")
_KINDS = "jährig|mal|fach|prozentig|stündig|minütig|tägig|wöchig|köpfig|stellig|seitig|teilig"
_JOINED = re.compile(rf"(?P<figures>[0-9]{{1,3}}(?:\.[0-9]{{3}})+|[0-9]{{1,9}})-?(?P<kind>(?i:{_KINDS}))")
_DECADE = re.compile(r"(?P<figures>[0-9]{2,4})(?P<er>er[ns]?)(?!\w)")
_YEAR = re.compile(
    rf"(?P<one>1[1-9][0-9]{{2}})(?:(?P<to>{DASH}|/)(?P<two>[12][0-9]{{3}}|[0-9]{{2}}))?(?![\w/]|[.,:-]?[0-9])"
)


def clock(scan: Scan, at: int, lead: str, ranged: bool = True) -> Match | None:
    """``12.30 Uhr``, ``um 20:15``, ``8.30 bis 12.15 Uhr``."""
    match = _CLOCK.match(scan.text, at)
    if not match or not _is_time(scan, at, match):
        return None
    spoken = (Reading(at, match.end(), _time(match["hour"], match["minute"])),)
    to = _TO.match(scan.text, match.end()) if ranged else None
    if not to or scan.text[to.start() : to.end()].strip() not in "-‐‑–−":
        return spoken
    last = clock(scan, to.end(), "", ranged=False) or ()
    bis = Reading(match.end(), to.end(), " bis ")
    return (*spoken, bis, *last)


def _is_time(scan: Scan, at: int, match: re.Match[str]) -> bool:
    if match["uhr"] or _HOURS.match(scan.text, match.end()):
        return True
    colon = scan.char(match.end("hour")) == ":"
    word = scan.before(at).lower()
    if word in {"um", "gegen"} or (colon and word in {"ab", "bis", "von", "seit", "vor", "nach", "zwischen"}):
        return True
    around = {word.lower() for word in re.findall(r"[^\W\d_]+", scan.text[max(0, at - LOOK) : at + LOOK])}
    return colon and len(match["hour"]) == 2 and not around & listed("de", "games")


def _time(hour: str, minute: str) -> str:
    words = f"{numerals.cardinal(hour, 'm')} Uhr"
    return words if minute == "00" else f"{words} {numerals.two(int(minute))}"


def score(scan: Scan, at: int, lead: str) -> Match | None:
    """``3:1``: drei zu eins."""
    match = _SCORE.match(scan.text, at)
    if not match or (match["one"][0] == "0" and len(match["one"]) > 1):
        return None
    home, guests = numerals.cardinal(match["one"]), numerals.cardinal(match["two"])
    return (Reading(at, match.end(), f"{home} zu {guests}"),)


def compound(scan: Scan, at: int, lead: str) -> Match | None:
    """``30-jährig``, ``8-mal``, ``100-prozentig``, ``20-Jährige``, ``90er``, ``1990er-Jahre``."""
    decade = _DECADE.match(scan.text, at)
    if decade:
        return (Reading(at, decade.end(), numerals.year(decade["figures"]) + decade["er"]),)
    joined = _JOINED.match(scan.text, at)
    if joined:
        return (
            Reading(at, joined.end(), numerals.joined(joined["figures"].replace(".", "")) + joined["kind"].lower()),
        )
    end = at + len(lead)
    if scan.char(end) != "-" or not scan.char(end + 1).isupper() or scan.char(at - 1) == "-" or len(lead) > 9:
        return None
    return (Reading(at, end, numerals.joined(lead)),)


def year(scan: Scan, at: int, lead: str) -> Match | None:
    """A number of four figures that counts nothing: 1998, 1939-1945, 1914/18."""
    match = _YEAR.match(scan.text, at)
    if not match or _counts(scan, at, match.end()):
        return None
    out = [Reading(at, match.end("one"), numerals.year(match["one"]))]
    if match["two"]:
        out.append(Reading(*match.span("to"), " bis " if match["to"] != "/" else " "))
        out.append(Reading(*match.span("two"), numerals.year(match["two"])))
    return out


def _counts(scan: Scan, at: int, end: int) -> bool:
    """Whether things follow, and no word before tells a year."""
    if scan.before(at).rstrip(".").lower() in listed("de", "years"):
        return False
    following = NEXT_WORD.match(scan.text, end)
    word = following["word"] if following else ""
    return word[:1].isupper() and word not in listed("de", "starters")


def street(scan: Scan, at: int, lead: str) -> Match | None:
    """``Hauptstr. 5``: Hauptstraße."""
    if not lead.endswith(("str", "Str")) or scan.char(at + len(lead)) != ".":
        return None
    end = at + len(lead)
    return (Reading(at, end + (not scan.closes(end + 1)), f"{lead[:-3]}{lead[-3]}traße"),)


def century(scan: Scan, at: int, lead: str) -> Match | None:
    """``im 19. Jh.``, ``des 19. Jhs.``"""
    if lead not in {"Jh", "Jhd", "Jhdt", "Jhs"} or scan.char(at + len(lead)) != ".":
        return None
    end = at + len(lead)
    genitive = lead == "Jhs" or re.search(r"\bdes [0-9XVI]{1,5}\. \Z", scan.text[max(0, at - 12) : at])
    return (Reading(at, end + (not scan.closes(end + 1)), "Jahrhunderts" if genitive else "Jahrhundert"),)


def gender(scan: Scan, start: int, end: int) -> str:
    """The gender of the noun that follows: nouns have capitals. After another noun a number is a name: Formel 1."""
    following, previous = NEXT_WORD.match(scan.text, end), scan.before(start)
    word = following["word"] if following else ""
    if not word[:1].isupper() or word in listed("de", "starters"):
        return ""
    if previous[:1].isupper() and previous not in listed("de", "starters"):
        return ""
    return "f" if ordinals.gender_of(word) == "f" else "m"


def dative(scan: Scan, at: int, lead: str) -> Match | None:
    """``bei 1 Mrd. Euro``: bei einer Milliarde."""
    if lead != "1" or scan.before(at).lower() not in listed("de", "dative-one"):
        return None
    match = amounts.quantity(scan, at, lead) or amounts.plain(scan, at, lead)
    if not match or match[0].spoken.split(" ")[0] not in {"ein", "eine"}:
        return None
    article, _, counted = match[0].spoken.partition(" ")
    spoken = f"{'einer' if article == 'eine' else 'einem'} {counted}".rstrip()
    return (Reading(at, match[0].end, spoken), *match[1:])


def money(whole: str, unit: str, part: str, currency: Unit) -> str:
    return f"{whole} {unit} {numerals.two(int(part))}"


GRAMMAR = Grammar(
    code="de",
    cardinal=numerals.cardinal,
    decimals=numerals.decimals,
    year=numerals.year,
    gender=gender,
    shape=numbers.shape(),
    foreign_shape=numbers.american,
    is_fragment=numbers.is_fragment,
    dash=numbers.RANGE,
    is_range=numbers.is_range,
    closers="\"'”’»“ \n\u00a0",
    money=money,
    date=ordinals.date,
    point="Komma",
    foreign_point="Punkt",
    minus="minus",
    plus="plus",
    to="bis",
    per="pro",
    powers={"2": "hoch zwei", "3": "hoch drei"},
    power="hoch {}",
    part=partial(signs.part, "de", "durch", numerals.cardinal),
    equals="gleich",
    times="mal",
    numbers=(clock, score, ordinals.short_date, ordinals.ordinal, compound, year, dative),
    words=(ordinals.ruler, ordinals.adjective, street, century),
)


def read(text: str, lang: str, held: Sequence[tuple[int, int]] = (), quotes: bool = False) -> list[Reading]:
    """What of ``text`` is said otherwise than written, in order and without overlap."""
    return continental.read(GRAMMAR, text, held, quotes)
