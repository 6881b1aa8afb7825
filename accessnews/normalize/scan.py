"""The scan: one way through a text from left to right, the same for every language.

A recogniser looks at the text from one token on and answers with what is to be said for some of it, or with
nothing. It may look at the text before and after, but only a bounded stretch of it, so that time grows with
the text alone. What no recogniser claims is said as it is written.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

LOOK = 80  # characters a recogniser may look at on either side of its own

# Letters that are no letters: raised and lowered figures, fractions, letters in circles.
_SIGNS = "_²³¹⁰-₟¼-¾⅐-⅟①-⓿\U0001d400-\U0001d7ff"
_LETTER = rf"[^\W\d{_SIGNS}]"
_TOKEN = re.compile(rf"(?P<word>{_LETTER}+(?:['’]{_LETTER}+)*)|(?P<number>\d+)|(?P<sign>[^\w\s]|[{_SIGNS}])")
_WORD_AFTER = re.compile(r"[^\S\n]?([\w'’&]+)")


@dataclass(frozen=True, slots=True)
class Said:
    """Characters ``start`` to ``end`` of the text are said as ``spoken``."""

    start: int
    end: int
    spoken: str


Hit = Sequence[Said]
"""In order and never empty; it ends where its last part ends, and what lies between its parts stays as written."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The text under the scan, and what holds for all of it."""

    text: str
    british: bool = False
    shouting: bool = False  # capitals are no sign of anything here
    placed: int = 0  # characters of a dateline at the start
    quotes: bool = False  # say where a quotation opens and closes

    def before(self, at: int) -> str:
        """The word that ends before ``at``, with one blank or hyphen between at most; else nothing."""
        start = max(0, at - LOOK)
        stretch = self.text[start:at]
        body = stretch[:-1] if stretch[-1:] in _JOINS else stretch
        cut = len(body)
        while cut and (body[cut - 1].isalnum() or body[cut - 1] in _INNER):
            cut -= 1
        return body[cut:]

    def after(self, at: int) -> str:
        """The word that starts at ``at`` or one blank later; else nothing."""
        found = _WORD_AFTER.match(self.text, at, at + LOOK)
        return found[1] if found else ""

    def char(self, at: int) -> str:
        """The character at ``at``; outside the text a line break."""
        return self.text[at] if 0 <= at < len(self.text) else "\n"


_JOINS = frozenset(" \u00a0\u202f\u2009-")
_INNER = frozenset(".'’&")

Recogniser = Callable[[Scan, int, str], Hit | None]
"""Called with the scan, where a token starts, and the token."""

Chooser = Callable[[str, str], Sequence[Recogniser]]
"""Which recognisers to try for a token of a kind: ``word``, ``number`` or ``sign``; in order."""


def scan(text: Scan, held: Sequence[tuple[int, int]], choose: Chooser) -> Iterator[Said]:
    """What is to be said otherwise than written, in order and without overlap.

    ``held`` are spans, in order, that somebody else speaks for; a reading that would touch one is not given.
    """
    at, number = 0, 0
    bounds = [*held, (len(text.text) + 1, len(text.text) + 1)]
    while token := _TOKEN.search(text.text, at):
        start, at = token.span()
        while bounds[number][1] <= start:
            number += 1
        left, right = bounds[number]
        if start >= left:
            at = right
            continue
        hit = _first(text, start, token.group(), choose(token.lastgroup or "", token.group()), left)
        if hit:
            yield from hit
            at = max(hit[-1].end, start + 1)


def _first(text: Scan, start: int, token: str, recognisers: Sequence[Recogniser], limit: int) -> Hit | None:
    """What the first recogniser that has an answer says; it must end before ``limit``."""
    for recognise in recognisers:
        hit = recognise(text, start, token)
        if hit and hit[-1].end <= limit:
            return hit
    return None
