"""The word lists in ``<language>/data/``: what the rules know about words stands there, not in the code."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(lang: str, name: str) -> dict[str, Any]:
    """The tables of ``<lang>/data/<name>.toml``."""
    return tomllib.loads(files("accessnews.normalize").joinpath(lang, "data", f"{name}.toml").read_text("utf-8"))


@cache
def listed(lang: str, name: str, *keys: str) -> frozenset[str]:
    """The words of a list, or of the left side of a table, that stands under ``keys`` in a file."""
    return frozenset(_under(lang, name, keys))


@cache
def mapped(lang: str, name: str, *keys: str) -> dict[str, str]:
    """The table of words that stands under ``keys`` in a file."""
    return dict(_under(lang, name, keys))


def _under(lang: str, name: str, keys: tuple[str, ...]) -> Any:
    words: Any = table(lang, name)
    for key in keys:
        words = words[key]
    return words


@cache
def months(lang: str, name: str) -> dict[str, int]:
    """Months by how they are written, the full names first."""
    return dict(table(lang, name)["months"])
