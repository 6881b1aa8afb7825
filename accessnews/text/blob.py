"""Large bytes in an open file, for programmes that are never whole in memory."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from copy import copy
from os import SEEK_END
from threading import Lock
from typing import IO
from weakref import finalize


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
