"""Audio: from an open voice to an encoded programme. pydub joins, NumPy levels, LAME encodes, mutagen tags.

PCM and MP3 lie in temporary files without a name: memory stays flat however long the story is, and a killed
run leaves nothing behind. One thread speaks or encodes, another measures.
"""

import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import IO, TypeVar

from accessnews.audio import mp3
from accessnews.audio.joining import RATE, joined
from accessnews.audio.mp3 import Tags
from accessnews.edition import Blob, Recording
from accessnews.errors import AccessNewsError, UsageError
from accessnews.progress import Listener
from accessnews.script import Script, Utterance
from accessnews.settings import Settings
from accessnews.speech import Say, Speech
from accessnews.timeline import Take, Timeline

__all__ = ["RATE", "Programme", "Tags"]

A = TypeVar("A")
B = TypeVar("B")

_PIECE = 64 * 2_205  # frames: 6.4 s, a whole number of the limiter's blocks


class Programme:
    """A recorded programme: its takes, its PCM, and a meter that has heard it. Close it when done."""

    def __init__(self) -> None:
        from accessnews.audio.levels import Meter

        self.takes: list[Take] = []
        self.meter = Meter(RATE)
        self._pcm: IO[bytes] = tempfile.TemporaryFile(prefix="accessnews-")  # noqa: SIM115 (closed by close)
        self._mp3: IO[bytes] = tempfile.TemporaryFile(prefix="accessnews-")  # noqa: SIM115 (closed by close)

    def record(self, script: Script, say: Say, pauses: Mapping[str, int], workers: int, listener: Listener) -> None:
        """Speak every utterance and note where it went. Raises AccessNewsError where the voice fails.

        ``pauses`` are milliseconds by role, ``workers`` threads call ``say``. The voice speaks in threads of its own:
        signals reach the main thread only, and an exception that one raised inside a callback from C would be lost,
        and with it a stretch of sound.
        """
        from accessnews.audio.levels import as_samples

        def spoken(utterance: Utterance) -> tuple[Utterance, Speech]:
            try:
                return utterance, say(utterance)
            except UsageError as error:  # of an engine that knows nothing of stories
                raise AccessNewsError(error.message, utterance.at, error.hint) from error

        with _pool("accessnews-voice", workers) as pool:
            for take, pcm in joined(_ahead(pool, spoken, script.utterances), pauses):
                self.takes.append(take)
                self._pcm.write(pcm)
                self.meter.feed(as_samples(pcm))
                listener("speak", len(self.takes), len(script.utterances))

    def master(self, tags: Tags, timeline: Timeline, settings: Settings, listener: Listener) -> Recording:
        """The programme at its level, as a tagged MP3. The recording lies in a file that ``close`` closes."""
        from accessnews.audio.levels import Meter, gain_for

        gain = gain_for(self.meter, settings.loudness, settings.true_peak)
        meter = Meter(RATE)

        def level(piece: tuple[int, bytes]) -> bytes:
            start, pcm = piece
            samples = gain.level(pcm, start)
            meter.feed(samples)
            return samples.tobytes()

        self._mp3.write(mp3.tag(tags, timeline))
        with _pool("accessnews-meter") as pool:
            levelled = _told(_ahead(pool, level, self._pieces()), listener, -(-timeline.frames // _PIECE))
            mp3.encode(levelled, RATE, settings.bitrate, self._mp3)
        return Recording(
            Blob(self._mp3),
            mp3.MEDIA_TYPE,
            RATE,
            timeline.frames,
            settings.bitrate,
            meter.loudness(),
            meter.true_peak(),
        )

    def _pieces(self) -> Iterator[tuple[int, bytes]]:
        """(first frame, PCM) of every 6.4 seconds."""
        self._pcm.seek(0)
        start = 0
        while pcm := self._pcm.read(_PIECE * 2):
            yield start, pcm
            start += _PIECE

    def close(self) -> None:
        self._pcm.close()
        self._mp3.close()


def _told(pieces: Iterable[bytes], listener: Listener, total: int) -> Iterator[bytes]:
    """The pieces, and word of how many have been encoded."""
    for number, piece in enumerate(pieces):
        listener("encode", number, total)
        yield piece


@contextmanager
def _pool(name: str, workers: int = 1) -> Iterator[ThreadPoolExecutor]:
    """Other threads; when the work ends early, what has not begun is not begun."""
    pool = ThreadPoolExecutor(workers, name)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _ahead(pool: ThreadPoolExecutor, work: Callable[[A], B], items: Iterable[A], depth: int = 8) -> Iterator[B]:
    """``map`` in other threads, in order, never more than ``depth`` items ahead of who asks."""
    pending: deque[Future[B]] = deque()
    for item in items:
        pending.append(pool.submit(work, item))
        if len(pending) >= depth:
            yield pending.popleft().result()
    while pending:
        yield pending.popleft().result()
