"""German."""

import re
from collections.abc import Sequence

from accessnews.normalize import continental
from accessnews.normalize.continental import amounts
from accessnews.normalize.continental.grammar import BLANK, DASH, Grammar, Unit, listed
from accessnews.normalize.de import numerals, ordinals
from accessnews.normalize.scan import LOOK, Hit, Said, Scan

_HOUR = r"(?:[01]?[0-9]|2[0-4])"
_CLOCK = re.compile(
    rf"(?P<hour>{_HOUR})[.:](?P<minute>[0-5][0-9])(?![0-9.,:]?[0-9])(?P<uhr>{BLANK}?Uhr(?!\w)|{BLANK}?h(?!\w))?"
)
_TO = re.compile(rf"{BLANK}?(?:{DASH}|bis|und){BLANK}?(?=[0-9])")
_HOURS = re.compile(rf"{BLANK}?(?:{DASH}|bis|und){BLANK}?{_HOUR}(?:[.:][0-5][0-9])?{BLANK}?Uhr")
_SCORE = re.compile(r"(?P<one>[0-9]{1,3}):(?P<two>[0-9]{1,3})(?![0-9:]|[.,][0-9])")
_JOINED = re.compile(
    r"(?P<figures>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,9})-?(?P<rest>(?i:jährig|mal|fach|prozentig|stündig|minütig|tägig|wöchig|köpfig|stellig|seitig|teilig))"
)
_DECADE = re.compile(r"(?P<figures>[0-9]{2,4})(?P<er>er[ns]?)(?!\w)")
_YEAR = re.compile(
    rf"(?P<one>1[1-9][0-9]{{2}})(?:(?P<to>{DASH}|/)(?P<two>[12][0-9]{{3}}|[0-9]{{2}}))?(?![\w/]|[.,:-]?[0-9])"
)
_NEXT = re.compile(rf"{BLANK}(?P<word>[^\W\d_]+)")
_STREET = re.compile(r"[\wäöüß-]*[Ss]tr\.")


def clock(scan: Scan, at: int, lead: str, ranged: bool = True) -> Hit | None:
    """``12.30 Uhr``, ``um 20:15``, ``8.30 bis 12.15 Uhr``."""
    found = _CLOCK.match(scan.text, at)
    if not found or not _is_time(scan, at, found):
        return None
    said = (Said(at, found.end(), _time(found["hour"], found["minute"])),)
    to = _TO.match(scan.text, found.end()) if ranged else None
    if not to or scan.text[to.start() : to.end()].strip() not in "-‐‑–−":
        return said
    other = clock(scan, to.end(), "", ranged=False) or ()
    bis = Said(found.end(), to.end(), " bis ")
    return (*said, bis, *other)


def _is_time(scan: Scan, at: int, found: re.Match[str]) -> bool:
    if found["uhr"] or _HOURS.match(scan.text, found.end()):
        return True
    colon = scan.char(found.end("hour")) == ":"
    word = scan.before(at).lower()
    if word in {"um", "gegen"} or (colon and word in {"ab", "bis", "von", "seit", "vor", "nach", "zwischen"}):
        return True
    return colon and len(found["hour"]) == 2 and not _around(scan, at) & listed("de", "games")


def _around(scan: Scan, at: int) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_]+", scan.text[max(0, at - LOOK) : at + LOOK])}


def _time(hour: str, minute: str) -> str:
    words = f"{numerals.cardinal(hour, 'm')} Uhr"
    return words if minute == "00" else f"{words} {numerals.two(int(minute))}"


def score(scan: Scan, at: int, lead: str) -> Hit | None:
    """``3:1``: drei zu eins."""
    found = _SCORE.match(scan.text, at)
    if not found or (found["one"][0] == "0" and len(found["one"]) > 1):
        return None
    one, two = numerals.cardinal(found["one"]), numerals.cardinal(found["two"])
    return (Said(at, found.end(), f"{one} zu {two}"),)


def compound(scan: Scan, at: int, lead: str) -> Hit | None:
    """``30-jährig``, ``8-mal``, ``100-prozentig``, ``20-Jährige``, ``90er``, ``1990er-Jahre``."""
    decade = _DECADE.match(scan.text, at)
    if decade:
        return (Said(at, decade.end(), numerals.year(decade["figures"]) + decade["er"]),)
    joined = _JOINED.match(scan.text, at)
    if joined:
        return (Said(at, joined.end(), numerals.joined(joined["figures"].replace(".", "")) + joined["rest"].lower()),)
    end = at + len(lead)
    if scan.char(end) != "-" or not scan.char(end + 1).isupper() or scan.char(at - 1) == "-" or len(lead) > 9:
        return None
    return (Said(at, end, numerals.joined(lead)),)


def year(scan: Scan, at: int, lead: str) -> Hit | None:
    """A number of four figures that counts nothing: 1998, 1939-1945, 1914/18."""
    found = _YEAR.match(scan.text, at)
    if not found or _counts(scan, at, found.end()):
        return None
    out = [Said(at, found.end("one"), numerals.year(found["one"]))]
    if found["two"]:
        out.append(Said(*found.span("to"), " bis " if found["to"] != "/" else " "))
        out.append(Said(*found.span("two"), numerals.year(found["two"])))
    return out


def _counts(scan: Scan, at: int, end: int) -> bool:
    """Whether things follow, and no word before tells a year."""
    if scan.before(at).rstrip(".").lower() in listed("de", "years"):
        return False
    following = _NEXT.match(scan.text, end)
    word = following["word"] if following else ""
    return word[:1].isupper() and word not in listed("de", "starters")


def street(scan: Scan, at: int, lead: str) -> Hit | None:
    """``Hauptstr. 5``: Hauptstraße."""
    if not lead.endswith(("str", "Str")) or scan.char(at + len(lead)) != ".":
        return None
    end = at + len(lead)
    goes_on = scan.text[end + 1 : end + 4].strip("\"'”’»“ \n\u00a0")
    return (Said(at, end + bool(goes_on), f"{lead[:-3]}{lead[-3]}traße"),)


def century(scan: Scan, at: int, lead: str) -> Hit | None:
    """``im 19. Jh.``, ``des 19. Jhs.``"""
    if lead not in {"Jh", "Jhd", "Jhdt", "Jhs"} or scan.char(at + len(lead)) != ".":
        return None
    end = at + len(lead)
    goes_on = scan.text[end + 1 : end + 4].strip("\"'”’»“ \n\u00a0")
    genitive = lead == "Jhs" or re.search(r"\bdes [0-9XVI]{1,5}\. \Z", scan.text[max(0, at - 12) : at])
    return (Said(at, end + bool(goes_on), "Jahrhunderts" if genitive else "Jahrhundert"),)


def gender(scan: Scan, start: int, end: int) -> str:
    """Of the noun that follows: nouns have capitals. After another noun a number is a name: Formel 1."""
    following, previous = _NEXT.match(scan.text, end), scan.before(start)
    word = following["word"] if following else ""
    if not word[:1].isupper() or word in listed("de", "starters"):
        return ""
    if previous[:1].isupper() and previous not in listed("de", "starters"):
        return ""
    return "f" if ordinals.gender_of(word) == "f" else "m"


def dative(scan: Scan, at: int, lead: str) -> Hit | None:
    """``bei 1 Mrd. Euro``: bei einer Milliarde."""
    if lead != "1" or scan.before(at).lower() not in listed("de", "dative-one"):
        return None
    hit = amounts.quantity(GRAMMAR, scan, at, lead) or amounts.plain(GRAMMAR, scan, at, lead)
    if not hit or hit[0].spoken.split(" ")[0] not in {"ein", "eine"}:
        return None
    one, _, rest = hit[0].spoken.partition(" ")
    spoken = f"{'einer' if one == 'eine' else 'einem'} {rest}".rstrip()
    return (Said(at, hit[0].end, spoken), *hit[1:])


def money(whole: str, unit: str, part: str, currency: Unit) -> str:
    return f"{whole} {unit} {numerals.two(int(part))}"


GRAMMAR = Grammar(
    code="de",
    cardinal=numerals.cardinal,
    decimals=numerals.decimals,
    year=numerals.year,
    gender=gender,
    is_one=lambda whole, decimals: whole == "1" and not decimals,
    money=money,
    date=ordinals.date,
    comma="Komma",
    dot="Punkt",
    minus="minus",
    plus="plus",
    to="bis",
    per="pro",
    numbers=(clock, score, ordinals.short_date, ordinals.ordinal, compound, year, dative),
    words=(ordinals.ruler, ordinals.adjective, street, century),
)


def read(text: str, lang: str, held: Sequence[tuple[int, int]] = (), quotes: bool = False) -> list[Said]:
    """What of ``text`` is said otherwise than written, in order and without overlap."""
    return continental.read(GRAMMAR, text, held, quotes)
