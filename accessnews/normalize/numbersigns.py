"""Signs that stand for a number: in circles or brackets, with a full stop, Roman numerals in one character.

Few voices know them, and some pass over them without a sound. Read so in every language, where its own rules leave
them. Figures raised or lowered and fractions are left alone: what they mean depends on what they stand at.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

_PART_OF_ANOTHER = ("<super>", "<sub>", "<fraction>")
_MOST = 1_000_000  # what is more is a word of its own script


def number_signs(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where each such sign from ``start`` to ``end`` stands, and its number, apart from what it touches."""
    for at, sign in enumerate(text[start:end], start):
        if sign < "\u0100" or not (number := _number(sign)):
            continue
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        parted = not sign.isdecimal()  # figures of another type make one number
        left = " " if parted and before.isalnum() and not _number(before) else ""
        yield at, at + 1, f"{left}{number}{' ' if parted and after.isalnum() else ''}"


@cache
def _number(sign: str) -> str:
    """The number that a sign stands for, in figures; empty where it is a letter, a figure or part of a number."""
    kind, taken_apart = unicodedata.category(sign), unicodedata.decomposition(sign)
    if kind == "Nd":
        return str(unicodedata.decimal(sign)) if taken_apart else ""
    roman = kind == "Nl" and unicodedata.name(sign).startswith(("ROMAN NUMERAL", "SMALL ROMAN NUMERAL"))
    if not (kind == "No" or roman) or taken_apart.startswith(_PART_OF_ANOTHER):
        return ""
    value = unicodedata.numeric(sign)
    return str(int(value)) if value.is_integer() and value <= _MOST else ""
