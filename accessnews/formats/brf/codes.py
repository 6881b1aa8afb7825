"""The braille codes of languages, and what stands in where one has no sign: lists in ``data/codes.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from accessnews.model.errors import UsageError
from accessnews.text.langtag import primary


@dataclass(frozen=True, slots=True)
class BrailleCode:
    """How a language is set: tables of liblouis, and the Unicode cells of signs that are not print."""

    text: str
    spelt: str
    open: str = ""  # empty: a note stands in square brackets
    close: str = ""
    initials: tuple[str, ...] = ()  # capitals that would be contracted as the word they look like
    raised: str = ""  # before what is raised; empty: the table's own affair
    lowered: str = ""  # before what is lowered
    group: str = ""  # before and after several signs that are raised or lowered together


def code(lang: str) -> BrailleCode:
    """The code for a BCP 47 tag. Raises UsageError where there is none."""
    braille_code = find(lang)
    if braille_code is None:
        hint = "braille is made of stories in: " + ", ".join(languages())
        raise UsageError(f"no braille code for the language {lang}", hint=hint)
    return braille_code


def languages() -> tuple[str, ...]:
    """The primary language subtags with a code."""
    return tuple(sorted(_lists()["languages"]))


def find(lang: str) -> BrailleCode | None:
    """The code for a BCP 47 tag, if there is one: for all its countries, as British papers are set in UEB, too."""
    entry = _lists()["languages"].get(primary(lang))
    return BrailleCode(**entry, initials=tuple(_lists()["initials"].get(primary(lang), ()))) if entry else None


def spelt(script: str, lang: str = "") -> tuple[str, ...]:
    """Tables that may have the letters of a script, by the first word of their Unicode names; ``lang``'s first."""
    spoken = find(lang)
    others = _lists()["scripts"].get(script, ())
    return (spoken.spelt, *others) if spoken else tuple(others)


def stand_ins(sign: str) -> tuple[str, ...]:
    """What may stand for a sign, the nearest first."""
    return tuple(_lists()["signs"].get(sign, ()))


def all_stand_ins() -> str:
    """Every sign that stands in for another."""
    return "".join(sign for others in _lists()["signs"].values() for sign in others)


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "data" / "codes.toml").read_text("utf-8"))
