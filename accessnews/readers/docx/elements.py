"""Elements of a document's XML, by the names that the standard and its strict form share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accessnews.text.unicode import line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element


def local(element: _Element) -> str:
    """The name of an element without its namespace, which is one of two: transitional or strict."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def named(root: _Element, *names: str) -> list[_Element]:
    """The elements of these names below ``root``, in order."""
    return [element for element in root.iter() if local(element) in names]


def attribute(element: _Element | None, name: str) -> str:
    """An attribute by its name without namespace; empty where there is none."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.items() if str(key).rsplit("}", 1)[-1] == name), "")


def child(element: _Element, *path: str) -> _Element | None:
    """The element that a path of names leads to, or None."""
    for name in path:
        below = next((inner for inner in element if local(inner) == name), None)
        if below is None:
            return None
        element = below
    return element


def words_in(elements: Iterable[_Element]) -> str:
    return line("".join(text.text or "" for element in elements for text in named(element, "t", "delText")))
