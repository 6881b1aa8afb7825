"""A PNG without its texts, its Exif and the frames of its animation."""

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from accessnews.photos.coded import UPRIGHT, Coded, DamagedError, orientation

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"iCCP"))
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""By colour type."""

_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column, first row and the steps between them of each pass of an interlaced picture (Adam7)."""

_STEP = 1 << 20  # bytes unpacked at once


def still_picture(data: bytes) -> Coded:
    """The picture that is shown where animations are not. Raises DamagedError where the file ends early."""
    kept, turned = [SIGNATURE], UPRIGHT
    for name, start, stop in _chunks(data):
        if name in _KEPT:
            kept.append(data[start:stop])
        elif name == b"eXIf" and turned == UPRIGHT:
            turned = orientation(data[start + 8 : stop - 4])
        if name == b"IEND":
            return Coded(b"".join(kept), turned)
    raise DamagedError("it ends early")


def is_animated(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is a PNG that moves."""
    names = (name for name, _, _ in _chunks(head))
    return next((name == b"acTL" for name in names if name in (b"acTL", b"IDAT")), False)


def check_rows(data: bytes) -> None:
    """Raise DamagedError where a PNG has fewer rows than it says: Pillow leaves those that are missing black."""
    header, packed = b"", []
    for name, start, stop in _chunks(data):
        if name == b"IHDR":
            header = data[start + 8 : stop - 4]
        elif name == b"IDAT":
            packed.append((start + 8, stop - 4))
    wanted = _unpacked_size(header)
    try:
        size = _unpacked((data[start:stop] for start, stop in packed), wanted)
    except zlib.error:
        raise DamagedError("its picture cannot be unpacked") from None
    if size < wanted:
        raise DamagedError("its picture ends early")


def _unpacked(packed: Iterable[bytes], most: int) -> int:
    """How many bytes unfold from a stream, counted up to ``most``."""
    stream, size = zlib.decompressobj(), 0
    for part in chain(packed, [b""]):  # the last call gives what zlib has held back
        while True:
            size += len(stream.decompress(part, _STEP))
            part = stream.unconsumed_tail
            if size >= most:
                return size
            if not part or stream.eof:
                break
    return size


def _unpacked_size(header: bytes) -> int:
    """Bytes of all rows of a picture, each with the number of its filter before it."""
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    depth, kind, _, _, interlaced = header[8:13]
    bits = depth * _CHANNELS.get(kind, 0)
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    sizes = [(-((x - width) // across), -((y - height) // down)) for x, y, across, down in passes]
    return sum((1 + (columns * bits + 7) // 8) * rows for columns, rows in sizes if columns > 0 and rows > 0)


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of the chunks that are whole."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            return
        yield data[at + 4 : at + 8], at, end
        at = end
