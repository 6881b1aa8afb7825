"""NewsML-G2: news items and packages, alone or together in a message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from accessnews.readers._feeds.choice import check_number
from accessnews.readers._feeds.item import PACKAGE, PICTURE, DeskNote, FeedPicture, Item
from accessnews.readers._feeds.pictures import in_order, is_picture
from accessnews.readers._feeds.xmltree import attribute, below, child, children, lang_of, line_of, local, words
from accessnews.readers.newsxml.content import fill_from_content
from accessnews.text.langtag import primary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from accessnews.text.decode import Source

_KINDS = {
    "packageItem": PACKAGE,
    "conceptItem": "an entry of a vocabulary",
    "knowledgeItem": "a vocabulary",
    "catalogItem": "a catalogue",
    "planningItem": "a plan of coverage",
}
ITEMS = ("newsItem", *_KINDS)
_CLASSES = {
    **dict.fromkeys(("picture", "photo", "graphic", "image"), PICTURE),
    "video": "a video",
    "audio": "a sound recording",
    "animation": "an animation",
    "event": "an event",
    "concept": "an entry of a vocabulary",
}
_STANDFIRST = ("teaser", "intro", "lead", "standfirst", "deck")
_SUMMARY = ("summary", "abstract", *_STANDFIRST, "synthe", "synthesis", "short", "dopesheet", "description", "")
_CAPTION = ("caption", "videocaption", "photocaption", "", "description", "summary")
_SHORTER = re.compile(r"short|seo|web|slug|mobile|title|main|top")  # another wording of the same
_ALT = re.compile(r"alt(?:text|ernative)?|accessib\w*")


def items_of_g2(root: _Element, file: Source) -> list[Item]:
    """The items of a document, each knowing the names of those that belong to it."""
    elements = [element for element in below(root, *ITEMS) if not _is_inside(element)]
    check_number(elements, file)
    items = [_item(element, file) for element in elements]
    for item, element in zip(items, elements, strict=True):
        if local(element) == "packageItem":
            _tie(item, items)
    return items


def _is_inside(element: _Element) -> bool:
    """Whether an item stands in the content of another."""
    return any(local(above) in ITEMS for above in element.iterancestors())


def _tie(package: Item, items: list[Item]) -> None:
    """What a package puts together belongs together."""
    known = {name for item in items for name in item.names}
    together = package.references & known
    for item in items:
        if item.names & together:
            item.references |= together


def _item(element: _Element, file: Source) -> Item:
    about, content = child(element, "itemMeta"), child(element, "contentMeta")
    item = Item(line=line_of(element) or 1, kind=_kind(element, about))
    item.names = {name for name in (attribute(element, "guid"),) if name}
    item.references = {
        name
        for link in below(element, "link", "itemRef", "remoteContent")
        for name in (attribute(link, "residref"), attribute(link, "href"))
        if name
    }
    language = next((attribute(each, "tag") for each in children(content, "language")), "")
    item.lang = language or lang_of(element)
    _fill_head(item, about, content)
    _fill_status(item, element, about)
    _fill_descriptions(item, content)
    fill_from_content(item, child(element, "contentSet"), file)
    files = in_order(_renditions(child(element, "contentSet")))
    if item.kind == PICTURE or (files and item.body is not None):
        item.pictures.append(_picture(item, content, files))
    return item


def _kind(element: _Element, about: _Element | None) -> str:
    named = attribute(child(about, "itemClass"), "qcode", "uri", "literal")
    return _KINDS.get(local(element)) or _CLASSES.get(_last(named), "")


def _last(code: str) -> str:
    """The last part of a code or address: ``picture`` of ``ninat:picture``."""
    return re.split(r"[:/#]", code)[-1].lower()


def _fill_head(item: Item, about: _Element | None, content: _Element | None) -> None:
    headlines = [each for each in children(content, "headline") if words(each)]
    main = _main(headlines, item.lang)
    lesser = [each for each in headlines if "sub" in _role(each)]
    above = [each for each in headlines if re.search(r"kicker|overline|over|topline", _role(each))]
    title = main if main is not None else child(about, "title")
    item.title, item.title_line = words(title), line_of(title) if title is not None else 0
    item.decks = [words(each) for each in lesser]
    item.kicker = words(above[0]) if above else ""
    shown = [item.title, item.kicker, *item.decks]
    versions = {each for each in headlines if attribute(each, "rank") or _SHORTER.search(_role(each))}
    unused = {words(each): each for each in headlines if words(each) not in shown and each not in versions}
    item.desk += [DeskNote("another headline", text, line_of(each) or item.line) for text, each in unused.items()]
    item.bylines = [text for text in map(words, children(content, "by")) if text]
    date = next(iter((*children(about, "versionCreated"), *children(content, "contentCreated"))), None)
    date = date if date is not None else child(about, "firstCreated")
    item.date, item.date_line = words(date), line_of(date) if date is not None else 0
    item.dateline = words(child(content, "dateline")) or _place(child(content, "located"), item.lang)
    item.holder = words(child(child(about, "provider"), "name")) if child(about, "provider") is not None else ""


def _main(headlines: list[_Element], lang: str) -> _Element | None:
    """The headline: by its role or rank, in the item's language."""

    def rank(each: _Element) -> tuple[bool, bool, float, bool]:
        role, place = _role(each), attribute(each, "rank")
        is_other = bool(re.search(r"sub|kicker|over|short|topline|slug|seo|web", role))
        is_foreign = bool(each.get("{http://www.w3.org/XML/1998/namespace}lang")) and primary(
            lang_of(each)
        ) != primary(lang)
        is_unnamed = not re.search(r"title|main|head|^hld?$", role)
        return is_other, is_foreign, float(place) if place.isdecimal() else 1.0, is_unnamed

    return min(headlines, key=rank, default=None)


def _role(element: _Element) -> str:
    return _last(attribute(element, "role", "roleuri"))


def _place(located: _Element | None, lang: str) -> str:
    names = children(located, "name")
    own = [name for name in names if primary(lang_of(name)) == primary(lang)]
    return words(next(iter((*own, *names)), None)) or attribute(located, "literal")


def _fill_status(item: Item, element: _Element, about: _Element | None) -> None:
    embargo = child(about, "embargoed")
    item.embargo = words(embargo)
    item.is_held = embargo is not None and not item.embargo  # until further notice
    item.status = _last(attribute(child(about, "pubStatus"), "qcode", "uri", "literal"))
    notes = [(note, "a note to editors") for note in children(about, "edNote")]
    rights = (terms for info in children(element, "rightsInfo") for terms in children(info, "usageTerms"))
    described = children(child(element, "contentMeta"), "description")
    notes += [(each, "a note to editors") for each in described if "note" in _role(each)]
    for note, what in (*notes, *((terms, "a note on rights") for terms in rights)):
        item.desk.append(DeskNote(what, words(note), line_of(note) or item.line))


def _fill_descriptions(item: Item, content: _Element | None) -> None:
    if item.kind == PICTURE:
        return  # of a picture it is the caption
    lead = _description(content, _STANDFIRST)
    item.decks += [lead] if lead else []
    item.summary = _description(content, _SUMMARY) or _description(content, None)


def _description(content: _Element | None, roles: tuple[str, ...] | None) -> str:
    """The description with the first of the roles that one has; any, where no roles are named."""
    described = [(_role(each), words(each)) for each in children(content, "description") if "note" not in _role(each)]
    if roles is None:
        return next((text for role, text in described if text and "caption" not in role), "")
    return next((text for role in roles for own, text in described if own == role and text), "")


def _picture(item: Item, content: _Element | None, files: tuple[str, ...]) -> FeedPicture:
    alt = next((words(each) for each in children(content, "description") if _ALT.fullmatch(_role(each))), "")
    caption = _description(content, _CAPTION) if item.kind == PICTURE else _description(content, ("caption",))
    credit = words(child(content, "creditline"))
    if not credit and item.kind == PICTURE:
        maker = child(content, "creator")
        credit = words(child(content, "by")) or words(child(maker, "name"))
    return FeedPicture(files, caption, credit, alt, item.line)


def _renditions(content: _Element | None) -> Iterator[tuple[str, str, str]]:
    for remote in below(content, "remoteContent"):
        address = attribute(remote, "href")
        if is_picture(address, attribute(remote, "contenttype")):
            yield address, attribute(remote, "width"), attribute(remote, "rendition", "renditionuri")
