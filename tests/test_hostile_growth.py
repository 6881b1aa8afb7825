"""Texts that repeat one thing without end take time by their length, whoever reads, parts, says or describes them.

Patterns that can match in two ways show on these: most of the pieces begin something that never ends.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from accessnews import readers
from accessnews.alttext import describe
from accessnews.model.errors import AccessNewsError
from accessnews.normalize import normalize
from accessnews.text.sentences import sentences
from tests.fixtures.growth import assert_grows_with_its_length

# One a word; ␣ stands for a blank.
MARKS = ". .␣ … ?! , : - -- ␣-␣ — _ % & = + # | / \\ * @"
PAIRS = "` `` \" ' “ «␣ ( ) [ ] [1] [^a] [^` ]( ![ { } {#"
MARKUP = '< </ <a␣ <!-- <b> <a␣b=" &# &#0 &amp; {{< {% >␣ -␣ #␣'
WORDS = "a a␣ A A␣ A.␣ 1 1. 1, 1␣ 5␣% a_ a- a.b␣ e\u0301 日 \u200d ½"
NEWS = "Mr.␣ U.S.␣ d.␣h.␣ Photo:␣ by␣ AP/ ␣(AP) By␣A $1␣ IV␣ 10:30- ¹ title:␣"
BLANKS = [" ", "\n", "\t", "\u00a0", "\r", " \n", "a\n\n"]
VISIBLE = f"{MARKS} {PAIRS} {MARKUP} {WORDS} {NEWS}".split(" ")
PIECES = [*BLANKS, *(piece.replace("␣", " ") for piece in VISIBLE)]


def text_of(piece: str, length: int) -> str:
    """``piece`` over and over between letters: what runs on to the end of a text is often found at once."""
    return f"a{piece * (length // len(piece))}x"


def _repeated(work: Callable[[str], object], piece: str, length: int) -> None:
    work(text_of(piece, length))


def assert_no_piece_hurts(work: Callable[[str], object], length: int) -> None:
    for piece in PIECES:
        try:
            assert_grows_with_its_length(partial(_repeated, work, piece), length)
        except AssertionError as error:
            raise AssertionError(f"{piece!r} {error}") from error


def read(path: Path, frame: str, text: str) -> None:
    path.write_text(frame.replace("…", text), "utf-8")
    with suppress(AccessNewsError):
        readers.read(path)


@pytest.mark.parametrize(
    ("suffix", "frame", "length"),
    [
        (".txt", "Lamps\n\n…", 16_000),
        (".txt", "…", 16_000),
        (".md", "# Lamps\n\n…", 2_500),
        (".mdx", "# Lamps\n\n…", 2_500),
        (".html", "<html><body><h1>Lamps</h1><p>…</p></body></html>", 16_000),
        (".html", "…", 16_000),
        (".xhtml", "<?xml version='1.0'?><html><body><p title=…>Lamps</p></body></html>", 16_000),
        (".xhtml", "<?xml version='1.0'?><html><body><p>Lamps</p><…", 16_000),
        (".md", "---\n…\n---\nLamps\n", 2_000),
        (".md", "---\ntitle: …\n---\nLamps\n", 16_000),
        (".md", '---\nauthor: "…"\n---\nLamps\n', 16_000),
        (".md", "+++\n…\n+++\nLamps\n", 2_000),
        (".md", "+++\nauthor = '''…'''\n+++\nLamps\n", 16_000),
        (".md", '{"author": "…"}\nLamps\n', 16_000),
    ],
)
def test_a_story(tmp_path: Path, suffix: str, frame: str, length: int) -> None:
    assert_no_piece_hurts(partial(read, tmp_path / f"story{suffix}", frame), length)


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es"])
def test_sentences(lang: str) -> None:
    assert_no_piece_hurts(partial(sentences, lang=lang), 32_000)


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es"])
def test_what_is_said(lang: str) -> None:
    assert_no_piece_hurts(partial(normalize, lang=lang, quotes=True), 3_000)


@pytest.mark.parametrize("lang", ["en", "de"])
def test_an_alt_text(lang: str) -> None:
    assert_no_piece_hurts(partial(describe, lang=lang), 3_000)
