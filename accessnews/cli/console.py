"""The console: what the shell says and where. Results on stdout; progress, findings and errors on stderr."""

import json
import os
import re
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from accessnews.model.errors import AccessNewsError, Exit, InternalError
from accessnews.model.findings import Finding, Severity
from accessnews.text.unicode import CONTROLS, DIRECTIONS

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_STEERING = re.compile(rf"[{CONTROLS}{DIRECTIONS}\u2028\u2029]")
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


_details = False


def show_details(wanted: bool) -> None:
    """Whether errors that nobody foresaw are told with their traceback."""
    global _details
    _details = wanted


def plain(text: object) -> str:
    """Text that cannot steer a terminal or a log: control characters become a replacement mark."""
    return _STEERING.sub("\ufffd", str(text))


def say(text: object = "", several: bool = False) -> None:
    """A line of result, on stdout, or ``several``; a line break out of a story or a name makes no second line."""
    for line in str(text).split("\n") if several else [text]:
        sys.stdout.write(plain(line) + "\n")


def say_record(record: Mapping[str, object]) -> None:
    """A JSON object on a line of its own, at once: whoever reads may be waiting for it."""
    sys.stdout.write(_json(record, None) + "\n")
    sys.stdout.flush()


def _json(document: object, indent: int | None) -> str:
    """JSON; what stdout cannot write, or could steer a terminal, stands in it as a number."""
    encoding = (sys.stdout.encoding or "utf-8").lower().replace("_", "-")
    ascii_only = encoding not in ("utf-8", "utf8")
    text = json.dumps(document, ensure_ascii=ascii_only, allow_nan=False, indent=indent)
    return _STEERING.sub(lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", text)


def note(text: object, several: bool = False) -> None:
    """A line for the person, on stderr, or ``several``."""
    for line in str(text).split("\n") if several else [text]:
        sys.stderr.write(plain(line) + "\n")


def ask(prompt: str) -> str:
    """The line that the person types. Raises EOFError where there is nobody any more."""
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\n")


def tell_error(error: AccessNewsError, style: str) -> None:
    """An error, with its place and its hint, or with its details where they are wanted."""
    details = error.details.rstrip() if _details and isinstance(error, InternalError) else ""
    if style == "github":
        path, line = (error.at.path, error.at.line) if error.at else ("", 0)
        message = "; ".join(filter(None, (error.message, error.hint)))
        note(_command("error", path, line, "error", "\n".join(filter(None, (message, details)))))
        return
    note(error if error.at else f"accessnews: {error}")
    if error.hint and not details:
        note(f"  hint: {error.hint}")
    for detail in details.splitlines():
        note(f"  | {detail}")  # so that no line of it can be taken for an order to a CI job


def tell_errors(errors: Sequence[AccessNewsError], style: str) -> int:
    """Errors, and the exit code that the gravest of them gives; 0 where there are none."""
    for error in errors:
        tell_error(error, style)
    return max((error.exit_code for error in errors), default=Exit.FINE)


def tell_findings(findings: Iterable[Finding], style: str) -> None:
    """Findings, the gravest first: a page of annotations shows only the first ten of a kind. A hint is told once."""
    hints = set()
    ordered = sorted(findings, key=lambda finding: (_ORDER[finding.severity], finding.at))
    for finding in ordered:
        if style == "github":
            at = finding.at
            note(_command(_GITHUB[finding.severity], at.path, at.line, finding.code, finding.message))
            continue
        note(f"{finding.at}: {finding.severity}: {finding.code} {finding.message}")
        if finding.hint and finding.hint not in hints:
            note(f"  hint: {finding.hint}")
            hints.add(finding.hint)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if style == "github" and summary:
        _summarise(ordered, Path(summary))


def _command(kind: str, path: str, line: int, title: str, message: str) -> str:
    """A workflow command; nothing in a story can open or end one."""

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def attribute(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    where = f"file={attribute(path)},line={line or 1}," if path else ""
    return f"::{kind} {where}title={attribute(title)}::{data(message)}"


def _summarise(findings: list[Finding], file: Path) -> None:
    def cell(text: object) -> str:
        return re.sub(r"([\\|<>`*_\[\]])", r"\\\1", plain(text)).replace("\n", " ")

    rows = [f"| {cell(f.at)} | {f.severity} | {f.code} | {cell(f.message)} |" for f in findings]
    head = ["### accessnews", "", "| Place | Severity | Code | Message |", "| --- | --- | --- | --- |"]
    try:
        with file.open("a", encoding="utf-8", errors="replace") as stream:
            stream.write("\n".join([*head, *rows]) + "\n")
    except OSError as error:
        note(f"accessnews: no summary for this step: {error}")


def as_json(document: object) -> str:
    """JSON on several lines; like all of it, ASCII where stdout is not UTF-8."""
    return _json(document, 2)


def finding_record(finding: Finding) -> dict[str, object]:
    """A finding as one JSON object."""
    return {
        "file": finding.at.path,
        "line": finding.at.line or None,
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message,
        "hint": finding.hint or None,
    }


def error_record(error: AccessNewsError) -> dict[str, object]:
    """An error as one JSON object."""
    return {
        "file": error.at.path if error.at else None,
        "line": (error.at.line or None) if error.at else None,
        "message": error.message,
        "hint": error.hint or None,
    }


def exit_code(findings: Iterable[Finding], fail_on: str) -> Exit:
    """FINDINGS where one is at or above ``fail_on``."""
    limit = {"error": 0, "warning": 1, "never": -1}[fail_on]
    return Exit.FINDINGS if any(_ORDER[finding.severity] <= limit for finding in findings) else Exit.FINE


class ProgressLine:
    """One line that is written over, on a terminal; nothing in a pipe."""

    def __init__(self, name: str, quiet: bool) -> None:
        self.name = plain(name)
        self.shown = not quiet and sys.stderr.isatty()
        self._last = 0.0
        self._stage, self._began = "", 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if not self.shown or (now - self._last < 0.1 and done != total):
            return
        self._last = now
        if stage != self._stage:
            self._stage, self._began = stage, now
        count = f" {done} of {total}{_left(now - self._began, done, total)}" if total else ""
        sys.stderr.write(f"\r\x1b[K{self.name}: {stage}{count}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Leave no trace of the line."""
        if self.shown and self._last:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _left(elapsed: float, done: int, total: int) -> str:
    """How much longer a stage takes if it goes on as it went, once that can be told; ``elapsed`` in seconds."""
    if elapsed < 3 or not done or done == total:
        return ""
    seconds = round(elapsed * (total - done) / done)
    return f", about {seconds} s left" if seconds < 90 else f", about {round(seconds / 60)} min left"
