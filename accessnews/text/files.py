"""Files: only regular ones are opened, a written one is whole or not there, and one at a time writes into a folder.

A pipe or a device in the place of a file can keep a reader waiting for ever.
"""

import contextlib
import errno
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from accessnews.model.errors import AccessNewsError, Place


class NotRegularError(OSError):
    """A pipe, a device or a socket stands where a file is to be."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "this is no regular file", str(path))


def cache_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where the platform wants what can be made again. XDG Base Directory Specification 0.8: a relative path is none.

    The package platformdirs tells the same, and takes longer to import than a short story to read.
    """
    if platform == "win32":
        base = _absolute(environment.get("LOCALAPPDATA")) or _home() / "AppData" / "Local"
    elif platform == "darwin":
        base = _home() / "Library" / "Caches"
    else:
        base = _absolute(environment.get("XDG_CACHE_HOME")) or _home() / ".cache"
    return base / "accessnews"


def _absolute(path: str | None) -> Path | None:
    return Path(path) if path and Path(path).is_absolute() else None


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # a user without one, as in some containers
        return Path("/nonexistent")


def is_plain_name(name: str) -> bool:
    """Whether a file of this name, folders of its own included, lies below the folder in which it is made."""
    parts = PurePosixPath(name).parts
    return bool(parts) and name.isprintable() and not set(name) & set("\\:") and not {"/", ".."} & {*parts}


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


def write(path: Path, data: bytes, keep_times: bool = False) -> None:
    """Replace a file in one step; it keeps its mode, and a link to it stays one. Raises AccessNewsError.

    Where its times are kept, so is what else the system knows of it.
    """
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
                if keep_times:
                    shutil.copystat(target, new)
            new.replace(target)
        finally:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
    except (OSError, RuntimeError, ValueError) as error:  # a name with a NUL is a ValueError
        raise unwritable(path, error) from error


def unwritable(path: Path, error: Exception) -> AccessNewsError:
    """What to raise for a file that cannot be written."""
    hint = "what was there is as it was; make room, or make the folder writable for you"
    reason = getattr(error, "strerror", None) or error
    return AccessNewsError(f"cannot write this file: {reason}", Place(str(path)), hint)


@contextmanager
def locked(folder: Path, wait: bool = True) -> Iterator[bool]:
    """An advisory lock on a folder; the system lets go of it when the process ends, however it ends.

    Gives whether there is such a lock: Windows has none for folders, some file systems have none at all. Raises
    BlockingIOError where another has it and we do not ``wait``, OSError where the folder cannot be opened.
    """
    try:
        import fcntl
    except ImportError:
        yield False
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise
        except OSError:
            holds = False
        else:
            holds = True
        yield holds
    finally:
        os.close(handle)


def shipped_voices() -> Path:
    """The folder of voices and lexicons that come with accessnews: inside a package, beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "voices"
    return inside if inside.is_dir() else package.parent / "voices"
