"""Writing a file: whole or not at all, and by one at a time."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from accessnews.model.errors import AccessNewsError, Place

_HINT = "what was there is as it was; make room, or make the folder writable for you"


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """While it lasts, nobody else holds this lock on the folder of a file; Windows has none for folders.

    It leaves nothing behind: the system lets go of it when the process ends, however it ends.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        handle = os.open(path.resolve().parent, os.O_RDONLY)
    except (OSError, RuntimeError) as error:  # links that go round are a RuntimeError in Python 3.12
        raise _unwritable(path, error) from error
    try:
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def write(path: Path, data: bytes) -> None:
    """Replace a file in one step; it keeps its mode, and a link to it stays one. Raises AccessNewsError."""
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise AccessNewsError("this is no regular file", Place(str(path)), "choose another name")
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "it is marked as read-only")
        new = target.with_name(f".accessnews-{secrets.token_hex(8)}")
        try:
            with new.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())  # a rename must not overtake what it names
            if target.exists():
                new.chmod(target.stat().st_mode & 0o7777)
            new.replace(target)
        finally:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
    except (OSError, RuntimeError, ValueError) as error:  # a name with a NUL is a ValueError
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: Exception) -> AccessNewsError:
    reason = getattr(error, "strerror", None) or error
    return AccessNewsError(f"cannot write this file: {reason}", Place(str(path)), _HINT)
