"""Zip files whose bytes depend on nothing but what is in them and the time they are given."""

import zipfile
from collections.abc import Iterable
from functools import partial
from typing import IO

from accessnews.bundle.artifact import Artifact
from accessnews.text.blob import Blob

_STORED = ("image/", "audio/")  # compressed already


def pack(files: Iterable[Artifact], stamp: tuple[int, ...], out: IO[bytes]) -> None:
    """Write a zip of ``files``, in the order in which they come, into a file that can be moved about in.

    ``stamp`` is the date and time that all of them carry: year, month, day, hour, minute, second.
    """
    with zipfile.ZipFile(out, "w") as archive:
        for file in files:
            entry = zipfile.ZipInfo(file.path, stamp)  # type: ignore[arg-type]  # six numbers, as it asks
            entry.create_system = 3  # Unix, wherever it runs
            entry.external_attr = 0o100644 << 16
            entry.file_size = len(file.data)
            entry.compress_type = zipfile.ZIP_STORED if _is_compressed(file) else zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as stream:
                for piece in file.pieces():
                    stream.write(piece)


def packed(files: Iterable[Artifact], stamp: tuple[int, ...]) -> Blob:
    """A zip in a temporary file."""
    return Blob.of(partial(pack, files, stamp))


def _is_compressed(file: Artifact) -> bool:
    """Whether a type is compressed: ``+zip`` (RFC 6839) says that a format is a zip, as EPUB's does."""
    return file.media_type.startswith(_STORED) or file.media_type.endswith(("+zip", "/zip"))
