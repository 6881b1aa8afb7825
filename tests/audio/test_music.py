"""Stings and beds: where they sound, how loud, and what is no music."""

import wave
from pathlib import Path

import numpy as np
import pytest

from accessnews.audio.join import RATE
from accessnews.audio.loudness import Meter
from accessnews.audio.music import Soundtrack, read_music
from accessnews.model.errors import AccessNewsError, Place
from accessnews.narration.script import Role, Utterance
from accessnews.narration.timeline import SpokenClip
from accessnews.normalize import Span


def written(path: Path, seconds: float, level: float = 0.2, rate: int = 44_100) -> Path:
    times = np.arange(int(seconds * rate)) / rate
    samples = (np.sin(2 * np.pi * 440 * times) * level * 32_767).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())
    return path


def utterance(name: str) -> Utterance:
    return Utterance(name, Role.BODY, "en", Place("story.md", 1), (Span("Rain.", "Rain."),))


def loudness(pcm: bytes) -> float:
    meter = Meter(RATE, remember=False)
    meter.feed(np.frombuffer(pcm, "<i2"))
    return meter.loudness()


def test_music_is_brought_to_the_level_asked_for(tmp_path: Path) -> None:
    pcm = read_music(written(tmp_path / "sting.wav", 2), -23.0)
    assert len(pcm) // 2 == pytest.approx(2 * RATE, abs=100)
    assert loudness(pcm) == pytest.approx(-23.0, abs=0.3)


def test_stings_are_time_of_the_utterance_beside_them() -> None:
    sting = b"\1\0" * RATE
    music = Soundtrack(before={"a": sting}, after={"b": sting})
    voice = (SpokenClip(100, 50, ()), bytes(300))
    (first, opens), (second, closes) = music.mixed([utterance("a"), utterance("b")], [voice, voice])
    assert (first.lead, first.frames, first.pause) == (RATE + RATE // 4, 100, 50)
    assert (second.lead, second.frames, second.pause) == (0, 100, 50 + RATE + RATE // 4)
    assert (len(opens) // 2, len(closes) // 2) == (sum((first.lead, 150)), sum((100, second.pause)))
    assert music.frames == 2 * (RATE + RATE // 4)
    assert opens.startswith(sting)
    assert sting in closes


def test_a_bed_is_low_under_the_voice_and_gone_behind_it() -> None:
    bed = np.full(RATE, 1000, "<i2").tobytes()
    music = Soundtrack(bed=bed, under=[["a", "b"]])
    voice = (SpokenClip(RATE, RATE // 2, ()), bytes(3 * RATE))
    mixed = list(music.mixed([utterance(name) for name in "abc"], [voice] * 3))
    sounds = [np.frombuffer(pcm, "<i2") for _, pcm in mixed]
    lead, under = mixed[0][0].lead, sounds[0][-RATE:]
    assert sounds[0][0] == 0
    assert sounds[0][lead // 2] > 3000
    assert set(under) == {1000}
    assert sounds[1][-1] == pytest.approx(0, abs=3)
    assert not sounds[2].any()
    assert music.frames == sum(clip.lead + clip.frames + clip.pause for clip, _ in mixed) - 3 * (RATE + RATE // 2)


def test_a_loud_bed_does_not_wrap_round() -> None:
    music = Soundtrack(bed=np.full(RATE, 30_000, "<i2").tobytes(), under=[["a"]])
    (_, pcm), *_ = music.mixed([utterance("a")], [(SpokenClip(RATE, 0, ()), np.full(RATE, 20_000, "<i2").tobytes())])
    assert np.frombuffer(pcm, "<i2").min() >= 0


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gone.wav", None, "sound not found: gone.wav"),
        ("text.wav", b"no sound", "text.wav is no sound that can be read"),
        ("photo.png", b"\x89PNG", "photo.png is no sound that can be read here"),
    ],
)
def test_what_is_no_music_is_said_in_words(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    if content:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(AccessNewsError) as caught:
        read_music(tmp_path / name, -23.0)
    assert caught.value.message == message


def test_music_that_nobody_hears_or_that_never_ends_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AccessNewsError, match=r"nothing is heard in silent\.wav"):
        read_music(written(tmp_path / "silent.wav", 1, 0.0), -23.0)
    with pytest.raises(AccessNewsError, match=r"long\.wav is longer than 5 minutes"):
        read_music(written(tmp_path / "long.wav", 301, rate=8_000), -23.0)


def test_other_sounds_are_read_where_pyav_is(tmp_path: Path) -> None:
    av = pytest.importorskip("av", reason="no PyAV")
    source = written(tmp_path / "sting.wav", 1)
    with av.open(str(source)) as read, av.open(str(tmp_path / "sting.flac"), "w") as file:
        stream = file.add_stream("flac", 44_100, layout="mono")
        for frame in read.decode(audio=0):
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    assert len(read_music(tmp_path / "sting.flac", -23.0)) // 2 == pytest.approx(RATE, abs=300)
