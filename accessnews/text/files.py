"""Files: a person's, of which only regular ones are opened, our own on the way to a bundle, and what ships with us.

A pipe or a device in the place of a file can keep a reader waiting for ever.
"""

import errno
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from copy import copy
from os import SEEK_END
from pathlib import Path
from threading import Lock
from typing import IO, BinaryIO
from weakref import finalize

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


def shipped_voices() -> Path:
    """The folder of voices and lexicons that come with accessnews: inside a package, beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "voices"
    return inside if inside.is_dir() else package.parent / "voices"


class Blob:
    """Bytes that lie in an open file: a programme of ten hours is never whole in memory. Its length is ``len``."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._lock = Lock()
        self._start, self._end = 0, stream.seek(0, SEEK_END)
        self._whole: Blob | None = None  # of a part: kept, with its file open, for as long as the part lives

    @classmethod
    def of(cls, fill: Callable[[IO[bytes]], object]) -> "Blob":
        """What ``fill`` writes, in a temporary file without a name, gone when nobody holds the blob any more."""
        with ExitStack() as stack:
            file = stack.enter_context(tempfile.TemporaryFile(prefix="accessnews-"))
            fill(file)
            blob = cls(file)
            finalize(blob, stack.pop_all().close)
        return blob

    def __len__(self) -> int:
        return self._end - self._start

    def part(self, start: int, end: int) -> "Blob":
        """Bytes ``start`` to ``end`` of it, which stay where they lie."""
        part = copy(self)
        part._start, part._end = (min(self._start + max(at, 0), self._end) for at in (start, end))
        part._whole = self
        return part

    def pieces(self, size: int = 1 << 20) -> Iterator[bytes]:
        """All of it, from the start, ``size`` bytes at a time; for several threads at once if need be."""
        for start in range(self._start, self._end, size):
            with self._lock:
                self._stream.seek(start)
                piece = self._stream.read(min(size, self._end - start))
            yield piece
