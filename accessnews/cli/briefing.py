"""``accessnews briefing``: many stories as one programme."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from accessnews.cli.options import (
    Cache,
    Debug,
    FailOn,
    Format,
    IgnoreEmbargo,
    Images,
    Lang,
    NoCache,
    Output,
    Quiet,
    To,
    VoiceName,
    check_format,
    making,
    stories_at,
)
from accessnews.model.errors import Exit, UsageError

if TYPE_CHECKING:  # the pipeline is loaded when something is made
    from accessnews.briefing.programme import BriefingProgramme
    from accessnews.pipeline.briefing import BriefingPlan

Sources = Annotated[
    list[str], typer.Argument(metavar="PROGRAMME.toml | STORY...", help="A programme, or stories in their order.")
]


def briefing(
    sources: Sources,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What it is called.")] = None,
    minutes: Annotated[
        float | None, typer.Option("--minutes", metavar="N", help="How long it is to be, as spoken.")
    ] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="CCYY-MM-DD", help="Its date of issue.")] = None,
    tell: Annotated[
        str | None, typer.Option("--tell", metavar="HOW", help="Of stories named here: full, lead or headline.")
    ] = None,
    plan: Annotated[
        bool, typer.Option("--plan", help="Print the running order with times, and make nothing.")
    ] = False,
    output: Output = None,
    voice: VoiceName = None,
    images: Images = None,
    to: To = None,
    lang: Lang = None,
    cache: Cache = None,
    no_cache: NoCache = False,
    ignore_embargo: IgnoreEmbargo = False,
    style: Format = "text",
    fail_on: FailOn = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    """Make one programme of many stories: every format, with a chapter a story.

    A programme file says which stories, how much of each, who reads them, what is said around them, and music.
    With --minutes whole sentences are told from the top of each story until the programme is that long.
    """
    from concurrent.futures import ThreadPoolExecutor

    from accessnews.cli import console
    from accessnews.cli.render import report
    from accessnews.pipeline import briefing as pipeline
    from accessnews.pipeline import configuration
    from accessnews.tts import _profiles

    if debug:
        console.show_details(True)
    check_format(style)
    programme = _programme(sources, title, minutes, date, tell)
    voice = voice or programme.voice or None
    options = making(output, voice, images, to, lang, cache, no_cache, ignore_embargo, fail_on)
    chosen = configuration.load(options)
    profile = _profiles.load(chosen.settings.voice, chosen.folder)
    if plan:
        _print_plan(pipeline.plan(programme, chosen.settings, profile, chosen.folder), style)
        return Exit.FINE
    line = console.ProgressLine(programme.path.name, quiet or style == "json")
    try:
        with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
            bundle = pipeline.brief(programme, chosen.settings, profile, line, pool.map, chosen.folder)
    finally:
        line.clear()
    return report([bundle], style, chosen.settings.fail_on, quiet)


def _programme(
    sources: list[str], title: str | None, minutes: float | None, date: str | None, tell: str | None
) -> "BriefingProgramme":
    """The programme of a command: a file's under what the options say, or one of stories."""
    from dataclasses import replace
    from pathlib import Path

    from accessnews.briefing import programme as programmes
    from accessnews.model.errors import did_you_mean

    if sources[0].lower().endswith(".toml"):
        if len(sources) > 1:
            raise UsageError(f"{sources[1]} beside a programme", hint="write it into the programme as a [[story]]")
        if tell:
            raise UsageError("--tell beside a programme", hint=f'write tell = "{tell}" into it')
        programme = programmes.load(Path(sources[0]))
    else:
        if tell and tell not in programmes.TELL:
            raise UsageError(f"--tell: no {tell}", hint=did_you_mean(tell, list(programmes.TELL)))
        stories = [file for source in sources for file in stories_at(source)]
        programme = programmes.of_stories(stories, title or "", tell or programmes.LEAD)
    minutes = programme.minutes if minutes is None else minutes
    title, date = title or programme.title, date or programme.date
    return programmes.checked(replace(programme, title=title, minutes=minutes, date=date))


def _print_plan(made: "BriefingPlan", style: str) -> None:
    from accessnews.audio import RATE
    from accessnews.cli import console
    from accessnews.narration.timeline import running_time
    from accessnews.pipeline.briefing import running_order

    order = running_order(made)
    if style == "json":
        entries = [
            {"title": title, "sentences": sentences, "seconds": round(frames / RATE, 1)}
            for title, sentences, frames in order
        ]
        console.say(console.as_json({"stories": entries[:-1], "programme": entries[-1]}), several=True)
        return
    for number, (title, _, frames) in enumerate(order[:-1], 1):
        console.say(f"{running_time(frames / RATE):>7}  {number}. {title}")
    title, _, frames = order[-1]
    console.say(f"{running_time(frames / RATE):>7}  {title}, with the words around the stories")
