"""Mastering: a programme brought to its level and encoded while it is still being spoken.

What a programme's loudness is can be told only at its end, but after a minute nearly so. The gain that its first
minute asks for is used from its start on, and stays where it proves to be near what the whole asks for; else all
is encoded anew. Nothing ever has two gains.
"""

import math
import tempfile
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from typing import IO, Any

from accessnews.audio import mp3
from accessnews.audio.join import RATE
from accessnews.audio.loudness import Gain, Meter, Samples
from accessnews.model.progress import Listener
from accessnews.text.blob import Blob

_NEAR = 0.25  # dB; EBU R 128 leaves a programme 0.5
_PIECE = 64 * 2_205 * 2  # bytes: 6.4 s, a whole number of the limiter's blocks
_WAITING = 8  # pieces at the most: whoever speaks faster than LAME encodes waits for it


def near(first: Gain, second: Gain) -> bool:
    """Whether nobody would hear the difference."""
    return abs(20 * math.log10(first.factor / second.factor)) <= _NEAR


def levelled(gain: Gain, pcm: Blob) -> Iterator[bytes]:
    """A programme at its level, piece by piece."""
    before = piece = b""
    for after in chain(pcm.pieces(_PIECE), [b""]):
        if piece:
            yield gain.level(before, piece, after).tobytes()
        before, piece = piece, after


class Master:
    """One gain, one encoder, one MP3 stream in ``stream``. Close it when done."""

    def __init__(self, gain: Gain, bitrate: int) -> None:
        self.gain = gain
        self._meter = Meter(RATE, remember=False)
        self.stream: IO[bytes] = tempfile.TemporaryFile(prefix="accessnews-")  # noqa: SIM115 (closed by close)
        self._encoder = mp3.Encoder(RATE, bitrate, self.stream)
        self._levelling, self._encoding = (ThreadPoolExecutor(1, f"accessnews-{name}") for name in ("level", "mp3"))
        self._pending: deque[Future[Any]] = deque()
        self._before = self._piece = b""
        self._fed = 0  # bytes of the programme

    def feed(self, pcm: IO[bytes], there: int) -> None:
        """Encode a file of PCM as far as its first ``there`` bytes allow. Raises what encoding raised."""
        while there - self._fed >= _PIECE:
            self._take(pcm)

    def feed_rest(self, pcm: IO[bytes], there: int, listener: Listener) -> None:
        """Encode the rest of a file of ``there`` bytes."""
        while self._fed < there:
            listener("encode", self._fed // _PIECE, -(-there // _PIECE))
            self._take(pcm)
        self._submit(b"")

    def finish(self) -> None:
        """Wait until ``stream`` is complete."""
        while self._pending:
            self._pending.popleft().result()
        self._encoder.finish()

    def levels(self) -> tuple[float, float]:
        """Loudness in LUFS and true peak in dBTP of what went into the encoder."""
        return self._meter.loudness(), self._meter.true_peak()

    def close(self) -> None:
        """What has not begun to be encoded is left."""
        for thread in (self._levelling, self._encoding):
            thread.shutdown(cancel_futures=True)
        self.stream.close()

    def _take(self, pcm: IO[bytes]) -> None:
        """The next piece: the one before it can be encoded now, for a limiter looks ahead."""
        pcm.seek(self._fed)
        piece = pcm.read(_PIECE)
        self._fed += len(piece)
        self._submit(piece)
        self._before, self._piece = self._piece, piece

    def _submit(self, after: bytes) -> None:
        if not self._piece:
            return
        levelled = self._levelling.submit(self._level, self._before, self._piece, after)
        self._pending.append(self._encoding.submit(lambda: self._encoder.feed(levelled.result().tobytes())))
        if len(self._pending) > _WAITING:
            self._pending.popleft().result()

    def _level(self, before: bytes, piece: bytes, after: bytes) -> Samples:
        samples = self.gain.level(before, piece, after)
        self._meter.feed(samples)
        return samples
