"""Readium's audiobook: the rules of its profile, and what Readium's own parsers read."""

import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from accessnews.narration.timeline import seconds
from tests.fixtures.editions import ARTICLES, edition
from tests.fixtures.shelf import OWN, RENDERED, OnDisk
from tests.fixtures.tools import node_module, node_modules, run_node
from tests.formats.audiobook.audiobooks import Package, clips, fragment, packages
from tests.formats.audiobook.test_w3c import links

every_edition = pytest.mark.parametrize("name", ARTICLES)
STORIES = [*RENDERED, *ARTICLES, *OWN]


def package(name: str) -> Package:
    return packages(edition(name))[".audiobook"]


def lines(entries: list[Any]) -> list[tuple[str, str]]:
    """Address and title of every line of a table of contents."""
    return [it for link in entries for it in ((link["href"], link["title"]), *lines(link.get("children", [])))]


@every_edition
def test_it_is_said_to_be_an_audiobook(name: str) -> None:
    manifest = package(name).manifest
    assert manifest["@context"] == "https://readium.org/webpub-manifest/context.jsonld"
    assert manifest["metadata"]["@type"] == "http://schema.org/Audiobook"
    assert manifest["metadata"]["conformsTo"] == "https://readium.org/webpub-manifest/profiles/audiobook"


@every_edition
def test_recordings_have_type_length_and_bitrate_and_make_up_the_whole(name: str) -> None:
    """Audiobook Profile, 2 and 3; a length is a number."""
    made = edition(name)
    manifest = package(name).manifest
    for item in manifest["readingOrder"]:
        assert item["type"].startswith("audio/")
        assert "#" not in item["href"]
        assert item["bitrate"] == made.recording.bitrate
        assert "alternate" not in item  # but for recordings
    total = sum(item["duration"] for item in manifest["readingOrder"])
    assert manifest["metadata"]["duration"] == total
    assert total == Decimal(seconds(made.recording.frames, made.recording.rate))


@every_edition
def test_every_address_is_relative_and_leads_to_a_file(name: str) -> None:
    """Readium Packaging Format, 5."""
    made = package(name)
    every = [link for part in ("links", "readingOrder", "resources") for link in made.manifest[part]]
    assert {link["href"] for link in every} == set(made.zip.namelist())
    assert all("type" in link for link in every)


@every_edition
def test_the_contents_are_those_of_the_w3c_audiobook(name: str) -> None:
    both = packages(edition(name))
    *heard, _ = links(both[".lpf"])
    told = lines(both[".audiobook"].manifest["toc"])
    assert told == [(it.get("href"), it.text) for it in heard]
    assert {fragment(href)[0] for href, _ in told} == {"audio/article.mp3"}


@every_edition
def test_both_say_the_same_of_the_story(name: str) -> None:
    both = packages(edition(name))
    w3c, readium = both[".lpf"].manifest, both[".audiobook"].manifest["metadata"]
    names = {
        "id": "identifier",
        "name": "title",
        "author": "author",
        "inLanguage": "language",
        "readingProgression": "readingProgression",
        "dateModified": "modified",
        "datePublished": "published",
        "description": "description",
        "abridged": "abridged",
    }
    assert {name: w3c.get(name) for name in names} == {name: readium.get(other) for name, other in names.items()}
    assert datetime.fromisoformat(readium["modified"])
    assert w3c["duration"] == f"PT{readium['duration']}" + "0" * (3 + readium["duration"].as_tuple().exponent) + "S"


def test_a_voice_whose_name_is_in_another_language_says_so() -> None:
    assert package("arabic").manifest["metadata"]["narrator"] == [
        {"name": {"en": "newsreader (eSpeak NG 1.52), synthetic voice"}}
    ]


def test_the_cover_has_its_size() -> None:
    (cover,) = (link for link in package("everything").manifest["resources"] if link.get("rel") == "cover")
    assert (cover["href"], cover["width"], cover["height"]) == ("images/01.jpg", 1200, 750)


@pytest.fixture
def seen(on_disk: OnDisk, tmp_path: Path, request: pytest.FixtureRequest) -> tuple[Package, Any]:
    """A story's package, and what both of Readium's parsers read of it."""
    node_module("r2-shared-js")
    node_module("@readium/shared")
    (path,) = on_disk(request.param).glob("*.audiobook")
    made = Package(".audiobook", path.read_bytes())
    made.zip.extractall(tmp_path)
    script, names = Path(__file__).with_name("readium.cjs"), ("manifest.json", "guided-navigation.json")
    told = run_node(script, str(node_modules()), str(path), *(str(tmp_path / name) for name in names))
    return made, json.loads(told, parse_float=Decimal, parse_int=Decimal)


@pytest.mark.parametrize("seen", STORIES, indirect=True)
def test_readium_reads_all_of_it(seen: tuple[Package, Any]) -> None:
    made, told = seen
    manifest = made.manifest
    metadata, thorium, web = manifest["metadata"], told["thorium"], told["web"]
    audio = [[it["href"], it["type"], it["duration"], it["bitrate"]] for it in manifest["readingOrder"]]
    assert (thorium["type"], thorium["title"]) == (metadata["@type"], metadata["title"])
    assert thorium["length"] == web["length"] == metadata["duration"]
    assert thorium["audio"] == web["audio"] == audio
    assert thorium["contents"] == web["contents"] == [list(line) for line in lines(manifest["toc"])]
    assert thorium["features"] == metadata["accessibility"]["feature"]
    assert len(thorium["voices"]) == len(web["narrators"]) == len(metadata["narrator"])
    assert thorium["cover"] == [link["href"] for link in manifest["resources"] if link.get("rel") == "cover"]


@pytest.mark.parametrize("seen", STORIES, indirect=True)
def test_readium_plays_what_the_guide_says(seen: tuple[Package, Any]) -> None:
    made, told = seen
    assert told["web"]["guides"] == [["guided-navigation.json", "application/guided-navigation+json"]]
    wanted = [
        [*it.text.split("#"), it.file, it.start, it.end, [it.role] if it.role else []]
        for it in clips(made.json("guided-navigation.json")["guided"])
    ]
    assert told["web"]["clips"] == wanted
