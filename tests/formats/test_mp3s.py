"""One MP3 a section: names that every player takes, tags, and together all of the programme."""

import io
import re
import subprocess
import tracemalloc
import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import pytest
from mutagen.mp3 import MP3

from accessnews.audio.mp3 import frame_head, info_frame
from accessnews.audio.recording import Recording
from accessnews.bundle.edition import Edition
from accessnews.formats import mp3s
from accessnews.model.article import Article, Heading
from accessnews.narration.timeline import Chapter
from accessnews.text.blob import Blob
from tests.fixtures.editions import ARTICLES, AT, edition, edition_of, paragraph, plain, text
from tests.fixtures.shelf import OWN
from tests.fixtures.tools import ffmpeg

every_edition = pytest.mark.parametrize("name", [*ARTICLES, *OWN])


def made(name: str) -> Edition:
    return edition_of(OWN[name]()) if name in OWN else edition(name)


def tracks(edition: Edition) -> dict[str, bytes]:
    (artifact,) = mp3s.write(edition)
    assert (artifact.path, artifact.media_type) == (f"{edition.slug}-mp3s.zip", "application/zip")
    assert (artifact.offer, artifact.form) == ("chapters", "MP3, ZIP")
    with zipfile.ZipFile(io.BytesIO(b"".join(artifact.pieces()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def headed(*headings: str) -> Article:
    """A story with a heading over every paragraph."""
    blocks = [(Heading(text(heading), 2, AT), paragraph("It was calm.")) for heading in headings]
    return replace(plain(), title="Tides", body=tuple(block for pair in blocks for block in pair))


def read(stream: bytes) -> Any:
    """What mutagen makes of it; its own types say that everything may be None."""
    return MP3(io.BytesIO(stream))


@every_edition
def test_names_are_numbered_and_every_file_system_takes_them(name: str) -> None:
    names = list(tracks(made(name)))
    assert names == sorted(names)
    assert [int(name[:2]) for name in names] == list(range(1, len(names) + 1))
    assert [name for name in names if not re.fullmatch(r"\d\d( [A-Za-z0-9' -]{1,40})?\.mp3", name)] == []


def test_a_name_is_the_title_as_far_as_plain_letters_go() -> None:
    titles = ("Größe: “alles” / nichts?", "العبّارة", "A" * 50, "one two " * 9 + "three", "…")
    assert list(tracks(edition_of(headed(*titles)))) == [
        "01 Tides.mp3",
        "02 Grosse alles nichts.mp3",
        "03.mp3",
        f"04 {'A' * 40}.mp3",
        "05 one two one two one two one two one two.mp3",
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2019–20 season", "2019-20 season"),
        ("3½ years, ½ price", "3 1-2 years 1-2 price"),
        ("red—green", "red-green"),
        ("red – green – العبّارة", "red green"),
        ("−5 °C", "-5 C"),
        ("Łódź and Øresund", "Lodz and Oresund"),
        ("Ægir, ǽ, œuvre, Þór, Đà Nẵng, Diyarbakır", "AEgir ae oeuvre Thor Da Nang Diyarbakir"),
        ("GROẞE Straße", "GROSSE Strasse"),
        ("Fähr\N{SOFT HYPHEN}hafen\N{NO-BREAK SPACE}5", "Fahrhafen 5"),
        ("Wick’s ‘quiet’ quay, Hawaiʻi", "Wick's quiet quay Hawai'i"),
        ("ﬁrst…last.", "first last"),
        ("$1.2bn, or 3,5 Mio. €.", "1.2bn or 3,5 Mio"),
        ("CON", "CON"),
        ("العبّارة – الميناء", ""),
    ],
)
def test_what_is_no_plain_letter_becomes_one_or_parts_words(title: str, name: str) -> None:
    """A name opens with its number, so that none is that of a device."""
    assert list(tracks(edition_of(headed(title))))[1] == f"02 {name}".rstrip() + ".mp3"


def test_numbers_are_as_wide_as_the_last_of_them() -> None:
    names = list(tracks(edition_of(headed(*(f"Part {n}" for n in range(1, 100))))))
    assert (names[0], names[-1]) == ("001 Tides.mp3", "100 Part 99.mp3")


@every_edition
def test_tracks_are_the_sections_and_as_long(name: str) -> None:
    edition = made(name)
    sections = edition.timeline.sections
    for number, (section, data) in enumerate(zip(sections, tracks(edition).values(), strict=True), 1):
        track, title = read(data), section.title
        assert track.info.length == pytest.approx((section.end - section.start) / 22_050, abs=1e-9)
        assert str(track.tags["TRCK"]) == f"{number}/{len(sections)}"
        assert str(track.tags["TIT2"]) == title


def test_headline_author_and_a_synthetic_voice_are_told() -> None:
    tags = read(next(iter(tracks(edition("plain")).values()))).tags
    assert str(tags["TALB"]) == "Ferry returns to Harrow Sound after eleven years"
    assert (str(tags["TPE1"]), str(tags["TDRC"])) == ("Ada Gill, Bo Lind", "2026-05-09")
    assert tags.getall("COMM")[0].text == ["Read by a synthetic voice: newsreader (eSpeak NG 1.52)."]


def pcm(data: bytes, folder: Path) -> bytes:
    (folder / "track.mp3").write_bytes(data)
    command = [ffmpeg(), "-v", "error", "-i", str(folder / "track.mp3"), "-f", "s16le", "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    assert done.stderr == b""
    return done.stdout


@every_edition
def test_one_after_the_other_they_are_the_programme(name: str, tmp_path: Path) -> None:
    edition = made(name)
    whole = pcm(b"".join(edition.recording.data.pieces()), tmp_path)
    assert b"".join(pcm(data, tmp_path) for data in tracks(edition).values()) == whole


def test_the_same_edition_gives_the_same_bytes() -> None:
    stamped = replace(edition("everything"), stamp=(2026, 5, 9, 12, 30, 8))
    one, other = (b"".join(next(iter(mp3s.write(stamped))).pieces()) for _ in range(2))
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 5, 9, 12, 30, 8)}


def test_a_long_chapter_is_never_whole_in_memory() -> None:
    """At this rate no frame is longer than another, so that a long programme is quickly made."""
    rate, bitrate, silent = 24_000, 64, 100_000
    with TemporaryFile() as file:
        file.write(info_frame(silent * 192, silent * 576 - 1_105, rate, bitrate))
        for _ in range(silent):
            file.write((frame_head(rate, bitrate) + b"\xc4").ljust(192, b"\0"))
        recording = Recording(
            Blob(file), "audio/mpeg", rate, silent * 576 - 1_105, bitrate, -70, -70, lambda: iter(())
        )
        chapters = (Chapter("b00s1", "All of it", 576, recording.frames),)
        timeline = replace(edition("plain").timeline, rate=rate, chapters=chapters)
        list(mp3s.write(edition("plain")))  # whatever is loaded once
        tracemalloc.start()
        try:
            (artifact,) = mp3s.write(replace(edition("plain"), recording=recording, timeline=timeline))
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert len(artifact.data) > 19_000_000
    assert peak < 6 << 20
