"""Signs said as words, quotation marks where they are asked for, and addresses that are left alone."""

import re

from accessnews.normalize.arithmetic import apart, multiplies, repeated
from accessnews.normalize.continental.lists import listed, mapped
from accessnews.normalize.grammar import Cardinal, Match, Reading, Scan
from accessnews.normalize.quotation import reading
from accessnews.text.raised import vulgar

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"„“”«»]{1,300}(?<![.,:;?!)])|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
)
_GOES_ON = frozenset(".:@_-+0123456789")
_NOTE = re.compile(r"\[[0-9]{1,3}\]")


def address(scan: Scan, at: int, lead: str) -> Match | None:
    """Pages and e-mail: the numbers in them are no amounts."""
    end = at + len(lead)
    if not (scan.char(end) in _GOES_ON and scan.char(end + 1).strip()) or scan.char(at - 1).isalnum():
        return None
    match = _ADDRESS.match(scan.text, at, at + 400)
    return (Reading(at, match.end(), match.group()),) if match else None


def sign(scan: Scan, at: int, lead: str) -> Match | None:
    """A sign as its word, apart from the words it touches; the mark of a note is not said."""
    if lead == "[":
        note = _NOTE.match(scan.text, at)
        return (Reading(at, note.end(), ""),) if note and not scan.char(at - 1).isspace() else None
    fraction = mapped(scan.grammar.code, "fractions").get(lead) if scan.char(at - 1).isdigit() else None
    if fraction:
        return (Reading(at, at + 1, fraction + (" " if scan.char(at + 1).isalnum() else "")),)
    signs = mapped(scan.grammar.code, "signs")
    if lead == "*":
        return (Reading(at, at + 1, apart(scan, at, at + 1, signs["×"])),) if multiplies(scan, at) else None
    doubled = lead * 2 in signs and scan.char(at + 1) == lead
    words = signs.get(lead * 2 if doubled else lead)
    if not words:
        return None
    end = at + 2 if doubled else repeated(scan, at)
    return (Reading(at, end, apart(scan, at, end, words)),)


def slashed(scan: Scan, at: int, lead: str) -> Match | None:
    """``24/7``; ``3/4`` of something."""
    for kind in ("slashed", "parts"):
        for shown, spoken in mapped(scan.grammar.code, kind).items():
            end = at + len(shown)
            if not scan.text.startswith(shown, at) or scan.char(end).isalnum() or scan.char(end) == "/":
                continue
            if kind == "slashed" or scan.after(end).split("'")[0].split("’")[0] in listed(scan.grammar.code, "of"):
                return (Reading(at, end, spoken),)
    return None


def part(code: str, over: str, cardinal: Cardinal, up: str, low: str) -> str:
    """A fraction of two numbers in figures: by its sign where there is one, else the one ``over`` the other."""
    return mapped(code, "signs").get(vulgar(up, low)) or f"{cardinal(up)} {over} {cardinal(low)}"


def quotation(scan: Scan, at: int, lead: str) -> Match | None:
    """Where a quotation opens and closes, if that is to be said."""
    if not scan.quotes:
        return None
    marks = mapped(scan.grammar.code, "quotation")
    return reading(scan, at, marks["opens"], marks["closes"], (marks["open"], marks["close"]))
