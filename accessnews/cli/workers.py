"""Processes that work side by side, one item each at a time: what kills one takes no item but that one along."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from multiprocessing import Pipe, Process, parent_process
from multiprocessing.connection import Connection, wait
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_MOST_FAILED = 3  # processes in a row that die before they have asked for an item


class _Worker:
    """A process, and the number of the item that it works on."""

    def __init__(self, task: Callable[[Item], object]) -> None:
        self.held: int | None = None
        self.pipe, its_end = Pipe()
        self.process = Process(target=_work, args=(its_end, task))
        self.process.start()
        its_end.close()  # so that the pipe ends with the process

    def end(self) -> int | None:
        """Let it go home, wait until it has, and give its exit code."""
        with suppress(OSError):
            self.pipe.send(None)
        self.process.join()
        self.pipe.close()
        return self.process.exitcode


def side_by_side(
    task: Callable[[Item], Result], items: Sequence[Item], count: int, died: Callable[[Item, int | None], Result]
) -> Generator[tuple[int, Result], None, None]:
    """The results of ``task``, each with the number of its item and as soon as it is there, from ``count`` processes.

    ``task`` must not raise. ``died`` makes the result of an item whose process has died with it, of that process's
    exit code as ``Process.exitcode`` has it, or of None where no process can be started. An item is not
    tried twice; another process goes on with those that nobody has begun.
    """
    waiting, workers, failed = deque(range(len(items))), list[_Worker](), 0
    try:
        while workers or (waiting and failed < _MOST_FAILED):
            if waiting and len(workers) < count and failed < _MOST_FAILED:
                try:
                    workers.append(_Worker(task))
                except OSError:  # the system has no room for another process
                    failed += 1
                continue
            ready = wait([worker.pipe for worker in workers])
            for worker in [worker for worker in workers if worker.pipe in ready]:
                number, worker.held = worker.held, None
                try:
                    result = worker.pipe.recv()
                except (EOFError, OSError):
                    failed += number is None
                    result = died(items[number], worker.end()) if number is not None else None
                    workers.remove(worker)
                else:
                    failed = 0 if number is not None else failed
                    if not _has_taken(worker, waiting, items):
                        failed += bool(waiting)
                        workers.remove(worker)
                        worker.end()
                if number is not None:
                    yield number, result
        yield from ((number, died(items[number], None)) for number in waiting)
    except BaseException:
        for worker in workers:
            worker.process.terminate()
        raise
    finally:
        for worker in workers:
            worker.end()


def _has_taken(worker: _Worker, waiting: deque[int], items: Sequence[Item]) -> bool:
    """Hand a worker the next item, if there is one; a worker that has died in the meantime takes none."""
    if not waiting:
        return False
    try:
        worker.pipe.send(items[waiting[0]])
    except OSError:
        return False
    worker.held = waiting.popleft()
    return True


def _work(pipe: Connection, task: Callable[[Item], object]) -> None:
    _belong_to_parent()
    with suppress(EOFError, OSError):  # the parent has gone
        pipe.send(None)  # ready
        for item in iter(pipe.recv, None):
            pipe.send(task(item))


def _belong_to_parent() -> None:
    """A worker leaves interrupts to its parent, and ends when that is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)

    parent = parent_process()

    def watch() -> None:
        if parent:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
