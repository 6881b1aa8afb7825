"""Days of the week: cut short before a date or between dashes, and their spans."""

import re
from functools import cache, partial

from accessnews.normalize.grammar import DASH, Match, Reading, Scan
from accessnews.normalize.tables import mapped, table

_short = partial(mapped, "en", "dates", "days")


@cache
def _to() -> re.Pattern[str]:
    names = "|".join(sorted({*_short(), *_short().values()}, key=len, reverse=True))
    return re.compile(rf"\.?(?P<to>[ \u00a0]?{DASH}[ \u00a0]?)(?P<last>{names})(?!\w)\.?")


@cache
def _before_date() -> re.Pattern[str]:
    months = "|".join(table("en", "dates")["months"])
    return re.compile(rf"\.?,?[ \u00a0](?:[0-3]?[0-9](?:st|nd|rd|th)?[ \u00a0](?:of[ \u00a0])?)?(?:{months})\b")


def is_day(word: str) -> bool:
    return word in _short() or word in _short().values()


def weekday(scan: Scan, at: int, lead: str) -> Match | None:
    """``Mon-Fri``, ``Monday–Friday``, ``Mon, 5 June``."""
    end = at + len(lead)
    match = _to().match(scan.text, end)
    if match:
        last = Reading(match.start("last"), match.end(), _short().get(match["last"], match["last"]))
        return Reading(at, match.start("to"), _short().get(lead, lead)), Reading(*match.span("to"), " to "), last
    if lead not in _short() or not _before_date().match(scan.text, end):
        return None
    return (Reading(at, end + (scan.char(end) == "."), _short()[lead]),)
