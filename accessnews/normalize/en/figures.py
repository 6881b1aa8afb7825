"""Numbers that stand for themselves: ordinals, versions, names of things, plurals, signs, plain cardinals."""

import re

from accessnews.normalize.en import numerals, streets
from accessnews.normalize.en.amounts import DASH, amount, magnified, number
from accessnews.normalize.en.nearby import counts, goes_on, listed, touches_word, words_before
from accessnews.normalize.scan import Hit, Said, Scan
from accessnews.normalize.tables import table

_ORDINAL = re.compile(
    r"(?P<figures>[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,15})(?P<rank>st|nd|rd|th|ST|ND|RD|TH|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)(?P<s>s)?(?!\w)"
)
_RANKS = {"1": ("st", "ˢᵗ"), "2": ("nd", "ⁿᵈ"), "3": ("rd", "ʳᵈ")}
_CHAIN = re.compile(rf"[0-9]{{1,3}}(?:{DASH}[0-9]{{1,3}}){{2,5}}(?![\w/]|[.,][0-9])")
_VERSION = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){2,4}(?!\w)(?!\.[0-9])")
_POWER = re.compile(r"10(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PLURAL = re.compile(r"(?P<figures>[0-9]{1,4}|[0-9]{1,3},[0-9]{3})(?P<apostrophe>['’])?s(?!\w)")
_ZIP = re.compile(r"[0-9]{5}(?:-[0-9]{4})?(?![\w,]|\.[0-9])")
_TEAM = re.compile(r"([0-9]{2})ers(?!\w)")
_CALIBRES = frozenset({"caliber", "calibre", "cal"})
_CLAUSE = re.compile(r"(?P<figures>[0-9]{3})(?P<letter>\([a-z]\))(?P<more>\([0-9]{1,2}\))?")


def ordinal(scan: Scan, at: int, lead: str) -> Hit | None:
    """``1st``, ``1,000th``, ``20ths``; "1th" is none."""
    found = _ORDINAL.match(scan.text, at)
    if not found or touches_word(scan, at):
        return None
    figures = found["figures"].replace(",", "")
    teen = figures[-2:-1] == "1"
    if found["rank"].lower() not in (("th", "ᵗʰ") if teen else _RANKS.get(figures[-1], ("th", "ᵗʰ"))):
        return None
    return (Said(at, found.end(), numerals.ordinal(figures, scan.british) + (found["s"] or "")),)


def chain(scan: Scan, at: int, lead: str) -> Hit | None:
    """``4-4-2``; a version ``3.11.2`` or an address of the internet."""
    if touches_word(scan, at):
        return None
    found = _CHAIN.match(scan.text, at)
    if found:
        return (Said(at, found.end(), " ".join(map(numerals.cardinal, re.findall(r"[0-9]+", found.group())))),)
    found = _VERSION.match(scan.text, at)
    if not found:
        return None
    parts = found.group().split(".")
    if len(parts) == 4:
        return (Said(at, found.end(), " dot ".join(map(numerals.digits, parts))),)
    return (Said(at, found.end(), " point ".join(map(numerals.cardinal, parts))),)


def power(scan: Scan, at: int, lead: str) -> Hit | None:
    """``10⁶``."""
    found = _POWER.match(scan.text, at)
    if not found or touches_word(scan, at):
        return None
    raised = found["raised"].translate(_RAISED)
    words = {"2": "squared", "3": "cubed"}.get(raised) or f"to the {numerals.ordinal(raised)}"
    return (Said(at, found.end(), f"ten {words}"),)


def clause(scan: Scan, at: int, lead: str) -> Hit | None:
    """``401(k)``, ``501(c)(3)``."""
    found = _CLAUSE.match(scan.text, at)
    if not found or touches_word(scan, at):
        return None
    more = f" {numerals.cardinal(found['more'][1:-1])}" if found["more"] else ""
    return (Said(at, found.end(), f"{numerals.pairs(found['figures'])} {found['letter'][1].upper()}{more}"),)


def plural(scan: Scan, at: int, lead: str) -> Hit | None:
    """``747s``."""
    found = _PLURAL.match(scan.text, at)
    if not found or touches_word(scan, at):
        return None
    if found["apostrophe"] and len(found["figures"]) > 3:
        return None  # a year's possessive
    words = numerals.pairs(found["figures"].replace(",", ""))
    return (Said(at, found.end(), numerals.plural(words.removeprefix("one "))),)


def team(scan: Scan, at: int, lead: str) -> Hit | None:
    """``the 49ers``."""
    found = _TEAM.match(scan.text, at)
    if not found or touches_word(scan, at):
        return None
    return (Said(at, found.end(), f"{numerals.cardinal(found[1]).removesuffix('e')}ers"),)


def thing(scan: Scan, at: int, lead: str) -> Hit | None:
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
    if not (single or scan.after(end) in listed("models")) or _has_magnitude(scan, at):
        return None
    return (Said(at, end, numerals.pairs(lead)),)


def _has_magnitude(scan: Scan, at: int) -> bool:
    plain = number(scan, at)
    return bool(plain and magnified(scan, plain, money=True) is not plain)


def named(scan: Scan, at: int, lead: str) -> Hit | None:
    """``Boeing 737``, ``Route 101``, ``1428 Elm St.``, a ZIP code after its state."""
    end = at + len(lead)
    if touches_word(scan, at) or (goes_on(scan, end) and scan.char(end) != "-"):
        return None
    label = scan.before(at).rstrip(".")
    if 2 < len(lead) < 5 and (label in listed("labels") or streets.follows(scan, end)):
        return (Said(at, end, numerals.pairs(lead)),)
    code = _ZIP.match(scan.text, at)
    place = scan.before(at - 2).rstrip(".") if scan.char(at - 2) == "," else label
    if not code or not (_is_state(place) or _is_texted(scan, at)):
        return None
    return (Said(at, code.end(), numerals.digits(code.group())),)


def _is_texted(scan: Scan, at: int) -> bool:
    """``Text HELP to 85258``."""
    return scan.before(at) == "to" and "text" in words_before(scan, at, 4)


def _is_state(word: str) -> bool:
    known = table("en", "abbreviations")
    return word in known["postal"] or word in known["places"] or word in known["dotted"].values()


def plain(scan: Scan, at: int, lead: str) -> Hit | None:
    """A cardinal, a decimal or a range of them, with its magnitude; a blank before letters it touches."""
    if scan.char(at - 1).isalpha():
        return None
    found = amount(scan, at)
    if not found:
        return None
    said = magnified(scan, found, money=False).said
    last = said[-1]
    if not scan.char(last.end).isalpha():
        return said
    times = scan.char(last.end) in "x×" and not scan.char(last.end + 1).isalnum()
    return (*said[:-1], Said(last.start, last.end + times, f"{last.spoken}{' times' if times else ' '}"))


def signed(scan: Scan, at: int, lead: str) -> Hit | None:
    """A sign before a number that it touches: ``-5``, ``~200``, ``#1``; only the sign is read here."""
    words = table("en", "symbols")["before-number"].get(lead)
    follows = scan.char(at + 1)
    if not words or touches_word(scan, at) or (lead in "-–−" and scan.char(at - 1) in ")%°”\"'’"):
        return None
    number_follows = follows.isdecimal() or (follows == "." and scan.char(at + 2).isdecimal()) or follows in "£$€"
    return (Said(at, at + 1, f"{words} "),) if number_follows else None


def pointed(scan: Scan, at: int, lead: str) -> Hit | None:
    """``.5`` and ``.22-caliber``."""
    found = number(scan, at) if scan.char(at + 1).isdecimal() and not touches_word(scan, at) else None
    if found and len(found.decimals) == 2 and scan.after(found.end + (scan.char(found.end) == "-")) in _CALIBRES:
        return (Said(at, found.end, numerals.cardinal(found.decimals)),)
    return magnified(scan, found, money=False).said if found else None
