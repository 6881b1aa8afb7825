"""Processes that put and fetch numbered speech in one folder: ``python -m tests.tts.cache_writers JOB FOLDER …``."""

import os
import random
import sys
from pathlib import Path

from accessnews.model.errors import Place
from accessnews.narration.script import Role, Utterance
from accessnews.narration.speech import SynthesizedSpeech, WordBoundary
from accessnews.tts._cache import Store, key

SILENT = Utterance("b01s1", Role.BODY, "en", Place("harbour.md", 3), ())


def name(number: int) -> str:
    """A key as good as any."""
    return key(f"number {number}", SILENT)


def speech(number: int, frames: int = 500) -> SynthesizedSpeech:
    """A sound that can be told from every other."""
    noise = random.Random(number).randbytes(2 * frames)  # noqa: S311 (nothing here is a secret)
    return SynthesizedSpeech(noise, 16_000 + number, (WordBoundary(number, number + 5, 7 * number),))


def holds(store: Store, *numbers: int) -> list[int]:
    """Which of the numbered speeches a store has."""
    return [number for number in numbers if store.get(name(number)) == speech(number)]


def hammer(folder: Path, limit: int, seed: int, turns: int) -> None:
    """Put and fetch the same forty again and again, prune and clear in between. Nothing half may be seen."""
    store = Store(folder, limit)
    dice = random.Random(seed)  # noqa: S311 (nothing here is a secret)
    fetched = 0
    for turn in range(turns):
        number = dice.randrange(40)
        told = store.get(name(number))
        assert told in (None, speech(number, frames=3_000))
        fetched += told is not None
        if told is None or dice.random() < 0.3:
            store.put(name(number), speech(number, frames=3_000))
        if turn % 50 == 49:
            store.prune(limit // 2)
        if turn % 90 == 89:
            store.clear()
    assert store.disabled_reason == "", store.disabled_reason
    print(fetched)


def fill(folder: Path, limit: int, seed: int, turns: int) -> None:
    """Put what nobody else puts."""
    store = Store(folder, limit)
    for turn in range(turns):
        store.put(name(1_000 * seed + turn), speech(turn, frames=1_500))
    print(store.disabled_reason)


def as_nobody(folder: Path) -> None:
    """Fetch and put without the right of root to write where nobody may."""
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    store = Store(folder)
    print(holds(store, 1))
    store.put(name(2), speech(2))
    print(store.disabled_reason)


def on_a_full_disk(folder: Path) -> None:
    """A limit on the size of files stands in for a disk with no room."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))
    store = Store(folder)
    for number, frames in ((1, 500), (2, 5_000), (3, 500)):
        store.put(name(number), speech(number, frames))
    print(holds(store, 1, 2, 3), store.disabled_reason)


if __name__ == "__main__":
    job, folder, *numbers = sys.argv[1:]
    globals()[job](Path(folder), *map(int, numbers))
