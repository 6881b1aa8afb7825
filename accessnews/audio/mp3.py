"""MP3: constant bit rate by LAME, an Info frame so that players start on time, ID3 tags with chapters."""

import io
import math
from collections.abc import Sequence
from typing import IO, Any

from accessnews.audio.languages import iso_639_2
from accessnews.audio.tags import Tags
from accessnews.model.errors import UsageError
from accessnews.narration.timeline import Chapter, Timeline, milliseconds

MEDIA_TYPE = "audio/mpeg"
BITRATES = (56, 64, 80, 96, 112, 128, 144, 160)
"""kbit/s that MPEG-2 layer III has and whose frames have room for the Info tag."""

_QUALITY = (
    7  # LAME's, 2 is best and slowest: at this rate 7 is nearer to the sound than 5 up to 8.5 kHz, in half the time
)
LEVEL = 20 * math.log10(0.95)
"""dB by which LAME turns down all that it is given, to leave room."""

FRAME = 576  # samples in a frame of MPEG-2 layer III
ENCODER_DELAY = 576  # samples that LAME puts before the first
DECODER_DELAY = 529  # samples that every decoder puts before them
HEADER = 4  # bytes
SIDE_INFO = 9  # bytes, mono
_BITRATE_INDEX = {
    8: 1,
    16: 2,
    24: 3,
    32: 4,
    40: 5,
    48: 6,
    56: 7,
    64: 8,
    80: 9,
    96: 10,
    112: 11,
    128: 12,
    144: 13,
    160: 14,
}
_TAG_HEADER = 10  # bytes of an ID3v2 tag before its frames, the last four its size
_MOST_ENTRIES = 255  # of a CTOC frame, which counts them in one byte
_RATE_INDEX = {22_050: 0, 24_000: 1, 16_000: 2}


class Encoder:
    """Makes 16-bit little-endian mono PCM an MP3 stream that an Info frame opens.

    ``out`` is a file that can be moved about in. Raises UsageError where MPEG-2 layer III has no such bit rate.
    """

    def __init__(self, rate: int, bitrate: int, out: IO[bytes]) -> None:
        import lameenc

        if bitrate not in BITRATES:
            raise UsageError(f"no MP3 with {bitrate} kbit/s", hint="one of " + ", ".join(map(str, BITRATES)))
        self._lame = lameenc.Encoder()
        self._lame.silence()
        self._lame.set_channels(1)
        self._lame.set_in_sample_rate(rate)
        self._lame.set_out_sample_rate(rate)
        self._lame.set_bit_rate(bitrate)
        self._lame.set_quality(_QUALITY)
        self._rate, self._bitrate, self._out = rate, bitrate, out
        self._start = out.tell()
        self._size = self._frames = 0
        out.write(info_frame(0, 0, rate, bitrate))

    def feed(self, pcm: bytes) -> None:
        """The next stretch of the sound."""
        self._frames += len(pcm) // 2
        self._size += self._out.write(self._lame.encode(pcm))

    def finish(self) -> None:
        """The end of the sound; only now is the stream whole."""
        self._size += self._out.write(self._lame.flush())
        end = self._out.tell()
        self._out.seek(self._start)
        self._out.write(info_frame(self._size, self._frames, self._rate, self._bitrate))
        self._out.seek(end)


def frame_head(rate: int, bitrate: int) -> bytes:
    """The first three bytes of every frame, without the bit that says that it is a byte longer."""
    return bytes([0xFF, 0xF3, _BITRATE_INDEX[bitrate] << 4 | _RATE_INDEX[rate] << 2])


def bytes_of(frames: int, rate: int, bitrate: int) -> int:
    """How long that many MP3 frames are, rounded down: one is a byte longer now and then, to keep the rate."""
    return frames * FRAME * bitrate * 125 // rate


def frames_in(size: int, rate: int, bitrate: int) -> int:
    """How many MP3 frames a stream of ``size`` bytes has."""
    return round(size * rate / (FRAME * bitrate * 125))


def info_frame(size: int, frames: int, rate: int, bitrate: int, delay: int = ENCODER_DELAY) -> bytes:
    """The frame that says how long a stream of ``size`` bytes is, and what to leave out at its ends.

    ``frames`` are those of the sound, ``delay`` the samples that the encoder put before them, 4,095 at most.

    Xing's layout with LAME's extension, as every decoder reads it; a decoder that does not know it plays 26 ms
    of silence. Without it players run 50 ms behind the timeline.
    """
    length, count = bytes_of(1, rate, bitrate), frames_in(size, rate, bitrate)
    padding = max(count * FRAME - delay - frames, 0)
    header = frame_head(rate, bitrate) + bytes([0xC4])
    total = size + length
    toc = bytes(min(255, 256 * percent // 100) for percent in range(100))
    xing = b"Info" + _int(0x0F, 4) + _int(count, 4) + _int(total, 4) + toc + _int(0, 4)
    lame = b"LAME3.100" + bytes([0x01, 0]) + bytes(8) + bytes([0, min(bitrate, 255)])
    lame += _int(delay << 12 | padding, 3) + bytes([0, 0]) + _int(0, 2) + _int(total, 4) + _int(0, 2)
    body = header + bytes(SIDE_INFO) + xing + lame
    body += _int(_crc16(body), 2)
    return body.ljust(length, b"\0")


def _int(value: int, size: int) -> bytes:
    return value.to_bytes(size, "big")


def _crc16(data: bytes) -> int:
    """CRC-16/ARC, as LAME's tag has it."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


def tag(tags: Tags, timeline: Timeline) -> bytes:
    """An ID3v2.3 tag with a table of contents (ID3v2 chapter frame addendum, CHAP and CTOC).

    mutagen writes frames by their length, and players take chapters in the order in which they stand.
    """
    chapters = [_chapter(chapter, timeline.rate) for chapter in timeline.chapters]
    contents = _contents([chapter.id for chapter in timeline.chapters])
    frames = [_written(_tagged(tags, timeline.frames, timeline.rate))]
    frames += [_written(_alone(frame)) for frame in (*contents, *chapters)]
    body = b"".join(frame[_TAG_HEADER:] for frame in frames)
    return frames[0][: _TAG_HEADER - 4] + _syncsafe(len(body)) + body


def _alone(frame: Any) -> Any:
    from mutagen.id3 import ID3

    id3 = ID3()
    id3.add(frame)
    return id3


def _contents(names: Sequence[str]) -> list[Any]:
    """The tables of contents from the top one down, of so many levels that each can count its entries."""
    from mutagen.id3 import CTOC, CTOCFlags

    tables: list[Any] = []
    while len(names) > _MOST_ENTRIES:
        parts = [names[at : at + _MOST_ENTRIES] for at in range(0, len(names), _MOST_ENTRIES)]
        names = [f"toc-{part[0]}" for part in parts]
        level = [
            CTOC(element_id=name, flags=CTOCFlags.ORDERED, child_element_ids=part, sub_frames=[])
            for name, part in zip(names, parts, strict=True)
        ]
        tables = level + tables
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    return [CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[]), *tables]


def _syncsafe(size: int) -> bytes:
    """A size in four bytes of seven bits each, as the header of a tag has it."""
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def track_tag(tags: Tags, album: str, number: int, total: int, frames: int, rate: int) -> bytes:
    """An ID3v2.3 tag of one file of several that make an album; ``frames`` are those of its sound."""
    from mutagen.id3 import TALB, TRCK, Encoding

    id3 = _tagged(tags, frames, rate)
    id3.add(TALB(encoding=Encoding.UTF16, text=album))
    id3.add(TRCK(encoding=Encoding.LATIN1, text=f"{number}/{total}"))
    return _written(id3)


def _tagged(tags: Tags, frames: int, rate: int) -> Any:
    from mutagen.id3 import COMM, ID3, TDRC, TIT2, TLEN, TPE1, Encoding

    unicode = Encoding.UTF16
    id3 = ID3()
    id3.add(TIT2(encoding=unicode, text=tags.title))
    id3.add(TPE1(encoding=unicode, text=tags.artist))
    id3.add(TLEN(encoding=Encoding.LATIN1, text=str(milliseconds(frames, rate))))
    id3.add(COMM(encoding=unicode, lang=iso_639_2(tags.lang), desc="", text=tags.comment))
    if tags.date:
        id3.add(TDRC(encoding=Encoding.LATIN1, text=tags.date))
    return id3


def _written(id3: Any) -> bytes:
    id3.update_to_v23()
    out = io.BytesIO()
    id3.save(out, v1=0, v2_version=3, padding=lambda info: 0)
    return out.getvalue()


def _chapter(chapter: Chapter, rate: int) -> object:
    from mutagen.id3 import CHAP, TIT2, Encoding

    return CHAP(
        element_id=chapter.id,
        start_time=milliseconds(chapter.start, rate),
        end_time=milliseconds(chapter.end, rate),
        start_offset=0xFFFFFFFF,
        end_offset=0xFFFFFFFF,
        sub_frames=[TIT2(encoding=Encoding.UTF16, text=chapter.title)],
    )
