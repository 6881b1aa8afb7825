"""The body of an item as a tree: without what repeats its fields, and with HTML for what agencies have beside it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from accessnews.model.findings import Finding
from accessnews.readers._feeds.item import DeskNote
from accessnews.readers._feeds.pictures import file_name, is_picture
from accessnews.readers._feeds.words import names_in, words_of
from accessnews.readers._html.sanitize import line_of
from accessnews.text.unicode import has_words, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from lxml.html import HtmlElement

    from accessnews.model.article import Block
    from accessnews.readers._feeds.item import Item, Markup
    from accessnews.text.decode import Source

_LOOK = 60  # elements at the top among which the fields may stand once more
_LONGEST = 600  # characters of a field that is repeated
_TEASER = re.compile(r"(?:^|\s)(?:teaser|standfirst|intro|lead-?in|deck|subhead(?:line)?)(?:$|\s)", re.IGNORECASE)
_BYLINE = re.compile(r"(?:^|\s)(?:byline|author)(?:$|\s)", re.IGNORECASE)
_DATELINE = re.compile(r"(?:^|\s)dateline(?:$|\s)", re.IGNORECASE)
_KICKER = re.compile(r"(?:^|\s)(?:vignette|kicker|overline|topline|dachzeile)(?:$|\s)", re.IGNORECASE)
_DESK = re.compile(
    r"(?:^|[\s_-])(?:note-?pad|notizblock|ed-?note|editors?-?note|nonpublic|non-public)", re.IGNORECASE
)
_PICTURE_TAGS = re.compile(r"dnl-\w*image|media-reference")
_KEY = "data-assoc-ref"  # by which a picture in the text is one of the item's
_FILES = ("src", "href", "data-src", "url", "file", "filename")


def tree_in(markup: Markup, path: Path) -> HtmlElement:
    """The tree of a body. Raises AccessNewsError where it is nested beyond reason."""
    from accessnews.readers._html.lines import unfolded
    from accessnews.readers._html.sanitize import body_of, tree_of
    from accessnews.text.unicode import clean

    return body_of(tree_of(clean(unfolded(markup.html)), path))


def blocks_in(
    tree: HtmlElement, markup: Markup, path: Path, lang: str, labels: Collection[str]
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The blocks of a tree, and what is to be said of what it lacks."""
    from accessnews.readers._html.blocks import blocks_of
    from accessnews.readers._html.sanitize import sanitize

    clean = sanitize(tree, path, made_here=markup.made_here)
    return blocks_of(clean, str(path), lang, labels, markup.line or markup.first)


def lifted(item: Item, source: Source) -> HtmlElement:
    """The tree of an item's body without what its fields say again. A field that is empty is filled."""
    assert item.body
    tree = tree_in(item.body, source.path)
    _settle_own(tree, item, source)
    _leave_in_desk_notes(tree, item)
    _mark_pictures(tree, item, source)
    for element in list(islice(tree.iterdescendants(), _LOOK)):
        if isinstance(element.tag, str) and element.getparent() is not None and not _is_in_figure(element):
            _lift(element, item)
    return tree


def _leave_in_desk_notes(tree: HtmlElement, item: Item) -> None:
    """Take out parts that an agency marks as not for readers, such as its notepad of phone numbers."""
    for element in list(tree.iter()):
        marked = isinstance(element.tag, str) and _DESK.search(element.get("class") or "")
        if marked and element.getparent() is not None:
            item.desk.append(DeskNote("a part for editors", element.text_content(), _line(element, item)))
            element.drop_tree()


def _settle_own(tree: HtmlElement, item: Item, source: Source) -> None:
    """Elements that HTML does not have: pictures, what is embedded, frames for words."""
    own = [element for element in tree.iter() if isinstance(element.tag, str) and "-" in element.tag]
    worded = _worded(tree) if own else set()
    for element in own:
        if _PICTURE_TAGS.fullmatch(element.tag):
            _as_figure(element)
        elif element in worded:
            element.drop_tag()
        elif element.getparent() is not None:
            address = next((element.get(name) for name in _FILES if element.get(name)), "") or ""
            message = f"an embedded part ({element.tag[:30]}) is left out {shortened(address, 80)}".rstrip()
            at = source.at(_line(element, item))
            item.findings.append(Finding("embed-dropped", message, at, "tell in the text what it shows"))
            element.drop_tree()


def _worded(tree: HtmlElement) -> set[HtmlElement]:
    """The elements with words or pictures in them."""
    worded: set[HtmlElement] = set()
    for element in reversed(list(tree.iter())):  # what is in an element comes before it
        above = element.getparent()
        if element.tag == "img" or has_words(element.text or ""):
            worded.add(element)
        if above is not None and (element in worded or has_words(element.tail or "")):
            worded.add(above)
    return worded


def _line(element: HtmlElement, item: Item) -> int:
    return line_of(element) or (item.body.line if item.body else 0) or item.line


def _as_figure(element: HtmlElement) -> None:
    """A picture in an agency's own element, which has its caption and credit in attributes."""
    file = next((element.get(name) for name in _FILES if element.get(name)), "") or ""
    figure = element.makeelement("figure", {})
    img = element.makeelement("img", {"src": file, "alt": element.get("alt") or "", _KEY: element.get("ref") or ""})
    figure.append(img)
    caption, credit = element.get("caption"), element.get("creditline") or element.get("credit")
    for tag, words, marks in (("figcaption", caption, ""), ("small", credit, "credit")):
        if words:
            part = element.makeelement(tag, {"class": marks})
            part.text = words
            figure.append(part)
    element.addprevious(figure)
    element.drop_tag()  # what stands in it was never meant to: the tag is not closed


def _mark_pictures(tree: HtmlElement, item: Item, source: Source) -> None:
    """Pictures that refer to one of the item's own get its file; those that only count readers are taken out."""
    by_key = {picture.key: picture for picture in item.pictures if picture.key and picture.files}
    captioned = {figure: has_words(figure.text_content()) for figure in tree.iter("figure")}
    for img in list(tree.iter("img")):
        known = by_key.get(img.get(_KEY) or "")
        if known:
            img.set("src", known.files[0])
        elif _is_pixel(img):
            img.drop_tree()
        elif _is_counter(img, captioned):
            message = "a picture without a name and without words is left out: it may only count readers"
            item.findings.append(
                Finding("embed-dropped", message, source.at(item.body.line if item.body else item.line))
            )
            img.drop_tree()
    for figure in tree.iter("figure"):
        for part in islice(figure.iterdescendants(), _LOOK):
            if isinstance(part.tag, str) and _BYLINE.search(part.get("class") or ""):
                part.set("data-credit", "true")


def _is_pixel(img: HtmlElement) -> bool:
    """Whether a picture is too small to be seen: it counts readers."""
    return any((img.get(side) or "").strip().removesuffix("px") in ("0", "1", "2") for side in ("width", "height"))


def _is_counter(img: HtmlElement, captioned: Mapping[HtmlElement, bool]) -> bool:
    address = img.get("src") or ""
    sized = any((img.get(side) or "").strip() for side in ("width", "height"))
    if sized or (img.get("alt") or "").strip() or "?" not in address or is_picture(address):
        return False
    figure = next((above for above in islice(img.iterancestors(), _LOOK) if above.tag == "figure"), None)
    return "." not in file_name(address) and not (figure is not None and captioned[figure])


def _is_in_figure(element: HtmlElement) -> bool:
    return any(above.tag == "figure" for above in islice(element.iterancestors(), _LOOK))


def _lift(element: HtmlElement, item: Item) -> None:
    """Take out an element that repeats a field, or is one."""
    text = words_of("".join(islice(element.itertext(), _LOOK)))[: 2 * _LONGEST]
    if not has_words(text) or len(text) > _LONGEST or next(element.iter("img", "table"), None) is not None:
        return
    marks = element.get("class") or ""
    for pattern, take in _TAKERS:
        if pattern.search(marks):
            if take(item, text):
                element.drop_tree()
            return
    if _is_title(element, text, item) or _is_repeated_in_header(element, text, item) or _is_holder(text, item):
        element.drop_tree()


def _take_byline(item: Item, text: str) -> bool:
    """Names that stand in the text again, or only there."""
    known = {name for byline in item.bylines for name in names_in(byline)}
    names = set(names_in(text))
    if names - known:
        item.bylines.append(text)
    return bool(names)


def _take_teaser(item: Item, text: str) -> bool:
    """A teaser stays where it stands, with its marks: it opens the story."""
    item.summary = item.summary or text
    return False


def _take_dateline(item: Item, text: str) -> bool:
    item.dateline = item.dateline or text
    return True


def _take_kicker(item: Item, text: str) -> bool:
    item.kicker = item.kicker or text
    return _same(item.kicker, text)


_TAKERS: tuple[tuple[re.Pattern[str], Callable[[Item, str], bool]], ...] = (
    (_BYLINE, _take_byline),
    (_TEASER, _take_teaser),
    (_DATELINE, _take_dateline),
    (_KICKER, _take_kicker),
)


def _is_title(element: HtmlElement, text: str, item: Item) -> bool:
    """Whether a heading, or what is marked as the headline, says what the headline says."""
    is_heading = element.tag in ("h1", "h2", "header") or "headline" in (element.get("class") or "").lower()
    return is_heading and _same(text, item.title)


def _is_repeated_in_header(element: HtmlElement, text: str, item: Item) -> bool:
    if not any(above.tag == "header" for above in islice(element.iterancestors(), 5)):
        return False
    return any(_same(text, field) for field in (item.title, *item.bylines))


def _is_holder(text: str, item: Item) -> bool:
    """Whether a few words at the top only say whose story it is."""
    return bool(item.holder) and len(text) < 40 and _same(text, item.holder)


def _same(one: str, other: str) -> bool:
    return bool(one) and _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, words_of(text).casefold()))
