"""accessnews from Python: what a newsroom's own program calls.

::

    from pathlib import Path

    from accessnews import AccessNewsError, describe_caption, render

    picture = describe_caption("Stallholders open umbrellas on the pier. [Ada Gill/AP]", lang="en")
    print(picture.alt, picture.credit, picture.state, picture.reasons)

    story = "# Harbour opens\\n\\nThe harbour opened at dawn.\\n\\n![](pier.jpg 'Boats lie at the pier. [AP]')\\n"
    photos = {"pier.jpg": Path("pier.jpg").read_bytes()}
    try:
        bundle = render(story, format="markdown", name="harbour", images=photos, output="public", formats=["html"])
        print(bundle.folder, bundle.archive, [finding.code for finding in bundle.findings])
    except AccessNewsError as error:
        print(error, error.hint)

Nothing here prints, waits for a person, handles a signal or keeps a state between calls; threads may call it at once.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypedDict, Unpack

from accessnews.model.errors import AccessNewsError, Place, UsageError, as_error
from accessnews.model.settings import FULL
from accessnews.pipeline import configuration
from accessnews.text.decode import BINARY
from accessnews.text.files import is_plain_name

if TYPE_CHECKING:  # the stages are loaded when they are needed
    from accessnews.model.alt import AltText
    from accessnews.pipeline.production import Bundle

AnyPath = str | os.PathLike[str]

_THREADS = min(4, os.cpu_count() or 1)
_STORY = "story"  # folder of a story that is no file: the bundle of an "index" is named after it


class Options(TypedDict, total=False):
    """What ``accessnews.toml`` can say of a bundle, under the same names; see Settings."""

    output: AnyPath
    lang: str
    voice: str
    cache: AnyPath
    keep_speech: bool
    formats: Sequence[str]
    levels: dict[str, str]
    ignore_embargo: bool
    alt_mode: str
    alt_limits: dict[str, int]
    trust_photo_alt: bool
    look_at_photos: bool
    describe_endpoint: str
    describe_model: str
    describe_allow_remote: bool
    describe_timeout: int
    speak_photos: bool
    speak_credits: bool
    speak_quotes: bool
    loudness: float
    true_peak: float
    bitrate: int


def describe_caption(caption: str, lang: str = "en", mode: str = FULL) -> "AltText":
    """Draft a text alternative from a caption: ``alt``, ``credit``, ``kind``, ``state`` and ``reasons``.

    The caption may have entities and tags of HTML. ``lang`` is a BCP 47 tag, ``mode`` distinct, full or
    context-caption. Raises AccessNewsError for another.
    """
    from accessnews import alttext
    from accessnews.text.markup import unmarked

    configuration.with_options(configuration.defaults(), {"lang": lang, "alt_mode": mode})
    return alttext.describe(unmarked(caption), lang, mode)


def render(
    story: AnyPath | bytes,
    *,
    format: str = "",
    name: str = "story",
    images: AnyPath | Mapping[str, bytes] | None = None,
    project: AnyPath | None = None,
    **options: Unpack[Options],
) -> "Bundle":
    """Make and publish the bundle of one story: where it is, and what a person should know about it.

    ``story`` is the path of a file. With a ``format`` (markdown, text or html) it is the story itself, as text or as
    the bytes of a file, and ``name`` that of its bundle. ``images`` is a folder of photos, or their bytes by the
    names that the story uses. ``project`` is a folder whose configuration, voices and lexicons count; without it none
    does, wherever the program runs. ``options`` win over the configuration; what neither names is as in Settings.

    Raises AccessNewsError with place and hint (a fault of ours is an InternalError, which is one); nothing in the
    output folder has changed then.
    """
    from concurrent.futures import ThreadPoolExecutor
    from tempfile import TemporaryDirectory

    from accessnews.pipeline import recipe
    from accessnews.tts import _profiles

    if unknown := options.keys() - Options.__annotations__.keys():
        raise TypeError(f"render() got an unexpected keyword argument {min(unknown)!r}")
    place, home = Place(name if format else os.fsdecode(story)[:200]), ""
    try:
        with TemporaryDirectory(prefix="accessnews-") as home, ThreadPoolExecutor(_THREADS) as pool:
            path = _written(story, format, name, Path(home)) if format else _path(story)
            config = _config(options, images, project, Path(home))
            folder = config.folder if project is not None else None
            voice = _profiles.load(config.settings.voice, folder)
            bundle = recipe.render(path, config.settings, voice, each=pool.map, project=folder)
    except AccessNewsError as error:
        if error.at:
            error.at = _shown_place(error.at, home)
        error.message, error.hint = _shown(error.message, home), _shown(error.hint, home)
        raise
    except Exception as error:
        raise as_error(error, place) from error
    findings = []
    for finding in bundle.findings:
        missing = format and finding.code == "photo-missing"
        hint = "give it in images, under this name" if missing else _shown(finding.hint, home)
        findings.append(replace(finding, at=_shown_place(finding.at, home), hint=hint))
    return replace(bundle, story=Path(_shown(str(path), home)), findings=tuple(findings))


def _path(story: AnyPath | bytes) -> Path:
    """The path of a story's file."""
    from accessnews import readers

    if isinstance(story, bytes) or "\n" in os.fspath(story):
        raise UsageError("the format of this story is not said", hint="format=: markdown, text or html")
    return readers.story_at(Path(story))


def _written(story: AnyPath | bytes, format: str, name: str, home: Path) -> Path:
    """A story that is no file yet, as one below ``home``."""
    from accessnews import readers

    if not isinstance(story, str | bytes):
        raise UsageError("a format is for a story given as text or bytes", hint="leave it out for a path")
    if not is_plain_name(name) or len(PurePosixPath(name).parts) > 1:
        raise UsageError(f"not the name of a bundle: {name[:200]!a}", hint="letters, digits and hyphens")
    try:
        data = story.encode() if isinstance(story, str) else story
    except UnicodeEncodeError:
        raise UsageError(BINARY, Place(name)) from None
    path = home / _STORY / f"{name}{readers.suffix_of(format)}"
    path.parent.mkdir()
    path.write_bytes(data)
    return path


def _config(
    options: Options, images: AnyPath | Mapping[str, bytes] | None, project: AnyPath | None, home: Path
) -> configuration.Config:
    """The settings of a project, where one is named, under those that the caller names."""
    config = configuration.defaults()
    if project is not None:
        if not Path(project).is_dir():
            raise UsageError(f"no such folder for a project: {os.fspath(project)}")
        config = configuration.load({}, Path(project))
        config = config if config.file else replace(config, file=Path(project, configuration.NAME))
    chosen = {key: os.fspath(value) if isinstance(value, os.PathLike) else value for key, value in options.items()}
    if isinstance(images, Mapping):
        chosen["images"] = str(_photos(images, home / "images"))
    elif images is not None:
        chosen["images"] = os.fspath(images)
    config = configuration.with_options(config, chosen)
    if config.settings.images and not Path(config.settings.images).is_dir():
        raise UsageError(f"no such folder for photos: {config.settings.images}", hint="see images")
    return config


def _photos(images: Mapping[str, bytes], folder: Path) -> Path:
    """A folder with photos that are no files yet."""
    folder.mkdir()
    for name, data in images.items():
        if not is_plain_name(name):
            raise UsageError(f"not the name of a photo: {name[:200]!a}", hint="such as pier.jpg or pictures/pier.jpg")
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def _shown_place(at: Place, home: str) -> Place:
    return replace(at, path=_shown(at.path, home))


def _shown(text: str, home: str) -> str:
    """A text without the path of our temporary folder, which is gone when somebody reads it."""
    for folder in (f"{home}{os.sep}{_STORY}{os.sep}", f"{home}{os.sep}") if home else ():
        text = text.replace(folder, "")
    return text
