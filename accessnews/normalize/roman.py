"""Roman numerals: what they are worth."""

import re

_SHAPE = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def value(numeral: str) -> int:
    """What a Roman numeral is worth; 0 where it is none."""
    if not numeral or not _VALUES.keys() >= set(numeral) or not _SHAPE.fullmatch(numeral):
        return 0
    worth = [_VALUES[letter] for letter in numeral]
    return sum(-n if n < after else n for n, after in zip(worth, [*worth[1:], 0], strict=True))
