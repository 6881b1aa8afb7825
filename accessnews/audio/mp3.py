"""MP3: constant bit rate by LAME, an Info frame so that players start on time, ID3 tags with chapters."""

import io
from collections.abc import Iterable
from dataclasses import dataclass

from accessnews.errors import UsageError
from accessnews.timeline import Chapter, Timeline

MEDIA_TYPE = "audio/mpeg"
BITRATES = (56, 64, 80, 96, 112, 128, 144, 160)
"""kbit/s that MPEG-2 layer III has and whose frames have room for the Info tag."""

_QUALITY = 5  # LAME's, 2 is best and slowest, 7 fastest
_FRAME = 576  # samples in a frame of MPEG-2 layer III
_ENCODER_DELAY = 576  # samples that LAME puts before the first
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
_RATE_INDEX = {22_050: 0, 24_000: 1, 16_000: 2}
_SIDE_INFO = 9  # bytes, mono


@dataclass(frozen=True, slots=True)
class Tags:
    """What a player shows. ``date`` is CCYY-MM-DD or empty."""

    title: str
    artist: str
    date: str
    comment: str


def encode(pieces: Iterable[bytes], rate: int, bitrate: int) -> bytes:
    """An MP3 stream of 16-bit little-endian mono PCM, opened by an Info frame, without tags.

    Raises UsageError where MPEG-2 layer III has no such bit rate.
    """
    import lameenc

    if bitrate not in BITRATES:
        raise UsageError(f"no MP3 with {bitrate} kbit/s", hint="one of " + ", ".join(map(str, BITRATES)))
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_bit_rate(bitrate)
    encoder.set_quality(_QUALITY)
    stream = bytearray()
    frames = 0
    for piece in pieces:
        frames += len(piece) // 2
        stream += encoder.encode(piece)
    stream += encoder.flush()
    return _info_frame(bytes(stream), frames, rate, bitrate) + bytes(stream)


def _info_frame(stream: bytes, frames: int, rate: int, bitrate: int) -> bytes:
    """The frame that says how long the stream is and how many samples to leave out at its ends.

    Xing's layout with LAME's extension, as every decoder reads it; a decoder that does not know it plays 26 ms
    of silence. Without it players run 50 ms behind the timeline.
    """
    length = 72 * bitrate * 1000 // rate
    count = _count_frames(stream, rate, bitrate)
    padding = max(count * _FRAME - _ENCODER_DELAY - frames, 0)
    header = bytes([0xFF, 0xF3, _BITRATE_INDEX[bitrate] << 4 | _RATE_INDEX[rate] << 2, 0xC4])
    total = len(stream) + length
    toc = bytes(min(255, 256 * percent // 100) for percent in range(100))
    xing = b"Info" + _int(0x0F, 4) + _int(count, 4) + _int(total, 4) + toc + _int(0, 4)
    lame = b"LAME3.100" + bytes([0x01, 0]) + bytes(8) + bytes([0, min(bitrate, 255)])
    lame += _int(_ENCODER_DELAY << 12 | padding, 3) + bytes([0, 0]) + _int(0, 2) + _int(total, 4) + _int(0, 2)
    body = header + bytes(_SIDE_INFO) + xing + lame
    body += _int(_crc16(body), 2)
    return body.ljust(length, b"\0")


def _int(value: int, size: int) -> bytes:
    return value.to_bytes(size, "big")


def _count_frames(stream: bytes, rate: int, bitrate: int) -> int:
    """Frames by their headers: at 22,050 a second some are a byte longer than others."""
    length = 72 * bitrate * 1000 // rate
    count = at = 0
    while at + 4 <= len(stream):
        count += 1
        at += length + (stream[at + 2] >> 1 & 1)
    return count


def _crc16(data: bytes) -> int:
    """CRC-16/ARC, as LAME's tag has it."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


def tagged(stream: bytes, tags: Tags, timeline: Timeline) -> bytes:
    """The stream behind an ID3v2.3 tag with a table of contents (ID3v2 chapter frame addendum, CHAP and CTOC)."""
    from mutagen.id3 import COMM, CTOC, ID3, TDRC, TIT2, TLEN, TPE1, CTOCFlags, Encoding

    unicode = Encoding.UTF16
    tag = ID3()
    tag.add(TIT2(encoding=unicode, text=tags.title))
    tag.add(TPE1(encoding=unicode, text=tags.artist))
    tag.add(TLEN(encoding=Encoding.LATIN1, text=str(_milliseconds(timeline.frames, timeline.rate))))
    tag.add(COMM(encoding=unicode, lang="eng", desc="", text=tags.comment))
    if tags.date:
        tag.add(TDRC(encoding=Encoding.LATIN1, text=tags.date))
    for chapter in timeline.chapters:
        tag.add(_chapter(chapter, timeline.rate))
    names = [chapter.id for chapter in timeline.chapters]
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    if len(names) <= 255:  # the frame counts its entries in one byte
        tag.add(CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[]))
    tag.update_to_v23()
    out = io.BytesIO()
    tag.save(out, v1=0, v2_version=3, padding=lambda info: 0)
    return out.getvalue() + stream


def _chapter(chapter: Chapter, rate: int) -> object:
    from mutagen.id3 import CHAP, TIT2, Encoding

    return CHAP(
        element_id=chapter.id,
        start_time=_milliseconds(chapter.start, rate),
        end_time=_milliseconds(chapter.end, rate),
        start_offset=0xFFFFFFFF,
        end_offset=0xFFFFFFFF,
        sub_frames=[TIT2(encoding=Encoding.UTF16, text=chapter.title)],
    )


def _milliseconds(frames: int, rate: int) -> int:
    return (frames * 1000 + rate // 2) // rate
