"""Tables in wire copy, a row a line: agate, with semicolons between the cells, and columns that blanks make."""

import re
from itertools import takewhile

from accessnews.model.article import Row, Table, Text
from accessnews.model.errors import Place
from accessnews.readers._news.paragraphs import GAP, Piece, is_row
from accessnews.text.unicode import as_text, has_words

_ROW = re.compile(r"[^;]{0,60}(?:;(?! )[^;]{0,60}){2,40}")
_HALF = re.compile(r"(?<![^\d])\{(?!\w)")  # so the agencies write a half
_NONE = ("_", "-", "--")


def agate(pieces: list[Piece], start: int, path: str) -> tuple[Table, int] | None:
    """The table that begins with the piece ``start``, and how many pieces it has; None where there is none."""
    if is_row(pieces[start].text):
        return _columns(pieces, start, path)
    width = pieces[start].text.count(";")
    rest = (pieces[number] for number in range(start, len(pieces)))
    lines = list(takewhile(lambda piece: piece.text.count(";") == width and _ROW.fullmatch(piece.text), rest))
    if len(lines) < 2:
        return None
    rows = [Row(_cells(piece.text), Place(path, piece.line)) for piece in lines]
    header = rows.pop(0).cells if _is_header(lines[0].text) else ((),) * (width + 1)
    return Table(header, tuple(rows), Place(path, lines[0].line)), len(lines)


def _columns(pieces: list[Piece], start: int, path: str) -> tuple[Table, int] | None:
    """The table of rows set with blanks, all with as many cells as the first but for an empty corner."""
    rows = [
        (GAP.split(piece.text), Place(path, piece.line))
        for piece in takewhile(lambda piece: is_row(piece.text), (pieces[n] for n in range(start, len(pieces))))
    ]
    width = max(map(len, (cells for cells, _ in rows)))
    is_even = all(len(cells) == width for cells, _ in rows[1:]) and len(rows[0][0]) >= width - 1
    if len(rows) < 2 or width < 2 or not is_even:
        return None
    first = [""] * (width - len(rows[0][0])) + rows[0][0]
    is_named = not first[0] or not any(cell[:1].isdigit() for cell in first[1:])
    header = tuple(map(as_text, first)) if is_named else ((),) * width
    body = ((first, rows[0][1]), *rows[1:])[is_named:]
    return Table(header, tuple(Row(tuple(map(as_text, cells)), at) for cells, at in body), rows[0][1]), len(rows)


def _cells(text: str) -> tuple[Text, ...]:
    return tuple(as_text("–" if cell.strip() in _NONE else _HALF.sub("½", cell)) for cell in text.split(";"))


def _is_header(text: str) -> bool:
    """Whether a row names the columns: the one above the names is empty, or nothing is a figure."""
    return text.startswith(";") or (has_words(text) and not any(map(str.isdigit, text)))
