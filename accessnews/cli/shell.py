"""What a shell sees of a command: mended streams, an exit code, and errors in words. No traceback reaches a user."""

import os
import signal
import sys
from collections.abc import Callable

from accessnews.model.errors import Exit, as_error


def exit_code_of(command: Callable[[], int | None]) -> int:
    """Run a command and give its exit code, whatever it raises."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    _mend_streams()
    try:
        code = int(command() or 0)
        if code == Exit.STOPPED:  # the option parser's own end where it was interrupted
            raise KeyboardInterrupt
        sys.stdout.flush()
        return code
    except SystemExit as stop:
        if stop.code == 1:  # the option parser's own end where whoever read our output has gone
            return Exit.FAILED
        raise
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 (whatever it is, it is told in words)
        return _report(error)


def _mend_streams() -> None:
    """Replace closed standard streams by os.devnull; write what a stream's encoding lacks as its number.

    A byte on stdin that is no letter becomes half of one, which no text is to have.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 (open to the end)
    sys.stdin.reconfigure(errors="surrogateescape")  # type: ignore[union-attr]  # a real stream has it
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 (open to the end)
        else:
            stream.reconfigure(errors="backslashreplace")


def _report(error: Exception | KeyboardInterrupt) -> int:
    """Print what went wrong and give the exit code."""
    from accessnews.cli import console

    if isinstance(error, KeyboardInterrupt):
        console.note("accessnews: stopped; unfinished bundles were not published")
        return Exit.STOPPED
    if isinstance(error, OSError):
        # Whoever read our output has gone, or its disk is full: no more on it, not even when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            console.note(f"accessnews: {error}")
        return Exit.FAILED
    usage = _usage_error(error)
    if usage is not None:
        console.note(usage, several=True)
        return Exit.USAGE
    explained = as_error(error)
    console.tell_error(explained, "text")
    return explained.exit_code


def _usage_error(error: Exception) -> str | None:
    """The words of an error that the option parser raised."""
    message = getattr(error, "format_message", None)
    if message is None:
        return None
    words = str(message())
    if words.startswith("Usage:"):
        return words
    words, context = words.replace("\n", " "), getattr(error, "ctx", None)
    hint = f"\n  hint: {context.command_path} --help" if context else ""
    return f"accessnews: {words}{hint}"
