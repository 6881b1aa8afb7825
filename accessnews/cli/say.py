"""``accessnews say``: hear or see how words are said."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accessnews.cli.options import Lang, VoiceName, Wav
from accessnews.model.errors import Exit, UsageError, did_you_mean

if TYPE_CHECKING:  # normalizer and voices are loaded when something is said
    from accessnews.cli.pronounce import Manner

_FORMS = ["text", "jsonl"]
Text = Annotated[
    str, typer.Argument(metavar="TEXT", help="What to say. With --format jsonl: a file, or - for stdin.")
]


def say(
    text: Text,
    voice: VoiceName = None,
    lang: Lang = None,
    output: Wav = None,
    show: Annotated[bool, typer.Option("--show", help="Print words and sounds instead of playing them.")] = False,
    story: Annotated[
        str | None, typer.Option("--story", metavar="STORY", help="A story whose own lexicon counts, too.")
    ] = None,
    style: Annotated[
        str, typer.Option("--format", metavar="FORM", help="text; jsonl shows a file, a record a line.")
    ] = "text",
) -> int:
    """Say a text, or show how it is said.

    The loop for a name that a voice gets wrong: hear it, put it into voices/lexicon/LANG.pls, hear it again.
    """
    from accessnews.cli import console, pronounce
    from accessnews.pipeline import configuration
    from accessnews.tts import _voiceset

    if style not in _FORMS:
        raise UsageError(f"--format: no {style}", hint=did_you_mean(style, _FORMS))
    chosen = configuration.load({"voice": voice, "lang": lang})
    manner = pronounce.project_manner(chosen, Path(story) if story else None)
    if style == "jsonl":
        return _show_records(text, manner)
    utterances = pronounce.utterances(text, manner)
    console.tell_findings(
        dict.fromkeys(finding for _, finding in _voiceset.unsupported_languages(utterances, manner.voice)), "text"
    )
    for line in pronounce.shown(utterances, manner) if show else ():
        console.say(line)
    if output or not show:
        put_out(pronounce.spoken(utterances, manner.voice), output)
    return Exit.FINE


def put_out(sound: bytes, output: str | None) -> None:
    """Write a sound to a file, where one is named, or play it."""
    from accessnews.cli import console, pronounce

    if output:
        pronounce.save(sound, Path(output))
        console.say(output)
    else:
        pronounce.play(sound)


def _show_records(source: str, manner: "Manner") -> int:
    """A record a line, as soon as it is read."""
    from accessnews.cli import console, pronounce
    from accessnews.text.stream import open_stream

    with open_stream(source) as stream:
        for record in pronounce.records(stream, "stdin" if source == "-" else source, manner):
            console.say_record(record)
    return Exit.FINE
