"""Pictures of a page: which file an ``img`` means, what belongs to it, and which are no pictures at all."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from accessnews.readers._html.framing import frame_pictures, hyphened, words_in
from accessnews.readers._html.lines import LINE
from accessnews.readers._news.links import link, picture, scheme
from accessnews.text.unicode import has_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_LAZY = ("data-src", "data-lazy-src", "data-original", "data-hi-res-src", "data-full-src", "data-url", "data-lazy")
_TOLD = ("data-told-caption", "data-told-credit")
_LAZY_SETS = ("data-srcset", "data-lazy-srcset")
_STAND_IN = re.compile(
    r"(?:^|[/_.-])(?:placeholder|spacer|blank|transparent|loading|lazy(?:load)?|pixel|1x1|grey|gray|leer|vide|empty|dummy)\b",
    re.I,
)
_FILE = re.compile(r"^[^\s{}]{1,1000}\.(?:jpe?g|png|webp|gif|avif)(?:\?\S{0,500})?$", re.IGNORECASE)
_BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]{0,60}url\(\s*[\"']?([^\"')]{1,1000})", re.IGNORECASE)
_DRAWN = 1_500  # characters; what is shorter inside the text is a blank or a blur until the picture is there
_GLUED = re.compile(r"(?<=\d[wx]),(?=\S)")
_CREDIT = re.compile(r"(?:^|[\s_-])(?:credits?|copyright|attribution|photographer|photo-?source|image-?source)", re.I)
_UNSEEN = re.compile(r"(?:visually-?hidden|off-?screen|sr-?only|screen-?reader|a11y|assistive)", re.IGNORECASE)
_LABEL = re.compile(
    r"\s*(?:(?:image|photo|picture|video|media)\s+)?(?:credit|source|copyright)\b[\s.…,:]*", re.IGNORECASE
)
_CAPTION_LABEL = re.compile(r"\s*(?:image|photo|picture|video|media)?\s*caption\s*[,:]?\s*$", re.IGNORECASE)
_NAMELESS = "photo"  # the file of a picture whose address nobody may follow: none would be the next of a gallery
_CLIMB = 3  # levels looked at above a picture for its caption
_LOOK = 60  # elements looked at in each


def settle_pictures(root: HtmlElement, base: str = "") -> None:
    """Every picture under ``root`` with its file in ``data-src``; captions and credits marked as such.

    ``base`` is the page's address: a path from the root of its site (``/images/a.jpg``) is no path on this machine.
    """
    for element in list(root.iter("image", "amp-img")):
        _as_img(element)
    for element in list(root.iter("button")):
        _free_picture(element)
    for element in list(root.iter("div", "span", "a", "i", "picture")):
        _as_picture(element)
    for element in list(root.iter("figure")):
        _fill(element)
    for element in list(root.iter("noscript")):
        _settle_noscript(element)
    for element in list(root.iter("img")):
        _settle_img(element, base)
    frame_pictures(root)
    for element in list(root.iter("figure")):
        _mark_credits(element)


def _as_img(element: HtmlElement) -> None:
    """Other names for a picture; what stands inside is not part of it."""
    if element.getparent() is not None:
        element.addprevious(element.makeelement("img", dict(element.attrib)))
        element.drop_tag()


def _free_picture(button: HtmlElement) -> None:
    """A picture that can be made larger is a picture; the words on its button are not its caption."""
    img = next(button.iter("img"), None)
    if img is not None and button.getparent() is not None:
        img.tail = None
        button.addprevious(img)
        button.drop_tree()


def _as_picture(element: HtmlElement) -> None:
    """A picture that a script or a style would put in place of an empty element, where it has a figure or a name."""
    if element.getparent() is None or next(islice(element.iter("img"), 1), None) is not None:
        return
    is_framed = any(above.tag == "figure" for above in islice(element.iterancestors(), _CLIMB + 2))
    if not is_framed and (element.get("role") or "") != "img":
        return
    background = _BACKGROUND.search((element.get("style") or "")[:2_000])
    source = next(filter(None, map(element.get, _LAZY)), "") or (background[1] if background else "")
    if not source or has_words(words_in(element)):
        return
    alt = element.get("data-alt") or element.get("aria-label") or element.get("title") or ""
    element.addprevious(element.makeelement("img", {"src": source, "alt": alt, LINE: element.get(LINE) or ""}))
    element.drop_tree()


def _fill(figure: HtmlElement) -> None:
    """A figure whose picture stands behind it, for readers without script."""
    after = figure.getnext()
    if (
        after is None
        or after.tag != "noscript"
        or next(figure.iter("img", "iframe", "video", "table"), None) is not None
    ):
        return
    img, caption = next(after.iter("img"), None), next(figure.iter("figcaption"), None)
    if img is not None and caption is not None and next(after.iter("figcaption"), None) is None:
        img.tail = None
        figure.insert(0, img)
        after.drop_tree()


def _settle_noscript(element: HtmlElement) -> None:
    """A picture for readers without script stays where no other picture stands for it."""
    if element.getparent() is None:
        return
    around = element.getparent()
    others = (img for img in islice(around.iter("img"), _LOOK) if not _is_in(img, element))
    if next(element.iter("img"), None) is None or any(_source(img) and not _is_stand_in(img) for img in others):
        element.drop_tree()
    else:
        for img in [img for img in islice(around.iter("img"), _LOOK) if not _is_in(img, element)]:
            img.drop_tree()
        element.drop_tag()


def _is_in(element: HtmlElement, container: HtmlElement) -> bool:
    return any(above is container for above in islice(element.iterancestors(), _LOOK))


def _settle_img(element: HtmlElement, base: str) -> None:
    source = _source(element) or (_NAMELESS if _is_told(element) else "")
    if not source or _is_pixel(element):
        if scheme(element.get("src") or "") not in ("", "data"):
            element.addprevious(element.makeelement("span", {"data-embed": "a picture without a usable address"}))
        element.drop_tree()
        return
    element.set("data-src", (link(source, base) if base and source.startswith("/") else "") or source)
    alt = element.get("alt")
    if (element.get("role") or "").strip().lower() in ("presentation", "none") and not (alt or "").strip():
        element.set("data-decorative", "true")
    if "emoji" in (element.get("class") or "") and alt:
        _as_text(element, alt)


def _is_told(img: HtmlElement) -> bool:
    """Whether a picture without an address has words, and no other picture stands for it."""
    figure = next((above for above in islice(img.iterancestors(), _CLIMB) if above.tag == "figure"), None)
    around = img.getparent() if figure is None else figure
    if around is None or any(_source(img_beside) for img_beside in islice(around.iter("img"), _LOOK)):
        return any(img.get(name) for name in _TOLD)
    captions = () if figure is None else islice(figure.iter("figcaption"), _CLIMB)
    words = [
        *(img.get(name) or "" for name in ("alt", *_TOLD)),
        *("".join(caption.itertext()) for caption in captions),
    ]
    return any(map(has_words, words))


def _as_text(element: HtmlElement, text: str) -> None:
    element.tail = text + (element.tail or "")
    element.drop_tree()


def _is_pixel(element: HtmlElement) -> bool:
    """Counters and spacers, which nobody is meant to see."""
    return any(
        (element.get(side) or "").strip().removesuffix("px") in ("0", "1", "2") for side in ("width", "height")
    )


def _source(element: HtmlElement) -> str:
    """The file a picture means: one that was saved with the page before one on the web, the largest first."""
    sources = list(_sources(element))
    local = [source for source in sources if not scheme(source) and not source.startswith(("/", "\\"))]
    return (local or sources or [""])[0]


def _sources(element: HtmlElement) -> Iterator[str]:
    lazy = [element.get(name) for name in _LAZY]
    src = element.get("src") or ""
    sets = [element.get(name) for name in (*_LAZY_SETS, "srcset")]
    beside = element.getparent()
    while beside is not None and beside.tag in ("picture", "source"):
        sets += [source.get("srcset") or source.get("data-srcset") for source in islice(beside.iter("source"), _LOOK)]
        beside = beside.getparent()
    sized = [url for candidates in sets if candidates for url in _by_size(candidates)]
    stand_in = scheme(src) == "data" or bool(_STAND_IN.search(src[-200:])) or not src
    if stand_in and not any(lazy) and not sized:
        lazy = [value for name, value in element.attrib.items() if name.startswith("data-") and _FILE.search(value)]
    is_empty = scheme(src) == "data" and len(src) < _DRAWN
    plain = [] if stand_in and (any(lazy) or sized or is_empty) else [src]
    for source in (*sized, *lazy, *plain):
        if source and (named := picture(source)):
            yield named


def _is_stand_in(img: HtmlElement) -> bool:
    """Whether all that a picture has is a placeholder."""
    src = img.get("src") or ""
    return scheme(src) == "data" or (bool(_STAND_IN.search(src[-200:])) and _source(img) == picture(src))


def _by_size(candidates: str) -> list[str]:
    """The pictures of a ``srcset``, the largest first; a picture inside the text is no candidate."""
    sized = []
    words = iter(_GLUED.sub(", ", candidates[:20_000]).split())
    for word in islice(words, _LOOK):
        size = "" if word.endswith(",") else next(words, "")
        if scheme(word) != "data":
            sized.append((-_width(size), word.strip(",")))
    return [url for _, url in sorted(sized, key=lambda pair: pair[0])]


def _width(size: str) -> float:
    """``640w`` and ``2x`` as a number; a candidate without a size is ``1x``."""
    match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,6})?)[wx],?", size)
    return float(match[1]) if match else 1.0


def _mark_credits(figure: HtmlElement) -> None:
    """``data-credit`` on what names a picture's source; labels that only screen readers get are taken out."""
    for element in list(islice(figure.iterdescendants(), 4 * _LOOK)):
        if not isinstance(element.tag, str) or element.tag in ("img", "figcaption", "picture", "source"):
            continue
        named = hyphened(element.get("class") or "")
        if _UNSEEN.search(named):
            _settle_label(element)
        elif _CREDIT.search(named) or "copyright" in (element.get("itemprop") or ""):
            element.set("data-credit", "true")


def _settle_label(element: HtmlElement) -> None:
    """A label for screen readers: "Credit" marks the rest of what it stands in as one."""
    text = "".join(islice(element.itertext(), _LOOK))[:200]
    above = element.getparent()
    if above is None:
        return
    if _LABEL.fullmatch(text):
        if above.tag not in ("figure", "figcaption"):
            above.set("data-credit", "true")
        element.drop_tree()
    elif _CAPTION_LABEL.match(text):
        element.drop_tree()
