"""Where expressions and tags of JSX end, and what those of them say that are plain text."""

import re
from dataclasses import dataclass
from html import unescape

_LONGEST = 20_000  # characters of one tag or expression
_MOST = 50  # braces and tags that are never closed, of one story
_STRINGS = r"\"(?:[^\"\\\n]|\\.){0,5000}\"|'(?:[^'\\\n]|\\.){0,5000}'|`(?:[^`\\]|\\.){0,5000}`"
_IN_BRACES = re.compile(rf"{_STRINGS}|/\*.*?\*/|[{{}}]", re.DOTALL)
_IN_TAG = re.compile(r"\"[^\"]{0,5000}\"|'[^']{0,5000}'|[{}<>]")
_NAME = re.compile(r"</?\s*([A-Za-z][\w.:-]*)?")
_ATTRIBUTE = re.compile(
    r"(?P<key>[A-Za-z_][\w:.-]*)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<brace>\{))"
)
_STRING = re.compile(_STRINGS, re.DOTALL)
_PICTURE = re.compile(r"[\"'`]([^\"'`\n]{1,500}\.(?:jpe?g|png|webp|gif|avif|svg|tiff?))[\"'`]", re.IGNORECASE)
_ESCAPES = {"n": "\n", "t": "\t", "\n": ""}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of JSX: ``name`` is empty for a fragment; ``values`` are those of its attributes that are plain."""

    name: str
    start: int
    end: int
    values: dict[str, str]
    closes: bool = False
    is_closed: bool = False  # ``<Chart />``

    @property
    def is_component(self) -> bool:
        return not self.name or self.name[0].isupper() or "." in self.name


class Scanner:
    """Finds where things end. Gives up on braces and tags after so many that are never closed."""

    def __init__(self, text: str, imported: dict[str, str]) -> None:
        self._text = text
        self._imported = imported  # addresses of pictures by the names that the story gives them
        self._open_ends = 0

    def expression(self, start: int) -> int:
        """Where the expression ends whose brace stands at ``start``; 0 for one that does not."""
        depth = 0
        for mark in _IN_BRACES.finditer(self._text, start, start + _LONGEST) if self._open_ends < _MOST else ():
            depth += {"{": 1, "}": -1}.get(mark[0], 0)
            if not depth:
                return mark.end()
        self._open_ends += 1
        return 0

    def tag(self, start: int) -> Tag | None:
        """The tag that begins at ``start``; None where it is a sign in a text."""
        name = _NAME.match(self._text, start)
        end = self._tag_end(name.end()) if name else 0
        if not name or not end:
            return None
        closes = name[0].startswith("</")
        is_closed = self._text[end - 2] == "/" and not closes
        return Tag(name[1] or "", start, end, self._values(name.end(), end), closes, is_closed)

    def _tag_end(self, at: int) -> int:
        limit = at + _LONGEST
        while self._open_ends < _MOST and (mark := _IN_TAG.search(self._text, at, limit)):
            at = mark.end()
            if mark[0] == ">":
                return at
            if mark[0] in "<}":
                break
            if mark[0] == "{" and not (at := self.expression(mark.start())):
                break
        self._open_ends += 1
        return 0

    def _values(self, at: int, end: int) -> dict[str, str]:
        values: dict[str, str] = {}
        while match := _ATTRIBUTE.search(self._text, at, end):
            at = match.end()
            if match["brace"]:
                at = self.expression(match.start("brace"))
                value = self.value(self._text[match.end() : at - 1])
            else:
                value = unescape(match["double"] or match["single"] or "")
            if value:
                values.setdefault(match["key"].lower(), value)
        return values

    def value(self, expression: str) -> str:
        """A text, a number, the address of a picture; empty for what only a program could tell."""
        expression = expression.strip()
        text = _STRING.fullmatch(expression)
        if text and not (expression[0] == "`" and "${" in expression):
            return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[1]), expression[1:-1], flags=re.DOTALL)
        if re.fullmatch(r"\d{1,15}(?:\.\d{1,15})?", expression):
            return expression
        picture = _PICTURE.search(expression) if "(" in expression[:40] else None
        return picture[1] if picture else self._imported.get(expression.partition(".")[0], "")
