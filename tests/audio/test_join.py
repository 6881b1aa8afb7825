"""Utterances one after the other, with the pauses that a profile asks for and no others."""

import numpy as np
import pytest

from accessnews.audio.join import RATE, joined
from accessnews.model.errors import Place
from accessnews.model.settings import PAUSES
from accessnews.narration.script import Role, Utterance
from accessnews.narration.speech import SynthesizedSpeech, WordBoundary
from accessnews.normalize import Span
from tests.audio.test_loudness import sine


def utterance(number: int, role: Role = Role.BODY, last: bool = True) -> Utterance:
    return Utterance(f"b{number:02}s1", role, "en", Place("story.md", number), (Span("One", "One"),), last)


def spoken(lead: float, tail: float, rate: int = RATE) -> SynthesizedSpeech:
    """A second of sound, with so many seconds of silence around it, and a word at its begin and in its midst."""
    sound = np.concatenate((np.zeros(int(lead * rate)), sine(-12, 1)[:rate], np.zeros(int(tail * rate))))
    words = (WordBoundary(0, 1, int(lead * rate)), WordBoundary(2, 3, int((lead + 0.5) * rate)))
    return SynthesizedSpeech(sound.astype("<i2").tobytes(), rate, words)


@pytest.mark.parametrize(("lead", "tail"), [(0, 0), (0.013, 0.008), (0.13, 0.34)])
def test_a_pause_is_as_long_as_the_profile_says_whatever_silence_the_voice_makes(lead: float, tail: float) -> None:
    said = [utterance(1, Role.HEADLINE), utterance(2, last=False), utterance(3)]
    parts = list(joined(((one, spoken(lead, tail)) for one in said), PAUSES))
    sound = np.abs(np.frombuffer(b"".join(pcm for _, pcm in parts), "<i2"))
    heard = np.flatnonzero(sound > 33)
    gaps = [int(gap) / RATE for gap in np.diff(heard) if gap > RATE // 20]
    assert gaps == pytest.approx([PAUSES["headline"] / 1000, PAUSES["sentence"] / 1000], abs=0.005)
    assert heard[0] < RATE // 200


def test_words_move_with_the_silence_that_is_cut_off() -> None:
    [(take, _)] = joined([(utterance(1), spoken(0.25, 0.5))], PAUSES)
    assert [word.frame / RATE for word in take.words] == pytest.approx([0.002, 0.502], abs=0.001)
    assert take.frames / RATE == pytest.approx(1.004, abs=0.002)


def test_a_voice_of_another_rate_keeps_its_words() -> None:
    [(take, _)] = joined([(utterance(1), spoken(0.25, 0.5, 16_000))], PAUSES)
    assert [word.frame / RATE for word in take.words] == pytest.approx([0.002, 0.502], abs=0.002)


def test_the_programme_does_not_end_with_a_long_silence() -> None:
    parts = list(joined([(utterance(1, Role.HEADLINE), spoken(0, 0.6))], PAUSES))
    assert parts[-1][0].pause <= RATE * 0.3


@pytest.mark.parametrize("pcm", [b"", bytes(RATE)])
def test_words_without_a_sound_have_a_short_silence_in_their_place(pcm: bytes) -> None:
    said = [
        (utterance(1), spoken(0, 0)),
        (utterance(7), SynthesizedSpeech(pcm, RATE, (WordBoundary(0, 1, 0),))),
        (utterance(8), spoken(0, 0)),
    ]
    takes, sounds = zip(*joined(said, PAUSES), strict=True)
    assert [take.is_silent for take in takes] == [False, True, False]
    assert (takes[1].frames, takes[1].words) == (RATE // 2, ())
    assert [len(sound) // 2 for sound in sounds] == [take.frames + take.pause for take in takes]
