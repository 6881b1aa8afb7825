"""Numbers that stand for themselves: ordinals, versions, names of things, plurals, signs, plain cardinals."""

import re

from accessnews.normalize.en import numerals
from accessnews.normalize.en.amounts import magnified
from accessnews.normalize.en.nearby import counts, goes_on, listed, street_follows, touches_word, words_before
from accessnews.normalize.grammar import DASH, Match, Reading, Scan
from accessnews.normalize.numbers import amount, readings
from accessnews.normalize.tables import table

_ORDINAL = re.compile(
    r"(?P<figures>[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,15})(?P<rank>st|nd|rd|th|ST|ND|RD|TH|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)(?P<s>s)?(?!\w)"
)
_RANKS = {"1": ("st", "ˢᵗ"), "2": ("nd", "ⁿᵈ"), "3": ("rd", "ʳᵈ")}
_CHAIN = re.compile(rf"[0-9]{{1,3}}(?:{DASH}[0-9]{{1,3}}){{2,5}}(?![\w/]|[.,][0-9])")
_VERSION = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){2,4}(?!\w)(?!\.[0-9])")
_POWER = re.compile(r"10(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
_BOOK = re.compile(r"[0-9](?:[- ]?[0-9X]){7,16}(?!\w)")
_BOOK_NUMBERS = frozenset({"ISBN", "ISSN", "EAN"})
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PLURAL = re.compile(r"(?P<figures>[0-9]{1,4}|[0-9]{1,3},[0-9]{3})(?P<apostrophe>['’])?s(?!\w)")
_ZIP = re.compile(r"[0-9]{5}(?:-[0-9]{4})?(?![\w,]|\.[0-9])")
_TEAM = re.compile(r"([0-9]{2})ers(?!\w)")
_CALIBRES = frozenset({"caliber", "calibre", "cal"})
_CLAUSE = re.compile(r"(?P<figures>[0-9]{3})(?P<letter>\([a-z]\))(?P<more>\([0-9]{1,2}\))?")


def ordinal(scan: Scan, at: int, lead: str) -> Match | None:
    """``1st``, ``1,000th``, ``20ths``; "1th" is none."""
    match = _ORDINAL.match(scan.text, at)
    if not match or touches_word(scan, at):
        return None
    figures = match["figures"].replace(",", "")
    teen = figures[-2:-1] == "1"
    if match["rank"].lower() not in (("th", "ᵗʰ") if teen else _RANKS.get(figures[-1], ("th", "ᵗʰ"))):
        return None
    return (Reading(at, match.end(), numerals.ranked(scan.grammar.cardinal(figures)) + (match["s"] or "")),)


def chain(scan: Scan, at: int, lead: str) -> Match | None:
    """``4-4-2``; a version ``3.11.2`` or an address of the internet."""
    if touches_word(scan, at):
        return None
    match = _CHAIN.match(scan.text, at)
    if match:
        return (Reading(at, match.end(), " ".join(map(numerals.cardinal, re.findall(r"[0-9]+", match.group())))),)
    match = _VERSION.match(scan.text, at)
    number = amount(scan, at, ranged=False)
    if not match or (number and number.first.marked):  # 1.234.567 people
        return None
    parts = match.group().split(".")
    if len(parts) == 4:
        return (Reading(at, match.end(), " dot ".join(map(numerals.digits, parts))),)
    return (Reading(at, match.end(), " point ".join(map(numerals.cardinal, parts))),)


def booked(scan: Scan, at: int, lead: str) -> Match | None:
    """``ISBN 978-3-16-148410-0``: figure by figure."""
    match = _BOOK.match(scan.text, at) if scan.before(at).rstrip(":") in _BOOK_NUMBERS else None
    return (
        (Reading(at, match.end(), ", ".join(map(numerals.digits, re.split(r"[- ]", match.group())))),)
        if match
        else None
    )


def power(scan: Scan, at: int, lead: str) -> Match | None:
    """``10⁶``."""
    match = _POWER.match(scan.text, at)
    if not match or touches_word(scan, at):
        return None
    raised = match["raised"].translate(_RAISED)
    words = {"2": "squared", "3": "cubed"}.get(raised) or f"to the {numerals.ordinal(raised)}"
    return (Reading(at, match.end(), f"ten {words}"),)


def clause(scan: Scan, at: int, lead: str) -> Match | None:
    """``401(k)``, ``501(c)(3)``."""
    match = _CLAUSE.match(scan.text, at)
    if not match or touches_word(scan, at):
        return None
    more = f" {numerals.cardinal(match['more'][1:-1])}" if match["more"] else ""
    return (Reading(at, match.end(), f"{numerals.pairs(match['figures'])} {match['letter'][1].upper()}{more}"),)


def plural(scan: Scan, at: int, lead: str) -> Match | None:
    """``747s``."""
    match = _PLURAL.match(scan.text, at)
    if not match or touches_word(scan, at):
        return None
    if match["apostrophe"] and len(match["figures"]) > 3:
        return None  # a year's possessive
    words = numerals.pairs(match["figures"].replace(",", ""))
    return (Reading(at, match.end(), numerals.plural(words.removeprefix("one "))),)


def team(scan: Scan, at: int, lead: str) -> Match | None:
    """``the 49ers``."""
    match = _TEAM.match(scan.text, at)
    if not match or touches_word(scan, at):
        return None
    return (Reading(at, match.end(), f"{numerals.cardinal(match[1]).removesuffix('e')}ers"),)


def thing(scan: Scan, at: int, lead: str) -> Match | None:
    """``a 747``, ``737 Max``: three figures that name what comes in the singular."""
    end = at + len(lead)
    if (
        len(lead) != 3
        or lead.endswith("00")
        or touches_word(scan, at)
        or goes_on(scan, end)
        or scan.char(end) in "-%"
    ):
        return None
    single = scan.before(at).lower() in ("a", "an") and not scan.after(end).isdecimal() and not counts(scan, end)
    number = amount(scan, at, ranged=False)
    if not (single or scan.after(end) in listed("models")) or (number and magnified(scan, number, True).magnitude):
        return None
    return (Reading(at, end, numerals.pairs(lead)),)


def named(scan: Scan, at: int, lead: str) -> Match | None:
    """``Boeing 737``, ``Route 101``, ``1428 Elm St.``, a ZIP code after its state."""
    end = at + len(lead)
    if touches_word(scan, at) or (goes_on(scan, end) and scan.char(end) != "-"):
        return None
    label = scan.before(at).rstrip(".")
    if 2 < len(lead) < 5 and (label in listed("labels") or street_follows(scan, end)):
        return (Reading(at, end, numerals.pairs(lead)),)
    code = _ZIP.match(scan.text, at)
    place = scan.before(at - 2).rstrip(".") if scan.char(at - 2) == "," else label
    texted = scan.before(at) == "to" and "text" in words_before(scan, at, 4)  # Text HELP to 85258
    if not code or not (_is_state(place) or texted):
        return None
    return (Reading(at, code.end(), numerals.digits(code.group())),)


def _is_state(word: str) -> bool:
    states = table("en", "abbreviations")
    return word in states["postal"] or word in states["places"] or word in states["dotted"].values()


def plain(scan: Scan, at: int, lead: str) -> Match | None:
    """A cardinal, a decimal or a range of them, with its magnitude; a blank before letters it touches."""
    if scan.char(at - 1).isalpha():
        return None
    match = amount(scan, at)
    if not match:
        return None
    spoken = readings(scan, magnified(scan, match, money=False))
    last = spoken[-1]
    if not scan.char(last.end).isalpha():
        return spoken
    times = scan.char(last.end) in "x×" and not scan.char(last.end + 1).isalnum()
    return (*spoken[:-1], Reading(last.start, last.end + times, f"{last.spoken}{' times' if times else ' '}"))


def signed(scan: Scan, at: int, lead: str) -> Match | None:
    """A sign before a number that it touches: ``-5``, ``~200``, ``#1``; only the sign is read here."""
    words = table("en", "symbols")["before-number"].get(lead)
    follows = scan.char(at + 1)
    if not words or touches_word(scan, at) or (lead in "-–−" and scan.char(at - 1) in ")%°”\"'’"):
        return None
    number_follows = follows.isdecimal() or (follows == "." and scan.char(at + 2).isdecimal()) or follows in "£$€"
    return (Reading(at, at + 1, f"{words} "),) if number_follows else None


def pointed(scan: Scan, at: int, lead: str) -> Match | None:
    """``.5`` and ``.22-caliber``."""
    match = amount(scan, at, ranged=False) if scan.char(at + 1).isdecimal() and not touches_word(scan, at) else None
    if match and len(match.decimals) == 2 and scan.after(match.end + (scan.char(match.end) == "-")) in _CALIBRES:
        return (Reading(at, match.end, numerals.cardinal(match.decimals)),)
    return readings(scan, magnified(scan, match, money=False)) if match else None
