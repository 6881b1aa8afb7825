"""On which line each top key of front matter stands, in text that a parser has taken for valid."""

import json
import re
import tomllib

_JSON = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:]', re.DOTALL)
_TOML = re.compile(
    r"""
      \"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*'   # strings
    | \#[^\n]*                                                                        # comments
    | [\w-]+                                                                          # bare keys
    | [\[\]{}\n]
    """,
    re.DOTALL | re.VERBOSE,
)


def json_lines(head: str, first: int) -> dict[str, int]:
    """The lines of a JSON object's own keys. ``first`` is the line on which ``head`` begins."""
    lines: dict[str, int] = {}
    depth, last = 0, None
    for token in _JSON.finditer(head):
        if token[0] in "{[":
            depth += 1
        elif token[0] in "}]":
            depth -= 1
        elif token[0] == ":" and depth == 1 and last:
            lines.setdefault(json.loads(last[0], strict=False), first + head.count("\n", 0, last.start()))
        last = token if token[0][0] == '"' else None
    return lines


def toml_lines(head: str, first: int) -> dict[str, int]:
    """The lines of a TOML document's top keys; of a table, that of its first header."""
    lines: dict[str, int] = {}
    depth, is_new, in_header, in_table = 0, True, False, False
    for token in _TOML.finditer(head):
        mark = token[0]
        if mark == "\n":
            is_new, in_header = is_new or depth == 0, False
        elif mark[0] == "#":
            continue
        elif is_new and mark == "[":
            in_header = in_table = True
        elif is_new:
            is_new = False
            if in_header or not in_table:
                lines.setdefault(_key(mark), first + head.count("\n", 0, token.start()))
        elif mark in "[{":
            depth += 1
        elif mark in "]}":
            depth -= not in_header
    return lines


def _key(written: str) -> str:
    return next(iter(tomllib.loads(f"{written} = 0")))
