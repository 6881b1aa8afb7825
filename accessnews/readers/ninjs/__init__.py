"""ninjs 1, 2 and 3, the IPTC's JSON for news: one item in a file, or a list of them."""

from pathlib import Path
from typing import Any

from accessnews.model.article import Article
from accessnews.model.errors import AccessNewsError
from accessnews.text.decode import Source, open_source
from accessnews.text.storypath import split_number

SUFFIXES = (".json",)


def read(source: Path) -> Article:
    """The story in the file ``source``, or the one that its number names (``feed.json#2``).

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
    return open_source(split_number(source)[0])


def _items(file: Source) -> list[Any]:
    from accessnews.readers._feeds.choice import check_number
    from accessnews.readers._feeds.jsontree import parse_json
    from accessnews.readers.ninjs.fields import is_item, item_of, tables_in

    tables = [table for table in tables_in(parse_json(file.text, str(file.path))) if is_item(table)]
    if not tables:
        hint = "stories in JSON are ninjs items: they have a uri, a headline and a body"
        raise AccessNewsError("this is JSON, and no news item that is known", file.at(1), hint)
    check_number(tables, file)
    return [item_of(table, file) for table in tables]
