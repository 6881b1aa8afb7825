"""How long a command takes and how much memory it has at most."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """A command that has ended well. ``megabytes`` is the resident set of its process at its largest."""

    seconds: float
    megabytes: float
    printed: str


def run(*command: str) -> Run:
    """Raises CalledProcessError, with what was said, for a command that fails."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=errors, env=environment, text=True)
        _, status, usage = os.wait4(process.pid, 0)
        taken = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command, out.read(), errors.read())
        return Run(taken, usage.ru_maxrss / 1024, out.read())
