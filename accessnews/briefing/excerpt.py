"""Excerpts: a story told from its top as far as time allows, and never half a thought.

News is written top-down: what matters most comes first, so an excerpt is a beginning. It ends behind a sentence, but
not inside a quotation, not between a quotation and who said it, and not behind a colon.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from accessnews.model.alt import DescribedArticle
from accessnews.model.article import (
    Block,
    Divider,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    cut,
    plain,
    walk,
)
from accessnews.narration import marks
from accessnews.text.sentences import sentences
from accessnews.text.unicode import has_words

_OPENERS, _CLOSERS = "“„«‹", "”»›"
_MARK = re.compile(f"[{_OPENERS}{_CLOSERS}]")
_QUOTED = re.compile(r"[“„«][^”»“]{0,2000}[”»“]|\"[^\"]{0,2000}\"")
_WORD = re.compile(r"\w+")
_SPEAKER = 2  # words outside a quotation that can say whose it is: "said Kerr"
_LEADS_IN = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class SentenceEnd:
    """A sentence of a story's beginning: characters up to ``end`` of a paragraph, the ``number`` th of its texts."""

    number: int
    end: int
    can_end: bool  # whether an excerpt may end behind it


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of a story that an excerpt is cut from: its blocks, and its sentences in order."""

    blocks: tuple[Block, ...]
    sentences: tuple[SentenceEnd, ...]

    @property
    def lengths(self) -> tuple[int, ...]:
        """The numbers of sentences that an excerpt may have, at least one of them."""
        ends = tuple(number for number, sentence in enumerate(self.sentences, 1) if sentence.can_end)
        return ends or (len(self.sentences),)

    def first(self, count: int) -> tuple[Block, ...]:
        """The blocks of the first ``count`` sentences; pictures behind the last are left out."""
        if count >= len(self.sentences):
            return self.blocks
        last = self.sentences[count - 1]
        return tuple(_until(self.blocks, last, [0]))


def opening(article: DescribedArticle, lang: str, pictures: bool = False) -> Opening:
    """What of a story can be told as its beginning: paragraphs, quotations and lists above its first heading.

    A story of pictures alone is told by its captions. Pictures are told where they are asked for. ``lang`` is that
    of the programme, by whose rules sentences are told apart.
    """
    blocks = tuple(_blocks(article.body, pictures))
    if not any(isinstance(block, Paragraph | Quote | ListBlock) for block in blocks):
        blocks = tuple(_captions(article))
    return Opening(blocks, tuple(_sentences(blocks, lang)))


def _blocks(body: Iterable[Block], pictures: bool) -> Iterator[Block]:
    has_text = False
    for block in body:
        if isinstance(block, Paragraph | Quote | ListBlock):
            has_text = True
            yield block
        elif isinstance(block, Figure) and pictures:
            yield block
        elif not isinstance(block, Figure | Divider) and has_text:
            return


def _captions(article: DescribedArticle) -> Iterator[Block]:
    if article.summary:
        yield Paragraph((Run(article.summary),), article.at)
        return
    for block in walk(article.body):
        if isinstance(block, Figure) and has_words(plain(block.caption)):
            yield Paragraph(block.caption, block.at)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The texts that an excerpt can be cut in: a list is told whole or not at all."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield marks.for_sentences(block.text)
        elif isinstance(block, Quote):
            yield from _texts(block.blocks)
        elif isinstance(block, ListBlock):
            yield "\n".join(plain(inner.text) for inner in walk((block,)) if isinstance(inner, Paragraph))


def _sentences(blocks: tuple[Block, ...], lang: str) -> Iterator[SentenceEnd]:
    texts = list(_texts(blocks))
    lists = {number for number, block in enumerate(_flat(blocks)) if isinstance(block, ListBlock)}
    for number, text in enumerate(texts):
        spans = [(start, end) for start, end in sentences(text, lang) if has_words(text[start:end])]
        if number in lists:
            spans = [(0, len(text))]
        for start, end in spans:
            whole = not _is_open(text[:end]) and not _LEADS_IN.search(text[start:end])
            following = next((text[left:right] for left, right in spans if left >= end), "")
            yield SentenceEnd(number, end, whole and not _awaits_speaker(text[:end], text[start:end], following))


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks that ``_texts`` takes a text from, one each."""
    for block in blocks:
        if isinstance(block, Quote):
            yield from _flat(block.blocks)
        elif isinstance(block, Paragraph | ListBlock):
            yield block


def _is_open(text: str) -> bool:
    """Whether a quotation is open at the end of a paragraph's beginning; straight marks open and close by turns."""
    depth = 0
    for mark in _MARK.findall(text):
        closes = depth and (mark in _CLOSERS or (mark == "“" and "„" in text))
        depth += -1 if closes else mark in _OPENERS
    return depth > 0 or text.count('"') % 2 == 1


def _awaits_speaker(paragraph: str, sentence: str, following: str) -> bool:
    """Whether a sentence is nothing but a quotation whose speaker is named in the next one, and not before."""
    if not _QUOTED.search(sentence) or _speaks(sentence):
        return False
    return not _speaks(paragraph) and bool(following) and _speaks(following)


def _speaks(text: str) -> bool:
    return len(_WORD.findall(_QUOTED.sub(" ", text))) >= _SPEAKER


def _until(blocks: Iterable[Block], last: SentenceEnd, at: list[int]) -> Iterator[Block]:
    """The blocks as far as the sentence ``last``; ``at`` counts the texts gone by."""
    for block in blocks:
        if at[0] > last.number:
            return
        if isinstance(block, Paragraph):
            is_last, at[0] = at[0] == last.number, at[0] + 1
            yield replace(block, text=cut(block.text, 0, last.end)) if is_last else block
        elif isinstance(block, Quote):
            yield replace(block, blocks=tuple(_until(block.blocks, last, at)))
        elif isinstance(block, ListBlock):
            at[0] += 1
            yield block
        elif not isinstance(block, Heading):
            yield block
