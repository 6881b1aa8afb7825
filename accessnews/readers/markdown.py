"""Markdown: CommonMark with tables and footnotes, front matter, and the figures of Hugo and Jekyll."""

import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from accessnews.model.article import Article, Block, Note
from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.readers._frontmatter import covered, day_in_name, headed, opened, split
from accessnews.readers._news.captions import captioned
from accessnews.readers._news.outline import finish
from accessnews.text.decode import open_source
from accessnews.text.hyphens import SOFT
from accessnews.text.unicode import clean

_MDX = ".mdx"
SUFFIXES = (".md", ".markdown", _MDX)

_LINE_ENDS = str.maketrans(dict.fromkeys("\x0b\x0c\x85\u2028\u2029", " "))  # none to Markdown, but some to YAML
_SOFT_END = re.compile(rf"{SOFT}[ \t]{{0,8}}\n(?=[ \t]{{0,8}}[^\W\d_])")


def read(source: Path) -> Article:
    """The story in the Markdown file ``source``. Raises AccessNewsError for front matter that cannot be read."""
    from accessnews.readers._markdown.page import html_of

    story = open_source(source)
    text = _SOFT_END.sub("-\n", story.text) if SOFT in story.text else story.text
    front = split(clean(text.translate(_LINE_ENDS)), source)
    article = headed(Article("", (), story.at(0), source, story.sha256, findings=story.findings), front)
    is_mdx = source.suffix.lower() == _MDX
    page = html_of(front.body, str(source), front.first, is_mdx, article.lang)
    labels = {note.label for note in page.notes}
    body, losses = _blocks(page.html, source, article.lang, labels)
    findings = [*article.findings, *page.findings, *losses]
    notes = []
    for note in page.notes:
        blocks, losses = _blocks(note.html, source, article.lang, labels, note.line)
        notes.append(Note(note.label, blocks, Place(str(source), note.line)))
        findings += losses
    body = captioned(body, italic=True)
    article = replace(article, body=body, notes=tuple(notes), findings=tuple(findings))
    article = finish(covered(article, front))
    return opened(replace(article, date=article.date or day_in_name(source)), front)


def _blocks(
    html: str, source: Path, lang: str, labels: Collection[str], line: int = 1
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    from accessnews.readers._html.blocks import blocks_of
    from accessnews.readers._html.sanitize import body_of, sanitize, tree_of

    tree = body_of(tree_of(html, source))
    return blocks_of(sanitize(tree, source, made_here=True), str(source), lang, labels, line)
