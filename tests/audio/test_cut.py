"""A piece of an MP3 is what the whole says there, to the sample."""

import io
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from mutagen.mp3 import MP3, BitrateMode
from numpy.typing import NDArray

from accessnews.audio.cut import Cutter, untagged
from accessnews.audio.mp3 import Encoder, track_tag
from accessnews.audio.recording import Recording
from accessnews.audio.tags import Tags
from accessnews.text.blob import Blob
from tests.fixtures.tools import ffmpeg

RATE = 22_050
Samples = NDArray[np.int16]


def speech(seconds: int) -> Samples:
    """Noise in syllables and pauses, for which an encoder saves bits in the one and spends them in the other."""
    dice, frames = np.random.default_rng(1), np.arange(seconds * RATE)
    loud = (np.sin(frames / RATE * 2 * np.pi * 2.3) > 0) * (np.sin(frames / RATE * 2 * np.pi * 0.31) > -0.5)
    voice = dice.normal(0, 3_000, len(frames)) + 6_000 * np.sin(frames / RATE * 2 * np.pi * 220)
    samples: Samples = np.clip(voice * loud, -32_767, 32_767).astype("<i2")
    return samples


def recorded(samples: Samples, bitrate: int, tag: bytes = b"") -> Recording:
    out = io.BytesIO()
    out.write(tag)
    encoder = Encoder(RATE, bitrate, out)
    encoder.feed(samples.tobytes())
    encoder.finish()
    return Recording(Blob(out), "audio/mpeg", RATE, len(samples), bitrate, -19.0, -1.0, lambda: iter(()))


def decoded(stream: bytes, folder: Path, *options: str) -> Samples:
    """What a player plays that knows the Info frame; ``ffmpeg`` has nothing to complain of."""
    (folder / "piece.mp3").write_bytes(stream)
    command = [ffmpeg(), "-v", "error", *options, "-i", str(folder / "piece.mp3"), "-f", "s16le", "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    assert done.stderr == b""
    return np.frombuffer(done.stdout, "<i2")


def cut(recording: Recording, start: int, end: int) -> bytes:
    return b"".join(Cutter(recording).cut(start, end))


@pytest.mark.parametrize("bitrate", [56, 64, 160])
def test_every_piece_is_the_same_stretch_of_the_whole_and_none_is_missing(bitrate: int, tmp_path: Path) -> None:
    recording = recorded(speech(20), bitrate)
    whole = decoded(b"".join(recording.data.pieces()), tmp_path)
    dice = np.random.default_rng(bitrate)
    edges = [0, *sorted(dice.choice(len(whole) // RATE - 1, 8, replace=False) * RATE + dice.integers(RATE, size=8))]
    pieces = [decoded(cut(recording, int(a), int(b)), tmp_path) for a, b in pairwise([*edges, len(whole)])]
    assert [len(piece) for piece in pieces] == [b - a for a, b in pairwise([*edges, len(whole)])]
    assert np.array_equal(np.concatenate(pieces), whole)


def test_wherever_in_a_frame_it_begins(tmp_path: Path) -> None:
    recording = recorded(speech(4), 64)
    whole = decoded(b"".join(recording.data.pieces()), tmp_path)
    for start in range(30_000, 30_000 + 3 * 576, 101):
        end = start + RATE
        assert np.array_equal(decoded(cut(recording, start, end), tmp_path), whole[start:end])


def test_a_player_that_does_not_know_the_info_frame_plays_little_more(tmp_path: Path) -> None:
    """What it plays before and after is less than two tenths of a second, mostly the pause between two chapters."""
    recording = recorded(speech(6), 64)
    for start, end in ((0, RATE), (RATE + 7, 3 * RATE), (3 * RATE, 6 * RATE)):
        played = decoded(cut(recording, start, end), tmp_path, "-flags2", "skip_manual")
        assert 0 <= len(played) - (end - start) < RATE // 5


def test_the_whole_comes_out_as_it_was(tmp_path: Path) -> None:
    recording = recorded(speech(3), 64)
    assert cut(recording, 0, recording.frames) == b"".join(recording.data.pieces())


def read(stream: bytes) -> Any:
    """What mutagen makes of it; its own types say that everything may be None."""
    return MP3(io.BytesIO(stream))


def test_length_and_bit_rate_of_a_piece_are_told() -> None:
    recording = recorded(speech(9), 64)
    info = read(cut(recording, 50_001, 150_000)).info
    assert info.length == pytest.approx(99_999 / RATE, abs=1e-9)
    assert (info.bitrate_mode, info.sample_rate, info.channels) == (BitrateMode.CBR, RATE, 1)
    assert info.bitrate == pytest.approx(64_000, abs=50)


def test_a_track_says_what_it_is_and_where_in_the_album_it_stands() -> None:
    tag = track_tag(Tags("Größe", "Ada Gill", "2026-05-09", "synthetic"), "The ferry", 2, 11, 1000, RATE)
    recording = recorded(speech(1), 64, tag)
    tags = read(b"".join(recording.data.pieces())).tags
    assert (str(tags["TIT2"]), str(tags["TPE1"]), str(tags["TALB"])) == ("Größe", "Ada Gill", "The ferry")
    assert (str(tags["TRCK"]), str(tags["TDRC"])) == ("2/11", "2026-05-09")
    assert tag[3] == 3, "ID3v2.3: what old players know"
    assert b"".join(untagged(recording.data).pieces()) == b"".join(recorded(speech(1), 64).data.pieces())


def test_a_part_of_a_blob_lives_as_long_as_somebody_holds_it() -> None:
    part = Blob(io.BytesIO(b"0123456789")).part(2, 8).part(1, 99)
    assert (len(part), list(part.pieces(2))) == (5, [b"34", b"56", b"7"])
    assert list(Blob(io.BytesIO(b"01")).part(5, 9).pieces()) == []
