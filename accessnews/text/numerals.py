"""Numbers of list items as they are written: 4, d, D, iv or IV, the types of HTML's ``ol``."""

from string import ascii_lowercase

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_ENDS = 4000


def numeral(number: int, kind: str) -> str:
    """A number in ``kind``, 1, a, A, i or I; in figures where that has no way to write it."""
    if kind in ("a", "A") and number > 0:
        letters = _letters(number)
    elif kind in ("i", "I") and 0 < number < _ROMAN_ENDS:
        letters = _roman(number)
    else:
        return str(number)
    return letters.upper() if kind.isupper() else letters


def said(number: int, kind: str) -> str:
    """A number as it is best said: a Roman numeral by what it counts."""
    return numeral(number, kind) if kind in ("a", "A") else str(number)


def _letters(number: int) -> str:
    """``a`` to ``z``, then ``aa``."""
    out = ""
    while number:
        number, place = divmod(number - 1, len(ascii_lowercase))
        out = ascii_lowercase[place] + out
    return out


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        out += letters * (number // value)
        number %= value
    return out
