"""The program that shows pictures on this machine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from accessnews.model.errors import AccessNewsError

_SHOWS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff")  # what no program runs


def show_picture(photo: Path) -> None:
    """Open a picture and do not wait for it to be closed. Raises AccessNewsError where nothing here can."""
    if photo.suffix.lower() not in _SHOWS:
        raise AccessNewsError(f"this is not opened, for its name is not that of a picture: {photo.name}")
    path = str(photo.resolve())
    if os.name == "nt":
        os.startfile(path)  # type: ignore[attr-defined]  # noqa: S606 (Windows only; a picture by its name)
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    if not shutil.which(opener):
        raise AccessNewsError(f"no {opener} here", hint=f"the picture is {path}")
    quiet = subprocess.DEVNULL
    subprocess.Popen([opener, path], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603
