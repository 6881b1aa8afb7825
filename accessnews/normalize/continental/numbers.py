"""Numbers as written with a decimal comma, 1.234,5 or 1 234,5, and ranges of two."""

import re
from dataclasses import dataclass
from functools import cache

from accessnews.normalize.continental.grammar import BLANK, DASH, Grammar, listed
from accessnews.normalize.scan import Said, Scan

_RANGE = re.compile(rf"(?P<left>{BLANK})?{DASH}(?(left){BLANK})(?=[0-9])")
_LONGEST = 15  # figures; a longer number is an identity, not an amount


@dataclass(frozen=True, slots=True)
class Number:
    """Figures at a place in the text."""

    start: int
    end: int
    whole: str
    part: str = ""  # figures after the decimal sign
    dot: bool = False  # the decimal sign is the one of other languages

    @property
    def plain(self) -> bool:
        return not self.part

    @property
    def value(self) -> int:
        return int(self.whole)


@dataclass(frozen=True, slots=True)
class Amount:
    """One number, or the two ends of a range."""

    first: Number
    last: Number
    loose: bool = False  # blanks stand around the dash: a range only where a unit follows

    @property
    def ranged(self) -> bool:
        return self.first is not self.last


@cache
def _pattern(groups: str, point: str) -> re.Pattern[str]:
    other = "." if point == "," else ","
    gap = rf"[{re.escape(groups)}\u00a0\u202f\u2009 ]"
    return re.compile(
        rf"(?P<whole>[0-9]{{1,3}}(?:(?P<gap>{gap})[0-9]{{3}}(?:(?P=gap)[0-9]{{3}}){{0,4}})(?![0-9]| [0-9])|[0-9]+)"
        rf"(?:(?P<point>{re.escape(point)})(?P<part>[0-9]{{1,9}})|(?P<dot>{re.escape(other)})(?P<more>[0-9]{{1,2}}))?(?![0-9])"
    )


def number(grammar: Grammar, scan: Scan, at: int) -> Number | None:
    """The number at ``at``; nothing for chains of figures such as versions and addresses."""
    found = _pattern(grammar.groups, grammar.point).match(scan.text, at)
    if not found or len(found["whole"]) > _LONGEST + 5 or (found["dot"] and found["gap"] == "."):
        return None
    following = scan.char(found.end())
    if following in {".", ",", ":", "/"} and scan.char(found.end() + 1).isdigit():
        return None
    whole = "".join(figure for figure in found["whole"] if figure.isdigit())
    if found["gap"] and whole[0] == "0":
        return None
    if found["part"] and len(found["part"]) == 3 and grammar.code == "es" and whole != "0" and not found["gap"]:
        return None  # thousands in one country, decimals in another
    return Number(at, found.end(), whole, found["part"] or found["more"] or "", bool(found["dot"]))


def amount(grammar: Grammar, scan: Scan, at: int) -> Amount | None:
    """The number at ``at`` or the range that begins there."""
    first = number(grammar, scan, at)
    dash = _RANGE.match(scan.text, first.end) if first else None
    last = number(grammar, scan, dash.end()) if dash else None
    if not first or not dash or not last or not _is_range(grammar, scan, first, last):
        return Amount(first, first) if first else None
    return Amount(first, last, bool(dash["left"]))


def _is_range(grammar: Grammar, scan: Scan, first: Number, last: Number) -> bool:
    """Whether two numbers are the ends of one range, or a result, and no type or telephone number."""
    if scan.char(last.end) in {"-", "–"} and scan.char(last.end + 1).isdigit():
        return False
    if scan.char(first.start - 1) in {"-", "–"} or (first.whole[0] == "0" and len(first.whole) > 1 and first.plain):
        return False
    if scan.before(first.start) in listed(grammar.code, "models"):
        return False
    small = first.value < 100 and last.value < 100 and first.plain and last.plain
    years = len(first.whole) == 4 and len(last.whole) == 2
    return small or years or last.value >= first.value


def words(grammar: Grammar, shown: Number, gender: str = "") -> str:
    """A number in words; decimals only count."""
    if shown.plain:
        if len(shown.whole) > 1 and shown.whole[0] == "0":
            return digits(grammar, shown.whole)
        return grammar.cardinal(shown.whole, gender)
    sign = grammar.dot if shown.dot else grammar.comma
    whole = grammar.cardinal(shown.whole, "")
    return f"{whole} {sign} {grammar.decimals(shown.part)}"


def digits(grammar: Grammar, figures: str) -> str:
    """One by one; what is no figure is passed over."""
    return " ".join(grammar.cardinal(figure, "") for figure in figures if figure.isdecimal())


def said(grammar: Grammar, amount: Amount, gender: str = "") -> tuple[Said, ...]:
    """An amount in words, its ends and its dash apart."""
    first, last = amount.first, amount.last
    parts = (Said(last.start, last.end, words(grammar, last, gender)),)
    if not amount.ranged:
        return parts
    opening = Said(first.start, first.end, words(grammar, first, gender))
    return (opening, Said(first.end, last.start, f" {grammar.to} "), *parts)
