"""The word lists in ``data/``: what the rules know about words stands there, not in the code."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(lang: str, name: str) -> dict[str, Any]:
    """The tables of ``data/<lang>/<name>.toml``."""
    source = files("accessnews.normalize").joinpath("data", lang, f"{name}.toml")
    return tomllib.loads(source.read_text("utf-8"))
