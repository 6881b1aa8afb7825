"""What EPUBCheck and Ace make of books of every kind: nothing at all. And what Readium makes of them: all of it."""

import json
from pathlib import Path

import pytest

from tests.fixtures.shelf import OWN, RENDERED, OnDisk
from tests.fixtures.tools import ace_violations, epubcheck_messages, node_module, node_modules, run_node
from tests.formats.epub.books import Book, milliseconds

DRAWN = ["everything", "hostile"]
BOOKS = [*RENDERED, *DRAWN, *OWN]


@pytest.mark.parametrize("name", BOOKS)
def test_epubcheck_finds_nothing(on_disk: OnDisk, name: str) -> None:
    """No error, no warning, and no advice either."""
    assert epubcheck_messages(on_disk(name)) == []


@pytest.mark.parametrize("name", BOOKS)
def test_ace_finds_nothing(on_disk: OnDisk, name: str, tmp_path: Path) -> None:
    assert ace_violations(on_disk(name), tmp_path) == []


@pytest.mark.parametrize("name", BOOKS)
def test_readium_lights_up_and_plays_what_the_overlays_say(on_disk: OnDisk, name: str) -> None:
    node_module("r2-shared-js")
    script = Path(__file__).with_name("readium.cjs")
    seen = json.loads(run_node(script, str(node_modules()), str(on_disk(name))))
    made = Book(on_disk(name).read_bytes())
    for overlay in ("article.smil", "nav.smil"):
        clips = [(text, *times(audio)) for text, audio in seen[f"EPUB/{overlay}"]]
        told = [(f"EPUB/{par.text}", milliseconds(par.begin), milliseconds(par.end)) for par in made.pars(overlay)]
        assert clips == told


def times(audio: str) -> tuple[int, ...]:
    """Milliseconds of the media fragment ``file#t=1.5,2``."""
    _, _, fragment = audio.partition("#t=")
    return tuple(round(float(seconds) * 1000) for seconds in fragment.split(","))
