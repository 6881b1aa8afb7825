"""Audio: from an open voice to an encoded programme. pydub joins, NumPy levels, LAME encodes, mutagen tags.

PCM and MP3 lie in temporary files without a name: memory stays flat however long the story is, and a killed
run leaves nothing behind. The voice speaks in threads of its own, others level and encode what it has said.
"""

import shutil
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import IO, TYPE_CHECKING, TypeVar

from accessnews.audio import mp3
from accessnews.audio.join import RATE, joined, no_sound
from accessnews.audio.music import SILENT, Soundtrack
from accessnews.audio.recording import Recording
from accessnews.audio.tags import Tags
from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.model.findings import Finding
from accessnews.model.progress import Listener
from accessnews.model.settings import Settings
from accessnews.narration.script import Script, Utterance
from accessnews.narration.speech import Say, SynthesizedSpeech
from accessnews.narration.timeline import SpokenClip, Timeline
from accessnews.text.blob import Blob

if TYPE_CHECKING:  # NumPy is loaded when a programme begins
    from accessnews.audio.loudness import Gain, Meter
    from accessnews.audio.mastering import Master

__all__ = ["RATE", "Programme"]

A = TypeVar("A")
B = TypeVar("B")

_ENOUGH = 60 * RATE * 2  # bytes after which the loudness of the whole can be foretold


class Programme:
    """A recorded programme: its clips, its PCM, and a meter that has heard it. Close it when done."""

    def __init__(self, settings: Settings) -> None:
        self.clips: list[SpokenClip] = []
        self.meter: Meter
        self._settings = settings
        self._pcm: IO[bytes] = tempfile.TemporaryFile(prefix="accessnews-")  # noqa: SIM115 (closed by close)
        self._mp3: IO[bytes] = tempfile.TemporaryFile(prefix="accessnews-")  # noqa: SIM115 (closed by close)
        self._encoding: Master | None = None

    def record(
        self,
        script: Script,
        say: Say,
        pauses: Mapping[str, int],
        workers: int,
        listener: Listener,
        music: Soundtrack = SILENT,
    ) -> None:
        """Speak every utterance and note where it went. Raises AccessNewsError where the voice fails or is mute.

        ``pauses`` are milliseconds by role, ``workers`` threads call ``say``. The voice speaks in threads of its own:
        signals reach the main thread only, and an exception that one raised inside a callback from C would be lost,
        and with it a stretch of sound.
        """

        def spoken(utterance: Utterance) -> tuple[Utterance, SynthesizedSpeech]:
            try:
                return utterance, say(utterance)
            except UsageError as error:  # of an engine that knows nothing of stories
                raise AccessNewsError(error.message, utterance.at, error.hint) from error

        with _pool("accessnews-voice", workers) as pool:
            speeches = _ahead(pool, spoken, script.utterances)
            from accessnews.audio.loudness import Meter, as_samples  # NumPy loads while the voice already speaks

            self.meter = Meter(RATE)
            for clip, pcm in music.mixed(script.utterances, joined(speeches, pauses)):
                self.clips.append(clip)
                self._pcm.write(pcm)
                self.meter.feed(as_samples(pcm))
                self._encode_ahead()
                listener("speak", len(self.clips), len(script.utterances))
        if all(clip.is_silent for clip in self.clips):
            raise no_sound(script.utterances[0])

    def silences(self, script: Script) -> Iterator[tuple[Utterance, Finding]]:
        """What of a recorded script the voice passed over."""
        for utterance, clip in zip(script.utterances, self.clips, strict=True):
            if clip.is_silent:
                error = no_sound(utterance)
                yield utterance, Finding("voice-silent", error.message, utterance.at, error.hint)

    def _encode_ahead(self) -> None:
        """Encode what there is, by the gain that the first minute asks for."""
        from accessnews.audio.loudness import Meter, as_samples
        from accessnews.audio.mastering import Master

        there = self._pcm.tell()
        if self._encoding is None and there >= _ENOUGH:
            self._pcm.seek(0)
            opening = Meter(RATE)
            opening.feed(as_samples(self._pcm.read(_ENOUGH)))
            self._encoding = Master(self._gain(opening), self._settings.bitrate)
        if self._encoding:
            self._encoding.feed(self._pcm, there)
        self._pcm.seek(there)

    def master(self, tags: Tags, timeline: Timeline, listener: Listener) -> Recording:
        """The programme at its level, as a tagged MP3. The recording lies in a file that ``close`` closes."""
        from accessnews.audio.mastering import Master, levelled, near

        gain, bitrate = self._gain(self.meter), self._settings.bitrate
        if self._encoding is None or not near(self._encoding.gain, gain):
            self._forget_encoding()
            self._encoding = Master(gain, bitrate)
        self._encoding.feed_rest(self._pcm, self._pcm.tell(), listener)
        self._mp3.write(mp3.tag(tags, timeline))  # its library loads while the encoder still works
        self._encoding.finish()
        self._encoding.stream.seek(0)
        shutil.copyfileobj(self._encoding.stream, self._mp3)
        loudness, peak = (level + mp3.LEVEL for level in self._encoding.levels())
        encoded, spoken, frames = Blob(self._mp3), Blob(self._pcm), timeline.frames
        pcm = partial(levelled, self._gain(self.meter, encoder=0), spoken)  # one blob: its lock guards the file
        return Recording(encoded, mp3.MEDIA_TYPE, RATE, frames, bitrate, loudness, peak, pcm)

    def _gain(self, meter: "Meter", encoder: float = mp3.LEVEL) -> "Gain":
        """The gain that a meter asks for, where the encoder changes the level by ``encoder`` dB."""
        from accessnews.audio.loudness import gain_for

        return gain_for(meter, self._settings.loudness - encoder, self._settings.true_peak - encoder)

    def _forget_encoding(self) -> None:
        if self._encoding:
            self._encoding.close()

    def close(self) -> None:
        self._forget_encoding()
        self._pcm.close()
        self._mp3.close()


@contextmanager
def _pool(name: str, workers: int = 1) -> Iterator[ThreadPoolExecutor]:
    """Other threads; when the work ends early, what has not begun is not begun."""
    pool = ThreadPoolExecutor(workers, name)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _ahead(pool: ThreadPoolExecutor, work: Callable[[A], B], items: Iterable[A], depth: int = 16) -> Iterator[B]:
    """``map`` in other threads, in order, begun at once and never more than ``depth`` items ahead of who asks."""
    waiting = iter(items)
    pending = deque(pool.submit(work, item) for item in islice(waiting, depth))

    def results() -> Iterator[B]:
        while pending:
            result = pending.popleft().result()
            pending.extend(pool.submit(work, item) for item in islice(waiting, 1))
            yield result

    return results()
