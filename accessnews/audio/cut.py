"""Cutting an MP3 of ours without decoding it, to the sample.

A frame cannot be decoded alone: what it says may begin in up to 255 bytes of the frames before it (the bit
reservoir), and its sound overlaps with theirs. So a piece begins some frames early. Those that would miss what they
say are emptied, and an Info frame says how much of the beginning and of the end to leave out.
"""

from collections.abc import Iterator

from accessnews.audio import mp3
from accessnews.audio.recording import Recording
from accessnews.text.blob import Blob

_TAG_HEAD = 10  # bytes
_OVERLAP = 2  # frames: one whose sound reaches into the next, one that fills the filters
_BEFORE_DATA = mp3.HEADER + mp3.SIDE_INFO  # bytes of a frame
_FARTHEST = 255  # bytes that a frame can reach back
_LATE = mp3.ENCODER_DELAY + mp3.DECODER_DELAY  # samples before the first of the programme


def untagged(stream: Blob) -> Blob:
    """An MP3 from its first frame on, without the tag before it (ID3v2.3, 3.1).

    A player that finds its way by the bit rate takes the tag for sound, and with many chapters that is a second.
    """
    head = _read(stream, 0, _TAG_HEAD)
    if head[:3] != b"ID3":
        return stream
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte  # seven bits a byte, so that none looks like the start of a frame
    return stream.part(_TAG_HEAD + size, len(stream))


class Cutter:
    """The frames of a recording, each found where its bit rate puts it."""

    def __init__(self, recording: Recording) -> None:
        self._rate, self._bitrate = recording.rate, recording.bitrate
        self._head = mp3.frame_head(self._rate, self._bitrate)
        info = mp3.bytes_of(1, self._rate, self._bitrate)
        stream = untagged(recording.data)
        self._stream = stream.part(info, len(stream))
        self._count = mp3.frames_in(len(self._stream), self._rate, self._bitrate)

    def cut(self, start: int, end: int) -> Iterator[bytes]:
        """Frames ``start`` to ``end`` of the programme as an MP3, in pieces."""
        first = max((start + _LATE) // mp3.FRAME - _OVERLAP, 0)
        after = min(-(-(end + _LATE) // mp3.FRAME), self._count)
        opening = list(self._before(first))
        begin, stop = self._position(first), self._position(after)
        size = sum(map(len, opening)) + stop - begin
        delay = start + mp3.ENCODER_DELAY - (first - len(opening)) * mp3.FRAME
        yield mp3.info_frame(size, end - start, self._rate, self._bitrate, delay)
        yield from opening
        yield from self._stream.part(begin, stop).pieces()

    def _before(self, first: int) -> Iterator[bytes]:
        """The frames that hold the beginning of what frame ``first`` says, with nothing to say themselves."""
        side_info = self._position(first) + mp3.HEADER
        missing = _read(self._stream, side_info, side_info + 1)[0]  # its main_data_begin, in bytes
        opening = first
        while missing > 0:
            opening -= 1
            missing -= self._position(opening + 1) - self._position(opening) - _BEFORE_DATA
        held = 0
        for number in range(opening, first):
            frame = _read(self._stream, self._position(number), self._position(number + 1))
            yield _emptied(frame, min(held, _FARTHEST))
            held += len(frame) - _BEFORE_DATA

    def _position(self, number: int) -> int:
        """Where a frame begins: where the bit rate puts it, or a byte beside."""
        if number == self._count:
            return len(self._stream)
        foreseen = mp3.bytes_of(number, self._rate, self._bitrate)
        return next(at for at in (foreseen, foreseen - 1, foreseen + 1) if self._begins(at))

    def _begins(self, at: int) -> bool:
        head = _read(self._stream, at, at + len(self._head))
        return at >= 0 and head[:2] == self._head[:2] and head[2] & 0xFD == self._head[2]


def _emptied(frame: bytes, begin: int) -> bytes:
    """A silent frame that still has what later ones say; with what lies up to ``begin`` bytes before it."""
    return frame[: mp3.HEADER] + bytes([begin]) + bytes(mp3.SIDE_INFO - 1) + frame[_BEFORE_DATA:]


def _read(stream: Blob, start: int, end: int) -> bytes:
    return b"".join(stream.part(start, end).pieces())
