"""Live pages: entries with their times, one below the other, which are one story together."""

from __future__ import annotations

import re
from itertools import groupby, islice
from typing import TYPE_CHECKING

from accessnews.readers._html.container import is_named_foreign
from accessnews.readers._html.framing import hyphened, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_TIME = re.compile(r"(?:^|[\s_-])(?:time(?:stamp)?|clock|uhrzeit|heure|hora)(?:$|[\s_-])", re.IGNORECASE)
_CLOCK = re.compile(r"\D{0,12}\d{1,2}(?:[:.h]\d{2}(?!\d)|\s?[ap]m\b).{0,20}")
_LEAST = 40  # letters of an entry
_MOST = 3_000  # elements of a page that are looked at
_INSIDE = 200  # elements of an entry that are looked at


def entry_texts(body: HtmlElement) -> Iterator[str]:
    """The texts of a live page's entries; none where a page has not two of them.

    An entry is one of several neighbours of one kind that begins with its time, has a text of its own, and does not
    lead to another page by its heading. Articles beside one another below a headline are parts of one, without times.
    """
    for parent in islice(body.iter("div", "section", "main", "article", "ol", "ul", "body"), _MOST):
        children = (child for child in parent if isinstance(child.tag, str))
        for (tag, _), group in groupby(children, lambda child: (child.tag, child.get("class") or "")):
            entries = list(group) if tag in ("article", "section", "div", "li") else []
            if len(entries) < 2 or not all(map(_is_text, entries)):
                continue
            are_parts = tag == "article" and _is_below_headline(entries[0])
            if are_parts or all(map(_is_timed, entries)):
                for entry in entries:
                    yield from _texts(entry)


def _is_text(element: HtmlElement) -> bool:
    """Whether an element tells something, and its headings do not lead to other pages."""
    if is_named_foreign(element):
        return False
    for heading in islice(element.iter("h1", "h2", "h3", "h4"), 3):
        links = [*heading.iter("a"), *(above for above in islice(heading.iterancestors(), 3) if above.tag == "a")]
        if any(not (link.get("href") or "#").startswith("#") for link in links):
            return False
    texts = [words_in(p) for p in islice(element.iter("p", "li"), 20)]
    linked = sum(len(words_in(link)) for link in islice(element.iter("a"), 20))
    return sum(map(len, texts)) >= max(_LEAST, 2 * linked)


def _is_below_headline(article: HtmlElement) -> bool:
    """Whether a headline stands right above an article, and none in it."""
    above = islice(article.itersiblings(preceding=True), 8)
    return next(article.iter("h1"), None) is None and any(
        True for beside in above if isinstance(beside.tag, str) for _ in islice(beside.iter("h1"), 1)
    )


def _is_timed(element: HtmlElement) -> bool:
    return any(map(_is_time, islice(element.iterdescendants(), 12)))


def _is_time(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str):
        return False
    text = words_in(element, 6)[:60]
    if element.tag == "time" and "T" in (element.get("datetime") or ""):
        return bool(text)
    is_named = element.tag == "time" or _TIME.search(hyphened(element.get("class") or "")[:200])
    return bool(is_named and _CLOCK.fullmatch(text))


def _texts(entry: HtmlElement) -> Iterator[str]:
    """The texts in an entry, without those of buttons; whole, and part by part."""
    skipped: set[HtmlElement] = set()
    for element in islice(entry.iter(), _INSIDE):
        if not isinstance(element.tag, str) or element.getparent() in skipped:
            skipped.add(element)
        elif element.tag in ("script", "style", "button") or is_named_foreign(element):
            skipped.add(element)
            yield element.tail or ""
        else:
            if element.tag in ("p", "time", "h2", "h3", "h4", "li"):
                yield words_in(element)
            yield element.text or ""
            yield element.tail or ""
