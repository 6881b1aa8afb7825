"""The waist: an edition is everything the writers need, an artifact everything they give."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from copy import copy
from dataclasses import dataclass, field
from os import SEEK_END
from threading import Lock
from typing import IO, Protocol
from weakref import finalize

from accessnews.model.article import Article
from accessnews.model.findings import Finding
from accessnews.model.settings import Settings, Voice
from accessnews.narration.timeline import Timeline
from accessnews.normalize.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as the bundle has it: checked, upright, without metadata."""

    path: str  # in the bundle, with forward slashes
    media_type: str
    width: int  # pixels
    height: int
    data: bytes


class Blob:
    """Bytes that lie in an open file: a programme of ten hours is never whole in memory. Its length is ``len``."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._lock = Lock()
        self._start, self._end = 0, stream.seek(0, SEEK_END)
        self._whole: Blob | None = None  # of a part: kept, with its file open, for as long as the part lives

    @classmethod
    def of(cls, fill: Callable[[IO[bytes]], object]) -> "Blob":
        """What ``fill`` writes, in a temporary file without a name, gone when nobody holds the blob any more."""
        with ExitStack() as stack:
            file = stack.enter_context(tempfile.TemporaryFile(prefix="accessnews-"))
            fill(file)
            blob = cls(file)
            finalize(blob, stack.pop_all().close)
        return blob

    def __len__(self) -> int:
        return self._end - self._start

    def part(self, start: int, end: int) -> "Blob":
        """Bytes ``start`` to ``end`` of it, which stay where they lie."""
        part = copy(self)
        part._start, part._end = (min(self._start + max(at, 0), self._end) for at in (start, end))
        part._whole = self
        return part

    def pieces(self, size: int = 1 << 20) -> Iterator[bytes]:
        """All of it, from the start, ``size`` bytes at a time; for several threads at once if need be."""
        for start in range(self._start, self._end, size):
            with self._lock:
                self._stream.seek(start)
                piece = self._stream.read(min(size, self._end - start))
            yield piece


@dataclass(frozen=True, slots=True)
class Recording:
    """The programme, encoded. Levels are those of what comes out of it again."""

    data: Blob
    media_type: str
    rate: int  # frames a second
    frames: int
    bitrate: int  # kbit/s
    loudness: float  # LUFS, ITU-R BS.1770-4, integrated, mono
    true_peak: float  # dBTP
    pcm: Callable[[], Iterator[bytes]]
    """The programme at its level, for other encoders: signed 16-bit little-endian mono, a piece after the other."""


EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can say: year, month, day, hour, minute, second."""


def readers(voice: Voice, engines: Mapping[str, str]) -> tuple[str, ...]:
    """The voices that read, each with its engine and the version of that: ``newsreader (eSpeak NG 1.52)``."""
    return tuple(f"{name} ({engines[name]})" for name in voice.everyone)


@dataclass(frozen=True, slots=True)
class Edition:
    """A story, described, spoken and arranged, before it takes a form."""

    slug: str
    article: Article  # numbered, described, with a language
    photos: Mapping[str, Photo]  # by figure id; a figure without its picture is not in it
    timeline: Timeline
    recording: Recording
    voice: Voice
    engines: Mapping[str, str]  # with their versions, by voice profile
    settings: Settings
    findings: tuple[Finding, ...]
    stamp: tuple[int, ...] = EARLIEST  # when it was made, as far as its files say; UTC, year to second
    lexicons: Mapping[str, Lexicon] = field(default_factory=dict)  # that its words were looked up in, by BCP 47 tag
    misread: frozenset[str] = frozenset()  # utterances with words in a language that no voice here speaks
    unheard: frozenset[str] = frozenset()  # utterances for which the voice gave no sound
    made: tuple["Artifact", ...] = ()  # for a writer that comes last: what the others have made

    @property
    def readers(self) -> tuple[str, ...]:
        return readers(self.voice, self.engines)

    @property
    def pictures(self) -> tuple[Photo, ...]:
        """Every file of a picture once, in the order of the story: two figures may share one."""
        return tuple({photo.path: photo for photo in self.photos.values()}.values())

    @property
    def programme(self) -> str:
        """Where in the bundle the programme lies, if it is in it."""
        return f"audio/{self.slug}.mp3"


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of a bundle: path with forward slashes, relative to the bundle."""

    path: str
    media_type: str
    data: bytes | Blob
    offer: str = ""  # what readers take it home as: a key of the wording's downloads, else a file; empty: no download
    form: str = ""  # the name of its format, for them

    def pieces(self) -> Iterator[bytes]:
        """What the file holds, in pieces."""
        return iter((self.data,)) if isinstance(self.data, bytes) else self.data.pieces()


class Writer(Protocol):
    """What every module in ``writers/`` has. Its name is that of a format, for ``formats`` and ``--to``.

    One that sets ``LAST = True`` tells of the files of the others, and is asked when they are made; one that sets
    ``FIRST = True`` takes long, and is begun before them. One that has
    ``ready(article)`` raises an AccessNewsError there for what it lacks, before a word is spoken.
    """

    def write(self, edition: Edition) -> Iterator[Artifact]:
        """The files of one output, without touching a disk."""
