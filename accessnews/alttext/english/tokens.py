"""The words and marks of an English text, with their places and with what is known of each word."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from accessnews.alttext.english.verbs import bases, forms, participle_base, past_base
from accessnews.alttext.lexicon import table

_TOKEN = re.compile(r"[^\W_]+(?:[.&/][^\W_]+|['’\-‑][^\W_]+)*(?:['’](?!\w)(?<=s['’]))?|[^\w\s]")
_AUXILIARIES = ("modals", "be-present", "be-past", "have", "had", "do", "contracted")


class Token(NamedTuple):  # not a frozen dataclass: captions by the ten thousand, and this is made ten times faster
    """A word or a single mark; ``start`` and ``end`` are indices into its text, ``tags`` those of ``tags_of``."""

    text: str
    low: str  # lower case, straight apostrophes
    start: int
    end: int
    is_word: bool
    tags: frozenset[str]

    @property
    def is_capital(self) -> bool:
        return self.is_word and self.text[0].isupper()

    def has(self, *tags: str) -> bool:
        """Whether the word has one of these tags."""
        return not self.tags.isdisjoint(tags)


NO_TAGS: frozenset[str] = frozenset()
NOTHING = Token("", "", 0, 0, False, NO_TAGS)
"""What stands before the first token and behind the last."""


def tokenize(text: str) -> tuple[Token, ...]:
    """The words and marks of ``text``, in order."""
    out = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        low, is_word = word.lower().replace("’", "'"), word[0].isalnum()
        out.append(Token(word, low, match.start(), match.end(), is_word, tags_of(low) if is_word else NO_TAGS))
    return tuple(out)


@lru_cache(maxsize=8192)
def tags_of(low: str) -> frozenset[str]:
    """What is known of a word in small letters: the lists that it stands on, and what it can be by its form."""
    lists = _lists().get(low, NO_TAGS)
    form = forms().get(low)
    ends_in_s = len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s"))
    looks = {
        "determiner": "determiners" in lists or low.isdigit() or low.endswith(("'s", "s'")),
        "preposition": "prepositions" in lists,
        "adverb": "adverbs" in lists or (low.endswith("ly") and len(low) > 4 and "not-adverbs" not in lists),
        "plural": "plurals" in lists or ends_in_s,
        "auxiliary": not lists.isdisjoint(_AUXILIARIES),
        "verb": form is not None,
        "base-form": low in bases(),
        "ing-form": bool(participle_base(low)),
        "past-form": bool(past_base(low)),
        "ing": low.endswith("ing"),
    }
    finite = looks["verb"] or looks["auxiliary"] or low.endswith(("s", "ed"))
    return lists | {name for name, true in looks.items() if true} | ({"may-be-finite"} if finite else NO_TAGS)


@cache
def _lists() -> dict[str, frozenset[str]]:
    """The lists of ``words.toml``, ``verbs.toml`` and ``cuts.toml`` that each word stands on."""
    out: dict[str, set[str]] = {}
    for name in ("words", "verbs", "cuts"):
        for key, entries in table(name).items():
            for entry in entries:
                out.setdefault(entry, set()).add(key)
    return {word: frozenset(keys) for word, keys in out.items()}


Phrases = dict[str, list[tuple[str, ...]]]
"""Phrases as words, by their first word, the longest first."""


@cache
def phrases(name: str, key: str) -> Phrases:
    """One list of phrases."""
    out: Phrases = {}
    for phrase in sorted(table(name)[key], key=len, reverse=True):
        words = tuple(phrase.split())
        out.setdefault(words[0], []).append(words)
    return out
