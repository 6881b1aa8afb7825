"""What a briefing is asked to be: its stories in order, its words and music, as a TOML file or a command says it."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from string import Formatter
from typing import Any

from accessnews.model.errors import Place, UsageError, did_you_mean
from accessnews.text import toml
from accessnews.text.unicode import clean, hyphenated

FULL, LEAD, HEADLINE = "full", "lead", "headline"
TELL = (FULL, LEAD, HEADLINE)
"""How much is told of a story: all of it, whole sentences from its top, or its headline."""

PLACEHOLDERS = ("title", "date", "weekday", "count")
LIMIT = 1_000_000  # bytes
_MOST_MINUTES = 720.0
_BED = -22.0  # LU, against the voice
_RANGES: Mapping[str, tuple[float, float]] = {
    "minutes": (0.5, _MOST_MINUTES),
    "weight": (0.1, 100.0),
    "limit": (1, 1_000),
    "level": (-40.0, -6.0),
}
_GLOB = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Bed:
    """Music under the opening and closing words, ``level`` LU against the voice."""

    file: Path
    level: float


@dataclass(frozen=True, slots=True)
class BriefingItem:
    """A story of a briefing, or those that a pattern matches, and what is chosen for them."""

    files: tuple[Path, ...]
    at: Place
    tell: str = LEAD
    link: str = ""  # what is said before it
    heading: str = ""  # of the section that it opens
    voice: str = ""  # profile; empty: the briefing's own
    weight: float = 1.0  # its share of the time, against the others
    pictures: bool = False  # whether they are told where no more than the lead is
    limit: int = 0  # of the stories that a pattern matches, the newest; 0: all


@dataclass(frozen=True, slots=True)
class BriefingProgramme:
    """A briefing as it is asked for. Paths are as they can be opened."""

    path: Path
    at: Place
    sha256: str
    items: tuple[BriefingItem, ...]
    title: str = ""
    date: str = ""  # ISO 8601
    lang: str = ""
    intro: str = ""
    outro: str = ""
    minutes: float = 0.0  # as spoken; 0: as long as it gets
    opening: Path | None = None
    closing: Path | None = None
    between: Path | None = None
    bed: Bed | None = None
    credit: str = ""  # of the music
    voice: str = ""  # profile; empty: the project's
    skip_broken: bool = False
    lines: Mapping[str, int] = field(default_factory=dict)  # of keys, in the file

    def place(self, key: str) -> Place:
        """Where a key stands."""
        return Place(self.at.path, self.lines.get(key, 0))


_KEYS: Mapping[str, type] = {
    "title": str,
    "date": str,
    "lang": str,
    "intro": str,
    "outro": str,
    "minutes": float,
    "opening": str,
    "closing": str,
    "between": str,
    "bed": dict,
    "credit": str,
    "tell": str,
    "voice": str,
    "pictures": bool,
    "skip-broken": bool,
}
_STORY_KEYS: Mapping[str, type] = {
    "file": str,
    "files": str,
    "tell": str,
    "link": str,
    "heading": str,
    "voice": str,
    "weight": float,
    "pictures": bool,
    "limit": int,
}
_OF_ALL = ("tell", "pictures")  # what a story may say otherwise


def of_stories(stories: Iterable[Path], title: str, tell: str = LEAD) -> BriefingProgramme:
    """The briefing of some stories, as a command names them."""
    items = tuple(BriefingItem((story,), Place(str(story)), tell) for story in stories)
    names = "\n".join(str(item.files[0].name) for item in items)
    path = Path(f"{hyphenated(title) or 'briefing'}.toml")
    return BriefingProgramme(path, Place(str(path)), hashlib.sha256(names.encode()).hexdigest(), items, title)


def load(path: Path) -> BriefingProgramme:
    """The briefing in a TOML file. Raises UsageError, with the line, for what does not hold together."""
    at = Place(str(path))
    text, table = toml.read(path, LIMIT, "not a programme", at)
    lines = _lines(text)
    stories = table.pop("story", [])
    if not isinstance(stories, list) or not all(isinstance(story, dict) for story in stories):
        raise UsageError("story must be tables", at, "begin each with [[story]]")
    if isinstance(table.get("date"), date | datetime):
        table["date"] = table["date"].isoformat()[:10]
    chosen = {key: _value(key, value, _KEYS, Place(at.path, lines.get(key, 0))) for key, value in table.items()}
    places = [Place(at.path, line) for line in _headers(text)] or [at]
    common = {key: chosen.pop(key) for key in _OF_ALL if key in chosen}
    items = tuple(
        _item(common | story, path.parent, places[min(number, len(places) - 1)])
        for number, story in enumerate(stories)
    )
    if not items:
        raise UsageError("a programme without stories", at, 'begin each with [[story]] and file = "story.md"')
    values = {key.replace("-", "_"): value for key, value in chosen.items()}
    for key in ("opening", "closing", "between"):
        if key in values:
            values[key] = path.parent / values[key]
    if "bed" in values:
        values["bed"] = _bed(values["bed"], path.parent, Place(at.path, lines.get("bed", 0)))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return checked(BriefingProgramme(path, at, digest, items, **values, lines=lines))


def checked(programme: BriefingProgramme) -> BriefingProgramme:
    """The programme, if its date and its placeholders can be read. Raises UsageError where they cannot."""
    if programme.date:
        try:
            date.fromisoformat(programme.date)
        except ValueError:
            raise UsageError(f"not a date: {programme.date}", programme.place("date"), "such as 2026-11-30") from None
    toml.within("minutes", programme.minutes, _RANGES["minutes"] if programme.minutes else None, programme.at)
    for key, text in (("intro", programme.intro), ("outro", programme.outro), ("title", programme.title)):
        _check_placeholders(text, programme.place(key))
    for item in programme.items:
        _check_placeholders(item.link, item.at)
    return programme


def _check_placeholders(text: str, at: Place) -> None:
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError as error:
        raise UsageError(f"{error} in “{text[:60]}”", at, "write {{ for a brace") from None
    for name in names:
        if name not in PLACEHOLDERS:
            raise UsageError(f"unknown placeholder {{{name}}}", at, did_you_mean(name, list(PLACEHOLDERS)))


def _item(table: Mapping[str, Any], folder: Path, at: Place) -> BriefingItem:
    values = {key: _value(key, value, _STORY_KEYS, at) for key, value in table.items()}
    names = [values.pop(key) for key in ("file", "files") if key in values]
    if len(names) != 1:
        raise UsageError("a story needs a file", at, 'file = "story.md", or files = "stories/*.md"')
    if _GLOB.search(names[0]):
        files = tuple(sorted(path for path in folder.glob(names[0]) if not path.name.startswith(".")))
        if not files:
            raise UsageError(f"no story matches {names[0]}", at, f"looked in {folder.absolute()}")
    else:
        files = (folder / names[0],)
    return BriefingItem(files, at, **values)


def _value(key: str, value: Any, keys: Mapping[str, type], at: Place) -> Any:
    value = toml.typed(key, value, keys[toml.known(key, keys, at)], at)
    toml.within(key, value, _RANGES.get(key), at)
    if key == "tell" and value not in TELL:
        raise UsageError(f"tell: no {value}", at, did_you_mean(value, list(TELL)))
    return clean(value).strip() if isinstance(value, str) else value


def _bed(table: Mapping[str, Any], folder: Path, at: Place) -> Bed:
    values = {key: _value(key, value, {"file": str, "level": float}, at) for key, value in table.items()}
    if "file" not in values:
        raise UsageError("a bed needs a file", at, 'bed = { file = "bed.mp3", level = -22 }')
    return Bed(folder / values["file"], values.get("level", _BED))


def _lines(text: str) -> dict[str, int]:
    """The line of each key above the stories; tomllib does not tell."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("[[story]]"):
            break
        if key := re.match(r"\s*\"?([a-z-]+)\"?\s*=|\s*\[([a-z-]+)\]", line):
            lines.setdefault(key[1] or key[2], number)
    return lines


def _headers(text: str) -> list[int]:
    return [number for number, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith("[[story]]")]
