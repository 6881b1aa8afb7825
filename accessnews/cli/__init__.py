"""The command line: what each command takes, and nothing of how it is done."""

import os
import re
import signal
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from accessnews.cli import alt, say, voices
from accessnews.cli import cache as cache_commands
from accessnews.cli.options import (
    Cache,
    Debug,
    FailOn,
    Format,
    Images,
    Jobs,
    Lang,
    NoCache,
    Output,
    Quiet,
    Stories,
    To,
    VoiceName,
    check_format,
)
from accessnews.model.errors import AccessNewsError, Exit, as_error

app = typer.Typer(
    name="accessnews",
    help="Turn a news story with photos into an edition that everyone can read, hear and check.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # boxes are noise to a screen reader
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(alt.app)
app.add_typer(voices.app)
app.add_typer(cache_commands.app)


@app.command()
def render(
    stories: Stories,
    output: Output = None,
    voice: VoiceName = None,
    images: Images = None,
    to: To = None,
    lang: Lang = None,
    cache: Cache = None,
    no_cache: NoCache = False,
    style: Format = "text",
    fail_on: FailOn = None,
    jobs: Jobs = 0,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    """Make a bundle of each story.

    A bundle is a folder and a zip with page, audio, transcript, book and manifest, or what --to names. Prints the
    folder and the zip of every bundle. Findings go to stderr.
    """
    from accessnews.cli import batch, console, project

    if debug:
        console.show_details(True)
    check_format(style)
    options = {
        "output": output,
        "voice": voice,
        "images": images,
        "formats": tuple(filter(None, re.split(r"[\s,]+", ",".join(to)))) if to else None,
        "lang": lang,
        "cache": cache,
        "keep_speech": False if no_cache else None,
        "fail_on": fail_on,
    }
    chosen = project.load(options)
    outcomes = batch.render_all(
        [Path(story) for story in stories], chosen, jobs or os.cpu_count() or 1, quiet or style == "json"
    )
    return _report(outcomes, style, chosen.settings.fail_on, quiet)


def _report(outcomes: list[Any], style: str, fail_on: str, quiet: bool) -> int:
    from accessnews.cli import console

    made = [outcome for outcome in outcomes if not isinstance(outcome, AccessNewsError)]
    errors = [outcome for outcome in outcomes if isinstance(outcome, AccessNewsError)]
    findings = [finding for bundle in made for finding in bundle.findings]
    if style == "json":
        bundles = [
            {
                "story": str(bundle.story),
                "folder": str(bundle.folder),
                "zip": str(bundle.archive),
                "findings": [console.finding_record(finding) for finding in bundle.findings],
                "seconds": {stage: round(seconds, 3) for stage, seconds in bundle.seconds.items()},
            }
            for bundle in made
        ]
        console.say(
            console.as_json({"bundles": bundles, "errors": [console.error_record(e) for e in errors]}), several=True
        )
    else:
        if not quiet:
            console.tell_findings(findings, style)
        for bundle in made:
            console.say(bundle.folder)
            console.say(bundle.archive)
    for error in errors:
        console.tell_error(error, style)
    return max((error.exit_code for error in errors), default=console.exit_code(findings, fail_on))


app.command()(say.say)


@app.command()
def init(folder: Annotated[str, typer.Argument(metavar="DIR", help="A new or empty folder.")]) -> int:
    """Lay out a starter project.

    accessnews.toml, a story with photos, a voice profile.
    """
    from accessnews.cli import console, starter

    for path in starter.lay_out(Path(folder)):
        console.say(path)
    return Exit.FINE


@app.command(name="config")
def show_config() -> int:
    """Print the settings in force and where each came from."""
    from accessnews.cli import console, project, views

    for line in views.config_lines(project.load({})):
        console.say(line)
    return Exit.FINE


@app.command()
def explain(code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a finding.")]) -> int:
    """Explain the code of a finding."""
    from accessnews.cli import console, views

    for line in views.explanation(code):
        console.say(line)
    return Exit.FINE


@app.callback()
def _common(
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and stop.")] = False,
    debug: Debug = False,
) -> None:
    """The program's own options."""
    from accessnews import __version__
    from accessnews.cli import console

    console.show_details(debug)
    if version:
        console.say(f"accessnews {__version__}")
        raise typer.Exit


def run(arguments: list[str] | None = None) -> int:
    """The whole command line; gives the exit code. No traceback for anything a user can cause."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    _mend_streams()
    try:
        code = int(app(arguments, standalone_mode=False) or 0)
        if code == Exit.STOPPED:  # the option parser's own end where it was interrupted
            raise KeyboardInterrupt
        sys.stdout.flush()
        return code
    except SystemExit as stop:
        if stop.code == 1:  # the option parser's own end where whoever read our output has gone
            return Exit.FAILED
        raise
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 (whatever it is, it is told in words)
        return _told(error)


def _mend_streams() -> None:
    """A closed stream is silence, and a letter that a stream's encoding has not is written as its number.

    A byte on stdin that is no letter is half of one, which no text is to have.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 (open to the end)
    sys.stdin.reconfigure(errors="surrogateescape")  # type: ignore[union-attr]
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 (open to the end)
        else:
            stream.reconfigure(errors="backslashreplace")


def _told(error: Exception | KeyboardInterrupt) -> int:
    """Say what went wrong and give the exit code."""
    from accessnews.cli import console

    if isinstance(error, KeyboardInterrupt):
        console.note("accessnews: stopped; unfinished bundles were not published")
        return Exit.STOPPED
    if isinstance(error, OSError):
        # Whoever read our output has gone, or its disk is full: no more on it, not even when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            console.note(f"accessnews: {error}")
        return Exit.FAILED
    usage = _usage_error(error)
    if usage is not None:
        console.note(usage, several=True)
        return Exit.USAGE
    told = as_error(error)
    console.tell_error(told, "text")
    return told.exit_code


def _usage_error(error: BaseException) -> str | None:
    """The words of an error that the option parser raised."""
    message = getattr(error, "format_message", None)
    if message is None:
        return None
    context = getattr(error, "ctx", None)
    hint = f"\n  hint: {context.command_path} --help" if context else ""
    words = str(message())
    words = words if words.startswith("Usage:") else words.replace("\n", " ")
    return words if words.startswith("Usage:") else f"accessnews: {words}{hint}"
