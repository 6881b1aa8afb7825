"""The person's own editor, for a text and what to know while writing it."""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from accessnews.model.errors import AccessNewsError
from accessnews.text.files import content

_EDITORS = ("notepad",) if os.name == "nt" else ("sensible-editor", "nano", "vi")
_LONGEST = 100_000  # bytes out of an editor


def edit_text(text: str, header: str) -> str | None:
    """What a person makes of ``text`` in their editor; None where it comes back empty or the editor fails.

    ``header`` stands below the text as comments, which are taken off again; a text may begin with # all the same.
    The editor is that of $VISUAL or $EDITOR, else the system's. Raises AccessNewsError where there is none.
    """
    command = _editor()
    comments = [f"# {_shown(line)}".rstrip() for line in ("Below this line nothing is kept.", *header.splitlines())]
    with tempfile.TemporaryDirectory(prefix="accessnews-") as folder:
        file = Path(folder) / "alt-text.txt"
        file.write_text("\n".join((text, "", *comments, "")), "utf-8")
        try:
            with _undisturbed():
                code = subprocess.run([*command, str(file)], check=False).returncode  # noqa: S603 (it is theirs)
        except OSError as error:
            hint = "set EDITOR to the command of an editor"
            raise AccessNewsError(f"cannot start the editor {command[0]}: {error.strerror}", hint=hint) from error
        return _above(_saved(file), comments) if code == 0 else None


def _editor() -> list[str]:
    """The words of the command that starts the person's editor."""
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    try:
        command = shlex.split(named, posix=os.name != "nt")
    except ValueError as error:
        hint = "set EDITOR to the command of an editor"
        raise AccessNewsError(f"the editor's command cannot be read ({error}): {named}", hint=hint) from error
    command = [word.strip('"') for word in command] if os.name == "nt" else command
    command = command or [editor for editor in _EDITORS if shutil.which(editor)][:1]
    if not command:
        raise AccessNewsError("there is no editor here", hint="set EDITOR to the command of one")
    if not shutil.which(command[0]):
        raise AccessNewsError(f"no editor {command[0]}", hint="set EDITOR to the command of an editor that is here")
    return command


def _shown(line: str) -> str:
    """A line without characters that could steer an editor."""
    return "".join(letter if letter.isprintable() else " " for letter in line)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C belongs to the editor while it runs. A handler, unlike an ignored signal, is not handed on to it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _saved(file: Path) -> str:
    """What the editor left; nothing where it left no file."""
    try:
        return content(file, _LONGEST).decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise AccessNewsError("the editor did not save UTF-8", hint="set the editor's encoding to UTF-8") from error


def _above(text: str, comments: list[str]) -> str | None:
    """The text above the first line of ours that is still there; None where it is empty."""
    kept: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.rstrip() in comments:
            break
        kept.append(line)
    return "\n".join(kept).strip() or None
