"""The pictures of stories with their text alternatives, as lines of text or as records."""

from collections.abc import Iterator
from pathlib import Path

from accessnews.alttext import batch
from accessnews.cli import console
from accessnews.model.alt import DescribedArticle
from accessnews.model.article import Figure, figures
from accessnews.model.errors import AccessNewsError, Place, as_error
from accessnews.model.settings import Settings
from accessnews.pipeline.recipe import describe
from accessnews.text.raised import in_plain_text


def show(stories: list[Path], settings: Settings, style: str, quiet: bool) -> int:
    """Print the pictures of stories; one story's error does not stop the others. Gives the exit code."""
    articles, errors = _described(stories, settings)
    if style == "json":
        console.say(console.as_json([_record(article) for article in articles]), several=True)
    elif style == "jsonl":
        for article in articles:
            for figure in figures(article):
                console.say_record(batch.record(figure.key, article.alt(figure)))
    else:
        for article in articles:
            for line in _lines(article):
                console.say(line)
    findings = [finding for article in articles for finding in article.findings]
    if not quiet and style in ("text", "github"):
        console.tell_findings(findings, style)
    return console.tell_errors(errors, style) or console.exit_code(findings, settings.fail_on)


def _described(stories: list[Path], settings: Settings) -> tuple[list[DescribedArticle], list[AccessNewsError]]:
    """The stories with a text alternative for every picture, and the errors of those that have none."""
    articles, errors = [], []
    for story in stories:
        try:
            articles.append(describe(story, settings).article)
        except Exception as error:  # noqa: BLE001 (one story's fault is not that of the others)
            errors.append(as_error(error, Place(str(story))))
    return articles, errors


def _lines(article: DescribedArticle) -> Iterator[str]:
    """A paragraph for every picture."""
    pictures = figures(article)
    if not pictures:
        yield f"{article.path}: no pictures"
    for number, figure in enumerate(pictures, 1):
        alt = article.alt(figure)
        yield f"{figure.at}: picture {number} of {len(pictures)}, {alt.kind}, {alt.state}"
        yield f"  alt: {alt.alt}"
        if alt.reasons:
            yield f"  reasons: {', '.join(alt.reasons)}"
        yield f"  caption: {in_plain_text(figure.caption)}"
        yield f"  credit: {alt.credit or 'none'}"
        yield ""


def _record(article: DescribedArticle) -> dict[str, object]:
    """The pictures of an article as one JSON object."""
    return {"story": str(article.path), "images": [_picture(figure, article) for figure in figures(article)]}


def _picture(figure: Figure, article: DescribedArticle) -> dict[str, object]:
    alt = article.alt(figure)
    return {
        "id": figure.id,
        "line": figure.at.line,
        "src": figure.src,
        "alt": alt.alt,
        "state": alt.state,
        "origin": alt.origin,
        "kind": alt.kind,
        "reasons": list(alt.reasons),
        "caption": in_plain_text(figure.caption),
        "credit": alt.credit,
    }
