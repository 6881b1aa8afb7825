"""The headline and the byline as a page shows them, which beat those for search engines and social sites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from accessnews.readers._html.container import is_named_foreign
from accessnews.readers._html.framing import hyphened
from accessnews.readers._html.sanitize import line_of
from accessnews.readers._news.masthead import byline
from accessnews.text.unicode import has_words, line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADLINE = re.compile(
    r"(?:^|[\s_-])(?:entry|post|article|story|page)?[-_]?(?:title|headline|heading)(?:$|[\s])", re.I
)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?(?:-?names?)?|p-author|vcard|(?:story|posted|written|text)-?by|autor(?:en)?|auteurs?"
    r"|verfasser)(?:$|\s|__)",
    re.IGNORECASE,
)
_META = re.compile(r"(?:^|[\s_-])(?:meta|info|posted|credits?|byline|dateline)(?:$|[\s_-])", re.IGNORECASE)
_BY = re.compile(r"(?:^|[\s|·•–—,.])(?:by|von|par|por|di|door|af|av)[:\s]\s*(?=\S)", re.IGNORECASE)
_NOT_NAME = re.compile(
    r"\s*(?:[|·•–—\d]|,?\s\b(?:on|am|le|el|il|at|in|published|updated)\b\s).*$", re.IGNORECASE | re.DOTALL
)
_POSTS = re.compile(r"(?:^|\s)(?:tweet|twitter-tweet|\w+-embed|embed\w*|quote)(?:$|[\s_-])", re.IGNORECASE)
_SITE = re.compile(r"(?:^|[\s_-])(?:site|blog|brand|logo)", re.IGNORECASE)
_SILENT = ("script", "style", "template", "noscript", "svg", "button", "textarea", "select")
_LOOK = 3_000  # elements looked at for a byline
_HEADINGS = 40  # of a page
_LONGEST_HEADING = 300
_LONGEST = 120  # characters of one
_INTRODUCED = re.compile(
    r"^(?:written |words |story |text |report |posted |published )?by:? "
    r"|^(?:von|par|por|di|door|af|av|text:|story:|author:) ",
    re.IGNORECASE,
)


def headings(tree: HtmlElement) -> list[tuple[str, int]]:
    """The headlines that a page shows, each with its line: its h1s but for the site's name, else a named heading."""
    shown = [h1 for h1 in islice(tree.iter("h1"), 20) if not is_of_site(h1)]
    if not shown:
        title = page_title(tree).casefold()
        named = (heading for heading in islice(tree.iter("h2", "h3"), 200) if _is_headline(heading))
        shown = [heading for heading in islice(named, 1) if words(heading).casefold() in title]
    pairs = [(words(heading), line_of(heading)) for heading in shown]
    return [(text, at) for text, at in pairs if has_words(text)]


def heading_texts(tree: HtmlElement) -> list[str]:
    """The texts of a page's first headings and of what is called one, the site's name aside."""
    elements = islice(tree.iter("h1", "h2", "h3", "div", "p", "span"), _LOOK)
    called = (element for element in elements if element.tag in ("h1", "h2", "h3") or _is_headline(element))
    texts = (words(element) for element in islice(called, _HEADINGS) if not is_of_site(element))
    return [text for text in texts if text and len(text) <= _LONGEST_HEADING]


def page_title(tree: HtmlElement) -> str:
    """What the window is called."""
    return next((line("".join(title.itertext())) for title in tree.iter("title")), "")


def words(heading: HtmlElement) -> str:
    """The words of a heading: a line break is a blank, a script says nothing."""
    from lxml import etree

    texts: list[str] = []
    silent: HtmlElement | None = None
    for event, element in islice(etree.iterwalk(heading, events=("start", "end")), 200):
        if event == "start":
            silent = element if silent is None and element.tag in _SILENT else silent
            texts += [" " if element.tag == "br" else "", (silent is None and element.text) or ""]
            continue
        silent = None if silent is element else silent
        if silent is None and element is not heading:
            texts.append(element.tail or "")
    return line("".join(texts))


def is_of_site(h1: HtmlElement) -> bool:
    """Whether a heading is the name of the site: it leads to the site's front, or says that it is one."""
    link = next(h1.iter("a"), None)
    above = [h1, *islice(h1.iterancestors(), 3)]
    if link is not None and (link.get("href") or "").strip() in ("/", "./", "#", "index.html"):
        return True
    return any(_SITE.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:400]) for element in above[:2])


def _is_headline(element: HtmlElement) -> bool:
    return bool(_HEADLINE.search((element.get("class") or "")[:400])) or element.get("itemprop") == "headline"


def shown_byline(tree: HtmlElement) -> tuple[str, ...]:
    """The names that a page shows as its author's; none where it does not say."""
    body = tree.find("body")
    looked_at = islice((tree if body is None else body).iter("a", "p", "div", "span", "address", "li"), _LOOK)
    every = [element for element in looked_at if isinstance(element.tag, str)]
    return _named(every) or _related(every) or _introduced(every)


def _named(elements: Iterable[HtmlElement]) -> tuple[str, ...]:
    """The names in an element whose class or property is that of a byline, of the innermost that has them."""
    for element in elements:
        if not _is_byline(element) or is_elsewhere(element):
            continue
        above = element.getparent()
        if element.tag == "li" and above is not None:
            items = [words(item) for item in islice(above, 20) if item.tag == "li"]
            return tuple(dict.fromkeys(name for text in items if len(text) <= _LONGEST for name in _names(text)))
        content = next(
            (meta.get("content") or "" for meta in element.iter("meta") if meta.get("itemprop") == "name"), ""
        )
        text = words(element) or line(content)
        if len(text) <= _LONGEST and (names := _names(text) or _names(_NOT_NAME.sub("", text))):
            return names
    return ()


def _is_byline(element: HtmlElement) -> bool:
    """Whether a class or a property says that an element names the author; of items, that of their list."""
    named = element.getparent() if element.tag == "li" else element
    if named is None:
        return False
    return named.get("itemprop") == "author" or bool(_BYLINE.search(hyphened(named.get("class") or "")))


def _introduced(elements: Iterable[HtmlElement]) -> tuple[str, ...]:
    """The names behind "by" in a line of particulars: ``January 31 by Ada Krog``."""
    for element in elements:
        if _META.search(hyphened(element.get("class") or "")) and not is_elsewhere(element):
            text = words(element)
            by = _BY.search(text) if len(text) <= _LONGEST else None
            if by and (names := _names(_NOT_NAME.sub("", text[by.end() :]))):
                return names
    return ()


def _related(elements: Iterable[HtmlElement]) -> tuple[str, ...]:
    texts = [words(element) for element in elements if "author" in (element.get("rel") or "").lower().split()]
    return tuple(dict.fromkeys(name for text in texts[:5] if len(text) <= _LONGEST for name in _names(text)))


def _names(text: str) -> tuple[str, ...]:
    """The names in a byline, which may go without "By"."""
    text = _INTRODUCED.sub("", text).strip(" ~-–—|·•,")
    if not has_words(text) or any(sign.isdecimal() or sign == ":" for sign in text):
        return ()  # a date beside it, a label
    return byline(f"By {text}")


def is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element stands in what is around the story, or in a post of others that it quotes."""
    above: Iterator[HtmlElement] = islice(element.iterancestors(), 12)
    if "p-author" in (element.get("class") or "").split():
        return False
    return _POSTS.search((element.get("class") or "")[:400]) is not None or any(
        is_named_foreign(container)
        or container.tag in ("aside", "footer", "nav", "blockquote")
        or _POSTS.search((container.get("class") or "")[:400])
        for container in above
    )
