"""Publishing: the one place that writes into the output folder. A bundle appears whole, or not at all."""

import contextlib
import ctypes
import errno
import json
import os
import re
import shutil
import struct
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from accessnews.bundle.archive import pack
from accessnews.bundle.artifact import Artifact
from accessnews.model.errors import AccessNewsError
from accessnews.text.files import content, is_plain, locked

_PREFIX = ".accessnews-"
_RANDOM_NAME = re.compile(rf"{re.escape(_PREFIX)}[a-z0-9_]{{8}}")  # as tempfile makes them
_ASIDE = ".old"
_MARK = ".accessnews"  # no name of a bundle begins with a full stop
_MARK_TEXT = b"accessnews makes a bundle in this folder, and removes the folder when that is done.\n"
_LARGEST_MANIFEST = 64_000_000  # bytes; a file in a bundle takes about 200


def publish(artifacts: Iterable[Artifact], output: Path, slug: str, stamp: tuple[int, ...]) -> list[Path]:
    """Write a bundle to ``output/<slug>/`` and ``output/<slug>.zip``, replacing what is there, and give both paths.

    ``stamp`` is the date and time that the files in the zip carry: year, month, day, hour, minute, second.
    Until both are complete in a folder of their own, nothing in ``output`` changes. Raises AccessNewsError
    where the folder cannot be written to or has no room.
    """
    files = sorted(artifacts, key=lambda artifact: artifact.path)
    shown, output = output, output.absolute()  # whatever becomes of the current folder
    try:
        output.mkdir(parents=True, exist_ok=True)
        with _staging(output) as staging:
            bundle, archive = staging / slug, staging / f"{slug}.zip"
            for artifact in files:
                with _written(bundle / artifact.path) as stream:
                    stream.writelines(artifact.pieces())
            with _written(archive) as stream:
                pack((replace(file, path=f"{slug}/{file.path}") for file in files), stamp, stream)
            with locked(output):  # two renders of one story: folder and zip of one run together
                _check_ours(output / slug, output / f"{slug}.zip", slug, shown)
                _swap(bundle, output / slug)
                try:
                    archive.replace(output / archive.name)
                except OSError:
                    _swap_back(bundle, output / slug)
                    raise
    except OSError as error:
        raise _explained(error, shown) from error
    return [shown / slug, shown / f"{slug}.zip"]


def _check_ours(folder: Path, archive: Path, slug: str, shown: Path) -> None:
    """Raise AccessNewsError for a folder or zip that is no bundle: somebody's files are not ours to remove."""
    hint = "nothing was changed; choose another folder with --output, or move what is there"
    for path, is_ours in ((folder, _is_ours(folder)), (archive, _is_our_zip(archive, slug))):
        if os.path.lexists(path) and not is_ours:
            raise AccessNewsError(f"{shown / path.name} is there and is no bundle of accessnews", hint=hint)


def _is_ours(folder: Path) -> bool:
    """Whether a folder has a manifest that lists every file in it, or is empty; a link is no folder."""
    if not _is_real_folder(folder):
        return False
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not _is_real_folder(path)}
    if not there:
        return True
    try:
        manifest = json.loads(content(folder / "manifest.json", _LARGEST_MANIFEST))
        return there <= {"manifest.json", *(entry["path"] for entry in manifest["files"])}
    except (ValueError, TypeError, KeyError, RecursionError, FileNotFoundError, AccessNewsError):
        return False


def _is_real_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _is_our_zip(archive: Path, slug: str) -> bool:
    if not is_plain(archive):
        return False
    try:
        with zipfile.ZipFile(archive) as opened:
            return f"{slug}/manifest.json" in opened.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error):  # whatever its index has
        return False


def _explained(error: OSError, output: Path) -> AccessNewsError:
    where = f"{output}: {error.strerror or error}"
    if error.errno == errno.ENOSPC:
        return AccessNewsError(f"no room left for the bundle in {where}", hint="nothing was changed; make room")
    hint = "nothing was changed; choose another folder with --output"
    return AccessNewsError(f"cannot write the bundle to {where}", hint=hint)


@contextmanager
def _written(path: Path) -> Iterator[IO[bytes]]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())  # a rename must not overtake what it names


@contextmanager
def _staging(output: Path) -> Iterator[Path]:
    """A folder beside the bundles, locked while it is in use, so that what a killed run left can be told apart."""
    with contextlib.ExitStack() as stack:
        with locked(output):  # between being made and being locked, another run would take it for a leftover
            _sweep(output)
            staging = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=output))
            stack.callback(_discard, staging)
            (staging / _MARK).write_bytes(_MARK_TEXT)
            stack.enter_context(locked(staging))
        staging.chmod(0o755)
        yield staging


def _sweep(output: Path) -> None:
    """Remove what killed runs have left; a bundle that one had just put aside goes back to its place."""
    for leftover in filter(_is_staging, output.glob(f"{_PREFIX}*")):
        with contextlib.suppress(OSError), locked(leftover, wait=False) as sure:
            if not sure:
                continue
            for aside in leftover.glob(f"*{_ASIDE}"):
                home = output / aside.name.removesuffix(_ASIDE)
                if not os.path.lexists(home):
                    aside.rename(home)  # where that fails, it is the last there is, and stays here
            _discard(leftover)


def _is_staging(folder: Path) -> bool:
    """Whether a folder is ours: it has our mark, or our kind of name and nothing in it that could be anybody's."""
    mark = folder / _MARK
    try:
        if not _is_real_folder(folder):
            return False
        if is_plain(mark) and content(mark, len(_MARK_TEXT)) == _MARK_TEXT:
            return True
        # A run can be killed before its mark is written, or after it is removed.
        is_bare = all(path == mark and path.lstat().st_size == 0 for path in folder.iterdir())
        return is_bare and _RANDOM_NAME.fullmatch(folder.name) is not None
    except (OSError, AccessNewsError):
        return False


def _discard(staging: Path) -> None:
    """Remove a staging folder, its mark last: what a killed run has left of it is still known as ours."""
    with contextlib.suppress(OSError):
        for path in staging.iterdir():
            if path.name != _MARK:
                shutil.rmtree(path) if _is_real_folder(path) else path.unlink()
        shutil.rmtree(staging)


def _swap(new: Path, target: Path) -> None:
    """Put ``new`` where ``target`` is or is to be: one rename, or where the system offers it one exchange."""
    if not target.is_dir():
        new.rename(target)
    elif not _exchange(new, target):
        target.rename(new.with_name(target.name + _ASIDE))
        new.rename(target)


def _swap_back(bundle: Path, target: Path) -> None:
    """Undo ``_swap``: where there was a bundle before, it stands at ``bundle`` or aside now."""
    aside = bundle.with_name(target.name + _ASIDE)
    if bundle.is_dir():
        _exchange(bundle, target)
    else:
        target.rename(bundle)
        if aside.is_dir():
            aside.rename(target)


def _exchange(new: Path, target: Path) -> bool:
    """Swap two folders in one step; False where the system or the file system has no such call."""
    name, at, flag = {"linux": ("renameat2", True, 2), "darwin": ("renamex_np", False, 2)}.get(
        sys.platform, ("", False, 0)
    )
    call: Any = getattr(ctypes.CDLL(None, use_errno=True), name, None) if name else None
    if call is None:
        return False
    first, second = os.fsencode(new.absolute()), os.fsencode(target.absolute())
    current_folder = -100  # AT_FDCWD
    arguments = (current_folder, first, current_folder, second, flag) if at else (first, second, flag)
    return bool(call(*arguments) == 0)
