"""Alignment: which of the sounds of an utterance are those of each of its words.

eSpeak, which gives Piper's voices their phonemes, tells none of that: it runs words together ("of the") and says
one as several ("1,234"). What each word is alone, held against what all are together, tells nearly all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class PhonemeToken:
    """Characters ``start`` to ``end`` of a text, and the words they sound as, without stress."""

    start: int
    end: int
    alone: tuple[str, ...]


def aligned(tokens: Sequence[PhonemeToken], words: Sequence[str]) -> Iterator[tuple[PhonemeToken, int, int]]:
    """(token, word, letter): the token begins with that letter of that word, all without stress.

    In order. A token that cannot be told from its neighbours is left out.
    """
    parts = [(token, number) for token in tokens for number in range(len(token.alone))]
    alone = [token.alone[number] for token, number in parts]
    for kind, low, high, first, last in SequenceMatcher(None, alone, words, autojunk=False).get_opcodes():
        if kind in ("insert", "delete"):
            continue
        begins = _letters(alone[low:high], words[first:last])
        for (token, number), begin in zip(parts[low:high], begins, strict=False):
            if number == 0:
                yield token, first + begin[0], begin[1]


def _letters(alone: Sequence[str], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The word and the letter in it at which each of ``alone`` begins; of what does not match, only the first."""
    if len(alone) == len(words):
        yield from ((number, 0) for number in range(len(words)))
    elif "".join(alone) == "".join(words):
        at = 0
        for part in alone:
            yield _place(at, words)
            at += len(part)
    else:
        yield 0, 0


def _place(at: int, words: Sequence[str]) -> tuple[int, int]:
    for number, word in enumerate(words):
        if at < len(word):
            return number, at
        at -= len(word)
    return len(words) - 1, 0
