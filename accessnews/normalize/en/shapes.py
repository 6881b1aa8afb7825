"""Words in capitals by themselves: whether they are spelled, and whether they can be pronounced at all."""

import re
from functools import partial

from accessnews.normalize import tables
from accessnews.normalize.tables import mapped

_VOWELS = frozenset("AEIOUY")
_PARTS = re.compile(r"[AEIOUY]+|[^AEIOUY]+")
_LONGEST_SPELLED = 3  # letters that are spelled whatever they are


listed = partial(tables.listed, "en", "capitals")
"""A list of ``capitals.toml``: ``letters``, ``words``, or "stress", "words", what is written so to stress it."""
said_otherwise = partial(mapped, "en", "capitals", "said")
"""Words in capitals with a way of their own."""


def spelled(word: str) -> bool:
    """Whether a word in capitals is said letter by letter where nothing around it tells otherwise."""
    if word in listed("letters"):
        return True
    if word in listed("words"):
        return False
    return len(word) <= _LONGEST_SPELLED or not pronounceable(word)


def spoken(word: str) -> str:
    """A word in capitals as it is said."""
    return said_otherwise().get(word) or (" ".join(word) if spelled(word) else word.capitalize())


def pronounceable(word: str) -> bool:
    """Whether every group of consonants is one that English has.

    A word of four letters that begins with a vowel must be plainer: single consonants between single vowels.
    """
    if word.startswith("MC") and len(word) > _LONGEST_SPELLED + 1:  # a son of somebody: McDonald
        word = word[2:]
    parts = _PARTS.findall(word)
    if len(parts) < 2:
        return False
    if len(word) <= _LONGEST_SPELLED + 1 and word[0] in _VOWELS:
        return all(len(part) == 1 for part in parts) and parts[-1] not in "QJVWH"
    return all(_is_sayable(part, number == 0, number == len(parts) - 1) for number, part in enumerate(parts))


def _is_sayable(part: str, first: bool, last: bool) -> bool:
    if part[0] in _VOWELS:
        return len(part) < 3
    if first:
        return part in listed("shape", "onsets")
    if last:
        return part in listed("shape", "codas")
    return any(
        (not cut or part[:cut] in listed("shape", "codas")) and part[cut:] in listed("shape", "onsets")
        for cut in range(len(part))
    )


def has_vowel(word: str) -> bool:
    return not _VOWELS.isdisjoint(word.upper())
