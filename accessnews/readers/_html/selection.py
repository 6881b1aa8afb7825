"""The article on a page: which of its elements are the story, and which are the site around it.

trafilatura says which texts belong to the story; where they stand says where the story's figures are, for no
extractor keeps those.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from accessnews.model.article import (
    Block,
    Callout,
    Code,
    Divider,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    plain,
)
from accessnews.model.findings import Finding
from accessnews.text.unicode import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_CHROME = ("nav", "aside", "footer", "form", "iframe", "script", "button")
_TEXTS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "td", "th", "dd", "dt", "pre", "div")
_SHARE = 0.6  # of the story's paragraphs; the smallest element that holds them is its container
_FOREIGN = re.compile(  # a class of what is on the page and not of the story
    r"(?!(?:has|with|no|is)[-_])(?:\w*[-_])?"
    r"(?:related|recommend\w*|promo\w*|newsletter|shar(?:e|ing)|social|advert\w*|ads?|sponsor\w*|sidebar|comments?|"
    r"avatar|author-?(?:bio|image|photo|card|box)|most-?(?:read|viewed|popular)|trending|teasers?|more-?on|"
    r"read-?(?:more|next|also)|outbrain|taboola|widget|sign-?up|subscri\w*|cookie|breadcrumbs?|toolbar|logo|icon|"
    r"paywall|navigation|nav|menu|footer|masthead)(?:[-_].*)?",
    re.IGNORECASE,
)
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "banner", "dialog"})
_ICON = 80  # pixels; narrower pictures on a page are portraits of authors, logos, buttons
_PASSAGE = 20  # letters; shorter texts stand in longer ones by chance
_LONG = 60  # letters; a paragraph that is longer is hardly a label or a button
_BREAK = "\u2028"  # stands for a line break among the told texts
_LINES = 12  # of a paragraph; in longer ones (poems) no passage of several lines is looked for
_LOOK = 60
_MANY = 1_000  # blocks; in longer stories texts have to match whole


def is_page(html: str, tree: HtmlElement) -> bool:
    """Whether ``html`` is a page of a site, with more on it than a story; else all of it is the story."""
    if not _PAGE.search(html):
        return False
    if any(True for _ in islice(tree.iter(*_CHROME), 1)):
        return True
    if any((meta.get("property") or "").startswith("og:") for meta in islice(tree.iter("meta"), 200)):
        return True
    if any(_is_named_foreign(element) for element in islice(tree.iter("div", "ul", "section", "td"), 2_000)):
        return True
    letters = sum(map(len, tree.itertext()))
    linked = sum(len(text) for a in islice(tree.iter("a"), 5_000) for text in islice(a.itertext(), 20))
    return linked * 3 > letters


class StoryTexts:
    """The texts that belong to the story, as ``trafilatura`` finds them."""

    def __init__(self, texts: Iterable[str]) -> None:
        keys = [key for key in map(_key, texts) if key]
        self._whole = frozenset(keys)
        self._all = "\n".join(dict.fromkeys(keys))

    def __bool__(self) -> bool:
        return bool(self._whole)

    def __contains__(self, text: object) -> bool:
        return _key(str(text)) in self._whole

    def quotes(self, text: str) -> bool:
        """Whether ``text`` is one of the texts or a passage of one."""
        key = _key(text)
        return key in self._whole or (len(key) >= _PASSAGE and key in self._all)


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def story_texts_on(html: str) -> StoryTexts:
    """What trafilatura takes for the story on a page; nothing where it finds none or fails."""
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # its log lines are no news to the user
    import trafilatura

    try:
        extracted = trafilatura.bare_extraction(html, fast=True, include_comments=False, include_tables=True)
    except Exception:  # noqa: BLE001  # a parser for the whole web: whatever it trips over, the page is still there
        return StoryTexts(())
    body = getattr(extracted, "body", None)
    return StoryTexts(() if body is None else _texts(body))


def _texts(body: HtmlElement) -> Iterator[str]:
    for line_break in body.iter("lb"):
        line_break.text = _BREAK
    for element in body.iter("p", "head", "item", "cell", "quote", "code"):
        text = "".join(element.itertext())
        yield text
        yield element.text or ""
        lines = text.split(_BREAK)
        most = len(lines) if len(lines) <= _LINES else 1
        spans = ((start, size) for size in range(1, most + 1) for start in range(len(lines)))
        yield from ("".join(lines[start : start + size]) for start, size in spans)


def container_of(body: HtmlElement, story_texts: StoryTexts) -> HtmlElement:
    """The element that holds the story, with its figures; what is of the site and not of the story is taken out."""
    counts = _counts(body, story_texts)
    inner = _inner(body, counts)
    outer = next((above for above in [inner, *inner.iterancestors()] if above.tag in ("article", "main")), None)
    if outer is None:
        above = inner.getparent()
        outer = above if above is not None and inner is not body else inner
    for element in list(outer.iterdescendants()):
        if isinstance(element.tag, str) and not counts[element] and _is_foreign(element, inner):
            element.drop_tree()
    return outer


def _counts(body: HtmlElement, story_texts: StoryTexts) -> Counter[HtmlElement]:
    """How many of the story's texts each element holds."""
    counts: Counter[HtmlElement] = Counter()
    for element in body.iter(*_TEXTS):
        if not any(child.tag in _TEXTS for child in element) and element.text_content() in story_texts:
            counts.update([element, *element.iterancestors()])
    return counts


def _inner(body: HtmlElement, counts: Counter[HtmlElement]) -> HtmlElement:
    element = body
    while True:
        inside = (child for child in element if counts[child] >= _SHARE * counts[body] and len(child))
        child = next(inside, None)
        if child is None or not counts[body]:
            return element
        element = child


def _is_foreign(element: HtmlElement, inner: HtmlElement) -> bool:
    if element.tag in ("nav", "aside", "footer", "form") or (element.get("role") or "") in _ROLES:
        return element.getparent() is not None
    if element.tag == "img":
        return _is_icon(element) or _is_teaser(element) or not _stands_in(element, inner)
    return _is_named_foreign(element) and element.tag not in ("body", "p", "figcaption")


def _is_named_foreign(element: HtmlElement) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}"[:400].split()
    return any(map(_FOREIGN.fullmatch, named))


def _is_icon(img: HtmlElement) -> bool:
    width = (img.get("width") or "").strip().removesuffix("px")
    return width.isdecimal() and int(width[:6]) < _ICON


def _is_teaser(img: HtmlElement) -> bool:
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


def selected(blocks: Iterable[Block], story_texts: StoryTexts, title: str) -> tuple[Block, ...]:
    """The blocks that are the story's: its texts, once each, and the figures among them."""
    blocks = tuple(blocks)
    exact = len(blocks) > _MANY
    kept: list[Block] = []
    seen: set[str] = set()
    for block in blocks:
        if isinstance(block, Figure | Divider):
            kept.append(block)
            continue
        key = _key(plain(block.text)) if isinstance(block, Heading | Paragraph) else ""
        is_title = isinstance(block, Heading) and key == _key(title)
        if is_title or not _is_told(block, story_texts, exact) or (len(key) >= 2 * _PASSAGE and key in seen):
            continue
        seen.add(key)
        kept.append(block)
    return _trimmed(kept)


def left_out(blocks: Iterable[Block], kept: Iterable[Block], about: Iterable[str] = ()) -> tuple[Finding, ...]:
    """What is to be said of long paragraphs that are not among those ``kept``; ``about`` are texts told elsewhere."""
    kept_keys = {_key(text) for text in about} | {_key(text) for block in kept for text in _said(block)}
    texts = [(plain(block.text), block.at) for block in blocks if isinstance(block, Paragraph)]
    lost = [(text, at) for text, at in texts if len(text) > _LONG and _key(text) not in kept_keys]
    if not lost:
        return ()
    text, at = lost[0]
    more = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
    message = f"taken for no part of the story: “{shortened(text, _LONG)}”{more}"
    return (Finding("text-left-out", message, at, "if it belongs to the story, save the article alone"),)


def _is_told(block: Block, story_texts: StoryTexts, exact: bool) -> bool:
    texts = [text for text in _said(block) if text.strip()]
    matches = sum(text in story_texts if exact else story_texts.quotes(text) for text in texts)
    return 2 * matches >= len(texts) > 0


def _said(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield plain(block.text)
        case Code():
            yield block.text
        case Table():
            yield from (plain(cell) for row in block.rows for cell in row.cells)
        case Quote() | Callout():
            yield from (text for inner in block.blocks for text in _said(inner))
        case ListBlock():
            yield from (text for item in block.items for inner in item for text in _said(inner))
        case _:
            pass


def _trimmed(blocks: list[Block]) -> tuple[Block, ...]:
    """Without what comes after the story: headings of other things, pictures without a caption."""
    while blocks and (
        isinstance(blocks[-1], Heading | Divider)
        or (isinstance(blocks[-1], Figure) and not blocks[-1].caption and not blocks[-1].author_alt)
    ):
        blocks.pop()
    return tuple(blocks)
