"""The text of a ninjs item: HTML, NITF or plain, the first that has words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from accessnews.model.errors import AccessNewsError
from accessnews.readers._feeds.item import Item, Markup
from accessnews.readers._feeds.jsontree import FeedTable, JsonText
from accessnews.readers._feeds.plain import (
    body_of_text,
    html_of_text,
    looks_like_html,
    says_something,
    unescaped_html,
)
from accessnews.text.decode import Source

_HTML, _NITF, _TEXT = _BEST_FIRST = ("html", "nitf", "text")
_XML_OF_AGENCIES = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?!nitf|html|body|div|p|section|article)[A-Za-z]+[\s>]")


def fill_body(item: Item, keys: FeedTable, file: Source) -> None:
    """The best of an item's texts, as HTML; NITF fills the item's empty fields, too.

    Raises AccessNewsError where the only text is damaged.
    """
    found = sorted(_bodies(keys), key=lambda pair: _BEST_FIRST.index(pair[0]))
    damage = None
    for kind, value in found:
        if says_something(value):
            try:
                _take(item, kind, value, file)
            except AccessNewsError as error:
                error.at = file.at(value.line)  # all of it stands on one line
                damage = damage or error
            if item.body is not None:
                _append_footer(item, keys)
                return
    if damage:
        raise damage


def _append_footer(item: Item, keys: FeedTable) -> None:
    """What a newsroom puts below every story of a kind, such as the number of a help line."""
    footer = keys.get("bodyfooter")
    if item.body and isinstance(footer, JsonText) and says_something(footer):
        html = unescaped_html(footer) if looks_like_html(footer) else html_of_text(footer)
        if html not in item.body.html:
            item.body = replace(item.body, html=f"{item.body.html}\n{html}")


def _bodies(keys: FeedTable) -> Iterator[tuple[str, JsonText]]:
    """Every text of an item and what it is written in."""
    for key, value in keys.items():
        if (
            key.startswith("body")
            and key != "bodyfooter"
            and isinstance(value, JsonText)
            and not (item_is_picture(keys) and key == "bodytext")
        ):
            yield _kind("", key, value), value
    listed = keys.get("bodies")
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, FeedTable):
            by_name = {name.lower(): value for name, value in entry.items() if isinstance(value, JsonText)}
            value = by_name.get("value") or by_name.get("text") or JsonText("", entry.line)
            if not _is_strange(value):
                yield _kind(by_name.get("contenttype", ""), by_name.get("role", ""), value), value


def item_is_picture(keys: FeedTable) -> bool:
    kind: Any = keys.get("type")
    return isinstance(kind, JsonText) and kind.lower() in ("picture", "graphic", "photo", "image")


def _is_strange(value: str) -> bool:
    """Whether a text is an agency's own XML."""
    return bool(_XML_OF_AGENCIES.match(value)) and not looks_like_html(value[:200])


def _kind(content_type: str, name: str, value: str) -> str:
    marks = f"{content_type} {name}".lower()
    if "nitf" in marks or re.match(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE nitf[^>]*>\s*)?<nitf[\s>]", value[:600]):
        return _NITF
    return _HTML if "html" in marks or looks_like_html(value) else _TEXT


def _take(item: Item, kind: str, value: JsonText, file: Source) -> None:
    """Make a text the item's, if there is something in it."""
    line = value.line
    if kind == _NITF:
        from accessnews.readers._feeds.nitf import fill_from_nitf
        from accessnews.readers._feeds.xmltree import parse_xml

        fill_from_nitf(item, parse_xml(value, file.at(line)), file, line)
        return
    is_html = kind == _HTML
    item.body = Markup(unescaped_html(value), line) if is_html else body_of_text(value, item, file, line, False)
