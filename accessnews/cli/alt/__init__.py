"""``accessnews alt``: text alternatives shown, drafted in bulk, reviewed, and taken to a spreadsheet and back."""

from pathlib import Path
from typing import Annotated

import typer

from accessnews.cli.options import DefaultGroup, FailOn, Images, Lang, Mode, Quiet, check_format, stories_at, story_at
from accessnews.model.errors import Exit, UsageError, did_you_mean
from accessnews.model.settings import ALT_MODES, FULL, Settings

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
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Of a sheet of captions: a copy with drafts.")
    ] = None,
    mode: Mode = None,
    images: Images = None,
    lang: Lang = None,
    fail_on: FailOn = None,
    quiet: Quiet = False,
) -> int:
    """Print each picture's text alternative.

    With its state and the reasons for it, its caption and its credit. Of captions in bulk ({"id", "caption",
    "lang"} a line, or CSV with a column named caption) one JSON object a line; with -o the desk's own CSV, all its
    columns kept, with alt, state, reasons and credit beside them.
    """
    from accessnews.alttext import batch

    check_format(style, "jsonl")
    settings = _settings(mode, images, lang, fail_on)
    lists = [source == "-" or source.lower().endswith(batch.SUFFIXES) for source in sources]
    if output is not None and not (len(sources) == 1 and lists[0]):
        raise UsageError("-o is for one sheet of captions", hint="name one .csv or .tsv file, or -")
    if all(lists):
        from accessnews.cli.alt import captions

        if output is not None:
            return captions.draft_sheet(sources[0], Path(output), settings, mode or FULL)
        if style not in ("text", "jsonl"):
            raise UsageError(f"--format: no {style} of captions in bulk", hint="leave it out: they come as jsonl")
        # Beside no caption that is shown, nothing keeps the alt from being as full as it can.
        return max(captions.draft_list(source, settings, mode or FULL) for source in sources)
    if any(lists):
        raise UsageError("stories and lists of captions in one call", hint="call accessnews alt for each")
    from accessnews.cli.alt import pictures

    return pictures.show([story for source in sources for story in stories_at(source)], settings, style, quiet)


def _settings(mode: str | None, images: str | None, lang: str | None, fail_on: str | None = None) -> Settings:
    from accessnews.pipeline import configuration

    if mode is not None and mode not in ALT_MODES:
        raise UsageError(f"--mode: no {mode}", hint=did_you_mean(mode, list(ALT_MODES)))
    return configuration.load({"alt_mode": mode, "images": images, "lang": lang, "fail_on": fail_on}).settings


@app.command()
def review(story: Story, mode: Mode = None, images: Images = None, lang: Lang = None) -> int:
    """Review the open pictures of a story, or the open rows of a sheet of drafts, one after the other.

    Accept a draft, edit it in $EDITOR, mark a picture as decorative, or skip it. Decisions are saved at once in
    STORY.alt.toml beside the story: commit it with the story. Those about a sheet are saved in the sheet.
    """
    from accessnews.cli.alt import decisions

    settings = _settings(mode, images, lang)
    if story.lower().endswith((".csv", ".tsv")):
        tally = decisions.review_sheet(Path(story), settings, mode or FULL)
    else:
        tally = decisions.review(story_at(story), settings)
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
    from accessnews.cli.alt import decisions

    sheet = Path(output) if output is not None else None
    decisions.export_csv(story_at(story), sheet, _settings(mode, images, lang))
    return Exit.FINE


@app.command(name="import")
def import_csv(
    story: Story,
    sheet: Annotated[str, typer.Argument(metavar="FILE", help="What alt export wrote, with your decisions.")],
    mode: Mode = None,
    images: Images = None,
    lang: Lang = None,
) -> int:
    """Read a reviewed spreadsheet into STORY.alt.toml."""
    from accessnews.cli import console
    from accessnews.cli.alt import decisions

    path, count = decisions.import_csv(story_at(story), Path(sheet), _settings(mode, images, lang))
    more = "for another round, export the sheet again" if count else "nothing in the sheet is new"
    console.note(f"{count} reviewed: {more}")
    if count:
        console.say(path)
    return Exit.FINE


@app.command()
def apply(
    story: Story,
    sidecar: Annotated[bool, typer.Option("--sidecar", help="Into .xmp files beside the photos.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Make the files what they were before.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    mode: Mode = None,
    images: Images = None,
    lang: Lang = None,
) -> int:
    """Write alt texts that people wrote or accepted into the original photos.

    Into the XMP of JPEG, PNG, WebP and TIFF, where Photo Mechanic, Lightroom and WordPress look for them; with
    --sidecar into .xmp files, for raw and read-only photos. All else in a file stays as it is, to the byte.
    """
    from accessnews.cli.alt import originals

    if undo:
        return originals.take_back(story_at(story), yes)
    return originals.apply(story_at(story), _settings(mode, images, lang), sidecar, yes)
