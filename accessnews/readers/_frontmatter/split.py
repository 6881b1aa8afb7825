"""Where the front matter ends and the story begins."""

import re
from dataclasses import dataclass
from pathlib import Path

from accessnews.model.errors import AccessNewsError, Place
from accessnews.readers._frontmatter.places import json_lines
from accessnews.readers._frontmatter.values import JsonObject, Values, read_toml, read_yaml

LIMIT = 64 * 1024  # bytes; no headline needs more, and parsers are slow on what is made to be slow

_BLANK = re.compile(r"(?:[ \t]*\n)+")
_YAML = re.compile(r"---[ \t]*\n")
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\n")
_TOML_END = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_JSON = re.compile(r"\{\s*[\"}]")
_KEY = re.compile(  # the first of a head, behind empty lines and comments
    r"(?:[^\S\n]*(?:#.*)?\n)*[\"']?\w(?:[\w .-]*[\w.-])?[\"']?\s*(?::(?=\s)|=)"
)
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}):[ \t]+(?P<value>[^\s\n][^\n]{0,500})(?:\n|\Z)")
_OF_FORMS = frozenset(
    {"title", "headline", "author", "authors", "byline", "by", "date", "published", "slug", "standfirst"}
)
_MOST_FIELDS = 30
_HEADLINE = re.compile(r"^(?:title|headline|date|authors?)\s*[:=]", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``values`` are strings, lists and tables of them, nothing else; ``lines`` tells where top keys stand."""

    values: Values
    lines: dict[str, int]  # in the file, from 1
    body: str  # the text below
    first: int  # its first line in the file


def split(text: str, path: Path) -> FrontMatter:
    """``text`` taken apart. Raises AccessNewsError, with line and hint, where the front matter cannot be read."""
    blank = _BLANK.match(text)
    start = blank.end() if blank else 0
    for begin, end, read in ((_YAML, _YAML_END, read_yaml), (_TOML, _TOML_END, read_toml)):
        opening = begin.match(text, start)
        if opening and (bounds := _bounds(text, opening.end(), end, path, start == 0)):
            head = text[opening.end() : bounds[0]]
            _check_size(head, path)
            values, lines = read(head, Place(str(path), 2 + text.count("\n", 0, start)))
            return _told(values, lines, text, bounds[1])
    if _JSON.match(text):
        return _json(text, path)
    return _form(text, start) or FrontMatter({}, {}, text, 1)


def _form(text: str, start: int) -> FrontMatter | None:
    """The lines of a form above the story, "Headline: …" and "Byline: …", as MultiMarkdown and desks write them."""
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    number, at = 1 + text.count("\n", 0, start), start
    while (field := _FIELD.match(text, at)) and len(values) < _MOST_FIELDS:
        key = field["key"].replace(" ", "_")
        if key.lower() in map(str.lower, values):
            return None
        values[key], lines[key] = field["value"].strip(), number
        number, at = number + 1, field.end()
    names = {key.lower() for key in values}
    ends = bool(_BLANK.match(text, at)) and bool(text[at:].strip())
    if not ends or not names & {"title", "headline"} or len(names & _OF_FORMS) < 2:
        return None
    return FrontMatter(dict(values), lines, text[at:], number)


def _bounds(text: str, start: int, end: re.Pattern[str], path: Path, at_top: bool) -> tuple[int, int] | None:
    """Where the head ends and the body begins; None where the line was a rule, not the start of a head.

    Below blank lines a line that nothing closes is a rule.
    """
    closing = end.search(text, start)
    if closing:
        head = text[start : closing.start()]
        return closing.span() if not head.strip() or _KEY.match(head) or _HEADLINE.search(head) else None
    if at_top and _KEY.match(text, start):
        mark = text[: text.index("\n")].strip()
        raise AccessNewsError("the front matter has no end", Place(str(path), 1), f"close it with a line {mark}")
    return None


def _check_size(head: str, path: Path) -> None:
    if len(head.encode("utf-8")) > LIMIT:
        message = f"the front matter has more than {LIMIT // 1024} kB"
        raise AccessNewsError(message, Place(str(path), 1), "keep the story itself below it")


def _told(values: Values, lines: dict[str, int], text: str, end: int) -> FrontMatter:
    """``end`` is where the last line of the head ends; the body begins on the next."""
    body = text[end:].partition("\n")[2]
    return FrontMatter(values, lines, body, text.count("\n", 0, end) + 2)


def _json(text: str, path: Path) -> FrontMatter:
    head = text[: LIMIT + 1]
    reader = JsonObject(Place(str(path), 1))
    try:
        values, end = reader.read(head)
    except AccessNewsError:
        _check_size(head, path)
        raise
    _check_size(head[:end], path)
    rest = text[end:].partition("\n")[0]
    if rest.strip():
        at = Place(str(path), text.count("\n", 0, end) + 1)
        raise AccessNewsError("there is text behind the front matter's last brace", at, "begin a new line there")
    return _told(values, json_lines(head[:end], 1), text, end)
