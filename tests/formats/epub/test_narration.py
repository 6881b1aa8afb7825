"""Whole books, from a story's file: everything that can be seen is heard once, in order, in sound that is there."""

import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.fixtures.shelf import OWN, RENDERED, OnDisk
from tests.fixtures.tools import ffmpeg
from tests.formats.epub.books import XHTML, Book, milliseconds

RATE = 22_050


@pytest.mark.parametrize("name", [*RENDERED, *OWN])
def test_every_word_and_every_picture_is_heard_once_and_in_the_order_of_the_document(
    on_disk: OnDisk, name: str
) -> None:
    made = Book(on_disk(name).read_bytes())
    told = [par.id for par in made.pars()]
    body = made.xml("article.xhtml").find(f"{XHTML}body")
    assert body is not None
    seen = list(_seen(body, set(told), ()))
    assert [what for what, narrators in seen if len(narrators) != 1] == []
    assert list(dict.fromkeys(narrator for _, (narrator,) in seen)) == told


def _seen(element: Element, told: set[str], around: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every text with a word and every picture with an alt, each with the ids of what narrates it.

    The name of a footnote before its text is said with its first sentence.
    """
    if element.get("class") == "label":
        return
    around = (*around, *({element.get("id", "")} & told))
    if element.tag == f"{XHTML}img" and element.get("alt"):
        yield element.get("alt", ""), around
    for text, inside in ((element.text, element), *((child.tail, child) for child in element)):
        if inside is not element:
            yield from _seen(inside, told, around)
        if text and any(character.isalnum() for character in text):
            yield text, around


@pytest.mark.parametrize("name", RENDERED)
def test_clips_follow_each_other_to_the_end_of_the_sound_as_it_is_decoded(
    on_disk: OnDisk, name: str, tmp_path: Path
) -> None:
    made = Book(on_disk(name).read_bytes())
    pars = made.pars()
    assert all(one.end == other.begin for one, other in pairwise(pars))
    (tmp_path / "article.mp3").write_bytes(made.read("audio/article.mp3"))
    command = [ffmpeg(), "-v", "error", "-i", str(tmp_path / "article.mp3"), "-f", "s16le", "-"]
    decoded = 1000 * len(subprocess.run(command, check=True, capture_output=True).stdout) / 2 / RATE
    clips = sum(milliseconds(par.end) - milliseconds(par.begin) for par in pars)
    (total,) = (milliseconds(meta) for meta in made.meta("media:duration"))
    nav = [milliseconds(par.end) - milliseconds(par.begin) for par in made.pars("nav.smil")]
    assert clips == milliseconds(pars[-1].end)
    assert total == pytest.approx(clips + sum(nav), abs=1 + len(nav) / 2), "every clip is rounded to a millisecond"
    assert decoded == pytest.approx(clips, abs=0.5)
