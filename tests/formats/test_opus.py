"""The Opus file by what mutagen reads in it, and by the pages of Ogg (RFC 3533, RFC 7845)."""

import io
import struct
from base64 import b64decode
from dataclasses import replace
from typing import Any

import pytest
from mutagen.flac import Picture
from mutagen.oggopus import OggOpus

from accessnews.formats import opus
from accessnews.narration.timeline import clock
from tests.fixtures.editions import RATE, edition
from tests.fixtures.programmes import AWKWARD, chaptered, data
from tests.fixtures.tools import extra


@pytest.fixture(autouse=True)
def codecs() -> None:
    extra("av", "codecs")


def read(file: bytes) -> Any:
    return OggOpus(io.BytesIO(file))


def test_it_is_mono_at_its_own_level_and_as_long_as_the_timeline() -> None:
    made = edition("plain")
    file = data(opus.FORMAT, made)
    head = file[file.index(b"OpusHead") :][:19]
    _, channels, _, rate, gain, family = struct.unpack_from("<BBHIhB", head, 8)
    assert (channels, rate, gain, family) == (1, 24_000, 0, 0)
    assert read(file).info.length == pytest.approx(made.timeline.frames / RATE, abs=0.001)


def test_its_bit_rate_is_what_was_asked() -> None:
    made = edition("plain")
    seconds = made.timeline.frames / RATE
    assert len(data(opus.FORMAT, made)) * 8 / seconds == pytest.approx(40_000, rel=0.1)


def test_chapters_are_exact_to_the_millisecond_and_their_titles_whole() -> None:
    made = chaptered(AWKWARD)
    tags = read(data(opus.FORMAT, made)).tags
    for number, chapter in enumerate(made.timeline.chapters):
        assert tags[f"CHAPTER{number:03}"] == [clock(chapter.start, RATE)]
        assert tags[f"CHAPTER{number:03}NAME"] == [" ".join(chapter.title.replace("\0", " ").split())]


def test_three_hundred_chapters_are_all_there() -> None:
    made = chaptered([f"Photo {number} of 300" for number in range(300)])
    tags = read(data(opus.FORMAT, made)).tags
    assert [tags[f"CHAPTER{number:03}NAME"] for number in range(300)] == [
        [chapter.title] for chapter in made.timeline.chapters
    ]


def test_it_says_what_it_is_and_that_the_voice_is_synthetic() -> None:
    tags = read(data(opus.FORMAT, edition("plain"))).tags
    assert {name: values for name, values in tags.items() if not name.startswith("chapter")} == {
        "title": ["Ferry returns to Harrow Sound after eleven years"],
        "artist": ["Ada Gill, Bo Lind"],
        "date": ["2026-05-09"],
        "description": ["Read by a synthetic voice: newsreader (eSpeak NG 1.52)."],
        "language": ["en"],
    }


def test_the_cover_has_its_text_alternative() -> None:
    made = edition("arabic")
    (found,) = read(data(opus.FORMAT, made)).tags["METADATA_BLOCK_PICTURE"]
    picture, photo = Picture(b64decode(found)), next(iter(made.photos.values()))
    assert (picture.type, picture.mime, picture.data) == (3, "image/jpeg", photo.data)
    assert (picture.width, picture.height) == (photo.width, photo.height)
    assert picture.desc == "عبّارة عند رصيف."


def test_a_story_without_a_picture_that_can_be_a_cover_has_none() -> None:
    made = edition("arabic")
    photos = {name: replace(photo, media_type="image/webp") for name, photo in made.photos.items()}
    assert "METADATA_BLOCK_PICTURE" not in read(data(opus.FORMAT, replace(made, photos=photos))).tags
