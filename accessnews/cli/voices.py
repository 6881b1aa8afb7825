"""``accessnews voices``: the profiles and voices there are, heard and checked."""

from typing import Annotated

import typer

from accessnews.cli.options import DefaultGroup, Wav
from accessnews.cli.say import put_out
from accessnews.model.errors import Exit

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
    from accessnews.cli import console, project, views

    for line in views.voice_lines(project.load({}).folder):
        console.say(line)
    return Exit.FINE


@app.command()
def check(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Profiles. Default: all.")] = None,
) -> int:
    """Say which profiles can speak here, and what the others lack.

    The exit code is 3 where one that is named cannot speak; where none is named, where the project's own cannot.
    """
    from accessnews.cli import console, project, views

    chosen = project.load({})
    needed = names or [chosen.settings.voice]
    code = Exit.FINE
    for name, error in views.voice_check(chosen.folder, names or []):
        if error is None:
            console.say(f"{name}: speaks")
            continue
        console.say(f"{name}: {error}")
        if error.hint:
            console.say(f"  hint: {error.hint}")
        if name in needed:
            code = Exit.FAILED
    return code


@app.command()
def preview(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A profile.")],
    output: Wav = None,
) -> int:
    """Hear what a profile sounds like.

    A headline, a sentence, a quotation and a picture with caption and credit, each read by the voice that the
    profile gives it to. The words are in the profile's language if that is English, German, French or Spanish;
    else they are English, and a line on stderr says so.
    """
    from accessnews.cli import console, project, pronounce
    from accessnews.narration import preview as sample
    from accessnews.tts import _voiceset

    way = pronounce.own_manner(name, project.load({}))
    said = sample.utterances(way.voice, way.lexicon, way.quotes)
    console.tell_findings((finding for _, finding in _voiceset.unsupported_languages(said, way.voice)), "text")
    if sample.is_foreign(way.voice):
        console.note(f"accessnews: no sample in the language {way.lang}: {name} reads the English one")
        console.note(f"  hint: accessnews say --voice {name} TEXT, with words of your own")
    put_out(pronounce.spoken(said, way.voice), output)
    return Exit.FINE
