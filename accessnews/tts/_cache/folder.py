"""The store's folder: whose it is, what lies in it, what is evicted from it.

``ab/cdef….speech`` holds the entry with the key ``abcdef…``: 256 folders, some twenty entries in each of them
where a gigabyte is full. Whatever has no such name is not ours, and is never touched.
"""

import contextlib
import os
import re
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from accessnews.model.errors import UsageError
from accessnews.text.files import is_plain, open_regular

_SUFFIX = ".speech"
_TAG = "CACHEDIR.TAG"
_SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55"
_OURS = b"made by accessnews"
_TAG_TEXT = (
    _SIGNATURE
    + b"\n# This file is a cache directory tag "
    + _OURS
    + b": speech that can be made again.\n"
    + b"# For information about cache directory tags, see https://bford.info/cachedir/\n"
)
"""Cache Directory Tagging Specification 0.6: backups leave out a folder that holds this file."""

_SHARD = re.compile("[0-9a-f]{2}")
_ENTRY = re.compile(r"[0-9a-f]{62}\.speech")
_DRAFT = re.compile(r"[0-9a-f]{62}\.[0-9a-f]{16}\.part")
_TAG_DRAFT = re.compile(r"CACHEDIR\.TAG\.[0-9a-f]{16}\.part")
_TRIES = 9
_ABANDONED = 3_600  # seconds; writing an entry takes some milliseconds


@dataclass(frozen=True, slots=True)
class CacheFile:
    """One file of ours."""

    used: float  # when it was last asked for, give or take an hour; seconds since 1970
    size: int  # bytes
    path: Path


@dataclass(frozen=True, slots=True)
class Evicted:
    """What was removed."""

    entries: int = 0
    size: int = 0  # bytes


def path_of(folder: Path, key: str) -> Path:
    return folder / key[:2] / (key[2:] + _SUFFIX)


def adopt(folder: Path) -> None:
    """Make the folder ours where it is new or empty. Raises OSError, and UsageError where it is somebody else's."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _holds_anything(folder):
        draft = _draft_of(folder / _TAG)
        draft.write_bytes(_TAG_TEXT)
        draft.replace(folder / _TAG)
    check(folder)


def check(folder: Path) -> None:
    """Raises UsageError for a folder with anything in it that is not a store. Raises OSError."""
    if _holds_anything(folder) and not is_ours(folder):  # in this order: another process may be adopting it
        hint = "name an empty folder, or one that accessnews has made for this"
        raise UsageError(f"{folder} is not a store of speech", hint=hint)


def _holds_anything(folder: Path) -> bool:
    """The tag is the first file that a store has: whoever finds another one finds the tag too."""
    return any(not _TAG_DRAFT.fullmatch(path.name) for path in folder.iterdir())


def is_ours(folder: Path) -> bool:
    """Whether the folder has our tag. Raises OSError where that cannot be told."""
    tag = folder / _TAG
    if not is_plain(tag):
        return False
    try:
        with open_regular(tag) as stream:
            text = stream.read(len(_TAG_TEXT))
    except FileNotFoundError:  # just gone
        return False
    return text.startswith(_SIGNATURE) and _OURS in text


def write(folder: Path, key: str, data: bytes) -> None:
    """Put an entry in its place in one step, over what is there. Raises OSError.

    Nothing is flushed to the disk: an entry that a power cut has torn fails its checksum and is made again.
    """
    path = path_of(folder, key)
    for _ in range(_TRIES):
        try:
            return _replace(path, data)
        except FileNotFoundError:  # its folder is not there yet, or another process has just cleared the store
            with contextlib.suppress(FileExistsError):
                path.parent.mkdir()
    return _replace(path, data)


def _replace(path: Path, data: bytes) -> None:
    draft = _draft_of(path)
    try:
        with draft.open("xb") as stream:
            stream.write(data)
        draft.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            draft.unlink()
        if not (is_busy(error) and path.exists()):  # somebody reads what somebody else has just written
            raise


def _draft_of(path: Path) -> Path:
    """A name in the same folder that no other process or thread has."""
    return path.with_name(f"{path.name.removesuffix(_SUFFIX)}.{secrets.token_hex(8)}.part")


def is_busy(error: BaseException) -> bool:
    """Whether the error only says that another process has the file open, as Windows does."""
    return os.name == "nt" and isinstance(error, PermissionError)


def survey(folder: Path) -> tuple[list[CacheFile], list[CacheFile]]:
    """The entries, and the drafts of entries, in no order; of a folder that is not there none. Raises OSError."""
    entries: list[CacheFile] = []
    drafts: list[CacheFile] = []
    for shard in _listed(folder):
        if _SHARD.fullmatch(shard.name) and shard.is_dir(follow_symlinks=False):
            files = _listed(Path(shard.path))
            entries.extend(_matching(files, _ENTRY))
            drafts.extend(_matching(files, _DRAFT))
        drafts.extend(_matching([shard], _TAG_DRAFT))
    return entries, drafts


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as listing:
            return list(listing)
    except FileNotFoundError:
        return []


def _matching(files: list[os.DirEntry[str]], pattern: re.Pattern[str]) -> Iterator[CacheFile]:
    for file in files:
        if pattern.fullmatch(file.name) and file.is_file(follow_symlinks=False):
            with contextlib.suppress(FileNotFoundError):  # another process was quicker
                status = file.stat(follow_symlinks=False)
                yield CacheFile(status.st_mtime, status.st_size, Path(file.path))


def evict(folder: Path, limit: int, room: int = 0) -> tuple[Evicted, int]:
    """Remove the least recently used entries where all have more than ``limit`` bytes, and what killed runs left.

    Then ``room`` bytes are free below the limit; a limit below 0 removes all. Gives what was removed, and the
    bytes that are left. What another process is writing has another name, and is left alone for an hour.
    Raises OSError.
    """
    entries, drafts = survey(folder)
    total = sum(entry.size for entry in entries)
    evicted = Evicted()
    if total > limit:
        for entry in sorted(entries, key=lambda entry: entry.used):
            if total - evicted.size <= limit - room:
                break
            _remove(entry.path)
            evicted = Evicted(evicted.entries + 1, evicted.size + entry.size)
    for draft in drafts:
        if time.time() - draft.used > _ABANDONED:
            _remove(draft.path)
    return evicted, total - evicted.size


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        if not is_busy(error):
            raise


def remove_empty_dirs(folder: Path) -> None:
    """Remove the folders of entries that are empty."""
    for shard in _listed(folder):
        if _SHARD.fullmatch(shard.name):
            with contextlib.suppress(OSError):
                Path(shard.path).rmdir()
