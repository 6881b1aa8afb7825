"""A grammar: what a language brings along so that the shared recognisers can speak it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from accessnews.normalize.scan import Recogniser, Scan
from accessnews.normalize.tables import table

BLANK = "[ \u00a0\u202f\u2009]"
DASH = "[-‐‑–−]"


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: a measure, a currency, or a magnitude such as a million."""

    one: str
    many: str
    gender: str = "m"
    part: str = ""  # the hundredth of a currency, for one and for many
    parts: str = ""


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language: its words around numbers, and how its numbers bend."""

    code: str  # of its tables in ``data/<code>/``
    cardinal: Callable[[str, str], str]
    """Figures, and "m" or "f" for what they count or "" where they only count, as words."""
    decimals: Callable[[str], str]
    """Figures after the comma as words."""
    year: Callable[[str], str]
    """Four figures as years are said."""
    gender: Callable[[Scan, int, int], str]
    """Of what a number from a start to an end counts: "m" or "f"; "" where nothing shows that it counts."""
    is_one: Callable[[str, bool], bool]
    """Whether whole figures, with decimals or not, leave what they count in the singular."""
    money: Callable[[str, str, str, Unit], str]
    """A sum of money with hundredths: the whole in words, its unit, two figures, the currency."""
    date: Callable[[Scan, int, int, int, str], str]
    """Where a date stands, its day and month, its year in figures or nothing: the date as words."""
    comma: str  # as it is said
    dot: str
    minus: str
    plus: str
    to: str  # between the ends of a range
    per: str
    numbers: tuple[Recogniser, ...]  # the language's own, asked before the shared ones
    words: tuple[Recogniser, ...]
    of: str = ""  # between a day, its month and its year
    groups: str = ".'’"  # beside blanks, what parts groups of three figures
    point: str = ","  # what parts the decimals
    pairs: bool = False  # telephone numbers are said in pairs of figures
    dollar: str = ""  # the currency that "$" is where the language is spoken, if it is none with that sign


def listed(code: str, name: str) -> frozenset[str]:
    """One list of ``data/<code>/words.toml``."""
    return _lists(code)[name]


@cache
def _lists(code: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table(code, "words")["lists"].items()}


def mapped(code: str, name: str) -> dict[str, str]:
    """One table of ``data/<code>/words.toml``."""
    found: dict[str, str] = table(code, "words")[name]
    return found


@cache
def months(code: str) -> dict[str, int]:
    """Months by how they are written, the full names first."""
    found: dict[str, int] = table(code, "words")["months"]
    return found


@cache
def month_names(code: str) -> tuple[str, ...]:
    names: dict[int, str] = {}
    for name, number in months(code).items():
        names.setdefault(number, name)
    return tuple(names[number] for number in range(1, 13))


@cache
def units(code: str, kind: str) -> dict[str, Unit]:
    """Units by how they are written; ``kind`` is a table of ``data/<code>/units.toml``.

    Currencies that stand before their amount are the kind ``before``.
    """
    source = table(code, "units")
    name, key = ("money", "before") if kind == "before" else (kind, "written")
    out: dict[str, Unit] = {}
    for one, entry in source[name].items():
        many, part = entry.get("many", one + source["plural"]), entry.get("part", "")
        parts = entry.get("parts", part + source["plural"] if part else "")
        unit = Unit(one, many, entry.get("gender", "m"), part, parts)
        out.update(dict.fromkeys(entry.get(key, ()), unit))
    return out
