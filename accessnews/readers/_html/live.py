"""Live pages: entries with their times, one below the other, which are one story together."""

from __future__ import annotations

import re
from itertools import groupby, islice
from typing import TYPE_CHECKING

from accessnews.readers._html.container import is_named_foreign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_TIME = re.compile(r"(?:^|[\s_-])(?:time(?:stamp)?|clock|uhrzeit|heure|hora)(?:$|[\s_-])", re.IGNORECASE)
_CLOCK = re.compile(r"\D{0,12}\d{1,2}[:.h]\d{2}\b.{0,20}")
_LEAST = 40  # letters of an entry
_MOST = 3_000  # elements of a page that are looked at
_INSIDE = 200  # elements of an entry that are looked at


def entry_texts(body: HtmlElement) -> Iterator[str]:
    """The texts of a live page's entries; none where a page has not two of them.

    An entry is one of several neighbours of one kind that begins with its time, has a text of its own, and does not
    lead to another page by its heading.
    """
    for parent in islice(body.iter("div", "section", "main", "article", "ol", "ul", "body"), _MOST):
        children = (child for child in parent if isinstance(child.tag, str))
        for (tag, _), group in groupby(children, lambda child: (child.tag, child.get("class") or "")):
            entries = list(group) if tag in ("article", "section", "div", "li") else []
            if len(entries) > 1 and all(map(_is_entry, entries)):
                for entry in entries:
                    yield from _texts(entry)


def _is_entry(element: HtmlElement) -> bool:
    if is_named_foreign(element) or not any(map(_is_time, islice(element.iterdescendants(), 12))):
        return False
    for heading in islice(element.iter("h1", "h2", "h3", "h4"), 3):
        links = [*heading.iter("a"), *(above for above in islice(heading.iterancestors(), 3) if above.tag == "a")]
        if any(not (link.get("href") or "#").startswith("#") for link in links):
            return False
    return sum(len("".join(p.itertext())) for p in islice(element.iter("p", "li"), 20)) >= _LEAST


def _is_time(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str):
        return False
    text = "".join(islice(element.itertext(), 5))[:60].strip()
    is_named = element.tag == "time" or _TIME.search((element.get("class") or "")[:200])
    return bool(is_named and _CLOCK.fullmatch(text))


def _texts(entry: HtmlElement) -> Iterator[str]:
    for element in islice(entry.iter(), _INSIDE):
        if isinstance(element.tag, str) and element.tag not in ("script", "style", "button"):
            yield element.text or ""
        yield element.tail or ""
