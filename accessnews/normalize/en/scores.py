"""Two numbers set against each other: 3-1, 6-3, 4-6, 7-6, 250-6, 52-48, 10:1, 3/4, 9/11, 7/10."""

import re

from accessnews.normalize.en import numerals
from accessnews.normalize.en.amounts import DASH, fraction
from accessnews.normalize.en.nearby import around, counts, listed, nearest, touches_word, words_before
from accessnews.normalize.scan import Hit, Said, Scan
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


def score(scan: Scan, at: int, lead: str) -> Hit | None:
    """A result of a game, a vote or a range."""
    found = _SCORE.match(scan.text, at)
    if not found or touches_word(scan, at) or (scan.char(at - 1) in "-–" and scan.char(at - 2).isdecimal()):
        return None
    if _MINUS.match(scan.text, found.end()):
        return _joined(scan, found, " minus ", "zero")
    one, two = int(found["one"]), int(found["two"])
    in_set = _is_set(scan, found)
    kind = None if in_set else nearest(scan, at, found.end(), listed("votes"), listed("scores"))
    voted = kind == listed("votes")
    won = in_set or (kind == listed("scores") and not counts(scan, found.end()))
    if len(found["gap"]) > 1 and not won and not voted:
        return None
    if one > 99 and 2 <= two <= 10 and not voted:
        return _joined(scan, found, " for ", "zero")  # runs and wickets
    if one == two > _GOALS and not voted:
        return _joined(scan, found, " ", "zero")  # fifty-fifty
    if voted or one > _GOALS or two > _GOALS or not (won or one >= two):
        return _joined(scan, found, " to ", "zero")
    return _joined(scan, found, " ", "nil")


def _is_set(scan: Scan, found: re.Match[str]) -> bool:
    """Whether it is one of several results in a row, as in tennis."""
    before = scan.text[max(0, found.start() - 12) : found.start()]
    return bool(_MORE_SETS.match(scan.text, found.end()) or _SETS_BEFORE.search(before))


def _joined(scan: Scan, found: re.Match[str], glue: str, zero: str) -> Hit:
    one, two = (
        zero if int(found[side]) == 0 else numerals.cardinal(found[side], scan.british) for side in ("one", "two")
    )
    return Said(found.start(), found.end("one"), one), Said(*found.span("gap"), glue), Said(*found.span("two"), two)


def ratio(scan: Scan, at: int, lead: str) -> Hit | None:
    """``10:1``."""
    found = _RATIO.match(scan.text, at)
    if not found or touches_word(scan, at):
        return None
    one, two = (numerals.cardinal(found[side], scan.british) for side in ("one", "two"))
    return (Said(at, found.end(), f"{one} to {two}"),)


def slashed(scan: Scan, at: int, lead: str) -> Hit | None:
    """A fraction, a rating, odds, or two numbers that are a name: ``3/4``, ``7/10``, ``5/1``, ``9/11``."""
    found = _SLASH.match(scan.text, at)
    if not found or touches_word(scan, at) or scan.char(at - 1) in "/.":
        return None
    known = table("en", "context")["slashed"].get(found.group())
    return (Said(at, found.end(), known or _slashed(scan, found)),)


def _slashed(scan: Scan, found: re.Match[str]) -> str:
    up, low = int(found["up"]), int(found["low"])
    one, two = (numerals.cardinal(found[side], scan.british) for side in ("up", "low"))
    near = around(scan, *found.span())
    if low in (5, 10) and up <= low and near & listed("ratings"):
        return f"{one} out of {two}"
    if low == 1 or (up > low and near & listed("odds")) or words_before(scan, found.start(), 1) == ["odds"]:
        return f"{one} to {two}"
    if _PRESSURE[0] > up > low > _PRESSURE[1]:
        return f"{one} over {two}"
    small = low <= (16 if up > low else 100)
    return fraction(up, low) if up and low and small else f"{one} {two}"
