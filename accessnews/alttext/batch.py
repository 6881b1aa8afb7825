"""Captions in bulk: a picture desk's JSON Lines or CSV in, an alt for each out, a line at a time."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import BinaryIO

from accessnews.alttext import describe
from accessnews.model.alt import AltState, AltText
from accessnews.model.errors import AccessNewsError, Place
from accessnews.text import tabular
from accessnews.text.markup import unmarked
from accessnews.text.stream import Line, numbered_lines

SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv")
_DELIMITERS = ",;\t"
_NONE = "\x1f"  # between the cells of a list with one column: what stands in none
_NO_OBJECT = ("not a JSON object", 'one line is one {"id": …, "caption": …}')

Id = str | int | float | None


@dataclass(frozen=True, slots=True)
class CaptionRow:
    """One caption of a list; ``id`` as the list has it, else the line's number."""

    id: Id
    caption: str
    lang: str  # BCP 47
    line: int = field(default=0, compare=False)  # on which it begins


def read(stream: BinaryIO, name: str, lang: str) -> Iterator[CaptionRow | AccessNewsError]:
    """Every caption of a list in UTF-8, in order, or what is wrong with its line; ``lang`` where it names none.

    JSON Lines are objects with ``caption`` and perhaps ``id`` and ``lang``; CSV has a header with these names. A
    list whose first line opens with a brace is JSON Lines. Raises AccessNewsError where it cannot be read on.
    """
    lines = numbered_lines(stream, name, "list", "caption")
    first = next((line for line in lines if line[1].strip()), None)
    if first is None:
        raise AccessNewsError("no captions: the list is empty", Place(name))
    rows = _json_rows if first[1].lstrip()[0] in "{[" else _csv_rows
    yield from rows(chain([first], lines), name, lang)


def draft(row: CaptionRow, mode: str) -> dict[str, object]:
    """The alt of one caption, which may have HTML's entities and tags, as one JSON object."""
    return record(row.id, describe(unmarked(row.caption), row.lang, mode))


def record(id: Id, alt: AltText) -> dict[str, object]:
    """An alt as picture desks take it."""
    return {
        "id": id,
        "alt": alt.alt,
        "credit": alt.credit,
        "kind": alt.kind,
        "needs_review": alt.state == AltState.NEEDS_REVIEW,
        "reasons": list(alt.reasons),
    }


def _json_rows(lines: Iterator[Line], name: str, lang: str) -> Iterator[CaptionRow | AccessNewsError]:
    for number, line in lines:
        if line.strip():
            yield _json_row(line, Place(name, number), lang)


def _json_row(line: str, at: Place, lang: str) -> CaptionRow | AccessNewsError:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        entry = None
    if not isinstance(entry, dict):
        return AccessNewsError(_NO_OBJECT[0], at, _NO_OBJECT[1])
    caption, own = entry.get("caption"), entry.get("lang") or lang
    if not isinstance(caption, str) or not isinstance(own, str):
        return AccessNewsError("caption and lang must be text", at)
    name = entry.get("id", at.line)
    if not isinstance(name, Id) or (isinstance(name, float) and not math.isfinite(name)):
        return AccessNewsError("id must be text or a number", at)
    return CaptionRow(name, caption, own, at.line)


def _csv_rows(lines: Iterator[Line], name: str, lang: str) -> Iterator[CaptionRow | AccessNewsError]:
    begin, header = next(lines)
    named = tabular.separator(header)
    if named:
        begin, header = next(lines, (begin, ""))
    delimiter = named or max(_DELIMITERS, key=header.count)
    text = chain([header], (line for _, line in lines))
    records = tabular.records(text, delimiter if delimiter in header else _NONE, name, begin)
    columns = _columns(next(records, ([], begin)), name)
    for record in records:
        if isinstance(record, AccessNewsError):
            yield record
        elif any(record[0]):
            yield _csv_row(record, columns, name, lang)


def _columns(record: tabular.Record | AccessNewsError, name: str) -> list[str]:
    if isinstance(record, AccessNewsError):
        raise record
    columns = tabular.header(record[0], ("caption", "id", "lang"), Place(name, record[1]))
    if "caption" not in columns:
        hint = f"its first line names the columns: {', '.join(columns)[:80]}"
        raise AccessNewsError("no column named caption", Place(name, record[1]), hint)
    return columns


def _csv_row(record: tabular.Record, columns: list[str], name: str, lang: str) -> CaptionRow | AccessNewsError:
    cells, line = record
    try:
        row = tabular.row(cells, columns, Place(name, line))
    except AccessNewsError as error:
        return error
    return CaptionRow(row.get("id") or line, row["caption"], row.get("lang") or lang, line)
