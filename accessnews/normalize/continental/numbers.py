"""Numbers as written with a decimal comma, 1.234,5 or 1 234,5, and which two of them are a range."""

import re

from accessnews.normalize.continental.lists import listed
from accessnews.normalize.grammar import BLANK, DASH, Number, Scan

RANGE = re.compile(rf"(?P<left>{BLANK})?{DASH}(?(left){BLANK})(?=[0-9])")
TO = re.compile(rf"{BLANK}?{DASH}{BLANK}?(?=[0-9])")
NEXT_WORD = re.compile(rf"{BLANK}(?P<word>[^\W\d_]+)")
LONGEST = 15  # figures; a longer number is an identity, not an amount


def shape(groups: str = ".'’", point: str = ",") -> re.Pattern[str]:
    """A number with ``groups``, beside blanks, between threes of figures, and the decimal sign ``point``."""
    gap, foreign = rf"[{re.escape(groups)}\u00a0\u202f\u2009 ]", "." if point == "," else ","
    return re.compile(
        rf"""
        (?P<whole> [0-9]{{1,3}} (?: (?P<gap>{gap}) [0-9]{{3}} (?: (?P=gap) [0-9]{{3}} ){{0,4}} ) (?![0-9]|[ ][0-9])
        | [0-9]+ )
        (?: {re.escape(point)} (?P<part>[0-9]{{1,9}}) | {re.escape(foreign)} (?P<foreign>[0-9]{{1,2}}) )? (?![0-9])
        """,
        re.VERBOSE,
    )


_AMERICAN = re.compile(r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3}){1,5})\.(?P<part>[0-9]{1,2})(?![0-9]|[.,][0-9])")


def american(scan: Scan, at: int) -> re.Match[str] | None:
    """``1,234.50``: both signs in one number leave no doubt which is the decimal one."""
    return _AMERICAN.match(scan.text, at)


def is_fragment(scan: Scan, number: re.Match[str]) -> bool:
    """Whether figures are only part of a chain, such as a version or an address."""
    if len(number["whole"]) > LONGEST + 5 or (number["foreign"] and number["gap"] == "."):
        return True
    end = number.end()
    return (scan.char(end) in ".,:/" and scan.char(end + 1).isdigit()) or bool(number["gap"] and number[0][0] == "0")


def is_range(scan: Scan, first: Number, last: Number) -> bool:
    """Whether two numbers are the ends of one range, or a result, and no type or telephone number."""
    if scan.char(last.end) in {"-", "–"} and scan.char(last.end + 1).isdigit():
        return False
    if scan.char(first.start - 1) in {"-", "–"} or first.is_code:
        return False
    if scan.before(first.start) in listed(scan.grammar.code, "models"):
        return False
    small = int(first.whole) < 100 and int(last.whole) < 100 and first.plain and last.plain
    years = len(first.whole) == 4 and len(last.whole) == 2
    return small or years or int(last.whole) >= int(first.whole)
