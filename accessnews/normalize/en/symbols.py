"""Signs between words, and marks that are shown and not said."""

import re
import unicodedata
from functools import cache, partial

from accessnews.normalize.arithmetic import apart, multiplies, repeated
from accessnews.normalize.grammar import Match, Reading, Scan
from accessnews.normalize.quotation import reading
from accessnews.normalize.tables import mapped

_NOTE = re.compile(r"\[(?:[0-9]{1,3}|[a-z]|note [0-9]{1,3}|n [0-9]{1,3}|citation needed|update[sd]?)\](?!\w)")
_STYLED = re.compile(r"[\U0001D400-\U0001D7FF]{1,200}|[Ａ-Ｚａ-ｚ０-９]{1,200}")
_BLANKS = " \u00a0"


_signs = partial(mapped, "en", "symbols")


@cache
def _silent() -> frozenset[str]:
    return frozenset(_signs("silent")["signs"])


@cache
def is_said(sign: str) -> bool:
    """Whether the table has a word for a sign, or silence."""
    return sign in _signs("said") or sign in _silent()


def note_mark(scan: Scan, at: int, lead: str) -> Match | None:
    """``[1]`` after a word: shown, not said."""
    match = _NOTE.match(scan.text, at)
    return (Reading(at, match.end(), ""),) if match and not scan.char(at - 1).isspace() else None


def plus(scan: Scan, at: int, lead: str) -> Match | None:
    """``50+``, ``10%+``, ``LGBTQ+``, ``C++``, ``2+3``."""
    if not (scan.char(at - 1).isalnum() or scan.char(at - 1) in "+%"):
        return None
    return (Reading(at, at + 1, " plus" + (" " if scan.char(at + 1).isalnum() else "")),)


def equals(scan: Scan, at: int, lead: str) -> Match | None:
    """``1+2=3``."""
    touched = scan.char(at - 1).isalnum() and scan.char(at + 1).isalnum()
    return (Reading(at, at + 1, " equals "),) if touched else None


def asterisk(scan: Scan, at: int, lead: str) -> Match | None:
    """``2*8``, ``2 * 8``."""
    return (Reading(at, at + 1, apart(scan, at, at + 1, _signs("said")["×"])),) if multiplies(scan, at) else None


def slash(scan: Scan, at: int, lead: str) -> Match | None:
    """Between words: a pause between names and amounts, "or" between pronouns."""
    if scan.char(at - 1) == "<":
        return (Reading(at, at + 1, ""),)
    left, right = scan.char(at - 1), scan.char(at + 1)
    if not (left.isalnum() or left in "%)°") or right.isspace():
        return None
    pair = f"{scan.before(at)}/{scan.after(at + 1)}".lower()
    if pair in _signs("slash"):
        return (Reading(at, at + 1, f" {_signs('slash')[pair]} ".replace("  ", " ")),)
    return (Reading(at, at + 1, " slash " if right.islower() else ", "),)


def bracket(scan: Scan, at: int, lead: str) -> Match | None:
    """Angle brackets and doubled square ones are text, and never the start of a command to a voice."""
    left, right = scan.char(at - 1), scan.char(at + 1)
    if lead in "[]":
        return (Reading(at, at + 1, ""),) if lead in (left, right) else None
    if _is_alone(scan, at):
        return None
    return (Reading(at, at + 1, " " if left.isalnum() and (right.isalnum() or right == "/") else ""),)


def _is_alone(scan: Scan, at: int) -> bool:
    return scan.char(at - 1) in _BLANKS and scan.char(at + 1) in _BLANKS


def sign(scan: Scan, at: int, lead: str) -> Match | None:
    """A sign as its word, apart from the words it touches; or silence."""
    left, right = scan.char(at - 1), scan.char(at + 1)
    if lead == right and lead in _signs("doubled"):
        return (Reading(at, at + 2, _signs("doubled")[lead]),)
    words = _signs("said").get(lead)
    if words:
        end = repeated(scan, at)
        return (Reading(at, end, apart(scan, at, end, words)),)
    if lead in _silent():
        return (Reading(at, at + 1, " " if lead in "_|\\" and left.isalnum() and right.isalnum() else ""),)
    lone = _signs("alone").get(lead)
    return (Reading(at, at + 1, lone),) if lone and _is_alone(scan, at) else None


def quotation(scan: Scan, at: int, lead: str) -> Match | None:
    """Opening and closing marks, where they are to be said; single ones, like apostrophes, never are."""
    return reading(scan, at, "“", "”", ("quote, ", "end quote")) if scan.quotes else None


def styled(scan: Scan, at: int, lead: str) -> Match | None:
    """Mathematical letters that stand for bold or italic type in social media."""
    match = _STYLED.match(scan.text, at)
    return (Reading(at, match.end(), unicodedata.normalize("NFKC", match.group())),) if match else None
