"""One file or folder, one output; what formats share has a name that begins with an underscore."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.model import plugins
from accessnews.model.article import Article


def _needs_nothing(article: Article) -> None:
    """What a format lacks that can be made everywhere."""


@dataclass(frozen=True, slots=True)
class Format:
    """What a module in ``formats`` has as its ``FORMAT``. The module's name is the format's, for ``--to``."""

    write: Callable[[Edition], Iterator[Artifact]]
    """Make the files of an edition, without touching a disk."""

    ready: Callable[[Article], None] = _needs_nothing
    """Raise AccessNewsError, before a word is spoken, for what is lacking here."""

    runs_last: bool = False
    """Whether it tells of the files of the other formats, and is asked when they are made."""

    slow: bool = False
    """Whether it takes long, and is begun before the others."""


def names() -> tuple[str, ...]:
    """The formats that there are, without importing any."""
    return plugins.names("formats")


def load(name: str) -> Format:
    """The format of that name. Raises UsageError where there is none."""
    found: Format = plugins.module("formats", name, "format").FORMAT
    return found
