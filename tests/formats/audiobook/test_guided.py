"""The guides: every utterance once, on the element that shows it, while it sounds; groups that can be left."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

import pytest
from lxml import html as parser

from accessnews import formats
from accessnews.bundle.edition import Edition
from accessnews.formats._view import GUIDE
from accessnews.formats.audiobook.guided_navigation import PATH
from accessnews.formats.html import render
from accessnews.narration.timeline import seconds
from tests.fixtures.editions import ARTICLES, edition
from tests.fixtures.shelf import RENDERED, OnDisk
from tests.formats.audiobook.audiobooks import clips, guide, packages
from tests.formats.epub.books import SMIL, TYPE, Book, book

every_edition = pytest.mark.parametrize("name", ARTICLES)


def inside(made: Edition) -> Any:
    """The guide that lies in Readium's package."""
    return packages(made)[".audiobook"].json("guided-navigation.json")


GUIDES: dict[str, tuple[Callable[[Edition], Any], str, Callable[[Edition], str]]] = {
    "beside the page": (guide, "index.html", lambda made: f"audio/{made.slug}.mp3"),
    "in the package": (inside, "article.xhtml", lambda made: "audio/article.mp3"),
}
each = pytest.mark.parametrize(("told", "text", "audio"), GUIDES.values(), ids=GUIDES)


@each
@every_edition
def test_every_utterance_is_there_once_in_the_order_of_the_programme(
    name: str, told: Callable[[Edition], Any], text: str, audio: Callable[[Edition], str]
) -> None:
    made = edition(name)
    heard = list(clips(told(made)["guided"]))
    assert [it.text for it in heard] == [f"{text}#{cue.utterance.id}" for cue in made.timeline.cues]
    assert {it.file for it in heard} == {audio(made)}


@each
@every_edition
def test_clips_cover_the_programme_without_gap_or_overlap(
    name: str, told: Callable[[Edition], Any], text: str, audio: Callable[[Edition], str]
) -> None:
    made = edition(name)
    heard = list(clips(told(made)["guided"]))
    assert heard[0].start == 0
    assert all(one.end == other.start for one, other in pairwise(heard))
    assert all(it.start < it.end for it in heard)
    assert str(heard[-1].end) == seconds(made.recording.frames, made.recording.rate)


def outline(objects: list[Any]) -> list[Any]:
    """The groups of a guide: role, id, and what groups are inside."""
    groups = [it for it in objects if "children" in it]
    return [(*it["role"], it["textref"].partition("#")[2], outline(it["children"])) for it in groups]


def overlay(element: Element) -> list[Any]:
    """The groups of a media overlay, likewise."""
    return [(seq.get(TYPE), seq.get("id"), overlay(seq)) for seq in element if seq.tag == f"{SMIL}seq"]


@each
@every_edition
def test_groups_are_those_of_the_media_overlay(
    name: str, told: Callable[[Edition], Any], text: str, audio: Callable[[Edition], str]
) -> None:
    made = edition(name)
    (body,) = book(made).xml("article.smil")
    assert outline(told(made)["guided"]) == overlay(body)


@every_edition
def test_every_element_that_is_named_is_on_the_page_and_in_the_text(name: str) -> None:
    made = edition(name)
    named = set(re.findall(r'"textref": "index\.html#([^"]+)"', json.dumps(guide(made))))
    assert named <= ids_of(render(made))
    named = set(re.findall(r'"textref": "article\.xhtml#([^"]+)"', json.dumps(inside(made))))
    assert named <= set(book(made).elements())


@every_edition
def test_a_picture_is_shown_while_it_is_told_with_its_alt_for_text(name: str) -> None:
    made = edition(name)
    shown = {key: alt.alt for key, alt in made.article.alts.items() if key in made.photos}
    wanted = {
        cue.utterance.id: (made.photos[cue.utterance.block].path, shown[cue.utterance.block])
        for cue in made.timeline.cues
        if cue.utterance.role == "photo" and cue.utterance.block in shown
    }
    told = {it.text.partition("#")[2]: (it.picture, it.alt) for it in clips(guide(made)["guided"]) if it.picture}
    assert told == wanted


@every_edition
def test_what_is_called_an_image_is_one(name: str) -> None:
    for it in clips(guide(edition(name))["guided"]):
        assert (it.role == "image") == bool(it.picture)


def test_roles_are_readiums() -> None:
    made = edition("everything")
    roles = {it.role for it in clips(guide(made)["guided"])}
    assert roles == {"", "heading", "image", "caption", "credit", "blockquote", "row", "preformatted"}


def test_a_bundle_without_page_or_audio_has_no_guide_to_them() -> None:
    for names in (["audiobook"], ["html", "audiobook"], ["audio", "audiobook", "vtt"]):
        files = formats.write(edition("plain"), [formats.load(name) for name in names])
        assert PATH not in [file.path for file in files]
    files = formats.write(edition("plain"), [formats.load(name) for name in ("html", "audio", "audiobook")])
    assert PATH in [file.path for file in files]


def test_a_name_that_is_not_ascii_is_encoded() -> None:
    told = guide(replace(edition("plain"), slug="fähre"))["guided"]
    assert told[0]["audioref"].startswith(f"audio/{quote('fähre')}.mp3#t=")


# In a bundle


@pytest.mark.parametrize("name", RENDERED)
def test_every_reference_arrives(bundles: OnDisk, name: str) -> None:
    folder = bundles(name)
    told = json.loads((folder / "guided-navigation.json").read_text("utf-8"))["guided"]
    ids = ids_of((folder / "index.html").read_text("utf-8"))
    for it in clips(told):
        file, _, own = it.text.partition("#")
        assert (file, own in ids) == ("index.html", True)
        assert (folder / it.file).is_file()
        assert not it.picture or (folder / unquote(it.picture)).is_file()


@pytest.mark.parametrize("name", RENDERED)
def test_ids_are_the_same_in_overlay_captions_and_guide(bundles: OnDisk, name: str) -> None:
    folder = bundles(name)
    told = json.loads((folder / "guided-navigation.json").read_text("utf-8"))["guided"]
    ids = [it.text.partition("#")[2] for it in clips(told)]
    assert ids == [par.id for par in Book(only(folder, "*.epub").read_bytes()).pars()]
    cues = re.findall(r"^(b\d+s\d+)\n[\d:.]+ --> ", only(folder, "audio/*.vtt").read_text("utf-8"), re.MULTILINE)
    assert ids == cues


@pytest.mark.parametrize("name", RENDERED)
def test_the_page_offers_both_and_leads_to_its_guide(bundles: OnDisk, name: str) -> None:
    folder = bundles(name)
    shown = parser.document_fromstring((folder / "index.html").read_text("utf-8"))
    assert shown.xpath(f"//link[@rel='related'][@type='{GUIDE}']/@href") == [PATH]
    offered = {link.get("href") for link in shown.iter("a") if link.get("download") is not None}
    assert {quote(only(folder, f"*.{end}").name) for end in ("lpf", "audiobook")} <= offered


def ids_of(document: str) -> set[str]:
    """The ids on a page."""
    return {own for element in parser.document_fromstring(document).iter() if (own := element.get("id"))}


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found
