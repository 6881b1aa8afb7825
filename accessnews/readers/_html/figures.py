"""Figures out of ``figure`` and ``img`` elements: file, text alternative, caption, credit."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from accessnews.model.article import Figure, Run, Text, plain
from accessnews.model.errors import Place
from accessnews.readers._html.inline import text_of, unbroken
from accessnews.readers._html.sanitize import line_of
from accessnews.text.unicode import as_text, fold, has_words, line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from accessnews.readers._html.inline import Inline

_LOOK = 400  # elements looked at in one figure


def is_picture_figure(element: HtmlElement) -> bool:
    """Whether a ``figure`` is one of pictures: not one of a table or a quotation, nor one of other figures."""
    inside = list(islice(element.iterdescendants(), _LOOK + 1))
    tags = {descendant.tag for descendant in inside}
    return len(inside) <= _LOOK and "img" in tags and not tags & {"figure", "table", "blockquote", "pre", "h1", "h2"}


def figures_of(element: HtmlElement, inline: Inline) -> tuple[list[Figure], Text]:
    """The pictures of a ``figure``, the first with its caption and credit, and what else is said in it."""
    inside = list(element.iterdescendants())
    credited = [descendant for descendant in inside if descendant.get("data-credit")]
    captions = [descendant for descendant in inside if descendant.tag == "figcaption"]
    at = Place(inline.path, line_of(element) or inline.line)
    credit = "; ".join(dict.fromkeys(filter(has_words, (line(plain(text_of(part, inline))) for part in credited))))
    if captions:
        caption = unbroken(_joined([text_of(part, inline, credited) for part in captions]))
        remainder = text_of(element, inline, [*credited, *captions])
    else:
        caption, remainder = unbroken(text_of(element, inline, credited)), ()
    pictures = _distinct([figure_of(img, inline) for img in inside if img.tag == "img"])
    first = pictures[0]
    captioned = replace(first, caption=caption or first.caption, at=at, credit=credit or first.credit)
    return [captioned, *pictures[1:]], remainder if has_words(plain(remainder)) else ()


def _joined(texts: list[Text]) -> Text:
    return fold(run for text in texts for run in (*text, Run(" ")))


def _distinct(pictures: list[Figure]) -> list[Figure]:
    """Each file once: a page has the same picture for several kinds of screens."""
    by_source = {figure.src: figure for figure in reversed(pictures)}
    return [figure for figure in pictures if by_source.get(figure.src) is figure]


def figure_of(img: HtmlElement, inline: Inline) -> Figure:
    """A picture on its own. An empty ``alt`` says nothing; only its role says that a picture is decorative."""
    alt, credit = line(img.get("alt") or ""), line(img.get("data-told-credit") or "")
    return Figure(
        img.get("data-src"),
        _told(img, inline),
        Place(inline.path, line_of(img) or inline.line),
        credit or None,
        alt or None,
        decorative=bool(img.get("data-decorative")),
    )


def _told(img: HtmlElement, inline: Inline) -> Text:
    """The caption of a picture out of another format, which is HTML in an attribute of it."""
    from accessnews.readers._html.sanitize import body_of, sanitize, tree_of

    told = img.get("data-told-caption") or ""
    if not told.strip():
        return ()
    if not re.search("[<&]", told):
        return as_text(told)
    path = Path(inline.path)
    return unbroken(text_of(sanitize(body_of(tree_of(told, path)), path, made_here=True), inline))
