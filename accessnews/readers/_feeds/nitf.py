"""NITF 3, the IPTC's older markup for news: its head as an item's fields, its body as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accessnews.readers._feeds.item import DeskNote, Item, Markup
from accessnews.readers._feeds.nitfbody import html_of_nitf
from accessnews.readers._feeds.words import is_sentence, subtitle_in
from accessnews.readers._feeds.xmltree import attribute, below, child, children, lang_of, line_of, local, words
from accessnews.text.unicode import has_words

if TYPE_CHECKING:
    from lxml.etree import _Element

    from accessnews.text.decode import Source


def item_of_nitf(root: _Element, file: Source) -> Item:
    """The item that a whole document is."""
    item = Item(line=line_of(root) or 1)
    fill_from_nitf(item, root, file)
    return item


def fill_from_nitf(item: Item, root: _Element, file: Source, line: int = 0) -> None:
    """An item's body from a document's, and those of its fields that are still empty.

    ``line`` is where all of it stands, if it stands in another document.
    """
    body = root if local(root) in ("body", "body.content") else child(root, "body")
    content = body if body is None or local(body) == "body.content" else child(body, "body.content")
    top = child(body, "body.head")
    _fill_head(item, child(root, "head"), line)
    _fill_top(item, top, line)
    item.lang = item.lang or _language(root, body)
    parts = [part for part in (content, child(body, "body.end")) if part is not None]
    if local(root) in ("nitf", "body") and content is None and body is not None:
        parts = [body]
    html = "".join(html_of_nitf(part, item, file, line) for part in parts)
    if has_words(html):
        item.body = Markup(html, line, made_here=True, first=line_of(parts[0]))


def _fill_head(item: Item, head: _Element | None, line: int) -> None:
    docdata = child(head, "docdata")
    if docdata is None and head is None:
        return
    item.title = item.title or words(child(head, "title"))
    issued = next(iter(children(docdata, "date.issue", "story.date")), None)
    if issued is not None and not item.date:
        item.date, item.date_line = _date(issued), line or line_of(issued)
    released = child(docdata, "date.release")
    item.embargo = item.embargo or _date(released)
    scopes = [attribute(scope, "scope", "value") for scope in children(docdata, "doc-scope")]
    management = attribute(docdata, "management-status")
    item.is_held = item.is_held or any("embargo" in scope.lower() for scope in scopes)
    item.status = item.status or management
    item.holder = item.holder or attribute(child(docdata, "doc.copyright"), "holder")
    for message in children(docdata, "ed-msg"):
        told = attribute(message, "info") or words(message)
        item.desk.append(DeskNote("a note to editors", told, line or line_of(message)))


def _date(element: _Element | None) -> str:
    return attribute(element, "norm") or words(element)


def _fill_top(item: Item, top: _Element | None, line: int) -> None:
    """What stands above the text: headlines, names, place, abstract, notes."""
    headlines = child(top, "hedline")
    main = child(headlines, "hl1")
    if main is not None and words(main) and (not item.title or not item.title_line):
        item.title, item.title_line = words(main), line or line_of(main)
    item.decks += filter(has_words, (subtitle_in(words(part)) for part in children(headlines, "hl2")))
    for byline in children(top, "byline"):
        take_byline(item, byline)
    for dateline in children(top, "dateline"):
        take_dateline(item, dateline)
    item.summary = item.summary or words(child(top, "abstract"))
    for note in children(top, "note"):
        if attribute(note, "type") != "std" or attribute(note, "noteclass") != "end":
            item.desk.append(DeskNote("a note to editors", words(note), line or line_of(note)))
    for rights in children(top, "rights"):
        item.desk.append(DeskNote("a note on rights", words(rights), line or line_of(rights)))


def take_byline(item: Item, byline: _Element) -> None:
    """The names of a byline, unless the item has some; what its field misuses for a second headline is the deck."""
    people = [words(person) for person in below(byline, "person") if words(person)]
    told = [*people] or [words(byline, without=("byttl", "location"))]
    told = told if has_words("".join(told)) else [words(byline)]
    if is_sentence(told[0]) and not people:
        item.decks += told
    elif not item.bylines:
        item.bylines = told


def take_dateline(item: Item, dateline: _Element) -> None:
    place = child(dateline, "location")
    item.dateline = item.dateline or words(place) or words(dateline, without=("story.date",))


def _language(root: _Element, body: _Element | None) -> str:
    """The language that a document names; one of a phrase in it is not its own."""
    named = attribute(root, "baselang") or lang_of(body if body is not None else root)
    if named:
        return named
    length = len(words(body))
    marked = next((lang for lang in below(root, "lang") if attribute(lang, "lang", "iso")), None)
    is_whole = marked is not None and (not words(marked) or 2 * len(words(marked)) > length)
    return attribute(marked, "lang", "iso") if is_whole else ""
