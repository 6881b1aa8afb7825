"""What a decoder is given: the picture of a file without all that is not shown.

Decoders trust what a file says of itself. Texts that unfold to gigabytes, frames that nobody sees and Exif entries
that overlap cost memory and time; they are taken out by the structure of the file before a decoder sees it.
"""

from accessnews.photos import gif, jpeg, png
from accessnews.photos.coded import UPRIGHT, Coded, orientation

HEAD = 65_536
"""Bytes of a file that tell whether it moves."""


def unwrapped(data: bytes) -> Coded:
    """The picture of a file. Raises DamagedError; a file of a kind that is not read stays as it is."""
    if data.startswith(jpeg.SIGNATURE):
        return jpeg.first_picture(data)
    if data.startswith(png.SIGNATURE):
        return png.still_picture(data)
    if data.startswith(gif.SIGNATURES):
        return gif.first_frame(data)
    return Coded(data, _webp_orientation(data) if _is_webp(data) else UPRIGHT)


def is_animated(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is a PNG or a WebP that moves."""
    if head.startswith(png.SIGNATURE):
        return png.is_animated(head)
    return _is_webp(head) and head[12:16] == b"VP8X" and bool(head[20] & 0x02)


def _is_webp(head: bytes) -> bool:
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP" and len(head) > 20


def _webp_orientation(data: bytes) -> int:
    at = 12
    while at + 8 <= len(data):
        end = at + 8 + int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] == b"EXIF":
            return orientation(data[at + 8 : end])
        at = end + end % 2
    return UPRIGHT
