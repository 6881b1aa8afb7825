"""The stream is what its headers say, and begins when the timeline does."""

import io
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from mutagen.id3 import CTOCFlags
from mutagen.mp3 import MP3, BitrateMode

from accessnews.audio.languages import iso_639_2
from accessnews.audio.mp3 import LEVEL, Encoder, tag
from accessnews.audio.tags import Tags
from accessnews.model.errors import Place, UsageError
from accessnews.narration.script import Role, Script, Utterance
from accessnews.narration.timeline import SpokenClip, Timeline, arrange
from accessnews.normalize import Span
from tests.fixtures.tools import ffmpeg

RATE = 22_050


def clicks(seconds: int) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    """A short burst at the start of every second, over silence."""
    samples = np.zeros(seconds * RATE, np.int16)
    burst = (np.sin(np.arange(400) * 2 * np.pi * 1000 / RATE) * 20_000).astype(np.int16)
    for second in range(seconds):
        samples[second * RATE : second * RATE + 400] = burst
    return samples


def stream_of(pieces: list[bytes], bitrate: int = 64) -> bytes:
    out = io.BytesIO()
    encoder = Encoder(RATE, bitrate, out)
    for piece in pieces:
        encoder.feed(piece)
    encoder.finish()
    return out.getvalue()


def read(stream: bytes) -> Any:
    """What mutagen makes of it; its own types say that everything may be None."""
    return MP3(io.BytesIO(stream))


def two_chapters() -> Timeline:
    said = [
        Utterance(f"b0{n}s1", role, "en", Place("s"), (Span(title, title),))
        for n, (role, title) in enumerate([(Role.HEADLINE, "Größe"), (Role.HEADING, "Danach")])
    ]
    return arrange(Script(tuple(said), "en"), [SpokenClip(RATE, 0, ()), SpokenClip(RATE, RATE // 2, ())], RATE)


def test_the_info_frame_tells_the_exact_length_and_a_constant_bit_rate() -> None:
    samples = clicks(3)[:-777]
    info = read(stream_of([samples.tobytes()], 64)).info
    assert info.length == pytest.approx(len(samples) / RATE, abs=1e-9)
    assert (info.bitrate_mode, info.sample_rate, info.channels) == (BitrateMode.CBR, RATE, 1)
    assert info.bitrate == pytest.approx(64_000, abs=10)


@pytest.mark.parametrize("bitrate", [56, 64, 80, 160])
def test_every_frame_has_the_same_bit_rate(bitrate: int) -> None:
    stream = stream_of([clicks(2).tobytes()], bitrate)
    at, rates = 0, set()
    while at < len(stream):
        assert stream[at] == 0xFF
        rates.add(stream[at + 2] >> 4)
        at += 72 * bitrate * 1000 // RATE + (stream[at + 2] >> 1 & 1)
    assert len(rates) == 1
    assert at == len(stream)


def test_pieces_do_not_change_the_stream() -> None:
    pcm = clicks(3).tobytes()
    assert stream_of([pcm], 64) == stream_of([pcm[i : i + 5000] for i in range(0, len(pcm), 5000)], 64)


def test_a_bit_rate_without_room_for_the_info_frame_is_refused() -> None:
    with pytest.raises(UsageError, match="48"):
        stream_of([b""], 48)


def test_title_artist_date_and_chapters_are_in_the_tag() -> None:
    stream = stream_of([clicks(2).tobytes()], 64)
    tags = read(tag(Tags("Größe", "Ada Gill", "2026-05-09", "synthetic"), two_chapters()) + stream).tags
    assert (str(tags["TIT2"]), str(tags["TPE1"]), str(tags["TDRC"])) == ("Größe", "Ada Gill", "2026-05-09")
    chapters = [(frame.sub_frames["TIT2"].text[0], frame.start_time, frame.end_time) for frame in tags.getall("CHAP")]
    assert sorted(chapters, key=lambda chapter: chapter[1]) == [("Größe", 0, 1000), ("Danach", 1000, 2500)]
    assert tags.getall("CTOC")[0].child_element_ids == ["b00s1", "b01s1"]


def chaptered(titles: list[str]) -> Timeline:
    """A timeline with a chapter of one second for every title."""
    said = [
        Utterance(f"b{n:02}s1", Role.HEADING, "en", Place("s"), (Span(title, title),))
        for n, title in enumerate(titles)
    ]
    return arrange(Script(tuple(said), "en"), [SpokenClip(RATE, 0, ()) for _ in said], RATE)


def test_chapters_stand_in_the_tag_in_the_order_of_time() -> None:
    titles = ["Longest of all", "Short", "Of middle length", "X", "Again a long one"]
    made = tag(Tags("News", "Ada Gill", "", "synthetic"), chaptered(titles))
    places = [made.index(title.encode("utf-16-le")) for title in titles]
    assert places == sorted(places)


def test_a_player_has_the_chapters_at_their_times(tmp_path: Path) -> None:
    titles = ["Longest of all", "Short", "Of middle length"]
    made = tag(Tags("News", "Ada Gill", "", "synthetic"), chaptered(titles)) + stream_of([clicks(3).tobytes()])
    (tmp_path / "news.mp3").write_bytes(made)
    command = [ffmpeg(), "-v", "error", "-i", str(tmp_path / "news.mp3"), "-f", "ffmetadata", "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("[CHAPTER]")[1:]
    chapters = [dict(line.split("=", 1) for line in part.strip().splitlines()) for part in told]
    assert [chapter["title"] for chapter in chapters] == titles
    # ffmpeg leaves out what the encoder put before the sound, 50 ms of the first chapter.
    assert [int(chapter["END"]) - int(chapter["START"]) for chapter in chapters] == pytest.approx([1000] * 3, abs=60)


@pytest.mark.parametrize(("count", "parts"), [(255, 0), (256, 2), (600, 3)])
def test_more_chapters_than_a_table_of_contents_can_count_are_in_tables_below_it(count: int, parts: int) -> None:
    timeline = chaptered([f"Part {n}" for n in range(count)])
    tags = read(tag(Tags("News", "Ada Gill", "", "synthetic"), timeline) + stream_of([clicks(1).tobytes()])).tags
    tables = {frame.element_id: frame for frame in tags.getall("CTOC")}
    top = [name for name, frame in tables.items() if frame.flags & CTOCFlags.TOP_LEVEL]
    assert (len(top), len(tables)) == (1, 1 + parts)
    assert all(frame.flags & CTOCFlags.ORDERED and len(frame.child_element_ids) <= 255 for frame in tables.values())
    entries = tables[top[0]].child_element_ids
    leaves = [leaf for name in entries for leaf in (tables[name].child_element_ids if parts else [name])]
    assert leaves == [chapter.id for chapter in timeline.chapters]


def test_what_comes_out_is_as_much_quieter_as_is_said(tmp_path: Path) -> None:
    tone = (np.sin(np.arange(RATE * 2) * 2 * np.pi * 997 / RATE) * 8_000).astype("<i2")
    (tmp_path / "tone.mp3").write_bytes(stream_of([tone.tobytes()]))
    command = [ffmpeg(), "-v", "error", "-i", str(tmp_path / "tone.mp3"), "-f", "s16le", "-"]
    decoded = np.frombuffer(subprocess.run(command, check=True, capture_output=True).stdout, "<i2")
    middle = slice(RATE // 2, RATE)
    change = 10 * np.log10(
        np.square(decoded[middle], dtype=float).mean() / np.square(tone[middle], dtype=float).mean()
    )
    assert change == pytest.approx(LEVEL, abs=0.02)


def test_a_decoder_gives_back_every_frame_on_time(tmp_path: Path) -> None:
    """A player that reads the Info frame starts at the first frame, not 50 ms late."""
    samples = clicks(3)
    (tmp_path / "clicks.mp3").write_bytes(stream_of([samples.tobytes()], 64))
    command = [ffmpeg(), "-v", "error", "-i", str(tmp_path / "clicks.mp3"), "-f", "s16le", "-"]
    decoded = np.frombuffer(subprocess.run(command, check=True, capture_output=True).stdout, "<i2")
    assert len(decoded) == len(samples)
    for second in range(3):
        loud = np.flatnonzero(np.abs(decoded[second * RATE : second * RATE + RATE // 2]) > 5_000)
        assert loud[0] < RATE // 500  # 2 ms


@pytest.mark.parametrize(
    ("lang", "code"), [("en-GB", "eng"), ("de", "deu"), ("gsw", "gsw"), ("xx", "und"), ("", "und")]
)
def test_languages_are_told_in_three_letters(lang: str, code: str) -> None:
    assert iso_639_2(lang) == code
