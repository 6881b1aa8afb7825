"""Files of a person: only regular ones are opened, for a pipe or a device can keep a reader waiting for ever."""

import errno
import stat
from pathlib import Path
from typing import BinaryIO

from accessnews.model.errors import AccessNewsError, Place


class NotRegularError(OSError):
    """A pipe, a device or a socket stands where a file is to be."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "this is no regular file", str(path))


def is_plain(path: Path) -> bool:
    """Whether a regular file stands there itself, not a link to one. Raises OSError, but where nothing is there."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading. Raises OSError; NotRegularError or IsADirectoryError where there is another thing."""
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind):  # Windows would speak of permission
        raise IsADirectoryError(errno.EISDIR, "this is a folder", str(path))
    if not stat.S_ISREG(kind):
        raise NotRegularError(path)
    return path.open("rb")


def content(path: Path, limit: int) -> bytes:
    """The bytes of a regular file of at most ``limit`` bytes. Raises FileNotFoundError, else AccessNewsError."""
    at = Place(str(path))
    try:
        with open_regular(path) as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise
    except IsADirectoryError as error:
        raise AccessNewsError("this is a folder", at, "a file is wanted here") from error
    except NotRegularError as error:
        raise AccessNewsError("this is no regular file", at, "a file is wanted here") from error
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        reason = getattr(error, "strerror", None) or error
        hint = "make the file readable for you" if isinstance(error, PermissionError) else ""
        raise AccessNewsError(f"cannot read this file: {reason}", at, hint) from error
    if len(data) > limit:
        raise AccessNewsError(f"the file has more than {limit / 1e6:g} MB", at, "is it the right file?")
    return data
