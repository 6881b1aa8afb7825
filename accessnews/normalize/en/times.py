"""Times of day and durations: 5:05 p.m., 17:30, 10am, 0900 GMT, 9-5pm, 2:01:39."""

import re
from functools import partial

from accessnews.normalize.en import numerals
from accessnews.normalize.en.nearby import touches_word
from accessnews.normalize.grammar import DASH, Match, Reading, Scan
from accessnews.normalize.tables import listed

_CLOCK = re.compile(
    r"(?P<hour>[01]?[0-9]|2[0-4])(?:(?P<point>[:.])(?P<minute>[0-5][0-9]))?(?![0-9])"
    r"(?:(?P<gap>[ \u00a0\u202f-])?(?P<half>[aApP])(?P<dots>\.[ ]?[mM]\.?|[mM](?!\w)))?"
)
_DURATION = re.compile(
    r"(?P<hour>[0-9]{1,3}):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9])(?P<part>\.[0-9]{1,3})?(?![\w:])"
)
_LAP = re.compile(r"(?P<minute>[0-9]{1,2}):(?P<second>[0-5][0-9])(?P<part>\.[0-9]{1,3})(?![\w:])")
_HOURS = re.compile(
    r"(?P<hour>[0-9]{1,3}) ?h(?:rs?)? ?(?P<minute>[0-5]?[0-9]) ?(?:m|mins?)?"
    r"(?: ?(?P<second>[0-5]?[0-9]) ?s(?:ecs?)?)?(?!\w)"
)
_MINUTES = re.compile(
    r"(?P<minute>[0-9]{1,3}) ?m(?:ins?)? ?(?P<second>[0-5]?[0-9])(?P<part>\.[0-9]{1,3})?"
    r" ?s(?:ecs?)?(?!\w)"
)
_FOUR = re.compile(r"(?P<hour>[01][0-9]|2[0-4])(?P<minute>[0-5][0-9])[ \u00a0](?P<zone>[A-Za-z]+)")
_TO = re.compile(rf"[ \u00a0]?{DASH}[ \u00a0]?(?=[0-9])")
_NOON = 12


_listed = partial(listed, "en", "dates", "times")


def clock(scan: Scan, at: int, lead: str) -> Match | None:
    """A time of day, or a span of two of them."""
    match = _CLOCK.match(scan.text, at)
    if not match or touches_word(scan, at):
        return None
    to = _TO.match(scan.text, match.end())
    last = _CLOCK.match(scan.text, to.end()) if to else None
    until = bool(last and _is_clock(scan, last))
    # "9-5pm": the first hour is one because the second is.
    if not _is_clock(scan, match) and not (until and last and last["half"] and 1 <= int(match["hour"]) <= _NOON):
        return None
    spoken = _readings(scan, match)
    if not until or not to or not last:
        return spoken
    return (*spoken, Reading(*to.span(), " to "), *_readings(scan, last))


def _is_clock(scan: Scan, match: re.Match[str]) -> bool:
    """Whether it is a time of day by itself."""
    follows, beyond = scan.char(match.end()), scan.char(match.end() + 1)
    if match["half"]:
        return match["gap"] != "-"
    if not match["minute"] or follows in "%:/" or (follows in "-.," and beyond.isdecimal()):
        return False
    zone = scan.after(match.end())
    if zone in _listed("zones"):
        return True
    if follows.isalnum():
        return False
    if match["point"] == ":":
        return True
    # "at 10.30": the British way, where nothing follows that could be counted.
    return scan.grammar.british and scan.before(match.start()) in _listed("before") and not zone


def _readings(scan: Scan, match: re.Match[str]) -> tuple[Reading, ...]:
    figures = match.end("minute") if match["minute"] else match.end("hour")
    words = _time(match["hour"], match["minute"], bool(match["half"]), scan.grammar.british)
    if not match["half"]:
        glue = " " if scan.char(figures).isalpha() else ""
        return (Reading(match.start(), figures, words + glue),)
    start, end = match.start("half"), match.end()
    end -= scan.closes(end)
    half = f"{match['half'].upper()} M" + (" " if scan.char(end).isalnum() else "")
    if start == figures:
        return (Reading(match.start(), end, f"{words} {half}"),)
    return Reading(match.start(), figures, words), Reading(start, end, half)


def _time(hour: str, minute: str | None, half: bool, british: bool) -> str:
    """``half`` where the half of the day is told."""
    value = int(hour)
    first = numerals.two(value) if value or half else "oh oh" if british else "zero"
    if minute is None or (half and minute == "00"):
        return first
    if minute == "00":
        if value in (0, 24):
            return "midnight"
        return f"{first} o'clock" if value <= _NOON else f"{first} hundred"
    return f"{first} {_minutes(minute)}"


def _minutes(minute: str) -> str:
    return numerals.two(int(minute)) if minute[0] != "0" else f"oh {numerals.two(int(minute))}"


def duration(scan: Scan, at: int, lead: str) -> Match | None:
    """Hours, minutes and seconds, and their parts: ``2:01:39``, ``3:43.13``, ``3h 20m``, ``2m 30s``."""
    shapes = (_DURATION, _LAP, _HOURS, _MINUTES)
    match = next(filter(None, (shape.match(scan.text, at) for shape in shapes)), None)
    if not match or touches_word(scan, at):
        return None
    groups = match.groupdict()
    parts = []
    for name in ("hour", "minute", "second"):
        figures = groups.get(name)
        if not figures:
            continue
        part = groups.get("part") if name == "second" else None
        words = scan.grammar.cardinal(figures) + (f" point {numerals.digits(part)}" if part else "")
        parts.append(f"{words} {name}{'' if int(figures) == 1 and not part else 's'}")
    return (Reading(at, match.end(), f"{', '.join(parts[:-1])} and {parts[-1]}"),)


def military(scan: Scan, at: int, lead: str) -> Match | None:
    """``0900 GMT``, ``1430 hours``."""
    match = _FOUR.match(scan.text, at)
    if not match or touches_word(scan, at) or match["zone"] not in _listed("zones") | _listed("hours"):
        return None
    hour, minute = match["hour"], match["minute"]
    first = "zero" if hour == "00" else _minutes(hour)
    second = "hundred" if minute == "00" else _minutes(minute)
    spoken = Reading(at, match.end("minute"), f"{first} {second}")
    return (spoken, Reading(*match.span("zone"), "hours")) if match["zone"] in ("hrs", "hr", "h") else (spoken,)
