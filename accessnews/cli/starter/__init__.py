"""The starter: a small project to begin with, laid out by ``accessnews init``."""

import shutil
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from accessnews.model.errors import UsageError


def lay_out(folder: Path) -> Iterator[Path]:
    """Copy the starter into a new or empty folder and name each file. Raises UsageError where it is not empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty", hint="name a new folder: what is there stays untouched")
    with as_file(files("accessnews.cli.starter").joinpath("files")) as source:
        try:
            shutil.copytree(source, folder, dirs_exist_ok=True)
        except OSError as error:
            raise UsageError(f"cannot write to {folder}: {error.strerror or error}") from error
    yield from sorted(path for path in folder.rglob("*") if path.is_file())
