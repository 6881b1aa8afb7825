"""Where a TIFF keeps its XMP packet (TIFF 6.0; XMP Specification, part 3). What is new is put behind all else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from accessnews.photos.originals.splices import Splice, UnsuitableError

_XMP, _DNG, _C2PA = 0x02BC, 0xC612, 0xCD41
_BYTES, _LONG = 1, 4  # types of entries
_ENTRY = 12


def is_tiff(data: bytes, suffix: str) -> bool:
    """Whether it is one by its bytes and its name: raw files begin as TIFFs do."""
    return data[:4] in (b"II*\0", b"MM\0*") and suffix in (".tif", ".tiff")


@dataclass(frozen=True, slots=True)
class _Directory:
    """The first image file directory, in the byte order of its file."""

    data: bytes
    order: Literal["little", "big"]

    def number(self, at: int, size: int) -> int:
        if at + size > len(self.data):
            raise UnsuitableError("it is damaged")
        return int.from_bytes(self.data[at : at + size], self.order)

    def packed(self, *numbers: tuple[int, int]) -> bytes:
        """Numbers, each with its size in bytes."""
        return b"".join(number.to_bytes(size, self.order) for number, size in numbers)

    @property
    def start(self) -> int:
        return self.number(4, 4)

    @property
    def entries(self) -> dict[int, int]:
        """Where the entry of each tag begins."""
        count = self.number(self.start, 2)
        places = (self.start + 2 + _ENTRY * number for number in range(count))
        by_tag = {self.number(at, 2): at for at in places}
        if len(by_tag) < count:
            raise UnsuitableError("it is damaged")
        return by_tag


def splices(data: bytes, edit: Callable[[bytes], bytes]) -> list[Splice]:
    """What is to change for the packet to be as ``edit`` makes it. Raises UnsuitableError."""
    directory = _Directory(data, "little" if data[:2] == b"II" else "big")
    entries = directory.entries
    if _DNG in entries:
        raise UnsuitableError("it is a raw file (DNG)")
    if _C2PA in entries:
        raise UnsuitableError("it is sealed by Content Credentials (C2PA), which any change breaks")
    return _replaced(directory, entries[_XMP], edit) if _XMP in entries else _added(directory, edit)


def _replaced(directory: _Directory, entry: int, edit: Callable[[bytes], bytes]) -> list[Splice]:
    data, length, at = directory.data, directory.number(entry + 4, 4), directory.number(entry + 8, 4)
    packet = data[at : at + length]
    if directory.number(entry + 2, 2) not in (_BYTES, 7) or length <= 4 or len(packet) < length:
        raise UnsuitableError("its XMP cannot be read")
    new = edit(packet)
    if new == packet:
        return []
    if len(new) == length:
        return [Splice(at, packet, new)]
    place = len(data) + len(data) % 2
    values = directory.packed((len(new), 4), (place, 4))
    blank = Splice(at, packet, bytes(length))  # nobody is to find the old one by its looks
    tail = Splice(len(data), b"", bytes(place - len(data)) + new)
    return [Splice(entry + 4, data[entry + 4 : entry + 12], values), blank, tail]


def _added(directory: _Directory, edit: Callable[[bytes], bytes]) -> list[Splice]:
    """A copy of the directory with one entry more, behind all else: offsets in it are those of the whole file."""
    data, entries, new = directory.data, directory.entries, edit(b"")
    if not new:
        return []
    end = directory.start + 2 + _ENTRY * directory.number(directory.start, 2)
    following = directory.number(end, 4)
    place = len(data) + len(data) % 2
    size = 2 + _ENTRY * (len(entries) + 1) + 4
    own = directory.packed((_XMP, 2), (_BYTES, 2), (len(new), 4), (place + size, 4))
    each = {tag: data[at : at + _ENTRY] for tag, at in entries.items()} | {_XMP: own}
    body = directory.packed((len(each), 2)) + b"".join(each[tag] for tag in sorted(each))
    tail = bytes(place - len(data)) + body + directory.packed((following, 4)) + new
    return [Splice(4, data[4:8], directory.packed((place, 4))), Splice(len(data), b"", tail)]
