"""Bytes: encodings, line ends, limits, and what is no story at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from accessnews import readers
from accessnews.model.article import Paragraph, plain
from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.text.decode import LIMIT
from tests.readers.conftest import Story
from tests.readers.printing import body, codes

WORDS = "Lamps\n\nLa lumière de l’été brûlait – “toute la nuit”.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_a_mark(story: Story, encoding: str) -> None:
    article = story("a.txt", WORDS.encode(encoding))
    assert body(article) == ["3 p: La lumière de l’été brûlait – “toute la nuit”."]
    assert codes(article) == []


def test_big_endian_utf_16(story: Story) -> None:
    assert codes(story("a.txt", b"\xfe\xff" + WORDS.encode("utf-16-be"))) == []


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_latin_1_is_read_with_a_finding(story: Story, suffix: str) -> None:
    article = story(f"a{suffix}", WORDS.encode("cp1252"))
    assert "La lumière de l’été brûlait – “toute la nuit”." in " ".join(body(article))
    found = next(finding for finding in article.findings if finding.code == "encoding-guessed")
    assert found.at.line == 3


def test_one_foreign_letter_does_not_spoil_the_rest(story: Story) -> None:
    article = story("a.txt", WORDS.encode() + b"\nUn caf\xe9 de plus.\n")
    assert body(article) == ["3 p: La lumière de l’été brûlait – “toute la nuit”.", "5 p: Un café de plus."]
    assert codes(article) == ["encoding-guessed"]


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<meta charset=koi8-r>", "koi8-r"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
    ],
)
def test_html_names_its_own_encoding(story: Story, declared: str, codec: str) -> None:
    article = story("a.html", f"{declared}<h1>Маяк</h1><p>Маяк горел всю ночь.</p>".encode(codec))
    assert (article.title, body(article), codes(article)) == ("Маяк", ["1 p: Маяк горел всю ночь."], [])


@pytest.mark.parametrize("declared", ["utf-7", "base64", "no-such-thing", "utf-16", "x" * 500])
def test_an_encoding_that_is_none_is_not_believed(story: Story, declared: str) -> None:
    article = story("a.html", f"<meta charset={declared}><h1>Été</h1><p>La lumière brûlait.</p>")
    assert (article.title, codes(article)) == ("Été", [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(story: Story, end: str) -> None:
    text = "Lamps\n\nThe lamp burned.\n\nIt burned.\n"
    assert [block.at.line for block in story("a.txt", text.replace("\n", end)).body] == [3, 5]
    assert [block.at.line for block in story("a.md", text.replace("\n", end)).body] == [1, 3, 5]


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_other_line_ends_part_lines_and_keep_the_count(story: Story, separator: str) -> None:
    article = story("a.txt", f"Lamps\n\nThe lamp burned.{separator}It burned.\n\nThe end.\n")
    assert body(article) == ["3 p: The lamp burned.", "3 p: It burned.", "5 p: The end."]
    article = story("a.md", f"# Lamps\n\nThe lamp burned.{separator}It burned.\n\nThe end.\n")
    assert body(article) == ["3 p: The lamp burned. It burned.", "5 p: The end."]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_hidden_characters_are_taken_out(story: Story, suffix: str) -> None:
    hidden = "The\x07 la\u00admp\u200b bur\ufeffned\u202e all\u00a0\u2003night in cafe\u0301 X."
    lines = {".txt": f"Lamps\n\n{hidden}", ".md": f"# Lamps\n\n{hidden}", ".html": f"<h1>Lamps</h1><p>{hidden}"}
    article = story(f"a{suffix}", lines[suffix])
    assert [plain(block.text) for block in article.body if isinstance(block, Paragraph)] == [
        "The lamp burned all night in café X."
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"...\n\n--\n", "no words"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        ("Lamps\n\nThe lamp".encode("utf-16-le"), "binary"),
        (b"\xff\xfeL\x00a", "damaged"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1 Lamps}", "RTF"),
        (b"PK\x03\x04Lamps", "zip"),
        (b"<!DOCTYPE html>\n<p>The lamp burned.", "HTML"),
    ],
)
def test_what_is_no_text(story: Story, data: bytes, words: str) -> None:
    with pytest.raises(AccessNewsError, match=words) as caught:
        story("a.txt", data)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "# Lamps\n"),
        ("a.html", "<h1>Lamps</h1>"),
        ("a.md", "---\ntitle: Lamps\n---\n"),
        ("a.md", "![](a.jpg)"),
    ],
)
def test_a_headline_alone_is_no_story(story: Story, name: str, text: str) -> None:
    with pytest.raises(AccessNewsError, match="no words"):
        story(name, text)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "novel.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(AccessNewsError, match=r"50\.0 MB; the limit is 8 MB"):
        readers.read(path)
    path.write_bytes(b"a " * (LIMIT // 2))
    assert readers.read(path).body


def test_files_that_are_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    for path in (tmp_path / "none.txt", folder, tmp_path / f"{'a' * 300}.txt", Path("a\0.txt")):
        with pytest.raises(UsageError):
            readers.read(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_is_no_story(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UsageError):
        readers.read(tmp_path / "pipe.txt")


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may read everything: step down for a moment."""
    own = os.geteuid()
    if own == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(own)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="this system has no such permissions")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Lamps\n\nThey were lit.\n")
    readers.read(path)
    path.chmod(0)
    with as_nobody(), pytest.raises(AccessNewsError, match="permission") as caught:
        readers.read(path)
    assert caught.value.exit_code == 3
