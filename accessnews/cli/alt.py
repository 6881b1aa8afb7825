"""``accessnews alt``: text alternatives shown, drafted in bulk, reviewed, and taken to a spreadsheet and back."""

from pathlib import Path
from typing import Annotated, Any

import typer

from accessnews.cli.options import DefaultGroup, FailOn, Images, Lang, Mode, Quiet, check_format
from accessnews.model.errors import AccessNewsError, Exit, Place, UsageError, as_error, did_you_mean

_SHOW = "show"


class _AltGroup(DefaultGroup):
    default = _SHOW


app = typer.Typer(
    name="alt",
    cls=_AltGroup,
    help="Show and review text alternatives. `alt STORY...` is `alt show STORY...`.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Story = Annotated[str, typer.Argument(metavar="STORY", help="A story: .txt, .md or .html.")]


@app.command(_SHOW)
def show(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="STORY...", help="Stories; or captions in bulk: .jsonl, .csv, or - for stdin."),
    ],
    style: Annotated[
        str, typer.Option("--format", metavar="FORM", help="text, json, github; jsonl for captions in bulk.")
    ] = "text",
    mode: Mode = None,
    images: Images = None,
    lang: Lang = None,
    fail_on: FailOn = None,
    quiet: Quiet = False,
) -> int:
    """Print each picture's text alternative.

    With its state and the reasons for it, its caption and its credit. Of captions in bulk ({"id", "caption",
    "lang"} a line, or CSV with a column named caption) one JSON object a line.
    """
    from accessnews.alttext import batch

    check_format(style, "jsonl")
    settings = _settings(mode, images, lang, fail_on)
    lists = [source == "-" or source.lower().endswith(batch.SUFFIXES) for source in sources]
    if all(lists):
        if style not in ("text", "jsonl"):
            raise UsageError(f"--format: no {style} of captions in bulk", hint="leave it out: they come as jsonl")
        # Beside no caption that is shown, nothing keeps the alt from being as full as it can.
        return max(_draft_list(source, settings, mode or "full") for source in sources)
    if any(lists):
        raise UsageError("stories and lists of captions in one call", hint="call accessnews alt for each")
    return _show([Path(source) for source in sources], settings, style, quiet)


def _settings(mode: str | None, images: str | None, lang: str | None, fail_on: str | None = None) -> Any:
    from accessnews.cli import project
    from accessnews.model.settings import ALT_MODES

    if mode is not None and mode not in ALT_MODES:
        raise UsageError(f"--mode: no {mode}", hint=did_you_mean(mode, list(ALT_MODES)))
    return project.load({"alt_mode": mode, "images": images, "lang": lang, "fail_on": fail_on}).settings


def _show(stories: list[Path], settings: Any, style: str, quiet: bool) -> int:
    from accessnews.cli import console, views

    described, errors = views.described(stories, settings)
    articles = [one.article for one in described]
    if style == "json":
        console.say(console.as_json([views.record(article) for article in articles]), several=True)
    for article in articles if style != "json" else ():
        if style == "jsonl":
            for record in views.drafts(article):
                console.say_record(record)
            continue
        for line in views.lines(article):
            console.say(line)
    findings = [finding for article in articles for finding in article.findings]
    if not quiet and style in ("text", "github"):
        console.tell_findings(findings, style)
    for error in errors:
        console.tell_error(error, style)
    return max((error.exit_code for error in errors), default=console.exit_code(findings, settings.fail_on))


def _draft_list(source: str, settings: Any, mode: str) -> int:
    """Draft for a list of captions; one that cannot be read does not stop the others."""
    from accessnews.cli import console

    name = "stdin" if source == "-" else source
    try:
        return _draft(source, name, settings, mode)
    except OSError:  # of our own output
        raise
    except Exception as error:  # noqa: BLE001 (one list's fault is not that of the others)
        told = as_error(error, Place(name))
        console.tell_error(told, "text")
        return told.exit_code


def _draft(source: str, name: str, settings: Any, mode: str) -> int:
    """Draft for a list, a line as soon as it is read; a line that is wrong does not stop the others."""
    from accessnews.alttext import batch
    from accessnews.cli import console
    from accessnews.model.findings import Finding, levelled

    open_alt = levelled([Finding("alt-needs-review", "", Place(name))], settings.levels)
    code, if_open = Exit.FINE, console.exit_code(open_alt, settings.fail_on)
    with batch.open_list(source) as stream:
        for row in batch.read(stream, name, settings.lang):
            record = row if isinstance(row, AccessNewsError) else _drafted(row, name, mode)
            if isinstance(record, AccessNewsError):
                console.tell_error(record, "text")
                code = Exit.FAILED
            else:
                console.say_record(record)
                code = max(code, if_open if record["needs_review"] else Exit.FINE)
    return code


def _drafted(row: Any, name: str, mode: str) -> dict[str, object] | AccessNewsError:
    from accessnews.alttext import batch

    try:
        return batch.draft(row, mode)
    except Exception as error:  # noqa: BLE001 (one caption's fault is not that of the others)
        return as_error(error, Place(name, row.line))


@app.command()
def review(story: Story, mode: Mode = None, images: Images = None, lang: Lang = None) -> int:
    """Review the open pictures of a story, one after the other.

    Accept a draft, edit it in $EDITOR, mark a picture as decorative, or skip it. Decisions are saved at once in
    STORY.alt.toml beside the story: commit it with the story.
    """
    from accessnews.cli import views

    tally = views.review(Path(story), _settings(mode, images, lang))
    if tally.interrupted:
        return Exit.STOPPED
    return Exit.FAILED if tally.unsaved else Exit.FINE


@app.command()
def export(
    story: Story,
    csv: Annotated[bool, typer.Option("--csv", help="As CSV, the only form so far.")] = True,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="A file, not stdout.")] = None,
    mode: Mode = None,
    images: Images = None,
    lang: Lang = None,
) -> int:
    """Write the pictures of a story as CSV, for a review in a spreadsheet.

    Set the state of a row to reviewed or decorative, or change its alt, and read it back with alt import.
    """
    from accessnews.cli import views

    views.hand_out(Path(story), Path(output) if output is not None else None, _settings(mode, images, lang))
    return Exit.FINE


@app.command(name="import")
def take_in(
    story: Story,
    sheet: Annotated[str, typer.Argument(metavar="FILE", help="What alt export wrote, with your decisions.")],
    mode: Mode = None,
    images: Images = None,
    lang: Lang = None,
) -> int:
    """Read a reviewed spreadsheet into STORY.alt.toml."""
    from accessnews.cli import console, views

    path, count = views.take_in(Path(story), Path(sheet), _settings(mode, images, lang))
    more = "for another round, export the sheet again" if count else "nothing in the sheet is new"
    console.note(f"{count} reviewed: {more}")
    if count:
        console.say(path)
    return Exit.FINE
