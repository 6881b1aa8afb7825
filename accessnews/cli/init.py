"""``accessnews init``: a small project to begin with, which lies in ``starter/``."""

from pathlib import Path
from typing import Annotated

import typer

from accessnews.model.errors import Exit, UsageError


def init(folder: Annotated[str, typer.Argument(metavar="DIR", help="A new or empty folder.")]) -> int:
    """Lay out a starter project.

    accessnews.toml, a story with photos, a voice profile.
    """
    from accessnews.cli import console

    starter = Path(folder)
    _lay_out(starter)
    for path in sorted(path for path in starter.rglob("*") if path.is_file()):
        console.say(path)
    return Exit.FINE


def _lay_out(folder: Path) -> None:
    """Copy the starter into a new or empty folder. Raises UsageError where it is not empty."""
    import shutil
    from importlib.resources import as_file, files

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty", hint="name a new folder: what is there stays untouched")
    with as_file(files("accessnews.cli.starter").joinpath("files")) as source:
        try:
            shutil.copytree(source, folder, dirs_exist_ok=True)
        except OSError as error:
            raise UsageError(f"cannot write to {folder}: {error.strerror or error}") from error
