"""Talking books of every kind are what the W3C's definitions ask for, and Readium finds in them all that there is."""

import json
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tests.fixtures.shelf import OnDisk
from tests.fixtures.tools import node_module, node_modules, run_node, w3c_dtd
from tests.formats.daisy.books import TalkingBook
from tests.formats.daisy.conftest import BOOKS, Opened

XHTML = "REC-xhtml1-20020801/xhtml1-transitional.dtd"
SMIL = "REC-smil-19980615/smil10.dtd"


READABLE = [name for name in BOOKS if name != "hostile"]
"""Readium writes metadata into XML of its own and leaves a < in it as it is."""


@cache
def definition(dtd: str) -> etree.DTD:
    return etree.DTD(str(w3c_dtd(dtd)))


def faults(book: TalkingBook, name: str, dtd: str) -> list[str]:
    is_valid = definition(dtd).validate(etree.fromstring(book.zip.read(name)))
    return [] if is_valid else [f"{name}: {definition(dtd).error_log}"]


def test_text_and_navigation_are_xhtml_1_transitional(book: TalkingBook) -> None:
    assert faults(book, "ncc.html", XHTML) + faults(book, "content.html", XHTML) == []


def test_smil_files_are_smil_1(book: TalkingBook) -> None:
    assert [fault for name in ("master.smil", *book.smils) for fault in faults(book, name, SMIL)] == []


def test_a_page_of_today_is_found_out() -> None:
    page = b'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><main/></body></html>'
    assert not definition(XHTML).validate(etree.fromstring(page))


@pytest.mark.parametrize("name", READABLE)
def test_readium_lights_up_and_plays_what_the_smil_files_say(on_disk: OnDisk, every: Opened, name: str) -> None:
    node_module("r2-shared-js")
    script, book = Path(__file__).with_name("readium.cjs"), every(name)
    seen = json.loads(run_node(script, str(node_modules()), str(on_disk(name))))
    assert seen["title"] == dict(book.meta())["dc:title"]
    assert [smil for smil, _, _ in seen["smils"]] == book.smils
    clips = [(text, *times(audio)) for _, _, clips in seen["smils"] for text, audio in clips]
    assert clips == [(par.text, par.start, par.end) for par in book.pars]
    lines = [(label, target) for _, label, target in seen["contents"]]
    assert lines == [(line.label, f"{line.file}#{line.target}") for line in book.headings]


def times(audio: str) -> tuple[int, ...]:
    """Milliseconds of the media fragment ``file#t=1.5,2``."""
    _, _, fragment = audio.partition("#t=")
    return tuple(round(float(seconds) * 1000) for seconds in fragment.split(","))
