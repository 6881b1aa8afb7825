"""Months and days of the week, by language, and the calendar dates that are written with them."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

_EARLIEST = "1000"  # before it, databases write what they do not know: 0001-01-01
_MONTH = r"(?P<month>[^\W\d_]{2,12})\.?,?"
_WEEKDAY = r"(?:(?P<weekday>[^\W\d_]{2,13}(?:-feira)?)(?:\.,?|,)?\s+(?:(?:the|den|dem|le|el|il)\s+)?)?"
_RANK = r"(?:st|nd|rd|th|er|[ºª°.])?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)",  # ISO 8601 and its neighbours
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T\d{4,6}\S{0,6})?$",
        r"(?P<year>\d{4})[年년]\s?(?P<month>\d{1,2})[月월]\s?(?P<day>\d{1,2})[日일]",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?P<year>\d{{4}})(?!\d)",  # the day is first
        rf"{_WEEKDAY}(?P<day>\d{{1,2}}){_RANK}[\s-]+(?:of\s+|de\s+|di\s+|d['’]\s?)?{_MONTH}"
        r"[\s-]+(?:de\s+|del\s+)?(?P<year>\d{4})(?!\d)",
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)",
    )
)


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date in a text. ``iso`` is CCYY-MM-DD, or empty where there is no such day."""

    iso: str
    start: int
    end: int


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__name__).joinpath("months.toml").read_text("utf-8"))


def languages() -> tuple[str, ...]:
    """The primary languages whose months are known."""
    return tuple(_table())


@cache
def month_names(lang: str) -> tuple[str, ...]:
    """The full names of the twelve months in a primary language."""
    return tuple(_table()[lang]["months"])


@cache
def months(lang: str) -> dict[str, int]:
    """The months of a primary language by how they are written, the full names first."""
    return {**{name: number for number, name in enumerate(month_names(lang), 1)}, **_table()[lang]["also"]}


@cache
def weekdays(lang: str) -> tuple[str, ...]:
    """The days of the week in a primary language."""
    return tuple(_table()[lang]["days"])


@cache
def any_month() -> dict[str, int]:
    """The months of all languages, in small letters."""
    return {name.casefold(): number for lang in languages() for name, number in months(lang).items()}


@cache
def any_weekday() -> frozenset[str]:
    """The days of the week of all languages, in small letters, cut short or not."""
    return frozenset(
        name.casefold() for lang in languages() for name in (*weekdays(lang), *_table()[lang].get("short-days", ()))
    )


def day_at_start(text: str) -> Day | None:
    """The calendar date that ``text`` begins with. A date of figures that can be two days is none: 3/4/2020."""
    for form in _FORMS:
        if (match := form.match(text)) and (day := _day(match)) and day.start == 0:
            return day
    return None


def day_within(text: str) -> Day | None:
    """The first calendar date in ``text``."""
    return min(_days_within(text), key=lambda day: (day.start, -day.end), default=None)


def _days_within(text: str) -> Iterator[Day]:
    for form in _FORMS:
        for match in form.finditer(text):
            day = _day(match)
            if day and not text[max(0, day.start - 1) : day.start].isalnum():
                yield day


def _day(match: re.Match[str]) -> Day | None:
    """The day of a match; none where its words are no month. A word before it that is no weekday is not its."""
    parts = match.groupdict()
    weekday, written = parts.get("weekday"), parts["month"].casefold()
    is_dated = not weekday or weekday.casefold() in any_weekday()
    start = match.start() if is_dated else min(match.start("day"), match.start("month"))
    month = int(written) if written.isdecimal() else any_month().get(written, 0)
    if not month and not written.isdecimal():
        return None
    try:
        iso = date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        iso = ""
    return Day(iso if iso >= _EARLIEST else "", start, match.end())
