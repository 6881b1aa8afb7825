"""A desk's own sheet of captions: every column and every row stays, what is drafted stands beside them."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from accessnews.alttext import columns, describe
from accessnews.alttext.lengths import over
from accessnews.alttext.placeholders import is_placeholder
from accessnews.model.alt import AltState, AltText
from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.findings import Finding
from accessnews.text import tabular
from accessnews.text.decode import BINARY, decoded
from accessnews.text.markup import unmarked

LIMIT = 64_000_000  # bytes
OWN = ("alt", "state", "reasons", "credit")
LONG = "long-description"  # where a reviewer writes one
_UNREADABLE, _NOTHING = "row-unreadable", "no-visible-clause"
_DELIMITERS = ",;\t|"
_ALONE = "\x1f"  # between the cells of a sheet with one column: what stands in none
_FORMULA = re.compile(r"[=+\-@\t\r]")  # by its first letter a cell is run (OWASP, CSV injection)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
_DECIDED = (AltState.REVIEWED, AltState.DECORATIVE, AltState.AUTHOR)
_MOST_UNREADABLE = 200  # rows after each of which the sheet is read on


@dataclass(slots=True)
class SheetRow:
    """The cells of a row as the desk has them, and the line on which it begins."""

    cells: list[str]
    line: int
    error: AccessNewsError | None = None  # why it cannot be read


@dataclass(slots=True)
class Sheet:
    """A sheet; ``own`` are the columns of ours that it has, by their name in OWN."""

    path: str
    header: list[str]
    rows: list[SheetRow]
    delimiter: str
    findings: tuple[Finding, ...] = ()
    own: dict[str, int] = field(default_factory=dict)

    def cell(self, row: SheetRow, place: int | None) -> str:
        return row.cells[place].strip() if place is not None and place < len(row.cells) else ""

    def first(self, row: SheetRow, names: tuple[str, ...]) -> str:
        """What stands in the first column of these names that has anything."""
        return next((cell for place in columns.find(self.header, names) if (cell := self.cell(row, place))), "")

    def put(self, row: SheetRow, name: str, text: str) -> None:
        """Write one of our cells; nothing that a spreadsheet would run."""
        row.cells.extend([""] * (len(self.header) - len(row.cells)))
        row.cells[self.own[name]] = f"'{text}" if _FORMULA.match(text) else text

    def told(self, row: SheetRow, name: str) -> str:
        """What stands in one of our cells."""
        text = self.cell(row, self.own.get(name))
        return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text

    def caption(self, row: SheetRow) -> str:
        return unmarked(self.first(row, columns.CAPTION))

    def file(self, row: SheetRow) -> str:
        return self.first(row, columns.FILE)

    def lang(self, row: SheetRow, default: str) -> str:
        lang = self.first(row, columns.LANG)
        return lang if _TAG.fullmatch(lang) else default

    def add(self, *names: str) -> None:
        """Give it the columns of ours that it has not; one that a desk calls alike is the desk's."""
        for name in names:
            if name not in self.own and name.startswith("alt-") and name in self.header:
                self.own[name] = self.header.index(name)
            elif name not in self.own:
                taken = name in [column.strip().lower() for column in self.header]
                self.own[name] = len(self.header)
                self.header.append(f"alt-{name}" if taken else name)
                for row in self.rows:
                    row.cells.insert(len(self.header) - 1, "")

    def data(self) -> bytes:
        """The sheet as CSV in UTF-8 with the mark that Excel looks for, its cells parted as they were."""
        text = io.StringIO(newline="")
        delimiter = "," if self.delimiter == _ALONE else self.delimiter
        writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(self.header)
        writer.writerows(row.cells for row in self.rows)
        return codecs.BOM_UTF8 + text.getvalue().encode("utf-8", "replace")


def read(data: bytes, path: str) -> Sheet:
    """A sheet as any program has saved it. Raises AccessNewsError where no column has captions."""
    text, findings = decoded(Path(path), data)
    if "\0" in text:
        raise AccessNewsError(BINARY, Place(path), "save the sheet as CSV")
    text = text if "\n" in text else text.replace("\r", "\n")
    lines = io.StringIO(text, newline="\n").readlines()
    start = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    named = tabular.separator(lines[start]) if start < len(lines) else ""
    start += bool(named)
    if start >= len(lines):
        raise AccessNewsError("no captions: the list is empty", Place(path))
    head = lines[start]
    delimiter = named or max(_DELIMITERS, key=head.count)
    rows = list(_rows(lines[start:], delimiter if delimiter in head else _ALONE, path, start + 1))
    header = rows.pop(0).cells
    findings = tuple(replace(finding, hint="look whether all its letters are right") for finding in findings)
    sheet = Sheet(path, header, rows, delimiter if delimiter in head else _ALONE, findings)
    if not columns.find(header, columns.CAPTION):
        hint = f"its first line names the columns: {', '.join(header)[:80]}"
        raise AccessNewsError("no column named caption", Place(path, start + 1), hint)
    for row in rows:
        row.cells.extend([""] * (len(header) - len(row.cells)))
        if any(cell.strip() for cell in row.cells[len(header) :]):
            place = Place(path, row.line)
            row.error = row.error or AccessNewsError("this row has more cells than the header", place)
    sheet.own = _own(sheet)
    return sheet


def _rows(lines: list[str], delimiter: str, path: str, first: int) -> Iterator[SheetRow]:
    """The rows with something in them. One that cannot be read is taken by its line, and the next is read."""
    at, unreadable = 0, 0
    while at < len(lines):
        try:
            for record in tabular.records(iter(lines[at:]), delimiter, path, first + at):
                if isinstance(record, AccessNewsError):
                    line = record.at.line if record.at else first + at
                    yield SheetRow(_split(lines[line - first], delimiter), line, record)
                elif any(cell.strip() for cell in record[0]):
                    yield SheetRow(*record)
            return
        except AccessNewsError as error:
            line = error.at.line if error.at else first + at
            error.hint = "close it, or leave the quote out; the rows below it are read"
            yield SheetRow(_split(lines[line - first], delimiter), line, error)
            at, unreadable = line - first + 1, unreadable + 1
            if unreadable > _MOST_UNREADABLE:
                raise


def _split(line: str, delimiter: str) -> list[str]:
    return line.rstrip("\r\n").split(delimiter)


def _own(sheet: Sheet) -> dict[str, int]:
    """The columns of ours that a sheet has already; but for a desk's own alt only where we have drafted for it."""
    names = [column.strip().lower() for column in sheet.header]
    found = {name: [own for own in (f"alt-{name}", name) if own in names] for name in (*OWN, LONG)}
    places = {name: names.index(own[0]) for name, own in found.items() if own}
    alts = columns.find(sheet.header, columns.ALT)
    places |= {"alt": alts[0]} if alts else {}
    states = {sheet.cell(row, places.get("state")) for row in sheet.rows if not row.error}
    is_drafted = {"alt", "state", "reasons"} <= places.keys() and states <= {"", *AltState}
    return places if is_drafted else {"alt": alts[0]} if alts else {}


def draft(sheet: Sheet, lang: str, mode: str, limits: Mapping[str, int]) -> None:
    """Put an alt, its state, the reasons for it and the credit into every row that nobody has decided."""
    was_drafted = "state" in sheet.own
    sheet.add(*OWN)
    for row in sheet.rows:
        if row.error:
            _put(sheet, row, "", AltState.NEEDS_REVIEW, (_UNREADABLE,))
        elif sheet.told(row, "state") in _DECIDED:
            continue
        elif sheet.told(row, "alt") and not was_drafted:
            alt = sheet.told(row, "alt")
            _put(sheet, row, alt, AltState.AUTHOR, over(alt, limits))
        else:
            told = described(sheet, row, lang, mode)
            if is_placeholder(told.alt):  # would pass for an alt text there
                told = replace(told, alt="", state=AltState.NEEDS_REVIEW, reasons=told.reasons or (_NOTHING,))
            _put(sheet, row, told.alt, told.state, (*told.reasons, *over(told.alt, limits)))
            sheet.put(row, "credit", told.credit or "")


def described(sheet: Sheet, row: SheetRow, lang: str, mode: str) -> AltText:
    """The draft of a row; one whose caption brings our rules down is left to a person."""
    try:
        return describe(sheet.caption(row), sheet.lang(row, lang), mode)
    except Exception:  # noqa: BLE001 (one caption's fault is not that of the others)
        return AltText("", None, "photo", AltState.NEEDS_REVIEW, (_UNREADABLE,))


def _put(sheet: Sheet, row: SheetRow, alt: str, state: AltState, reasons: tuple[str, ...]) -> None:
    for name, text in (("alt", alt), ("state", str(state)), ("reasons", ", ".join(reasons))):
        sheet.put(row, name, text)
