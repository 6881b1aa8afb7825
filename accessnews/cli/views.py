"""The desk: what the smaller commands show, as lines of text or as records."""

import os
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

from accessnews import tts
from accessnews.alttext import batch, lint
from accessnews.cli import console
from accessnews.cli.project import Config
from accessnews.model.alt import DescribedArticle
from accessnews.model.article import Figure, figures, plain
from accessnews.model.errors import AccessNewsError, Place, UsageError, as_error, did_you_mean
from accessnews.model.findings import levelled, rules
from accessnews.model.review import Review
from accessnews.model.settings import Settings
from accessnews.narration.script import Role, Utterance
from accessnews.normalize import Span
from accessnews.pipeline import Described, describe
from accessnews.reviews import file, spreadsheet, terminal
from accessnews.text.files import write
from accessnews.tts import _profiles, _voiceset


def described(stories: list[Path], settings: Settings) -> tuple[list[Described], list[AccessNewsError]]:
    """The stories with a text alternative for every picture, and the errors of those that have none."""
    found, errors = [], []
    for story in stories:
        try:
            found.append(describe(story, settings))
        except Exception as error:  # noqa: BLE001 (one story's fault is not that of the others)
            errors.append(as_error(error, Place(str(story))))
    return found, errors


def review(story: Path, settings: Settings) -> terminal.Tally:
    """Walk through a story's open pictures with the person at the terminal."""
    seen = file.load(story)  # before the story: what is newer than this must not be written over
    told = describe(story, settings)
    _tell_stale(told.article, settings)
    edit = terminal.edit_text if sys.stdin.isatty() else None  # an editor would read the answers
    person = terminal.Person(ask=console.ask, tell=console.say, edit=edit)

    def check(figure: Figure, alt: str) -> list[str]:
        text = replace(told.article.alt(figure), alt=alt)
        return [f"{finding.code}: {finding.message}" for finding in lint.check(figure, text, told.article.lang)]

    def save(decision: Review) -> None:
        file.save(told.article, [decision], seen)

    former = file.former(seen, told.article)
    return terminal.review(told.article, told.files, person, check, save, former)


def hand_out(story: Path, output: Path | None, settings: Settings) -> None:
    """Write the pictures of a story as a spreadsheet, to stdout where no file is named."""
    article = describe(story, settings).article
    _tell_stale(article, settings)
    sheet = spreadsheet.export(article)
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(sheet)
        return
    for other in (story, file.path_of(story)):
        if os.path.realpath(output) == os.path.realpath(other):
            raise UsageError(f"the sheet would take the place of {other}", Place(str(output)), "choose another name")
    write(output, sheet)


def take_in(story: Path, sheet: Path, settings: Settings) -> tuple[Path, int]:
    """Read a reviewed spreadsheet into the story's review file; gives that and the number of its decisions."""
    seen = file.load(story)
    article = describe(story, settings).article
    decisions = spreadsheet.read(spreadsheet.open_sheet(sheet), sheet, article)
    path = file.save(article, decisions, seen)
    _tell_stale(article, settings)
    return path, len(decisions)


def _tell_stale(article: DescribedArticle, settings: Settings) -> None:
    """Say which reviews no longer fit their story."""
    found = file.stale(file.load(article.path), article)
    console.tell_findings(levelled(found, settings.levels), "text")


def drafts(article: DescribedArticle) -> Iterator[dict[str, object]]:
    """The pictures of an article as the records of captions in bulk."""
    for figure in figures(article):
        yield batch.record(figure.key, article.alt(figure))


def lines(article: DescribedArticle) -> Iterator[str]:
    """A paragraph for every picture."""
    found = figures(article)
    if not found:
        yield f"{article.path}: no pictures"
    for number, figure in enumerate(found, 1):
        alt = article.alt(figure)
        yield f"{figure.at}: picture {number} of {len(found)}, {alt.kind}, {alt.state}"
        yield f"  alt: {alt.alt}"
        if alt.reasons:
            yield f"  reasons: {', '.join(alt.reasons)}"
        yield f"  caption: {plain(figure.caption)}"
        yield f"  credit: {alt.credit or 'none'}"
        yield ""


def record(article: DescribedArticle) -> dict[str, object]:
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
        "caption": plain(figure.caption),
        "credit": alt.credit,
    }


def voice_lines(project: Path) -> Iterator[str]:
    """Every profile, then what every engine has here, by language."""
    yield "Profiles (--voice NAME):"
    for name in sorted(_profiles.found(project)):
        voice = _profiles.load(name, project)
        shown = voice.voice or "the engine's best"
        pace = f"length scale {voice.length_scale}" if voice.length_scale else f"{voice.rate} words a minute"
        yield f"  {name}: {voice.engine}, {shown}, language {voice.lang}, {pace}"
    for name in tts.names():
        yield ""
        yield f"Engine {name} (voice = … in a profile):"
        try:
            installed = tts.engine(name).installed_voices(_profiles.folders(project))
        except AccessNewsError as error:
            yield f"  not here: {error}"
            if error.hint:
                yield f"  hint: {error.hint}"
            continue
        for other in sorted(installed, key=lambda other: (other.lang.casefold(), other.voice)):
            yield f"  {other.lang or 'any language'}: {other.voice} ({other.name})"


def voice_check(project: Path, names: list[str]) -> Iterator[tuple[str, AccessNewsError | None]]:
    """Every profile, and what keeps it from speaking a sentence here; None where nothing does."""
    for name in names or sorted(_profiles.found(project)):
        try:
            voice = _profiles.load(name, project)
            with _voiceset.open_voices(voice) as voices:
                for role in (Role.BODY, *map(Role, voice.speakers)):
                    said = Span(_TRIAL, _TRIAL)
                    voices.say(Utterance("b01s1", role, voice.lang, Place(name), (said,)))
        except Exception as error:  # noqa: BLE001 (one voice's fault is not that of the others)
            yield name, as_error(error, Place(name))
        else:
            yield name, None


_TRIAL = "One, two, three."


def config_lines(config: Config) -> Iterator[str]:
    """A line a setting, as it would stand in ``accessnews.toml``, and where it came from."""
    yield f"# {config.file or 'no accessnews.toml found from here upwards: all defaults'}"
    for field in fields(Settings):
        value = getattr(config.settings, field.name)
        yield f"{field.name.replace('_', '-')} = {_toml(value)}  # {config.origins[field.name]}"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)


def explanation(code: str) -> Iterator[str]:
    """What a finding means. Raises UsageError for an unknown code."""
    known = rules()
    if code not in known:
        raise UsageError(f"no finding {code}", hint=did_you_mean(code, list(known)))
    rule = known[code]
    yield f"{rule.code} ({rule.severity})"
    for text in (rule.summary, f"Why: {rule.why}", f"What to do: {rule.fix}"):
        yield ""
        yield text
