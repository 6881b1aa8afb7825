"""Figures made of pictures and captions that stand beside one another in other ways than ``figcaption``."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from accessnews.text.unicode import has_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_FRAME = re.compile(r"(?:caption|figure|image|photo|picture|media|img|foto|bild)", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:(?:fig)?caption(?!ed|-wrap|-id|s-|-container)|cutline|legende?\b|bild-?unterschrift|didascalia|leyenda"
    r"|(?:img|image|photo|pic|picture|foto|bild)[-_]?(?:desc\w*|text|info|legende?|sub)\b|pie-?de-?foto)",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_COUNTER = re.compile(r"\W*\d{1,3}\s*(?:/|of|von|de|sur|di)\s*\d{1,3}\W*", re.IGNORECASE)
_CAPTION_TAGS = ("p", "div", "span", "dd", "figcaption", "small", "em", "i", "cite", "td")
_WRAPPING = ("div", "span", "a", "p", "aside", "dl", "dt", "dd", "picture", "section", "center")
_TEXT_TAGS = frozenset(("p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "table", "figure"))
_CLIMB = 3  # levels looked at above a picture for its caption
_LOOK = 60  # elements looked at in each
_LONGEST = 400  # letters of a caption that no class names
_SLIDES = 200


def frame_pictures(root: HtmlElement) -> None:
    """Make figures of what is one by class, place or table only; close those that were left open."""
    for table in list(root.iter("table")):
        _unfold(table)
    for figure in list(root.iter("figure")):
        _close(figure)
    for slides in list(root.iter("ul", "ol")):
        _frame_slides(slides)
    for img in list(root.iter("img")):
        _frame(img)
    for caption in list(root.iter(*_CAPTION_TAGS)):
        if caption.getparent() is not None and (caption.tag == "figcaption" or is_named_caption(caption)):
            _attach(caption)


def is_named_caption(element: HtmlElement) -> bool:
    """Whether a class says that an element is a caption: ``caption``, ``image-caption``, ``newsCaption``."""
    return bool(_CAPTION.search(hyphened(element.get("class") or "")))


def hyphened(names: str) -> str:
    """Names of classes with hyphens where they have humps: ``newsCaption`` is ``news-Caption``."""
    return _CAMEL.sub("-", names[:400])


def caption_of(img: HtmlElement) -> HtmlElement | None:
    """The element that is called the caption of a picture, if it stands in a frame with it alone."""
    for container in islice(img.iterancestors(), 2 * _CLIMB):
        if container.tag in ("body", "article", "main"):
            return None
        inside = list(islice(container.iterdescendants(), _LOOK + 1))
        if len(inside) > _LOOK or sum(element.tag == "img" for element in inside) > 2:
            return None
        caption = next((element for element in inside if _is_caption(element)), None)
        if caption is not None:
            return caption
    return None


def words_in(element: HtmlElement, most: int = 200) -> str:
    """The words in the first elements of an element, on one line."""
    from lxml import etree

    parts: list[str] = []
    for event, part in islice(etree.iterwalk(element, events=("start", "end")), 2 * most):
        if event == "start":
            parts.append(part.text or "")
        elif part is not element:
            parts.append(part.tail or "")
    return " ".join("".join(parts).split())


def _is_caption(element: HtmlElement) -> bool:
    if element.tag not in _CAPTION_TAGS or next(islice(element.iter("img"), 1), None) is not None:
        return False
    return (element.tag == "figcaption" or is_named_caption(element)) and has_words(words_in(element, 20))


def _frame(img: HtmlElement) -> None:
    """Makes a figure of what is one by class name only (``<div class="wp-caption">``)."""
    above = list(islice(img.iterancestors(), _CLIMB + 2))
    if any(container.tag in ("figure", "body", "td") for container in above[:1]):
        return
    for container in above:
        if container.tag == "li":
            if (caption := _caption_in(container)) is not None:
                _join(_branch(img, container), caption)
            return
        if container.tag not in _WRAPPING:
            return
        is_frame = _FRAME.search(container.get("class") or "")
        if is_frame and (caption := _caption_in(container)) is not None:
            container.tag, caption.tag = "figure", "figcaption"
            return


def _caption_in(container: HtmlElement) -> HtmlElement | None:
    inside = list(islice(container.iterdescendants(), _LOOK + 1))
    if len(inside) > _LOOK or sum(element.tag == "img" for element in inside) != 1:
        return None
    return next((element for element in inside if _is_caption(element)), None)


def _branch(element: HtmlElement, container: HtmlElement) -> HtmlElement:
    """What stands in ``container`` and holds ``element``."""
    return next(above for above in (element, *element.iterancestors()) if above.getparent() is container)


def _join(picture: HtmlElement, caption: HtmlElement) -> None:
    """Put a picture, or the branch that holds it, and its caption into one figure, where the picture stands."""
    figure = picture if picture.tag == "figure" else picture.makeelement("figure", {})
    if figure is not picture:
        picture.addprevious(figure)
        figure.tail, picture.tail = picture.tail, None
        figure.append(picture)
    text = caption.makeelement("figcaption", dict(caption.attrib))
    text.text = caption.text
    text.extend(list(caption))
    caption.drop_tree()
    figure.append(text)


def _attach(caption: HtmlElement) -> None:
    """Give a caption that stands below its picture, and not in a figure with it, to the picture."""
    if any(above.tag == "figure" for above in islice(caption.iterancestors(), 2 * _LOOK)) or not _is_caption(caption):
        return
    before = caption.getprevious()
    if before is None and (above := caption.getparent()) is not None and above.tag in ("div", "p"):
        before = above.getprevious()
    if before is None or (before.tail or "").strip() or before.tag in ("table", "ul", "ol"):
        return
    inside = list(islice(before.iter(), _LOOK + 1))
    pictures = sum(element.tag == "img" for element in inside)
    if len(inside) <= _LOOK and pictures == 1 and not any(element.tag == "figcaption" for element in inside):
        figure = next((element for element in inside if element.tag == "figure"), before)
        if not has_words(words_in(before)):
            _join(figure, caption)


def _close(figure: HtmlElement) -> None:
    """End a figure that was left open behind its caption: what follows is the story."""
    caption = next((child for child in figure if child.tag == "figcaption"), None)
    below = [] if caption is None else list(caption.itersiblings())
    texts = [element for element in below if element.tag in _TEXT_TAGS]
    is_open = len(texts) > 1 or any(len(words_in(text)) > _LONGEST / 2 for text in texts)
    if not is_open or next(figure.iter("img"), None) is None:
        return
    after = figure
    for element in below[below.index(texts[0]) :]:
        tail = after.tail
        after.tail = None
        after.addnext(element)
        after.tail = None if after is figure else tail
        after = element


def _frame_slides(slides: HtmlElement) -> None:
    """Make figures of the items of a list of pictures, each with its words."""
    items = [item for item in islice(slides, _SLIDES) if item.tag == "li"]
    if not items or not all(map(_is_slide, items)):
        return
    for item in items:
        caption = _caption_in(item)
        img = next(item.iter("img"))
        if caption is None and item.find(".//figcaption") is None:
            texts = [element for element in item.iter("p", "h2", "h3", "h4", "span") if has_words(words_in(element))]
            texts = [text for text in texts if not (set(text.iterancestors()) & set(texts))]
            counters = [text for text in texts if _COUNTER.fullmatch(words_in(text))]
            for counter in counters:
                counter.drop_tree()
            left = [text for text in texts if text not in counters]
            if len(left) == 1 and next(left[0].iter("img"), None) is None:
                _join(_branch(img, item), left[0])


def _is_slide(item: HtmlElement) -> bool:
    inside = list(islice(item.iter(), _LOOK + 1))
    if len(inside) > _LOOK or sum(element.tag == "img" for element in inside) != 1:
        return False
    is_linked = any(element.tag == "a" and has_words(words_in(element)) for element in inside)
    return not is_linked and len(words_in(item)) <= _LONGEST


def _unfold(table: HtmlElement) -> None:
    """Make figures of a table that holds nothing but pictures, and their captions beside or below them."""
    if table.getparent() is None or len(list(islice(table.iter("table"), 2))) > 1:
        return
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in islice(table.iter("tr"), _SLIDES)]
    rows = [row for row in cells if row]
    pairs = list(_pairs(rows))
    if not pairs or len(rows) == _SLIDES:
        return
    for img, caption in pairs:
        table.addprevious(img)
        img.tail = None
        if caption is not None:
            _join(img, caption)
        else:
            figure = img.makeelement("figure", {})
            img.addprevious(figure)
            figure.append(img)
    table.drop_tree()


def _pairs(rows: list[list[HtmlElement]]) -> Iterator[tuple[HtmlElement, HtmlElement | None]]:
    """Each picture of a table with its caption; nothing where the table holds anything else."""
    kinds = [[_kind(cell) for cell in row] for row in rows]
    flat = {kind for row in kinds for kind in row}
    if flat in ({"picture"}, {"both"}):
        cells = (cell for row in rows for cell in row)
        yield from ((next(cell.iter("img")), _rest(cell) if flat == {"both"} else None) for cell in cells)
    elif flat == {"picture", "text"} and len(rows) % 2 == 0:
        above, below = rows[::2], rows[1::2]
        are_pictures = all(kind == "picture" for row in kinds[::2] for kind in row)
        are_texts = all(kind == "text" for row in kinds[1::2] for kind in row)
        if are_pictures and are_texts and [*map(len, above)] == [*map(len, below)]:
            for pictures, texts in zip(above, below, strict=True):
                yield from ((next(cell.iter("img")), text) for cell, text in zip(pictures, texts, strict=True))


def _kind(cell: HtmlElement) -> str:
    """What a cell holds: a picture, a short text, both; empty for anything else."""
    inside = list(islice(cell.iter(), _LOOK + 1))
    pictures = sum(element.tag == "img" for element in inside)
    text = words_in(cell)
    if (
        len(inside) > _LOOK
        or pictures > 1
        or len(text) > _LONGEST
        or any(e.tag in ("ul", "ol", "h1") for e in inside)
    ):
        return ""
    if has_words(text):
        return "both" if pictures else "text"
    return "picture" if pictures else ""


def _rest(cell: HtmlElement) -> HtmlElement:
    """A cell without its picture."""
    next(cell.iter("img")).drop_tree()
    return cell
