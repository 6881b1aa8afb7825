"""Which pictures of a page are its story's, and the one above the story that belongs to it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from accessnews.readers._html.framing import caption_of, hyphened, words_in
from accessnews.text.unicode import has_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_ICON = 80  # pixels; narrower pictures on a page are portraits of authors, logos, buttons
_FURNITURE = re.compile(  # in the name of a file
    r"(?:^|[_.-])(?:logos?|icons?|avatars?|gravatar|share|facebook|fb|twitter|whatsapp|instagram|telegram|sprite|badge|"
    r"buttons?|btn|rss|print(?:er)?|e?mail|arrow|spinner|favicon|flattr|paypal|pixel)(?:[_.-]|\d*$)",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"/(?:flags?|icons?|logos?|buttons?|smil(?:ey|ie)s?|themes?|plugins|emojis?|stats?|avatar\w*)/", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:^|[\s_-])(?:hero|lead|featured|main|opener|top|cover|article|post|story|entry|aufmacher)[-_]?(?:img|image|media|"
    r"photo|picture|figure|thumbnail|bild|art)?(?:$|[\s_-])|wp-post-image",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?:^|[\s_-])(?:site|logo|brand|masthead|nav|menu|teaser|related|promo|ad|widget|sidebar)", re.I)
_SIZE = re.compile(r"(?:[-_]\d{2,4}x\d{2,4}|[-_]scaled|@2x|-\d{2,4}w)$")
_COLUMNS = 3  # beside the story
_LEVELS = 6  # above the story
_MOST = 5  # pictures above a story
_LOOK = 60
_PAGE = 3_000  # elements above the story that are looked at


def is_furniture(img: HtmlElement) -> bool:
    """Whether a picture is an icon, a logo or a portrait by its width or its file's name."""
    width = (img.get("width") or "").strip().removesuffix("px")
    if width.isdecimal() and int(width[:6]) < _ICON:
        return True
    address = (img.get("src") or "")[-400:]
    return bool(_FURNITURE.search(hyphened(_name(address))) or _PLACES.search(address))


def is_teaser(img: HtmlElement) -> bool:
    """Whether a picture is part of a link with words, or its caption is one: it belongs to another story."""
    above = list(islice(img.iterancestors(), 8))
    link = next((element for element in above if element.tag == "a"), None)
    if link is None:
        return False
    inside = list(islice(link.iter(), _LOOK))
    if any(element.tag in ("h2", "h3", "h4") for element in inside):
        return True
    caption = caption_of(img)
    if caption is None or link in caption.iterancestors():
        is_figure = any(element.tag == "figure" for element in above[:4])
        return not is_figure and has_words(words_in(link, _LOOK))
    goal = next((element for element in islice(caption.iter(), 10) if element.tag == "a"), None)
    return goal is not None and goal.get("href") == link.get("href") and words_in(goal) == words_in(caption)


def is_picture(element: HtmlElement) -> bool:
    """Whether an element holds captioned pictures and hardly any words but their captions."""
    inside = list(islice(element.iter(), _LOOK + 1))
    pictures = [part for part in inside if part.tag == "img"]
    is_headed = any(part.tag in ("h2", "h3", "h4", "h5") for part in inside)
    if len(inside) > _LOOK or not pictures or is_headed or any(map(is_teaser, pictures)):
        return False
    captions = {caption for img in pictures if (caption := caption_of(img)) is not None}
    captioned = sum(len(words_in(caption)) for caption in captions if element in caption.iterancestors())
    return captioned > 0 and len(words_in(element, 400)) <= 2 * captioned


def bring_lead(body: HtmlElement, container: HtmlElement) -> None:
    """Put the pictures that stand above the story, and belong to it, at its beginning; those beside it at its end."""
    beside = [] if container is body else list(islice(container.itersiblings(), _COLUMNS))
    for column in beside:
        if isinstance(column.tag, str) and is_picture(column) and not _is_in_site(column, set()):
            column.tail = None
            container.append(column)
    shared = {container, *container.iterancestors()}
    places = [figure for figure in _above(body, container) if not _is_in_site(figure, shared)]
    for figure in reversed(places[-_MOST:]):
        figure.tail = None
        container.insert(0, figure)
        container[0].tail, container.text = container.text, None


def _above(body: HtmlElement, container: HtmlElement) -> Iterator[HtmlElement]:
    """Figures above the story in the order in which they stand: with a caption, or the page's picture by name."""
    name = _page_picture(body)
    branches = [container, *islice(container.iterancestors(), _LEVELS)]
    before = [beside for branch in reversed(branches) if branch is not body for beside in _before(branch)]
    for img in islice((img for beside in before for img in islice(beside.iter("img"), _LOOK)), _PAGE):
        if is_furniture(img) or is_teaser(img):
            continue
        caption = caption_of(img)
        if caption is not None:
            yield _frame_of(img, caption)
        elif _is_lead(img) or (name and _name(img.get("src") or "") == name):
            yield img


def _before(branch: HtmlElement) -> list[HtmlElement]:
    siblings = list(islice(branch.itersiblings(preceding=True), _LOOK))
    return [sibling for sibling in reversed(siblings) if isinstance(sibling.tag, str)]


def _frame_of(img: HtmlElement, caption: HtmlElement) -> HtmlElement:
    """The innermost element with a picture and its caption."""
    around = set(caption.iterancestors())
    return next(above for above in img.iterancestors() if above in around)


def _is_in_site(picture: HtmlElement, shared: set[HtmlElement]) -> bool:
    """Whether a picture stands in what is the site's, up to the elements that it shares with the story."""
    near = (picture, *islice(picture.iterancestors(), _LOOK if shared else 0))
    for above in near:
        if above in shared:
            return False
        named = hyphened(f"{above.get('class') or ''} {above.get('id') or ''}")
        if above.tag in ("nav", "aside", "footer", "form") or _SITE.search(named):
            return True
    return False


def _is_lead(img: HtmlElement) -> bool:
    near = [img, *islice(img.iterancestors(), 3)]
    return any(_LEAD.search((element.get("class") or "")[:400]) for element in near if element.tag != "body")


def _page_picture(body: HtmlElement) -> str:
    """The name of the picture that a page gives to social sites."""
    metas = islice(body.getroottree().getroot().iter("meta"), 300)
    return next((_name(meta.get("content") or "") for meta in metas if meta.get("property") == "og:image"), "")


def _name(address: str) -> str:
    """The name of a file without its ending and its size."""
    last = address[-400:].split("?")[0].rstrip("/").rpartition("/")[2]
    return _SIZE.sub("", last.rpartition(".")[0] or last)
