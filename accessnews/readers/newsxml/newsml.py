"""NewsML 1: a tree of components, in which a story is what stands below a headline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from accessnews.model.findings import Finding
from accessnews.readers._feeds.item import PICTURE, DeskNote, FeedPicture, Item, Markup
from accessnews.readers._feeds.pictures import in_order, is_picture
from accessnews.readers._feeds.xmltree import attribute, below, child, children, lang_of, line_of, local, words
from accessnews.readers.newsxml.content import take_text
from accessnews.text.unicode import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from accessnews.text.decode import Source

_MEDIA = re.compile(r"photo|picture|image|graphic|logo|illustration|video|audio|thumbnail|preview", re.IGNORECASE)
_CAPTION = re.compile(r"caption|legend|l.gende", re.IGNORECASE)
_DESK = re.compile(r"contact|editor|advis|notepad|instruction|embargo", re.IGNORECASE)
_LINES = {
    **dict.fromkeys(("headline", "title", "titre", "titel"), "title"),
    **dict.fromkeys(("subheadline", "subtitle", "lead", "chapo", "standfirst", "teaser"), "deck"),
    "byline": "bylines",
    "dateline": "dateline",
}
_NO_TEXT = re.compile(r"css|javascript|image|video|audio|photo|graphic|pdf|zip|json", re.IGNORECASE)
_FORMATS = ("html", "nitf", "text")  # the best first


@dataclass(slots=True)
class _Story:
    """A component with a headline, and the contents below it that are its own."""

    home: _Element
    texts: list[_Element] = field(default_factory=list)
    pictures: list[FeedPicture] = field(default_factory=list)
    desk: list[tuple[str, _Element]] = field(default_factory=list)
    lines: dict[str, str] = field(default_factory=dict)  # such as a standfirst that is a content of its own


def items_of_newsml(root: _Element, file: Source) -> list[Item]:
    """Every story of every news item, and one item each of those that have none."""
    return [item for element in below(root, "NewsItem") for item in _items(element, file)]


def _items(element: _Element, file: Source) -> Iterator[Item]:
    stories: dict[_Element, _Story] = {}
    captions: dict[_Element, str] = {}
    pictures: dict[_Element, list[_Element]] = {}
    for content in below(element, "ContentItem"):
        media = _media(content)
        if _is_picture(content):
            pictures.setdefault(media if media is not None else _parent(content), []).append(content)
        elif _has_text(content) and (media is not None or _CAPTION.search(_role(content))):
            captions.setdefault(
                media if media is not None else _parent(content), words(child(content, "DataContent"))
            )
        elif _has_text(content):
            _sort_in(content, stories.setdefault(_home(content), _Story(_home(content))))
    stories = {home: story for home, story in stories.items() if story.texts}
    for group, contents in pictures.items():
        picture = _picture(group, contents, captions.get(group, ""))
        own = [story for story in stories.values() if _is_below(group, story.home)] or list(stories.values())
        for story in own:
            story.pictures.append(picture)
    if not stories:
        yield _textless(element, bool(pictures))
    for story in stories.values():
        yield _item(element, story, file)


def _role(content: _Element) -> str:
    """The role of the component that a content stands in."""
    return attribute(child(_parent(content), "Role"), "FormalName")


def _parent(element: _Element) -> _Element:
    above = element.getparent()
    return element if above is None else above


def _components(element: _Element) -> Iterator[_Element]:
    """The components that an element stands in, the nearest first."""
    return (above for above in element.iterancestors() if local(above) == "NewsComponent")


def _media(content: _Element) -> _Element | None:
    """The outermost component around a content that is a picture's or a video's."""
    around = [above for above in _components(content) if _MEDIA.search(attribute(child(above, "Role"), "FormalName"))]
    return around[-1] if around else None


def _is_picture(content: _Element) -> bool:
    kind = attribute(child(content, "MimeType"), "FormalName")
    medium = attribute(child(content, "MediaType"), "FormalName")
    address = attribute(content, "Href")
    is_named = bool(re.search(r"photo|picture|image|graphic", medium, re.IGNORECASE))
    return bool(address) and is_picture(address, kind or ("image" if is_named else ""))


def _has_text(content: _Element) -> bool:
    kinds = " ".join(attribute(child(content, name), "FormalName") for name in ("MimeType", "MediaType", "Format"))
    is_coded = next(below(content, "Encoding"), None) is not None
    return not _NO_TEXT.search(kinds) and not is_coded and bool(words(child(content, "DataContent")))


def _home(content: _Element) -> _Element:
    """The component whose headline stands over a content; the outermost where none has one."""
    around = list(_components(content))
    return next(filter(_has_headline, around), around[-1] if around else _parent(content))


def _has_headline(component: _Element) -> bool:
    if words(child(component, "NewsLines", "HeadLine")):
        return True
    return any(_line_of(_role_of(inner)) == "title" for inner in children(component, "NewsComponent"))


def _line_of(role: str) -> str:
    """Which line above a text the content of a component is; empty for another."""
    return _LINES.get(re.sub(r"[^a-z]", "", role.lower()), "")


def _is_below(element: _Element, home: _Element) -> bool:
    return element is home or any(above is home for above in element.iterancestors())


def _sort_in(content: _Element, story: _Story) -> None:
    """A content into its story: by its role it is the text, one of the lines above it, or the desk's."""
    role = _role(content)
    data = child(content, "DataContent")
    if name := _line_of(role):
        story.lines.setdefault(name, words(data))
    elif role.lower() == "stylesheet":
        return
    elif _DESK.search(role):
        story.desk.append((role, content))
    else:
        story.texts.append(content)


def _textless(element: _Element, has_pictures: bool) -> Item:
    title = next((words(line) for line in below(element, "HeadLine") if words(line)), "")
    return Item(line=line_of(element) or 1, kind=PICTURE if has_pictures else "an item", title=title)


def _item(element: _Element, story: _Story, file: Source) -> Item:
    item = Item(line=line_of(story.home) or 1, pictures=story.pictures)
    _fill_lines(item, story)
    _fill_management(item, child(element, "NewsManagement"))
    for role, content in story.desk:
        text = words(child(content, "DataContent"))
        item.desk.append(DeskNote(f"a part for editors ({role[:30]})", text, line_of(content) or item.line))
    languages = [
        attribute(child(above, "DescriptiveMetadata", "Language"), "FormalName")
        for above in (_parent(story.texts[0]), *_components(story.texts[0]))
    ]
    item.lang = next(filter(None, languages), "") or lang_of(story.texts[0])
    _fill_body(item, story, file)
    if item.body is None:
        item.kind = "an item"
    return item


def _fill_lines(item: Item, story: _Story) -> None:
    """Headline, standfirst, names and place: of the story's component, or of those around it."""
    around = [story.home, *_components(story.home)]
    headline = next(
        (line for above in around for line in children(child(above, "NewsLines"), "HeadLine") if words(line)), None
    )
    item.title = words(headline) or story.lines.get("title", "")
    item.title_line = line_of(headline) if headline is not None else 0
    deck = _line(around, "SubHeadLine") or story.lines.get("deck", "")
    item.decks = [deck] if deck else []
    item.dateline = _line(around, "DateLine") or story.lines.get("dateline", "")
    byline = _line(around, "ByLine") or story.lines.get("bylines", "")
    item.bylines = [byline] if byline else []
    for above in around:
        for line in children(child(above, "NewsLines"), "NewsLine"):
            if _DESK.search(attribute(child(line, "NewsLineType"), "FormalName")):
                text = words(child(line, "NewsLineText"))
                item.desk.append(DeskNote("a note to editors", text, line_of(line) or item.line))
        for rights in children(child(above, "RightsMetadata"), "UsageRights"):
            item.desk.append(DeskNote("a note on rights", words(rights), line_of(rights) or item.line))


def _line(around: list[_Element], name: str) -> str:
    return next(
        (words(line) for above in around for line in children(child(above, "NewsLines"), name) if words(line)), ""
    )


def _fill_management(item: Item, management: _Element | None) -> None:
    date = child(management, "ThisRevisionCreated")
    date = date if date is not None else child(management, "FirstCreated")
    item.date, item.date_line = words(date), line_of(date) if date is not None else 0
    item.status = attribute(child(management, "Status"), "FormalName")
    change = child(management, "StatusWillChange")
    future = attribute(child(change, "FutureStatus"), "FormalName").lower()
    embargo = next((each for each in below(management, *_named_embargo(management))), None)
    if embargo is not None:
        item.embargo = attribute(embargo, "DateAndTime", "FormalName", "Value") or words(embargo)
        item.is_held = True
    elif future == "usable" and item.status.lower() != "usable":
        item.embargo, item.is_held = words(child(change, "DateAndTime")), True
    for note in children(management, "Instruction"):
        item.desk.append(DeskNote("a note to editors", attribute(note, "FormalName") or words(note), line_of(note)))


def _named_embargo(management: _Element | None) -> set[str]:
    inside = management.iter() if management is not None else iter(())
    return {local(each) for each in inside if local(each).lower().startswith("embargo")}


def _fill_body(item: Item, story: _Story, file: Source) -> None:
    """The best of the same text in several formats; parts that say something else follow one another."""
    parts: dict[_Element, list[_Element]] = {}
    for content in story.texts:
        parts.setdefault(_parent(content), []).append(content)
    main = [part for part in parts if re.fullmatch(r"main|body|text|story", _role_of(part), re.IGNORECASE)]
    for part in parts if main else ():
        if part not in main:
            item.findings.append(_left_out(part, parts[part][0], file))
    for part in main or list(parts):
        for content in sorted(parts[part], key=_rank):
            data = child(content, "DataContent")
            before = item.body
            item.body = None
            if data is not None and take_text(item, data, file):
                item.body = _joined(before, item.body)
                break
            item.body = before


def _left_out(part: _Element, content: _Element, file: Source) -> Finding:
    text = shortened(words(child(content, "DataContent")), 60)
    message = f"a part of the item ({_role_of(part)[:30] or 'without a role'}) is left out: “{text}”"
    return Finding("item-left-out", message, file.at(line_of(content)), "if it is the story's, put it into its text")


def _joined(before: Markup | None, behind: Markup | None) -> Markup | None:
    """Two parts of a text as one, unless the second says the same again."""
    if before is None or behind is None:
        return before or behind
    letters = [re.sub(r"<[^<>]*>|\W", "", part.html) for part in (before, behind)]
    if letters[1] in letters[0]:
        return before
    return Markup(before.html + behind.html, before.line, before.made_here and behind.made_here)


def _role_of(component: _Element) -> str:
    return attribute(child(component, "Role"), "FormalName")


def _rank(content: _Element) -> int:
    named = " ".join(attribute(child(content, name), "FormalName") for name in ("Format", "MimeType")).lower()
    return next((rank for rank, name in enumerate(_FORMATS) if name in named), len(_FORMATS))


def _picture(group: _Element, contents: list[_Element], caption: str) -> FeedPicture:
    """A picture out of its renditions, and the lines of the component that they stand in."""
    around = [group, *_components(group)]
    inner = [_parent(content) for content in contents]
    own = next(
        (
            words(child(each, "NewsLines", "HeadLine"))
            for each in (group, *inner)
            if words(child(each, "NewsLines", "HeadLine"))
        ),
        "",
    )
    credit = _line([*inner, *around], "CreditLine") or _line([*inner, group], "ByLine")
    files = in_order(
        (attribute(content, "Href"), _property(content, "width"), _property(content, "use")) for content in contents
    )
    return FeedPicture(files, caption or own, credit, "", line_of(contents[0]) or 1)


def _property(content: _Element, name: str) -> str:
    """A characteristic of a rendition, whatever an agency calls it: ``PixelWidth``, ``Width``, ``ImageUse``."""
    for entry in below(content, "Property"):
        if name in attribute(entry, "FormalName").lower():
            return attribute(entry, "Value")
    if name == "use":
        return attribute(child(_parent(content), "Role"), "FormalName")
    return next((words(each) or attribute(each, "Value") for each in below(content, "Width")), "")
