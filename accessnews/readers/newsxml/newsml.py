"""NewsML 1: a tree of components, in which a story is what stands below a headline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from accessnews.model.findings import Finding
from accessnews.readers._feeds.choice import check_number
from accessnews.readers._feeds.item import PICTURE, DeskNote, FeedPicture, Item, Markup
from accessnews.readers._feeds.xmltree import attribute, below, child, children, lang_of, line_of, local, words
from accessnews.readers.newsxml.content import take_text
from accessnews.readers.newsxml.outline import Outline, components, has_text, parent
from accessnews.readers.newsxml.photos import frame_of, is_caption, is_rendition, picture_of
from accessnews.text.unicode import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from accessnews.text.decode import Source

_DESK = re.compile(r"contact|editor|advis|notepad|instruction|embargo", re.IGNORECASE)
_LINES = {
    **dict.fromkeys(("headline", "title", "titre", "titel"), "title"),
    **dict.fromkeys(("subheadline", "subtitle", "lead", "chapo", "standfirst", "teaser"), "deck"),
    "byline": "bylines",
    "dateline": "dateline",
}
_MAIN = re.compile(r"main|body|text|story", re.IGNORECASE)
_MOST_SHARED = 200  # pictures that stand in no story
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
    elements = list(below(root, "NewsItem"))
    check_number(elements, file)
    return [item for element in elements for item in _items(element, file)]


def _items(element: _Element, file: Source) -> Iterator[Item]:
    outline = Outline(element)
    contents = list(below(element, "ContentItem"))
    texts = [content for content in contents if has_text(content)]
    captions = {content: None for content in texts if is_caption(content, outline)}
    stories: dict[_Element, _Story] = {}
    for content in texts:
        if content not in captions:
            home = _home(content, outline)
            _sort_in(content, stories.setdefault(home, _Story(home)), outline)
    stories = {home: story for home, story in stories.items() if story.texts}
    check_number(stories, file)
    around_texts = {above for content in texts if content not in captions for above in components(content)}
    has_pictures = _illustrate(stories, contents, list(captions), around_texts, outline)
    if not stories:
        yield _textless(element, has_pictures)
    for story in stories.values():
        yield _item(element, story, outline, file)


def _home(content: _Element, outline: Outline) -> _Element:
    """The component whose headline stands over a content; the outermost where none has one."""
    around = list(components(content))
    headed = (
        above
        for above in around
        if outline.line([above], "HeadLine") is not None or "title" in map(_line_of, outline.inner_roles(above))
    )
    return next(headed, around[-1] if around else parent(content))


def _line_of(role: str) -> str:
    """Which line above a text the content of a component is; empty for another."""
    return _LINES.get(re.sub(r"[^a-z]", "", role.lower()), "")


def _sort_in(content: _Element, story: _Story, outline: Outline) -> None:
    """A content into its story: by its role it is the text, one of the lines above it, or the desk's."""
    role = outline.role_of(parent(content))
    if name := _line_of(role):
        story.lines.setdefault(name, words(child(content, "DataContent")))
    elif _DESK.search(role):
        story.desk.append((role, content))
    elif role.lower() != "stylesheet":
        story.texts.append(content)


def _illustrate(
    stories: dict[_Element, _Story],
    contents: list[_Element],
    captions: list[_Element],
    around_texts: set[_Element],
    outline: Outline,
) -> bool:
    """Give every picture to the story that it stands in, or to all; whether there are any."""
    frames: dict[_Element, list[_Element]] = {}
    for content in filter(is_rendition, contents):
        frames.setdefault(frame_of(content, around_texts, outline), []).append(content)
    told: dict[_Element, str] = {}
    for content in captions:
        told.setdefault(frame_of(content, around_texts, outline), words(child(content, "DataContent")))
    shared: list[FeedPicture] = []
    for frame, renditions in frames.items():
        picture = picture_of(frame, renditions, told.get(frame, ""), outline)
        own = next((stories[above] for above in (frame, *components(frame)) if above in stories), None)
        (own.pictures if own else shared).append(picture)
    for story in stories.values():
        story.pictures += shared[:_MOST_SHARED]
    return bool(frames)


def _textless(element: _Element, has_pictures: bool) -> Item:
    title = next((words(line) for line in below(element, "HeadLine") if words(line)), "")
    return Item(line=line_of(element) or 1, kind=PICTURE if has_pictures else "an item", title=title)


def _item(element: _Element, story: _Story, outline: Outline, file: Source) -> Item:
    item = Item(line=line_of(story.home) or 1, pictures=story.pictures)
    around = [story.home, *components(story.home)]
    _fill_lines(item, story, around, outline)
    _fill_management(item, child(element, "NewsManagement"))
    for role, content in story.desk:
        text = words(child(content, "DataContent"))
        item.desk.append(DeskNote(f"a part for editors ({role[:30]})", text, line_of(content) or item.line))
    described = (outline.part(above, "DescriptiveMetadata") for above in components(story.texts[0]))
    languages = (attribute(child(part, "Language"), "FormalName") for part in described)
    item.lang = next(filter(None, languages), "") or lang_of(story.texts[0])
    _fill_body(item, story, outline, file)
    if item.body is None:
        item.kind = "an item"
    return item


def _fill_lines(item: Item, story: _Story, around: list[_Element], outline: Outline) -> None:
    """Headline, standfirst, names and place: of the story's component, or of those around it."""
    headline = outline.line(around, "HeadLine")
    item.title = words(headline) or story.lines.get("title", "")
    item.title_line = line_of(headline) if headline is not None else 0
    deck = words(outline.line(around, "SubHeadLine")) or story.lines.get("deck", "")
    item.decks = [deck] if deck else []
    item.dateline = words(outline.line(around, "DateLine")) or story.lines.get("dateline", "")
    byline = words(outline.line(around, "ByLine")) or story.lines.get("bylines", "")
    item.bylines = [byline] if byline else []
    for above in around:
        for line in outline.lines(above, "NewsLine"):
            if _DESK.search(attribute(child(line, "NewsLineType"), "FormalName")):
                text = words(child(line, "NewsLineText"))
                item.desk.append(DeskNote("a note to editors", text, line_of(line) or item.line))
        rights = child(outline.part(above, "RightsMetadata"), "UsageRights")
        if rights is not None:
            item.desk.append(DeskNote("a note on rights", words(rights), line_of(rights) or item.line))


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


def _fill_body(item: Item, story: _Story, outline: Outline, file: Source) -> None:
    """The best of the same text in several formats; parts that say something else follow one another."""
    parts: dict[_Element, list[_Element]] = {}
    for content in story.texts:
        parts.setdefault(parent(content), []).append(content)
    main = {part: None for part in parts if _MAIN.fullmatch(outline.role_of(part))}
    for part, contents in parts.items() if main else ():
        if part not in main:
            item.findings.append(_left_out(outline.role_of(part), contents[0], file))
    taken: dict[str, Markup] = {}  # by their letters: the same text may come again in another format
    for part in main or parts:
        markup = _best(item, parts[part], file)
        if markup:
            taken.setdefault(re.sub(r"<[^<>]*>|\W", "", markup.html), markup)
    item.body = None
    if taken:
        markups = list(taken.values())
        html, is_made_here = "".join(each.html for each in markups), all(each.made_here for each in markups)
        item.body = Markup(html, made_here=is_made_here, first=markups[0].first)


def _best(item: Item, contents: list[_Element], file: Source) -> Markup | None:
    """The text of a part, from the best of its contents."""
    for content in sorted(contents, key=_rank):
        item.body = None
        data = child(content, "DataContent")
        if data is not None and take_text(item, data, file):
            return item.body
    return None


def _left_out(role: str, content: _Element, file: Source) -> Finding:
    text = shortened(words(child(content, "DataContent")), 60)
    message = f"a part of the item ({role[:30] or 'without a role'}) is left out: “{text}”"
    return Finding("item-left-out", message, file.at(line_of(content)), "if it is the story's, put it into its text")


def _rank(content: _Element) -> int:
    named = " ".join(attribute(child(content, name), "FormalName") for name in ("Format", "MimeType")).lower()
    return next((rank for rank, name in enumerate(_FORMATS) if name in named), len(_FORMATS))
