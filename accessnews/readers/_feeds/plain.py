"""Texts of feeds that come as a string: plain, HTML, or HTML that was escaped."""

import re
from dataclasses import replace
from html import escape, unescape

from accessnews.readers._feeds.item import Item, Markup
from accessnews.readers._html.lines import LINE
from accessnews.readers._news.desk import without_desk_matter
from accessnews.readers._news.paragraphs import pieces
from accessnews.text.decode import Source
from accessnews.text.unicode import has_words

_TAG = re.compile(
    r"<(?:/?(?:p|div|ul|ol|li|table|h[1-6]|b|i|em|strong|span|section|article)|br|hr|a|img)(?:\s[^<>]{0,500})?/?>",
    re.I,
)
_ESCAPED = re.compile(r"&lt;/?(?:p|div|br|ul|h[1-6]|strong|em|b|i|a)\b", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]{0,2000}>")


def looks_like_html(text: str) -> bool:
    return bool(_TAG.search(text))


def says_something(text: str) -> bool:
    """Whether there are words in ``text`` beside its tags, or a picture."""
    return has_words(_ANY_TAG.sub(" ", text)) or "<img" in text


def unescaped_html(text: str) -> str:
    """HTML as it was before somebody escaped the whole of it."""
    return unescape(text) if not looks_like_html(text) and _ESCAPED.search(text) else text


def body_of_text(text: str, item: Item, file: Source, line: int, has_lines: bool) -> Markup:
    """Plain text as an item's body, without what is in it for the desk, which the item's findings tell.

    ``line`` is where it begins, and where all of it stands unless it ``has_lines``.
    """
    copy = without_desk_matter(text, line or 1, str(file.path))
    for finding in copy.findings:
        item.findings.append(finding if has_lines else replace(finding, at=file.at(line)))
    item.embargo = item.embargo or copy.embargo
    text = copy.text if has_words(copy.text) else text
    return Markup(html_of_text(text, line or 1)) if has_lines else Markup(html_of_text(text), line)


def html_of_text(text: str, first: int = 0) -> str:
    """Plain text as HTML, a paragraph each; ``first`` is the line it begins on, if its tags are to have lines."""
    paragraphs = pieces(text, first or 1)
    mark = f' {LINE}="{{}}"' if first else ""
    return "\n".join(f"<p{mark.format(piece.line)}>{escape(piece.text)}</p>" for piece in paragraphs)
