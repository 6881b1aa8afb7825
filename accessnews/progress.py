"""Progress: a stage says how far it is; whoever listens draws a bar, a line or nothing."""

from typing import Protocol


class Listener(Protocol):
    """Told of progress. Called in the process that runs the stage."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """``done`` of ``total`` steps of ``stage`` are over; ``total`` is 0 where it is not known."""


def silent(stage: str, done: int, total: int) -> None:
    """The listener that says nothing."""
