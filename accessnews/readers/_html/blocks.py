"""Blocks of an article out of a sanitized tree, walked once and without recursion."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from accessnews.model.article import (
    Block,
    Callout,
    Code,
    Divider,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Text,
    plain,
)
from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.readers._html.figures import figure_of, figures_of, is_picture_figure
from accessnews.readers._html.inline import Inline, is_block, text_of, unbroken
from accessnews.readers._html.tables import is_layout, table_of
from accessnews.text.unicode import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.html import HtmlElement

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LINES = frozenset({*_HEADINGS, "p", "dt", "dd", "summary", "figcaption", "caption", "address"})
_LOOK = 200  # runs looked at for words
_DEEPEST = 6  # quotations and lists in one another
_ORNAMENT = re.compile(r"[\s*·•.⁂※~_=#§—–-]+")


@dataclass(slots=True)
class _Frame:
    """A quotation, a list or one of its items while it is open."""

    element: HtmlElement | None
    at: Place
    blocks: list[Block] = field(default_factory=list)
    items: list[tuple[Block, ...]] = field(default_factory=list)
    values: list[int | None] = field(default_factory=list)  # of items that say their number
    title: Text = ()  # of a callout

    @property
    def is_list(self) -> bool:
        return self.element is not None and self.element.tag in ("ul", "ol")

    @property
    def is_item(self) -> bool:
        return self.element is not None and self.element.tag == "li"


def blocks_of(
    root: HtmlElement, path: str, lang: str = "", notes: Collection[str] = (), line: int = 1
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The blocks of a tree that ``sanitize`` gave, and what is to be said of what it lacks.

    ``lang`` is the article's language, ``notes`` are the labels of its footnotes, ``line`` is where text without a
    line of its own is from.
    """
    from lxml import etree

    builder = _Builder(Inline(path, lang, notes, line))
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            builder.end(element)
            builder.inline.text(element.tail if element is not root else None)
        elif builder.start(element):
            walker.skip_subtree()
        else:
            builder.inline.text(element.text)
    return builder.done(), tuple(builder.inline.findings)


class _Builder:
    def __init__(self, inline: Inline) -> None:
        self.inline = inline
        self._frames = [_Frame(None, inline.at())]
        self._heading = 0
        self._line = 0  # of the tag that the paragraph began with; 0 for text without one
        self._waiting: list[Figure] = []  # pictures that stand in the text of the paragraph
        self._break: int | None = None  # how many runs there were behind the last line break
        self._is_title = False  # whether the paragraph is a callout's title
        self._told: HtmlElement | None = None  # a caption that a table has told

    def done(self) -> tuple[Block, ...]:
        self._flush()
        return tuple(self._frames[0].blocks)

    def start(self, element: HtmlElement) -> bool:
        """Enter an element; True where nothing in it is to be walked."""
        if is_block(element):
            self._flush()
        self.inline.start(element)
        if element.tag == "br":
            self._take_break()
        elif element.tag == "img":
            self._take_picture(element)
        elif is_block(element):
            return self._start_block(element)
        return False

    def _start_block(self, element: HtmlElement) -> bool:
        tag = element.tag
        if tag in _LINES:
            self._line = self.inline.line
            self._heading = _HEADINGS.get(tag, self._heading)
            self._is_title = element.get("data-callout-title") is not None
        elif tag in ("blockquote", "ul", "ol", "li") or element.get("data-callout"):
            self._open(element)
        elif tag == "hr":
            self._add(Divider(self.inline.at()))
        elif tag == "pre":
            self._add_code(element)
        elif tag == "table" and not is_layout(element):
            self._add_table(element)
        elif tag == "figure" and is_picture_figure(element):
            self._add_figures(element)
        else:
            return element is self._told
        return tag in ("hr", "pre", "table", "figure") or element is self._told

    def end(self, element: HtmlElement) -> None:
        if is_block(element):
            self._flush()
        if element.tag in _HEADINGS:
            self._heading = 0
        if self._frames[-1].element is element:
            self._close(element)
        self.inline.end(element)

    def _flush(self) -> None:
        """Ends the paragraph: its text, then the pictures that stood in it."""
        line = self._line or self.inline.begun or self.inline.line
        text = self.inline.take()
        if text:
            self._add_text(text, Place(self.inline.path, line))
        for figure in self._waiting:
            self._add(figure)
        self._waiting, self._line, self._break, self._is_title = [], 0, None, False

    def _add_text(self, text: Text, at: Place) -> None:
        if self._is_title:
            self._frames[-1].title = text
        elif self._heading and len(self._frames) == 1:
            self._add(Heading(unbroken(text), self._heading, at))
        elif self._heading:  # in a quotation or a list it heads no part of the story
            self._add(Paragraph(tuple(replace(run, strong=True) for run in text), at))
        elif _ORNAMENT.fullmatch(plain(text)):
            self._add(Divider(at))
        else:
            self._add(Paragraph(text, at))

    def _add(self, block: Block) -> None:
        frame = self._frames[-1]
        if frame.is_list:
            frame.items.append((block,))
            frame.values.append(None)
        else:
            frame.blocks.append(block)

    def _take_break(self) -> None:
        """Two line breaks with nothing between them part paragraphs."""
        runs = self.inline.runs
        if self._break is not None and not any(run.text.strip() for run in runs[self._break :]):
            self._flush()
        else:
            self._break = len(runs)

    def _take_picture(self, element: HtmlElement) -> None:
        figure = figure_of(element, self.inline)
        if self._heading or any(run.text.strip() for run in self.inline.runs[-_LOOK:]):
            self._waiting.append(figure)
        else:
            self._add(figure)

    def _add_figures(self, element: HtmlElement) -> None:
        figures, remainder = figures_of(element, self.inline)
        for figure in figures:
            self._add(figure)
        if remainder:
            self._add(Paragraph(remainder, figures[0].at))

    def _add_table(self, element: HtmlElement) -> None:
        around = element.getparent()
        below = element.itersiblings("figcaption")
        caption = next(below, None) if around is not None and around.tag == "figure" else None
        self._told = caption
        table = table_of(element, self.inline, text_of(caption, self.inline) if caption is not None else ())
        if table:
            self._add(table)

    def _add_code(self, element: HtmlElement) -> None:
        for line_break in element.iter("br"):
            line_break.text = "\n"
        text = clean("".join(element.itertext()).strip("\n")).expandtabs(4).rstrip()
        if text:
            self._add(Code(text, self.inline.at(), clean(element.get("data-language") or "")[:40]))

    def _open(self, element: HtmlElement) -> None:
        """A quotation, a list or an item; flat where it is nested too deep, or an item of no list."""
        is_item = element.tag == "li"
        if is_item and not self._frames[-1].is_list:
            return
        if not is_item and sum(not frame.is_item for frame in self._frames) > _DEEPEST:
            message = f"more than {_DEEPEST} quotations or lists in one another: flattened"
            flattened = Finding("nesting-flattened", message, self.inline.at(), "use fewer levels")
            if not any(finding.code == flattened.code for finding in self.inline.findings):
                self.inline.findings.append(flattened)
            return
        self._frames.append(_Frame(element, self.inline.at()))

    def _close(self, element: HtmlElement) -> None:
        frame = self._frames.pop()
        if element.tag == "li":
            if frame.blocks:
                self._frames[-1].items.append(tuple(frame.blocks))
                self._frames[-1].values.append(_number(element.get("value")))
        elif element.tag == "blockquote":
            if frame.blocks:
                self._add(Quote(tuple(frame.blocks), frame.at))
        elif element.tag == "aside":
            if frame.blocks or frame.title:
                self._add(Callout(element.get("data-callout") or "", frame.title, tuple(frame.blocks), frame.at))
        elif frame.items:
            numbers = tuple(_numbers(element, frame.values)) if element.tag == "ol" else ()
            numerals = element.get("type") if element.get("type") in ("a", "A", "i", "I") else "1"
            if frame.items and all(isinstance(block, Figure) for item in frame.items for block in item):
                for block in (block for item in frame.items for block in item):  # a gallery is no list to be read
                    self._add(block)
                return
            self._add(
                ListBlock(tuple(frame.items), frame.at, numbers, numerals or "1", element.get("reversed") is not None)
            )


def _numbers(element: HtmlElement, values: list[int | None]) -> Iterator[int]:
    """The number of each item of an ordered list (HTML Living Standard, 4.4.5 and 4.4.8)."""
    step = -1 if element.get("reversed") is not None else 1
    start = _number(element.get("start"))
    number = (len(values) if step < 0 else 1) if start is None else start
    for value in values:
        number = number if value is None else value
        yield number
        number += step


def _number(written: str | None) -> int | None:
    written = (written or "").strip()
    return int(written) if re.fullmatch(r"-?[0-9]{1,6}", written) else None
