"""The W3C Audiobook: its manifest keeps the standard's rules, its entry page leads into the recording."""

from collections.abc import Callable
from copy import deepcopy
from functools import partial
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html
from lxml.html import HtmlElement

from accessnews.formats._contents import ContentsLine, contents
from accessnews.formats._view import EditionView
from accessnews.model.settings import Settings
from accessnews.narration.timeline import seconds
from tests.fixtures.editions import ARTICLES, edition
from tests.fixtures.shelf import OWN, RENDERED, OnDisk
from tests.formats.audiobook.audiobooks import Package, duration, fragment, packages
from tests.formats.audiobook.rules import RECOMMENDED, broken

VOICE = ["Organization", "SoftwareApplication"]  # no Person, which is what W3C takes a reader without a type for

every_edition = pytest.mark.parametrize("name", ARTICLES)


def lpf(name: str) -> Package:
    return packages(edition(name))[".lpf"]


@every_edition
def test_the_manifest_keeps_the_rules(name: str) -> None:
    assert broken(lpf(name).manifest) == []


@pytest.mark.parametrize("name", [*RENDERED, *OWN])
def test_so_does_that_of_every_story(on_disk: OnDisk, name: str) -> None:
    (path,) = on_disk(name).glob("*.lpf")
    assert broken(Package(".lpf", path.read_bytes()).manifest) == []


def without(name: str, manifest: Any) -> None:
    del manifest[name]


DEFECTS: dict[str, Callable[[Any], Any]] = {
    "no type": lambda it: it.pop("type"),
    "another type": lambda it: it.update(type="Book"),
    "no profile": lambda it: it.pop("conformsTo"),
    "another context": lambda it: it["@context"].insert(0, "http://schema.org"),
    "no language": lambda it: it["@context"].pop(),
    "no whole length": lambda it: it.pop("duration"),
    "no length": lambda it: it["readingOrder"][0].pop("duration"),
    "a length that is off": lambda it: it.update(duration="PT0.001S"),
    "nothing to hear": lambda it: it["readingOrder"].clear(),
    "a text to hear": lambda it: it["readingOrder"][0].update(encodingFormat="text/html"),
    "a fragment to hear": lambda it: it["readingOrder"][0].update(url="audio/article.mp3#t=1"),
    "a file twice": lambda it: it["resources"].append(it["resources"][0]),
    "no contents": lambda it: it["resources"].pop(0),
    "two covers": lambda it: [link.update(rel="cover", name="") for link in it["resources"][-2:]],
    "a cover without an alt": lambda it: it["resources"][-1].update(rel="cover"),
    "an alternate that is not there": lambda it: it["readingOrder"][0]["alternate"][0].update(url="gone.html"),
    "a date of its own": lambda it: it.update(datePublished="9 May 2026"),
    "a sense of its own": lambda it: it["accessMode"].append("smell"),
    "sense without sound": lambda it: it["accessMode"].remove("auditory"),
    "a list that is none": lambda it: it["accessModeSufficient"].append({"itemListElement": ["auditory"]}),
    **{f"no {name}": partial(without, name) for name in sorted(RECOMMENDED)},
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_single_defect_is_noticed(defect: str) -> None:
    manifest = deepcopy(lpf("gallery").manifest)
    DEFECTS[defect](manifest)
    assert broken(manifest)


@every_edition
def test_the_length_is_that_of_the_programme(name: str) -> None:
    recording = edition(name).recording
    assert str(duration(lpf(name).manifest["duration"])) == seconds(recording.frames, recording.rate)


def test_what_the_story_says_of_itself_is_in_the_manifest() -> None:
    manifest = lpf("plain").manifest
    assert manifest["name"] == "Ferry returns to Harrow Sound after eleven years"
    assert manifest["author"] == ["Ada Gill", "Bo Lind"]
    assert manifest["datePublished"] == "2026-05-09"
    assert manifest["description"].startswith("Eleven years after it stopped")
    assert "url" not in manifest


@every_edition
def test_a_recording_of_all_of_the_story_is_not_abridged(name: str) -> None:
    assert lpf(name).manifest["abridged"] is False


@pytest.mark.parametrize("left_out", ["speak_credits", "speak_photos"])
def test_of_one_that_leaves_something_out_it_is_not_said(left_out: str) -> None:
    settings = Settings(**{left_out: False})  # type: ignore[arg-type]
    both = packages(edition("everything", settings))
    assert "abridged" not in both[".lpf"].manifest
    assert "abridged" not in both[".audiobook"].manifest["metadata"]
    assert broken(both[".lpf"].manifest) == []
    assert packages(edition("plain", settings))[".lpf"].manifest["abridged"] is False, "it has nothing to leave out"


def test_what_it_does_not_say_is_not() -> None:
    manifest = lpf("gallery").manifest
    assert "author" not in manifest
    assert "datePublished" not in lpf("everything").manifest


def test_who_reads_is_said_to_be_synthetic_in_a_language_that_is_named() -> None:
    assert lpf("german").manifest["readBy"] == [
        {"type": VOICE, "name": "newsreader (eSpeak NG 1.52), synthetische Stimme"}
    ]
    (reader,) = lpf("arabic").manifest["readBy"]
    name = {"value": "newsreader (eSpeak NG 1.52), synthetic voice", "language": "en", "direction": "ltr"}
    assert reader == {"type": VOICE, "name": name}


def test_the_cover_has_the_alt_of_its_picture() -> None:
    (cover,) = (link for link in lpf("everything").manifest["resources"] if link.get("rel") == "cover")
    assert cover["url"] == "images/01.jpg"
    assert cover["name"] == "A ferry lies on its keel in mud beside a stone quay."


def test_the_text_stands_in_for_the_recording() -> None:
    (recording,) = lpf("everything").manifest["readingOrder"]
    assert [(it["url"], it["encodingFormat"]) for it in recording["alternate"]] == [
        ("article.xhtml", "application/xhtml+xml")
    ]


# The entry page


def entry(package: Package) -> HtmlElement:
    return html.document_fromstring(package.read("index.html").decode())


def links(package: Package) -> list[HtmlElement]:
    """The links of the contents: the first element with that role is it (Audiobooks, 2.2)."""
    nav, *others = entry(package).xpath("//*[@role='doc-toc']")
    assert others == []
    found: list[HtmlElement] = nav.xpath(".//a")
    return found


@every_edition
def test_it_leads_to_the_manifest_and_the_manifest_to_it(name: str) -> None:
    package = lpf(name)
    assert entry(package).xpath("//link[@rel='publication']/@href") == ["publication.json"]
    assert "index.html" in package.listed()


def outline(entries: list[ContentsLine], depth: int = 1) -> list[tuple[int, str, str, int]]:
    """Depth, label, language and frame of every line."""
    found = []
    for it in entries:
        found.append((depth, it.label, it.lang, it.par.start))
        found += outline(it.inside, depth + 1)
    return found


@every_edition
def test_its_contents_are_those_of_every_book_with_the_times_of_the_recording(name: str) -> None:
    made = edition(name)
    told = outline([contents(EditionView(made))])
    *heard, text = links(lpf(name))
    rate = made.timeline.rate
    assert [(it.text, it.get("href")) for it in heard] == [
        (label, f"audio/article.mp3#t={seconds(frame, rate)}") for _, label, _, frame in told
    ]
    assert [len(it.xpath("ancestor::ol")) for it in heard] == [depth for depth, *_ in told]
    assert text.get("href") == "article.xhtml"


@every_edition
def test_every_line_leads_into_a_file_that_is_there_in_the_order_of_the_programme(name: str) -> None:
    package = lpf(name)
    *heard, text = links(package)
    places = [fragment(it.get("href")) for it in heard]
    assert {file for file, *_ in places} | {unquote(text.get("href"))} <= set(package.listed())
    assert all(one < other for (_, one, _), (_, other, _) in pairwise(places))
    assert places[-1][1] < duration(package.manifest["duration"])


@every_edition
def test_its_language_and_direction_are_the_storys(name: str) -> None:
    made, page = edition(name), entry(lpf(name))
    assert page.get("lang") == made.article.lang
    assert page.get("dir", "ltr") == lpf(name).manifest["readingProgression"]
    (heading,) = page.xpath("//h1")
    assert heading.text == made.article.title
