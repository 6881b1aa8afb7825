"""The lists and tables of ``<code>/data/words.toml``."""

from functools import cache

from accessnews.normalize import tables


@cache
def listed(code: str, name: str) -> frozenset[str]:
    """One of its lists."""
    return tables.listed(code, "words", "lists", name)


@cache
def endings(code: str, name: str) -> tuple[str, ...]:
    """The endings of words that one of its lists holds."""
    return tuple(sorted(listed(code, name)))


@cache
def mapped(code: str, name: str) -> dict[str, str]:
    """One of its tables."""
    return tables.mapped(code, "words", name)


@cache
def months(code: str) -> dict[str, int]:
    """Months by how they are written, the full names first."""
    return tables.months(code, "words")


@cache
def month_names(code: str) -> tuple[str, ...]:
    """The full names of the twelve months."""
    names: dict[int, str] = {}
    for name, number in months(code).items():
        names.setdefault(number, name)
    return tuple(names[number] for number in range(1, 13))
