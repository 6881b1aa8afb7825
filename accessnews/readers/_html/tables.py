"""Data tables out of ``table`` elements: a header, and rows as wide as it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from accessnews.model.article import Row, Run, Table, Text
from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.readers._html.inline import text_of
from accessnews.readers._html.sanitize import line_of
from accessnews.text.unicode import fold, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from accessnews.readers._html.inline import Inline

_WIDEST = 60  # columns; nobody follows more by ear
_TALLEST = 500  # rows that one cell may span
_COLUMN = 300  # letters; a cell of data has fewer
_CONTENT = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "figure", "blockquote", "img", "pre")


def is_layout(table: HtmlElement) -> bool:
    """Whether a table only places things on a page, as old pages do: then its cells are plain containers."""
    if table.get("role") in ("presentation", "none") or len(list(islice(table.iter("table"), 2))) > 1:
        return True
    rows = [list(_cells(row)) for row in _rows(table)]
    if max(map(len, rows), default=0) < 2:
        return True
    return any(_is_column(cell) for row in rows for cell in row)


def _is_column(cell: HtmlElement) -> bool:
    """Whether a cell holds what stands in columns of a page: several blocks, or a long text of many lines."""
    if len(list(islice(cell.iter(*_CONTENT), 2))) > 1:
        return True
    is_parted = any(br.getnext() is not None and br.getnext().tag == "br" and not br.tail for br in cell.iter("br"))
    return is_parted and sum(map(len, cell.itertext())) > _COLUMN


def table_of(element: HtmlElement, inline: Inline, caption: Text = ()) -> Table | None:
    """The table, or None where it says nothing. A caption of its own goes before ``caption``."""
    at = Place(inline.path, line_of(element) or inline.line)
    own_caption = next(element.iterchildren("caption"), None)
    caption = (text_of(own_caption, inline) if own_caption is not None else ()) or caption
    grid = _Grid(inline, list(_rows(element)))
    width = grid.width
    if width > _WIDEST:
        message = f"a table is cut to {_WIDEST} columns"
        inline.findings.append(Finding("table-uneven", message, at, "make several tables of it"))
        width = _WIDEST
    if pictures := list(islice(element.iter("img"), _TALLEST)):
        inline.findings.append(_pictures_dropped(pictures, at))
    if not caption and grid.heads and grid.heads[0].covers(width) and len(grid.heads) > 1:
        caption = grid.heads.pop(0).cells[0]
    header = _header([head.cells for head in grid.heads], width)
    rows = tuple(row.within(width, inline.path) for row in grid.rows if any(row.cells))
    return Table(header, rows, at, caption) if rows or any(header) else None


def _pictures_dropped(pictures: list[HtmlElement], at: Place) -> Finding:
    first = line(pictures[0].get("alt") or pictures[0].get("data-src") or "")[:60]
    more = f" and {len(pictures) - 1} more" if len(pictures) > 1 else ""
    message = f"a picture in a table is left out: “{first}”{more}"
    return Finding("embed-dropped", message, at, "put it above or below the table")


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of a table in the order in which they are shown: those of its foot last, wherever they are written."""
    feet = []
    for child in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        if child.tag == "tr":
            yield child
        elif child.tag == "tfoot":
            feet.extend(child.iterchildren("tr"))
        else:
            yield from child.iterchildren("tr")
    yield from feet


def _cells(row: HtmlElement) -> Iterator[HtmlElement]:
    yield from row.iterchildren("td", "th")


@dataclass(slots=True)
class _PlacedRow:
    """A row of the grid: a text a column, and how many columns each cell covers, 0 for one that is covered."""

    line: int
    cells: list[Text] = field(default_factory=list)
    spans: list[int] = field(default_factory=list)

    def covers(self, width: int) -> bool:
        """Whether its only cell with words lies over all columns."""
        return width > 1 and bool(self.spans) and self.spans[0] >= width and bool(self.cells[0])

    def within(self, width: int, path: str) -> Row:
        missing = width - len(self.cells)
        cells = (*self.cells[:width], *((),) * missing)
        spans = (*self.spans[:width], *(1,) * missing)
        is_group = self.covers(width)
        return Row(
            cells, Place(path, self.line), spans=() if is_group or set(spans) == {1} else spans, is_group=is_group
        )


class _Grid:
    """Cells in columns: one that spans columns stands in the first, one that spans rows in each of them.

    The header is what stands in ``thead``; where nothing does, the rows of nothing but header cells at the top.
    """

    def __init__(self, inline: Inline, rows: list[HtmlElement]) -> None:
        self.heads: list[_PlacedRow] = []
        self.rows: list[_PlacedRow] = []
        self._inline = inline
        self._falling: dict[int, tuple[Text, int]] = {}  # by column: a cell from above, rows it still has
        has_head = any(_in_head(row) and row.text_content().strip() for row in rows)
        for row in rows:
            self._add(row, has_head)

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in (*self.heads, *self.rows)), default=0)

    def _add(self, row: HtmlElement, has_head: bool) -> None:
        cells = list(_cells(row))
        if not cells:
            return
        only_headers = not has_head and not self.rows and len(cells) > 1 and all(cell.tag == "th" for cell in cells)
        is_head = _in_head(row) if has_head else only_headers
        placed = self._placed(_PlacedRow(line_of(row) or self._inline.line), cells, is_head)
        if is_head:
            self.heads.append(placed)
        elif not _in_head(row) or any(placed.cells):
            self.rows.append(placed)

    def _placed(self, placed: _PlacedRow, cells: list[HtmlElement], is_head: bool) -> _PlacedRow:
        """The row's texts by column. In the header one over several columns is each one's."""
        for cell in cells:
            self._fall(placed)
            text = text_of(cell, self._inline)
            down = _span(cell, "rowspan", _TALLEST)
            across = min(_span(cell, "colspan", _WIDEST), _WIDEST + 1 - len(placed.cells))
            for column in range(across):
                if down > 1:
                    self._falling[len(placed.cells)] = (text, down - 1)
                placed.cells.append(text if is_head or not column else ())
                placed.spans.append(0 if column else across)
        self._fall(placed)
        return placed

    def _fall(self, placed: _PlacedRow) -> None:
        while len(placed.cells) in self._falling and len(placed.cells) <= _WIDEST:
            text, left = self._falling.pop(len(placed.cells))
            if left > 1:
                self._falling[len(placed.cells)] = (text, left - 1)
            placed.cells.append(text)
            placed.spans.append(1)


def _in_head(row: HtmlElement) -> bool:
    above = row.getparent()
    return above is not None and above.tag == "thead"


def _span(cell: HtmlElement, name: str, most: int) -> int:
    written = (cell.get(name) or "1").strip()
    return min(most, max(1, int(written))) if written.isdecimal() and len(written) < 6 else 1


def _header(heads: list[list[Text]], width: int) -> tuple[Text, ...]:
    """One heading a column; headings above one another are joined."""
    columns = []
    for column in range(width):
        texts: list[Text] = []
        for head in heads:
            text = head[column] if column < len(head) else ()
            if text and (not texts or texts[-1] != text):
                texts.append(text)
        columns.append(fold(run for text in texts for run in (*text, Run(" "))))
    return tuple(columns)
