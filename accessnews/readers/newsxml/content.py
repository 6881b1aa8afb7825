"""The text in an item's content: XHTML, NITF, escaped HTML or plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accessnews.readers._feeds.item import Markup
from accessnews.readers._feeds.nitf import fill_from_nitf
from accessnews.readers._feeds.plain import body_of_text, looks_like_html, says_something, unescaped_html
from accessnews.readers._feeds.xmltree import below, html_in, lang_of, line_of, local
from accessnews.readers._html.lines import with_lines
from accessnews.text.langtag import primary

if TYPE_CHECKING:
    from lxml.etree import _Element

    from accessnews.readers._feeds.item import Item
    from accessnews.text.decode import Source

_DATA = frozenset({"sports-content", "events", "event", "concept", "conceptSet", "SportsML", "planning"})
_NITF = frozenset({"nitf", "body.content", "body.head"})


def fill_from_content(item: Item, content: _Element | None, file: Source) -> None:
    """An item's body: the first text in a content set that says something, in the item's language if there is one."""
    parts = below(content, "inlineXML", "inlineData")
    for part in sorted(parts, key=lambda part: primary(lang_of(part)) != primary(item.lang)):
        if take_text(item, part, file):
            return


def take_text(item: Item, part: _Element, file: Source) -> bool:
    """Make the text in an element the item's body; False where there is none, or only data."""
    inside = next((inner for inner in part if local(inner)), None)
    if inside is None:
        return _take_string(item, part, file)
    if local(inside) in _DATA:
        item.kind = item.kind or "data"
        return False
    if local(inside) in _NITF:
        fill_from_nitf(item, inside if local(inside) == "nitf" else part, file)
        return item.body is not None
    body = next(below(inside, "body"), None) if local(inside) == "html" else None
    root = body if body is not None else inside if local(inside) in ("html", "body") else part
    html = html_in(root)
    if not says_something(html):
        return False
    item.body = Markup(html, first=line_of(root))
    return True


def _take_string(item: Item, part: _Element, file: Source) -> bool:
    """A text without elements: HTML that was escaped, or plain."""
    text = unescaped_html(str(part.text or ""))
    if not says_something(text):
        return False
    first = line_of(part)
    is_html = looks_like_html(text)
    item.body = Markup(with_lines(text, first or 1)) if is_html else body_of_text(text, item, file, first, True)
    return True
