"""The first frame of a GIF, without comments."""

from collections.abc import Iterator

from accessnews.photos.coded import Coded, DamagedError

SIGNATURES = (b"GIF87a", b"GIF89a")
_HEADER = 13  # bytes, before the colours
_EXTENSION, _IMAGE = 0x21, 0x2C
_CONTROL = 0xF9  # the extension that says what shows through
_END = b"\x3b"


def first_frame(data: bytes) -> Coded:
    """The first frame of ``data``. Raises DamagedError where there is none."""
    start = _HEADER + _colours(data[10:11])
    kept = [data[:start]]
    for at, end in _blocks(data, start):
        is_image = data[at] == _IMAGE
        if is_image or data[at + 1] == _CONTROL:
            kept.append(data[at:end])
        if is_image:
            return Coded(b"".join((*kept, _END)))
    raise DamagedError("it ends before its picture")


def _colours(flags: bytes) -> int:
    """Bytes of the table of colours that the flags before it tell."""
    return 3 << (flags[0] & 7) + 1 if flags and flags[0] & 0x80 else 0


def _blocks(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Start and end of the extensions and frames from ``at`` on."""
    while at + 2 <= len(data):
        start = at
        if data[at] == _EXTENSION:
            at += 2
        elif data[at] == _IMAGE:
            at += 11 + _colours(data[at + 9 : at + 10])
        else:
            return
        while at < len(data) and data[at]:
            at += data[at] + 1
        at += 1
        yield start, min(at, len(data))
