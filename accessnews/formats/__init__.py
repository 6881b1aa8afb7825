"""One file or folder, one output; what formats share has a name that begins with an underscore."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.model import plugins
from accessnews.model.article import Article
from accessnews.model.errors import UsageError
from accessnews.model.progress import Each


def _needs_nothing(article: Article) -> None:
    """Accept every article: the format can be made everywhere."""


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
    loaded: Format = plugins.module("formats", name, "format").FORMAT
    return loaded


def load_all(names: Iterable[str]) -> dict[str, Format]:
    """The formats of these names, by name. Raises UsageError where there is no such one."""
    return {name: load(name) for name in names}


def check_ready(chosen: Mapping[str, Format], article: Article) -> None:
    """Raise UsageError that tells of all formats, by name, that cannot be made here."""
    lacking: dict[tuple[str, str], list[str]] = {}
    for name, form in chosen.items():
        try:
            form.ready(article)
        except UsageError as error:
            lacking.setdefault((error.message, error.hint), []).append(name)
    if lacking:
        messages = (f"{', '.join(names)}: {message}" for (message, _), names in lacking.items())
        raise UsageError("; ".join(messages), hint="; ".join(hint for _, hint in lacking))


def write(edition: Edition, chosen: Collection[Format], each: Each = map) -> tuple[Artifact, ...]:
    """The files of an edition in the formats ``chosen``, in their order; what two of them have is there once.

    A file whose ``beside`` are not all there is left out.
    """
    artifacts = _written(edition, [form for form in chosen if not form.runs_last], each)
    edition = replace(edition, other_artifacts=tuple(artifacts.values()))
    last = [form for form in chosen if form.runs_last]
    artifacts |= _written(edition, last, each)
    return tuple(file for file in artifacts.values() if artifacts.keys() >= set(file.beside))


def _written(edition: Edition, chosen: Collection[Format], each: Each) -> dict[str, Artifact]:
    """The files of formats in their order, by path; those that take long are begun first."""
    begun = sorted(chosen, key=lambda form: not form.slow)
    files = dict(zip(begun, each(lambda form: tuple(form.write(edition)), begun), strict=True))
    return {file.path: file for form in chosen for file in files[form]}
