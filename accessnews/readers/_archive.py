"""A story and its pictures in one zip archive, as other programs export them."""

import errno
import hashlib
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from accessnews.model.article import Article, placed
from accessnews.model.errors import AccessNewsError, Place, UsageError
from accessnews.model.unpacked import Unpacked
from accessnews.text.archive import LIMIT, unzipped
from accessnews.text.files import content, is_plain_name

SUFFIX = ".zip"
_RESAVE = "make the archive anew"
_MAYBE_DATA = (".json", ".xml")  # of a story that lies beside it
_NOT_THE_STORYS = ("__MACOSX/", ".")  # what systems put into archives for themselves


def read_archive(source: Path, suffixes: Collection[str], read: Callable[[Path], Article]) -> Article:
    """The story in the archive ``source``, read by ``read``; places in it are told as ``story.zip/index.md:3``.

    Raises AccessNewsError where there is no story in it, or more than one.
    """
    at = Place(str(source))
    try:
        data = content(source, LIMIT)
    except FileNotFoundError as error:
        raise UsageError("there is no such file", at) from error
    unpacked = Unpacked()
    root = unpacked.folder
    for name, file in unzipped(data, at, _RESAVE):
        if is_plain_name(name) and not name.startswith(_NOT_THE_STORYS):
            _write(root / name, file, at)
    story = the_story(root, suffixes, at)
    unpacked.folder = story.parent

    def shown(place: Place) -> Place:
        return replace(place, path=place.path.replace(str(root), str(source)))

    try:
        article = read(story)
    except AccessNewsError as error:
        error.at = shown(error.at) if error.at else at
        raise
    sha256 = hashlib.sha256(data).hexdigest()
    return replace(placed(article, shown), path=source, sha256=sha256, pictures=article.pictures or unpacked)


def _write(path: Path, data: bytes, at: Place) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise
        message = f"a name in the archive is no name of a file: {path.name[:60]}"
        raise AccessNewsError(message, at, _RESAVE) from error


def the_story(folder: Path, suffixes: Collection[str], at: Place) -> Path:
    """The story's file in a folder: its index, or the only one, there or in the only folder below.

    Raises UsageError where there is none, or several.
    """
    files = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    stories = [path for path in files if path.suffix.lower() in suffixes and path.is_file()]
    indexes = [path for path in stories if path.stem.lower() == "index"]
    likely = [path for path in stories if path.suffix.lower() not in _MAYBE_DATA]
    stories = indexes or likely or stories
    if len(stories) == 1:
        return stories[0]
    if stories:
        names = ", ".join(path.name for path in stories[:5])
        raise UsageError(f"which of these is the story: {names}?", at, "name its file, or call it index")
    below = [path for path in files if path.is_dir()]
    if len(below) == 1:
        return the_story(below[0], suffixes, at)
    raise UsageError("there is no story in it", at, "a story ends in " + ", ".join(sorted(suffixes)))
