"""Embargoes: no story goes out before its moment, unless somebody says that it may."""

from dataclasses import replace
from datetime import UTC, datetime

from accessnews.model.alt import DescribedArticle
from accessnews.model.errors import AccessNewsError
from accessnews.model.findings import Finding, Severity

_LATEST = "T00:00:00-12:00"  # a day begins last there on Earth
_ANYWAY = "--ignore-embargo (ignore_embargo=True from Python) makes an edition before"


def held(article: DescribedArticle, is_ignored: bool, now: datetime | None = None) -> DescribedArticle:
    """``article``, if it may go out ``now``, at this moment by default; or with a finding, where ``is_ignored``.

    Raises AccessNewsError where it may not, or nobody can tell.
    """
    findings = tuple(_judged(finding, is_ignored) for finding in article.findings)
    if article.embargo and _moment(article) > (now or datetime.now(UTC)):
        message = f"embargo: not to be published before {_shown(article.embargo)}"
        if not is_ignored:
            raise AccessNewsError(message, article.at, f"render it then; {_ANYWAY}")
        findings = (
            *findings,
            Finding("embargo-ignored", message, article.at, "keep the edition to yourselves till then"),
        )
    return replace(article, findings=findings)


def _judged(finding: Finding, is_ignored: bool) -> Finding:
    """A finding as it is, unless it says that an embargo could not be read."""
    if finding.code != "embargo-unreadable":
        return finding
    if is_ignored:
        return Finding(
            "embargo-ignored", finding.message, finding.at, "keep the edition to yourselves till it is over"
        )
    if finding.severity == Severity.ERROR:
        raise AccessNewsError(f"embargo: {finding.message}", finding.at, f"{finding.hint}; {_ANYWAY}")
    return finding


def _moment(article: DescribedArticle) -> datetime:
    """When an embargo ends; one that nobody can read is as an unread one."""
    text = article.embargo if "T" in article.embargo else article.embargo + _LATEST
    try:
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo else datetime.fromisoformat(text + _LATEST[-6:])
    except ValueError:
        hint = f"a date, or a date and time with its zone; {_ANYWAY}"
        raise AccessNewsError(f"embargo: cannot read the moment {article.embargo[:60]!a}", article.at, hint) from None


def _shown(moment: str) -> str:
    """A moment as the story says it; one without a zone is over when it is over everywhere."""
    text = moment.replace("T", " ")
    return (
        f"{text.removesuffix('-12:00')} anywhere on Earth" if text.endswith("-12:00") or "T" not in moment else text
    )
