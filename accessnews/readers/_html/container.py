"""The element of a page that holds its story, without what is the site's in it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from accessnews.readers._html.told import StoryTexts, Weights

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_CHROME = ("nav", "aside", "footer", "form", "iframe", "script", "button")
_SHARE = 0.85  # of the story's letters; the smallest element that holds them is its container
_FOREIGN = re.compile(  # a class of what is on the page and not of the story
    r"(?!(?:has|with|no|is)[-_])(?:\w*[-_])?"
    r"(?:related|recommend\w*|promo\w*|newsletter|shar(?:e|ing)|sharedaddy|social|advert\w*|ads?|sponsor\w*|sidebar|"
    r"comments?|avatar|author-?(?:bio|image|photo|card|box)|most-?(?:read|viewed|popular)|trending|teasers?|more-?on|"
    r"read-?(?:more|next|also)|outbrain|taboola|widget|sign-?up|subscri\w*|cookie|breadcrumbs?|toolbar|logo|icon|"
    r"paywall|navigation|nav|menu|footer|masthead|bookmark-card)(?:[-_].*)?",
    re.IGNORECASE,
)
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "banner", "dialog"})
_MOST_FOREIGN = 0.5  # of a foreign element's letters; one with more of the story is not foreign
_ICON = 80  # pixels; narrower pictures on a page are portraits of authors, logos, buttons
_LOOK = 60


def is_page(html: str, tree: HtmlElement) -> bool:
    """Whether ``html`` is a page of a site, with more on it than a story; else all of it is the story."""
    if not _PAGE.search(html):
        return False
    if any(True for _ in islice(tree.iter(*_CHROME), 1)):
        return True
    if any((meta.get("property") or "").startswith("og:") for meta in islice(tree.iter("meta"), 200)):
        return True
    if any(is_named_foreign(element) for element in islice(tree.iter("div", "ul", "section", "td"), 2_000)):
        return True
    letters = sum(map(len, tree.itertext()))
    linked = sum(len(text) for a in islice(tree.iter("a"), 5_000) for text in islice(a.itertext(), 20))
    return linked * 3 > letters


def container_of(body: HtmlElement, story_texts: StoryTexts) -> HtmlElement:
    """The element that holds the story, with its figures; what is of the site and not of the story is taken out."""
    weights = Weights(body, story_texts)
    inner = _inner(body, weights)
    outer = next((above for above in [inner, *inner.iterancestors()] if above.tag in ("article", "main")), None)
    if outer is None:
        above = inner.getparent()
        outer = above if above is not None and inner is not body else inner
    whole = weights.told(body)
    for element in list(outer.iterdescendants()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        holds_it = weights.share(element) > _MOST_FOREIGN or weights.told(element) * 2 > whole
        if not holds_it and _is_foreign(element, inner):
            element.drop_tree()
    return outer


def _inner(body: HtmlElement, weights: Weights) -> HtmlElement:
    element, least = body, _SHARE * weights.told(body)
    while least:
        child = next((child for child in element if weights.told(child) >= least and len(child)), None)
        if child is None:
            break
        element = child
    return element


def _is_foreign(element: HtmlElement, inner: HtmlElement) -> bool:
    if element.tag in ("nav", "aside", "footer", "form") or (element.get("role") or "") in _ROLES:
        return True
    if element.tag == "img":
        return is_icon(element) or is_teaser(element) or not _stands_in(element, inner)
    return is_named_foreign(element) and element.tag not in ("body", "p", "figcaption")


def is_named_foreign(element: HtmlElement) -> bool:
    """Whether class or id of an element is that of what is around stories."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"[:400].split()
    return any(map(_FOREIGN.fullmatch, named))


def is_icon(img: HtmlElement) -> bool:
    width = (img.get("width") or "").strip().removesuffix("px")
    return width.isdecimal() and int(width[:6]) < _ICON


def is_teaser(img: HtmlElement) -> bool:
    """Whether a picture is part of a link with words: it belongs to another story."""
    link = next((above for above in islice(img.iterancestors(), 8) if above.tag == "a"), None)
    if link is None or any(above.tag == "figure" for above in islice(img.iterancestors(), 4)):
        return link is not None and next(link.iter("h2", "h3", "h4"), None) is not None
    return any(text.strip() for text in islice(link.itertext(), _LOOK))


def _stands_in(img: HtmlElement, inner: HtmlElement) -> bool:
    """Whether a picture is a figure, or stands among the story's paragraphs."""
    above = list(islice(img.iterancestors(), _LOOK))
    return any(
        element is inner or element.tag == "figure" or "caption" in (element.get("class") or "") for element in above
    )
