"""A programme is encoded while it is spoken, by one gain that fits the whole of it."""

import io
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from mutagen.mp3 import MP3

from accessnews.audio import RATE, Programme
from accessnews.audio.loudness import Meter, Samples
from accessnews.audio.tags import Tags
from accessnews.model.errors import Place
from accessnews.model.settings import PAUSES, Settings
from accessnews.narration.script import Role, Script, Utterance
from accessnews.narration.speech import SynthesizedSpeech
from accessnews.narration.timeline import arrange
from accessnews.normalize import Span
from tests.audio.test_loudness import sine
from tests.fixtures.tools import ffmpeg

TARGET = Settings().loudness
SENTENCE = sine(-20, 10)


def script(count: int) -> Script:
    span = Span("One", "One")
    said = [Utterance(f"b{n:02}s1", Role.BODY, "en", Place("story.md", n), (span,)) for n in range(count)]
    return Script(tuple(said), "en")


class Slow(io.BytesIO):
    """A file in which another thread can come between finding a place and reading."""

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        found = super().seek(place, whence)
        time.sleep(0.001)
        return found


@dataclass(frozen=True)
class Recorded:
    mp3: bytes
    pcm: bytes
    pcm_at_once: set[bytes]  # by several threads
    loudness: float
    frames: int


def recorded(count: int, sound_of: Callable[[int], Samples]) -> Recorded:
    """A programme of ``count`` utterances."""
    programme = Programme(Settings())
    try:
        lines = script(count)

        def say(utterance: Utterance) -> SynthesizedSpeech:
            return SynthesizedSpeech(sound_of(utterance.at.line).astype("<i2").tobytes(), RATE)

        programme.record(lines, say, PAUSES, 2, lambda *_: None)
        times = arrange(lines, programme.clips, RATE)
        recording = programme.master(Tags("A", "B", "", "C"), times, lambda *_: None)
        mp3, pcm = b"".join(recording.data.pieces()), b"".join(recording.pcm())
        with ThreadPoolExecutor(4) as pool:
            at_once = set(pool.map(lambda _: b"".join(recording.pcm()), range(4)))
        return Recorded(mp3, pcm, at_once, recording.loudness, times.frames)
    finally:
        programme.close()


def test_a_long_programme_has_the_loudness_it_should_have_and_its_whole_length() -> None:
    made = recorded(12, lambda number: (SENTENCE * (1.0 if number % 2 else 0.9)).astype(np.int16))
    assert made.loudness == pytest.approx(TARGET, abs=0.3)
    info: Any = MP3(io.BytesIO(made.mp3)).info
    assert info.length == pytest.approx(made.frames / RATE, abs=1e-6)


def test_encoders_side_by_side_hear_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_: Slow())
    made = recorded(12, lambda number: (SENTENCE * (0.3 if number % 2 else 0.9)).astype(np.int16))
    assert made.pcm_at_once == {made.pcm}


def test_the_sound_for_other_encoders_is_all_of_the_timeline_at_the_level_asked_for() -> None:
    made = recorded(16, lambda number: (SENTENCE * (0.2 if number < 8 else 1.0)).astype(np.int16))
    assert len(made.pcm) == 2 * made.frames
    meter = Meter(RATE)
    meter.feed(np.frombuffer(made.pcm, "<i2"))
    assert meter.loudness() == pytest.approx(TARGET, abs=0.02)
    assert meter.true_peak() <= Settings().true_peak


def test_the_mp3_is_that_sound_as_quiet_as_lame_makes_it(tmp_path: Path) -> None:
    made = recorded(2, lambda number: SENTENCE)
    (tmp_path / "made.mp3").write_bytes(made.mp3)
    command = [ffmpeg(), "-v", "error", "-i", str(tmp_path / "made.mp3"), "-f", "s16le", "-"]
    decoded = subprocess.run(command, check=True, capture_output=True).stdout
    assert len(decoded) == 2 * made.frames
    one, other = (np.frombuffer(sound, "<i2").astype(float) for sound in (made.pcm, decoded))
    assert np.corrcoef(one, other)[0, 1] > 0.999, "it begins at the same frame"


def test_where_the_first_minute_misleads_the_whole_still_has_one_gain_that_fits() -> None:
    def louder_later(number: int) -> Samples:
        return (SENTENCE * (0.2 if number < 8 else 1.0)).astype(np.int16)

    assert recorded(16, louder_later).loudness == pytest.approx(TARGET, abs=0.05)


def test_the_same_programme_is_the_same_bytes() -> None:
    assert recorded(9, lambda number: SENTENCE) == recorded(9, lambda number: SENTENCE)


def test_a_sentence_without_a_sound_late_in_a_programme_changes_no_level() -> None:
    made = recorded(12, lambda number: SENTENCE if number < 11 else np.zeros(RATE, np.int16))
    spoken = recorded(11, lambda number: SENTENCE)
    assert made.loudness == pytest.approx(spoken.loudness, abs=0.05)
    assert 0 < made.frames - spoken.frames < 2 * RATE, "a short silence and a pause"
