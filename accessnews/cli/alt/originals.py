"""What people decided about pictures, written into the photos that a desk keeps, and taken back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from accessnews.cli import console
from accessnews.model.alt import DescribedArticle
from accessnews.model.errors import AccessNewsError, Exit, Place, UsageError
from accessnews.model.settings import Settings
from accessnews.photos.originals import changes, undo
from accessnews.photos.originals.changes import Change, Texts
from accessnews.pipeline.recipe import describe
from accessnews.text.files import locked

Item = TypeVar("Item")


@dataclass(slots=True)
class _Plan:
    """What is to be written, what is there already, and what cannot be written."""

    changes: list[Change] = field(default_factory=list)
    there: list[Path] = field(default_factory=list)
    errors: list[AccessNewsError] = field(default_factory=list)


def apply(story: Path, settings: Settings, sidecar: bool, sure: bool) -> int:
    """Write the words that people wrote or accepted into originals or their sidecars. Gives the exit code."""
    described = describe(story, settings)
    if described.article.pictures:
        hint = "unpack them beside the story, and let it name them"
        raise UsageError("the photos lie inside the story's file: there are no originals", Place(str(story)), hint)
    plan = _planned(described.article, described.files, sidecar)
    for file in plan.there:
        console.say(f"{file}: has its words already")
    code = Exit(console.tell_errors(plan.errors, "text"))
    if not plan.changes:
        console.say("Nothing to write.")
        return code
    if not sure and not _agreed(f"Write into {_files(len(plan.changes))}, yes (y) or no (n)? "):
        console.say("Nothing was written.")
        return code
    with locked(story.resolve().parent):
        failed = console.tell_errors(list(_failures(plan.changes, lambda change: _make(story, change))), "text")
    console.say(f"To take it back: accessnews alt apply --undo {story}")
    return max(code, failed)


def _planned(article: DescribedArticle, files: Mapping[str, Path], sidecar: bool) -> _Plan:
    """Look at every file; what is to be written is told."""
    wanted, conflicts = changes.wanted(article, files)
    plan, write = _Plan(errors=conflicts), changes.into_sidecar if sidecar else changes.into_photo
    targets: dict[Path, Texts] = {}
    for file, texts in wanted.items():
        target = changes.sidecar(file) if sidecar else file
        try:
            if targets.setdefault(target, texts) != texts:
                raise AccessNewsError("two photos have this sidecar", Place(str(target)), "give them other names")
            change = write(file, texts)
        except AccessNewsError as error:
            plan.errors.append(error)
            continue
        if change is None:
            plan.there.append(target)
            continue
        plan.changes.append(change)
        console.say(f"{target}")
        for lang, told in texts.items():
            for name, text in zip(("alt text", "long description"), told.values(), strict=False):
                if text:
                    console.say(f"  {name} ({lang}): {text}")
    return plan


def _make(story: Path, change: Change) -> None:
    """Keep the past of a file, then change it."""
    kept = undo.load(story)
    undo.keep(story, change)
    try:
        change.make()
    except AccessNewsError:
        undo.save(story, kept)
        raise
    console.say(f"{change.file}: written")


def take_back(story: Path, sure: bool) -> int:
    """Make originals what they were before, the latest change first. Gives the exit code."""
    kept = undo.load(story)
    if not kept:
        raise UsageError("nothing to take back", Place(str(undo.path_of(story))), "no words were written from here")
    for each in kept:
        console.say(each.file)
    if not sure and not _agreed(f"Make {_files(len(kept))} what they were before, yes (y) or no (n)? "):
        console.say("Nothing was taken back.")
        return Exit.FINE
    with locked(story.resolve().parent):
        return console.tell_errors(list(_failures(kept[::-1], lambda each: _restore(story, each))), "text")


def _restore(story: Path, each: undo.Kept) -> None:
    restored = undo.restore(story, each)
    undo.save(story, [other for other in undo.load(story) if other != each])
    console.say(f"{each.file}: as it was" if restored else f"{each.file}: was as it was already")


def _failures(items: Iterable[Item], act: Callable[[Item], None]) -> Iterator[AccessNewsError]:
    """Do something with each; one that fails does not stop the others."""
    for item in items:
        try:
            act(item)
        except AccessNewsError as error:
            yield error


def _agreed(question: str) -> bool:
    """Whether the person at the terminal says yes. Raises UsageError where there is nobody."""
    try:
        while not (typed := console.ask(question).strip().lower()):
            pass
    except EOFError:
        console.say("")
        raise UsageError("nobody answers", hint="--yes writes without asking") from None
    return typed in ("y", "yes")


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"
