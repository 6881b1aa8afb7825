"""Cells set in lines and pages of a Braille Ready Format file (.brf).

A page has 25 lines of 40 cells. Its last line is kept for its number, at the right: Braille Formats 2016 (1.15)
would let text share it, and ICEB's committee on formats would not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

WIDTH = 40
HEIGHT = 25

ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""North American Braille ASCII: what stands for the cells from U+2800 on, dots 1 to 6 being bits 0 to 5."""

_BESIDE_CENTRED = 3  # blank cells on either side, at least (Braille Formats 2016)
_PREFIXES = frozenset('@^_".;,#')  # begin a sign, and must not end a line (UEB 1.2.5)
_DIVIDES = ("-", "_/")  # hyphen and, in UEB, slash: a word goes on behind them on the next line
_ROOM = 10  # cells that a line keeps, however deep it is indented


@dataclass(frozen=True, slots=True)
class Shape:
    """Where the lines of a paragraph begin, in cells from 1, and what is about it."""

    first: int = 3
    over: int = 1  # from its second line on
    above: bool = False  # a blank line before it
    below: bool = False
    centred: bool = False
    keep: bool = False  # on one page with what follows


def ascii_cells(cells: str) -> str:
    """Unicode cells in braille ASCII. Dots 7 and 8, which only a fault of a table could raise, are let fall."""
    return "".join(ASCII[ord(cell) - 0x2800 & 0x3F] if "\u2800" <= cell <= "\u28ff" else " " for cell in cells)


def lines(cells: str, shape: Shape) -> list[str]:
    """A paragraph's cells in lines, without blanks at their ends. A word is cut only where no line could hold it."""
    if shape.centred:
        room = WIDTH - 2 * _BESIDE_CENTRED
        return [" " * ((WIDTH - len(line)) // 2) + line for line in _filled(cells.split(), room, room)]
    first, over = (min(start, WIDTH - _ROOM) - 1 for start in (shape.first, shape.over))
    filled = _filled(cells.split(), WIDTH - first, WIDTH - over)
    return [" " * (over if number else first) + line for number, line in enumerate(filled)]


def _filled(words: Iterable[str], first: int, over: int) -> Iterator[str]:
    """Lines of at most ``first`` and then ``over`` cells, as full as they get."""
    line, room = "", first
    for word in words:
        if line and len(line) + 1 + len(word) > room:
            yield line
            line, room = "", over
        while len(word) > room:
            part, word = _cut(word, room)
            yield part
            room = over
        line = f"{line} {word}" if line else word
    if line:
        yield line


def _cut(word: str, room: int) -> tuple[str, str]:
    """What of a word fits, and the rest of it.

    It ends behind its last hyphen or slash, so that no address has a hyphen that is not its own; else in a hyphen,
    the sign that UEB (10.13) divides words with.
    """
    divided = max(word.rfind(mark, 0, room) + len(mark) for mark in _DIVIDES)
    if divided > room // 2:
        return word[:divided], word[divided:]
    at = room - 1
    while at and word[at - 1] in _PREFIXES:
        at -= 1
    at = at or room - 1
    return word[:at] + "-", word[at:]


def pages(paragraphs: Iterable[tuple[Shape, str]]) -> Iterator[list[str]]:
    """Paragraphs, as braille ASCII, in pages; a blank line opens none, and a heading closes none."""
    page: list[str] = []
    bound: list[str] = []  # lines that stay together
    for line, bind in _flow(paragraphs):
        bound.append(line)
        if bind and len(bound) < HEIGHT - 1:
            continue
        if len(page) + len(bound) > HEIGHT - 1:
            yield page
            page = []
        page += bound if page else dropwhile(lambda line: not line, bound)
        bound = []
    page += bound
    while page and not page[-1]:
        page.pop()
    if page:
        yield page


def _flow(paragraphs: Iterable[tuple[Shape, str]]) -> Iterator[tuple[str, bool]]:
    """Every line, and whether it stays with the next; one that does not, and says nothing, is the last."""
    before = Shape()
    for shape, cells in paragraphs:
        set_lines = lines(cells, shape)
        if not set_lines:
            continue
        if before.below or shape.above:
            yield "", True
        for line in set_lines:
            yield line, shape.keep
        before = shape
    yield "", False


def file(pages: Sequence[Sequence[str]], numbers: Sequence[str]) -> bytes:
    """The pages with their numbers: every line ends in CR LF, every page in a form feed."""
    return "".join(_page(page, number) for page, number in zip(pages, numbers, strict=True)).encode("ascii")


def _page(page: Sequence[str], number: str) -> str:
    blank = [""] * (HEIGHT - 1 - len(page))
    return "".join(f"{line}\r\n" for line in (*page, *blank, number.rjust(WIDTH))) + "\f"
