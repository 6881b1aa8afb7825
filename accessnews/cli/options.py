"""Options that several commands take."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from accessnews.model.errors import UsageError, did_you_mean
from accessnews.model.plugins import names

if TYPE_CHECKING:  # the parser's own, for which typer has no public name
    from typer._click.core import Context

Stories = Annotated[
    list[str], typer.Argument(metavar="STORY...", help="Stories: files, folders or .zip files; - reads one.")
]
Type = Annotated[str | None, typer.Option("--type", metavar="KIND", help="What - reads, such as md or html.")]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="DIR", help="Folder for the bundles.")]
VoiceName = Annotated[str | None, typer.Option("--voice", metavar="NAME", help="Voice profile.")]
Cache = Annotated[str | None, typer.Option("--cache", metavar="DIR", help="Where costly speech is kept.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Keep no speech, and use none that was kept.")]
Images = Annotated[str | None, typer.Option("--images", metavar="DIR", help="Photos, if not beside the story.")]
To = Annotated[
    list[str] | None,
    typer.Option("--to", metavar="LIST", help=f"Formats, with commas: {', '.join(names('formats'))}."),
]
Lang = Annotated[str | None, typer.Option("--lang", metavar="TAG", help="Language of stories that do not say.")]
Format = Annotated[str, typer.Option("--format", metavar="FORM", help="text, json or github.")]
Wav = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="A WAV file, instead of playing.")]
Mode = Annotated[str | None, typer.Option("--mode", metavar="MODE", help="distinct, full or context-caption.")]
FailOn = Annotated[str | None, typer.Option("--fail-on", metavar="LEVEL", help="error, warning or never.")]
IgnoreEmbargo = Annotated[bool, typer.Option("--ignore-embargo", help="Make editions of stories under embargo, too.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", metavar="N", help="Stories at once. 0: one a core.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no findings; errors only.")]
Debug = Annotated[bool, typer.Option("--debug", help="Tell a fault of accessnews with its traceback.")]

FORMATS = ["text", "json", "github"]


def making(
    output: str | None,
    voice: str | None,
    images: str | None,
    to: list[str] | None,
    lang: str | None,
    cache: str | None,
    no_cache: bool,
    ignore_embargo: bool,
    fail_on: str | None,
) -> dict[str, object]:
    """Field names of Settings with what the options say of an edition; None where they say nothing."""
    return {
        "output": output,
        "voice": voice,
        "images": images,
        "formats": tuple(filter(None, re.split(r"[\s,]+", ",".join(to)))) if to else None,
        "lang": lang,
        "cache": cache,
        "keep_speech": False if no_cache else None,
        "fail_on": fail_on,
        "ignore_embargo": True if ignore_embargo else None,
    }


def check_format(style: str, *more: str) -> None:
    """Raises UsageError for a form that is neither one of FORMATS nor one of ``more``."""
    forms = [*FORMATS, *more]
    if style not in forms:
        raise UsageError(f"--format: no {style}", hint=did_you_mean(style, forms))


def story_at(name: str) -> Path:
    """The file of a story: the one named, or the one in the folder named."""
    from accessnews import readers

    return readers.story_at(Path(name))


def stories_at(name: str) -> list[Path]:
    """The stories in a file or folder: several where it is a feed."""
    from accessnews import readers

    return readers.stories_at(Path(name))


class DefaultGroup(TyperGroup):
    """Commands of which one is meant where none is named: a file named like a command is ``./review``."""

    default: str
    bare_is_help = True  # without any argument

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        asks_for_help = args[:1] in (["-h"], ["--help"]) or (not args and self.bare_is_help)
        if not asks_for_help and args[:1] not in [[name] for name in self.commands]:
            args = [self.default, *args]
        return super().parse_args(ctx, args)
