"""What of an article is set in braille, in which order and shape, after Braille Formats 2016 (BANA).

Headings are centred, in cell 5 or in cell 7 (section 4); paragraphs 3-1; lists 1-3, with a level more for every list
inside (8); quotations are indented by two; tables are listed, a row with its columns below (11). A picture is a
transcriber's note at 7-5 with its description, then its caption, then its credit (6.2). Notes are at the end.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from accessnews.alttext.spoken_alt import spoken_alt, stand_in
from accessnews.formats.brf.pages import Shape
from accessnews.formats.brf.translate import LanguageRun, PrintText
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
    plain,
)
from accessnews.text.columns import cell_spans
from accessnews.text.numerals import numeral
from accessnews.text.raised import pieces
from accessnews.wording import Wording, wording

_TITLE = Shape(centred=True, above=True, below=True, keep=True)
_BELOW_TITLE = Shape(5, 7, keep=True)
_HEADINGS = {2: Shape(5, 5, above=True, keep=True), 3: Shape(7, 7, above=True, keep=True)}
_BREAK = "* * *"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class BrailleParagraph:
    """A paragraph of print and its shape in braille."""

    printed: PrintText
    shape: Shape


def layout(article: DescribedArticle, present: Set[str]) -> Iterator[BrailleParagraph]:
    """All that is set of an article; ``present`` are the figures whose pictures it has."""
    for paragraph in _Layout(article, present).article():
        yield from _lines(paragraph, paragraph.shape.over)


class _Layout:
    """Walks one article; ``left`` is how many cells a block is indented by what it stands in."""

    def __init__(self, article: DescribedArticle, present: Set[str]) -> None:
        self.source = article
        self.words: Wording = wording(article.lang)
        self.present = present

    def article(self) -> Iterator[BrailleParagraph]:
        yield from self.head()
        yield from self.blocks(self.source.body, 0)
        if self.source.notes:
            yield self.added(self.words("notes"), _HEADINGS[2])
            for note in self.source.notes:
                yield from self.note(note)

    def added(self, text: str, shape: Shape, aside: bool = False) -> BrailleParagraph:
        """Words of accessnews, in the language that it has them in."""
        return BrailleParagraph(PrintText((LanguageRun(text, self.words.lang),), aside), shape)

    def head(self) -> Iterator[BrailleParagraph]:
        article = self.source
        if article.kicker:
            yield _item(article.kicker, _TITLE)
        yield _item(article.title, _TITLE)
        below: list[BrailleParagraph] = []
        if article.byline:
            names = self.words.names(article.byline)
            below.append(self.added(self.words("byline", names=names), _BELOW_TITLE))
        if article.dateline:
            below.append(_item(article.dateline, _BELOW_TITLE))
        if article.date:
            below.append(self.added(self.words.date(article.date), _BELOW_TITLE))
        yield from _apart(below)

    def blocks(self, blocks: tuple[Block, ...], left: int) -> Iterator[BrailleParagraph]:
        for block in blocks:
            yield from self.block(block, left)

    def block(self, block: Block, left: int) -> Iterator[BrailleParagraph]:
        match block:
            case Heading():
                printed = _on_one_line(_printed(block.text, self.words))
                yield BrailleParagraph(printed, _HEADINGS[min(max(block.level, 2), 3)])
            case Paragraph():
                yield from self.paragraph(block, left)
            case Quote():
                yield from _apart(self.blocks(block.blocks, left + 2))
            case Callout():
                yield from _apart(self.callout(block, left))
            case ListBlock():
                yield from _apart(self.list(block, left, 0, _depth(block)))
            case Table():
                yield from _apart(self.table(block, left))
            case Code():
                yield from _apart(_code(block, left))
            case Figure():
                yield from _apart(self.figure(block, left))
            case Divider():
                yield _item(_BREAK, Shape(centred=True, above=True, below=True))

    def callout(self, block: Callout, left: int) -> Iterator[BrailleParagraph]:
        label = _on_one_line(_printed(self.words.callout_label(block, self.source.lang), self.words))
        yield BrailleParagraph(label, Shape(5 + left, 5 + left, keep=True))
        yield from self.blocks(block.blocks, left + 2)

    def paragraph(self, block: Paragraph, left: int) -> Iterator[BrailleParagraph]:
        """A paragraph; verse, or what else has lines of its own, each 1-3 and apart from the text around it (13)."""
        printed = _printed(block.text, self.words)
        if "\n" in plain(block.text):
            yield from _apart(_lines(BrailleParagraph(printed, Shape(1 + left, 3 + left)), 1 + left))
        else:
            yield BrailleParagraph(printed, Shape(3 + left, 1 + left))

    def list(self, block: ListBlock, left: int, level: int, depth: int) -> Iterator[BrailleParagraph]:
        """The items of a list, two cells further in on each level; all run over to behind the deepest (8)."""
        for number, content in zip_longest(block.numbers, block.items):
            lead = "" if number is None else f"{numeral(number, block.numerals)}. "
            yield from _led(self.entry(content, left, level, depth), lead)

    def entry(self, content: tuple[Block, ...], left: int, level: int, depth: int) -> Iterator[BrailleParagraph]:
        first, over = left + 1 + 2 * level, left + 1 + 2 * depth
        for place, block in enumerate(content):
            if isinstance(block, ListBlock):
                yield from self.list(block, left, level + 1, depth)
            elif isinstance(block, Paragraph):
                yield BrailleParagraph(_printed(block.text, self.words), Shape(over + 2 if place else first, over))
            else:
                yield from self.block(block, over - 1)

    def table(self, table: Table, left: int) -> Iterator[BrailleParagraph]:
        if table.caption:
            yield BrailleParagraph(_printed(table.caption, self.words), Shape(5 + left, 5 + left, keep=True))
        yield self.added(self.words.braille["table"], replace(_aside(left), keep=True), aside=True)
        for row in table.rows:
            if row.is_group:
                head = _on_one_line(_printed(row.cells[0], self.words))
                yield BrailleParagraph(head, Shape(5 + left, 5 + left, above=True, keep=True))
                continue
            cells = list(_cells(row, table.header, self.words))
            for place, cell in enumerate(cells):
                start = left + (3 if place else 1)
                yield BrailleParagraph(PrintText(cell), Shape(start, left + 5, keep=place + 1 < len(cells)))

    def figure(self, figure: Figure, left: int) -> Iterator[BrailleParagraph]:
        """The picture once: kind, place and description, in a note; caption and credit, as they stand on the page."""
        alt, captioned = self.source.alt(figure), bool(plain(figure.caption).strip())
        if alt.state is not AltState.DECORATIVE:
            shape = replace(_aside(left), keep=captioned)
            yield BrailleParagraph(PrintText(tuple(self.described(figure, alt)), aside=True), shape)
        if captioned:
            yield BrailleParagraph(_printed(figure.caption, self.words), _aside(left))
        if alt.credit:
            yield self.added(self.words.credit_line(alt), _aside(left))
        if alt.long_description:
            label = LanguageRun(self.words.description_label(alt) + ": ", self.words.lang)
            printed = PrintText((label, LanguageRun("\n".join(alt.long_description))), aside=True)
            yield BrailleParagraph(printed, _aside(left))

    def described(self, figure: Figure, alt: AltText) -> Iterator[LanguageRun]:
        here = figure.id in self.present
        text = spoken_alt(figure, alt) if here else stand_in(alt)
        form = "picture" if here else "picture-stand-in" if text else "picture-missing"
        lead = self.words.picture_lead(self.source, figure, form)
        yield LanguageRun(lead if text else lead.strip(), self.words.lang)
        yield LanguageRun(text)

    def note(self, note: Note) -> Iterator[BrailleParagraph]:
        return _led(self.entry(note.blocks, 0, 0, 1), _raised(note.label) + " ")


def _item(text: str, shape: Shape) -> BrailleParagraph:
    return BrailleParagraph(PrintText((LanguageRun(text),)), shape)


def _aside(left: int) -> Shape:
    return Shape(7 + left, 5 + left)


def _printed(text: Text, words: Wording) -> PrintText:
    """Text by language, as plain characters have it; what is struck out stands between words that say so."""
    runs = groupby(_runs(text, words), lambda run: (run.lang, run.spelt))
    return PrintText(tuple(LanguageRun("".join(run.text for run in group), *kind) for kind, group in runs))


def _runs(text: Text, words: Wording) -> Iterator[LanguageRun]:
    before, after = words("deleted").split("{text}")
    for deleted, group in groupby(pieces(text), lambda piece: piece[0][0].deleted):
        if deleted:
            yield LanguageRun(before, words.lang)
        for runs, form in group:
            yield _run(runs[0], form)
        if deleted:
            yield LanguageRun(after, words.lang)


def _run(run: Run, form: str) -> LanguageRun:
    """The mark of a note is raised, as on the page, and belongs to the word before it."""
    shown = _raised(run.text) if run.note else f"{form} ({run.ruby})" if run.ruby else form
    return LanguageRun(shown, run.lang, run.formula)


def _on_one_line(printed: PrintText) -> PrintText:
    return replace(printed, runs=tuple(replace(run, text=run.text.replace("\n", " ")) for run in printed.runs))


def _lines(paragraph: BrailleParagraph, start: int) -> Iterator[BrailleParagraph]:
    """A paragraph; where its author broke it into lines, one of each, from the second on at ``start``."""
    runs, shape = paragraph.printed.runs, paragraph.shape
    lines = list(_split(runs))
    for number, line in enumerate(lines):
        place = replace(
            shape,
            first=start if number else shape.first,
            above=shape.above and not number,
            below=shape.below and number + 1 == len(lines),
        )
        yield BrailleParagraph(replace(paragraph.printed, runs=line), place)


def _split(runs: tuple[LanguageRun, ...]) -> Iterator[tuple[LanguageRun, ...]]:
    """The runs, cut at line feeds."""
    line: list[LanguageRun] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(replace(run, text=first))
        for text in others:
            yield tuple(line)
            line = [replace(run, text=text)]
    yield tuple(line)


def _raised(mark: str) -> str:
    return mark.translate(_RAISED) if mark.isascii() and mark.isdecimal() else mark


def _led(items: Iterable[BrailleParagraph], lead: str) -> Iterator[BrailleParagraph]:
    """The paragraphs, the first of them after ``lead``."""
    for item in items:
        runs = item.printed.runs
        if lead and runs:
            first = replace(runs[0], text=lead + runs[0].text)
            runs = (first, *runs[1:]) if not first.lang else (LanguageRun(lead), *runs)
        yield replace(item, printed=replace(item.printed, runs=runs))
        lead = ""


def _apart(items: Iterable[BrailleParagraph]) -> list[BrailleParagraph]:
    """The paragraphs with a blank line before and after them."""
    every = list(items)
    if every:
        every[0] = replace(every[0], shape=replace(every[0].shape, above=True))
        every[-1] = replace(every[-1], shape=replace(every[-1].shape, below=True))
    return every


def _depth(block: ListBlock) -> int:
    """How many lists stand in each other here, this one among them."""
    inner = (_depth(child) for item in block.items for child in item if isinstance(child, ListBlock))
    return 1 + max(inner, default=0)


def _cells(row: Row, header: tuple[Text, ...], words: Wording) -> Iterator[tuple[LanguageRun, ...]]:
    """The cells of a row, each after the names of its columns; an empty one is passed over, as it is in speech."""
    for at, size in cell_spans(row):
        cell, name = row.cells[at], words.columns(header[at : at + size])
        if plain(cell).strip():
            yield _printed((*name, Run(": "), *cell) if name else cell, words).runs


def _code(code: Code, left: int) -> Iterator[BrailleParagraph]:
    """Lines of code, each as it is indented in print, its runover two cells further."""
    for line in code.text.expandtabs(4).splitlines():
        start = left + 1 + len(line) - len(line.lstrip())
        yield BrailleParagraph(PrintText((LanguageRun(line.strip(), spelt=True),)), Shape(start, start + 2))
