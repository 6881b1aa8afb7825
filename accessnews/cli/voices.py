"""``accessnews voices``: the profiles and voices there are, heard and checked."""

from typing import Annotated

import typer

from accessnews.cli.options import DefaultGroup
from accessnews.errors import Exit

_LIST = "list"


class _VoicesGroup(DefaultGroup):
    default = _LIST
    bare_is_help = False


app = typer.Typer(
    name="voices",
    cls=_VoicesGroup,
    help="List, hear and check voices. `voices` is `voices list`.",
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command(name=_LIST)
def show() -> int:
    """List voice profiles and the voices here."""
    from accessnews import config, console, desk

    for line in desk.voice_lines(config.load({}).folder):
        console.say(line)
    return Exit.FINE


@app.command()
def check(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Profiles. Default: all.")] = None,
) -> int:
    """Say which profiles can speak here, and what the others lack."""
    from accessnews import config, console, desk

    code = Exit.FINE
    for name, error in desk.voice_check(config.load({}).folder, names or []):
        if error is None:
            console.say(f"{name}: speaks")
            continue
        console.say(f"{name}: {error}")
        if error.hint:
            console.say(f"  hint: {error.hint}")
        code = Exit.FAILED
    return code
