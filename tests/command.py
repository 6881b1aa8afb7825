"""The command line, called as from a shell: in a process of its own, or in this one, which starts no interpreter.

Both go through ``main`` and give what a shell sees: the exit code and the bytes on file descriptors 1 and 2. What
depends on a process (signals, pipes, closed streams, the encoding that Python chooses) needs one.
"""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import pytest

from accessnews.__main__ import main

ROOT = Path(__file__).parent.parent
Done = subprocess.CompletedProcess[str]


def surroundings(**more: str) -> dict[str, str]:
    """The environment in which a process finds accessnews."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def in_a_process(*arguments: str, stdin: bytes = b"", **environment: str) -> Done:
    command = [sys.executable, "-m", "accessnews", *arguments]
    done = subprocess.run(
        command, input=stdin, capture_output=True, env=surroundings(**environment), check=False, timeout=60
    )
    return Done(command, done.returncode, _text(done.stdout), _text(done.stderr))


def accessnews(
    *arguments: str, stdin: bytes = b"", encoding: str = "utf-8", cwd: str = ".", **environment: str
) -> Done:
    """In this process, with streams of that encoding."""
    with ExitStack() as stack:
        given, out, err = (stack.enter_context(TemporaryFile()) for _ in range(3))
        given.write(stdin)
        given.seek(0)
        with chdir(cwd), pytest.MonkeyPatch.context() as patch, _streams(patch, [given, out, err], encoding):
            patch.setattr(sys, "argv", ["accessnews", *arguments])
            for name, value in environment.items():
                patch.setenv(name, value)
            terminated = signal.getsignal(signal.SIGTERM)
            try:
                code = main()
            except SystemExit as stop:
                code = int(stop.code or 0)
            finally:
                signal.signal(signal.SIGTERM, terminated)
        for printed in (out, err):
            printed.seek(0)
        return Done(arguments, code, _text(out.read()), _text(err.read()))


class AtATerminal:
    """A process whose stderr is a terminal: it tells how far it is, and nobody has to guess that from a clock."""

    def __init__(self, *arguments: str) -> None:
        self._screen, its_own = os.openpty()
        command = [sys.executable, "-m", "accessnews", *arguments]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=its_own, text=True, env=surroundings()
        )
        os.close(its_own)
        self.told = ""

    def wait_for(self, words: str) -> None:
        while words not in self.told:
            assert self._reads_on(60), self.told

    def end(self, seconds: float = 60) -> str:
        """What it printed, once nobody holds its terminal any more: neither it nor a process that it started."""
        while self._reads_on(seconds):
            pass
        os.close(self._screen)
        return self.process.communicate(timeout=seconds)[0]

    def _reads_on(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._screen], [], [], seconds)
        assert ready, f"nothing for {seconds} seconds after: {self.told}"
        try:
            more = os.read(self._screen, 65_536)
        except OSError:  # how Linux tells that the other end is closed
            return False
        self.told += _text(more)
        return bool(more)


@contextmanager
def _streams(patch: pytest.MonkeyPatch, files: list[IO[bytes]], encoding: str) -> Iterator[None]:
    """Files in the place of the standard streams, for C and for child processes as well."""
    kept = [os.dup(number) for number in range(3)]
    try:
        for number, file in enumerate(files):
            os.dup2(file.fileno(), number)
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            stream = open(number, "w" if number else "r", encoding=encoding, closefd=False)  # noqa: SIM115
            patch.setattr(sys, name, stream)
        yield
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        for number, saved in enumerate(kept):
            os.dup2(saved, number)
            os.close(saved)


def _text(printed: bytes) -> str:
    return printed.decode("utf-8", "replace")
