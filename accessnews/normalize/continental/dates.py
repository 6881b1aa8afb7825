"""Dates in figures, 3.5.2024, 03/05/24, 2024-05-03, and months cut short beside a number."""

import re
from functools import cache

from accessnews.normalize.continental.lists import month_names, months
from accessnews.normalize.continental.numbers import TO
from accessnews.normalize.grammar import BLANK, Match, Reading, Scan
from accessnews.normalize.numbers import to_other_end

_NUMERIC = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(?P<gap>\.{BLANK}|[/.-])(?P<month>[0-9]{{1,2}})(?P=gap)(?P<year>[0-9]{{4}}|[0-9]{{2}})"
    r"(?![\w/]|-(?![0-9]{1,2}[./][0-9]{1,2}[./])|[.,:][0-9])"
)
_ISO = re.compile(r"(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![\w/-])")
_SEASON = re.compile(r"(?P<one>[12][0-9]{3})/(?P<two>[12][0-9]{3}|[0-9]{2})(?![\w/-]|[.,:][0-9])")
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CENTURY_TURNS = 50  # of years in two figures


def is_day(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _DAYS_IN_MONTH[month - 1]


def numeric(scan: Scan, at: int, lead: str) -> Match | None:
    """Day, month and year in figures, and the other end of a range."""
    return to_other_end(scan, _numeric(scan, at), TO, _numeric)


def _numeric(scan: Scan, at: int) -> Match | None:
    match = _ISO.match(scan.text, at) or _NUMERIC.match(scan.text, at)
    if not match or not is_day(int(match["day"]), int(match["month"])):
        return None
    year = match["year"]
    if len(year) == 2:
        if match.re is _NUMERIC and match["gap"] == "-":
            return None
        year = ("20" if int(year) < _CENTURY_TURNS else "19") + year
    return (Reading(at, match.end(), scan.grammar.date(scan, at, int(match["day"]), int(match["month"]), year)),)


def season(scan: Scan, at: int, lead: str) -> Match | None:
    """``2023/24``: two years, one after the other."""
    match = _SEASON.match(scan.text, at)
    if not match or scan.char(at - 1) in {"/", "-"}:
        return None
    first, second = match["one"], match["two"]
    if int(second[-2:]) != (int(first) + 1) % 100:
        return None
    spoken = scan.grammar.cardinal(second, "") if len(second) == 2 else scan.grammar.year(second)
    turn = match.end("one")
    return Reading(at, turn, scan.grammar.year(first)), Reading(turn, match.end(), f" {spoken}")


@cache
def shorts(code: str) -> frozenset[str]:
    return frozenset(months(code)) - frozenset(month_names(code))


_NUMBER_BEFORE = re.compile(rf"[0-9]\.?(?:er)?{BLANK}\Z")
_NUMBER_AFTER = re.compile(rf"\.?{BLANK}[12]?[0-9]")


def short_month(scan: Scan, at: int, lead: str) -> Match | None:
    """``3 janv. 2024``, ``Okt. 2023``."""
    if lead not in shorts(scan.grammar.code):
        return None
    end = at + len(lead)
    before, after = _NUMBER_BEFORE.search(scan.text[max(0, at - 8) : at]), _NUMBER_AFTER.match(scan.text, end)
    dotted = scan.char(end) == "."
    if not after and not (before and dotted):
        return None
    words = month_names(scan.grammar.code)[months(scan.grammar.code)[lead] - 1]
    if scan.grammar.of:
        words = (f"{scan.grammar.of} " if before else "") + words + (f" {scan.grammar.of}" if after else "")
    return (Reading(at, end + (dotted and not scan.closes(end + 1)), words),)
