"""eSpeak NG through pyttsx3's own binding.

The public API of pyttsx3 writes files, gives no word times and buffers quadratically; its binding
(``pyttsx3.drivers._espeak``) knows all that eSpeak has. The library and its data come from the wheel
``espeakng-loader``, or from the system where that is not installed.

A library has one state and says one thing at a time. To use several cores, copies of it are loaded, each with a
state of its own: that takes some milliseconds, where a process would take some hundred.
"""

import ctypes
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from queue import Empty, LifoQueue
from types import ModuleType
from typing import NamedTuple

from accessnews.model.errors import AccessNewsError
from accessnews.tts._espeak.installed import REINSTALL, bundled, system_data, with_variant
from accessnews.tts._espeak.notation import Phonemes
from accessnews.tts._espeak.phonemes import mnemonics
from accessnews.tts._espeak.synthesiser import Sound, Synthesiser

__all__ = ["MOST", "Phonemes", "Sound", "Synthesiser", "borrowed", "mnemonics", "synthesiser"]

MOST = min(os.cpu_count() or 1, 4)
"""Synthesisers that there are at the most."""


class _Installation(NamedTuple):
    binding: ModuleType
    library: Path | None  # of which copies can be made
    data: Path


@cache
def synthesiser() -> Synthesiser:
    """The first one of this process."""
    installation = _installation()
    return Synthesiser(installation.binding, installation.binding.dll, installation.data)


@contextmanager
def borrowed() -> Iterator[Synthesiser]:
    """A synthesiser that no other thread has borrowed; who comes when all are lent waits."""
    lent = _stock.take()
    try:
        yield lent
    finally:
        _stock.give(lent)


class _Stock:
    """The synthesisers of this process, each made when it is first wanted."""

    def __init__(self) -> None:
        self._idle: LifoQueue[Synthesiser] = LifoQueue()
        self._making = threading.Lock()
        self._count = 0
        self._most = MOST

    def take(self) -> Synthesiser:
        try:
            return self._idle.get_nowait()
        except Empty:
            return self._another() or self._idle.get()

    def give(self, idle: Synthesiser) -> None:
        self._idle.put(idle)

    def _another(self) -> Synthesiser | None:
        with self._making:
            if self._count == self._most:
                return None
            added = _copy() if self._count else synthesiser()
            if added:
                self._count += 1
            else:
                self._most = self._count
            return added


_stock = _Stock()


def _copy() -> Synthesiser | None:
    """One with a copy of the library: another file is another library to the system. None where that cannot be."""
    installation = _installation()
    if not installation.library:
        return None
    try:
        with tempfile.TemporaryDirectory(prefix="accessnews-") as folder:
            library = ctypes.CDLL(shutil.copy(installation.library, folder))
        return Synthesiser(installation.binding, library, installation.data)
    except OSError:  # no room for it, or a folder from which nothing may be run
        return None


@cache
def _installation() -> _Installation:
    """The wheel's, or the system's where the wheel is not installed."""
    wheel = bundled()
    if wheel:
        # Loaded by path first, it is the one that the binding's look-up by name then finds.
        ctypes.CDLL(str(wheel[0]))
    try:
        from pyttsx3.drivers import _espeak
    except (RuntimeError, OSError, ImportError) as error:
        hint = "install espeakng-loader with pip, or the package espeak-ng of your system"
        raise AccessNewsError("no eSpeak NG library is to be found", hint=hint) from error
    data = wheel[1] if wheel else system_data(_espeak)
    if not (data / "phontab").is_file():
        raise AccessNewsError(f"eSpeak NG's data is not complete: no phontab in {data}", hint=REINSTALL)
    return _Installation(_espeak, wheel[0] if wheel else None, with_variant(data))
