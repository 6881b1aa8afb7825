"""The blocks of a page that are its story: its texts, what stands among them, and its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accessnews.model.article import (
    Block,
    Callout,
    Code,
    Divider,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    Text,
    plain,
)
from accessnews.model.findings import Finding
from accessnews.readers._html.told import StoryTexts, key_of
from accessnews.text.unicode import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TOLD = 0.5  # of a block's letters
_LONG = 60  # letters; a paragraph that is longer is hardly a label or a button
_LINKED = 0.6  # of a block's letters, that links hold; more, and it leads elsewhere
_DOUBLE = 40  # letters; a shorter text may well come twice
_NEAR = 3  # blocks between two of the same words that were meant once


def selected(blocks: Iterable[Block], story_texts: StoryTexts, title: str) -> tuple[Block, ...]:
    """The blocks that are the story's, once each, and the figures among them."""
    every = [
        block for block in blocks if not (isinstance(block, Heading) and key_of(plain(block.text)) == key_of(title))
    ]
    told = [_is_told(block, story_texts) for block in every]
    kept: list[Block] = []
    recent: list[str] = []
    for number, block in enumerate(every):
        if isinstance(block, Figure | Divider):
            kept.append(block)
            continue
        if not told[number] and not _stands_among(number, every, told):
            continue
        key = "".join(map(key_of, _said(block)))
        if len(key) >= _DOUBLE and key in recent[-_NEAR:]:
            continue
        recent.append(key)
        kept.append(block)
    return _trimmed(kept)


def left_out(blocks: Iterable[Block], kept: Iterable[Block], about: Iterable[str] = ()) -> tuple[Finding, ...]:
    """What is to be said of long paragraphs that are not among those ``kept``; ``about`` are texts told elsewhere."""
    kept_keys = {key_of(text) for text in about} | {key_of(text) for block in kept for text in _said(block)}
    texts = [(plain(block.text), block.at) for block in blocks if isinstance(block, Paragraph)]
    lost = [(text, at) for text, at in texts if len(text) > _LONG and key_of(text) not in kept_keys]
    if not lost:
        return ()
    text, at = lost[0]
    more = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
    message = f"taken for no part of the story: “{shortened(text, _LONG)}”{more}"
    return (Finding("text-left-out", message, at, "if it belongs to the story, save the article alone"),)


def _is_told(block: Block, story_texts: StoryTexts) -> bool:
    counts = [story_texts.letters(text) for text in _said(block)]
    every = sum(count for _, count in counts)
    return every > 0 and sum(count for count, _ in counts) >= _TOLD * every


def _stands_among(number: int, blocks: Sequence[Block], told: Sequence[bool]) -> bool:
    """Whether a block that trafilatura left out stands among the story's: a list, a table, a short line.

    What is all links leads elsewhere, unless the sentence before announces it.
    """
    block = blocks[number]
    before = next((n for n in range(number - 1, -1, -1) if not isinstance(blocks[n], Figure | Divider)), -1)
    after = next((n for n in range(number + 1, len(blocks)) if not isinstance(blocks[n], Figure | Divider)), -1)
    if after < 0 or not told[after]:
        return False
    if isinstance(block, Heading):
        return not _is_linked(block)
    if before < 0 or not (told[before] or isinstance(blocks[before], Heading)):
        return False
    announced = isinstance(previous := blocks[before], Paragraph) and plain(previous.text).rstrip().endswith(":")
    return announced or not _is_linked(block)


def _is_linked(block: Block) -> bool:
    runs = [run for text in _texts(block) for run in text]
    every = sum(len(run.text) for run in runs)
    return sum(len(run.text) for run in runs if run.href) > _LINKED * every


def _said(block: Block) -> Iterator[str]:
    if isinstance(block, Code):
        yield block.text
    yield from map(plain, _texts(block))


def _texts(block: Block) -> Iterator[Text]:
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Table():
            yield from block.header
            yield from (cell for row in block.rows for cell in row.cells)
        case Quote() | Callout():
            yield from (text for inner in block.blocks for text in _texts(inner))
        case ListBlock():
            yield from (text for item in block.items for inner in item for text in _texts(inner))
        case _:
            pass


def _trimmed(blocks: list[Block]) -> tuple[Block, ...]:
    """Without what comes after the story: headings of other things, pictures without a caption."""
    while blocks and (
        isinstance(blocks[-1], Heading | Divider)
        or (isinstance(blocks[-1], Figure) and not blocks[-1].caption and not blocks[-1].author_alt)
    ):
        blocks.pop()
    return tuple(blocks)
