"""Whatever is in a file: an article or one of our own errors, and nothing that could do harm further on."""

import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accessnews import readers
from accessnews.model.article import Article, Block, Figure, Heading, ListBlock, Paragraph, Quote, Run, Table, walk
from accessnews.model.errors import AccessNewsError
from tests.fixtures.growth import assert_grows_with_its_length

HOSTILE = Path(__file__).parent / "hostile"
SUFFIXES = (".txt", ".md", ".mdx", ".html", ".xhtml", ".json", ".xml")

QUICK = settings(
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def read(path: Path) -> Article | None:
    """The article, or None for an error of ours; any other error fails the test."""
    try:
        return readers.read(path)
    except AccessNewsError as error:
        refused = error
    assert refused.message
    assert "\n" not in str(refused)
    return None


def runs(block: Block) -> list[Run]:
    match block:
        case Heading() | Paragraph():
            return list(block.text)
        case Figure():
            return list(block.caption)
        case Table():
            cells = [*block.header, *(cell for row in block.rows for cell in row.cells), block.caption]
            return [run for cell in cells for run in cell]
        case _:
            return []


def assert_sound(article: Article) -> None:
    """What every stage after the readers counts on."""
    assert article.title
    assert article.title == " ".join(article.title.split())
    blocks = [*walk(article.body), *(inner for note in article.notes for inner in walk(note.blocks))]
    level = 1
    for block in blocks:
        assert block.id == ""
        assert block.at.path == str(article.path)
        assert block.at.line >= 1
        for run in runs(block):
            assert run.text
            assert "  " not in run.text
            kinds = {unicodedata.category(character) for character in run.text if character != "\n"}
            assert not kinds & {"Cc", "Cs"}
            assert run.href == "" or run.href.split(":")[0] in ("http", "https", "mailto")
            run.text.encode("utf-8")
        if isinstance(block, Figure) and block.src:
            assert not block.src.lower().startswith(("javascript", "vbscript"))
            assert "\n" not in block.src
            assert len(block.src) < 100 or not block.src.startswith("data:")
        if isinstance(block, Table):
            assert {len(row.cells) for row in block.rows} <= {len(block.header)}
        if isinstance(block, Quote):
            assert block.blocks
        if isinstance(block, ListBlock):
            assert block.items
            assert all(block.items)
    for block in article.body:
        if isinstance(block, Heading):
            assert 2 <= block.level <= min(6, level + 1)
            level = block.level
    for finding in article.findings:
        assert finding.severity
        assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in finding.message)


@pytest.mark.parametrize("path", sorted(HOSTILE.iterdir()), ids=lambda path: path.name)
def test_the_hostile_corpus_is_read_or_refused(path: Path) -> None:
    article = read(path)
    if article:
        assert_sound(article)


@pytest.mark.parametrize("name", ["links.html", "markup.html", "raw.md"])
def test_no_disguise_gets_a_program_into_the_article(name: str) -> None:
    article = readers.read(HOSTILE / name)
    assert_sound(article)
    links = [run.href for block in walk(article.body) for run in runs(block) if run.href]
    assert links == []
    told = [run.text for block in walk(article.body) for run in runs(block)]
    assert not any("onerror" in text or "msgbox" in text for text in told)


@pytest.mark.parametrize("name", ["markup.html", "raw.md"])
def test_what_is_dropped_takes_nothing_else_with_it(name: str) -> None:
    """Frames, scripts and comments that are never closed end where they stand."""
    article = readers.read(HOSTILE / name)
    told = " ".join(run.text for block in walk(article.body) for run in runs(block))
    for words in ("The keeper slept.", "ninety steps", "The lamp went out at six."):
        assert words in told


BYTES = st.binary(max_size=400)
BLANKS = ["\n", "\n\n", "\r", "\t", " ", "    ", "\x00", "\x1b", "\u2028", "\u202e", "\x85"]
TOKENS = """\
word
Word.
é
[AP Photo]
(AFP)
date 2020-13-45
By Jane Doe
===
---
+++
*
1.
>
#
#####
|
|-|-|
\\
`
```
**
_
[
]
(
)
![
](
[^1]
[^1]:
^[
{
}
{lang=fr}
{: .x}
{{< figure src=
{{<
>}}
{% include figure.html src='a.jpg'
%}
title:
title =
"
'
<p>
</p>
<div
<b>
</i>
<a href=
javascript:x
https://x.example
<img src=
<figure>
<figcaption>
</figure>
<table>
<tr>
<td rowspan=9>
<th colspan=9>
</table>
<ul>
<li>
<script>
</script>
<style>
<!--
-->
<svg>
<math>
<template>
<noscript>
<iframe>
<plaintext>
<title>
<h1>
<h6>
<blockquote>
<br>
<hr>
<pre>
<q>
&#0;
&#1;
&#31
&#x1f;
&#12;
&#xD800;
&
<html lang=de>
<body>
</body>
<nav>
<article>
<![CDATA[
<?xml version='1.0'?>
<!doctype html>
<script type="application/ld+json">
{"@type":"NewsArticle","headline":
<embed>
<source>
<col>
<frameset>
<image alt="&#2;" src=a>
<amp-img src=a.jpg>
<img class=emoji src=a alt="&#3;">
<noscript><img src=b></noscript>
<div class=wp-caption>
<p class=caption>
<span class=credit>
<ruby>
<rt>
<dt>
<source srcset='a 1x, b 2x'>
<svg role=img>
<a href='#x'>
<sup data-note=1>
""".splitlines()
PIECES = st.sampled_from([*BLANKS, *TOKENS])
SOUP = st.lists(st.one_of(PIECES, PIECES, st.text(max_size=6)), max_size=60).map("".join)


def check(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    article = read(path)
    if article:
        assert_sound(article)


@pytest.mark.parametrize("suffix", SUFFIXES)
@QUICK
@given(data=BYTES)
def test_random_bytes(tmp_path: Path, suffix: str, data: bytes) -> None:
    check(tmp_path / f"story{suffix}", data)


@pytest.mark.parametrize("suffix", SUFFIXES)
@QUICK
@given(soup=SOUP)
def test_random_markup(tmp_path: Path, suffix: str, soup: str) -> None:
    check(tmp_path / f"story{suffix}", soup.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("fence", ["---\n", "+++\n", "{"])
@QUICK
@given(soup=SOUP)
def test_random_front_matter(tmp_path: Path, fence: str, soup: str) -> None:
    end = "}\n" if fence == "{" else f"\n{fence}"
    check(tmp_path / "story.md", f"{fence}{soup}{end}Words.\n".encode("utf-8", "surrogatepass"))


PART = "<ContentItem><DataContent>a</DataContent></ContentItem>"
END = "</NewsComponent></NewsItem>"
PART_OF_MANY = f"<NewsComponent>{PART}</NewsComponent>"

DEEP: list[tuple[str, Any]] = [
    (".md", "> " * 10_000 + "words"),
    (".md", "".join(" " * (2 * depth) + "- a\n" for depth in range(400))),
    (".md", "<div>" * 10_000 + "words"),
    (".md", "[" * 10_000 + "words"),
    (".md", "---\ntitle: " + "[" * 10_000 + "\n---\nwords"),
    (".md", "+++\ntitle = " + "[" * 10_000 + "\n+++\nwords"),
    (".md", "+++\n" + "a." * 20_000 + "b = 1\n+++\nwords"),
    (".md", '{"title": ' + "[" * 10_000),
    (".html", "<div>" * 10_000 + "words"),
    (".html", "<blockquote>" * 10_000 + "words" + "</blockquote>" * 10_000),
    (".html", "<ul><li>" * 10_000 + "words"),
    (".html", "<table><tr><td>" * 10_000 + "words"),
    (".html", '<html><script type="application/ld+json">' + "[" * 100_000 + "</script><p>words"),
    (".html", "<table>" + "<tr><td colspan=60 rowspan=500>a<td>b" * 2_000),
    (".html", "<table><tr>" + "<td>a" * 20_000),
    (".json", "[" * 100_000),
    (".xml", "<nitf>" + "<block>" * 10_000 + "words"),
    (".xml", "<nitf><body><body.content>" + "<block><p>a</p></block>" * 20_000 + "</body.content></body></nitf>"),
    (".xml", "<NewsItem>" + "<NewsComponent>" * 200 + "a" + "</NewsComponent>" * 200 + "</NewsItem>"),
    (".xml", "<newsMessage>" + "<newsItem/>" * 50_000 + "</newsMessage>"),
    (".xml", "<NewsItem><NewsComponent>" + PART_OF_MANY * 9_000 + END),
    (
        ".xml",
        "<NewsItem><NewsComponent>" + '<ContentItem Href="a.jpg"/>' * 50_000 + PART + "</NewsComponent></NewsItem>",
    ),
    (".xml", f"<nitf><body><body.content><p>{'a<alt-code/>' * 20_000}</p></body.content></body></nitf>"),
    (".xml", f"<nitf><body><body.content><p>{'a<fn>b</fn>' * 3_000}</p></body.content></body></nitf>"),
    (".json", '{"uri": "u", "headline": "h", "body_html": "<figure>' + "<img src='a?b'>" * 20_000 + 'words"}'),
    (".json", '{"uri": "u", "headline": "h", "body_text": "a", "located": "' + "-" * 300_000 + '."}'),
    (".json", '{"uri": "u", "headline": "h", "body_html": "' + "<a-b>" * 400 + " " * 100_000 + 'words"}'),
    (".json", '{"uri": "u", "headline": "h", "body_html": "' + "<div>" * 10_000 + 'words"}'),
    (".json", '{"uri": "u", "headline": "h", "associations": {' + '"a": {"type": "picture"},' * 20_000 + '"b": 1}}'),
    (".txt", "(" * 100_000 + "words"),
    (".txt", "a" + "\u0315\u0300" * 50_000),
    (".txt", "`" * 100_000 + "words"),
]


@pytest.mark.parametrize(("suffix", "text"), DEEP, ids=[f"{i}{suffix}" for i, (suffix, _) in enumerate(DEEP)])
def test_depth_and_breadth_hurt_nobody(tmp_path: Path, suffix: str, text: str) -> None:
    path = tmp_path / f"story{suffix}"
    path.write_text(text, "utf-8")
    begin = time.process_time()
    article = read(path)
    assert time.process_time() - begin < 8  # about 1 second at the most
    if article:
        assert_sound(article)


@pytest.mark.parametrize(
    ("suffix", "paragraph"),
    [(".txt", "The {} lamp burned on the tower. "), (".md", "The *{}* [lamp](https://a.example) burned. ")],
)
def test_time_grows_with_the_length_of_the_story(tmp_path: Path, suffix: str, paragraph: str) -> None:
    path = tmp_path / f"story{suffix}"

    def work(count: int) -> None:
        path.write_text("Lamp\n\n" + "\n\n".join(paragraph.format(index) * 10 for index in range(count)), "utf-8")
        readers.read(path)

    assert_grows_with_its_length(work, 400)
