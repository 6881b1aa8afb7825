"""Signs between numbers, and signs in a row."""

from accessnews.normalize.grammar import Scan

_BLANKS = frozenset(" \u00a0\u202f\u2009")


def multiplies(scan: Scan, at: int) -> bool:
    """Whether a sign stands between two numbers: ``2*8``, ``2 * 8``."""
    gap = scan.char(at - 1) in _BLANKS
    left, right = scan.char(at - 1 - gap), scan.char(at + 1 + gap)
    return (left.isdecimal() or left == ")") and (right.isdecimal() or right == "(")


def repeated(scan: Scan, at: int) -> int:
    """Where a row of one sign ends: ``$$$`` is one price class, and said once."""
    end = at + 1
    while scan.char(end) == scan.char(at):
        end += 1
    return end


def apart(scan: Scan, start: int, end: int, words: str) -> str:
    """Words with a blank on either side where letters or figures touch what stands from ``start`` to ``end``."""
    left = " " if scan.char(start - 1).isalnum() or scan.char(start - 1) in ".)" else ""
    right = " " if scan.char(end).isalnum() or scan.char(end) == "(" else ""
    return f"{left}{words}{right}"
