"""What a page has twice for several screens, or once more as a quotation."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from accessnews.readers._html.framing import words_in
from accessnews.readers._html.told import key_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST = 40  # letters; a shorter text may well come twice
_NEAR = 3  # texts between two that were meant once


def drop_doubles(root: HtmlElement) -> None:
    """Take out paragraphs that stand nearby in an element of another kind, too.

    What stands twice in the same element, or in two of one kind beside each other, is repeated on purpose.
    """
    recent: deque[tuple[str, HtmlElement]] = deque(maxlen=_NEAR)
    for paragraph in list(root.iter("p")):
        key = key_of(words_in(paragraph))
        if len(key) < _LEAST:
            continue
        twin = next((other for other_key, other in recent if other_key == key), None)
        if twin is not None and not _are_peers(twin, paragraph):
            paragraph.drop_tree()
        else:
            recent.append((key, paragraph))


def _are_peers(first: HtmlElement, second: HtmlElement) -> bool:
    one, two = first.getparent(), second.getparent()
    if one is None or two is None or one is two:
        return True
    is_same_kind = (one.tag, one.get("class")) == (two.tag, two.get("class"))
    return is_same_kind and one.getparent() is two.getparent()
