"""The command line, put together: one file a command, or a folder a group of them."""

from typing import Annotated

import typer

from accessnews.cli import alt, briefing, cache, config, explain, init, render, say, site, voices
from accessnews.cli.options import Debug
from accessnews.cli.shell import exit_code_of

app = typer.Typer(
    name="accessnews",
    help="Turn a news story with photos into an edition that everyone can read, hear and check.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # boxes are noise to a screen reader
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for group in (alt, voices, cache):
    app.add_typer(group.app)
for command in (render.render, briefing.briefing, site.site, say.say, init.init, config.config, explain.explain):
    app.command()(command)


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
    """Run the command line and give its exit code."""
    return exit_code_of(lambda: app(arguments, standalone_mode=False))
