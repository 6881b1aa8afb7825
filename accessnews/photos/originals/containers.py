"""Where JPEG, PNG and WebP keep their XMP packet, and what changes in the file with it."""

import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress

from accessnews.photos.iptc.metadata_blocks import media_type
from accessnews.photos.originals import tiff
from accessnews.photos.originals.packet import ALT, without_padding
from accessnews.photos.originals.splices import Splice, UnsuitableError

Edit = Callable[[bytes], bytes]
"""A packet, empty for none, and what it becomes."""

_XMP, _MORE_XMP = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_SEGMENT = 65_533  # bytes in a segment of a JPEG, its length not counted
_SEALED = "it is sealed by Content Credentials (C2PA), which any change breaks"
_PACKET = 1_000_000  # bytes of a packet at most

_PNG = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"XML:com.adobe.xmp\0"
_HAS_XMP, _HAS_ALPHA = 0x04, 0x10  # flags of a WebP's VP8X chunk


def splices(data: bytes, suffix: str, edit: Edit) -> list[Splice]:
    """What is to change in a photo file for its packet to be as ``edit`` makes it; nothing where that is as it was.

    ``suffix`` is the file's, in small letters. Raises UnsuitableError.
    """
    kind = media_type(data[:12])
    if kind == "image/jpeg":
        return _jpeg(data, edit)
    if kind == "image/png":
        return _png(data, edit)
    if kind == "image/webp":
        return _webp(data, edit)
    if tiff.is_tiff(data, suffix):
        return tiff.splices(data, edit)
    raise UnsuitableError("files of its kind cannot be written to")


# JPEG


def _jpeg(data: bytes, edit: Edit) -> list[Splice]:
    place, there, is_multiple = 2, b"", False
    for start, end in _segments(data):
        marker, head = data[start + 1], data[start + 4 : start + 44]
        if marker == 0xEB and b"jumb" in data[start:end]:
            raise UnsuitableError(_SEALED)
        if marker == 0xE1 and head.startswith(_MORE_XMP) and ALT.encode() in data[start:end]:
            raise UnsuitableError("its XMP is too long to be written to")
        if marker == 0xE1 and head.startswith(_XMP) and not there:
            place, there = start, data[start:end]
        elif not there and place == start and (marker == 0xE0 or (marker == 0xE1 and head.startswith(b"Exif"))):
            place = end  # XMP follows what readers look for first
        is_multiple = is_multiple or (marker == 0xE2 and head.startswith(b"MPF\0"))
    new = _segment(there, edit)
    if is_multiple and len(new) != len(there):
        raise UnsuitableError("it holds several pictures (MPO) that a longer text would shift")
    return _changed(place, there, new)


def _segment(there: bytes, edit: Edit) -> bytes:
    packet = there[4 + len(_XMP) :]
    new = edit(packet)
    if new == packet:
        return there
    if len(_XMP) + len(new) > _SEGMENT:
        new = without_padding(new)
    if len(_XMP) + len(new) > _SEGMENT:
        raise UnsuitableError("its XMP has no room left")
    return b"\xff\xe1" + (2 + len(_XMP) + len(new)).to_bytes(2, "big") + _XMP + new


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Start and end of the segments before the coded picture."""
    at = 2
    while data[at + 1 : at + 2] != b"\xda":
        if data[at : at + 1] != b"\xff" or at + 4 > len(data):
            raise UnsuitableError("it is damaged")
        if data[at + 1] == 0xFF:  # filling
            at += 1
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        yield at, end
        at = end


# PNG


def _png(data: bytes, edit: Edit) -> list[Splice]:
    place, there, at = 0, b"", len(_PNG)
    while at < len(data):
        name, end = data[at + 4 : at + 8], at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            raise UnsuitableError("it is damaged")
        body = data[at + 8 : end - 4]
        if name == b"caBX":
            raise UnsuitableError(_SEALED)
        if name in (b"zTXt", b"tEXt") and body.startswith(b"Raw profile type xmp\0"):
            raise UnsuitableError("its XMP is written as ImageMagick writes it, which few programs read")
        if name == b"iTXt" and body.startswith(_KEYWORD) and not there:
            place, there = at, data[at:end]
        elif name == b"IHDR":
            place = end
        at = end
        if name == b"IEND":
            break
    if not place:
        raise UnsuitableError("it is damaged")
    packet = _itxt_text(there[8:-4]) if there else b""
    new = edit(packet)
    return _changed(place, there, _chunk(b"iTXt", _KEYWORD + bytes(4) + new)) if new != packet else []


def _itxt_text(body: bytes) -> bytes:
    """The text of an iTXt chunk (PNG, 11.3.3.4)."""
    with suppress(ValueError, IndexError, zlib.error):
        flag, rest = body[len(_KEYWORD)], body[len(_KEYWORD) + 2 :]
        text = rest.split(b"\0", 2)[2]
        if not flag:
            return text
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(text, _PACKET)
        if unpacker.eof:
            return text
    raise UnsuitableError("its XMP cannot be unpacked")


def _chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


# WebP


def _webp(data: bytes, edit: Edit) -> list[Splice]:
    chunks = {name: (at, end) for name, at, end in _riff_chunks(data)}
    if b"C2PA" in chunks:
        raise UnsuitableError(_SEALED)
    at, end = chunks.get(b"XMP ", (len(data), len(data)))
    packet = data[at + 8 : at + 8 + int.from_bytes(data[at + 4 : at + 8], "little")]
    new = edit(packet)
    if new == packet:
        return []
    xmp = Splice(at, data[at:end], b"XMP " + len(new).to_bytes(4, "little") + new + bytes(len(new) % 2))
    header = _extended(data, chunks)
    grown = sum(len(splice.new) - len(splice.old) for splice in (xmp, *header))
    size = (int.from_bytes(data[4:8], "little") + grown).to_bytes(4, "little")
    return [Splice(4, data[4:8], size), *header, xmp]


def _riff_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of each chunk."""
    if int.from_bytes(data[4:8], "little") + 8 != len(data):
        raise UnsuitableError("it is damaged")
    at = 12
    while at < len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        if end > len(data):
            raise UnsuitableError("it is damaged")
        yield data[at : at + 4], at, end
        at = end


def _extended(data: bytes, chunks: dict[bytes, tuple[int, int]]) -> list[Splice]:
    """What makes the header say that there is XMP; where there is none, one that says no more than the picture."""
    if b"VP8X" in chunks:
        flags = chunks[b"VP8X"][0] + 8
        has = bytes([data[flags] | _HAS_XMP])
        return [Splice(flags, data[flags : flags + 1], has)] if has != data[flags : flags + 1] else []
    if data[12:16] == b"VP8L" and data[20:21] == b"\x2f":
        bits = int.from_bytes(data[21:25], "little")
        width, height, alpha = bits & 0x3FFF, bits >> 14 & 0x3FFF, bits >> 28 & 1
    elif data[12:16] == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        size = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (26, 28))
        width, height, alpha = *(side - 1 for side in size), 0
    else:
        raise UnsuitableError("it is damaged")
    flags = _HAS_XMP | (_HAS_ALPHA if alpha else 0)
    body = bytes([flags, 0, 0, 0]) + width.to_bytes(3, "little") + height.to_bytes(3, "little")
    return [Splice(12, b"", b"VP8X" + len(body).to_bytes(4, "little") + body)]


def _changed(at: int, old: bytes, new: bytes) -> list[Splice]:
    return [Splice(at, old, new)] if old != new else []
