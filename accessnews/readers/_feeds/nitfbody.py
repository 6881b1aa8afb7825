"""The body of NITF as HTML: its own elements get the names that HTML has for them."""

from __future__ import annotations

import re
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

from accessnews.model.findings import Finding
from accessnews.readers._feeds.item import DeskNote, FeedPicture, Markup
from accessnews.readers._feeds.pictures import in_order, is_picture
from accessnews.readers._feeds.xmltree import attribute, below, children, html_in, line_of, local, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from accessnews.readers._feeds.item import Item
    from accessnews.text.decode import Source

_NAMES = {
    "hl1": "h2",
    "hl2": "h2",
    "hedline": "div",
    "abstract": "div",
    "block": "div",
    "bq": "blockquote",
    "nitf-table": "div",
    "credit": "p",
    "tagline": "p",
    "note": "p",
    "body.content": "div",
    "body.end": "div",
    "distributor": "p",
    "datasource": "p",
    "postaddr": "address",
    "addressee": "p",
    "delivery.point": "span",
    "object.title": "em",
    "frac": "span",
    "lang": "span",
    "sub": "sub",
    "sup": "sup",
    "bibliography": "p",
}
_SAME = frozenset(
    {
        *("p", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "pre", "a", "em", "q", "div", "span", "h2", "h3"),
        *("table", "caption", "col", "colgroup", "thead", "tbody", "tfoot", "tr", "th", "td"),
    }
)
_GONE = frozenset({"nitf-table-metadata", "media-metadata", "alt-code", "custom-table", "nitf-col", "nitf-colgroup"})
_ADDRESS = re.compile(r"(?:\S{1,40}\s){0,2}\S{1,80}@\S{1,80}")
_LOOK = 5  # pieces of text in which a quotation mark stands, if one does
_QUOTED = ("“", "„", "«", "»", '"', "‘", "'")
_PICTURES = ("image", "photo", "graphic", "picture")
_KINDS = {"video": "a video", "audio": "a sound recording", "data": "data"}


def html_of_nitf(content: _Element, item: Item, file: Source, line: int) -> str:
    """A part of a document's body as HTML. Changes ``content``; what HTML cannot hold goes to ``item``."""
    waiting = [content]
    while waiting:
        element = waiting.pop()
        if isinstance(element.tag, str) and _settle(element, item, file, line):
            waiting += reversed(element)
    return html_in(content, line)


def _settle(element: _Element, item: Item, file: Source, line: int) -> bool:
    """Make HTML of an element; whether what is in it is still to be settled."""
    name = local(element)
    here = line or line_of(element)
    is_for_editors = attribute(element, "type") in ("npa", "pa") or attribute(element, "noteclass") == "editorsnote"
    if name == "media":
        _settle_media(element, item, file, here)
    elif name == "fn":
        _settle_footnote(element, item, line)
    elif name in ("byline", "dateline") or name in _GONE:
        _take_line(element, name, item)
        _empty(element)
    elif name == "note" and is_for_editors:
        item.desk.append(DeskNote("a note to editors", words(element), here))
        _empty(element)
    elif name == "tagline" and _ADDRESS.fullmatch(words(element)):
        item.desk.append(DeskNote("an address", words(element), here))
        _empty(element)
    else:
        _rename(element, name)
        return True
    return False


def _take_line(element: _Element, name: str, item: Item) -> None:
    """A byline or dateline that stands in the text."""
    from accessnews.readers._feeds.nitf import take_byline, take_dateline

    if name == "byline":
        take_byline(item, element)
    elif name == "dateline":
        take_dateline(item, element)


def _rename(element: _Element, name: str) -> None:
    if name == "em" and "bold" in f"{attribute(element, 'class')} {attribute(element, 'style')}".lower():
        name = "strong"
    elif name == "q" and "".join(map(str, islice(element.itertext(), _LOOK))).lstrip().startswith(_QUOTED):
        name = "span"
    elif name == "frac-sep":
        element.text = element.text or "/"
    elif name == "lang" and (tag := attribute(element, "iso", "lang")):
        element.set("lang", tag)
    if name == "frac":
        _part_from_whole_number(element)
    if name == "frac" and not any(children(element, "frac-sep")):
        for above in children(element, "frac-num"):
            above.tail = f"/{above.tail or ''}"
    element.tag = name if name in _SAME or name == "strong" else _NAMES.get(name, "span")
    for key in list(element.attrib):
        if str(key).startswith("data-"):
            del element.attrib[key]


def _part_from_whole_number(fraction: _Element) -> None:
    """A blank between 1 and 1/2."""
    above, before = fraction.getparent(), fraction.getprevious()
    if before is not None and (before.tail or "")[-1:].isdigit():
        before.tail = f"{before.tail} "
    elif before is None and above is not None and (above.text or "")[-1:].isdigit():
        above.text = f"{above.text} "


def _empty(element: _Element) -> None:
    """Leave nothing of an element; what stands behind it stays."""
    _become(element, "span")


def _become(element: _Element, tag: str) -> None:
    """Make an empty element of another name out of one."""
    element.clear(keep_tail=True)  # type: ignore[call-arg]  # the stubs lack it
    element.tag = tag


def _settle_footnote(element: _Element, item: Item, line: int) -> None:
    """A footnote out of the text; its mark stays."""
    label = str(len(item.notes) + 1)
    for inner in element.iterdescendants():
        if isinstance(inner.tag, str):
            _rename(inner, local(inner))
    html = html_in(element, line)
    words_of_note = html if "<p" in html else f"<p>{html}</p>"
    item.notes.append((label, Markup(words_of_note, line, made_here=True, first=line_of(element))))
    _become(element, "sup")
    element.text = label
    element.set("data-note", label)
    before = element.getprevious()
    if before is not None and local(before) in ("p", "hl2", "li") and not (before.tail or "").strip():
        before.append(element)


def _settle_media(element: _Element, item: Item, file: Source, line: int) -> None:
    """A picture with its caption, credit and alt as a figure; a video or sound is told."""
    kind = attribute(element, "media-type").lower()
    references = children(element, "media-reference")
    files = in_order(_renditions(references, kind))
    if kind in _KINDS or not (files or kind in ("", *_PICTURES)):
        told = _KINDS.get(kind, "a medium")
        item.findings.append(
            Finding("embed-dropped", f"{told} is left out", file.at(line), "tell in the text what it shows")
        )
        if not files:
            _empty(element)
            return
    alt = next((text for text in (attribute(each, "alternate-text") for each in references) if text), "")
    caption = "".join(html_in(part) if len(part) else escape(words(part)) for part in _captions(element))
    credit = words(next(below(element, "media-producer"), None))
    _become(element, "figure")
    img = element.makeelement("img", {"src": files[0] if files else "", "alt": alt})
    img.set("data-told-caption", caption.strip())
    img.set("data-told-credit", credit)
    if len(files) > 1:
        item.pictures.append(FeedPicture(files, line=line))
    element.append(img)


def _captions(element: _Element) -> Iterator[_Element]:
    for caption in below(element, "media-caption"):
        for inner in caption.iter():
            if isinstance(inner.tag, str) and inner is not caption:
                _rename(inner, local(inner))
        yield caption


def _renditions(references: list[_Element], medium: str) -> Iterator[tuple[str, str, str]]:
    for each in references:
        source = attribute(each, "source", "name", "href")
        if is_picture(source, attribute(each, "mime-type") or ("image" if medium in _PICTURES else "")):
            yield source, attribute(each, "width"), attribute(each, "name", "source")
