"""Captions in bulk: an alt for each line of a list, as soon as it is read."""

import os
from pathlib import Path

from accessnews.alttext import batch
from accessnews.cli import console
from accessnews.model.errors import AccessNewsError, Exit, Place, UsageError, as_error
from accessnews.model.findings import Finding, levelled
from accessnews.model.settings import Settings
from accessnews.text.files import write
from accessnews.text.stream import open_stream


def draft_list(source: str, settings: Settings, mode: str) -> int:
    """Draft for a list of captions; one that cannot be read does not stop the others. Gives the exit code."""
    name = "stdin" if source == "-" else source
    try:
        return _draft_lines(source, name, settings, mode)
    except OSError:  # of our own output
        raise
    except Exception as error:  # noqa: BLE001 (one list's fault is not that of the others)
        return console.tell_errors([as_error(error, Place(name))], "text")


def draft_sheet(source: str, output: Path, settings: Settings, mode: str) -> int:
    """Draft into a copy of a desk's own sheet; a row that cannot be read stays and is told. Gives the exit code."""
    from accessnews.alttext import sheet as sheets

    if source != "-" and os.path.realpath(source) == os.path.realpath(output):
        raise UsageError("the drafts would take the place of the sheet", Place(source), "choose another name")
    name = "stdin" if source == "-" else source
    with open_stream(source) as stream:
        data = stream.read(sheets.LIMIT + 1)
    if len(data) > sheets.LIMIT:
        raise AccessNewsError(f"the sheet has more than {sheets.LIMIT // 1_000_000} MB", Place(name))
    sheet = sheets.read(data, name)
    sheets.draft(sheet, settings.lang, mode, settings.alt_limits)
    write(output, sheet.data())
    console.tell_findings(levelled(sheet.findings, settings.levels), "text")
    code = Exit(console.tell_errors([row.error for row in sheet.rows if row.error], "text"))
    states = [sheet.told(row, "state") for row in sheet.rows]
    open_rows = states.count("needs-review")
    console.note(f"{len(states)} rows, {open_rows} to be reviewed: accessnews alt review {output}")
    console.say(output)
    left = [Finding("alt-needs-review", "", Place(name))] if open_rows else []
    return max(code, console.exit_code(levelled(left, settings.levels), settings.fail_on))


def _draft_lines(source: str, name: str, settings: Settings, mode: str) -> int:
    """A line that is wrong does not stop the others."""
    open_alt = levelled([Finding("alt-needs-review", "", Place(name))], settings.levels)
    code, if_open = Exit.FINE, console.exit_code(open_alt, settings.fail_on)
    with open_stream(source) as stream:
        for row in batch.read(stream, name, settings.lang):
            record = row if isinstance(row, AccessNewsError) else _draft(row, name, mode)
            if isinstance(record, AccessNewsError):
                console.tell_error(record, "text")
                code = Exit.FAILED
            else:
                console.say_record(record)
                code = max(code, if_open if record["needs_review"] else Exit.FINE)
    return code


def _draft(row: batch.CaptionRow, name: str, mode: str) -> dict[str, object] | AccessNewsError:
    try:
        return batch.draft(row, mode)
    except Exception as error:  # noqa: BLE001 (one caption's fault is not that of the others)
        return as_error(error, Place(name, row.line))
