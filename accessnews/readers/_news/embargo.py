"""Embargoes: the moment before which a story must not go out, in the ways people write that."""

import re

from accessnews.readers._news.masthead import calendar_date
from accessnews.text.unicode import line

_TIME = re.compile(
    r"(?<![\d-])(?P<hour>[01]?\d|2[0-4])(?:[:.h](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"(?=\s|Z|[+-]\d\d:?\d\d|$|[,;)])",
    re.IGNORECASE,
)
_ZONE = re.compile(r"(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)|\b(?P<name>[A-Z]{1,5})\b")
_FIGURES = re.compile(r"(?<![\d+-])([01]\d|2[0-3])([0-5]\d)(?!\d)")  # 0600
_ZONES = {"UTC": 0, "GMT": 0, "Z": 0, "BST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EST": -5, "EDT": -4}
_LATEST = -12  # hours: where a moment without a zone comes last on Earth, so that nothing is out too early
_DAY = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")


def not_before(text: str) -> str:
    """The day, or the day and time with its zone, that ``text`` begins with, as ISO 8601; empty where it has none."""
    text = line(text)
    day = calendar_date(text)
    if not day:
        return ""
    written = _DAY.match(text)
    behind = text[written.end() :].lstrip("T ") if written else re.sub(r"^.*?\b\d{4}\b(?!:)", "", text, count=1)
    behind = _FIGURES.sub(r"\1:\2", behind)
    time = _TIME.search(behind)
    if not time or not (time["minute"] or time["half"]):
        return day
    hour = int(time["hour"]) % 12 + 12 * (time["half"][0] in "pP") if time["half"] else int(time["hour"])
    if hour > 23:
        return f"{day}T23:59:59{_zone(behind[time.end() :])}"
    return f"{day}T{hour:02d}:{time['minute'] or '00'}:00{_zone(behind[time.end() :])}"


def _zone(text: str) -> str:
    match = _ZONE.search(text)
    if match and match["sign"]:
        return f"{match['sign']}{match['hours']}:{match['minutes']}"
    hours = _ZONES.get(match["name"], _LATEST) if match else _LATEST
    return f"{'-' if hours < 0 else '+'}{abs(hours):02d}:00"
