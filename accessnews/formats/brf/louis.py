"""liblouis, which knows the braille codes of the world, by its program or its Python binding, the program first.

The binding, too, runs in a process of its own: a crash in the C code is not ours, its tables are not for several
threads at once, and it finds our own tables as the program does, by the folder that it runs in.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from accessnews.model.errors import AccessNewsError, UsageError

LONGEST = 400
"""Characters of a line at most: the program reads and writes 2048 bytes at a time, and a character can take five
cells."""

_PROGRAM = "lou_translate"
_INSTALL = (
    "install liblouis: apt install liblouis-bin (Debian, Ubuntu), brew install liblouis (macOS), or on Windows "
    "the zip of github.com/liblouis/liblouis/releases, its bin folder on the PATH"
)
_DATA = Path(__file__).parent / "data"
_STAND_IN = Path(__file__).with_name("louis_worker.py")
_PATIENCE = 120  # seconds; a story takes less than one


def program() -> list[str]:
    """The command that takes tables: ``lou_translate``, else the binding's. Raises UsageError where there is none."""
    path = shutil.which(_PROGRAM)
    if path:
        return [path, "--forward"]
    command = [sys.executable, "-P", str(_STAND_IN)]  # -P: beside it lies this module, which is louis to Python
    if not _runs(command):
        raise UsageError(f"braille needs liblouis: neither {_PROGRAM} nor its Python binding is here", hint=_INSTALL)
    return command


def translate(table: str, lines: Sequence[str]) -> list[str]:
    """Lines in Unicode cells, by a table of liblouis; a character that it does not know is U+28FF, all eight dots.

    A line must be printable and no longer than LONGEST. Raises UsageError or AccessNewsError.
    """
    if not lines:
        return []
    # Tables after one another: cells as Unicode, those of our own, the code, the sign for what it does not know.
    # Ours are named by the folder the program runs in, for a comma in a path would part the list.
    tables = f"unicode.dis,./cells.dis,{table},./undefined.uti"
    command = [*program(), tables]
    # The program reads \x0041 as A, and gives a line with \b up: it is told that a backslash is one.
    text = "".join(line.replace("\\", "\\\\") + "\n" for line in lines)
    try:
        done = subprocess.run(  # noqa: S603 (no word of the story is an argument)
            command, input=text.encode(), capture_output=True, cwd=_DATA, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise AccessNewsError(f"liblouis gave no answer in {_PATIENCE} seconds: {command[0]}") from error
    except OSError as error:
        raise AccessNewsError(f"liblouis did not run: {error}", hint=_INSTALL) from error
    cells = done.stdout.decode("utf-8", "replace").splitlines()
    if done.returncode or len(cells) != len(lines):
        errors = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = errors[0] if errors else f"{len(lines)} lines became {len(cells)}"
        raise AccessNewsError(f"liblouis could not use its table {table}: {reason}", hint="update liblouis")
    return cells


def _runs(command: Sequence[str]) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 (no word of the story is an argument)
            command, stdin=subprocess.DEVNULL, capture_output=True, cwd=_DATA, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
