"""HTML: a saved page of a news site, or a bare fragment of an article."""

import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from accessnews.model.article import Article, Block, Figure
from accessnews.model.errors import AccessNewsError
from accessnews.model.findings import Finding
from accessnews.readers._news.captions import captioned
from accessnews.readers._news.masthead import calendar_date
from accessnews.readers._news.outline import dated, finish
from accessnews.text.decode import Source, open_source
from accessnews.text.langtag import canonical
from accessnews.text.unicode import clean, line

SUFFIXES = (".html", ".htm", ".xhtml")

_CHARSET = re.compile(
    rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml\b[^>]{0,100}?\bencoding=[\"']([\w.-]{2,40})",
    re.IGNORECASE,
)
_SUBSET = re.compile(
    r"\s*(?:<\?[^>]{0,500}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)?<!DOCTYPE[^>\[]{0,1000}\[", re.IGNORECASE
)
_ENCODINGS = {  # labels, as the WHATWG Encoding Standard reads them, to Python's codecs
    "latin1": "cp1252",
    "iso-8859-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "iso-8859-9": "cp1254",
    "macintosh": "mac-roman",
    "windows-874": "cp874",
    "tis-620": "cp874",
    "ibm866": "cp866",
}
_SAME_NAME = re.compile(r"utf-8|utf8|windows-125[0-8]|iso-8859-(?:[2-8]|1[03-6])|koi8-[ru]|big5|euc-jp|iso-2022-jp")


def read(source: Path) -> Article:
    """The story in the HTML file ``source``. Raises AccessNewsError for markup that is nested beyond reason."""
    from accessnews.readers._html.bracketcodes import without_shortcodes
    from accessnews.readers._html.container import is_page, open_menus
    from accessnews.readers._html.lines import unfolded
    from accessnews.readers._html.live import entry_texts
    from accessnews.readers._html.metadata import metadata
    from accessnews.readers._html.notes import take_notes, with_notes
    from accessnews.readers._html.sanitize import as_html, body_of, disown, parse
    from accessnews.readers._html.told import story_texts_on

    story = open_source(source, declared=_declared)
    if subset := _SUBSET.match(story.text):
        at = story.at(story.text.count("\n", 0, subset.end()) + 1)
        raise AccessNewsError("the document type declares entities of its own", at, "take out what is in [ … ] there")
    is_xml = source.suffix.lower() == ".xhtml" or story.text.lstrip().startswith("<?xml")
    html = without_shortcodes(clean(unfolded(story.text) if is_xml else story.text))
    tree = parse(html, source)
    about = metadata(tree)
    article = _headed(story, about)
    page = body_of(tree)
    story_texts = None
    if is_page(html, tree):
        story_texts = story_texts_on(as_html(tree) if open_menus(tree) else html)
    if story_texts:
        story_texts = story_texts.with_texts(entry_texts(page))
    disown(page)
    notes = take_notes(page)
    labels = [note.label for note in notes]
    body, losses = _body(page, source, article, about.base, story_texts, labels)
    article = replace(article, body=captioned(body), findings=(*article.findings, *losses))
    told = with_notes(article, notes, lambda note: _blocks(note, source, article.lang, about.base, labels))
    return finish(told)


def _declared(data: bytes) -> str:
    """The encoding that a page declares in its first bytes, as a codec's name; empty for none or a strange one."""
    match = _CHARSET.search(data[:4096])
    label = (match[1] or match[2]).decode("ascii", "replace").lower() if match else ""
    return _ENCODINGS.get(label) or (label if _SAME_NAME.fullmatch(label) else "")


def _headed(story: Source, about: Any) -> Article:
    """The article without its body, from what the page says of itself."""
    article = Article(
        about.title,
        (),
        story.at(about.title_line or 1),
        story.path,
        story.sha256,
        canonical(about.lang),
        about.byline,
        summary=about.summary,
        findings=story.findings,
    )
    if about.lang and not article.lang:
        message = f"“{line(about.lang)[:40]}” is no language tag"
        unreadable = Finding("lang-unreadable", message, story.at(1), "write en, pt-BR, zh-Hant")
        article = replace(article, findings=(*article.findings, unreadable))
    return dated(article, about.date, article.at, calendar_date(about.date)) if about.date else article


def _body(
    body: Any, source: Path, article: Article, base: str, story_texts: Any, notes: Collection[str]
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The story's blocks: of a page those that ``told`` names, with their figures; else all there are."""
    from accessnews.readers._html.container import container_of
    from accessnews.readers._html.selection import PageLinks, left_out, selected, several_stories

    root = container_of(body, story_texts) if story_texts else body
    links = PageLinks(root, base)
    blocks, losses = _blocks(root, source, article.lang, base, notes)
    if story_texts:
        story = _without_portraits(selected(blocks, story_texts, article.title, links), article.byline)
        if story:
            first, last = story[0].at.line, story[-1].at.line
            kept = tuple(finding for finding in losses if first <= finding.at.line <= last)
            told = left_out(blocks, story, links, (article.title, article.summary))
            return story, (*kept, *several_stories(blocks, story, links), *told)
    return blocks, losses


def _without_portraits(blocks: tuple[Block, ...], byline: tuple[str, ...]) -> tuple[Block, ...]:
    """``blocks`` without the pictures of those who wrote them."""
    return tuple(block for block in blocks if not (isinstance(block, Figure) and _is_portrait(block, byline)))


def _is_portrait(figure: Figure, byline: tuple[str, ...]) -> bool:
    return not figure.caption and figure.author_alt in byline


def _blocks(
    element: Any, source: Path, lang: str, base: str, notes: Collection[str]
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    from accessnews.readers._html.blocks import blocks_of
    from accessnews.readers._html.sanitize import sanitize

    return blocks_of(sanitize(element, source, base, made_here=True), str(source), lang, notes)
