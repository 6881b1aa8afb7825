"""Findings: what a person should know about a story, each with a stable code out of ``rules/``."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from accessnews.errors import Place


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding: what ``accessnews explain CODE`` says about it."""

    code: str
    severity: Severity
    summary: str
    why: str
    fix: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found at one place. ``code`` names a rule."""

    code: str
    message: str
    at: Place
    hint: str = ""

    @property
    def severity(self) -> Severity:
        return rules()[self.code].severity


@cache
def rules() -> dict[str, Rule]:
    """Every rule there is, by code."""
    import tomllib
    from importlib.resources import files

    table: dict[str, dict[str, str]] = {}
    for source in sorted(files("accessnews.rules").iterdir(), key=lambda source: source.name):
        if source.name.endswith(".toml"):
            table |= tomllib.loads(source.read_text("utf-8"))
    return {
        code: Rule(code, Severity(entry["severity"]), entry["summary"], entry["why"], entry["fix"])
        for code, entry in table.items()
    }
