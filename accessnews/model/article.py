"""The article: what a story is, whatever form it came in. Frozen values, no behaviour beyond walking them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TypeVar

from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.model.unpacked import Unpacked


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the same marks throughout.

    White space inside is already folded to single blanks; a line feed is a line break that the author made.
    """

    text: str
    em: bool = False
    strong: bool = False
    code: bool = False
    href: str = ""  # absolute http(s) or mailto only; readers drop every other scheme
    lang: str = ""  # BCP 47 tag where it differs from the article's, else empty
    title: str = ""  # expansion of an abbreviation
    note: str = ""  # label of the footnote this run refers to; the text is then the visible mark
    script: str = ""  # "sup" where it is raised, "sub" where it is lowered
    deleted: bool = False  # struck out: shown, but it no longer stands
    highlighted: bool = False
    ruby: str = ""  # how it is read, set above it (ruby annotation)
    formula: bool = False  # the source of a formula, such as LaTeX, that has no text alternative


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """The characters of ``text`` without its marks."""
    return "".join(run.text for run in text)


def cut(text: Text, start: int, end: int) -> Text:
    """The runs of ``text`` from character ``start`` to ``end``, with their marks."""
    out: list[Run] = []
    at = 0
    for run in text:
        left, right = max(start - at, 0), min(end - at, len(run.text))
        if left < right:
            out.append(replace(run, text=run.text[left:right]))
        at += len(run.text)
    return tuple(out)


def language(text: Text) -> str:
    """The language that all of ``text`` is marked with; empty where there is none."""
    langs = {run.lang for run in text if run.text.strip()}
    return langs.pop() if len(langs) == 1 else ""


@dataclass(frozen=True, slots=True)
class Heading:
    text: Text
    level: int  # 2 to 6; 1 is the article's title
    at: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    at: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """Preformatted text, kept as it is."""

    text: str
    at: Place
    language: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Divider:
    at: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption. ``src`` is what the story says; where it is found is no business of the reader."""

    src: str | None  # None: a gallery that names no files
    caption: Text  # with the credit still in it, unless the source marks the credit
    at: Place
    credit: str | None = None  # where the source marks it apart from the caption
    author_alt: str | None = None
    photo_alt: str | None = None  # what the photo file itself carries (IPTC AltTextAccessibility)
    decorative: bool = False
    renditions: tuple[str, ...] = ()  # files of the same picture in other sizes, the widest first
    key: str = ""  # by which a review finds it again; set by review
    id: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple["Block", ...]
    at: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """A note, tip or warning that stands out from the text around it."""

    kind: str  # note, tip, important, warning or caution
    title: Text  # the author's label; empty: the kind, in the language of the edition
    blocks: tuple["Block", ...]
    at: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class ListBlock:
    items: tuple[tuple["Block", ...], ...]
    at: Place
    numbers: tuple[int, ...] = ()  # one an item; none: a list without an order
    numerals: str = "1"  # how they are written: 1, a, A, i or I, as in HTML
    descending: bool = False  # ``reversed`` in HTML
    id: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Text, ...]
    at: Place
    id: str = ""
    spans: tuple[int, ...] = ()  # columns that each cell covers, the covered ones being empty; none: one each
    is_group: bool = False  # its first cell heads, over all columns, the rows that follow


@dataclass(frozen=True, slots=True)
class Table:
    """A data table. Every row has as many cells as ``header``; a header cell may be empty text."""

    header: tuple[Text, ...]
    rows: tuple[Row, ...]
    at: Place
    caption: Text = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, told after the body."""

    label: str
    blocks: tuple["Block", ...]
    at: Place
    id: str = ""


Block = Heading | Paragraph | Code | Divider | Figure | Quote | Callout | ListBlock | Table


@dataclass(frozen=True, slots=True)
class Article:
    """One story, as read. ``path`` and ``sha256`` name the source bytes."""

    title: str
    body: tuple[Block, ...]
    at: Place  # of the title
    path: Path
    sha256: str
    lang: str = ""  # BCP 47; empty where the source does not say
    byline: tuple[str, ...] = ()  # names, without "By"
    date: str = ""  # ISO 8601 calendar date, CCYY-MM-DD, or empty
    kicker: str = ""  # the word or two above the headline
    summary: str = ""
    dateline: str = ""  # place of writing, where the source marks it apart from the text
    embargo: str = ""  # not before: ISO 8601 date, or date and time with a zone; empty where there is none
    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = ()
    pictures: Unpacked | None = None  # what the source itself holds, under the names that figures call them


ArticleType = TypeVar("ArticleType", bound=Article)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, containers before what they contain."""
    for block in blocks:
        yield block
        if isinstance(block, Quote | Callout):
            yield from walk(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from walk(item)


def every_block(article: Article) -> Iterator[Block]:
    """Every block of the article in reading order, those of its notes last."""
    yield from walk(article.body)
    for note in article.notes:
        yield from walk(note.blocks)


def figures(article: Article) -> list[Figure]:
    """The article's figures in reading order, those of its notes last."""
    return [block for block in every_block(article) if isinstance(block, Figure)]


def map_figures(article: Article, change: Callable[[Figure], Figure]) -> Article:
    """The article with ``change`` applied to every figure, in the order of ``figures``."""
    return _map_blocks(article, lambda block: change(block) if isinstance(block, Figure) else block)


def map_texts(article: ArticleType, change: Callable[[Text], Text]) -> ArticleType:
    """The article with ``change`` applied to every text in its blocks, in reading order."""

    def visit(block: Block) -> Block:
        match block:
            case Heading() | Paragraph():
                return replace(block, text=change(block.text))
            case Callout():
                return replace(block, title=change(block.title))
            case Figure():
                return replace(block, caption=change(block.caption))
            case Table():
                caption, header = change(block.caption), tuple(map(change, block.header))
                rows = tuple(replace(row, cells=tuple(map(change, row.cells))) for row in block.rows)
                return replace(block, caption=caption, header=header, rows=rows)
        return block

    return _map_blocks(article, visit)


def placed(article: Article, change: Callable[[Place], Place]) -> Article:
    """The article with ``change`` applied to every place in it, those of its findings included."""

    def visit(block: Block) -> Block:
        block = replace(block, at=change(block.at))
        if isinstance(block, Table):
            block = replace(block, rows=tuple(replace(row, at=change(row.at)) for row in block.rows))
        return block

    article = _map_blocks(article, visit)
    notes = tuple(replace(note, at=change(note.at)) for note in article.notes)
    findings = tuple(replace(finding, at=change(finding.at)) for finding in article.findings)
    return replace(article, at=change(article.at), notes=notes, findings=findings)


def numbered(article: ArticleType) -> ArticleType:
    """The article with every block's ``id`` naming its place: ``b01``, ``b02`` … in reading order.

    Ids of one article have one length, two digits at least. The head of the article (kicker, title,
    byline, date) is ``b00`` and carries no id of its own.
    """
    rows = sum(len(block.rows) for block in every_block(article) if isinstance(block, Table))
    width = max(2, len(str(len(list(every_block(article))) + rows + len(article.notes))))
    counter = count(1)

    def following_id() -> str:
        return f"b{next(counter):0{width}d}"

    def visit(block: Block) -> Block:
        block = replace(block, id=following_id())
        if isinstance(block, Table):
            block = replace(block, rows=tuple(replace(row, id=following_id()) for row in block.rows))
        return block

    body = _rebuild(article.body, visit)
    notes = tuple(replace(note, id=following_id(), blocks=_rebuild(note.blocks, visit)) for note in article.notes)
    return replace(article, body=body, notes=notes)


def _map_blocks(article: ArticleType, visit: Callable[[Block], Block]) -> ArticleType:
    body = _rebuild(article.body, visit)
    notes = tuple(replace(note, blocks=_rebuild(note.blocks, visit)) for note in article.notes)
    return replace(article, body=body, notes=notes)


def _rebuild(blocks: tuple[Block, ...], visit: Callable[[Block], Block]) -> tuple[Block, ...]:
    """``visit`` every block, containers before what they contain."""
    out: list[Block] = []
    for block in blocks:
        block = visit(block)
        if isinstance(block, Quote | Callout):
            block = replace(block, blocks=_rebuild(block.blocks, visit))
        elif isinstance(block, ListBlock):
            block = replace(block, items=tuple(_rebuild(item, visit) for item in block.items))
        out.append(block)
    return tuple(out)
