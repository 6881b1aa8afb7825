"""A braille code in which every letter is its own cell: pages read as capitals, and no liblouis is needed."""

from collections.abc import Iterable, Sequence

from accessnews.formats.brf import brf
from accessnews.formats.brf.pages import ASCII, WIDTH
from accessnews.model.alt import DescribedArticle
from accessnews.model.article import Article, Block, figures
from accessnews.model.errors import Place
from tests.fixtures.editions import AT
from tests.fixtures.pictures import described

CELLS = {character: chr(0x2800 + number) for number, character in enumerate(ASCII)}


def letters(table: str, lines: Sequence[str]) -> list[str]:
    """What stands in liblouis' place: a sign that braille ASCII does not have is unknown."""
    return ["".join(CELLS.get(sign, "\u28ff") for sign in line.upper()) for line in lines]


def story(*blocks: Block, title: str = "Title", **head: object) -> DescribedArticle:
    return described(Article(title, blocks, AT, Place("x").path, "", lang="en", **head))  # type: ignore[arg-type]


def pages(article: DescribedArticle, missing: Iterable[str] = ()) -> list[list[str]]:
    """The lines of every page."""
    present = {figure.id for figure in figures(article)} - set(missing)
    return opened(brf(article, present, letters))


def opened(data: bytes) -> list[list[str]]:
    """A BRF file as pages of lines, as an embosser would take it."""
    *sheets, rest = data.decode("ascii").split("\f")
    assert rest == ""
    lines = [sheet.split("\r\n") for sheet in sheets]
    assert all(page.pop() == "" for page in lines)
    assert all(len(page) == 25 and max(map(len, page)) <= WIDTH for page in lines)
    return lines


def body(article: DescribedArticle) -> str:
    """What stands below the title on the first page, without its number."""
    (page, *_) = pages(article)
    return "\n".join(page[2:-1]).rstrip("\n")
