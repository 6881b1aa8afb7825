"""Which texts of a page belong to its story, as trafilatura finds them, and how much of an element they are."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

_SHORT = 12  # letters; shorter texts stand in longer ones by chance
_PART = re.compile(r"(?<=[.!?…:;])\s+|[\n\u2028]+")
_SILENT = frozenset({"script", "style", "template", "noscript", "head", "title"})


class StoryTexts:
    """The texts that belong to the story."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = [key for key in map(key_of, texts) if key]
        self._whole = frozenset(self._texts)
        self._stream = "".join(self._texts)

    def __bool__(self) -> bool:
        return bool(self._whole)

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def with_texts(self, texts: Iterable[str]) -> StoryTexts:
        return StoryTexts((*self._texts, *texts))

    def letters(self, text: str) -> tuple[int, int]:
        """How many letters of ``text`` belong to the story, and how many there are, part by part."""
        key = key_of(text)
        if key in self._whole or (len(key) >= _SHORT and key in self._stream):
            return len(key), len(key)
        parts = [part for part in map(key_of, _PART.split(text)) if part]
        told = sum(
            len(part) for part in parts if part in self._whole or (len(part) >= _SHORT and part in self._stream)
        )
        return told, len(key)


def key_of(text: str) -> str:
    """Letters and digits alone, by which texts are compared."""
    return re.sub(r"\W+", "", text).casefold()


def story_texts_on(html: str) -> StoryTexts:
    """What trafilatura takes for the story on a page; nothing where it finds none or fails."""
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # its log lines are no news to the user
    import trafilatura

    try:
        extracted = trafilatura.bare_extraction(html, include_comments=False, include_tables=True)
    except Exception:  # noqa: BLE001  # a parser for the whole web: whatever it trips over, the page is still there
        return StoryTexts(())
    body = getattr(extracted, "body", None)
    return StoryTexts(() if body is None else _texts(body))


def _texts(body: HtmlElement) -> Iterator[str]:
    """The texts of the elements that hold text, line by line."""
    for line_break in body.iter("lb"):
        line_break.text = "\u2028"
    for element in body.iter("p", "head", "item", "cell", "quote", "code", "fw", "ab"):
        if not any(child.tag in ("p", "item", "quote", "list") for child in element):
            yield from "".join(element.itertext()).split("\u2028")


class Weights:
    """Letters of the story, and all letters, in each element of a page."""

    def __init__(self, body: HtmlElement, story_texts: StoryTexts) -> None:
        self._letters: dict[HtmlElement, tuple[int, int]] = {}
        silent: HtmlElement | None = None
        from lxml import etree

        for event, element in etree.iterwalk(body, events=("start", "end")):
            if event == "start":
                silent = element if silent is None and element.tag in _SILENT else silent
                own = (0, 0) if silent is not None else story_texts.letters(element.text or "")
                self._letters[element] = own
                continue
            silent = None if silent is element else silent
            parent = element.getparent()
            if parent is not None and parent in self._letters and element is not body:
                tail = (0, 0) if silent is not None else story_texts.letters(element.tail or "")
                told, every = self._letters[element]
                above = self._letters[parent]
                self._letters[parent] = above[0] + told + tail[0], above[1] + every + tail[1]

    def told(self, element: HtmlElement) -> int:
        """Letters of the story in an element."""
        return self._letters.get(element, (0, 0))[0]

    def share(self, element: HtmlElement) -> float:
        """How much of an element's text is the story's."""
        told, every = self._letters.get(element, (0, 0))
        return told / every if every else 0.0
