"""Front matter's three languages, read into strings, lists and tables and into nothing else.

``NO`` is a country and 12:30 a time of day: what looks like a truth value, a number or a date stays as it is
written. What YAML has beyond data (anchors, aliases, tags) is refused.
"""

import datetime
import json
import re
from dataclasses import dataclass
from typing import Any

from accessnews.model.errors import AccessNewsError, Place
from accessnews.readers._frontmatter.places import toml_lines

Value = Any  # str | list[Value] | dict[str, Value]; mypy has no way to say that without a name per level
Values = dict[str, Value]

_DEEPEST = 8  # lists in tables in lists …
_DOTTED = re.compile(r"(?<![\w\"'-])(?:[\w\"'-]+\s*\.\s*){17}")  # tomllib takes the square of their number
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_ENTRY = re.compile(r"(?P<key>\s*(?:-\s+)?[\"']?[\w][\w .-]*[\"']?):\s+(?P<value>\S.*)$")


def read_yaml(head: str, at: Place) -> tuple[Values, dict[str, int]]:
    """The values, and the line of each top key. ``at`` is where ``head`` begins."""
    import yaml

    tree = _Tree(at, head.split("\n"))
    try:
        for event in yaml.parse(head, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            tree.take(event)
    except yaml.MarkedYAMLError as error:
        unclosed = "quoted scalar" in (error.context or "")
        mark = (error.context_mark if unclosed else error.problem_mark) or error.problem_mark
        line = mark.line if mark else 0
        if "mapping values" in (error.problem or "") and not tree.has_colon(line):
            raise tree.error("no colon in the line above", line, "write every key as key: text") from error
        unclosed = unclosed and "escape" not in (error.problem or "")
        problem = "a quote that is never closed" if unclosed else _problem(error.problem or "")
        raise tree.error(problem, line) from error
    except yaml.YAMLError as error:
        raise tree.error("a character that YAML does not allow", 0) from error
    if tree.root is None:
        return {}, {}
    if not isinstance(tree.root, dict):
        raise tree.error("no keys, such as “title:”", 0)
    return tree.root, tree.lines


def _problem(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "a colon in a value without quotes"
    if "cannot start any token" in problem:
        return "a value begins with a character that YAML keeps for itself"
    return problem or "not valid YAML"


class _Tree:
    """Builds values out of YAML's events: without recursion, so that no depth can hurt."""

    def __init__(self, at: Place, source: list[str]) -> None:
        self.root: Value = None
        self.lines: dict[str, int] = {}
        self._at = at
        self._source = source
        self._open: list[Value] = []  # the lists and tables around
        self._keys: list[str | None] = []  # the key that waits for its value, for each of them

    def error(self, problem: str, line: int, hint: str = "") -> AccessNewsError:
        """``line`` is counted from 0, as YAML does."""
        place = Place(self._at.path, self._at.line + line)
        written = self._source[line] if line < len(self._source) else ""
        return AccessNewsError(f"front matter: {problem}", place, hint or _hint(written))

    def has_colon(self, line: int) -> bool:
        """Whether a value on a line has a colon of its own."""
        entry = _ENTRY.match(self._source[line]) if line < len(self._source) else None
        return bool(entry and re.search(r":(?:\s|$)", entry["value"]))

    def take(self, event: Any) -> None:
        line = event.start_mark.line
        kind = type(event).__name__
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            raise self.error("anchors and aliases (& and *) are not allowed", line)
        if getattr(event, "tag", None) not in (None, "!", "tag:yaml.org,2002:str"):
            raise self.error("tags (words that begin with !) are not allowed", line)
        if kind == "ScalarEvent":
            self._scalar("" if event.implicit[0] and event.value in _NOTHING else event.value, line)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._begin({} if kind == "MappingStartEvent" else [], line)
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._open.pop()
            self._keys.pop()

    def _scalar(self, text: str, line: int) -> None:
        if self._open and isinstance(self._open[-1], dict) and self._keys[-1] is None:
            if text in self._open[-1]:
                raise self.error(f"“{text}” is given twice", line, "keep one of them")
            self._keys[-1] = text
            if len(self._open) == 1:
                self.lines[text] = self._at.line + line
        else:
            self._put(text, line)

    def _begin(self, container: Value, line: int) -> None:
        if len(self._open) >= _DEEPEST:
            raise self.error(f"more than {_DEEPEST} levels", line)
        self._put(container, line)
        self._open.append(container)
        self._keys.append(None)

    def _put(self, value: Value, line: int) -> None:
        if not self._open:
            self.root = value
        elif isinstance(self._open[-1], list):
            self._open[-1].append(value)
        elif self._keys[-1] is None:
            raise self.error("a key has to be a word", line)
        else:
            self._open[-1][self._keys[-1]] = value
            self._keys[-1] = None


def _hint(written: str) -> str:
    """What to write instead of a line of YAML that is not understood."""
    entry = _ENTRY.match(written)
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return "indent with blanks"
    if not entry or (entry["value"][0] in "\"'" and entry["value"][-1] != entry["value"][0]):
        return "check the quotes and the indent"
    what = "headline" if entry["key"].strip(" \"'").lower() in ("title", "headline") else "text"
    value = entry["value"].rstrip()
    quoted = "'" + value.replace("'", "''") + "'" if '"' in value or "\\" in value else f'"{value}"'
    return f"quote the {what}: {entry['key'].strip()}: {quoted}"


def read_toml(head: str, at: Place) -> tuple[Values, dict[str, int]]:
    """The values, and the line of each top key. ``at`` is where ``head`` begins."""
    import tomllib

    if dotted := _DOTTED.search(head):
        place = Place(at.path, at.line + head.count("\n", 0, dotted.start()))
        raise AccessNewsError(f"front matter: more than {_DEEPEST} levels", place)
    try:
        values = as_written(tomllib.loads(head, parse_float=str), at)
    except (ValueError, RecursionError) as error:
        position = re.search(r"\(at line (\d+)", str(error))
        place = Place(at.path, at.line + int(position[1]) - 1 if position else at.line)
        problem = str(error)[: position.start()].rstrip() if position else "not valid TOML"
        hint = 'quote text: title = "…"'
        raise AccessNewsError(f"front matter: {problem[:1].lower()}{problem[1:]}", place, hint) from error
    return values, toml_lines(head, at.line)


def as_written(value: Any, at: Place, depth: int = 0) -> Value:
    """What a parser made of a value, as strings, lists and tables of them."""
    if depth > _DEEPEST:
        raise AccessNewsError(f"front matter: more than {_DEEPEST} levels", at)
    match value:
        case dict():
            return {str(key): as_written(inner, at, depth + 1) for key, inner in value.items()}
        case list():
            return [as_written(inner, at, depth + 1) for inner in value]
        case bool():
            return "true" if value else "false"
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
        case _:
            return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class JsonObject:
    """Reads one JSON object from the start of a text."""

    at: Place

    def read(self, text: str) -> tuple[Values, int]:
        """The values and where the object ends."""
        decoder = json.JSONDecoder(
            object_pairs_hook=self._table, parse_int=str, parse_float=str, parse_constant=str, strict=False
        )
        try:
            values, end = decoder.raw_decode(text)
        except json.JSONDecodeError as error:
            place = Place(self.at.path, self.at.line + error.lineno - 1)
            message = f"front matter: not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}"
            raise AccessNewsError(message, place, "check commas, quotes and braces") from error
        except (ValueError, RecursionError) as error:
            raise AccessNewsError("front matter: not valid JSON", self.at) from error
        return as_written(values, self.at), end

    def _table(self, pairs: list[tuple[str, Any]]) -> Values:
        table: Values = {}
        for key, value in pairs:
            if key in table:
                raise AccessNewsError(f"front matter: “{key}” is given twice", self.at)
            table[key] = value
        return table
