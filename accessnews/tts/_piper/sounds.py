"""Sounds: a text as the phonemes of a voice, word by word, with the sounds that a lexicon knows better."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from accessnews.tts._espeak.notation import tame

Phonemize = Callable[[str], list[list[str]]]
"""A text's phonemes, by sentence; words are parted by a blank, marks stand behind their words."""

Word = tuple[str, ...]
Sentence = list[Word]

Name = tuple[int, int, str]
"""Characters from a start to an end of a text sound as this, in the voice's own phonemes."""

_MARKS = frozenset(".,;:?!")
_FAINT = str.maketrans("", "", "ˈˌʲ.,;:?!")
_PHONEME_BLOCK = re.compile(r"\[(?=\[)|\](?=\])")  # [[ and ]] would be read as phonemes
# They stand for words of the lexicon while eSpeak reads what is around them. English has no such words, and both
# sound the same wherever they stand; the second is for those that begin with a vowel: an, the, linking r.
_BEFORE_CONSONANT, _BEFORE_VOWEL = "Kavan", "Aban"
_HYPHEN = re.compile(r"^[-‐‑]|[-‐‑]$")
_VOWEL = re.compile(r"[ˈˌ]*[aeiouyæøœɐɑɒɔəɘɚɛɜɝɞɤɨɪɯɵʉʊʌʏᵻ]")


class Sounds:
    """How a voice sounds words. Threads may share it."""

    def __init__(self, phonemize: Phonemize) -> None:
        self._phonemize = phonemize
        self._alone: dict[str, tuple[str, ...]] = {}

    def sentences(self, text: str, names: Sequence[Name]) -> list[Sentence]:
        """The words of a text as phonemes. ``names`` are in order and do not overlap; theirs may be several words.

        Nothing in the text steers the voice.
        """
        plain = _PHONEME_BLOCK.sub(" ", tame(text))
        if not names:
            return self._words(plain)
        found = self._words(_with_stand_ins(plain, names))
        expected = [self.alone(_stand_in(ipa))[0] for _, _, ipa in names]
        there = [bare(word) for sentence in found for word in sentence if bare(word) in expected]
        if there != expected:  # the text has such a word itself: then without what is around it
            return [list(self._in_parts(plain, names))]
        known = iter([ipa for _, _, ipa in names])
        return [
            [said for word in sentence for said in (_named(word, next(known)) if bare(word) in expected else [word])]
            for sentence in found
        ]

    def alone(self, word: str) -> tuple[str, ...]:
        """A word where nothing is around it, without stress; it may sound as several."""
        if word not in self._alone:
            found = self._words(_PHONEME_BLOCK.sub(" ", tame(word)))
            self._alone[word] = tuple(bare(said) for sentence in found for said in sentence)
        return self._alone[word]

    def _words(self, text: str) -> list[Sentence]:
        return [words for sentence in self._phonemize(text) if (words := list(_split(sentence)))]

    def _in_parts(self, text: str, names: Sequence[Name]) -> Iterator[Word]:
        at = 0
        for start, end, ipa in (*names, (len(text), len(text), "")):
            for sentence in self._words(text[at:start]):
                yield from sentence
            yield from _named((), ipa) if ipa else ()
            at = end


def bare(word: Sequence[str]) -> str:
    """A word without its stress and marks."""
    return "".join(word).translate(_FAINT)


def _split(phonemes: Sequence[str]) -> Iterator[Word]:
    word: list[str] = []
    for phoneme in (*phonemes, " "):
        if phoneme != " ":
            word.append(phoneme)
        elif word:
            yield tuple(word)
            word = []


def _stand_in(ipa: str) -> str:
    return _BEFORE_VOWEL if _VOWEL.match(ipa) else _BEFORE_CONSONANT


def _with_stand_ins(text: str, names: Sequence[Name]) -> str:
    """The text with a stand-in for each name; a hyphen beside one would make it part of a word."""
    parts, at = [], 0
    for start, end, ipa in names:
        parts += [_HYPHEN.sub(" ", text[at:start]), f" {_stand_in(ipa)} "]
        at = end
    return "".join([*parts, _HYPHEN.sub(" ", text[at:])])


def _named(word: Word, ipa: str) -> list[Word]:
    """The words of a name, with the marks that its stand-in has."""
    marks = tuple(phoneme for phoneme in word if phoneme in _MARKS)
    words = [tuple(unicodedata.normalize("NFD", name)) for name in ipa.split()]
    return [*words[:-1], words[-1] + marks]
