"""The word lists of ``credits.toml``."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table() -> dict[str, Any]:
    """All lists, by name."""
    return tomllib.loads(files("accessnews.text.credits").joinpath("credits.toml").read_text("utf-8"))


@cache
def phrases(name: str) -> frozenset[str]:
    """One list."""
    return frozenset(table()[name])


def alternatives(name: str) -> str:
    """A pattern for any phrase of one list, the longest first."""
    return "|".join(map(re.escape, sorted(table()[name], key=lambda phrase: (-len(phrase), phrase))))
