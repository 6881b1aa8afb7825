"""The metadata of a photo file without its picture: a small file of the same type that is safe to parse.

Exiv2 reads whatever is there, and the time that XMP takes grows with the square of its length. So blocks are
taken out first, by the structure of the file, and within bounds.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

_LONGEST = 131_072  # bytes of a block; whole XMP packets are seldom longer than 64 kB, for a JPEG holds no more
_MOST = 4 * _LONGEST  # bytes of all blocks
_MOST_BLOCKS = 100_000  # a PNG of 200 MB in pieces of 8 kB has a quarter of that

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"


def media_type(head: bytes) -> str:
    """What a file is that begins with these twelve bytes, where its metadata can be read; else empty."""
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith(_PNG):
        return "image/png"
    return "image/webp" if head[:4] == b"RIFF" and head[8:12] == b"WEBP" else ""


def metadata_blocks(file: Path) -> bytes:
    """The metadata of ``file`` as a file of the same type; empty where there can be none. Never raises."""
    with suppress(OSError), file.open("rb") as stream:
        kind = media_type(stream.read(12))
        if kind == "image/jpeg":
            return b"\xff\xd8" + _joined(_segments(stream)) + b"\xff\xd9"
        if kind == "image/png":
            return _PNG + _joined(_chunks(stream)) + _PNG_END
        if kind == "image/webp":
            body = b"WEBP" + _joined(_riff_chunks(stream))
            return b"RIFF" + len(body).to_bytes(4, "little") + body
    return b""


def _joined(blocks: Iterable[bytes]) -> bytes:
    kept = bytearray()
    for block in blocks:
        if len(kept) + len(block) <= _MOST:
            kept += block
    return bytes(kept)


def _segments(stream: IO[bytes]) -> Iterator[bytes]:
    """The Exif, XMP (APP1) and Photoshop (APP13) segments of a JPEG, up to the coded picture (SOS)."""
    stream.seek(2)
    for _ in range(_MOST_BLOCKS):
        marker = stream.read(4)
        if len(marker) < 4 or marker[0] != 0xFF or marker[1] in (0xDA, 0xD9):
            return
        if marker[1] == 0xFF:  # filling between segments
            stream.seek(-3, 1)
            continue
        yield _block(stream, marker, int.from_bytes(marker[2:], "big") - 2, marker[1] in (0xE1, 0xED))


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """The header of a PNG, its texts and its Exif, each with the checksum (4 bytes) behind it."""
    stream.seek(len(_PNG))
    for _ in range(_MOST_BLOCKS):
        head = stream.read(8)
        if len(head) < 8:
            return
        wanted = head[4:] in (b"IHDR", b"iTXt", b"tEXt", b"zTXt", b"eXIf")
        yield _block(stream, head, int.from_bytes(head[:4], "big") + 4, wanted)


def _riff_chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """The chunks of a WebP that hold metadata, padded to even lengths."""
    stream.seek(12)
    for _ in range(_MOST_BLOCKS):
        head = stream.read(8)
        if len(head) < 8:
            return
        size = int.from_bytes(head[4:], "little")
        yield _block(stream, head, size + size % 2, head[:4] in (b"VP8X", b"EXIF", b"XMP "))


def _block(stream: IO[bytes], head: bytes, size: int, wanted: bool) -> bytes:
    """``head`` with the ``size`` bytes behind it; empty where it is not wanted, too long or cut off."""
    if wanted and 0 <= size <= _LONGEST:
        body = stream.read(size)
        return head + body if len(body) == size else b""
    stream.seek(max(size, 0), 1)
    return b""
