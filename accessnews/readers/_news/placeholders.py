"""What was to be filled in before a story goes out: TK, names to come, sample text, fields of templates."""

import re
from collections.abc import Iterator
from itertools import islice

from accessnews.model.article import Article, Code, Figure, Heading, Paragraph, Table, Text, every_block
from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.text.unicode import line

_THINGS = (
    r"(?:name|title|quote|photo|picture|caption|headline|hed|dek|byline|age|date|number|figure|link|credit|text|copy)"
    r"s?"
)
_TK = re.compile(
    r"(?<![\w.-])TK(?![\w.-]*\d)(?!\s?\d)(?!\s[A-Z][a-z])(?!\w)"  # no flight, no initials
    r"|\b(?:TK){2,}\b|\b(?:tk){2,}\b|\b(?:HED|DEK|LEDE)TK\b"
)
_BRACKETED_TK = re.compile(r"\[\s*(?:[\w ]{0,30} )?T\.?K\.?(?: [\w ]{0,30})?\s*\]|\b(?:TK){2,}\b|\b(?:tk){2,}\b")
_OTHER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\blorem ipsum\b|\bdolor sit amet\b|\basdf(?:asdf)*\b",
        r"\{\{[^{}\n]{1,60}\}\}|<%[^%\n]{1,60}%>|\$\{[\w. -]{1,60}\}|%%[A-Z_]{2,40}%%",
        r"\[\s*(?:insert|enter|fill in|placeholder|your|tb[acd]|to ?do|fixme|(?:fact-?)?check|x{2,}|citation needed)"
        r"\b[^\]\n]{0,80}\]|\[[^\]\n]{0,40}\bhere\s*\]",
        r"[<(]\s*(?:insert|your|placeholder)\b[^>)\n]{1,60}[>)]",
        rf"[\[(]\s*(?:\w+ ){{0,3}}{_THINGS} to come\s*[\])]",
        r"\b(?:\d{1,2}|x{2})[/.-]x{2}[/.-](?:\d{2,4}|x{2,4})\b",
        r"\bx{2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b00[/.-]00[/.-]\d{2,4}\b",
        r"[$£€]x{2,}\b|\bx{2,4}\s?(?:%|per ?cent\b|million\b|billion\b|people\b|years\b)",
        rf"\b{_THINGS} goes here\b|\b(?:your|add) {_THINGS} here\b",
    )
)
_CAPITALS = re.compile(r"\b(?:[A-Z]{2,12} ){0,2}[A-Z]{3,12} TO COME\b")
_WHOLE = re.compile(rf"(?:\w+ ){{0,3}}{_THINGS} to come\W*", re.IGNORECASE)
_ABOUT = re.compile(r"Turkish Airlines|Tokelau|Techniker", re.IGNORECASE)  # what TK also is short for
_LABEL = 20  # characters of the longest line that is in capitals because all its words are placeholders
_MOST = 10
_CONTEXT = 25  # characters told on either side


def unfinished(article: Article) -> Iterator[Finding]:
    """A finding for each placeholder in the head, the body and the notes of ``article``, up to a handful."""
    places = (finding for text, at in _texts(article) for finding in _in(line(text), at, article.lang))
    return islice(places, _MOST)


def _in(text: str, at: Place, lang: str) -> Iterator[Finding]:
    spans = {match.span() for pattern in _patterns(text, lang) for match in pattern.finditer(text)}
    if _WHOLE.fullmatch(text):
        spans.add((0, len(text)))
    for start, end in sorted(spans):
        around = text[max(0, start - _CONTEXT) : end + _CONTEXT].strip()
        message = f"a placeholder was never filled in: “{around}”"
        yield Finding("placeholder-left", message, at, "fill it in, or take it out")


def _patterns(text: str, lang: str) -> Iterator[re.Pattern[str]]:
    is_english = lang.split("-")[0].lower() in ("", "en")
    if ("TK" in text or "tk" in text) and not _ABOUT.search(text):
        yield _TK if is_english and not (text.isupper() and len(text) > _LABEL) else _BRACKETED_TK
    if not (text.isupper() and len(text) > _LABEL):
        yield _CAPITALS
    yield from _OTHER


def _texts(article: Article) -> Iterator[tuple[str, Place]]:
    for head in (article.kicker, article.title, article.summary, article.dateline, *article.byline):
        yield head, article.at
    for block in every_block(article):
        match block:
            case Heading() | Paragraph():
                yield _plain(block.text), block.at
            case Figure():
                for text in (_plain(block.caption), block.credit or "", block.author_alt or ""):
                    yield text, block.at
            case Table():
                yield from ((_plain(cell), block.at) for cell in (block.caption, *block.header))
                yield from ((_plain(cell), row.at) for row in block.rows for cell in row.cells)
            case Code():
                pass


def _plain(text: Text) -> str:
    """The characters of ``text``; code and formulas are no words of the story."""
    return "".join(" " if run.code or run.formula else run.text for run in text)
