"""Reviews as a spreadsheet: CSV out, and CSV in as Excel, LibreOffice and Google Sheets save it."""

import codecs
import contextlib
import csv
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from accessnews.alttext.placeholders import is_placeholder
from accessnews.model.alt import OPEN, AltState, AltText, DescribedArticle
from accessnews.model.article import Figure, figures
from accessnews.model.errors import AccessNewsError, Place, UsageError, did_you_mean
from accessnews.model.review import Review
from accessnews.reviews.file import many_lines, one_line
from accessnews.text import tabular
from accessnews.text.decode import line_at
from accessnews.text.files import content

COLUMNS = (
    "key",
    "image",
    "line",
    "kind",
    "state",
    "reasons",
    "caption",
    "credit",
    "alt",
    "description",
    "exported",  # by which a row that nobody touched is known again, whatever happened to the story since
)
LIMIT = 8_000_000  # bytes

_DECIDED = (AltState.REVIEWED, AltState.DECORATIVE)
_SAVE_AS = "save the sheet as “CSV UTF-8 (comma delimited)”"
_STRANGERS = (  # what else a spreadsheet saves, by how it begins
    (b"PK\x03\x04", "a workbook (.xlsx or .ods)"),
    (b"\xd0\xcf\x11\xe0", "an old workbook (.xls)"),
    (b"<", "a web page or XML"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),  # Excel's “Unicode text”
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # by its first letter a cell is run (OWASP, CSV injection)


def export(article: DescribedArticle) -> bytes:
    """The pictures of a keyed article as CSV (RFC 4180), in UTF-8 with the mark that Excel looks for."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for figure in figures(article):
        writer.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in _cells(figure, article)])
    return codecs.BOM_UTF8 + sheet.getvalue().encode("utf-8", "replace")


def _cells(figure: Figure, article: DescribedArticle) -> tuple[str, ...]:
    alt = article.alt(figure)
    picture = (figure.key, figure.src or "", str(figure.at.line), alt.kind)
    caption = (alt.state, ", ".join(alt.reasons), article.whole_caption(figure), alt.credit or "")
    return (*picture, *caption, alt.alt, alt.description, _mark(alt.state, *_present(alt)))


def _mark(*decision: str) -> str:
    """A few letters for a state, an alt and a description; no spreadsheet takes them for a number."""
    return "v" + hashlib.sha256("\n".join(decision).encode("utf-8", "replace")).hexdigest()[:8]


def open_sheet(path: Path) -> bytes:
    """The bytes of a sheet. Raises UsageError where there is none, AccessNewsError where it cannot be read."""
    try:
        return content(path, LIMIT)
    except FileNotFoundError as error:
        raise UsageError("there is no such file", Place(str(path))) from error


def read(data: bytes, path: Path, article: DescribedArticle) -> list[Review]:
    """What a person decided in a sheet that ``export`` made of the same article; ``path`` is where it is from.

    A row decides where its state was set to reviewed or decorative, or its alt or description was changed. A row
    left as it was, or left out, decides nothing, unless it carries a review that the story has lost since; nor does
    one that asks for what is there already. Raises AccessNewsError for the first row that does not fit.
    """
    pictures = {figure.key: figure for figure in figures(article)}
    seen: dict[str, Place] = {}
    decided: list[Review] = []
    for row in _rows(_decoded(data, path), path):
        key = row.cell("key")
        if key in seen:
            problem = f"{key} stands in line {seen[key].line} already"
            raise AccessNewsError(problem, row.at, "keep one of the two rows")
        seen[key] = row.at
        if key in pictures:
            decided.extend(_decision(row, pictures[key], article.alt(pictures[key])))
        elif not key or _touched(row):
            hint = "export the sheet again, or delete this row"
            problem = f"no picture {key}: it or its caption has changed" if key else "this row has lost its key"
            raise AccessNewsError(problem, row.at, hint)
    return decided


@dataclass(frozen=True, slots=True)
class _ReviewRow:
    cells: dict[str, str]  # by column, in small letters
    at: Place

    def cell(self, column: str) -> str:
        return self.cells.get(column, "")


def _decision(row: _ReviewRow, figure: Figure, now: AltText) -> Iterator[Review]:
    """The review that a row asks for, if it asks for one."""
    state, (alt, description) = _state(row, now), _words(row, now)
    rewritten = (alt, description) != _present(now)
    asked = state in _DECIDED and state != now.state
    if not (rewritten or asked) or not (_touched(row) or (state in _DECIDED and now.state in OPEN)):
        return
    if state == now.state == AltState.DECORATIVE and row.cell("exported") != _mark(state, "", ""):
        return  # made so by this sheet, in which the words have stayed
    if now.origin == "author" and alt and not rewritten and state != AltState.DECORATIVE:
        return  # the author's word needs no second
    _check_current(row, figure, now, state, asked)
    if state == AltState.DECORATIVE and asked:
        _check_decorative(row, alt, description, now)
        alt = description = ""
    elif not alt:
        raise AccessNewsError("the alt is empty", row.at, "write one, or set the state to decorative")
    elif is_placeholder(alt):
        raise AccessNewsError(f"“{alt}” says nothing of the picture", row.at, "write what is to be seen")
    yield Review(figure.key, one_line(alt, row.at), row.at, many_lines(description, row.at))


def _touched(row: _ReviewRow) -> bool:
    """Whether a row is another than that which was exported."""
    return row.cell("exported") != _mark(_named(row), *_folded(row.cell("alt"), row.cell("description")))


def _check_current(row: _ReviewRow, figure: Figure, now: AltText, state: AltState, asked: bool) -> None:
    """Nobody has decided in the meantime, and it is not for the sheet to decide what stands in the story."""
    exported = row.cell("exported")
    if now.origin == "author":
        hint = f"change it there: {figure.at}"
        raise AccessNewsError("what this picture's alt is stands in the story", row.at, hint)
    if exported:
        overtaken = now.origin == "review" and exported != _mark(now.state, *_present(now))
    else:
        overtaken = not asked and state not in (now.state, AltState.REVIEWED)
    if overtaken:
        hint = "export the sheet again and change that; or set the state to reviewed and empty the exported cell"
        raise AccessNewsError(f"this picture has changed since the export: it is {now.state} now", row.at, hint)


def _words(row: _ReviewRow, now: AltText) -> tuple[str, str]:
    """Alt and description of a row; what has no column stays as it is."""
    return _folded(row.cell("alt"), row.cells.get("description", now.description))


def _present(now: AltText) -> tuple[str, str]:
    """What ``_words`` gives for a row that nobody has touched."""
    return _folded(now.alt, now.description)


def _folded(alt: str, description: str) -> tuple[str, str]:
    return " ".join(alt.split()), description.replace("\r\n", "\n").replace("\r", "\n").strip()


def _named(row: _ReviewRow) -> str:
    return re.sub(r"[\s_]+", "-", row.cell("state").strip().lower())


def _state(row: _ReviewRow, now: AltText) -> AltState:
    named = _named(row)
    if named and named not in list(AltState):
        raise AccessNewsError(f"unknown state {named}", row.at, did_you_mean(named, list(AltState)))
    return AltState(named or now.state)


def _check_decorative(row: _ReviewRow, alt: str, description: str, now: AltText) -> None:
    """A picture becomes decorative with its words emptied or left as they were, not with new ones."""
    old_alt, old_description = _present(now)
    if alt not in ("", old_alt) or description not in ("", old_description):
        hint = "empty alt and description, or set the state to reviewed"
        raise AccessNewsError("a decorative picture has no words, but this row has new ones", row.at, hint)


def _decoded(data: bytes, path: Path) -> str:
    at = Place(str(path))
    if len(data) > LIMIT:
        raise AccessNewsError(f"the sheet has more than {LIMIT / 1e6:g} MB", at, "is it the right file?")
    for begin, name in _STRANGERS:
        if data.startswith(begin):
            raise AccessNewsError(f"this is {name}, not CSV", at, _SAVE_AS)
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        line = line_at(data, error.start) if encoding == "utf-8" else 0
        raise AccessNewsError("this is not UTF-8", Place(str(path), line), _SAVE_AS) from error
    if "\0" in text:
        raise AccessNewsError("this is not a sheet but binary data", at, _SAVE_AS)
    if not text.strip():
        raise AccessNewsError("the sheet is empty", at, "accessnews alt export makes one")
    return text


def _rows(text: str, path: Path) -> Iterator[_ReviewRow]:
    """The rows with something in them below the header."""
    lines = io.StringIO(text, newline="")
    named = tabular.separator(lines.readline())
    if not named:
        lines.seek(0)
    records = _header_first(text[lines.tell() :], named, path, 2 if named else 1)
    header, line = next(records)
    columns = tabular.header(header, COLUMNS, Place(str(path), line))
    for cells, line in records:
        at = Place(str(path), line)
        yield _ReviewRow({name: _plain(cell) for name, cell in tabular.row(cells, columns, at).items()}, at)


def _header_first(text: str, named: str, path: Path, first: int) -> Iterator[tabular.Record]:
    """The records with something in them, by whatever stands between the cells of the header."""
    for delimiter in named or ",;\t":
        records = _records(text, delimiter, path, first)
        with contextlib.suppress(AccessNewsError):  # with another one between the cells there may be no such fault
            header = next(records, ([], first))
            if {"key", "alt"} <= {name.strip().lower() for name in header[0]}:
                return chain([header], records)
    hint = f"the first row must name the columns, key and alt among them; {_SAVE_AS}"
    raise AccessNewsError("the sheet has no header", Place(str(path), 1), hint)


def _records(text: str, delimiter: str, path: Path, first: int) -> Iterator[tabular.Record]:
    """Records that are not blank. Raises AccessNewsError for the first one that cannot be read."""
    for record in tabular.records(io.StringIO(text, newline=""), delimiter, str(path), first):
        if isinstance(record, AccessNewsError):
            raise record
        if any(cell.strip() for cell in record[0]):
            yield record


def _plain(cell: str) -> str:
    """A cell without the apostrophe that ``export`` put before what looks like a formula."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
