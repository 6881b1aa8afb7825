"""``accessnews alt``: text alternatives shown, drafted in bulk, reviewed, and taken to a spreadsheet and back."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from accessnews.cli.options import DefaultGroup, FailOn, Images, Lang, Mode, Quiet, check_format
from accessnews.errors import AccessNewsError, Exit, UsageError

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
    from accessnews import bulk, config

    check_format(style, "jsonl")
    chosen = config.load({"alt_mode": mode, "images": images, "lang": lang, "fail_on": fail_on})
    lists = [source == "-" or source.lower().endswith(bulk.SUFFIXES) for source in sources]
    if all(lists):
        # Beside no caption that is shown, nothing keeps the alt from being as full as it can.
        return max(_draft(source, chosen.settings.lang, mode or "full") for source in sources)
    if any(lists):
        raise UsageError("stories and lists of captions in one call", hint="call accessnews alt for each")
    return _show([Path(source) for source in sources], chosen.settings, style, quiet)


def _show(stories: list[Path], settings: Any, style: str, quiet: bool) -> int:
    from accessnews import console, desk

    described, errors = desk.described(stories, settings)
    articles = [one.article for one in described]
    if style == "json":
        console.say(console.as_json([desk.record(article) for article in articles]), several=True)
    for article in articles if style != "json" else ():
        if style == "jsonl":
            for record in desk.drafts(article):
                console.say_record(record)
            continue
        for line in desk.lines(article):
            console.say(line)
    findings = [finding for article in articles for finding in article.findings]
    if not quiet and style in ("text", "github"):
        console.tell_findings(findings, style)
    for error in errors:
        console.tell_error(error, style)
    return max((error.exit_code for error in errors), default=console.exit_code(findings, settings.fail_on))


def _draft(source: str, lang: str, mode: str) -> int:
    """Draft for a list of captions, a line as soon as it is read; a line that is wrong does not stop the others."""
    from accessnews import bulk, console

    code = Exit.FINE
    with bulk.open_list(source) as stream:
        for row in bulk.read(stream, "stdin" if source == "-" else source, lang):
            if isinstance(row, AccessNewsError):
                console.tell_error(row, "text")
                code = Exit.FAILED
            else:
                console.say_record(bulk.draft(row, mode))
    return code


@app.command()
def review(story: Story, mode: Mode = None, images: Images = None, lang: Lang = None) -> int:
    """Review the open pictures of a story, one after the other.

    Accept a draft, edit it in $EDITOR, mark a picture as decorative, or skip it. Decisions are saved at once in
    STORY.alt.toml beside the story: commit it with the story.
    """
    from accessnews import config, console, desk

    chosen = config.load({"alt_mode": mode, "images": images, "lang": lang})
    tally = desk.review(Path(story), chosen.settings)
    if tally.interrupted:
        return Exit.STOPPED
    return console.exit_code([], chosen.settings.fail_on)


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
    from accessnews import config, pipeline, spreadsheet

    chosen = config.load({"alt_mode": mode, "images": images, "lang": lang})
    sheet = spreadsheet.export(pipeline.describe(Path(story), chosen.settings).article)
    if output:
        Path(output).write_bytes(sheet)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(sheet)
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
    from accessnews import config, console, desk

    chosen = config.load({"alt_mode": mode, "images": images, "lang": lang})
    path, count = desk.take_in(Path(story), Path(sheet), chosen.settings)
    console.note(f"{count} reviewed" if count != 1 else "1 reviewed")
    console.say(path)
    return Exit.FINE
