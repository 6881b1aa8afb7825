"""Abbreviations: titles, companies, streets, places and the small ones, with or without a full stop."""

import re
from functools import cache, partial

from accessnews.normalize import tables
from accessnews.normalize.en import numerals
from accessnews.normalize.en.nearby import listed, street_follows
from accessnews.normalize.grammar import Match, Reading, Scan
from accessnews.normalize.tables import mapped

_NAME = re.compile(r"\.?[ \u00a0-]{0,2}(?=[\"“‘'(]?[A-Z]|1st |2nd )")
_NUMBER = re.compile(r"(?P<dot>\.)?(?P<gap>[ \u00a0])?(?=[0-9]|[IVX]{2,6}\b)")
_PARTY = re.compile(r"[DRI][-–](?P<place>[A-Z][A-Za-z.]{1,12}(?: [A-Z][a-z]+)?)(?=[),;.: ]|\Z)")
_PLACE = re.compile(r"[A-Z][A-Za-z.]{1,6}")
_HALF = re.compile(r"(?P<half>[ap])\.[ ]?m\.?(?!\w)")
_FIGURES = re.compile(r"[0-9]{1,4}(?!\w)")


_table = partial(mapped, "en", "abbreviations")


_words = partial(tables.listed, "en", "abbreviations", "kinds")


@cache
def starts() -> frozenset[str]:
    """Every word that an abbreviation begins with."""
    names = ("titles", "names", "numbers", "dotted", "bare", "places", "postal", "parties", "phrases", "directions")
    heads = {head for name in names for head in _table(name)} | {"St", "ST", "v", "a", "p"}
    return frozenset(re.split(r"[^A-Za-z]", head)[0] for head in heads)


def _reading(scan: Scan, at: int, end: int, words: str) -> Match:
    """An abbreviation and its full stop as ``words``; the full stop is left where it ends the sentence too."""
    return (Reading(at, end - scan.closes(end), words),)


def _end(scan: Scan, at: int, lead: str) -> int:
    """Where the abbreviation ends, with its full stop."""
    end = at + len(lead)
    return end + (scan.char(end) == ".")


def _is_name(word: str) -> bool:
    """Whether a word could be a name, and not one that opens a sentence or is a title itself."""
    plain = word.rstrip(".")
    return plain[:1].isupper() and plain.lower() not in listed("function") and plain not in _table("titles")


def phrase(scan: Scan, at: int, lead: str) -> Match | None:
    """What has full stops inside: ``e.g.``, ``Ph.D.``, ``p.m.``"""
    if scan.char(at + len(lead)) not in "./ '’" or scan.char(at - 1).isalnum():
        return None
    for shown in _phrases().get(lead, ()):
        if scan.text.startswith(shown, at) and not scan.char(at + len(shown)).isalnum():
            return _reading(scan, at, at + len(shown), _table("phrases")[shown])
    half = _HALF.match(scan.text, at)
    return _reading(scan, at, half.end(), f"{half['half'].upper()} M") if half else None


@cache
def _phrases() -> dict[str, list[str]]:
    """Phrases by their first word, the longest first."""
    out: dict[str, list[str]] = {}
    for shown in sorted(_table("phrases"), key=len, reverse=True):
        out.setdefault(re.split(r"[^A-Za-z]", shown)[0], []).append(shown)
    return out


def title(scan: Scan, at: int, lead: str) -> Match | None:
    """``Gen. Smith``, ``Mr Jones``; a name must follow, and for some none may come before."""
    words = _table("titles").get(lead)
    if not words or not _NAME.match(scan.text, at + len(lead)):
        return None
    follows = scan.after(at + len(lead))  # nothing where a full stop comes between
    if len(follows) == 1 or (follows and lead in _words("dotted-titles") and follows not in _table("titles")):
        return None  # Gen Z; Det Norske
    if lead in _words("after-names") and _is_name(scan.before(at)):
        return None
    return (Reading(at, _end(scan, at, lead), words),)


def saint_or_street(scan: Scan, at: int, lead: str) -> Match | None:
    """``St. Louis`` and ``Main St.``"""
    if lead not in ("St", "ST"):
        return None
    end, before = _end(scan, at, lead), scan.before(at)
    follows = re.sub(r"['’]s$", "", scan.after(end))
    street = _is_name(before) or before[-2:] in ("st", "nd", "rd", "th")
    if follows[:1].isupper() and (follows in listed("saints") or not street):
        return _reading(scan, at, end, "Saint")
    return _reading(scan, at, end, "Street") if street or scan.char(at + 2) == "." else None


def before_number(scan: Scan, at: int, lead: str) -> Match | None:
    """``No. 10``, ``p. 4``, ``Rm. 12``."""
    words = _table("numbers").get(lead)
    match = _NUMBER.match(scan.text, at + len(lead)) if words else None
    if not words or not match:
        return None
    if not (match["dot"] or lead in _words("without-stop") or (lead in _words("touching") and not match["gap"])):
        return None
    if match["gap"] or match["dot"]:
        return (Reading(at, at + len(lead) + bool(match["dot"]), words + ("" if match["gap"] else " ")),)
    figures = _FIGURES.match(scan.text, match.end())
    return (Reading(at, figures.end(), f"{words} {numerals.pairs(figures.group())}"),) if figures else None


def after_name(scan: Scan, at: int, lead: str) -> Match | None:
    """``Martin Luther King Jr.``, ``Acme Corp``, ``Sunset Blvd.``"""
    words = _table("names").get(lead)
    dot = scan.char(at + len(lead)) == "."
    if not words or not (_is_name(scan.before(at)) or (dot and scan.char(at - 2) == ",")):
        return None
    if not dot and lead in _words("with-stop") and scan.char(at + len(lead)) != ",":
        return None
    return _reading(scan, at, _end(scan, at, lead), words)


def dotted(scan: Scan, at: int, lead: str) -> Match | None:
    """What is short only with its full stop; a word that is one by itself, only within a sentence."""
    words = _table("dotted").get(lead)
    end = at + len(lead) + 1
    if not words or scan.char(end - 1) != ".":
        return None
    if lead in _words("also-words") and (scan.after(end)[:1].isupper() or not scan.text[end : end + 2].strip()):
        return None
    return _reading(scan, at, end, words)


def bare(scan: Scan, at: int, lead: str) -> Match | None:
    """What is short without a full stop, too."""
    words = _table("bare").get(lead)
    if not words or scan.char(at - 1).isalnum():
        return None
    return _reading(scan, at, _end(scan, at, lead), words)


def direction(scan: Scan, at: int, lead: str) -> Match | None:
    """``N. Korea``, ``1211 E Arques Ave``."""
    words = _table("directions").get(lead)
    end = _end(scan, at, lead)
    if not words or scan.char(end) not in " \u00a0":
        return None
    street = (scan.before(at).isdecimal() or end > at + 1) and street_follows(scan, end)
    return (Reading(at, end, words),) if street or (end > at + 1 and scan.after(end) in _words("directed")) else None


def versus(scan: Scan, at: int, lead: str) -> Match | None:
    """``Roe v. Wade``, ``India v Pakistan``."""
    end = _end(scan, at, lead)
    if lead != "v" or scan.char(at - 1) not in " \u00a0" or scan.char(end) not in " \u00a0":
        return None
    return (Reading(at, end, "versus"),) if scan.after(end)[:1].isupper() and scan.before(at)[:1].isupper() else None


def place(scan: Scan, at: int, lead: str) -> Match | None:
    """A state after its city: ``Lincoln, Neb.``, ``San Jose, CA``."""
    if scan.text[max(0, at - 2) : at] not in (", ", ",\u00a0") or not scan.char(at - 3).isalpha():
        return None
    match = _PLACE.match(scan.text, at)
    words = _place(match.group()) if match else None
    if not match or not words:
        return None
    closed = scan.char(match.end()) in ",.;)\n" or scan.char(match.end() + 1).isdecimal()  # a postal code
    if not closed and not match.group().endswith("."):
        return None
    return _reading(scan, at, match.end(), words)


def _place(shown: str) -> str | None:
    """A state that is cut short, with its full stop or as on letters."""
    plain = shown.rstrip(".")
    if shown == plain:
        return _table("postal").get(shown)
    return _table("places").get(plain) or _table("dotted").get(plain)


def party(scan: Scan, at: int, lead: str) -> Match | None:
    """``(D-Calif.)``: Democrat of California."""
    words = _table("parties").get(lead)
    match = _PARTY.match(scan.text, at) if words else None
    if not match or scan.char(at - 1) not in "( ":
        return None
    shown = match["place"].rstrip(".")
    place_name = _place(match["place"]) or _table("postal").get(shown) or _table("places").get(shown)
    if not place_name and scan.char(at - 1) != "(" and match["place"] not in _table("postal").values():
        return None
    return Reading(at, at + 2, f"{words} of "), *_reading(scan, at + 2, match.end(), place_name or match["place"])


def county(scan: Scan, at: int, lead: str) -> Match | None:
    """``Co. Durham``, ``Co Antrim``."""
    end = _end(scan, at, lead)
    if lead != "Co" or scan.after(end) not in listed("counties") or _is_name(scan.before(at)):
        return None
    return (Reading(at, end, "County"),)
