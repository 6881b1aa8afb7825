"""Stories with faults in them, by the thousand: ``python -m tests.bench fuzz [READER … [COUNT [SEED]]]``.

Every input is a story of this repository that was cut, joined, repeated or written over. A reader gives an article or
an error of ours; any other error is printed with the number by which it comes again.
"""

import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from accessnews import readers
from accessnews.model.errors import AccessNewsError, InternalError
from accessnews.model.plugins import names
from tests.bench._varying import varied

TAKES = "[READER … [COUNT [SEED]]]"
_COUNT = 300
_TOLD = 5  # errors that are printed


@dataclass(slots=True)
class Outcome:
    """What became of the inputs."""

    read: int = 0
    refused: int = 0
    faults: Counter[str] = field(default_factory=Counter)  # foreign errors, by kind and place
    numbers: dict[str, int] = field(default_factory=dict)  # an input for each of them
    slowest: float = 0.0  # seconds
    slowest_number: int = 0


def main(*arguments: str) -> None:
    figures = [int(argument) for argument in arguments if argument.isdecimal()]
    chosen = [argument for argument in arguments if not argument.isdecimal()] or names("readers")
    count, seed = (*figures, *(_COUNT, 1)[len(figures) :])
    for reader in chosen:
        started = time.perf_counter()
        outcome = fuzz(reader, count, seed)
        taken = time.perf_counter() - started
        print(
            f"{reader:<10}{count} inputs, seed {seed}: {outcome.read} read, {outcome.refused} refused, "
            f"{outcome.faults.total()} foreign errors; {taken:.0f} s, "
            f"the slowest {outcome.slowest:.2f} s (input {outcome.slowest_number})"
        )
        for fault, times in outcome.faults.most_common(_TOLD):
            print(f"  {times} × {fault}, input {outcome.numbers[fault]}")


def fuzz(reader: str, count: int, seed: int) -> Outcome:
    """Read ``count`` inputs; the same seed gives the same ones."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            suffix, data = varied(reader, seed, number)
            path = Path(folder, f"story{suffix}")
            path.write_bytes(data)
            started = time.perf_counter()
            _read(outcome, number, path)
            taken = time.perf_counter() - started
            if taken > outcome.slowest:
                outcome.slowest, outcome.slowest_number = taken, number
    return outcome


def _read(outcome: Outcome, number: int, path: Path) -> None:
    try:
        readers.read(path)
        outcome.read += 1
    except InternalError as error:
        _note(outcome, number, error)
    except AccessNewsError:
        outcome.refused += 1
    except Exception as error:  # noqa: BLE001 (it is what is looked for)
        _note(outcome, number, error)


def _note(outcome: Outcome, number: int, error: Exception) -> None:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    fault = f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno}"
    outcome.faults[fault] += 1
    outcome.numbers.setdefault(fault, number)
