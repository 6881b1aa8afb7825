"""The audiobook by the boxes of its file (ISO/IEC 14496-12 and QuickTime), and by what mutagen reads in it."""

import io
import struct
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from mutagen.mp4 import MP4

from accessnews.formats import m4b
from accessnews.narration.timeline import Timeline
from tests.fixtures.editions import RATE, edition
from tests.fixtures.programmes import AWKWARD, chaptered, data
from tests.fixtures.tools import extra


@pytest.fixture(autouse=True)
def codecs() -> None:
    extra("av", "codecs")


def boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(content):
        size, kind = struct.unpack_from(">I4s", content, at)
        yield kind, content[at + 8 : at + size]
        at += size


def inside(content: bytes, *path: bytes) -> list[bytes]:
    """The contents of all boxes at a path."""
    found = [content]
    for wanted in path:
        found = [body for outer in found for kind, body in boxes(outer) if kind == wanted]
    return found


def tracks(book: bytes) -> dict[bytes, bytes]:
    """Tracks by what handles them: ``soun``, ``text``."""
    (movie,) = inside(book, b"moov")
    return {inside(track, b"mdia", b"hdlr")[0][8:12]: track for track in inside(movie, b"trak")}


def text_track(book: bytes) -> list[tuple[int, str]]:
    """Every sample of the chapter track: the frame it begins at, and its text."""
    (table,) = inside(tracks(book)[b"text"], b"mdia", b"minf", b"stbl")
    (times,), (sizes,), (chunks,), (spread,) = (inside(table, kind) for kind in (b"stts", b"stsz", b"stco", b"stsc"))
    runs = struct.iter_unpack(">II", times[8:])
    lengths = [length for count, length in runs for _ in range(count)]
    same, count = struct.unpack_from(">II", sizes, 4)
    bytes_each = [same] * count if same else [size for (size,) in struct.iter_unpack(">I", sizes[12:])]
    per_chunk = {first: samples for first, samples, _ in struct.iter_unpack(">III", spread[8:])}
    at, out, number, samples = 0, [], 0, 1
    for chunk, (where,) in enumerate(struct.iter_unpack(">I", chunks[8:]), 1):
        samples = per_chunk.get(chunk, samples)
        for _ in range(samples):
            (size,) = struct.unpack_from(">H", book, where)
            out.append((at, book[where + 2 : where + 2 + size].decode()))
            at, where, number = at + lengths[number], where + bytes_each[number], number + 1
    return out


def read(book: bytes) -> Any:
    return MP4(io.BytesIO(book))


def as_shown(title: str) -> str:
    return " ".join(title.replace("\0", " ").split())


def starts(timeline: Timeline) -> list[int]:
    return [chapter.start for chapter in timeline.chapters]


def test_it_is_an_audiobook_by_name_and_plays_while_it_loads() -> None:
    book = data(m4b.FORMAT, edition("plain"))
    kinds = [kind for kind, _ in boxes(book)]
    assert kinds[:2] == [b"ftyp", b"moov"]
    assert kinds.index(b"moov") < kinds.index(b"mdat")
    assert book[8:12] == b"M4B "


def test_the_sound_is_aac_in_mono_and_as_long_as_the_timeline() -> None:
    made = edition("plain")
    book = data(m4b.FORMAT, made)
    info = read(book).info
    assert (info.codec, info.channels, info.sample_rate) == ("mp4a.40.2", 1, RATE)
    (edits,) = inside(tracks(book)[b"soun"], b"edts", b"elst")
    assert struct.unpack_from(">III", edits, 4) == (1, made.timeline.frames, 1024), "what the coder puts first is cut"
    (movie,) = inside(book, b"moov", b"mvhd")
    assert struct.unpack_from(">II", movie, 12) == (RATE, made.timeline.frames)
    assert movie[4:12] == bytes(8), "no clock has been asked"


def test_chapters_are_in_the_track_that_apple_s_players_read() -> None:
    made = chaptered(AWKWARD)
    book = data(m4b.FORMAT, made)
    assert text_track(book) == list(zip(starts(made.timeline), map(as_shown, AWKWARD), strict=True))
    (number,) = struct.unpack_from(">I", inside(tracks(book)[b"text"], b"tkhd")[0], 12)
    assert inside(tracks(book)[b"soun"], b"tref", b"chap") == [struct.pack(">I", number)]


def test_chapters_are_in_nero_s_list_too_where_long_titles_end_between_two_letters() -> None:
    made = chaptered(AWKWARD)
    chapters = read(data(m4b.FORMAT, made)).chapters
    assert [chapter.start for chapter in chapters] == pytest.approx(
        [start / RATE for start in starts(made.timeline)], abs=1e-6
    )
    titles = [chapter.title for chapter in chapters]
    assert titles[:4] + titles[5:] == list(map(as_shown, AWKWARD[:4] + AWKWARD[5:]))
    assert titles[4].rstrip(" …") == AWKWARD[4].encode()[:252].decode(errors="ignore").rstrip()
    assert titles[4].rstrip().endswith("…")


def test_one_chapter_is_one() -> None:
    made = edition("plain")
    book = data(m4b.FORMAT, made)
    assert text_track(book) == [(0, made.timeline.chapters[0].title)]
    assert len(read(book).chapters) == 1


def test_of_more_chapters_than_nero_s_list_can_hold_none_is_lost() -> None:
    made = chaptered([f"Photo {number} of 300" for number in range(300)])
    book = data(m4b.FORMAT, made)
    assert [at for at, _ in text_track(book)] == starts(made.timeline)
    assert text_track(book)[-1][1] == "Photo 299 of 300"
    assert read(book).chapters is None or not len(read(book).chapters)


def test_it_says_what_it_is_and_that_the_voice_is_synthetic() -> None:
    tags = read(data(m4b.FORMAT, edition("plain"))).tags
    assert {name: tags[name] for name in tags if name != "covr"} == {
        "©nam": ["Ferry returns to Harrow Sound after eleven years"],
        "©alb": ["Ferry returns to Harrow Sound after eleven years"],
        "©ART": ["Ada Gill, Bo Lind"],
        "©day": ["2026-05-09"],
        "©gen": ["Audiobook"],
        "©cmt": ["Read by a synthetic voice: newsreader (eSpeak NG 1.52)."],
        "desc": ["Eleven years after it stopped, the boat to Harrow runs again, on batteries."],
        "stik": [2],
    }


@pytest.mark.parametrize(
    ("lang", "code"), [("en-GB", "eng"), ("ar", "ara"), ("de", "deu"), ("haw", "haw"), ("x-private", "und")]
)
def test_sound_and_titles_are_in_the_language_of_the_story(lang: str, code: str) -> None:
    made = edition("plain")
    book = data(m4b.FORMAT, replace(made, article=replace(made.article, lang=lang)))
    packed = sum((ord(letter) - 0x60) << shift for letter, shift in zip(code, (10, 5, 0), strict=True))
    for track in tracks(book).values():
        assert struct.unpack_from(">H", inside(track, b"mdia", b"mdhd")[0], 20) == (packed,)


def test_the_cover_is_the_first_picture_that_can_be_one() -> None:
    """Apple's format has JPEG and PNG."""
    made = edition("everything")
    (first, photo), (second, other) = list(made.photos.items())[:2]
    (cover,) = read(data(m4b.FORMAT, made)).tags["covr"]
    assert (bytes(cover), cover.imageformat) == (photo.data, cover.FORMAT_JPEG)
    made = replace(made, photos={first: replace(photo, media_type="image/webp"), second: other})
    (cover,) = read(data(m4b.FORMAT, made)).tags["covr"]
    assert bytes(cover) == other.data


def test_a_story_without_pictures_has_no_cover() -> None:
    assert "covr" not in read(data(m4b.FORMAT, edition("plain"))).tags
