"""The first picture of a JPEG; phones and cameras put several into one file (MPO)."""

import re
from collections.abc import Iterator

from accessnews.photos.coded import UPRIGHT, Coded, DamagedError, orientation

SIGNATURE = b"\xff\xd8\xff"
_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")  # FF 00 is data, FF D0 to FF D7 part scans
_LONE = frozenset((0x01, 0xD8))  # without a segment behind them
_EXIF, _COLOURS, _COMMENT, _SCAN, _END = 0xE1, 0xE2, 0xFE, 0xDA, 0xD9
_JFIF, _ADOBE = 0xE0, 0xEE  # say how colours are coded


def first_picture(data: bytes) -> Coded:
    """The first picture of ``data`` with its colour profile. Raises DamagedError."""
    kept, turned, scans = [data[:2]], UPRIGHT, 0
    first, end = 0, len(data)
    for start, marker, stop in _segments(data):
        if marker == _END:
            end = stop
        elif marker == _SCAN:
            first, scans = first or start, scans + 1
        elif not scans and _is_needed(marker, data[start + 4 : start + 16]):
            kept.append(data[start:stop])
        elif not scans and marker == _EXIF and turned == UPRIGHT:
            turned = orientation(data[start + 4 : stop])
    if not scans:
        raise DamagedError("it ends before its picture")
    return Coded(b"".join(kept) + data[first:end], turned, scans)


def _is_needed(marker: int, head: bytes) -> bool:
    """Whether the picture depends on a segment that begins with ``head``."""
    if marker == _COLOURS:
        return head == b"ICC_PROFILE\0"
    return marker in (_JFIF, _ADOBE) or not (0xE0 <= marker <= 0xEF or marker == _COMMENT)


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Start, marker and end of each segment, up to the end of the first picture or to the first that is not whole."""
    at = 2
    while found := _MARKER.search(data, at):
        start, marker = found.start(), data[found.start() + 1]
        at = start + 2
        if marker not in _LONE and marker != _END:
            length = int.from_bytes(data[at : at + 2], "big")
            at += length
            if length < 2 or at > len(data):
                return
        yield start, marker, at
        if marker == _END:
            return
