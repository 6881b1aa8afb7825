"""Data tables out of ``table`` elements: a header, and rows as wide as it."""

from __future__ import annotations

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
_CONTENT = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "figure", "blockquote", "img", "pre")


def is_layout(table: HtmlElement) -> bool:
    """Whether a table only places things on a page, as old pages do: then its cells are plain containers."""
    if table.get("role") in ("presentation", "none") or len(list(islice(table.iter("table"), 2))) > 1:
        return True
    rows = [list(_cells(row)) for row in _rows(table)]
    if max(map(len, rows), default=0) < 2:
        return True
    return any(len(list(islice(cell.iter(*_CONTENT), 2))) > 1 for row in rows for cell in row)


def table_of(element: HtmlElement, inline: Inline, caption: Text = ()) -> Table | None:
    """The table, or None where it says nothing. A caption of its own goes before ``caption``."""
    at = Place(inline.path, line_of(element) or inline.line)
    own_caption = next(element.iterchildren("caption"), None)
    caption = (text_of(own_caption, inline) if own_caption is not None else ()) or caption
    grid = _Grid(inline)
    for row in _rows(element):
        grid.add(row)
    width = max(map(len, (*grid.heads, *grid.rows)), default=0)
    if width > _WIDEST:
        message = f"a table is cut to {_WIDEST} columns"
        inline.findings.append(Finding("table-uneven", message, at, "make several tables of it"))
        width = _WIDEST
    if pictures := list(islice(element.iter("img"), _TALLEST)):
        inline.findings.append(_pictures_dropped(pictures, at))
    header = _header(grid.heads, width)
    places = (Place(inline.path, line) for line in grid.lines)
    rows = tuple(
        Row(_padded(cells, width), place) for cells, place in zip(grid.rows, places, strict=True) if any(cells)
    )
    return Table(header, rows, at, caption) if rows or any(header) else None


def _pictures_dropped(pictures: list[HtmlElement], at: Place) -> Finding:
    first = line(pictures[0].get("alt") or pictures[0].get("data-src") or "")[:60]
    more = f" and {len(pictures) - 1} more" if len(pictures) > 1 else ""
    message = f"a picture in a table is left out: “{first}”{more}"
    return Finding("embed-dropped", message, at, "put it above or below the table")


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        if child.tag == "tr":
            yield child
        else:
            yield from child.iterchildren("tr")


def _cells(row: HtmlElement) -> Iterator[HtmlElement]:
    yield from row.iterchildren("td", "th")


class _Grid:
    """Cells in columns: one that spans columns stands in the first, one that spans rows in each of them."""

    def __init__(self, inline: Inline) -> None:
        self.heads: list[list[Text]] = []
        self.rows: list[list[Text]] = []
        self.lines: list[int] = []
        self._inline = inline
        self._falling: dict[int, tuple[Text, int]] = {}  # by column: a cell from above, rows it still has

    def add(self, row: HtmlElement) -> None:
        line = line_of(row) or self._inline.line
        cells = list(_cells(row))
        is_head = bool(cells) and not self.rows and (_in_head(row) or all(cell.tag == "th" for cell in cells))
        placed = self._placed(cells, is_head)
        if is_head:
            self.heads.append(placed)
        elif cells:
            self.rows.append(placed)
            self.lines.append(line)

    def _placed(self, cells: list[HtmlElement], repeat: bool) -> list[Text]:
        """The row's texts by column. ``repeat``: a heading over several columns is each one's heading."""
        placed: list[Text] = []
        for cell in cells:
            self._fall(placed)
            text = text_of(cell, self._inline)
            down = _span(cell, "rowspan", _TALLEST)
            for column in range(min(_span(cell, "colspan", _WIDEST), _WIDEST + 1 - len(placed))):
                if down > 1:
                    self._falling[len(placed)] = (text, down - 1)
                placed.append(text if repeat or not column else ())
        self._fall(placed)
        return placed

    def _fall(self, placed: list[Text]) -> None:
        while len(placed) in self._falling and len(placed) <= _WIDEST:
            text, left = self._falling.pop(len(placed))
            if left > 1:
                self._falling[len(placed)] = (text, left - 1)
            placed.append(text)


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


def _padded(cells: list[Text], width: int) -> tuple[Text, ...]:
    return (*cells[:width], *((),) * (width - len(cells)))
