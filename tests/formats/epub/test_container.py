"""The book as a zip: what lies in it, in which order, and the same bytes every time."""

import io
import tracemalloc
import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.publish import publish
from accessnews.formats import epub
from accessnews.text.blob import Blob
from tests.fixtures.editions import ARTICLES, edition, edition_of, paragraph, plain
from tests.formats.epub.books import DC, OPF, book

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OURS = ("schema:accessibilitySummary", "media:narrator")
every_edition = pytest.mark.parametrize("name", ARTICLES)


@every_edition
def test_the_type_comes_first_uncompressed_and_bare_and_the_rest_by_name(name: str) -> None:
    """What a book is can be read at fixed places of its first bytes (OCF 3.3, 4.3)."""
    made = book(edition(name))
    first, *others = made.zip.infolist()
    assert made.data[30:58] == b"mimetypeapplication/epub+zip"
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    names = [entry.filename for entry in others]
    assert names == sorted(set(names))
    assert all(name.isascii() and " " not in name for name in names)


@every_edition
def test_the_package_lists_every_file_but_itself_once(name: str) -> None:
    made = book(edition(name))
    there = {name.removeprefix("EPUB/") for name in made.zip.namelist() if name.startswith("EPUB/")}
    assert set(made.items()) == there - {"package.opf"}
    ids = [item.get("id") for item in made.items().values()]
    assert len(set(ids)) == len(ids)


def test_documents_have_their_overlays_and_the_story_is_all_of_the_spine() -> None:
    made = book(edition("everything"))
    items = made.items()
    by_id = {item.get("id"): name for name, item in items.items()}
    overlays = {name: by_id[item.get("media-overlay")] for name, item in items.items() if item.get("media-overlay")}
    assert overlays == {"article.xhtml": "article.smil", "nav.xhtml": "nav.smil"}
    assert [by_id[item.get("idref")] for item in made.package.iter(f"{OPF}itemref")] == ["article.xhtml"]
    assert [name for name, item in items.items() if item.get("properties") == "nav"] == ["nav.xhtml"]
    assert [name for name, item in items.items() if item.get("properties") == "cover-image"] == ["images/01.jpg"]


def test_the_programme_and_the_pictures_are_those_of_the_bundle() -> None:
    made = edition("everything")
    opened = book(made)
    assert opened.read("audio/article.mp3") == b"".join(made.recording.data.pieces())
    assert [opened.read(photo.path) == photo.data for photo in made.photos.values()] == [True] * 3


def test_the_same_edition_gives_the_same_bytes_and_every_file_carries_its_time() -> None:
    made = replace(edition("everything"), stamp=(2026, 5, 9, 12, 30, 8))
    one = book(made)
    assert book(made).data == one.data
    assert {entry.date_time for entry in one.zip.infolist()} == {(2026, 5, 9, 12, 30, 8)}
    assert one.meta("dcterms:modified") == ["2026-05-09T12:30:08Z"]


def test_a_corrected_story_is_another_book_and_the_same_story_is_the_same() -> None:
    """The time it carries may be the story's date, and that is the same before and after a correction."""

    def identifier(sha256: str) -> str | None:
        made = book(edition_of(replace(plain(), sha256=sha256)))
        return made.package.findtext(f".//{DC}identifier")

    assert identifier("3f" * 32) == identifier("3f" * 32)
    assert identifier("3f" * 32) != identifier("4f" * 32)
    assert (identifier("3f" * 32) or "").startswith("urn:uuid:")


def test_names_date_and_language_are_in_the_metadata() -> None:
    package = book(edition("plain")).package
    texts = {
        name: [element.text for element in package.iter(DC + name)]
        for name in ("title", "creator", "date", "language", "description")
    }
    assert texts == {
        "title": ["Ferry returns to Harrow Sound after eleven years"],
        "creator": ["Ada Gill", "Bo Lind"],
        "date": ["2026-05-09"],
        "language": ["en"],
        "description": ["Eleven years after it stopped, the boat to Harrow runs again, on batteries."],
    }


def test_a_book_from_right_to_left_turns_its_pages_that_way() -> None:
    made = book(edition("arabic"))
    (spine,) = made.package.iter(f"{OPF}spine")
    assert spine.get("page-progression-direction") == "rtl"
    assert [made.xml(name).get("dir") for name in ("article.xhtml", "nav.xhtml")] == ["rtl", "rtl"]


@pytest.mark.parametrize(
    ("lang", "marked"), [("en", {}), ("en-GB", {}), ("nl", {XML_LANG: "en"}), ("fa", {XML_LANG: "en", "dir": "ltr"})]
)
def test_words_of_ours_say_in_the_package_what_differs_from_the_story(lang: str, marked: dict[str, str]) -> None:
    package = book(edition_of(replace(plain(), lang=lang))).package
    ours = [it for it in package.iter(f"{OPF}meta") if it.get("property") in OURS]
    assert len(ours) == 2
    for meta in ours:
        assert {name: meta.get(name) for name in (XML_LANG, "lang", "dir") if name in meta.attrib} == marked


def test_what_xml_cannot_hold_does_not_break_a_book() -> None:
    made = book(edition_of(replace(plain(), title="A\x0btitle", body=(paragraph("Half \ufffe of it."),))))
    assert made.elements()["b01s1"].text == "Half \ufffd of it."


def test_a_long_programme_is_never_whole_in_memory() -> None:
    with TemporaryFile() as file:
        file.truncate(48 << 20)
        recording = replace(edition("plain").recording, data=Blob(file))
        list(epub.write(replace(edition("plain"), recording=recording)))  # whatever is loaded once
        tracemalloc.start()
        try:
            (artifact,) = epub.write(replace(edition("plain"), recording=recording))
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert len(artifact.data) > 48 << 20
    assert peak < 8 << 20


def test_the_bundle_does_not_compress_a_second_time_what_is_a_zip(tmp_path: Path) -> None:
    files = [
        Artifact("story.epub", "application/epub+zip", b"a" * 1000),
        Artifact("manifest.json", "application/json", b'{"files": [{"path": "story.epub"}]}'),
    ]
    _, archive = publish(files, tmp_path, "story", (1980, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(io.BytesIO(archive.read_bytes())) as opened:
        assert opened.getinfo("story/story.epub").compress_type == zipfile.ZIP_STORED
        assert opened.getinfo("story/manifest.json").compress_type == zipfile.ZIP_DEFLATED
