"""A stretch of text as words and marks with their places."""

import re
from functools import lru_cache
from typing import NamedTuple

from accessnews.alttext.lexicon import words

_TOKEN = re.compile(r"[^\W_]+(?:[.&/][^\W_]+|['’\-‑][^\W_]+)*(?:['’](?!\w)(?<=s['’]))?|[^\w\s]")


class Token(NamedTuple):  # not a frozen dataclass: captions by the ten thousand, and this is made ten times faster
    """A word or a single mark; ``start`` and ``end`` are indices into the phrase's text."""

    text: str
    low: str  # lower case, straight apostrophes
    start: int
    end: int
    is_word: bool

    @property
    def is_capital(self) -> bool:
        return self.is_word and self.text[0].isupper()


@lru_cache(maxsize=128)  # the stages take the same clause apart in turn
def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of ``text``, in order."""
    found = [(match[0], *match.span()) for match in _TOKEN.finditer(text)]
    return tuple([Token(word, word.lower().replace("’", "'"), a, b, word[0].isalnum()) for word, a, b in found])


def is_determiner(low: str) -> bool:
    return low in words("words", "determiners") or low.isdigit() or low.endswith(("'s", "s'"))


def is_preposition(low: str) -> bool:
    return low in words("words", "prepositions")


def is_adverb(low: str) -> bool:
    if low in words("words", "adverbs"):
        return True
    return low.endswith("ly") and len(low) > 4 and low not in words("words", "not-adverbs")


def is_plural(token: Token) -> bool:
    """Whether a noun looks plural."""
    low = token.low
    if low in words("words", "plurals"):
        return True
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s"))
