"""CSV: records with their lines, headers and rows, as picture desks and spreadsheets write them."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from accessnews.model.errors import AccessNewsError, Place

LIMIT = 8_000_000
"""Characters of a cell at most: csv's own limit is less than a caption can have."""

_SEPARATOR = re.compile(r'"?sep=([,;|\t])"?[,;\t ]*[\r\n]*', re.IGNORECASE)  # Excel's own first line

Record = tuple[list[str], int]  # its cells, and the line on which it begins, counted from 1


def separator(line: str) -> str:
    """What stands between the cells, where a line says that and nothing else; empty where it does not."""
    named = _SEPARATOR.fullmatch(line)
    return named[1] if named else ""


def records(lines: Iterable[str], delimiter: str, name: str, first: int = 1) -> Iterator[Record | AccessNewsError]:
    """The records in the lines of ``name``, of which ``first`` is the number of the first, or what is wrong with one.

    Raises AccessNewsError for a quote that is not closed, with the line on which it opens: where cells begin and
    end below it cannot be known.
    """
    csv.field_size_limit(LIMIT)
    taken: list[str] = []  # lines of the record that is being read

    def noted() -> Iterator[str]:
        for line in lines:
            taken.append(line)
            yield line

    reader = csv.reader(noted(), delimiter=delimiter, strict=True)
    while True:
        try:
            yield next(reader), first
        except StopIteration:
            return
        except csv.Error as error:
            open_line = _open_quote(taken, delimiter)
            if open_line is not None:
                hint = "close it, or leave the quote out; what stands below it was not read"
                raise AccessNewsError(
                    "unclosed quote that opens here", Place(name, first + open_line), hint
                ) from error
            yield AccessNewsError(f"not CSV: {error}", Place(name, first), "look for a stray quote in this row")
        first += len(taken)
        taken.clear()


def _open_quote(lines: Sequence[str], delimiter: str) -> int | None:
    """The line, counted from 0, on which the quote opens that is open at the end; None where all are closed."""
    text = "".join(lines)
    begin = _last_quoted_cell(text, delimiter)
    if begin is None or text.count('"', begin) % 2 == 0:
        return None
    ends = accumulate(map(len, lines))
    return next(number for number, end in enumerate(ends) if begin < end)


def _last_quoted_cell(text: str, delimiter: str) -> int | None:
    """Where the last cell in quotes begins that csv has come to."""
    begin, at = None, 0
    while True:
        if text.startswith('"', at):
            begin, at = at, _closing_quote(text, at + 1) + 1
            if at == 0 or not text.startswith((delimiter, "\r", "\n"), at):
                return begin
        following = text.find(delimiter, at)
        if following < 0:
            return begin
        at = following + 1


def _closing_quote(text: str, at: int) -> int:
    """The place of the quote that ends a cell whose text begins at ``at``; -1 where there is none."""
    while True:
        at = text.find('"', at)
        if at < 0 or not text.startswith('""', at):
            return at
        at += 2


def header(cells: Sequence[str], known: Iterable[str], at: Place) -> list[str]:
    """Columns by name, in small letters. Raises AccessNewsError where two have the same of the ``known`` names."""
    columns = [cell.strip().lower() for cell in cells]
    if twice := next((name for name in known if columns.count(name) > 1), ""):
        raise AccessNewsError(f"two columns are called {twice}", at, "keep one of the two")
    return columns


def row(cells: Sequence[str], columns: Sequence[str], at: Place) -> dict[str, str]:
    """The cells by column, empty where the row ends early. Raises AccessNewsError where it goes on beyond them."""
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise AccessNewsError("this row has more cells than the header", at, "put text with commas into quotes")
    filled = [*cells, *[""] * (len(columns) - len(cells))]
    return dict(zip(columns, filled, strict=False))
