"""Which of the items in a file is the story that is asked for, and which pictures beside it are its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from accessnews.model.errors import AccessNewsError, Place, UsageError
from accessnews.model.findings import Finding
from accessnews.readers._feeds.item import PACKAGE
from accessnews.readers._feeds.words import words_of
from accessnews.text.storypath import numbered, split_number
from accessnews.text.unicode import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence, Sized
    from pathlib import Path

    from accessnews.readers._feeds.item import Item
    from accessnews.text.decode import Source

_MOST = 2_000  # items of one file
_MOST_TOLD = 12


def check_number(items: Sized, file: Source) -> None:
    """Raises AccessNewsError for more items than anybody sends."""
    if len(items) > _MOST:
        raise AccessNewsError(f"more than {_MOST:,} items", file.at(1), "split the file")


def has_text(item: Item) -> bool:
    """Whether an item can be a story: it has a text, or at least a summary and is no picture, event or video."""
    return item.body is not None or (not item.kind and bool(words_of(item.summary)))


def story_paths(items: Sequence[Item], source: Path) -> list[Path]:
    """The path of every story in a file: its own where there is one, else each with its number."""
    stories = [numbered(source, number) for number, item in enumerate(items, 1) if has_text(item)]
    return stories if len(stories) > 1 else [source]


def chosen(items: Sequence[Item], source: Path) -> Item:
    """The item that ``source`` names, with the pictures in the file that are its own.

    Raises AccessNewsError where it has no text, UsageError where nobody says which of several it is.
    """
    file, number = split_number(source)
    at = Place(str(file))
    stories = [count for count, item in enumerate(items, 1) if has_text(item)]
    if number > len(items):
        raise UsageError(f"there is no item {number}: the file has {len(items)}", at)
    if not number and len(stories) > 1:
        raise _which(items, stories, file)
    if not number and not stories:
        raise _without_text(items[0], at, len(items))
    number = number or stories[0]
    item = items[number - 1]
    if not has_text(item):
        raise _without_text(item, at)
    return _with_pictures(items, number, len(stories) == 1, at)


def _which(items: Sequence[Item], stories: list[int], file: Path) -> UsageError:
    named = [f"#{number} {shortened(words_of(items[number - 1].title), 50)}" for number in stories[:_MOST_TOLD]]
    more = f"; and {len(stories) - _MOST_TOLD} more" if len(stories) > _MOST_TOLD else ""
    message = f"which of these {len(stories)} stories: {'; '.join(named)}{more}?"
    return UsageError(message, Place(str(file)), f"name one: {numbered(file, stories[0]).name}")


def _without_text(item: Item, at: Place, count: int = 1) -> AccessNewsError:
    here = replace(at, line=item.line)
    hint = "a story needs a text; ask the agency for the item that has it"
    if count > 1:
        return AccessNewsError(f"none of the {count} items in it has a text", at, hint)
    if item.kind:
        return AccessNewsError(f"this is {item.kind} without a text", here, hint)
    return AccessNewsError("the item has no text", here, hint)


def _with_pictures(items: Sequence[Item], number: int, is_only_story: bool, at: Place) -> Item:
    """The item and its pictures; the other items are told."""
    story = items[number - 1]
    pictures, findings = list(story.pictures), list(story.findings)
    for count, item in enumerate(items, 1):
        if count == number or has_text(item):
            continue
        related = bool(story.references & item.names or item.references & story.names)
        if item.pictures and (is_only_story or related):
            pictures += item.pictures
            findings += item.findings
        elif item.kind not in ("", PACKAGE) and (is_only_story or related):
            title = shortened(words_of(item.title), 60)
            message = f"{item.kind} is left out (item {count}): “{title}”"
            findings.append(
                Finding("item-left-out", message, replace(at, line=item.line), "render it apart, if it is to be")
            )
    return replace(story, pictures=pictures, findings=findings)
