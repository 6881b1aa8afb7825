"""Many stories at once, each in a process of its own: a voice has one state a process."""

import errno
import os
import signal
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from accessnews.bundle.edition import slug
from accessnews.cli import console
from accessnews.model.errors import AccessNewsError, Place, UsageError, as_error
from accessnews.model.progress import Listener, silent
from accessnews.model.settings import Settings, Voice
from accessnews.pipeline import library
from accessnews.pipeline.configuration import Config
from accessnews.pipeline.production import Bundle
from accessnews.pipeline.recipe import render
from accessnews.text.decode import LIMIT
from accessnews.tts import _profiles

if TYPE_CHECKING:
    from accessnews.pipeline.library import Options

Outcome = Bundle | AccessNewsError


def render_all(stories: list[Path], config: Config, jobs: int, quiet: bool) -> list[Outcome]:
    """A bundle or an error for every story, in the order given; one story's error does not stop the others.

    Raises UsageError where the request as a whole cannot be met.
    """
    if jobs < 1:
        raise UsageError(f"--jobs {jobs}: not a number of stories", hint="0 is one a core")
    voice = _profiles.load(config.settings.voice, config.folder)
    if config.settings.images and not Path(config.settings.images).is_dir():
        raise UsageError(f"no such folder for photos: {config.settings.images}", hint="see --images")
    _check_names(stories)
    if len(stories) == 1:
        line = console.ProgressLine(stories[0].name, quiet)
        try:
            return [_outcome(stories[0], config.settings, voice, config.folder, line)]
        finally:
            line.clear()
    return _in_processes(stories, config, voice, min(jobs, len(stories)), quiet)


def render_input(kind: str | None, images: str | None, options: Mapping[str, object]) -> Outcome:
    """A bundle or an error for the story that standard input holds, its photos in ``images`` or the working folder.

    Raises UsageError where its ``kind`` is not said.
    """
    if not kind:
        raise UsageError("-: what does standard input hold?", hint="say it: accessnews render - --type md")
    data = sys.stdin.buffer.read(LIMIT + 1)
    chosen = {key: value for key, value in options.items() if key in library.Options.__annotations__}
    here = Path.cwd()
    try:
        return library.render(data, format=kind, images=images or here, project=here, **cast("Options", chosen))
    except AccessNewsError as error:
        return error


def _check_names(stories: list[Path]) -> None:
    """Two stories of one name would take turns in one folder."""
    seen: dict[str, Path] = {}
    for story in stories:
        name = slug(story)
        if name in seen:
            hint = "rename one, or render them into two folders with --output"
            raise UsageError(f"{seen[name]} and {story} would make the same bundle, {name}", hint=hint)
        seen[name] = story


def _in_processes(stories: list[Path], config: Config, voice: Voice, jobs: int, quiet: bool) -> list[Outcome]:
    from accessnews.cli.workers import side_by_side

    line = console.ProgressLine("stories", quiet)
    task = partial(_outcome, settings=config.settings, voice=voice, project=config.folder)
    outcomes: dict[int, Outcome] = {}
    try:
        with closing(side_by_side(task, stories, jobs, _died)) as arriving:
            for number, outcome in arriving:
                outcomes[number] = outcome
                line("rendered", len(outcomes), len(stories))
    finally:
        line.clear()
    return [outcomes[number] for number in range(len(stories))]


def _died(story: Path, exit_code: int | None) -> AccessNewsError:
    at = Place(str(story))
    if exit_code is None:
        return AccessNewsError("no process can be started to render it", at, "render one story at a time")
    signals = {-number: number.name for number in signal.Signals}
    how = signals.get(exit_code, f"exit code {exit_code}")
    hint = "render it alone to see why"
    if how == "SIGKILL":
        hint = "out of memory? Fewer stories at once need less: --jobs 1"
    return AccessNewsError(f"the process that rendered it has died ({how})", at, hint)


def _outcome(story: Path, settings: Settings, voice: Voice, project: Path, listener: Listener = silent) -> Outcome:
    at = Place(str(story))
    try:
        with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
            return render(story, settings, voice, listener, pool.map, project)
    except OSError as error:
        where = error.filename or f"the temporary folder {tempfile.tempdir or ''}".rstrip()
        hint = "make room there; " if error.errno == errno.ENOSPC else ""
        hint += "" if error.filename else "TMPDIR can name another folder; "
        return AccessNewsError(f"{where}: {error.strerror or error}", at, f"{hint}nothing was changed")
    except Exception as error:  # noqa: BLE001 (one story's fault is not that of the others)
        return as_error(error, at)
