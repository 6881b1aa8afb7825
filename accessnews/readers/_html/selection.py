"""The blocks of a page that are its story: its texts, what stands among them, and its figures."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

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
from accessnews.readers._html.framing import words_in
from accessnews.readers._html.told import StoryTexts, key_of
from accessnews.readers._news.links import scheme
from accessnews.text.unicode import shortened

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

_TOLD = 0.5  # of a block's letters
_LONG = 60  # letters; a paragraph that is longer is hardly a label or a button
_LINKED = 0.6  # of a block's letters, that links hold; more, and it leads elsewhere
_AHEAD = 3  # blocks below one that trafilatura left out, of which one is the story's
_ABOVE = 4  # blocks above a story, among which its headline may stand in a paragraph
_MOST_LINKS = 3_000
_PAGES = ("", "http", "https")  # what leads elsewhere; a number to call or to write to is told
_STORIES = 4  # linked headings with a paragraph each; fewer are references
_DATE = 30  # letters; a shorter paragraph is a date or a name


class PageLinks:
    """The links of a page's story: their texts, by which linked blocks are told even where an address was dropped."""

    def __init__(self, root: HtmlElement, base: str) -> None:
        links = (link for link in islice(root.iter("a"), _MOST_LINKS) if scheme(link.get("href") or "") in _PAGES)
        self._texts = frozenset(filter(None, (key_of(words_in(link)) for link in links)))
        self._host = urlsplit(base).hostname or ""

    def is_linked(self, block: Block) -> bool:
        """Whether most of a block's letters are links."""
        every = linked = 0
        for text in _texts(block):
            count = sum(len(run.text) for run in text)
            every += count
            is_whole = key_of(plain(text)) in self._texts
            linked += count if is_whole else sum(len(run.text) for run in text if run.href)
        return linked > _LINKED * every

    def leads_away(self, block: Block) -> bool:
        """Whether all links of a block go to other sites."""
        hosts = [urlsplit(run.href).hostname or "" for text in _texts(block) for run in text if run.href]
        return bool(hosts) and all(host and host != self._host for host in hosts)


def selected(blocks: Iterable[Block], story_texts: StoryTexts, title: str, links: PageLinks) -> tuple[Block, ...]:
    """The blocks that are the story's and the figures among them."""
    key = key_of(title)
    every = [block for number, block in enumerate(blocks) if not _is_title(block, key, number)]
    told = [_is_told(block, story_texts) for block in every]
    kept: list[Block] = []
    are_kept: list[bool] = []
    for number, block in enumerate(every):
        is_kept = (
            isinstance(block, Figure | Divider) or told[number] or _stands_among(number, every, told, are_kept, links)
        )
        are_kept.append(is_kept)
        if is_kept:
            kept.append(block)
    return _trimmed(kept)


def _is_title(block: Block, title: str, number: int) -> bool:
    """Whether a block repeats the headline: as a heading anywhere, as a paragraph above the story."""
    if not isinstance(block, Heading) and (not isinstance(block, Paragraph) or number >= _ABOVE):
        return False
    return key_of(plain(block.text)) == title


def several_stories(blocks: Iterable[Block], story: Collection[Block], links: PageLinks) -> tuple[Finding, ...]:
    """What is to be said of a page whose paragraphs stand below headings that lead to other pages."""
    below: list[Heading] = []
    paragraphs = 0
    heading: Heading | None = None
    for block in blocks:
        if isinstance(block, Heading):
            heading = block if links.is_linked(block) else None
        elif isinstance(block, Paragraph) and block in story and len(plain(block.text)) > _DATE:
            paragraphs += 1
            below += [heading] if heading else []
            heading = None
    if len(below) < _STORIES or len(below) * 2 < paragraphs:
        return ()
    names = ", ".join(f"“{shortened(plain(heading.text), 40)}”" for heading in below[:2])
    message = f"the page tells of {len(below)} stories: {names}, …"
    return (Finding("several-stories", message, below[0].at, "save the page of the one story that is meant"),)


def left_out(
    blocks: Iterable[Block], kept: Iterable[Block], links: PageLinks, about: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """What is to be said of long texts that are not among those ``kept``; ``about`` are texts told elsewhere."""
    kept_keys = {key_of(text) for text in about} | {key_of(text) for block in kept for text in _said(block)}
    texts = [(" ".join(_said(block)), block) for block in blocks if not isinstance(block, Heading | Figure)]
    lost = [
        (text, block.at)
        for text, block in texts
        if len(text) > _LONG
        and (isinstance(block, Paragraph) or not links.is_linked(block))
        and not all(key_of(said) in kept_keys for said in _said(block))
    ]
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


def _stands_among(
    number: int, blocks: Sequence[Block], told: Sequence[bool], are_kept: Sequence[bool], links: PageLinks
) -> bool:
    """Whether a block that trafilatura left out stands among the story's: a list, a table, a short line.

    What is all links leads elsewhere, unless the sentence before announces it, or it is
    a sentence itself or goes to other sites.
    """
    block = blocks[number]
    before = next((n for n in range(number - 1, -1, -1) if not isinstance(blocks[n], Figure | Divider)), -1)
    is_before = _is_before_story(number, blocks, told)
    if isinstance(block, Heading):
        return is_before and not links.is_linked(block)
    if before < 0 or not (are_kept[before] or isinstance(blocks[before], Heading)):
        return False
    announced = isinstance(previous := blocks[before], Paragraph) and plain(previous.text).rstrip().endswith(":")
    if not is_before:
        return announced and are_kept[before] and isinstance(block, ListBlock)
    if announced or isinstance(block, Quote) or not links.is_linked(block):
        return True
    return _is_sentence(block) or (isinstance(block, ListBlock) and links.leads_away(block))


def _is_before_story(number: int, blocks: Sequence[Block], told: Sequence[bool]) -> bool:
    """Whether the story goes on behind a block, behind more sentences, or behind what the block is a heading of."""
    below = (n for n in range(number + 1, len(blocks)) if not isinstance(blocks[n], Figure | Divider))
    for n in islice(below, _AHEAD):
        if told[n]:
            return True
        is_answer = _ends(blocks[number]) and _ends(blocks[n])
        if not is_answer and not (isinstance(blocks[number], Heading) and isinstance(blocks[n], ListBlock | Table)):
            return False
    return False


def _ends(block: Block) -> bool:
    """Whether a paragraph ends as a sentence does."""
    return isinstance(block, Paragraph) and plain(block.text).rstrip("\"'”’») ").endswith((".", "!", "?"))


def _is_sentence(block: Block) -> bool:
    """Whether a paragraph is a whole sentence, and not the headline of something else."""
    return (
        isinstance(block, Paragraph) and _ends(block) and len(plain(block.text)) > _LONG and ", " in plain(block.text)
    )


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
