"""The review file as pieces of text, one a table, so that an edit touches the lines of its own picture only."""

import re
import tomllib
from dataclasses import dataclass
from itertools import accumulate, pairwise

_TOKEN = re.compile(  # what a valid file of flat tables is made of: names of tables, comments, strings
    r"""
      (?P<open>^[ \t]*\[[ \t]*) (?P<name>"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[\w-]+) (?=[ \t]*\][ \t]*(?:\#|$))
    | (?P<remark>^[ \t]*\#[^\n]*\n)
    | \#[^\n]*
    | (?P<string>\"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one table."""

    key: str
    line: int  # of its name, counted from 1
    above: str  # comments right above its name: they are its own
    table: str  # from its name to its last value
    below: str  # blank lines, and comments that stand apart

    @property
    def text(self) -> str:
        return self.above + self.table + self.below

    def line_of(self, name: str) -> int:
        """The line on which ``name`` is given its value; that of the table where it is written in some other way."""
        return self.line + max(line_of(name, self.table + self.below) - 1, 0)


def split(text: str) -> tuple[str, list[Section]]:
    """What stands before the first table, and every table. ``text`` is valid TOML whose lines end in ``\\n``."""
    names: list[re.Match[str]] = []
    starts: list[int] = []  # of each name's line, or of the comments above it
    lasts: list[int] = []  # where the last value of each ends
    remarks: dict[int, int] = {}  # where a line of comment ends, and where it begins
    for token in _TOKEN.finditer(text):
        if token["name"]:
            names.append(token)
            starts.append(_first(token.start(), remarks))
            lasts.append(token.end())
        elif token["remark"]:
            remarks[token.end()] = token.start()
        elif token["string"] and lasts:
            lasts[-1] = token.end()
    edges = [*starts, len(text)]
    lines = accumulate(text.count("\n", *span) for span in pairwise([0, *(name.start() for name in names)]))
    pieces = zip(names, lines, edges, lasts, edges[1:], strict=False)
    return text[: edges[0]], [_section(text, *piece) for piece in pieces]


def _first(start: int, remarks: dict[int, int]) -> int:
    """Where the comments begin that stand right above ``start``."""
    while start in remarks:
        start = remarks[start]
    return start


def _section(text: str, name: re.Match[str], above: int, start: int, last: int, end: int) -> Section:
    key = next(iter(tomllib.loads(f"[{name['name']}]")))
    below = text.find("\n", last, end) + 1 or end
    return Section(key, above + 1, text[start : name.start()], text[name.start() : below], text[below:end])


def line_of(name: str, text: str) -> int:
    """The line on which ``name`` is given a value or begins a table, counted from 1; 0 where there is none such."""
    line = re.search(rf"^[ \t\[]*[\"']?{re.escape(name)}[\"']?[ \t]*[=.\]]", text, re.MULTILINE)
    return text.count("\n", 0, line.start()) + 1 if line else 0
