"""What is counted: measures, currencies, and magnitudes such as a million."""

from dataclasses import dataclass
from functools import cache

from accessnews.normalize.tables import table


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure, a currency, or a magnitude: its name for one and for many."""

    one: str
    many: str
    gender: str = "m"
    part: str = ""  # the hundredth of a currency, for one and for many
    parts: str = ""
    plain: bool = False  # said without a number too


@cache
def units(code: str, kind: str, side: str = "written") -> dict[str, Unit]:
    """The units of a ``kind`` by how they are written: a table of ``<code>/data/units.toml``.

    ``side`` is where: ``written`` after the amount, ``close`` to it without a blank, ``before`` it.
    """
    source = table(code, "units")
    out: dict[str, Unit] = {}
    for name, entry in source[kind].items():
        many, part = entry.get("many", name + source["plural"]), entry.get("part", "")
        parts = entry.get("parts", part + source["plural"] if part else "")
        unit = Unit(name, many, entry.get("gender", "m"), part, parts, entry.get("plain", False))
        out.update(dict.fromkeys(entry.get(side, ()), unit))
    return out
