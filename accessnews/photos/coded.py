"""The coded picture of a file, as a decoder is given it, and how it is to be turned."""

from dataclasses import dataclass
from typing import Literal

UPRIGHT = 1
_ORIENTATION = 0x0112
_ENTRY = 12  # bytes of an entry of an image file directory
_LONG = 4  # the type of an entry of four bytes; SHORT has two


@dataclass(frozen=True, slots=True)
class Coded:
    """A picture file without its metadata. ``orientation`` is Exif's, 1 to 8; ``scans`` are those of a JPEG."""

    data: bytes
    orientation: int = UPRIGHT
    scans: int = 1


class DamagedError(ValueError):
    """A file that is not whole, and in what way."""


def orientation(exif: bytes) -> int:
    """The orientation that Exif data tell, 1 where they tell none that is known.

    Read here and not by Pillow, which copies what each entry points to: entries that overlap fill any memory.
    """
    tiff = exif.removeprefix(b"Exif\0\0")
    order: Literal["little", "big"] = "little" if tiff.startswith(b"II") else "big"

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], order)

    start = number(4, 4) + 2
    end = min(start + number(start - 2, 2) * _ENTRY, len(tiff))
    for entry in range(start, end, _ENTRY):
        if number(entry, 2) == _ORIENTATION:
            value = number(entry + 8, 4 if number(entry + 2, 2) == _LONG else 2)
            return value if UPRIGHT <= value <= 8 else UPRIGHT
    return UPRIGHT
