"""AAC and Opus, and whatever sound is read, by FFmpeg's libraries through PyAV, an extra: nothing else touches them.

Nothing here depends on the clock, on chance or on how a recording is cut into pieces: the same edition is the same
bytes wherever the same build of the libraries runs on the same kind of processor.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from os import SEEK_CUR, SEEK_END, SEEK_SET
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar, cast

from accessnews.audio.recording import Recording
from accessnews.model.errors import UsageError
from accessnews.narration.timeline import Chapter
from accessnews.photos import Photo
from accessnews.text.unicode import CONTROLS, SURROGATES

if TYPE_CHECKING:
    from av import AudioStream
    from av.container import OutputContainer

COVERS = {"image/jpeg": "mjpeg", "image/png": "png"}
"""What a cover can be, by media type, and what FFmpeg calls it."""

OLDEST = (17, 1)
"""The first version of PyAV that will do, as the extra has it."""

Answer = TypeVar("Answer")

_BREAKS = re.compile(rf"[\s{CONTROLS}{SURROGATES}]+")


@dataclass(frozen=True, slots=True)
class Form:
    """What a file is made of, in the words of FFmpeg."""

    container: str
    codec: str
    rate: int  # frames a second
    bitrate: int  # bit/s
    container_options: Mapping[str, str]
    codec_options: Mapping[str, str]
    lang: str = ""  # of the sound, ISO 639-2/T, where the container has room for it


def encode(
    recording: Recording,
    form: Form,
    tags: Mapping[str, str],
    out: IO[bytes],
    chapters: Sequence[Chapter] = (),
    cover: Photo | None = None,
) -> None:
    """Write the programme into an empty file that can be moved about in and read.

    Chapters and cover are for containers that have room for them beside the tags. Raises OSError where the file
    cannot be written, UsageError where PyAV does not load.
    """
    try:
        import av
    except ImportError as error:
        raise _lack(f"does not load here: {error}") from error

    options = {**form.container_options, "fflags": "+bitexact"}  # says neither when it was made nor by which FFmpeg
    file = _File(out)
    with av.open(file, "w", form.container, options, io_open=lambda *_: _Reader(file)) as container:
        container.metadata.update({name: one_line(value) for name, value in tags.items()})
        container.set_chapters(_chapters(chapters, recording.rate))
        _encode(recording, _stream(container, form, cover), container, file)
    file.check()


def decode(file: Path, rate: int, longest: int) -> bytes:
    """The first ``longest`` seconds of a sound file as 16-bit mono PCM at ``rate``.

    Raises UsageError where PyAV is not here, and what FFmpeg raises for what is no sound.
    """
    check_installed()
    import av

    pcm = bytearray()
    with av.open(str(file)) as container:
        resampler = av.AudioResampler("s16", "mono", rate)
        for frame in container.decode(audio=0):
            pcm += b"".join(part.to_ndarray().tobytes() for part in resampler.resample(frame))
            if len(pcm) > longest * rate * 2:
                return bytes(pcm)
        pcm += b"".join(part.to_ndarray().tobytes() for part in resampler.resample(None))
    return bytes(pcm)


def one_line(text: str) -> str:
    """Text as a tag or a title can hold it: no line breaks, no control characters, no halves of characters."""
    return _BREAKS.sub(" ", text).strip()


def check_installed() -> None:
    """Raises UsageError where PyAV is not here or too old; it is not loaded for that."""
    release = _installed() if find_spec("av") else ""
    if not release:
        raise _lack("is not installed here")
    if tuple(int(number) for number in re.findall(r"\d+", release)[:2]) < OLDEST:
        raise _lack(f"is too old here: PyAV {release}")


def _installed() -> str:
    """The version of PyAV, empty where there is none; a folder that is called av is not it."""
    try:
        return version("av")
    except PackageNotFoundError:
        return ""


def _lack(what: str) -> UsageError:
    return UsageError(f"what encodes AAC and Opus {what}", hint="pip install 'accessnews[codecs]'")


def _chapters(chapters: Sequence[Chapter], rate: int) -> list[Any]:
    unit = Fraction(1, rate)
    return [
        {
            "id": number,
            "start": chapter.start,
            "end": chapter.end,
            "time_base": unit,
            "metadata": {"title": one_line(chapter.title)},
        }
        for number, chapter in enumerate(chapters, 1)
    ]


def _stream(container: "OutputContainer", form: Form, cover: Photo | None) -> "AudioStream":
    """The sound's place in a file, beside its cover."""
    options = {**form.codec_options, "flags": form.codec_options.get("flags", "") + "+bitexact"}
    stream = cast("AudioStream", container.add_stream(form.codec, form.rate, options, layout="mono"))
    stream.bit_rate = form.bitrate
    if form.lang:
        stream.metadata["language"] = form.lang
    if cover:
        _attach(container, cover)
    return stream


def _attach(container: "OutputContainer", cover: Photo) -> None:
    from av import Packet
    from av.stream import Disposition

    stream = container.add_mux_stream(COVERS[cover.media_type], width=cover.width, height=cover.height)
    stream.disposition = Disposition.attached_pic
    packet = Packet(cover.data)
    packet.stream = stream
    container.start_encoding()
    container.mux(packet)


def _encode(recording: Recording, stream: "AudioStream", container: "OutputContainer", file: "_File") -> None:
    """The sound, at the rate that the stream has: FFmpeg resamples where that is another."""
    import numpy as np
    from av import AudioFrame

    at, unit = 0, Fraction(1, recording.rate)
    for piece in recording.pcm():
        frame = AudioFrame.from_ndarray(np.frombuffer(piece, "<i2").reshape(1, -1), "s16", "mono")
        frame.sample_rate, frame.pts, frame.time_base = recording.rate, at, unit
        at += frame.samples
        container.mux(stream.encode(frame))
        file.check()
    container.mux(stream.encode(None))


class _File:
    """A file as PyAV writes it, which prints what is raised in there: a full disk is kept until somebody asks."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._error: OSError | None = None

    def check(self) -> None:
        if self._error:
            raise self._error

    def write(self, data: bytes) -> int:
        return self._try(lambda: self._file.write(data), len(data))

    def read(self, size: int) -> bytes:
        return self._try(lambda: self._file.read(size), b"")

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        return self._try(lambda: self._file.seek(offset, whence), 0)

    def tell(self) -> int:
        return self._try(self._file.tell, 0)

    def _try(self, work: Callable[[], Answer], otherwise: Answer) -> Answer:
        try:
            return otherwise if self._error else work()
        except OSError as error:
            self._error = error
            return otherwise


class _Reader:
    """A second place in a file that is being written: FFmpeg reads what it wrote, to move the table to its front."""

    def __init__(self, file: _File) -> None:
        self._file = file
        self._at = 0

    def read(self, size: int) -> bytes:
        there = self._file.tell()
        self._file.seek(self._at)
        data = self._file.read(size)
        self._file.seek(there)
        self._at += len(data)
        return data

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        there = self._file.tell()
        start = {SEEK_SET: 0, SEEK_CUR: self._at, SEEK_END: self._file.seek(0, SEEK_END)}[whence]
        self._file.seek(there)
        self._at = start + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        """The file stays open: whoever writes it closes it."""
