"""Two numbers set against each other: 3-1, 6-3, 4-6, 7-6, 250-6, 52-48, 10:1, 3/4, 9/11, 7/10."""

import re

from accessnews.normalize.en.amounts import fraction
from accessnews.normalize.en.nearby import around, counts, listed, nearest, touches_word, words_before
from accessnews.normalize.grammar import DASH, Match, Reading, Scan
from accessnews.normalize.tables import table

_SCORE = re.compile(
    rf"(?P<one>[0-9]{{1,3}})(?P<gap>[ \u00a0]?{DASH}[ \u00a0]?)(?P<two>[0-9]{{1,3}})(?![\w%/:]|[.,][0-9]|{DASH}[0-9])"
)
_MORE_SETS = re.compile(r"(?:,| and|, and) [0-9]{1,2}[-–][0-9]{1,2}(?![\w-])")
_SETS_BEFORE = re.compile(r"[0-9]{1,2}[-–][0-9]{1,2}(?:,| and|, and) \Z")
_MINUS = re.compile(r"[ \u00a0]?=")
_SLASH = re.compile(r"(?P<up>[0-9]{1,3})/(?P<low>[0-9]{1,3})(?:th|rds?|ths|nds|TH|RDS?)?(?![\w/])")
_RATIO = re.compile(r"(?P<one>[0-9]{1,4}):(?P<two>[0-9]{1,4})(?![\w:]|[.,][0-9])")
_GOALS = 9
_PRESSURE = (250, 30)  # of blood, in millimetres of mercury: 120/80


def score(scan: Scan, at: int, lead: str) -> Match | None:
    """A result of a game, a vote or a range."""
    match = _SCORE.match(scan.text, at)
    if not match or touches_word(scan, at) or (scan.char(at - 1) in "-–" and scan.char(at - 2).isdecimal()):
        return None
    if _MINUS.match(scan.text, match.end()):
        return _joined(scan, match, " minus ", "zero")
    left, right = int(match["one"]), int(match["two"])
    in_set = _is_set(scan, match)
    kind = None if in_set else nearest(scan, at, match.end(), listed("votes"), listed("scores"))
    voted = kind == listed("votes")
    won = in_set or (kind == listed("scores") and not counts(scan, match.end()))
    if len(match["gap"]) > 1 and not won and not voted:
        return None
    if left > 99 and 2 <= right <= 10 and not voted:
        return _joined(scan, match, " for ", "zero")  # runs and wickets
    if left == right > _GOALS and not voted:
        return _joined(scan, match, " ", "zero")  # fifty-fifty
    if voted or left > _GOALS or right > _GOALS or not (won or left >= right):
        return _joined(scan, match, " to ", "zero")
    return _joined(scan, match, " ", "nil")


def _is_set(scan: Scan, match: re.Match[str]) -> bool:
    """Whether it is one of several results in a row, as in tennis."""
    before = scan.text[max(0, match.start() - 12) : match.start()]
    return bool(_MORE_SETS.match(scan.text, match.end()) or _SETS_BEFORE.search(before))


def _joined(scan: Scan, match: re.Match[str], glue: str, zero: str) -> Match:
    left, right = (zero if int(match[side]) == 0 else scan.grammar.cardinal(match[side]) for side in ("one", "two"))
    return (
        Reading(match.start(), match.end("one"), left),
        Reading(*match.span("gap"), glue),
        Reading(*match.span("two"), right),
    )


def ratio(scan: Scan, at: int, lead: str) -> Match | None:
    """``10:1``."""
    match = _RATIO.match(scan.text, at)
    if not match or touches_word(scan, at):
        return None
    left, right = (scan.grammar.cardinal(match[side]) for side in ("one", "two"))
    return (Reading(at, match.end(), f"{left} to {right}"),)


def slashed(scan: Scan, at: int, lead: str) -> Match | None:
    """A fraction, a rating, odds, or two numbers that are a name: ``3/4``, ``7/10``, ``5/1``, ``9/11``."""
    match = _SLASH.match(scan.text, at)
    if not match or touches_word(scan, at) or scan.char(at - 1) in "/.":
        return None
    name = table("en", "context")["slashed"].get(match.group())
    return (Reading(at, match.end(), name or _slashed(scan, match)),)


def _slashed(scan: Scan, match: re.Match[str]) -> str:
    up, low = int(match["up"]), int(match["low"])
    left, right = (scan.grammar.cardinal(match[side]) for side in ("up", "low"))
    near = around(scan, *match.span())
    if low in (5, 10) and up <= low and near & listed("ratings"):
        return f"{left} out of {right}"
    if low == 1 or (up > low and near & listed("odds")) or words_before(scan, match.start(), 1) == ["odds"]:
        return f"{left} to {right}"
    if _PRESSURE[0] > up > low > _PRESSURE[1]:
        return f"{left} over {right}"
    small = low <= (16 if up > low else 100)
    return fraction(up, low) if up and low and small else f"{left} {right}"
