"""A talking book is its edition: the same words, pictures, times and names."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from xml.etree.ElementTree import Element

import pytest
from PIL import Image

from accessnews.bundle.edition import Edition
from accessnews.bundle.publish import publish
from accessnews.formats import daisy
from accessnews.formats._view import EditionView
from accessnews.formats.html import render
from accessnews.model.alt import AltState
from accessnews.model.article import Heading, figures
from accessnews.model.article import plain as joined
from accessnews.model.settings import Settings, Voice
from accessnews.narration.script import Role
from accessnews.narration.timeline import milliseconds
from accessnews.text.blob import Blob
from tests.fixtures.editions import ARTICLES, AT, edition, edition_of, paragraph, photo, plain, text
from tests.fixtures.shelf import OWN
from tests.formats.daisy.books import XHTML, XML_LANG, TalkingBook


def opened(made: Edition) -> TalkingBook:
    (artifact,) = daisy.write(made)
    assert (artifact.path, artifact.media_type) == (f"{made.slug}-daisy.zip", "application/zip")
    assert (artifact.offer, artifact.form) == ("book", "DAISY 2.02, ZIP")
    return TalkingBook(b"".join(artifact.pieces()))


def said(book: TalkingBook) -> dict[str, str]:
    return dict(book.meta())


@pytest.mark.parametrize("name", [*ARTICLES, *OWN])
def test_every_utterance_has_one_clip_that_is_its_own_and_an_element_with_its_words(name: str) -> None:
    made = edition_of(OWN[name]()) if name in OWN else edition(name)
    book, rate = opened(made), made.timeline.rate
    assert [(par.id, par.start, par.end) for par in book.pars if not par.id.endswith("d")] == [
        (cue.utterance.id, milliseconds(cue.start, rate), milliseconds(cue.end, rate))
        for cue in made.timeline.cues
        if cue.utterance.role != Role.DESCRIPTION
    ]
    described = {f"{figure.id}s1": joined(EditionView(made).description(figure)) for figure in figures(made.article)}
    for said in (cue.utterance for cue in made.timeline.cues):
        shown = "".join(book.elements[said.id].itertext()).replace(" (ながさき)", "")
        assert shown == (said.display or described[said.id])


def test_a_longer_description_is_one_note_with_a_line_of_its_own() -> None:
    book = opened(edition("longer"))
    note = book.elements["b03d"]
    assert (note.tag, note.get("class")) == (f"{XHTML}div", "optional-prodnote")
    assert "".join(note.itertext()).split("\n")[1:3] == [
        "Description of the picture",
        "A line chart of the passengers of ten years. It falls from 900 a day to none.",
    ]
    (par,) = (par for par in book.pars if par.id == "b03d")
    inside = [cue for cue in edition("longer").timeline.cues if cue.utterance.block == "b03"][-4:]
    assert {cue.utterance.role for cue in inside} == {Role.DESCRIPTION}
    assert (par.start, par.end) == tuple(milliseconds(at, 22_050) for at in (inside[0].start, inside[-1].end))
    assert [line.label for line in book.lines if line.target.startswith("b03")] == [
        "Chart 2 of 5",
        "Chart 2 of 5",
        "Description of the picture",
    ]


def test_a_picture_has_its_description_above_it_and_its_alt() -> None:
    book = opened(edition("everything"))
    note, picture, caption = book.elements["b26"]
    assert (note.tag, note.get("class")) == (f"{XHTML}p", "optional-prodnote")
    assert note.text == "Portrait 2 of 4. A man in a blue coat on a stair."
    assert (picture.get("src"), picture.get("alt")) == ("pic0002.jpg", "A man in a blue coat on a stair.")
    assert "".join(caption.itertext()) == "Keeper Tom Ash."


def test_a_description_is_shown_as_it_is_written_and_not_as_it_is_said() -> None:
    body = (photo("The Alder.", "A ferry of 1998 at £3.20 a ticket.", None, AltState.AUTHOR),)
    book = opened(edition_of(replace(plain(), body=body)))
    assert book.elements["b01s1"].text == "Photo 1 of 1. A ferry of 1998 at £3.20 a ticket."


def test_the_place_of_a_picture_keeps_its_language_where_the_alt_has_another() -> None:
    alt = "عبّارة بيضاء."
    body = (photo("", alt, None, AltState.AUTHOR), photo("", alt, None, AltState.AUTHOR, src="gone.jpg"))
    book = opened(edition_of(replace(ARTICLES["arabic"](), body=body)))
    for own, words in (("b01s1", "Photo 1 of 2."), ("b02s1", "Photo 2 of 2, not included:")):
        note = book.elements[own]
        (place,) = note
        assert (note.tag, note.text, note.get("lang")) == (f"{XHTML}p", None, None)
        assert (place.text, place.tail) == (words, f" {alt}")
        assert (place.get("lang"), place.get(XML_LANG), place.get("dir")) == ("en", "en", "ltr")


def test_lines_of_headings_and_pictures_have_the_ids_of_what_they_lead_to() -> None:
    book = opened(edition("everything"))
    assert [(line.tag, line.id, line.label) for line in book.lines if line.tag != "span"] == [
        ("h1", "b00s1", "What the tide tables say, and what the harbour hears"),
        ("h2", "b03", "A quiet quay. A loud sea"),
        ("div", "b04", "Photo 1 of 4"),
        ("h3", "b08s1", "Four levels down"),
        ("div", "b26", "Portrait 2 of 4"),
        ("div", "b28", "Photo 4 of 4, not included"),
        ("h2", "b29s1", "After the notes"),
        ("h2", "b31s0", "Notes"),
    ]
    assert {line.id for line in book.lines} <= set(book.elements)


def test_behind_a_picture_its_section_goes_on() -> None:
    """Who goes from heading to heading, or leaves a picture out, misses no text of the section."""
    body = (photo("The Alder.", "A ferry.", None), paragraph("It left."), Heading(text("Next"), 2, AT))
    book = opened(edition_of(replace(plain(), body=body)))
    assert [line.label for line in book.headings] == ["Ferry returns to Harrow Sound after eleven years", "Next"]
    assert {par.smil for par in book.pars if par.id in ("b01s1", "b01s2", "b02s1")} == {book.smils[0]}


def test_a_picture_that_is_not_told_is_a_group_and_no_note() -> None:
    book = opened(edition("gallery", Settings(speak_photos=False)))
    groups = [line for line in book.lines if line.kind == "group"]
    assert (len(groups), len(book.headings)) == (30, 1)
    assert said(book)["ncc:prodNotes"] == "0"
    assert "prodnote" not in book.zip.read("content.html").decode()
    assert all(image.get("alt") for image in book.content.iter(f"{XHTML}img"))


def test_a_heading_of_which_nothing_is_said_is_none_and_those_below_it_move_up() -> None:
    headings = (("…", 2), ("One", 3), ("Other", 3), ("Below", 4), ("Next", 2), ("* * *", 3), ("Deep", 4))
    book = opened(edition_of(replace(plain(), body=tuple(Heading(text(name), n, AT) for name, n in headings))))
    assert [(line.tag, line.label) for line in book.headings[1:]] == [
        ("h2", "One"),
        ("h2", "Other"),
        ("h3", "Below"),
        ("h2", "Next"),
        ("h3", "Deep"),
    ]
    assert [element.text for element in book.content.iter(f"{XHTML}p") if not element.get("class")] == ["…", "* * *"]


def marked(book: TalkingBook, lang: str) -> list[Element]:
    return [element for element in book.content.iter() if element.get("lang") == lang]


def test_phrases_keep_their_language_and_their_direction() -> None:
    (phrase,) = marked(opened(edition("everything")), "fr")
    assert (phrase.text, phrase.get(XML_LANG)) == ("la grande marée", "fr")
    book = opened(edition("arabic"))
    assert (book.content.get("dir"), book.ncc.get("dir")) == ("rtl", None)
    assert {element.get("dir") for element in marked(book, "en")} == {"ltr"}


def test_nothing_is_shown_that_is_not_read() -> None:
    """The way back from a note is the player's."""
    assert "↩" in render(edition("everything"))
    assert "↩" not in "".join(opened(edition("everything")).content.itertext())


def test_what_xml_cannot_hold_does_not_break_a_book() -> None:
    book = opened(edition_of(replace(plain(), title="A\x0btitle", body=(paragraph("Half \ufffe of it."),))))
    assert book.elements["b01s1"].text == "Half \ufffd of it."
    assert said(book)["dc:title"] == "A\ufffdtitle"


def test_names_date_and_voice() -> None:
    voice = replace(edition("plain").voice, speakers={"quote": Voice("second")})
    engines = {"newsreader": "eSpeak NG 1.52", "second": "Piper 1.8"}
    tags = said(opened(replace(edition("plain"), voice=voice, engines=engines)))
    assert tags["dc:title"] == "Ferry returns to Harrow Sound after eleven years"
    assert tags["dc:creator"] == "Ada Gill, Bo Lind"
    assert tags["dc:date"] == "2026-05-09"
    assert tags["dc:language"] == "en"
    assert tags["ncc:narrator"] == (
        "newsreader (eSpeak NG 1.52), synthetic voice, second (Piper 1.8), synthetic voice"
    )


def test_what_nobody_has_told_is_said_to_be_unknown_in_the_language_of_the_story() -> None:
    tags = said(opened(edition_of(replace(ARTICLES["german"](), byline=(), title="", date=""))))
    assert (tags["dc:creator"], tags["dc:publisher"]) == ("unbekannt", "unbekannt")
    assert (tags["dc:title"], tags["dc:date"]) == ("faehre", "1980-01-01")


def test_the_sound_is_the_programme_and_two_figures_may_share_a_picture() -> None:
    made = edition("everything")
    first = next(iter(made.photos.values()))
    book = opened(replace(made, photos=dict.fromkeys(made.photos, first)))
    assert book.zip.read("pic0001.jpg") == first.data
    assert [name for name in book.zip.namelist() if name.startswith("pic")] == ["pic0001.jpg"]
    assert b"".join(made.recording.data.pieces()).endswith(book.zip.read("audio.mp3"))


@pytest.mark.parametrize(("mode", "suffix"), [("RGB", "jpg"), ("RGBA", "png")])
def test_pictures_that_players_of_that_time_do_not_know_come_in_a_format_they_know(mode: str, suffix: str) -> None:
    made, data = edition("everything"), io.BytesIO()
    Image.new(mode, (40, 30), "#20507a80" if mode == "RGBA" else "#20507a").save(data, "WEBP", lossless=True)
    first = next(iter(made.photos))
    webp = replace(made.photos[first], path="images/01-quay.webp", media_type="image/webp", data=data.getvalue())
    book = opened(replace(made, photos=dict(made.photos) | {first: webp}))
    with Image.open(io.BytesIO(book.zip.read(f"pic0001.{suffix}"))) as picture:
        assert (picture.format, picture.size) == ({"jpg": "JPEG", "png": "PNG"}[suffix], (40, 30))


def test_the_same_edition_gives_the_same_bytes_and_every_file_carries_its_time() -> None:
    made = replace(edition("everything"), stamp=(2026, 5, 9, 12, 30, 8))
    book = opened(made)
    assert opened(made).data == book.data
    assert {entry.date_time for entry in book.zip.infolist()} == {(2026, 5, 9, 12, 30, 8)}


def test_the_bundle_does_not_compress_it_a_second_time(tmp_path: Path) -> None:
    _, archive = publish(daisy.write(edition("plain")), tmp_path, "ferry", (1980, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(archive) as bundle:
        assert [entry.compress_type for entry in bundle.infolist()] == [zipfile.ZIP_STORED]


def test_a_long_programme_is_never_whole_in_memory() -> None:
    with TemporaryFile() as file:
        file.truncate(48 << 20)
        made = replace(edition("plain"), recording=replace(edition("plain").recording, data=Blob(file)))
        assert peak(lambda: list(daisy.write(made))) < 8 << 20


def peak(work: Callable[[], object]) -> int:
    """Bytes that Python holds at the most while it works a second time; whatever is loaded once is then there."""
    work()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
