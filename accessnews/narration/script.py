"""The script: what is said, in order. One utterance is one sentence, with its place, role and language."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest
from operator import itemgetter

from accessnews.model.alt import AltState, AltText, DescribedArticle
from accessnews.model.article import (
    Block,
    Callout,
    Code,
    Divider,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Quote,
    Row,
    Run,
    Table,
    Text,
    cut,
    language,
    plain,
)
from accessnews.model.errors import Place
from accessnews.model.settings import ALOUD, Aloud
from accessnews.narration import marks, pictures
from accessnews.normalize import Span, normalize
from accessnews.normalize.lexicon import EMPTY, Lexicon
from accessnews.text import numerals
from accessnews.text.columns import cell_spans
from accessnews.text.sentences import sentences
from accessnews.text.unicode import has_words
from accessnews.wording import Wording, wording

HEAD = "b00"

_BREAKABLE = re.compile(r"[^\S\u00a0\u202f]+")  # white space but for what keeps a French colon with its word


class Role(StrEnum):
    """What an utterance is to a listener, who may skip some roles."""

    KICKER = "kicker"
    HEADLINE = "headline"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    ITEM = "item"
    ROW = "row"
    CODE = "code"
    PHOTO = "photo"
    CAPTION = "caption"
    CREDIT = "credit"
    DESCRIPTION = "description"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said in one breath.

    ``id`` says where it stands (``b07s2``: second sentence of the seventh block) and is at once the id of
    the page's element, the caption cue and the media overlay fragment. ``spans`` map what is shown to
    what is said: the written sides join to the text of that element, the others to the spoken text.
    """

    id: str
    role: Role
    lang: str
    at: Place
    spans: tuple[Span, ...]
    last: bool = True  # of its block: a longer pause follows
    unseen: str = ""  # what a transcript has where the page shows nothing: the words of a picture
    label: str = ""  # what contents call it where that is less than all it says
    reader: str = ""  # the voice profile that reads it, where its role does not say

    @property
    def display(self) -> str:
        return "".join(span.written for span in self.spans)

    @property
    def spoken(self) -> str:
        return "".join(span.spoken for span in self.spans)

    @property
    def written(self) -> str:
        """The text for who sees nothing else of it: the title of a chapter. One line."""
        return _BREAKABLE.sub(" ", self.transcript).strip()

    @property
    def transcript(self) -> str:
        """The text for who sees nothing else of it, a caption: with the author's line breaks, no line empty."""
        text = self.unseen or "".join(span.transcribed for span in self.spans)
        return "\n".join(filter(None, (_BREAKABLE.sub(" ", line).strip() for line in text.split("\n"))))

    @property
    def block(self) -> str:
        """Id of the block it belongs to."""
        return self.id.split("s")[0]


@dataclass(frozen=True, slots=True)
class Script:
    """All utterances of an article, in reading order."""

    utterances: tuple[Utterance, ...]
    lang: str


Lexicons = Callable[[str], Lexicon]
"""The lexicon for a BCP 47 tag."""


def write(
    article: DescribedArticle,
    present: Set[str],
    aloud: Aloud = ALOUD,
    lexicons: Lexicons = lambda lang: EMPTY,
) -> Script:
    """The script of an article with a language: head, body, notes.

    ``present`` holds the ids of the figures whose pictures are in the edition. Text without a
    letter or digit gives no utterance.
    """
    writer = _Writer(article, present, aloud, lexicons)
    return Script(tuple(writer.article()), article.lang)


class _Writer:
    """Walks one article; holds what every block's words depend on."""

    def __init__(self, article: DescribedArticle, present: Set[str], aloud: Aloud, lexicons: Lexicons) -> None:
        self.lexicons = lexicons
        self.source = article
        self.lang = article.lang
        self.words: Wording = wording(article.lang)
        self.present = present
        self.aloud = aloud

    def article(self) -> Iterator[Utterance]:
        yield from self.head()
        yield from self.blocks(self.source.body, Role.BODY)
        if self.source.notes:
            yield from self.notes(self.source.notes)

    def head(self) -> Iterator[Utterance]:
        article, byline = self.source, self.words.names(self.source.byline)
        parts = [
            (Role.KICKER, article.kicker),
            (Role.HEADLINE, article.title),
            (Role.BYLINE, self.words("byline", names=byline) if byline else ""),
            (Role.DATE, article.dateline),
            (Role.DATE, self.words.date(article.date) if article.date else ""),
        ]
        for number, (role, text) in enumerate(filter(itemgetter(1), parts), 1):
            lang = self.lang if role in (Role.HEADLINE, Role.KICKER) else self.words.lang
            yield Utterance(f"{HEAD}s{number}", role, lang, article.at, self.said(text, lang))

    def said(self, text: str, lang: str) -> tuple[Span, ...]:
        """A text as it is read in ``lang``, with the names that a lexicon knows."""
        return normalize(text, lang, self.lexicons(lang), self.aloud.quotes)

    def blocks(self, blocks: tuple[Block, ...], role: Role) -> Iterator[Utterance]:
        for block in blocks:
            yield from self.block(block, role)

    def block(self, block: Block, role: Role) -> Iterator[Utterance]:
        match block:
            case Heading():
                yield from self.text(block.id, block.text, Role.HEADING, block.at)
            case Paragraph():
                yield from self.text(block.id, block.text, role, block.at)
            case Quote():
                yield from self.blocks(block.blocks, Role.QUOTE)
            case Callout():
                yield from self.text(block.id, self.words.callout_label(block, self.lang), role, block.at)
                yield from self.blocks(block.blocks, role)
            case ListBlock():
                yield from self.list(block)
            case Table():
                yield from self.table(block)
            case Code():
                yield from self.code(block)
            case Figure():
                yield from self.figure(block)
            case Divider():
                pass

    def text(self, block: str, text: Text, role: Role, at: Place, first: int = 1) -> Iterator[Utterance]:
        """An utterance a sentence, numbered from ``first``."""
        shown = marks.for_sentences(text)
        spans = [span for span in sentences(shown, self.lang) if has_words(shown[slice(*span)])]
        for number, (start, end) in enumerate(spans, first):
            runs = cut(text, start, end)
            lang = language(runs) or self.lang
            said = tuple(self.spans(runs, lang))
            if role == Role.HEADING:  # a title stands on one line
                said = tuple(replace(span, written=span.written.replace("\n", " ")) for span in said)
            last = number == first + len(spans) - 1
            yield Utterance(f"{block}s{number}", role, lang, at, said, last)

    def spans(self, runs: Text, lang: str) -> Iterator[Span]:
        """Spans of a sentence in ``lang``."""
        return marks.spans(runs, lang, self.said, self.words)

    def list(self, block: ListBlock) -> Iterator[Utterance]:
        for number, item in zip_longest(block.numbers, block.items):
            lead = Span("", self.words("item"))
            if number is not None:
                spoken = self.words("numbered-item", n=numerals.said(number, block.numerals))
                lead = Span("", spoken, transcript=f"{numerals.numeral(number, block.numerals)}. ")
            yield from _led(self.blocks(item, Role.ITEM), lead)

    def table(self, block: Table) -> Iterator[Utterance]:
        caption = list(self.text(block.id, block.caption, Role.BODY, block.at))
        yield from caption
        header = Row(block.header, block.at, block.id)
        if has_words("".join(plain(cell) for cell in block.header)):
            yield self.row(header, (), len(caption) + 1, self.words("columns"))
        for row in block.rows:
            if has_words("".join(plain(cell) for cell in row.cells)):
                yield self.row(row, () if row.is_group else block.header, 1)

    def row(self, row: Row, header: tuple[Text, ...], number: int, lead: str = "") -> Utterance:
        """Cell after cell, each after the names of its columns; an empty cell is passed over."""
        said = [Span("", lead)] if lead else []
        for at, size in cell_spans(row):
            cell = row.cells[at]
            if not plain(cell).strip():
                said.append(Span(plain(cell), ""))
                continue
            if name := self.words.columns(header[at : at + size]):
                said.append(Span("", f"{_spoken(self.spans(name, self.lang))}: "))
            said.extend(self.spans(cell, self.lang))
            is_last = row.is_group or at + size == len(row.cells)
            said.append(Span("", ". " if is_last else "; " if header else ", "))
        return Utterance(f"{row.id}s{number}", Role.ROW, self.lang, row.at, tuple(said))

    def code(self, block: Code) -> Iterator[Utterance]:
        lines = [(n, line) for n, line in enumerate(block.text.splitlines()) if has_words(line)]
        for number, (offset, line) in enumerate(lines, 1):
            at = Place(block.at.path, block.at.line + offset)
            said = (Span(line, line),)
            yield Utterance(f"{block.id}s{number}", Role.CODE, self.lang, at, said, number == len(lines))

    def figure(self, figure: Figure) -> Iterator[Utterance]:
        """The picture once: kind and place with the alt where it adds something, caption, credit, description."""
        number, alt = 1, self.source.alt(figure)
        if self.aloud.photos and alt.state is not AltState.DECORATIVE:
            yield self.picture(figure)
        for said in self.text(figure.id, figure.caption, Role.CAPTION, figure.at, first=number + 1):
            number += 1
            yield said
        if self.aloud.credits and alt.credit:
            number += 1
            spans = tuple(pictures.credit(alt, self.words, self.said))
            yield Utterance(f"{figure.id}s{number}", Role.CREDIT, self.words.lang, figure.at, spans)
        if self.aloud.photos and alt.long_description:
            yield from self.description(figure, alt, number + 1)

    def picture(self, figure: Figure) -> Utterance:
        told = pictures.told(self.source, figure, here := figure.id in self.present, self.words, self.said)
        span = Span("" if here else told.lead + told.written, told.spoken, transcript=told.heard)
        lang, unseen = self.lang if told.written else self.words.lang, told.heard if here else ""
        return Utterance(f"{figure.id}s1", Role.PHOTO, lang, figure.at, (span,), unseen=unseen, label=told.label)

    def description(self, figure: Figure, alt: AltText, first: int) -> Iterator[Utterance]:
        """The longer description after its label, an utterance a sentence, numbered from ``first``."""
        label, place = self.words.description_label(alt), f"{figure.id}s{first}"
        yield Utterance(place, Role.DESCRIPTION, self.words.lang, figure.at, (Span(label, label),))
        for paragraph in alt.long_description:
            for said in self.text(figure.id, (Run(paragraph),), Role.DESCRIPTION, figure.at, first + 1):
                first += 1
                yield said

    def notes(self, notes: tuple[Note, ...]) -> Iterator[Utterance]:
        title = self.words("notes")
        yield Utterance(f"{notes[0].id}s0", Role.HEADING, self.words.lang, notes[0].at, (Span(title, title),))
        for note in notes:
            lead = Span("", self.words("note", label=note.label))
            yield from _led(self.blocks(note.blocks, Role.NOTE), lead)


def _spoken(said: Iterable[Span]) -> str:
    return "".join(span.spoken for span in said)


def _led(utterances: Iterable[Utterance], lead: Span) -> Iterator[Utterance]:
    """The utterances, ``lead`` said before the first."""
    for number, utterance in enumerate(utterances):
        yield utterance if number else replace(utterance, spans=(lead, *utterance.spans))
