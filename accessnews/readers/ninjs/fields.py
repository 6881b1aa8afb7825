"""The fields of a ninjs item: the names that versions 1 to 3 and their users give them."""

import re
from collections.abc import Iterator
from typing import Any

from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.readers._feeds.item import PICTURE, DeskNote, FeedPicture, Item
from accessnews.readers._feeds.jsontree import FeedTable, JsonText
from accessnews.readers._feeds.pictures import in_order, is_picture
from accessnews.readers._feeds.words import words_of
from accessnews.readers.ninjs.body import fill_body
from accessnews.text.decode import Source
from accessnews.text.unicode import shortened

_NAMED = ("uri", "guid", "standard", "itemid", "altids", "urn")
_SAYS = ("headline", "headlines", "bodies", "descriptions", "renditions", "associations")
_OTHERS = {
    **dict.fromkeys(("picture", "graphic", "photo", "image"), PICTURE),
    "video": "a video",
    "audio": "a sound recording",
    "event": "an event",
    "planning": "a plan of the desk",
    "component": "a component",
}
_ANOTHER = "another item"
_DESK = (
    ("ednote", "a note to editors"),
    *((key, "a note to editors") for key in ("editorialnote", "notepad", "notes", "specialinstructions")),
    ("usageterms", "a note on rights"),
)
_STANDFIRST = ("lead", "intro", "teaser", "standfirst", "deck", "ingress")
_NESTED = 4  # levels of lists and envelopes around items


def fields(table: FeedTable) -> FeedTable:
    """A table with its keys in small letters and figures alone: ``body_xhtml`` and ``bodyXhtml`` are the same."""
    plain = FeedTable((re.sub(r"[^a-z0-9 ]", "", key.lower()), value) for key, value in table.items())
    plain.line = table.line
    return plain


def is_item(table: FeedTable) -> bool:
    """Whether a table is an item of news: it is named, and has something to say."""
    keys = fields(table)
    is_named = any(keys.get(key) for key in _NAMED)
    return is_named and any(key in _SAYS or key.startswith(("body", "description")) for key in keys)


def tables_in(value: Any, depth: int = _NESTED) -> Iterator[FeedTable]:
    """The items in a value: itself, or what lists and envelopes in it hold."""
    if isinstance(value, FeedTable):
        if is_item(value):
            yield value
            return
        value = list(value.values())
    if isinstance(value, list) and depth:
        for inner in value:
            yield from tables_in(inner, depth - 1)


def item_of(table: FeedTable, file: Source) -> Item:
    """The item that a table is."""
    keys = fields(table)
    kind = words_of(text(keys, "type")).lower()
    item = Item(line=table.line or 1, kind=_OTHERS.get(kind, "an event" if "eventdetails" in keys else ""))
    _fill_head(item, keys)
    _fill_descriptions(item, keys)
    for key, what in _DESK:
        if words := text(keys, key):
            item.desk.append(DeskNote(what, words, words.line))
    if item.kind == PICTURE:
        item.pictures.append(picture_of(keys, PICTURE))
    fill_body(item, keys, file)
    _with_parts(item, entries(keys.get("associations")), file)
    return item


def text(keys: FeedTable, *names: str) -> JsonText:
    """The first of the fields named that has text; empty text where there is none."""
    for name in names:
        value = keys.get(name)
        if isinstance(value, JsonText) and value.strip():
            return value
    return JsonText("", keys.line)


def entries(value: Any) -> list[FeedTable]:
    """The tables of a list, or of a table of tables with their keys as names."""
    if isinstance(value, FeedTable):
        value = [_named(name, entry) for name, entry in value.items() for entry in _each(entry)]
    return [fields(entry) for entry in value if isinstance(entry, FeedTable)] if isinstance(value, list) else []


def _each(entry: Any) -> list[Any]:
    return entry if isinstance(entry, list) else [entry]


def _named(name: str, entry: Any) -> Any:
    if not isinstance(entry, FeedTable):
        return entry
    named = FeedTable({"name": JsonText(name, entry.line), **entry})
    named.line = entry.line
    return named


def _fill_head(item: Item, keys: FeedTable) -> None:
    main = _by_role(keys, "headlines", ("main", "", "title", "headline")) or next(
        iter(_values(keys, "headlines")), None
    )
    title = main or text(keys, "headline", "title")
    date = text(keys, "versioncreated", "contentcreated", "firstcreated", "contentmodified")
    item.title, item.title_line = title, title.line
    item.date, item.date_line = date, date.line
    item.bylines = list(_bylines(keys))
    item.dateline = text(keys, "dateline", "located")
    item.lang = text(keys, "language")
    item.embargo, item.status = text(keys, "embargoed", "embargo"), text(keys, "pubstatus")
    item.holder = text(keys, "copyrightholder", "provider", "source")
    sub = _by_role(keys, "headlines", ("sub", "subhead", "subheadline", "subtitle", "deck"))
    deck = sub or text(keys, "subheadline", "subtitle", "standfirst", "deck")
    item.decks = [deck] if deck else []
    item.kicker = _by_role(keys, "headlines", ("kicker", "overline", "vignette")) or ""


def _bylines(keys: FeedTable) -> Iterator[JsonText]:
    for name in ("byline", "by", "bylines"):
        value = keys.get(name)
        if isinstance(value, JsonText):
            yield value
        for entry in entries(value) if isinstance(value, list) else ():
            yield text(entry, "byline", "name", "value", "by")
        if isinstance(value, list):
            yield from (entry for entry in value if isinstance(entry, JsonText))


def _values(keys: FeedTable, name: str) -> Iterator[JsonText]:
    return (text(entry, "value", "text") for entry in entries(keys.get(name)))


def _by_role(keys: FeedTable, name: str, roles: tuple[str, ...]) -> JsonText | None:
    """The value of the first entry of a list that has one of the roles, the first role first."""
    listed = entries(keys.get(name))
    for role in roles:
        for entry in listed:
            if text(entry, "role").lower() == role and (value := text(entry, "value", "text")):
                return value
    return None


def _fill_descriptions(item: Item, keys: FeedTable) -> None:
    if item.kind == PICTURE:
        return  # of a picture it is the caption
    lead = _by_role(keys, "descriptions", _STANDFIRST)
    item.decks += [lead] if lead else []
    listed = next((value for value in _values(keys, "descriptions") if value), None)
    listed = listed or text(keys, "descriptiontext", "descriptionhtml", "descriptionxhtml", "description")
    item.summary = lead or _by_role(keys, "descriptions", ("summary", "abstract", "text")) or listed or ""


def picture_of(keys: FeedTable, kind: str) -> FeedPicture:
    """The picture that an item or an association is."""
    caption = _by_role(keys, "descriptions", ("caption", "text", "", "main", "description"))
    credit = _by_role(keys, "descriptions", ("creditline", "credit"))
    alt = _by_role(keys, "descriptions", ("alt", "alttext", "alternative", "accessibility"))
    told = text(keys, "alttext", "alt", "altdescription")
    if not alt and not told and kind == PICTURE:
        told = text(keys, "bodytext")  # where Superdesk has the alt text of pictures
    return FeedPicture(
        in_order(_renditions(keys)),
        caption or text(keys, "descriptiontext", "descriptioncaption", "descriptionhtml", "description", "caption"),
        credit or text(keys, "creditline", "credit", "byline", "by"),
        alt or told,
        keys.line or 1,
        text(keys, "name"),
    )


def _renditions(keys: FeedTable) -> Iterator[tuple[str, str, str]]:
    """Address, width and name of each rendition that is a picture."""
    for entry in entries(keys.get("renditions")):
        address = text(entry, "href", "url", "src")
        if is_picture(address, text(entry, "mimetype", "contenttype", "type")):
            yield address, text(entry, "width"), f"{text(entry, 'title')} {text(entry, 'name')}"


def _with_parts(item: Item, parts: list[FeedTable], file: Source) -> None:
    """An item with its pictures, and with the text of a part where it has none of its own; other parts are told."""
    if item.body is None and not item.kind:
        for part in parts:
            if text(part, "type").lower() == "text" and item.body is None:
                fill_body(item, part, file)
                parts = [*entries(part.get("associations")), *(each for each in parts if each is not part)]
    for part in parts:
        kind = _OTHERS.get(text(part, "type").lower(), _ANOTHER)
        picture = picture_of(part, kind)
        if picture.files or (kind == PICTURE and (picture.caption or picture.alt)):
            item.pictures.append(picture)
        if kind != PICTURE and not (kind == _ANOTHER and picture.files):
            item.findings.append(_left_out(part, kind, file.at(part.line or item.line)))


def _left_out(part: FeedTable, kind: str, at: Place) -> Finding:
    title = words_of(_by_role(part, "headlines", ("main", "")) or text(part, "headline", "title", "name", "uri"))
    message = f"{kind} that belongs to the story is left out: “{shortened(title, 60)}”"
    if kind == _ANOTHER:
        return Finding("item-left-out", message, at, "render it apart, if it is to be")
    return Finding("embed-dropped", message, at, "tell in the text what it shows")
