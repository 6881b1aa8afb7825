"""A grammar: what a language brings along so that numbers in running text can be read in it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from accessnews.normalize.units import Unit

BLANK = "[ \u00a0\u202f\u2009]"
DASH = "[-‐‑–−]"
LOOK = 80  # characters a recogniser may look at on either side of its own

_WORD_AFTER = re.compile(r"[^\S\n]?([\w'’&]+)")
_JOINS = frozenset(" \u00a0\u202f\u2009-")
_INNER = frozenset(".'’&")


@dataclass(frozen=True, slots=True)
class Reading:
    """Characters ``start`` to ``end`` of the text are said as ``spoken``."""

    start: int
    end: int
    spoken: str


Match = Sequence[Reading]
"""In order and never empty; it ends where its last part ends, and what lies between its parts stays as written."""


@dataclass(frozen=True, slots=True)
class Number:
    """Figures at a place in the text."""

    start: int
    end: int
    whole: str
    part: str = ""  # figures after the decimal sign
    foreign: bool = False  # the decimal sign is the one of other languages
    marked: bool = False  # signs stand between groups of figures
    fraction: str = ""  # in words, what stands after the whole or alone

    @property
    def plain(self) -> bool:
        return not self.part

    @property
    def is_code(self) -> bool:
        """Whether a leading nought tells that nothing is counted."""
        return self.plain and len(self.whole) > 1 and self.whole[0] == "0"


@dataclass(frozen=True, slots=True)
class Amount:
    """One number, or the two ends of a range."""

    first: Number
    last: Number
    loose: bool = False  # blanks stand around the dash: a range only where a unit follows
    magnitude: Reading | None = None  # the million behind it

    @property
    def ranged(self) -> bool:
        return self.first is not self.last

    @property
    def start(self) -> int:
        return self.first.start

    @property
    def end(self) -> int:
        return self.magnitude.end if self.magnitude else self.last.end

    @property
    def is_one(self) -> bool:
        """Whether it is exactly one: what it counts is in the singular."""
        return self.whole == "1" and not self.first.part and not self.first.fraction

    @property
    def whole(self) -> str:
        """Figures before the decimal sign of a number that stands alone."""
        return "" if self.ranged or self.magnitude else self.first.whole

    @property
    def decimals(self) -> str:
        """Figures after the decimal sign of a number that stands alone."""
        return "" if self.ranged or self.magnitude else self.first.part


class Cardinal(Protocol):
    """Figures as words; ``gender`` is that of what they count, "m" or "f", and "" where they only count."""

    def __call__(self, figures: str, gender: str = "") -> str: ...


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """A language: what its numbers look like, its words around them, and how they bend."""

    code: str  # of its tables in ``<code>/data/``
    cardinal: Cardinal
    decimals: Callable[[str], str]
    """Figures after the decimal sign as words."""
    year: Callable[[str], str]
    """Four figures as years are said."""
    shape: re.Pattern[str]
    """A number in figures: ``whole``, ``part`` after the decimal sign, ``foreign`` after that of other languages."""
    foreign_shape: "Callable[[Scan, int], re.Match[str] | None]" = field(default=lambda scan, at: None, kw_only=True)
    """A number at a place as others write it, where what stands around it leaves no doubt."""
    is_fragment: "Callable[[Scan, re.Match[str]], bool]"
    """Whether figures are but a part of a version, an address, or a number of another country."""
    dash: re.Pattern[str]
    """What stands between the ends of a range."""
    is_range: "Callable[[Scan, Number, Number], bool]"
    point: str  # the decimal sign as it is said
    foreign_point: str
    to: str  # between the ends of a range
    per: str
    plus: str
    minus: str
    closers: str  # what may stand between the end of a sentence and that of the text
    numbers: "tuple[Recogniser, ...]" = ()  # the language's own, asked before those that it shares
    words: "tuple[Recogniser, ...]" = ()
    british: bool = False
    fraction: Callable[[re.Match[str]], str] = lambda shape: ""
    """What of a number is a fraction, as words."""
    nought: str = ""  # before the decimal sign, if it is another word
    links: Mapping[str, str] = field(default_factory=dict)  # said in place of ``to``, by the word before a range
    powers: Mapping[str, str] = field(default_factory=dict)  # raised figures with words of their own: squared
    power: str = ""  # before what else is raised, which is filled in at {}
    part: Callable[[str, str], str] = lambda up, low: ""
    """A fraction of two numbers in figures as words."""
    with_part: str = ""  # between a whole and its fraction
    equals: str = ""
    times: str = ""
    longest: int = 1_000  # figures of an amount without marks between; more are said one by one
    gender: "Callable[[Scan, int, int], str]" = lambda scan, start, end: ""
    """Of what a number from a start to an end counts: "m" or "f"; "" where nothing shows that it counts."""
    is_one: Callable[[str, bool], bool] = lambda whole, decimals: whole == "1" and not decimals
    """Whether whole figures, with decimals or not, leave what they count in the singular."""
    money: "Callable[[str, str, str, Unit], str]" = lambda whole, unit, part, currency: ""
    """A sum of money with hundredths: the whole in words, its unit, two figures, the currency."""
    date: "Callable[[Scan, int, int, int, str], str]" = lambda scan, at, day, month, year: ""
    """Where a date stands, its day and month, its year in figures or nothing: the date as words."""
    of: str = ""  # between a day, its month and its year
    pairs: bool = False  # telephone numbers are said in pairs of figures
    dollar: str = ""  # the currency that "$" is where the language is spoken, if it is none with that sign


@dataclass(frozen=True, slots=True)
class Scan:
    """The text under the scan, its grammar, and what holds for all of it."""

    text: str
    grammar: Grammar
    shouting: bool = False  # capitals are no sign of anything here
    named: bool = False  # a byline: words in capitals are names
    placed: int = 0  # characters of a dateline at the start
    quotes: bool = False  # say where a quotation opens and closes
    amounts: dict[tuple[int, bool], Amount | None] = field(default_factory=dict, repr=False, compare=False)

    def before(self, at: int) -> str:
        """The word that ends before ``at``, with one blank or hyphen between at most; else nothing."""
        stretch = self.text[max(0, at - LOOK) : at]
        body = stretch[:-1] if stretch[-1:] in _JOINS else stretch
        cut = len(body)
        while cut and (body[cut - 1].isalnum() or body[cut - 1] in _INNER):
            cut -= 1
        return body[cut:]

    def after(self, at: int) -> str:
        """The word that starts at ``at`` or one blank later; else nothing."""
        word = _WORD_AFTER.match(self.text, at, at + LOOK)
        return word[1] if word else ""

    def char(self, at: int) -> str:
        """The character at ``at``; outside the text a line break."""
        return self.text[at] if 0 <= at < len(self.text) else "\n"

    def closes(self, end: int) -> bool:
        """Whether the full stop before ``end`` ends the text too, or all of it but closing marks."""
        return self.char(end - 1) == "." and not self.text[end : end + 3].strip(self.grammar.closers)


Recogniser = Callable[[Scan, int, str], Match | None]
"""Called with the scan, where a token starts, and the token."""

Chooser = Callable[[str, str], Sequence[Recogniser]]
"""Which recognisers to try for a token of a kind: ``word``, ``number`` or ``sign``; in order."""
