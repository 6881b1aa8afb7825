"""An engine without a voice: a soft tone as long as the text takes to read, the same on every machine."""

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from accessnews.model.settings import Voice
from accessnews.narration.script import Utterance
from accessnews.narration.speech import InstalledVoice, Say, SynthesizedSpeech, WordBoundary
from accessnews.text.scripts import ScriptRun

WORKERS = 1
KEPT = False
_RATE = 22_050
_LETTERS_A_WORD = 6  # the usual measure of words a minute, with the blank


@contextmanager
def open_voice(voice: Voice) -> Iterator[Say]:
    per_character = _RATE * 60 // (voice.rate * _LETTERS_A_WORD)

    def say(utterance: Utterance) -> SynthesizedSpeech:
        text = utterance.spoken
        words = []
        at = 0
        for word in text.split():
            start = text.index(word, at)
            at = start + len(word)
            words.append(WordBoundary(start, at, start * per_character))
        return SynthesizedSpeech(_tone(len(text) * per_character), _RATE, tuple(words))

    yield say


def version(voice: Voice) -> str:
    return "silence 1"


def identity(voice: Voice) -> str:
    return f"{version(voice)}, {voice.rate}"


def missing(utterances: Iterable[Utterance], voice: Voice) -> list[tuple[Utterance, str]]:
    return []


def unread(utterances: Iterable[Utterance], voice: Voice) -> list[tuple[Utterance, str, ScriptRun]]:
    return []


def installed_voices(folders: Sequence[Path]) -> list[InstalledVoice]:
    return [InstalledVoice("tone", "", "A soft tone instead of a voice, for tests and layout")]


def _tone(frames: int) -> bytes:
    """110 Hz at -30 dBFS: a whole number of periods looped, so that no two machines round differently."""
    period = [round(1_000 * math.sin(2 * math.pi * n * 110 / _RATE)) for n in range(_RATE // 110)]
    samples = array("h", (period * (frames // len(period) + 1))[:frames])
    return samples.tobytes()
