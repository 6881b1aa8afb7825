"""News in XML: NITF 3, NewsML 1 and NewsML-G2, told apart by what is in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accessnews.model.errors import AccessNewsError
from accessnews.text.storypath import split_number

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

    from accessnews.model.article import Article
    from accessnews.readers._feeds.item import Item
    from accessnews.text.decode import Source

SUFFIXES = (".xml",)

_OTHERS = {  # what else has this suffix, and what to do instead
    "rss": "an RSS feed has the beginnings of stories; save each of them as a page",
    "feed": "an Atom feed has the beginnings of stories; save each of them as a page",
    "html": "save it as .xhtml or .html",
    "sports-content": "results in SportsML are data; ask for the story about them",
}


def read(source: Path) -> Article:
    """The story in the file ``source``, or the one that its number names (``feed.xml#2``).

    Raises AccessNewsError for what is no news, has no text or was withdrawn, UsageError where there are several.
    """
    from accessnews.readers._feeds.choice import chosen
    from accessnews.readers._feeds.story import article_of

    file = _opened(source)
    return article_of(chosen(_items(file), source), file, source)


def stories(source: Path) -> list[Path]:
    """The path of every story in the file ``source``. Raises AccessNewsError as ``read`` does."""
    from accessnews.readers._feeds.choice import story_paths

    return story_paths(_items(_opened(source)), source)


def _opened(source: Path) -> Source:
    from accessnews.readers._feeds.xmltree import declared
    from accessnews.text.decode import open_source

    return open_source(split_number(source)[0], declared)


def _items(file: Source) -> list[Item]:
    from accessnews.readers._feeds.xmltree import local, parse_xml

    root = parse_xml(file.text, file.at(1))
    items = _items_in(root, file)
    if not items:
        hint = _OTHERS.get(local(root), "stories in XML are NITF, NewsML or NewsML-G2")
        raise AccessNewsError(f"this is XML ({local(root)[:40]}), and no news item that is known", file.at(1), hint)
    return items


def _items_in(root: _Element, file: Source) -> list[Item]:
    """The items of a document, in the form that the first of them has."""
    from accessnews.readers._feeds.choice import check_number
    from accessnews.readers._feeds.nitf import item_of_nitf
    from accessnews.readers._feeds.xmltree import below, local
    from accessnews.readers.newsxml.newsml import items_of_newsml
    from accessnews.readers.newsxml.newsmlg2 import ITEMS, items_of_g2

    first = next(below(root, "nitf", "NewsItem", *ITEMS), None)
    if first is None:
        return []
    if local(first) == "nitf":
        documents = list(below(root, "nitf"))
        check_number(documents, file)
        return [item_of_nitf(element, file) for element in documents]
    return items_of_newsml(root, file) if local(first) == "NewsItem" else items_of_g2(root, file)
