"""Neural: voices of Piper, an extra. One stretch of text in, its sound and the times of its words out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accessnews.narration.timeline import WORD
from accessnews.tts._piper.alignment import PhonemeToken, aligned
from accessnews.tts._piper.model import Breath, Model
from accessnews.tts._piper.sounds import Name, Sentence, Sounds, bare
from accessnews.tts._piper.voicefiles import VoiceFile, paths, read, speaking, wanted

__all__ = ["Heard", "NeuralVoice", "VoiceFile", "paths", "read", "speaking", "wanted"]

_LONGEST_BREATH = 400  # phonemes, about 25 seconds: a run of the model takes memory for all of them at once


@dataclass(frozen=True, slots=True)
class Heard:
    """16-bit little-endian mono PCM, and (start, end, frame) of the words that could be told."""

    pcm: bytes
    words: tuple[tuple[int, int, int], ...]


class NeuralVoice:
    """A voice of Piper, by its file. Threads may share it."""

    def __init__(self, file: VoiceFile, length_scale: float = 0.0) -> None:
        self.model = Model(file, length_scale)
        self._sounds = Sounds(self.model.phonemes)

    def say(self, text: str, names: Sequence[Name]) -> Heard:
        """A text as plain text; ``names`` sound as they say, in the voice's own phonemes."""
        pcm = b""
        said: list[_Said] = []
        for words in self._breaths(text, names):
            breath = self.model.speak([phoneme for word in words for phoneme in (*word, " ")][:-1])
            said += _by_word(words, breath, len(pcm) // 2)
            pcm += breath.pcm
        return Heard(pcm, tuple(self._times(text, names, said)))

    def ipa(self, text: str, names: Sequence[Name]) -> str:
        """What ``say`` would say, in the International Phonetic Alphabet."""
        return "  ".join(" ".join(map("".join, sentence)) for sentence in self._sounds.sentences(text, names))

    def _breaths(self, text: str, names: Sequence[Name]) -> Iterator[Sentence]:
        for sentence in self._sounds.sentences(text, names):
            yield from _breaths(sentence)

    def _times(
        self,
        text: str,
        names: Sequence[Name],
        said: Sequence["_Said"],
    ) -> Iterator[tuple[int, int, int]]:
        tokens = list(_tokens(text, names, self._sounds))
        for token, number, letter in aligned(tokens, [bare(word) for word, _ in said]):
            word, starts = said[number]
            if starts:
                yield token.start, token.end, starts[_nth_letter(word, letter)]


def _breaths(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence in stretches that one run of the model can hold: cut behind a mark, or else behind any word."""
    breath: Sentence = []
    length = mark = 0
    for word in sentence:
        breath.append(word)
        length += len(word) + 1
        if word[-1] in ",;:":
            mark = len(breath)
        if length > _LONGEST_BREATH:
            cut = mark or len(breath)
            yield breath[:cut]
            breath, mark = breath[cut:], 0
            length = sum(len(rest) + 1 for rest in breath)
    if breath:
        yield breath


_Said = tuple[tuple[str, ...], tuple[int, ...]]
"""The phonemes of a word and the frames at which they begin, where the model tells them."""


def _by_word(words: Sentence, breath: Breath, offset: int) -> Iterator[_Said]:
    at = 0
    for word in words:
        yield word, tuple(offset + frame for frame in breath.starts[at : at + len(word)])
        at += len(word) + 1


def _nth_letter(word: Sequence[str], letter: int) -> int:
    """Where in a word of phonemes the letter stands that has this number without stress; a stress belongs to it."""
    at = 0
    for number, phoneme in enumerate(word):
        if at == letter:
            return number
        at += len(bare(phoneme))
    return 0


def _tokens(text: str, names: Sequence[Name], sounds: Sounds) -> Iterator[PhonemeToken]:
    """The words of a text, as a reader sees them, with what they sound as alone."""
    at = 0
    for start, end, ipa in (*names, (len(text), len(text), "")):
        for match in WORD.finditer(text, at, start):
            yield PhonemeToken(match.start(), match.end(), sounds.alone(match[0]))
        yield from _named(text, start, end, ipa)
        at = end


def _named(text: str, start: int, end: int, ipa: str) -> Iterator[PhonemeToken]:
    """The words of a name: each its own sounds where there are as many, else the first has all of them."""
    shown = [match.span() for match in re.finditer(r"\S+", text[start:end])]
    said = [bare(word) for word in ipa.split()]
    if len(shown) != len(said):
        shown, groups = shown[:1], [tuple(said)]
    else:
        groups = [(word,) for word in said]
    for (low, high), alone in zip(shown, groups, strict=False):
        yield PhonemeToken(start + low, start + high, alone)
