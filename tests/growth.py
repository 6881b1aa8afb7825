"""Proof that work grows with its input and not with the square of it, on a machine that is slow or busy, too."""

import gc
import time
from collections.abc import Callable

TIMES = 8
MOST = 2 * TIMES  # the square would be 64 times
LEAST = 0.002  # seconds: below that the clock is too coarse


def assert_grows_with_its_length(work: Callable[[int], object], length: int) -> None:
    """Eight times the length takes about eight times the CPU time.

    Whatever else runs makes CPU time dearer for a moment and never cheaper: the least of several runs counts, and
    only what is too much in all of them is a failure.
    """
    short, long = min(_seconds(work, length // TIMES) for _ in range(2)), float("inf")  # the first fills caches
    for _ in range(5):
        long = min(long, _seconds(work, length))
        if long < MOST * max(short, LEAST):
            return
        short = min(short, _seconds(work, length // TIMES))
    raise AssertionError(
        f"{TIMES} times the length took {long / short:.0f} times as long: {short:.3f} s, {long:.3f} s"
    )


def _seconds(work: Callable[[int], object], length: int) -> float:
    """CPU time without the garbage of all the tests before."""
    gc.collect(0)
    gc.disable()
    try:
        begin = time.process_time()
        work(length)
        return time.process_time() - begin
    finally:
        gc.enable()
