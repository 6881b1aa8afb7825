"""The overlays: every utterance once, on the element that has its text, while it sounds."""

from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from lxml import html as parser

from accessnews.formats.html import render
from accessnews.model.article import Block, Heading
from accessnews.narration.timeline import clock
from tests.fixtures.editions import ARTICLES, AT, edition, edition_of, photo, plain, text
from tests.formats.epub.books import OPF, SMIL, TEXTREF, TYPE, XHTML, XML_LANG, Book, book, milliseconds

every_edition = pytest.mark.parametrize("name", ARTICLES)


@every_edition
def test_every_utterance_has_one_clip_and_every_clip_one_utterance(name: str) -> None:
    made = edition(name)
    ids = [cue.utterance.id for cue in made.timeline.cues]
    pars = book(made).pars()
    assert [par.id for par in pars] == ids
    assert [par.text for par in pars] == [f"article.xhtml#{said}" for said in ids]


@every_edition
def test_clips_follow_the_order_of_the_document(name: str) -> None:
    made = book(edition(name))
    told = [par.id for par in made.pars()]
    assert [own for own in made.elements() if own in set(told)] == told


@every_edition
def test_what_is_lit_has_the_text_of_the_utterance_and_a_picture_has_none(name: str) -> None:
    made = edition(name)
    elements = book(made).elements()
    for cue in made.timeline.cues:
        element = elements[cue.utterance.id]
        if element.tag == f"{XHTML}img":
            assert cue.utterance.display == ""
            assert cue.utterance.role == "photo"
        else:
            assert without_readings(element) == cue.utterance.display


def without_readings(element: Element) -> str:
    """The text of an element without how it is read, which stands above it."""
    inside = "".join(f"{without_readings(child)}{child.tail or ''}" for child in element)
    return "" if element.tag in (f"{XHTML}rt", f"{XHTML}rp") else f"{element.text or ''}{inside}"


@every_edition
def test_clips_cover_the_programme_without_gap_or_overlap(name: str) -> None:
    made = edition(name)
    pars = book(made).pars()
    assert {par.audio for par in pars} == {"audio/article.mp3"}
    assert pars[0].begin == "00:00:00.000"
    assert [one.end for one in pars[:-1]] == [other.begin for other in pars[1:]]
    assert pars[-1].end == clock(made.recording.frames, made.recording.rate)
    assert all(milliseconds(par.begin) < milliseconds(par.end) for par in pars)


@every_edition
def test_durations_are_those_of_the_clips_and_add_up(name: str) -> None:
    made = book(edition(name))
    (whole,) = map(milliseconds, made.meta("media:duration"))
    parts = {
        meta.get("refines"): milliseconds(meta.text or "")
        for meta in made.package.iter(f"{OPF}meta")
        if meta.get("property") == "media:duration" and meta.get("refines")
    }
    assert set(parts) == {"#article-overlay", "#nav-overlay"}
    assert parts["#article-overlay"] == milliseconds(made.pars()[-1].end)
    told = made.pars("nav.smil")
    assert parts["#nav-overlay"] == sum(milliseconds(par.end) - milliseconds(par.begin) for par in told)
    assert whole == sum(parts.values())


def outline(element: Element) -> list[Any]:
    """The groups of an overlay: kind, id and what groups are inside."""
    groups = [child for child in element if child.tag == f"{SMIL}seq"]
    return [(group.get(TYPE), group.get("id"), *([inside] if (inside := outline(group)) else [])) for group in groups]


def test_notes_and_their_references_say_what_they_are() -> None:
    types = [
        element.get(TYPE) for element in book(edition("everything")).xml("article.xhtml").iter() if element.get(TYPE)
    ]
    assert set(types) == {"noteref", "endnotes"}
    assert types[-1] == "endnotes"


def test_figures_lists_tables_and_notes_can_be_left_as_a_whole() -> None:
    made = book(edition("everything"))
    (body,) = made.xml("article.smil")
    assert outline(body) == [
        ("figure", "b04"),
        ("list", "b09", [("list", "b12")]),
        ("table", "b19"),
        ("table", "b23"),
        ("figure", "b26"),
        ("figure", "b28"),
        ("endnotes", "b31n", [("footnote", "b31"), ("footnote", "b33"), ("footnote", "b36")]),
    ]


@every_edition
def test_a_group_is_around_what_its_element_is_around(name: str) -> None:
    made = book(edition(name))
    elements = made.elements()
    for group in made.xml("article.smil").iter(f"{SMIL}seq"):
        own = group.get("id", "")
        assert group.get(TEXTREF) == f"article.xhtml#{own}"
        inside = {element.get("id") for element in elements[own].iter()}
        told = {par.get("id") for par in group.iter(f"{SMIL}par")}
        assert told
        assert told <= inside


def test_a_picture_is_told_before_its_caption_and_credit() -> None:
    made = book(edition("gallery"))
    figures = [group for group in made.xml("article.smil").iter(f"{SMIL}seq") if group.get(TYPE) == "figure"]
    assert len(figures) == 30
    elements = made.elements()
    tags = [elements[par.get("id", "")].tag.removeprefix(XHTML) for par in figures[0]]
    assert tags == ["img", "span", "span", "small"]


# The contents


def entries(element: Element, depth: int = 1) -> list[tuple[int, str, str]]:
    """Depth, label and where it leads, from top to bottom."""
    found = []
    for line in element.findall(f"{XHTML}ol/{XHTML}li"):
        (link,) = line.findall(f"{XHTML}a")
        found.append((depth, link.text or "", link.get("href", "")))
        found += entries(line, depth + 1)
    return found


def toc(made: Book) -> list[tuple[int, str, str]]:
    (nav,) = (nav for nav in made.xml("nav.xhtml").iter(f"{XHTML}nav") if nav.get(TYPE) == "toc")
    assert nav.get("role") == "doc-toc"
    return entries(nav)


def test_the_contents_are_the_headings_and_the_pictures() -> None:
    assert toc(book(edition("everything"))) == [
        (1, "What the tide tables say, and what the harbour hears", "article.xhtml#b00s1"),
        (2, "A quiet quay. A loud sea", "article.xhtml#b03"),
        (3, "Photo 1 of 4", "article.xhtml#b04"),
        (3, "Four levels down", "article.xhtml#b08s1"),
        (4, "Portrait 2 of 4", "article.xhtml#b26"),
        (4, "Photo 4 of 4, not included", "article.xhtml#b28"),
        (2, "After the notes", "article.xhtml#b29s1"),
        (2, "Notes", "article.xhtml#b31s0"),
    ]


def test_below_a_heading_of_which_nothing_is_said_lines_stand_under_the_last_of_which_something_is() -> None:
    body: tuple[Block, ...] = (
        *(Heading(text(name), level, AT) for name, level in (("One", 2), ("…", 3))),
        photo("A quay.", "A pier.", None),
        Heading(text("Deep"), 4, AT),
    )
    assert toc(book(edition_of(replace(plain(), body=body))))[1:] == [
        (2, "One", "article.xhtml#b01s1"),
        (3, "Photo 1 of 1", "article.xhtml#b03"),
        (3, "Deep", "article.xhtml#b04s1"),
    ]


@every_edition
def test_every_line_of_the_contents_leads_somewhere_and_is_read_from_there(name: str) -> None:
    made = book(edition(name))
    elements, story = made.elements(), {par.id: par for par in made.pars()}
    lines = [href.removeprefix("article.xhtml#") for _, _, href in toc(made)]
    told = made.pars("nav.smil")
    assert [par.text for par in told] == [f"nav.xhtml#{line}" for line in lines]
    assert {par.id for par in told} <= set(made.elements("nav.xhtml"))
    for par in told:
        first = next(element.get("id") for element in elements[par.id].iter() if element.get("id") in story)
        assert par.begin == story[str(first)].begin
    assert all(milliseconds(one.end) <= milliseconds(other.begin) for one, other in pairwise(told))


def test_landmarks_are_for_reading_systems_only() -> None:
    made = book(edition("german"))
    (nav,) = (nav for nav in made.xml("nav.xhtml").iter(f"{XHTML}nav") if nav.get(TYPE) == "landmarks")
    assert nav.get("hidden") == "hidden"
    assert entries(nav) == [(1, "Anfang des Artikels", "article.xhtml")]


# What is around the words


def shape(article: Any) -> list[tuple[Any, ...]]:
    """Every element with its attributes and the text before and after.

    XML says languages twice, HTML loads late, what a page discloses a book shows, and types are of EPUB.
    """
    either = {XML_LANG, "loading", "decoding", "open", TYPE}
    return [
        (
            element.tag.removeprefix(XHTML),
            {name: value for name, value in element.items() if name not in either},
            element.text or "",
            element.tail or "",
        )
        for element in article.iter()
    ]


@every_edition
def test_the_book_shows_what_the_page_shows(name: str) -> None:
    made = edition(name)
    (on_page,) = parser.document_fromstring(render(made)).iter("article")
    (in_book,) = book(made).xml("article.xhtml").iter(f"{XHTML}article")
    assert shape(in_book) == shape(on_page)


def test_phrases_in_another_language_are_marked_both_ways() -> None:
    (phrase,) = (
        element for element in book(edition("everything")).xml("article.xhtml").iter() if element.get("lang") == "fr"
    )
    assert (phrase.text, phrase.get(XML_LANG)) == ("la grande marée", "fr")


def test_classes_of_what_is_read_are_in_the_stylesheet() -> None:
    made = book(edition("plain"))
    styles = made.read("style.css").decode()
    for name in ("media:active-class", "media:playback-active-class"):
        (named,) = made.meta(name)
        assert f".{named} {{" in styles


def test_who_reads_is_said_to_be_synthetic() -> None:
    assert book(edition("german")).meta("media:narrator") == ["newsreader (eSpeak NG 1.52), synthetische Stimme"]
