"""The columns of a table that one cell covers."""

from collections.abc import Iterator

from accessnews.model.article import Row


def cell_spans(row: Row) -> Iterator[tuple[int, int]]:
    """The cells of a row that stand for themselves: which column each begins at, and how many it covers."""
    at = 0
    while at < len(row.cells):
        size = max(row.spans[at], 1) if at < len(row.spans) else 1
        size = min(size, len(row.cells) - at)
        yield at, size
        at += size
