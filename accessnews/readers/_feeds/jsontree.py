"""JSON as values that know their line: parsed without recursion, within bounds."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from accessnews.model.errors import AccessNewsError, Place

_DEEPEST = 60  # lists in tables in lists …
_MOST = 400_000  # values of one file
_BLANK = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"-?\d[\d.eE+-]{0,400}|true|false|null|NaN|-?Infinity")


class JsonText(str):
    """Text with the line it stands on; a number or a truth value is the text that was written, null is empty."""

    line: int = 0

    def __new__(cls, text: str, line: int) -> "JsonText":
        words = super().__new__(cls, text)
        words.line = line
        return words


class FeedTable(dict[str, Any]):
    """An object with the line it begins on. A key that comes again gets a number: ``href``, ``href 2``."""

    line: int = 0


_CLOSING: dict[type, str] = {FeedTable: "}", list: "]"}


@dataclass(slots=True)
class _Open:
    """A table or list that is not closed yet."""

    value: Any
    key: str | None = None
    turns: dict[str, int] = field(default_factory=dict)

    def put(self, value: Any) -> None:
        if isinstance(self.value, list):
            self.value.append(value)
            return
        key = self.key or ""
        turn = self.turns[key] = self.turns.get(key, 0) + 1
        self.value[key if turn == 1 else f"{key} {turn}"] = value
        self.key = None


def parse_json(text: str, path: str) -> Any:
    """The value of a whole text: ``FeedTable``, list or ``JsonText``. Raises AccessNewsError, with the line."""
    return _Parser(text, path).value()


class _Parser:
    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._at = 0
        self._line, self._counted = 1, 0
        self._count = 0
        self._decoder = json.JSONDecoder(strict=False)

    def value(self) -> Any:
        """Reads one value after the other until the outermost is closed."""
        opened: list[_Open] = []
        while True:
            value = self._next(opened)
            if isinstance(value, FeedTable | list):
                opened.append(_Open(value))
                if len(opened) > _DEEPEST:
                    raise self._error(f"more than {_DEEPEST} levels")
                if self._peek() != _CLOSING[type(value)]:
                    continue
                self._at += 1
                opened.pop()
            while opened:
                opened[-1].put(value)
                if not self._is_closed(opened[-1].value):
                    break
                value = opened.pop().value
            else:
                return self._ended(value)

    def _next(self, opened: list[_Open]) -> Any:
        """The next value; of a table or list only that it begins."""
        self._count += 1
        if self._count > _MOST:
            raise self._error(f"more than {_MOST:,} values")
        if opened and isinstance(opened[-1].value, FeedTable):
            opened[-1].key = self._key()
        mark = self._peek()
        if mark == '"':
            return self._string()
        if mark not in ("{", "["):
            return self._scalar()
        self._at += 1
        if mark == "[":
            return []
        table = FeedTable()
        table.line = self._line_here()
        return table

    def _is_closed(self, around: Any) -> bool:
        """Whether a table or list is closed here; False where a comma says that another value comes."""
        mark = self._peek()
        if mark not in (",", _CLOSING[type(around)]):
            raise self._error("a comma or a closing bracket is missing")
        self._at += 1
        return mark != ","

    def _key(self) -> str:
        if self._peek() != '"':
            raise self._error("a key in quotes is missing")
        key = self._string()
        if self._peek() != ":":
            raise self._error("a colon is missing behind a key")
        self._at += 1
        return key

    def _string(self) -> JsonText:
        line = self._line_here()
        try:
            text, self._at = self._decoder.raw_decode(self._text, self._at)
        except ValueError as error:
            raise self._error("text in quotes that is never closed, or a backslash that means nothing") from error
        return JsonText(text, line)

    def _scalar(self) -> JsonText:
        match = _SCALAR.match(self._text, self._at)
        if not match:
            raise self._error("a value is missing, or text without quotes")
        self._at = match.end()
        return JsonText("" if match[0] == "null" else match[0], self._line_here())

    def _peek(self) -> str:
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at
        return self._text[self._at : self._at + 1]

    def _ended(self, value: Any) -> Any:
        if self._peek():
            raise self._error("something follows the end")
        return value

    def _line_here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = max(self._counted, self._at)
        return self._line

    def _error(self, problem: str) -> AccessNewsError:
        at = Place(self._path, self._line_here())
        return AccessNewsError(f"not valid JSON: {problem}", at, "check commas, quotes and brackets")
