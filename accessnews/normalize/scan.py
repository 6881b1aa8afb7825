"""The scan: one way through a text from left to right, the same for every language.

A recogniser looks at the text from one token on and answers with what is to be said for some of it, or with
nothing. It may look at the text before and after, but only a bounded stretch of it, so that time grows with
the text alone. What no recogniser claims is said as it is written.
"""

import re
from collections.abc import Iterator, Sequence

from accessnews.normalize.grammar import Chooser, Match, Reading, Recogniser, Scan

# Letters that are no letters: raised and lowered figures, fractions, letters in circles.
_SIGNS = "_²³¹ˣʸ⁰-₟¼-¾⅐-⅟①-⓿\U0001d400-\U0001d7ff"
_LETTER = rf"[^\W\d{_SIGNS}]"
_TOKEN = re.compile(rf"(?P<word>{_LETTER}+(?:['’]{_LETTER}+)*)|(?P<number>\d+)|(?P<sign>[^\w\s]|[{_SIGNS}])")


def scan(text: Scan, held: Sequence[tuple[int, int]], choose: Chooser) -> Iterator[Reading]:
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
        match = _first(text, start, token.group(), choose(token.lastgroup or "", token.group()), left)
        if match:
            yield from match
            at = max(match[-1].end, start + 1)


def _first(text: Scan, start: int, token: str, recognisers: Sequence[Recogniser], limit: int) -> Match | None:
    """What the first recogniser that has an answer says; it must end before ``limit``."""
    for recognise in recognisers:
        match = recognise(text, start, token)
        if match and match[-1].end <= limit:
            return _parted(text, match)
    return None


def _parted(text: Scan, match: Match) -> Match:
    """A reading with a blank behind it where a word stands right behind figures or a sign: ``£15.21for each``."""
    last = match[-1]
    touches = text.char(last.end).isalpha() and not text.char(last.end - 1).isalpha()
    if not (touches and last.spoken[-1:].isalpha()):
        return match
    return (*match[:-1], Reading(last.start, last.end, f"{last.spoken} "))
