"""Pictures of NewsML 1: which contents are renditions of the same, and what is said of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from accessnews.readers._feeds.item import FeedPicture
from accessnews.readers._feeds.pictures import in_order, is_picture
from accessnews.readers._feeds.xmltree import attribute, below, child, line_of, words
from accessnews.readers.newsxml.outline import components, parent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from accessnews.readers.newsxml.outline import Outline

_MEDIA = re.compile(r"photo|picture|image|graphic|logo|illustration|video|audio", re.IGNORECASE)
_CAPTION = re.compile(r"caption|legend|l.gende", re.IGNORECASE)
_MEDIUM = re.compile(r"photo|picture|image|graphic", re.IGNORECASE)


def is_caption(content: _Element, outline: Outline) -> bool:
    """Whether a text belongs to a picture or video, by the role of a component that it stands in."""
    roles = map(outline.role_of, components(content))
    return any(_CAPTION.search(role) or _MEDIA.search(role) for role in roles)


def is_rendition(content: _Element) -> bool:
    """Whether a content is a picture."""
    kind = attribute(child(content, "MimeType"), "FormalName")
    is_named = bool(_MEDIUM.search(attribute(child(content, "MediaType"), "FormalName")))
    return is_picture(attribute(content, "Href"), kind or ("image" if is_named else ""))


def frame_of(content: _Element, around_texts: set[_Element], outline: Outline) -> _Element:
    """The component that is one picture: it has a headline, a caption or a role, and its renditions stand in it.

    ``around_texts`` are the components that hold the story's text, and so are no pictures.
    """
    nearest = parent(content)
    for above in components(content):
        if above in around_texts:
            break
        is_captioned = any(map(_CAPTION.search, outline.inner_roles(above)))
        if is_captioned or _MEDIA.search(outline.role_of(above)) or outline.line([above], "HeadLine") is not None:
            return above
    return nearest


def picture_of(frame: _Element, renditions: list[_Element], caption: str, outline: Outline) -> FeedPicture:
    """A picture out of its renditions, and the lines of the component that they stand in."""
    own = [frame, *(parent(content) for content in renditions)]
    credit = outline.line([*own, *components(frame)], "CreditLine")
    maker = outline.line(own, "ByLine")
    headline = words(outline.line(own, "HeadLine"))
    sizes = _sizes(renditions, outline)
    told = words(credit if credit is not None else maker)
    return FeedPicture(in_order(sizes), caption or headline, told, "", line_of(renditions[0]) or 1)


def _sizes(renditions: list[_Element], outline: Outline) -> Iterable[tuple[str, str, str]]:
    """Address, width and name of each rendition, whatever an agency calls them: ``PixelWidth``, ``ImageUse``."""
    for content in renditions:
        properties = {
            attribute(entry, "FormalName").lower(): attribute(entry, "Value") for entry in below(content, "Property")
        }
        width = next((value for name, value in properties.items() if "width" in name), "")
        use = next((value for name, value in properties.items() if "use" in name), "")
        measured = next((words(each) or attribute(each, "Value") for each in below(content, "Width")), "")
        yield attribute(content, "Href"), width or measured, use or outline.role_of(parent(content))
