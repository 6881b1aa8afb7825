"""A lexicon: how words are said that a voice gets wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """How one word or phrase is said: as other words (``alias``), in IPA, or both; one is never empty."""

    grapheme: str  # as it is written in a story, with its capitals
    alias: str = ""
    ipa: str = ""  # without slashes or brackets


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The entries of one language."""

    entries: Mapping[str, Entry] = field(default_factory=dict)  # by grapheme


EMPTY = Lexicon()
