"""The programme's sound before it is encoded: utterances joined with silence, by pydub. 16-bit mono PCM."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from accessnews.model.errors import AccessNewsError
from accessnews.narration.script import Utterance
from accessnews.narration.speech import SynthesizedSpeech, WordBoundary
from accessnews.narration.timeline import SpokenClip
from accessnews.text.unicode import shortened

RATE = 22_050
"""Frames a second of every programme: eSpeak's own, and one that every MP3 player knows."""

_FAINTEST = 60  # of 32,767: a quieter peak than this is not a voice
_INAUDIBLE = 33  # of 32,767: -60 dBFS
_EDGE = RATE // 500  # 2 ms are left on either side, so that no sound begins or ends with a click
_UNSAID = RATE // 2  # frames of silence in the place of words without a sound, as long as a word
_LAST_PAUSE = 300  # milliseconds at the most after the last word


def joined(
    speeches: Iterable[tuple[Utterance, SynthesizedSpeech]], pauses: Mapping[str, int]
) -> Iterator[tuple[SpokenClip, bytes]]:
    """Every utterance's clip and its PCM: the voice, then the silence that follows it.

    ``pauses`` are milliseconds by role and for ``sentence``, between two sentences of one block.
    What silence a voice makes before and after its words is cut off: it is not the same twice. Where a voice gives
    no sound at all, a short silence takes its place, for what is shown needs its time.
    """
    pending = iter(speeches)
    current = next(pending, None)
    while current:
        utterance, speech = current
        pcm, words = trimmed(speech)
        is_silent = not pcm
        pcm = pcm or bytes(_UNSAID * 2)
        following = next(pending, None)
        pause = pause_after(utterance, pauses)
        silence = _silence(pause if following else min(pause, _LAST_PAUSE))
        yield SpokenClip(len(pcm) // 2, len(silence) // 2, words, is_silent), pcm + silence
        current = following


def pause_after(utterance: Utterance, pauses: Mapping[str, int]) -> int:
    """Milliseconds of silence behind an utterance that another follows."""
    return pauses[utterance.role if utterance.last else "sentence"]


def length(speech: SynthesizedSpeech) -> int:
    """The frames of an utterance in a programme, its pause aside."""
    return len(trimmed(speech)[0]) // 2 or _UNSAID


def no_sound(utterance: Utterance) -> AccessNewsError:
    """What is to be said of an utterance that the voice passed over."""
    shown = shortened(utterance.written or utterance.spoken, 60)
    hint = "change the text, or choose another voice: accessnews voices lists what is here"
    return AccessNewsError(f"the voice gave no sound for “{shown}”", utterance.at, hint)


def read_sound(file: Path) -> tuple[bytes, int]:
    """A sound file of an engine as (16-bit mono PCM, frames a second)."""
    segment = _pydub().from_file(file).set_channels(1).set_sample_width(2)
    return segment.raw_data, segment.frame_rate


def at_our_rate(speech: SynthesizedSpeech) -> SynthesizedSpeech:
    """The same sound at the rate of the programme."""
    if speech.rate == RATE:
        return speech
    segment = _pydub()(speech.pcm, frame_rate=speech.rate, sample_width=2, channels=1)
    words = tuple(replace(word, frame=word.frame * RATE // speech.rate) for word in speech.words)
    return SynthesizedSpeech(segment.set_frame_rate(RATE).raw_data, RATE, words)


def trimmed(speech: SynthesizedSpeech) -> tuple[bytes, tuple[WordBoundary, ...]]:
    """The sound from its first to its last word, whose times move with it; nothing where there is no sound."""
    import numpy as np

    speech = at_our_rate(speech)
    loudness = np.abs(np.frombuffer(speech.pcm, "<i2").astype(np.int32))
    if loudness.max(initial=0) < _FAINTEST:
        return b"", ()
    heard = loudness > _INAUDIBLE
    first = max(int(heard.argmax()) - _EDGE, 0)
    last = min(len(heard) - int(heard[::-1].argmax()) + _EDGE, len(heard))
    words = tuple(replace(word, frame=min(max(word.frame - first, 0), last - first - 1)) for word in speech.words)
    return speech.pcm[first * 2 : last * 2], words


def _silence(milliseconds: int) -> bytes:
    """Whole frames; pydub's own default rate of 11,025 would halve it."""
    if not milliseconds:
        return b""
    silence: bytes = _pydub().silent(milliseconds, frame_rate=RATE).raw_data
    return silence


def _pydub() -> Any:
    import os
    import warnings

    os.environ.setdefault("PATH", os.defpath)  # pydub fails where there is none; the system searches the same
    with warnings.catch_warnings():
        # pydub looks for ffmpeg when it is imported and warns; nothing here needs it.
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
    return AudioSegment
