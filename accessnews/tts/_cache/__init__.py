"""The store: speech kept on disk, for engines whose sound costs more to make than to fetch.

A store is never in the way: a disk that is full, a folder that cannot be read or written to or that vanishes
only makes it slower. Then it goes quiet, and ``disabled_reason`` says why. Any number of processes may share it.
"""

import contextlib
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.findings import Finding
from accessnews.model.settings import Settings
from accessnews.narration.script import Utterance
from accessnews.narration.speech import Say, SynthesizedSpeech
from accessnews.text.files import cache_folder, open_regular
from accessnews.tts._cache.entry import FRONT, decode, encode, key, maker_of
from accessnews.tts._cache.folder import (
    Evicted,
    adopt,
    check,
    evict,
    is_busy,
    path_of,
    remove_empty_dirs,
    survey,
    write,
)

__all__ = ["LIMIT", "Evicted", "Stats", "Store", "cached", "key", "store_at"]

LIMIT = 1_000_000_000
"""Bytes: more than six hours of speech at 22,050 frames a second."""

_STEP = 64  # a store looks again at what is there after writing this part of its limit
_ROOM = 16  # and then makes room for this part of it
_TOUCHED = 3_600  # seconds; an entry asked for every minute need not be written to every minute


@dataclass(frozen=True, slots=True)
class Stats:
    """What a store holds."""

    entries: int = 0
    size: int = 0  # bytes
    oldest: float | None = None  # when the entry longest unused was last asked for; seconds since 1970
    newest: float | None = None
    makers: tuple[tuple[str, int, int], ...] = ()  # name, entries, bytes; the largest first


class Store:
    """Speech by key, in ``folder``, of ``limit`` bytes at most. Any number of threads may share one.

    One process never keeps more than that. Others know what it wrote when they look again: together they may
    pass it by a 64th each.
    """

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self.folder = folder.absolute()  # whatever becomes of the current folder
        self.limit = limit
        self.disabled_reason = ""  # why it has gone quiet, in one line
        self._lock = threading.Lock()
        self._readable = self._writable = True
        self._adopted = False
        self._total = 0  # bytes known to be there
        self._fresh = 0  # bytes written since it was last looked

    def get(self, key: str) -> SynthesizedSpeech | None:
        """What was put under a key; None where there is nothing whole."""
        return self._read(key) if self._readable else None

    def _read(self, key: str) -> SynthesizedSpeech | None:
        """An entry that is damaged, another program's or a later version's is removed."""
        path = path_of(self.folder, key)
        try:
            with open_regular(path) as stream:
                status = os.fstat(stream.fileno())
                data = stream.read() if status.st_size <= self.limit else b""
        except OSError as error:
            if not (isinstance(error, FileNotFoundError | NotADirectoryError) or is_busy(error)):
                self._fall_silent(f"cannot read speech kept in {self.folder}: {error.strerror or error}")
                self._readable = False
            return None
        speech = decode(key, data)
        with contextlib.suppress(OSError):  # of a store that can only be read
            if speech is None:
                path.unlink(missing_ok=True)
            elif abs(time.time() - status.st_mtime) > _TOUCHED:
                os.utime(path)
        return speech

    def put(self, key: str, speech: SynthesizedSpeech, maker: str = "") -> None:
        """Keep a speech, or leave it where it cannot be kept. ``maker`` is told in the stats."""
        data = encode(key, speech, maker)
        if data is None or len(data) > self.limit or not self._writable:
            return
        try:
            self._adopt()
            write(self.folder, key, data)
            self._grow(len(data))
        except OSError as error:
            self._fall_silent(f"cannot keep speech in {self.folder}: {error.strerror or error}")
        except AccessNewsError as error:
            self._fall_silent(error.message)

    def _adopt(self) -> None:
        with self._lock:
            if not self._adopted:
                adopt(self.folder)
                self._look()
                self._adopted = True

    def _grow(self, size: int) -> None:
        """Look at what is there, and make room, only now and then: a full gigabyte takes 50 ms."""
        with self._lock:
            self._total += size
            self._fresh += size
            if self._total > self.limit or self._fresh > self.limit // _STEP:
                self._look()

    def _look(self) -> None:
        _, self._total = evict(self.folder, self.limit, self.limit // _ROOM)
        self._fresh = 0

    def _fall_silent(self, reason: str) -> None:
        self._writable = False
        self.disabled_reason = self.disabled_reason or reason

    def findings(self, at: Place) -> Iterator[Finding]:
        """That it has gone quiet while the story at ``at`` was spoken, and why."""
        if self.disabled_reason:
            yield Finding("speech-not-kept", self.disabled_reason, at, "name another folder with --cache")

    def stats(self) -> Stats:
        """What the store holds now. Raises AccessNewsError where that cannot be told."""
        with self._explained():
            entries, _ = survey(self.folder)
            makers: dict[str, tuple[int, int]] = {}
            for entry in entries:
                with contextlib.suppress(FileNotFoundError), entry.path.open("rb", buffering=0) as stream:
                    maker = maker_of(stream.read(FRONT))
                    count, size = makers.get(maker, (0, 0))
                    makers[maker] = count + 1, size + entry.size
        return Stats(
            len(entries),
            sum(entry.size for entry in entries),
            min((entry.used for entry in entries), default=None),
            max((entry.used for entry in entries), default=None),
            tuple(sorted(((maker, *held) for maker, held in makers.items()), key=lambda held: -held[2])),
        )

    def prune(self, limit: int | None = None) -> Evicted:
        """Remove the least recently used entries until the rest has ``limit`` bytes, by default the store's own.

        Raises UsageError for a folder that is no store, AccessNewsError where files cannot be removed.
        """
        with self._explained():
            evicted, _ = evict(self.folder, self.limit if limit is None else limit)
        return evicted

    def clear(self) -> Evicted:
        """Remove all entries, and nothing else. Raises as ``prune`` does."""
        evicted = self.prune(-1)
        remove_empty_dirs(self.folder)
        return evicted

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Only a store is looked into or emptied; a folder that is not there is an empty one."""
        try:
            if self.folder.exists():
                check(self.folder)
            yield
        except OSError as error:
            where = error.filename or self.folder
            raise AccessNewsError(f"{where}: {error.strerror or error}", hint="see --cache") from error


def store_of(settings: Settings) -> Store | None:
    """Where a project keeps costly speech, if it wants that."""
    if not settings.keep_speech:
        return None
    return store_at(settings.cache)


def store_at(cache: str | None) -> Store:
    """The store in the folder ``cache``, or in the one that the platform has for such."""
    return Store(Path(cache) if cache else cache_folder() / "speech")


def cached(say: Say, identity: str, store: Store) -> Say:
    """A Say that makes a sound only where the store has none.

    ``identity`` is what the engine says of all else that shapes its sounds; up to its first comma it names
    their maker. Threads may share it as they may share ``say``.
    """
    maker = identity.split(",")[0].strip()

    def fetch(utterance: Utterance) -> SynthesizedSpeech:
        name = key(identity, utterance)
        speech = store.get(name)
        if speech is None:
            speech = say(utterance)
            store.put(name, speech, maker)
        return speech

    return fetch
