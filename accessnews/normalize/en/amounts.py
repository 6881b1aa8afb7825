"""Numbers as English news writes them, with fractions and magnitudes, before anything is said of what they count."""

import re
from dataclasses import replace

from accessnews.normalize.en import numerals
from accessnews.normalize.en.nearby import counts
from accessnews.normalize.grammar import DASH, Amount, Number, Reading, Scan
from accessnews.normalize.tables import mapped

SHAPE = re.compile(
    r"""
    (?P<whole> [0-9]{1,3} (?: ,[0-9]{3} ){1,6} (?![0-9])                           # 1,234,567
             | [0-9]{1,3} (?: ,[0-9]{2} ){1,4} ,[0-9]{3} (?![0-9])                  # 12,34,567
             | [0-9]{1,3} (?: [\u00a0\u202f\u2005-\u200a][0-9]{3} ){1,6} (?![0-9])   # 1 234 567
             | [0-9]{1,3} (?: (?P<gap>['’_])[0-9]{3} ) (?: (?P=gap)[0-9]{3} ){0,5} (?![0-9])   # 1'234'567
             | [0-9]{1,24} (?![0-9]) )?
    (?: \. (?P<part>[0-9]{1,12}) (?![0-9]) )?
    (?: [ \u00a0]? (?P<vulgar>[¼-¾⅐-⅞])                                             # 2½
      | (?<=[0-9]) [ \u00a0-] (?P<up>[1-9])/(?P<low>[2-9]|1[0-6]) (?:ths?|rds?)? (?![\w/]) )?   # 2 3/4
    """,
    re.VERBOSE,
)
TO_FIGURES = re.compile("[-–](?=[0-9])")
RANGE = re.compile(rf"{DASH}(?=[0-9.])")
_MAGNITUDE = re.compile(
    r"""
    (?P<blank>[ \u00a0]{1,3}|-)?
    (?P<word> hundred | thousand | million | billion | trillion | quadrillion | Million | Billion | Trillion
            | lakh[ ]crores? | lakhs? | crores?
            | mln | mil | mn | MM | m | M | bln | bn | Bn | b | B | trn | tn | T | k | K )
    (?!\w)(?!['’][a-z])
    """,
    re.VERBOSE,
)
_SHORT = {
    "million": ("m", "mn", "mln", "mil", "M", "MM"),
    "billion": ("bn", "bln", "b", "B", "Bn"),
    "trillion": ("tn", "trn", "T"),
    "thousand": ("k", "K"),
}
_MAGNITUDES = {short: word for word, shorts in _SHORT.items() for short in shorts}
_SURE = frozenset({"bn", "bln", "tn", "trn", "mn", "mln", "Bn"})
LONGEST = 12
"""Figures; a longer number without commas is no amount and is said figure by figure."""


def is_fragment(scan: Scan, number: re.Match[str]) -> bool:
    """Whether figures are part of a version, an address, or a number of another country."""
    if not number["part"] and "," not in (number["whole"] or ""):
        return False
    return scan.char(number.end()) in ".," and scan.char(number.end() + 1).isdecimal()


def is_range(scan: Scan, first: Number, last: Number) -> bool:
    """Whether no more than two numbers hang together, unlike in a telephone number or a date."""
    return not (scan.char(last.end) in "-–/:" and scan.char(last.end + 1).isdecimal())


def mixed(number: re.Match[str]) -> str:
    """The fraction that stands after a number, or alone."""
    if number["vulgar"]:
        return mapped("en", "symbols", "said")[number["vulgar"]]
    return fraction(int(number["up"]), int(number["low"]), "a") if number["up"] else ""


def fraction(up: int, low: int, article: str = "one") -> str:
    """Three quarters, one half; ``article`` is said before a single part."""
    name = {2: "half", 4: "quarter"}.get(low) or numerals.ordinal(str(low))
    if up == 1:
        return f"{article} {name}"
    return f"{numerals.cardinal(str(up))} {'halves' if low == 2 else numerals.plural(name)}"


def part(up: str, low: str) -> str:
    """A fraction of two numbers in figures as words."""
    if int(low) > 1:
        return fraction(int(up), int(low))
    return f"{numerals.cardinal(up)} over {numerals.cardinal(low)}"


def magnified(scan: Scan, plain: Amount, money: bool) -> Amount:
    """The amount with the magnitude that follows it, or as it is.

    A lone letter is one after money; elsewhere only where things are counted.
    """
    magnitude = _MAGNITUDE.match(scan.text, plain.end)
    if not magnitude or not _is_magnitude(scan, plain, magnitude, money):
        return plain
    word = magnitude["word"]
    return replace(plain, magnitude=Reading(magnitude.start("word"), magnitude.end(), _MAGNITUDES.get(word, word)))


def _is_magnitude(scan: Scan, plain: Amount, magnitude: re.Match[str], money: bool) -> bool:
    word = magnitude["word"]
    if word not in _MAGNITUDES:
        return True
    if magnitude["blank"] == "-":
        return False
    if money or word in _SURE:
        return money or not plain.whole.startswith("0")
    return not magnitude["blank"] and counts(scan, magnitude.end())
