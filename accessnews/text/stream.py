"""Text that is read a line at a time, from a file or from standard input, however long it is."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from accessnews.model.errors import AccessNewsError, Place, UsageError
from accessnews.text.decode import BINARY

LONGEST_LINE = 1_000_000  # bytes; a caption or a sentence has some hundred

Line = tuple[int, str]  # counted from 1


def open_stream(source: str) -> AbstractContextManager[BinaryIO]:
    """The file ``source``, or standard input for ``-``. Raises UsageError where there is no such file."""
    if source == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(source).open("rb")
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", Place(source)) from error


def numbered_lines(stream: BinaryIO, name: str, whole: str, part: str) -> Iterator[Line]:
    """The lines of UTF-8 with their line ends. ``whole`` and ``part`` are what hints call the stream and a line.

    Raises AccessNewsError, with the line, where it cannot be read on.
    """
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        at = Place(name, number)
        if len(line) == LONGEST_LINE:
            raise AccessNewsError("a line of more than a megabyte", at, f"one {part} a line")
        if b"\0" in line:
            raise AccessNewsError(BINARY, at)
        try:
            yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise AccessNewsError("not UTF-8", at, f"save the {whole} as UTF-8") from None
