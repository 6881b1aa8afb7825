"""Agate: tables of sports and shares in wire copy, a row a line, with semicolons between the cells."""

import re
from itertools import takewhile

from accessnews.model.article import Row, Table, Text
from accessnews.model.errors import Place
from accessnews.readers._news.paragraphs import Piece
from accessnews.text.unicode import as_text, has_words

_ROW = re.compile(r"[^;]{0,60}(?:;(?! )[^;]{0,60}){2,40}")
_HALF = re.compile(r"(?<![^\d])\{(?!\w)")  # so the agencies write a half
_NONE = ("_", "-", "--")


def agate(pieces: list[Piece], start: int, path: str) -> tuple[Table, int] | None:
    """The table that begins with the piece ``start``, and how many pieces it has; None where there is none."""
    width = pieces[start].text.count(";")
    rest = (pieces[number] for number in range(start, len(pieces)))
    lines = list(takewhile(lambda piece: piece.text.count(";") == width and _ROW.fullmatch(piece.text), rest))
    if len(lines) < 2:
        return None
    rows = [Row(_cells(piece.text), Place(path, piece.line)) for piece in lines]
    header = rows.pop(0).cells if _is_header(lines[0].text) else ((),) * (width + 1)
    return Table(header, tuple(rows), Place(path, lines[0].line)), len(lines)


def _cells(text: str) -> tuple[Text, ...]:
    return tuple(as_text("–" if cell.strip() in _NONE else _HALF.sub("½", cell)) for cell in text.split(";"))


def _is_header(text: str) -> bool:
    """Whether a row names the columns: the one above the names is empty, or nothing is a figure."""
    return text.startswith(";") or (has_words(text) and not any(map(str.isdigit, text)))
