"""What was in originals before: kept beside the story until it is taken back."""

import base64
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accessnews.model.errors import AccessNewsError, Place
from accessnews.photos.originals.changes import LIMIT, Change, digest
from accessnews.photos.originals.splices import Splice, reversed_splices, spliced
from accessnews.text.files import content, unwritable, write

_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """How a file becomes again what it was: ``before`` and ``after`` are SHA-256 of it then and now."""

    file: str  # below the story's folder, or a whole path
    before: str  # empty: there was no such file
    after: str
    pieces: tuple[tuple[int, int, bytes], ...]  # at this byte of it now, so many bytes become these

    def past(self, data: bytes) -> bytes:
        """The bytes that the file had."""
        splices = [Splice(at, data[at : at + length], old) for at, length, old in self.pieces]
        return spliced(data, splices)


def path_of(story: Path) -> Path:
    """Where the past of a story's originals is: ``harbour.md`` has ``harbour.alt.undo.json``."""
    return story.with_name(f"{story.stem}.alt.undo.json")


def load(story: Path) -> list[Kept]:
    """What is kept, the oldest first; nothing where there is no such file. Raises AccessNewsError."""
    path = path_of(story)
    try:
        return [_kept(entry) for entry in json.loads(content(path, LIMIT))["changes"]]
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError) as error:
        hint = "restore it from your backups; the photos are as they are"
        raise AccessNewsError(f"this file is damaged: {error}"[:200], Place(str(path)), hint) from error


def save(story: Path, kept: Iterable[Kept]) -> None:
    """Write down what is kept; nothing kept is no file."""
    path, entries = path_of(story), [_entry(each) for each in kept]
    if entries:
        write(path, (json.dumps({"schema": _SCHEMA, "changes": entries}, indent=1) + "\n").encode())
    else:
        path.unlink(missing_ok=True)


def keep(story: Path, change: Change) -> None:
    """Write down how a change is taken back, before it is made."""
    pieces = tuple((each.at, len(each.old), each.new) for each in reversed_splices(change.splices))
    save(story, [*load(story), Kept(_named(change.file, story), change.before, change.after, pieces)])


def restore(story: Path, kept: Kept) -> bool:
    """Make a file what it was before; false where it is that already. Raises AccessNewsError."""
    file = story.parent / kept.file
    at = Place(str(file))
    try:
        data = content(file, LIMIT)
    except FileNotFoundError as error:
        if not kept.before:
            return False
        raise AccessNewsError("there is no such file any more", at, "put it back, then undo") from error
    if digest(data) == kept.before:
        return False
    if digest(data) != kept.after:
        raise AccessNewsError(
            "the file has been changed since: it stays as it is", at, "restore it from your backups"
        )
    if kept.before:
        past = kept.past(data)
        assert digest(past) == kept.before
        write(file, past, keep_times=True)
        return True
    try:
        file.unlink()
    except OSError as error:
        raise unwritable(file, error) from error
    return True


def _named(file: Path, story: Path) -> str:
    whole, home = file.absolute(), story.absolute().parent
    return (whole.relative_to(home) if whole.is_relative_to(home) else whole).as_posix()


def _entry(kept: Kept) -> dict[str, Any]:
    pieces = [[at, length, base64.b64encode(old).decode()] for at, length, old in kept.pieces]
    return {"file": kept.file, "before": kept.before, "after": kept.after, "pieces": pieces}


def _kept(entry: dict[str, Any]) -> Kept:
    pieces = ((int(at), int(length), base64.b64decode(old, validate=True)) for at, length, old in entry["pieces"])
    return Kept(str(entry["file"]), str(entry["before"]), str(entry["after"]), tuple(pieces))
