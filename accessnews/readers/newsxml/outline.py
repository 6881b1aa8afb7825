"""The components of a NewsML 1 item, each looked at once: what they are called, and the lines that they have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from accessnews.readers._feeds.xmltree import attribute, below, child, local, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_MOST_LINES = 20  # of one kind in one component
_NO_TEXT = re.compile(r"css|javascript|image|video|audio|photo|graphic|pdf|zip|json", re.IGNORECASE)


class Outline:
    """What is asked of components again and again, for each of the contents below them."""

    def __init__(self, item: _Element) -> None:
        self._parts: dict[_Element, dict[str, _Element]] = {}  # by component and name, the first of each
        self._lines: dict[_Element, dict[str, list[_Element]]] = {}
        self._inner_roles: dict[_Element, set[str]] = {}
        for component in below(item, "NewsComponent"):
            self._take_in(component)

    def _take_in(self, component: _Element) -> None:
        parts = self._parts[component] = {}
        for part in component:
            if (name := local(part)) not in ("NewsComponent", "ContentItem"):
                parts.setdefault(name, part)
        lines: dict[str, list[_Element]] = {}
        for line in parts.get("NewsLines", ()):
            known = lines.setdefault(local(line), [])
            if len(known) < _MOST_LINES:
                known.append(line)
        self._lines[component] = lines
        above = component.getparent()
        if above is not None:
            self._inner_roles.setdefault(above, set()).add(self.role_of(component))

    def part(self, component: _Element, name: str) -> _Element | None:
        """The first part of a component that has this name."""
        return self._parts.get(component, {}).get(name)

    def role_of(self, component: _Element) -> str:
        return attribute(self.part(component, "Role"), "FormalName")

    def inner_roles(self, component: _Element) -> set[str]:
        """The roles of the components in a component."""
        return self._inner_roles.get(component, set())

    def lines(self, component: _Element, name: str) -> list[_Element]:
        """The lines of a component that have this name, the first of them."""
        return self._lines.get(component, {}).get(name, [])

    def line(self, around: Iterable[_Element], name: str) -> _Element | None:
        """The first line of this name that says something, in the first of the components that has one."""
        return next((line for above in around for line in self.lines(above, name) if words(line)), None)


def components(element: _Element) -> Iterator[_Element]:
    """The components that an element stands in, the nearest first."""
    return (above for above in element.iterancestors() if local(above) == "NewsComponent")


def parent(element: _Element) -> _Element:
    above = element.getparent()
    return element if above is None else above


def has_text(content: _Element) -> bool:
    kinds = " ".join(attribute(child(content, name), "FormalName") for name in ("MimeType", "MediaType", "Format"))
    is_coded = next(below(content, "Encoding"), None) is not None
    return not _NO_TEXT.search(kinds) and not is_coded and bool(words(child(content, "DataContent")))
