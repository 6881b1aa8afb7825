"""The programme's sound before it is encoded: utterances joined with silence, by pydub. 16-bit mono PCM."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from accessnews.errors import AccessNewsError
from accessnews.script import Utterance
from accessnews.speech import Speech
from accessnews.timeline import Take

RATE = 22_050
"""Frames a second of every programme: eSpeak's own, and one that every MP3 player knows."""

_FAINTEST = 60  # of 32,767: a quieter peak than this is not a voice
_LAST_PAUSE = 300  # milliseconds at the most after the last word


def joined(speeches: Iterable[tuple[Utterance, Speech]], pauses: Mapping[str, int]) -> Iterator[tuple[Take, bytes]]:
    """Every utterance's take and its PCM: the voice, then the silence that follows it.

    ``pauses`` are milliseconds by role and for ``sentence``, between two sentences of one block.
    Raises AccessNewsError, with the line, where the voice gave no sound.
    """
    pending = iter(speeches)
    current = next(pending, None)
    while current:
        utterance, speech = current
        pcm = _at_our_rate(utterance, speech)
        following = next(pending, None)
        pause = pauses["sentence" if not utterance.last else utterance.role]
        silence = _silence(pause if following else min(pause, _LAST_PAUSE))
        words = speech.words if speech.rate == RATE else ()
        yield Take(len(pcm) // 2, len(silence) // 2, words), pcm + silence
        current = following


def read_sound(file: Path) -> tuple[bytes, int]:
    """A sound file of an engine as (16-bit mono PCM, frames a second)."""
    segment = _pydub().from_file(file).set_channels(1).set_sample_width(2)
    return segment.raw_data, segment.frame_rate


def _at_our_rate(utterance: Utterance, speech: Speech) -> bytes:
    segment = _pydub()(speech.pcm, frame_rate=speech.rate, sample_width=2, channels=1)
    if segment.max < _FAINTEST:
        said = utterance.spoken if len(utterance.spoken) < 60 else utterance.spoken[:57] + "…"
        hint = "change the text, or choose another voice: accessnews voices lists what is here"
        raise AccessNewsError(f"the voice gave no sound for “{said}”", utterance.at, hint)
    if speech.rate == RATE:
        return speech.pcm
    resampled: bytes = segment.set_frame_rate(RATE).raw_data
    return resampled


def _silence(milliseconds: int) -> bytes:
    """Whole frames; pydub's own default rate of 11,025 would halve it."""
    if not milliseconds:
        return b""
    silence: bytes = _pydub().silent(milliseconds, frame_rate=RATE).raw_data
    return silence


def _pydub() -> Any:
    import warnings

    with warnings.catch_warnings():
        # pydub looks for ffmpeg when it is imported and warns; nothing here needs it.
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
    return AudioSegment
