"""A view of an edition: what the templates of page and books ask for, block by block."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, replace
from functools import cached_property
from itertools import chain, groupby, zip_longest

from accessnews.bundle.edition import Edition
from accessnews.formats._address import address
from accessnews.model.alt import OPEN, AltState, AltText, DescribedArticle
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
    Row,
    Run,
    Table,
    Text,
    cut,
    every_block,
    figures,
    map_texts,
    plain,
    walk,
)
from accessnews.narration import pictures
from accessnews.narration.script import Role, Utterance
from accessnews.text.columns import cell_spans
from accessnews.text.langtag import direction
from accessnews.wording import Wording, wording

PATH = "index.html"
"""Where in the bundle the page lies, if it is in it."""

GUIDE = "application/guided-navigation+json"
"""The media type of Readium's guided navigation: a file of that type beside the page is the page's."""

_MACROS = {
    Heading: "heading",
    Paragraph: "paragraph",
    Code: "code",
    Divider: "divider",
    Quote: "quote",
    Callout: "callout",
    ListBlock: "list",
    Table: "table",
    Figure: "figure",
}

Part = tuple[Utterance | None, Text]
"""A stretch of a block's text: one utterance's, or what stands between two and is not said."""


@dataclass(frozen=True, slots=True)
class FirstReference(Run):
    """The mark of a footnote that is the first to refer to it: the note leads back to it."""


@dataclass(frozen=True, eq=False)
class EditionView:
    """An edition's words and utterances, block by block; where ``xhtml``, for markup that is XML as well."""

    edition: Edition
    xhtml: bool = False

    @cached_property
    def _marked(self) -> tuple[DescribedArticle, frozenset[str]]:
        """The article with the first reference to each of its notes known as such, and the ids of those notes."""
        ahead = dict(self.notes)

        def mark(run: Run) -> Run:
            return FirstReference(*astuple(run)) if ahead.pop(run.note, "") else run

        article = map_texts(self.edition.article, lambda text: tuple(map(mark, text)))
        return article, frozenset(self.notes.values()) - frozenset(ahead.values())

    @property
    def article(self) -> DescribedArticle:
        """The article as it is set: the first reference to each of its notes is known as such."""
        return self._marked[0]

    @property
    def referred(self) -> frozenset[str]:
        """The ids of the notes that something refers to."""
        return self._marked[1]

    @property
    def lang(self) -> str:
        return self.edition.article.lang

    @property
    def direction(self) -> str:
        return direction(self.lang)

    @property
    def words(self) -> Wording:
        return wording(self.lang)

    @cached_property
    def figures(self) -> list[Figure]:
        return figures(self.edition.article)

    @cached_property
    def notes(self) -> dict[str, str]:
        """The ids of the notes, by label."""
        return {note.label: note.id for note in self.edition.article.notes}

    @cached_property
    def levels(self) -> dict[str, int]:
        """By heading id: its level on the page, where no level is skipped."""
        article = self.edition.article
        notes = chain.from_iterable(walk(note.blocks) for note in article.notes)
        return dict(chain(_levels(walk(article.body), 2), _levels(notes, 3)))

    @cached_property
    def tables(self) -> list[str]:
        """The ids of the tables, in reading order."""
        return [block.id for block in every_block(self.edition.article) if isinstance(block, Table)]

    @cached_property
    def _utterances(self) -> dict[str, list[Utterance]]:
        by_block: dict[str, list[Utterance]] = {}
        for cue in self.edition.timeline.cues:
            by_block.setdefault(cue.utterance.block, []).append(cue.utterance)
        return by_block

    def utterances(self, block: str, *roles: str) -> list[Utterance]:
        """The utterances of a block, in ``roles`` or in any."""
        return [each for each in self._utterances.get(block, []) if not roles or each.role in roles]

    def utterance(self, block: str, role: str) -> Utterance | None:
        """The first utterance of a block in that role."""
        return next(iter(self.utterances(block, role)), None)

    def whole(self, block: str, text: Text) -> Utterance | None:
        """The utterance that is all of a block."""
        return next((each for each in self.utterances(block) if each.display == plain(text)), None)

    def macro(self, block: Block) -> str:
        """The name of the macro that sets a block."""
        return next(name for kind, name in _MACROS.items() if isinstance(block, kind))

    def on_one_line(self, text: Text) -> Text:
        """The text with a blank for every line break."""
        return tuple(replace(run, text=run.text.replace("\n", " ")) for run in text)

    def parts(self, block: str, text: Text, *roles: str) -> Iterator[Part]:
        """The text of a block in order, cut where its utterances begin and end."""
        yield from _parts(text, self.utterances(block, *roles))

    def links(self, runs: Text) -> list[tuple[str, Text]]:
        """Runs by the link they share, so that one link with marks inside stays one link."""
        return [(address(href), tuple(linked)) for href, linked in groupby(runs, key=lambda run: run.href)]

    def reference(self, run: Run) -> str:
        """The id of the first reference to a note; empty for any other run."""
        return f"{self.notes[run.note]}r" if isinstance(run, FirstReference) else ""

    def lines(self, text: str, block: str) -> Iterator[tuple[Utterance | None, str]]:
        """The lines of a code block, each with its utterance where it has one."""
        ahead = self.utterances(block)[::-1]
        for line in text.splitlines():
            yield ahead.pop() if ahead and ahead[-1].display == line else None, line

    def names_rows(self, table: Table) -> bool:
        """Whether the first column names its rows: words, and no two the same."""
        rows = [row for row in table.rows if not row.is_group]
        first = [plain(row.cells[0]).strip() if row.cells else "" for row in rows]
        words = all(any(character.isalpha() for character in name) for name in first)
        return len(table.header) > 1 and words and len(set(first)) == len(first)

    def row_groups(self, table: Table) -> list[list[Row]]:
        """The rows of a table, parted where a row heads those that follow."""
        groups: list[list[Row]] = []
        for row in table.rows:
            if row.is_group or not groups:
                groups.append([])
            groups[-1].append(row)
        return groups

    def cells(self, row: Row, named: bool) -> Iterator[tuple[Text, int, str]]:
        """The cells of a row, each with how many columns it covers and what it is the header of, if it is one."""
        if row.is_group:
            yield row.cells[0], len(row.cells), "rowgroup"
            return
        for at, size in cell_spans(row):
            yield row.cells[at], size, "row" if named and not at else ""

    def list_attributes(self, block: ListBlock) -> dict[str, str]:
        """How a list is numbered, where that is not from 1 on in figures."""
        if not block.numbers:
            return {}
        start = len(block.items) if block.descending else 1
        return (
            ({"reversed": "reversed"} if block.descending else {})
            | ({"start": str(block.numbers[0])} if block.numbers[0] != start else {})
            | ({"type": block.numerals} if block.numerals != "1" else {})
        )

    def items(self, block: ListBlock) -> Iterator[tuple[int | None, tuple[Block, ...]]]:
        """The items of a list, each with its number where it does not follow from the one before."""
        following = block.numbers[0] if block.numbers else None
        for number, item in zip_longest(block.numbers, block.items):
            yield (None if number == following and not block.descending else number), item
            following = None if number is None else number + 1

    def description(self, figure: Figure) -> Text:
        """What a picture is, which of them, and what it shows; where it is not here, what stands in its place.

        Each language has its own run.
        """
        here = figure.id in self.edition.photos
        told = pictures.told(self.edition.article, figure, here, self.words)
        lead, alt = Run(told.lead.strip(), lang=self.words.lang), Run(f" {told.written}", lang=self.lang)
        return (lead, alt) if told.written else (lead,)

    def long_description(self, figure: Figure) -> Iterator[list[Part]]:
        """The paragraphs of a picture's longer description, each cut where its utterances begin and end."""
        ahead = self.utterances(figure.id, Role.DESCRIPTION)[1:]  # the first is its label
        for paragraph in self.edition.article.alt(figure).long_description:
            inside: list[Utterance] = []
            at = 0
            while ahead and (found := paragraph.find(ahead[0].display, at)) >= 0:
                at = found + len(ahead[0].display)
                inside.append(ahead.pop(0))
            yield list(_parts((Run(paragraph),), inside))

    @property
    def has_long_descriptions(self) -> bool:
        """Whether a picture of the edition has a longer description."""
        return any(alt.long_description for alt in self.informative)

    def about(self, heard: bool = True) -> Iterator[str]:
        """What a reader should know of the edition, a sentence each; of its sound only where it is ``heard``."""
        words, settings = self.words.page, self.edition.settings
        if heard:
            yield words["voice"].format(voice=", ".join(self.edition.narrators))
        unreviewed = [alt for alt in self.edition.article.alts.values() if alt.state in OPEN]
        by_model = [alt.origin.removeprefix("model:") for alt in unreviewed if alt.origin.startswith("model:")]
        if drafted := len(unreviewed) - len(by_model):
            yield words["unreviewed"].format(n=drafted, total=len(self.figures))
        for model in dict.fromkeys(by_model):
            yield words["by-model"].format(model=model, n=by_model.count(model), total=len(self.figures))
        if heard and self.figures and not settings.speak_photos:
            yield words["photos-not-read"]
        if heard and self.figures and not settings.speak_credits:
            yield words["credits-not-read"]
        if heard and self.edition.unpronounced:
            yield words["unpronounced"]
        if heard and self.edition.unheard:
            yield words["unheard"]

    @property
    def informative(self) -> list[AltText]:
        """The alt texts of the pictures in the edition that tell something."""
        alts = [self.edition.article.alt(figure) for figure in self.figures if figure.id in self.edition.photos]
        return [alt for alt in alts if alt.state is not AltState.DECORATIVE]

    def speech(self, lang: str, around: str) -> dict[str, str]:
        """Attributes for text in ``lang`` inside text in ``around``; none where it adds nothing."""
        if not lang or lang == around or around.startswith(lang + "-"):
            return {}
        attributes = {"lang": lang} | ({"xml:lang": lang} if self.xhtml else {})
        return attributes if direction(lang) == direction(around) else attributes | {"dir": direction(lang)}


def _parts(text: Text, utterances: Iterable[Utterance]) -> Iterator[Part]:
    """A text in order, cut where the utterances that say it begin and end."""
    shown, at = plain(text), 0
    for utterance in utterances:
        start = shown.index(utterance.display, at)
        yield from _unsaid(cut(text, at, start))
        at = start + len(utterance.display)
        yield utterance, cut(text, start, at)
    yield from _unsaid(cut(text, at, len(shown)))


def _unsaid(runs: Text) -> Iterator[Part]:
    """Text between utterances. Blanks lose their marks: a link must not be a blank."""
    if runs:
        blank = plain(runs)
        yield None, runs if blank.strip() else (Run(blank),)


def _levels(blocks: Iterator[Block], highest: int) -> Iterator[tuple[str, int]]:
    """The ids of the headings among ``blocks``, with their levels, below a heading above ``highest``."""
    last = highest - 1
    for block in blocks:
        if isinstance(block, Heading):
            last = min(max(block.level, highest), last + 1)
            yield block.id, last
