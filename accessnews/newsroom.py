"""The newsroom: many stories at once, each in a process of its own, for a voice has one state a process."""

import errno
import os
import signal
import tempfile
import threading
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from pathlib import Path

from accessnews import console, profiles
from accessnews.config import Config
from accessnews.errors import AccessNewsError, Place, UsageError
from accessnews.pipeline import Bundle, render, slug
from accessnews.progress import Listener, silent
from accessnews.settings import Settings, Voice

Outcome = Bundle | AccessNewsError


def render_all(stories: list[Path], config: Config, jobs: int, quiet: bool) -> list[Outcome]:
    """A bundle or an error for every story, in the order given; one story's error does not stop the others.

    Raises UsageError where the request as a whole cannot be met.
    """
    if jobs < 1:
        raise UsageError(f"--jobs {jobs}: not a number of stories", hint="0 is one a core")
    voice = profiles.load(config.settings.voice, config.folder)
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
    line = console.ProgressLine("stories", quiet)
    pool = ProcessPoolExecutor(jobs, initializer=_belong_to_parent)
    try:
        futures = [pool.submit(_outcome, story, config.settings, voice, config.folder) for story in stories]
        for done, _ in enumerate(as_completed(futures), 1):
            line("rendered", done, len(stories))
        return [_result(future, story) for future, story in zip(futures, stories, strict=True)]
    except BaseException:
        for process in list((pool._processes or {}).values()):
            process.terminate()
        raise
    finally:
        line.clear()
        pool.shutdown(cancel_futures=True)


def _belong_to_parent() -> None:
    """A worker leaves interrupts to its parent, and ends when that is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)

    parent = parent_process()

    def watch() -> None:
        if parent:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _result(future: Future[Outcome], story: Path) -> Outcome:
    try:
        return future.result()
    except BrokenProcessPool:
        return AccessNewsError("the process that rendered it has died", Place(str(story)), "out of memory?")


def _outcome(story: Path, settings: Settings, voice: Voice, project: Path, listener: Listener = silent) -> Outcome:
    try:
        with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
            return render(story, settings, voice, listener, pool.map, project)
    except AccessNewsError as error:
        return error
    except OSError as error:
        where = error.filename or f"the temporary folder {tempfile.tempdir or ''}".rstrip()
        hint = "make room there; " if error.errno == errno.ENOSPC else ""
        hint += "" if error.filename else "TMPDIR can name another folder; "
        return AccessNewsError(f"{where}: {error.strerror or error}", Place(str(story)), f"{hint}nothing was changed")
