"""TOML that people write: a bounded file, keys with "did you mean", values of the right kind and within a range."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from accessnews.model.errors import AccessNewsError, Place, UsageError, did_you_mean
from accessnews.text.files import content

_KINDS = {
    str: "text in quotes",
    bool: "true or false",
    tuple: 'a list such as ["html", "epub"]',
    int: "a whole number",
    float: "a number",
    dict: "a table",
}


def read(path: Path, limit: int, invalid: str, at: Place, unreadable: str = "") -> tuple[str, dict[str, Any]]:
    """The text and the tables of a file of at most ``limit`` bytes.

    Raises UsageError, led in by ``invalid`` where it is no TOML, by ``unreadable`` where it cannot be read.
    """
    try:
        text = content(path, limit).decode("utf-8")
        return text, tomllib.loads(text)
    except AccessNewsError as error:
        raise UsageError(unreadable + error.message, at, error.hint) from error
    except (ValueError, RecursionError, OSError) as error:  # not UTF-8 and not TOML are ValueErrors
        raise UsageError(f"{invalid}: {str(error)[:200]}", at) from error


def known(key: str, keys: Iterable[str], at: Place | None) -> str:
    """``key``, which is one of ``keys``. Raises UsageError where it is not."""
    names = list(keys)
    if key not in names:
        raise UsageError(f"unknown key {key}", at, did_you_mean(key, names))
    return key


def typed(key: str, value: Any, kind: type, at: Place | None) -> Any:
    """``value`` as a ``kind``: a list as a tuple, a whole number as a float. Raises UsageError for another kind."""
    if kind is tuple and isinstance(value, list):
        value = tuple(value)
    elif kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        raise UsageError(f"{key} must be {_KINDS[kind]}", at)
    return value


def within(key: str, value: float, ends: tuple[float, float] | None, at: Place | None) -> None:
    """Raises UsageError for a number beyond the least and the most that it may be."""
    if ends and not ends[0] <= value <= ends[1]:
        raise UsageError(f"{key} is {value}, not within {ends[0]} to {ends[1]}", at)
