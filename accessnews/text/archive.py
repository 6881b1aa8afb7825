"""Zip archives from strangers: read whole and within bounds, or refused in words."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from accessnews.model.errors import AccessNewsError, Place

LIMIT = 200_000_000  # bytes of an archive, and of what it holds
_MOST_PARTS = 5_000
_DAMAGED = "the file is damaged"


def unzipped(data: bytes, at: Place, resave: str) -> Iterator[tuple[str, bytes]]:
    """The files in an archive: names as they stand there, contents.

    ``resave`` is the hint where the archive is damaged. Raises AccessNewsError; that may be after the first files.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _members(archive, at, resave)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        OSError,
    ) as error:
        raise AccessNewsError(_DAMAGED if data else "the file is empty", at, resave) from error


def _members(archive: zipfile.ZipFile, at: Place, resave: str) -> Iterator[tuple[str, bytes]]:
    if not all(member.filename for member in archive.infolist()):
        raise zipfile.BadZipFile("a part has no name")
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > _MOST_PARTS or sum(member.file_size for member in members) > LIMIT:
        message = f"there is more in this file than {LIMIT // 1_000_000} MB or {_MOST_PARTS} parts"
        raise AccessNewsError(message, at, "is it the right file?")
    for member in members:
        if member.flag_bits & 1:
            raise AccessNewsError("the file is protected by a password", at, "save it without one")
        with archive.open(member) as stream:
            data = stream.read(member.file_size + 1)  # a size that lies is not believed
        if len(data) != member.file_size:
            raise AccessNewsError(_DAMAGED, at, resave)
        yield member.filename, data
