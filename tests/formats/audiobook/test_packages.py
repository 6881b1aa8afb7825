"""The packages as zips: what lies in them, in which order, and the same bytes every time."""

import re
import tracemalloc
import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from accessnews.formats import audiobook
from accessnews.text.blob import Blob
from tests.fixtures.editions import ARTICLES, edition, edition_of, plain
from tests.fixtures.shelf import OnDisk
from tests.formats.audiobook.audiobooks import MANIFESTS, TYPES, is_inside, packages
from tests.formats.epub.books import book

every_edition = pytest.mark.parametrize("name", ARTICLES)
both = pytest.mark.parametrize("suffix", TYPES)


@both
@every_edition
def test_the_manifest_comes_first_and_the_rest_by_name(name: str, suffix: str) -> None:
    first, *others = packages(edition(name))[suffix].zip.namelist()
    assert first == MANIFESTS[suffix]
    assert others == sorted(set(others))
    assert all(name.isascii() and " " not in name and is_inside(name) for name in others)


@both
@every_edition
def test_text_is_deflated_and_what_is_coded_is_stored(name: str, suffix: str) -> None:
    """LPF, 2.3; Readium Packaging Format, 4."""
    for entry in packages(edition(name))[suffix].zip.infolist():
        is_text = entry.filename.rpartition(".")[2] in ("json", "html", "xhtml", "css")
        assert entry.compress_type == (zipfile.ZIP_DEFLATED if is_text else zipfile.ZIP_STORED), entry.filename


@both
@every_edition
def test_every_file_is_listed_once_and_every_file_listed_is_there(name: str, suffix: str) -> None:
    """But for the manifest, which W3C wants in no list, and Readium's guide, which is a link of its own."""
    package = packages(edition(name))[suffix]
    listed = package.listed()
    assert len(set(listed)) == len(listed)
    own = {MANIFESTS[suffix], "guided-navigation.json"}
    assert set(listed) == set(package.zip.namelist()) - own


@both
def test_the_programme_and_the_pictures_are_those_of_the_bundle(suffix: str) -> None:
    made = edition("everything")
    package = packages(made)[suffix]
    assert package.read("audio/article.mp3") == b"".join(made.recording.data.pieces())
    assert [package.read(photo.path) == photo.data for photo in made.photos.values()] == [True] * 3


@both
@every_edition
def test_the_text_is_that_of_the_book(name: str, suffix: str) -> None:
    """But for what only EPUB knows."""
    made = edition(name)
    of_book = re.sub(rb' (?:xmlns:epub|epub:type)="[^"]*"', b"", book(made).read("article.xhtml"))
    assert packages(made)[suffix].read("article.xhtml") == of_book


@both
def test_the_cover_is_that_of_the_book(suffix: str) -> None:
    made = edition("gallery")
    links = packages(made)[suffix].manifest["resources"]
    covers = [link.get("url") or link.get("href") for link in links if link.get("rel") == "cover"]
    assert covers == [name for name, item in book(made).items().items() if item.get("properties") == "cover-image"]


@both
def test_a_story_without_pictures_has_no_cover(suffix: str) -> None:
    assert [
        link for link in packages(edition("plain"))[suffix].manifest["resources"] if link.get("rel") == "cover"
    ] == []


@both
def test_the_same_edition_gives_the_same_bytes_and_every_file_carries_its_time(suffix: str) -> None:
    made = replace(edition("everything"), stamp=(2026, 5, 9, 12, 30, 8))
    one = packages(made)[suffix]
    assert packages(made)[suffix].data == one.data
    assert {entry.date_time for entry in one.zip.infolist()} == {(2026, 5, 9, 12, 30, 8)}
    assert "2026-05-09T12:30:08Z" in one.read(MANIFESTS[suffix]).decode()


@both
def test_what_no_markup_can_hold_does_not_break_a_package(suffix: str) -> None:
    package = packages(edition_of(replace(plain(), title="A\x0btitle")))[suffix]
    assert package.manifest
    assert "A\ufffdtitle" in package.read("article.xhtml").decode()


def test_a_long_programme_is_never_whole_in_memory() -> None:
    with TemporaryFile() as file:
        file.truncate(48 << 20)
        made = replace(edition("plain"), recording=replace(edition("plain").recording, data=Blob(file)))
        list(audiobook.write(made))  # whatever is loaded once
        tracemalloc.start()
        try:
            files = list(audiobook.write(made))
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert all(len(file.data) > 48 << 20 for file in files if file.offer)
    assert peak < 8 << 20


def test_in_a_bundle_neither_is_compressed_a_second_time(bundles: OnDisk) -> None:
    folder = bundles("golden-wire")
    with zipfile.ZipFile(folder.with_suffix(".zip")) as archive:
        inside = {Path(entry.filename).suffix: entry.compress_type for entry in archive.infolist()}
    assert {suffix: inside[suffix] for suffix in TYPES} == dict.fromkeys(TYPES, zipfile.ZIP_STORED)
