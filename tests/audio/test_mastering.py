"""A programme is encoded while it is spoken, by one gain that fits the whole of it."""

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from mutagen.mp3 import MP3

from accessnews.audio import RATE, Programme, Tags
from accessnews.audio.levels import Samples
from accessnews.errors import AccessNewsError, Place
from accessnews.script import Role, Script, Utterance
from accessnews.settings import PAUSES, Settings
from accessnews.speech import Speech
from accessnews.spoken import Piece
from accessnews.timeline import arrange
from tests.audio.test_levels import sine

TARGET = Settings().loudness
SENTENCE = sine(-20, 10)


def script(count: int) -> Script:
    piece = Piece("One", "One")
    said = [Utterance(f"b{n:02}s1", Role.BODY, "en", Place("story.md", n), (piece,)) for n in range(count)]
    return Script(tuple(said), "en")


def recorded(count: int, sound_of: Callable[[int], Samples]) -> tuple[bytes, float, float]:
    """The MP3 of a programme of ``count`` utterances, its loudness and its length in seconds."""
    programme = Programme(Settings())
    try:
        lines = script(count)

        def say(utterance: Utterance) -> Speech:
            return Speech(sound_of(utterance.at.line).astype("<i2").tobytes(), RATE)

        programme.record(lines, say, PAUSES, 2, lambda *_: None)
        times = arrange(lines, programme.takes, RATE)
        recording = programme.master(Tags("A", "B", "", "C"), times, lambda *_: None)
        return b"".join(recording.data.pieces()), recording.loudness, recording.frames / RATE
    finally:
        programme.close()


def test_a_long_programme_has_the_loudness_it_should_have_and_its_whole_length() -> None:
    data, loudness, seconds = recorded(12, lambda number: (SENTENCE * (1.0 if number % 2 else 0.9)).astype(np.int16))
    assert loudness == pytest.approx(TARGET, abs=0.3)
    info: Any = MP3(io.BytesIO(data)).info
    assert info.length == pytest.approx(seconds, abs=1e-6)


def test_where_the_first_minute_misleads_the_whole_still_has_one_gain_that_fits() -> None:
    def louder_later(number: int) -> Samples:
        return (SENTENCE * (0.2 if number < 8 else 1.0)).astype(np.int16)

    _, loudness, _ = recorded(16, louder_later)
    assert loudness == pytest.approx(TARGET, abs=0.05)


def test_the_same_programme_is_the_same_bytes() -> None:
    assert recorded(9, lambda number: SENTENCE)[0] == recorded(9, lambda number: SENTENCE)[0]


def test_a_voice_that_fails_late_is_an_error_with_its_line() -> None:
    with pytest.raises(AccessNewsError, match=r"gave no sound") as caught:
        recorded(12, lambda number: SENTENCE if number < 11 else np.zeros(RATE, np.int16))
    assert caught.value.at == Place("story.md", 11)
