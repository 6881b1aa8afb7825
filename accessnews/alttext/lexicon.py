"""The word lists in ``data/``: what the rules know about words stands there, not in the code."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The tables of ``data/<name>.toml``."""
    source = files("accessnews.alttext").joinpath("data", f"{name}.toml")
    return tomllib.loads(source.read_text("utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of words."""
    return frozenset(table(name)[key])


@cache
def longest_first(name: str, *path: str) -> tuple[str, ...]:
    """One list of phrases, in the order in which a pattern must try them."""
    entry: Any = table(name)
    for key in path:
        entry = entry[key]
    return tuple(sorted(entry, key=lambda phrase: (-len(phrase), phrase)))


@cache
def alternatives(name: str, *path: str) -> str:
    """One list of phrases as alternatives in a pattern."""
    return "|".join(map(re.escape, longest_first(name, *path)))
