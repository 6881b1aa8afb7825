"""Amounts: numbers as news writes them, with ranges and magnitudes, before anything is said of what they count."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from accessnews.normalize.en import numerals
from accessnews.normalize.en.nearby import counts
from accessnews.normalize.scan import Said, Scan
from accessnews.normalize.tables import table

DASH = r"[-‐‑–−]"
_GROUPED = (
    r"[0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9])|[0-9]{1,3}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9])"
    r"|[0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3}){1,6}(?![0-9])"
)
_NUMBER = re.compile(
    rf"(?P<whole>{_GROUPED}|[0-9]{{1,24}}(?![0-9]))?(?P<part>\.[0-9]{{1,12}}(?![0-9]))?"
    r"(?:[ \u00a0]?(?P<vulgar>[¼-¾⅐-⅞])"
    r"|(?<=[0-9])[ \u00a0-](?P<up>[1-9])/(?P<low>[2-9]|1[0-6])(?:ths?|rds?)?(?![\w/]))?"
)
_RANGE = re.compile(rf"{DASH}(?=[0-9.])")
_MAGNITUDE = re.compile(
    r"(?P<blank>[ \u00a0]{1,3}|-)?(?P<word>hundred|thousand|million|billion|trillion|quadrillion"
    r"|lakh crores?|lakhs?|crores?"
    r"|Million|Billion|Trillion|m|mn|mln|mil|bn|bln|b|tn|trn|k|K|M|B|T|MM|Bn)(?![\w])(?!['’][a-z])"
)
_MAGNITUDES = {
    **dict.fromkeys(("m", "mn", "mln", "mil", "M", "MM"), "million"),
    **dict.fromkeys(("bn", "bln", "b", "B", "Bn"), "billion"),
    **dict.fromkeys(("tn", "trn", "T"), "trillion"),
    **dict.fromkeys(("k", "K"), "thousand"),
}
_SURE = frozenset({"bn", "bln", "tn", "trn", "mn", "mln", "Bn"})
_LONGEST = 12
"""Figures; a longer number without commas is no amount and is said figure by figure."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range of two, as words."""

    said: tuple[Said, ...]
    one: bool = False  # exactly one: what it counts is in the singular
    whole: str = ""  # figures before the point of a single number
    decimals: str = ""  # figures after it

    @property
    def start(self) -> int:
        return self.said[0].start

    @property
    def end(self) -> int:
        return self.said[-1].end


def amount(scan: Scan, at: int) -> Amount | None:
    """The number at ``at``, or the range that begins there."""
    first = number(scan, at)
    dash = _RANGE.match(scan.text, first.end) if first else None
    second = number(scan, dash.end()) if dash else None
    if not first or not dash or not second or _is_chain(scan, second.end):
        return first
    glue = " and " if scan.before(at).lower() == "between" else " to "
    return Amount((*first.said, Said(first.end, dash.end(), glue), *second.said))


def _is_chain(scan: Scan, end: int) -> bool:
    """Whether more than two numbers hang together, as in a telephone number or a date."""
    return scan.char(end) in "-–/:" and scan.char(end + 1).isdecimal()


def number(scan: Scan, at: int) -> Amount | None:
    """One number: whole, decimal, mixed with a fraction, or a fraction's sign."""
    found = _NUMBER.match(scan.text, at)
    if not found or found.end() == at:
        return None
    whole, part = found["whole"] or "", (found["part"] or "")[1:]
    if (part or "," in whole) and scan.char(found.end()) in ".," and scan.char(found.end() + 1).isdecimal():
        return None  # a version, an address, a number of another country
    figures = "".join(figure for figure in whole if figure.isdecimal())
    words = _mixed(found, _words(figures, part, scan.british, plain=figures == whole))
    one = figures == "1" and not part and not found["vulgar"] and not found["up"]
    return Amount((Said(at, found.end(), words),), one, figures, part)


def _words(figures: str, decimals: str, british: bool, plain: bool) -> str:
    """``plain`` where the figures are written without commas or blanks."""
    if not decimals:
        code = (len(figures) > 1 and figures[0] == "0") or (plain and len(figures) > _LONGEST)
        return numerals.digits(figures) if code else numerals.cardinal(figures, british)
    whole = numerals.cardinal(figures, british) if figures else ""
    return f"{'nought' if british and whole == 'zero' else whole} point {numerals.digits(decimals)}".lstrip()


def _mixed(found: re.Match[str], words: str) -> str:
    """Words with the fraction that may follow, or the fraction alone."""
    rest = fraction(int(found["up"]), int(found["low"]), "a") if found["up"] else ""
    if found["vulgar"]:
        rest = table("en", "symbols")["said"][found["vulgar"]]
    if not rest:
        return words
    return f"{words} and {rest}" if found["whole"] else rest


def fraction(up: int, low: int, one: str = "one") -> str:
    """Three quarters, one half; ``one`` is said for a single part."""
    name = {2: "half", 4: "quarter"}.get(low) or numerals.ordinal(str(low))
    if up == 1:
        return f"{one} {name}"
    return f"{numerals.cardinal(str(up))} {'halves' if low == 2 else numerals.plural(name)}"


def with_unit(said: Sequence[Said], start: int, end: int, words: str) -> tuple[Said, ...]:
    """The parts of an amount with its unit: one part with the number it touches, else a part of its own."""
    last = said[-1]
    if start == last.end:
        return (*said[:-1], Said(last.start, end, f"{last.spoken} {words}"))
    return (*said, Said(start, end, words))


def magnified(scan: Scan, plain: Amount, money: bool) -> Amount:
    """The amount with the magnitude that follows it, or as it is.

    A lone letter is one after money; elsewhere only where things are counted.
    """
    found = _MAGNITUDE.match(scan.text, plain.end)
    if not found or not _is_magnitude(scan, plain, found, money):
        return plain
    word = found["word"]
    return Amount(with_unit(plain.said, found.start("word"), found.end(), _MAGNITUDES.get(word, word)))


def _is_magnitude(scan: Scan, plain: Amount, found: re.Match[str], money: bool) -> bool:
    word = found["word"]
    if word not in _MAGNITUDES:
        return True
    if found["blank"] == "-":
        return False
    if money or word in _SURE:
        return money or not plain.whole.startswith("0")
    return not found["blank"] and counts(scan, found.end())
