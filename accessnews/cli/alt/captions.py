"""Captions in bulk: an alt for each line of a list, as soon as it is read."""

from accessnews.alttext import batch
from accessnews.cli import console
from accessnews.model.errors import AccessNewsError, Exit, Place, as_error
from accessnews.model.findings import Finding, levelled
from accessnews.model.settings import Settings
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
