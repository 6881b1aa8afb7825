"""The element of a page that holds its story, without what is the site's in it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from accessnews.readers._html.doubles import drop_doubles
from accessnews.readers._html.framing import caption_of
from accessnews.readers._html.lead import bring_lead, is_furniture, is_picture, is_teaser
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
    r"paywall|navigation|nav|menu|footer|masthead|bookmark-card|bio|next|previous)(?:[-_].*)?",
    re.IGNORECASE,
)
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "banner", "dialog"})
_MOST_FOREIGN = 0.5  # of a foreign element's letters; one with more of the story is not foreign
_BOX = re.compile(
    r"fact|info-?box|key-?(?:facts|points)|at-a-glance|pull|quote|explain|glossar|kasten|steckbrief", re.I
)
_EMBEDDED = re.compile(r"(?:^|\s)(?:tweet|twitter-tweet|mastodon-embed|bluesky-embed|embedded-post)(?:\s|$)")
_CELLS = ("td", "th", "tr", "tbody", "table")
_NEAR = 6  # levels above a picture
_LOOK = 60
_STORY = 300  # letters in paragraphs; no menu has as many


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


def open_menus(tree: HtmlElement) -> bool:
    """Make menus that hold the story plain: they were never closed. Changes ``tree``; True where there is one."""
    menus = [nav for nav in tree.iter("nav") if _has_story(nav)]
    for nav in menus:
        nav.tag = "div"
    return bool(menus)


def _has_story(nav: HtmlElement) -> bool:
    letters = 0
    for p in islice(nav.iter("p"), 50):
        if next(p.iter("a"), None) is None:
            letters += len(p.text or "")
    return letters > _STORY


def container_of(body: HtmlElement, story_texts: StoryTexts) -> HtmlElement:
    """The element that holds the story, with its figures; what is of the site and not of the story is taken out."""
    weights = Weights(body, story_texts)
    inner = _inner(body, weights)
    outer = _outer(inner, body)
    bring_lead(body, outer)
    drop_doubles(outer)
    whole = weights.told(body)
    foreign: set[HtmlElement] = set()
    for element in list(outer.iterdescendants()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if element.tag == "img":
            if not _is_of_story(element, inner, foreign):
                _drop_picture(element)
        elif _EMBEDDED.search((element.get("class") or "")[:200]) and element.tag == "div":
            element.tag = "blockquote"
        elif weights.told(element) * 2 > whole:
            element.tag = "div" if element.tag in _CHROME else element.tag
        elif _is_foreign(element) and not (_is_box(element) and inner in element.iterancestors()):
            foreign.add(element)
            if weights.share(element) <= _MOST_FOREIGN and not is_picture(element):
                element.drop_tree()
    return outer


def _outer(inner: HtmlElement, body: HtmlElement) -> HtmlElement:
    """The article around the story's texts; in old pages the cell of a table."""
    named = next((above for above in [inner, *inner.iterancestors()] if above.tag in ("article", "main")), None)
    if named is not None:
        return named
    above = inner.getparent()
    outer = above if above is not None and inner is not body and inner.tag not in _CELLS else inner
    if outer.tag in _CELLS or outer.tag in _CHROME:
        outer.tag = "div"
    return outer


def _is_of_story(img: HtmlElement, inner: HtmlElement, foreign: set[HtmlElement]) -> bool:
    if is_teaser(img):
        return False
    if caption_of(img) is not None:
        return not (is_furniture(img) and _has_peer(img))
    is_inside = any(above in foreign for above in islice(img.iterancestors(), _NEAR))
    return not (is_inside or is_furniture(img)) and _stands_in(img, inner)


def _is_box(element: HtmlElement) -> bool:
    """Whether an aside is the author's: facts in short, a quotation, an explanation."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:400]
    return element.tag == "aside" and bool(_BOX.search(names)) and not is_named_foreign(element)


def _has_peer(img: HtmlElement) -> bool:
    """Whether a picture shares its figure with another one, of which it is the button."""
    figure = next((above for above in islice(img.iterancestors(), _NEAR) if above.tag == "figure"), None)
    return figure is not None and len(list(islice(figure.iter("img"), 2))) > 1


def _drop_picture(img: HtmlElement) -> None:
    """Take out a picture, with its caption where that is a link as well."""
    figure = next((above for above in islice(img.iterancestors(), _NEAR) if above.tag == "figure"), None)
    if is_teaser(img) and figure is not None and len(list(islice(figure.iter("img"), 2))) == 1:
        figure.drop_tree()
    else:
        img.drop_tree()


def _inner(body: HtmlElement, weights: Weights) -> HtmlElement:
    element, least = body, _SHARE * weights.told(body)
    while least:
        child = next((child for child in element if weights.told(child) >= least and len(child)), None)
        if child is None:
            break
        element = child
    return element


def _is_foreign(element: HtmlElement) -> bool:
    if element.tag in ("nav", "aside", "footer", "form") or (element.get("role") or "") in _ROLES:
        return True
    return is_named_foreign(element) and element.tag not in ("body", "p", "figcaption")


def is_named_foreign(element: HtmlElement) -> bool:
    """Whether class or id of an element is that of what is around stories."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"[:400].split()
    return any(map(_FOREIGN.fullmatch, named))


def _stands_in(img: HtmlElement, inner: HtmlElement) -> bool:
    """Whether a picture is a figure, or stands among the story's paragraphs."""
    above = list(islice(img.iterancestors(), _LOOK))
    return any(
        element is inner or element.tag == "figure" or "caption" in (element.get("class") or "") for element in above
    )
