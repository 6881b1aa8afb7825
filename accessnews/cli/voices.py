"""``accessnews voices``: the profiles and voices there are, heard and checked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from accessnews.cli.options import DefaultGroup, Wav
from accessnews.cli.say import put_out
from accessnews.model.errors import AccessNewsError, Exit, Place, as_error

_LIST = "list"
_TRIAL = "One, two, three."


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
    from accessnews import tts
    from accessnews.cli import console
    from accessnews.pipeline import configuration

    folder = configuration.load({}).folder
    for line in _profile_lines(folder):
        console.say(line)
    for engine in tts.names():
        console.say()
        for line in _engine_lines(engine, folder):
            console.say(line)
    return Exit.FINE


def _profile_lines(project: Path) -> Iterator[str]:
    from accessnews.tts import _profiles

    yield "Profiles (--voice NAME):"
    for name in sorted(_profiles.profile_files(project)):
        voice = _profiles.load(name, project)
        shown = voice.voice or "the engine's best"
        pace = f"length scale {voice.length_scale}" if voice.length_scale else f"{voice.rate} words a minute"
        yield f"  {name}: {voice.engine}, {shown}, language {voice.lang}, {pace}"


def _engine_lines(name: str, project: Path) -> Iterator[str]:
    """What an engine has here, by language."""
    from accessnews import tts
    from accessnews.tts import _profiles

    yield f"Engine {name} (voice = … in a profile):"
    try:
        installed = tts.engine(name).installed_voices(_profiles.folders(project))
    except AccessNewsError as error:
        yield f"  not here: {error}"
        if error.hint:
            yield f"  hint: {error.hint}"
        return
    for voice in sorted(installed, key=lambda voice: (voice.lang.casefold(), voice.voice)):
        yield f"  {voice.lang or 'any language'}: {voice.voice} ({voice.name})"


@app.command()
def check(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Profiles. Default: all.")] = None,
) -> int:
    """Say which profiles can speak here, and what the others lack.

    The exit code is 3 where one that is named cannot speak; where none is named, where the project's own cannot.
    """
    from accessnews.cli import console
    from accessnews.pipeline import configuration
    from accessnews.tts import _profiles

    chosen = configuration.load({})
    needed = names or [chosen.settings.voice]
    code = Exit.FINE
    for name in names or sorted(_profiles.profile_files(chosen.folder)):
        try:
            _try(name, chosen.folder)
        except Exception as fault:  # noqa: BLE001 (one voice's fault is not that of the others)
            error = as_error(fault, Place(name))
            console.say(f"{name}: {error}")
            if error.hint:
                console.say(f"  hint: {error.hint}")
            if name in needed:
                code = Exit.FAILED
        else:
            console.say(f"{name}: speaks")
    return code


def _try(name: str, project: Path) -> None:
    """Let every voice of a profile say a sentence."""
    from accessnews.narration.script import Role, Utterance
    from accessnews.normalize import Span
    from accessnews.tts import _profiles, _voiceset

    voice = _profiles.load(name, project)
    with _voiceset.open_voices(voice) as voices:
        for role in (Role.BODY, *map(Role, voice.speakers)):
            voices.say(Utterance("b01s1", role, voice.lang, Place(name), (Span(_TRIAL, _TRIAL),)))


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
    from accessnews.cli import console, pronounce
    from accessnews.narration import preview as sample
    from accessnews.pipeline import configuration
    from accessnews.tts import _voiceset

    manner = pronounce.profile_manner(name, configuration.load({}))
    utterances = sample.utterances(manner.voice, manner.lexicon, manner.quotes)
    console.tell_findings(
        dict.fromkeys(finding for _, finding in _voiceset.unsupported_languages(utterances, manner.voice)), "text"
    )
    if sample.is_foreign(manner.voice):
        console.note(f"accessnews: no sample in the language {manner.lang}: {name} reads the English one")
        console.note(f"  hint: accessnews say --voice {name} TEXT, with words of your own")
    put_out(pronounce.spoken(utterances, manner.voice), output)
    return Exit.FINE
