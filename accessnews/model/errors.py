"""What can go wrong, as values: a place, a message, a hint and an exit code."""

from dataclasses import dataclass
from enum import IntEnum

_LONGEST_NAMED = 300  # characters of an exception's kind and message


class Exit(IntEnum):
    """Exit codes, the same for every command."""

    FINE = 0
    FINDINGS = 1  # findings at or above --fail-on
    USAGE = 2  # the command line or the configuration is wrong
    FAILED = 3  # something could not be produced
    STOPPED = 130  # interrupted from the keyboard (128 + SIGINT)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a source something stands: a path as the user gave it, a line counted from 1 (0: the whole file)."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


class AccessNewsError(Exception):
    """An error a user can cause or cure. Only the shell prints it, as ``place: message`` and a hint."""

    exit_code = Exit.FAILED

    def __init__(self, message: str, at: Place | None = None, hint: str = "") -> None:
        super().__init__(message, at, hint)  # all three, so that the error survives a process pool
        self.message = message
        self.at = at
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.at}: {self.message}" if self.at else self.message


class UsageError(AccessNewsError):
    """The command line or the configuration asks for something that is not there."""

    exit_code = Exit.USAGE


class InternalError(AccessNewsError):
    """What no user can cause or cure; ``details`` is its traceback."""

    def __init__(self, message: str, at: Place | None = None, hint: str = "", details: str = "") -> None:
        super().__init__(message, at, hint)
        self.args = (message, at, hint, details)  # all four, so that they survive a process pool
        self.details = details


def as_error(error: Exception, at: Place | None = None) -> AccessNewsError:
    """Any exception in words. An AccessNewsError is given back; what nobody foresaw becomes an InternalError.

    It holds nothing but text, and so goes from process to process whatever the exception held.
    """
    if isinstance(error, AccessNewsError):
        return error
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return AccessNewsError(f"{error.filename}: {reason}" if error.filename else reason, at)
    if isinstance(error, MemoryError):
        hint = "close other programs; fewer stories at once need less: --jobs 1"
        return AccessNewsError("not enough memory", at, hint)
    from traceback import format_exception, format_exception_only

    named = " ".join("".join(format_exception_only(error)).split())
    message = f"a fault of accessnews, please report: {named[:_LONGEST_NAMED]}"
    return InternalError(message, at, "accessnews --debug tells the details", "".join(format_exception(error)))


def did_you_mean(name: str, choices: list[str]) -> str:
    """A hint that names the nearest of ``choices``, or lists them all."""
    from difflib import get_close_matches

    near = get_close_matches(name, choices, n=1)
    return f"did you mean {near[0]}?" if near else "known: " + ", ".join(sorted(choices))
