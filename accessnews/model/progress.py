"""What the shell hands to a stage: who is told how far it is, and how it does many things; and where time goes."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Listener(Protocol):
    """Told of progress. Called in the process that runs the stage."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """``done`` of ``total`` steps of ``stage`` are over; ``total`` is 0 where it is not known."""


def silent(stage: str, done: int, total: int) -> None:
    """The listener that says nothing."""


class Each(Protocol):
    """``map``, or a pool's."""

    def __call__(self, work: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]:
        """What ``work`` makes of each of the items, in their order."""


class Stopwatch:
    """Wall time by stage, in seconds."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def note(self, stage: str) -> None:
        """Count the time since the last call, or since the beginning, to a stage."""
        now = time.perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._last
        self._last = now
