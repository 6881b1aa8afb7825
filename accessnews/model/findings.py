"""Findings: what a person should know about a story, each with a stable code out of ``rules/``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from accessnews.model.errors import Place


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
    level: str = ""  # the severity a project gives it; empty: the rule's own

    @property
    def severity(self) -> Severity:
        return Severity(self.level) if self.level else rules()[self.code].severity


OFF = "off"
LEVELS = (*Severity, OFF)
"""What a project can make of a finding's code."""


def levelled(findings: Iterable[Finding], levels: Mapping[str, str]) -> tuple[Finding, ...]:
    """The findings with the level that ``levels`` gives their code, without those that are off."""
    with_levels = (replace(finding, level=levels.get(finding.code, "")) for finding in findings)
    return tuple(finding for finding in with_levels if finding.level != OFF)


def by_place(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of their lines."""
    return tuple(sorted(findings, key=lambda finding: (finding.at.line, finding.code, finding.message)))


@cache
def rules() -> dict[str, Rule]:
    """Every rule there is, by code."""
    import tomllib
    from importlib.resources import files

    table: dict[str, dict[str, str]] = {}
    for source in sorted(files("accessnews.model.rules").iterdir(), key=lambda source: source.name):
        if source.name.endswith(".toml"):
            table |= tomllib.loads(source.read_text("utf-8"))
    return {
        code: Rule(code, Severity(entry["severity"]), entry["summary"], entry["why"], entry["fix"])
        for code, entry in table.items()
    }
