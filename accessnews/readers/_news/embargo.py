"""Embargoes: the moment before which a story must not go out, in the ways people write that."""

import re
from dataclasses import dataclass, replace

from accessnews.readers._news.deskwords import form, listed, zones
from accessnews.text.calendar import any_weekday, day_within
from accessnews.text.unicode import line

_TIME = re.compile(
    r"(?<![\d-])(?P<hour>[01]?\d|2[0-4])(?:(?:[:.]|\s?h\s?)(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?)?"
    r"(?:\s{0,2}(?P<half>[ap]\.?m\b\.?)|\s{0,2}(?P<unit>Uhr|hrs?|hours?|heures?|horas?|h|uur|ore|kl)\b)?"
    r"(?=\s|Z|[+-]\d\d:?\d\d|$|[,;)|])",
    re.IGNORECASE,
)
_BY_NAME = (  # at the end of the day for midnight, since it may be either: nothing is out too early
    (re.compile(r"\b(?:noon|midday|mittags?|midi|mediodía|mezzogiorno|middag)\b", re.IGNORECASE), "12:00:00"),
    (re.compile(r"\b(?:midnight|mitternacht|minuit|medianoche|mezzanotte|middernacht)\b", re.IGNORECASE), "23:59:59"),
)
_ZONE = re.compile(r"(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)")
_CAPITALS = re.compile(r"\b[A-Z]{1,5}\b")
_FIGURES = re.compile(r"(?<![\d+:.-])([01]\d|2[0-3])([0-5]\d)(?![\d:.])")  # 0600
_LATEST = -12  # hours: where a moment without a zone comes last on Earth, so that nothing is out too early
_LONGEST = 200  # characters of a line about an embargo


def not_before(text: str) -> str:
    """The day, or the day and time with its zone, that ``text`` names, as ISO 8601; empty where it has none."""
    text = line(text)[: 2 * _LONGEST]
    day = day_within(text)
    if not day or not day.iso:
        return ""
    around = f"{text[day.end :].lstrip('T ')} | {text[: day.start]}"
    around = _FIGURES.sub(r"\1:\2", around)
    for name, time in _BY_NAME:
        if match := name.search(around):
            return f"{day.iso}T{time}{_zone(around[match.end() :])}"
    match = next(
        (match for match in _TIME.finditer(around) if match["minute"] or match["half"] or match["unit"]), None
    )
    return f"{day.iso}T{_clock(match)}{_zone(around[match.end() :])}" if match else day.iso


def _clock(time: re.Match[str]) -> str:
    hour = int(time["hour"])
    if time["half"]:
        hour = hour % 12 + 12 * (time["half"][0] in "pP")
    return f"{hour:02d}:{time['minute'] or '00'}:00" if hour < 24 else "23:59:59"


def _zone(text: str) -> str:
    """The zone of the time before ``text``, as an offset."""
    if match := _ZONE.match(text.lstrip()):
        return f"{match['sign']}{match['hours']}:{match['minutes']}"
    hours = next((zones()[name] for name in _CAPITALS.findall(text) if name in zones()), _LATEST)
    return f"{'-' if hours < 0 else '+'}{abs(hours):02d}:00"


@dataclass(frozen=True, slots=True)
class Embargo:
    """A line that holds a story back. ``moment`` is as Article.embargo, and empty where it cannot be read."""

    moment: str
    is_over: bool = False  # says the line itself: "embargo lifted"
    is_sure: bool = True  # else it may be a headline, too: "EMBARGO: HOW VESSA LIVES"


_UNTIL = r"(?:until|un?till?|before|prior to|for|to|by|on|at|from)"
_LIFTED = re.compile(
    r"\W{0,3}(?:is |has been |wurde |ist )?(?:lifted|over|expired|aufgehoben|abgelaufen|levé|levantado)\W*", re.I
)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_AROUND = "*_[](){}=~<>^ "
_PARTS = re.compile(r"\s[-–—|/•·]{1,3}\s|;\s|(?<=[.!])\s(?=[A-ZÄÖÜ]{4})")  # STRICTLY CONFIDENTIAL - EMBARGO: …
_STRANGE = 1  # words in a line that are about something else
_MORE_STRANGE = 4  # where no headline begins so


def embargo(text: str) -> Embargo | None:
    """What a line above a story says of an embargo; None where it is no such line, but the story's."""
    text = line(text).strip(_AROUND)
    if len(text) > _LONGEST:
        return None
    whole, parts = _held(text), _PARTS.split(text)
    if whole or len(parts) == 1:
        return whole
    held = next(filter(None, map(_held, parts)), None)
    is_else = any(not (_held(part) or part.isupper() or not _strange(part)) for part in parts)
    return replace(held, is_sure=held.is_sure and not is_else) if held else None


def _held(text: str) -> Embargo | None:
    text = text.strip(_AROUND)
    opening = form("embargo").match(text) or form("embargo-dated").match(text)
    if not opening:
        return None
    rest = text[opening.end() :]
    if _LIFTED.fullmatch(rest):
        return Embargo("", is_over=True)
    moment, is_noun = not_before(rest), "embarg" in opening[0].lower() and rest[:1] != ""
    is_loud = opening[0].isupper() or rest.lstrip().startswith(":")
    strange = len(_strange(rest))
    if moment:
        return Embargo(moment) if is_loud or strange <= _STRANGE else None
    if opening.re is form("embargo-dated"):
        return None
    if _holds(rest, is_noun) and strange <= (_STRANGE if is_noun else _MORE_STRANGE):
        return Embargo("")
    is_participle = opening[0].lower().endswith("ed") and bool(re.match(rf"\W{{0,3}}{_UNTIL}\b", rest, re.IGNORECASE))
    return Embargo("", is_sure=is_participle) if is_loud or is_participle else None


def _holds(rest: str, is_noun: bool) -> bool:
    """Whether nothing, or a time, or a word that says until when, follows the word embargo."""
    if not is_noun or not rest.strip(" .:!–—-"):
        return True
    return bool(re.match(rf"\W{{0,3}}{_UNTIL}\b|\W{{0,3}}\d", rest, re.IGNORECASE))


def _strange(rest: str) -> list[str]:
    """The words that are about no moment."""
    day = day_within(rest)
    text = f"{rest[: day.start]} {rest[day.end :]}" if day else rest
    words = (word.rstrip(".").casefold() for word in _WORD.findall(text))
    known = listed("embargo-words") | any_weekday() | {name.casefold() for name in zones()}
    return [word for word in words if word not in known]
