"""What a person decides about the pictures of a story: at a terminal, or in a spreadsheet and back."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from accessnews.alttext import lint
from accessnews.cli import console
from accessnews.model.alt import DescribedArticle
from accessnews.model.article import Figure
from accessnews.model.errors import Place, UsageError
from accessnews.model.findings import levelled
from accessnews.model.review import Review
from accessnews.model.settings import Settings
from accessnews.pipeline.recipe import describe
from accessnews.reviews import captions, file, spreadsheet, terminal
from accessnews.reviews.snapshots import Snapshots
from accessnews.text.files import write

_BESIDE_A_CAPTION = ("alt-same-as-caption",)


def review(story: Path, settings: Settings) -> terminal.Tally:
    """Walk through a story's open pictures with the person at the terminal."""
    seen = dict(file.load(story))  # before the story: what is newer than this must not be written over
    described = describe(story, settings)
    article = described.article
    _tell_outdated(article, settings)
    snapshots = Snapshots(file.path_of(story))

    def save(decision: Review) -> None:
        snapshots.around(decision.key, lambda: file.save(article, [decision], seen))
        seen.update(file.load(story))

    def undo() -> str:
        key = snapshots.undo()
        seen.clear()
        seen.update(file.load(story))
        return key

    check, former = _checks(article, settings), file.former(seen, article)
    return terminal.review(article, described.files, _prompter(), check, save, former, undo)


def review_sheet(path: Path, settings: Settings, mode: str) -> terminal.Tally:
    """Walk through the open rows of a sheet of captions with the person at the terminal."""
    drafts = captions.open_sheet(path, settings.lang, mode)
    snapshots = Snapshots(path)

    def save(decision: Review) -> None:
        snapshots.around(decision.key, lambda: drafts.save(decision))

    def undo() -> str:
        key = snapshots.undo()
        drafts.reload()
        return key

    article = drafts.article
    check = _checks(article, settings, alone=True)
    return terminal.review(article, drafts.photos(), _prompter(), check, save, undo=undo, written=path)


def _prompter() -> terminal.Prompter:
    edit = terminal.edit_text if sys.stdin.isatty() else None  # an editor would read the answers
    return terminal.Prompter(ask=console.ask, tell=console.say, edit=edit)


def _checks(article: DescribedArticle, settings: Settings, alone: bool = False) -> Callable[[Figure, str], list[str]]:
    """What is wrong with an alt of a picture; ``alone`` is one beside which no caption is to stand."""

    def check(figure: Figure, alt: str) -> list[str]:
        text = replace(article.alt(figure), alt=alt)
        too_long = lint.over_limit(figure, alt, settings.alt_limits)
        found = (*lint.check(figure, text, article.lang), *too_long)
        return [f"{each.code}: {each.message}" for each in found if not (alone and each.code in _BESIDE_A_CAPTION)]

    return check


def export_csv(story: Path, output: Path | None, settings: Settings) -> None:
    """Write the pictures of a story as a spreadsheet, to stdout where no file is named."""
    article = describe(story, settings).article
    _tell_outdated(article, settings)
    sheet = spreadsheet.export(article)
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(sheet)
        return
    for path in (story, file.path_of(story)):
        if os.path.realpath(output) == os.path.realpath(path):
            raise UsageError(f"the sheet would take the place of {path}", Place(str(output)), "choose another name")
    write(output, sheet)


def import_csv(story: Path, sheet: Path, settings: Settings) -> tuple[Path, int]:
    """Read a reviewed spreadsheet into the story's review file; gives that and the number of its decisions."""
    seen = file.load(story)
    article = describe(story, settings).article
    decisions = spreadsheet.read(spreadsheet.open_sheet(sheet), sheet, article)
    path = file.save(article, decisions, seen)
    _tell_outdated(article, settings)
    return path, len(decisions)


def _tell_outdated(article: DescribedArticle, settings: Settings) -> None:
    """Say which reviews no longer fit their story."""
    findings = file.stale(file.load(article.path), article)
    console.tell_findings(levelled(findings, settings.levels), "text")
