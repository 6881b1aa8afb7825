"""Plug-ins: a module in ``readers/``, ``engines/`` or ``writers/`` is one, its name is its name.

The only place to add another source of them, such as entry points, should a third party need one.
"""

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, cast

from accessnews.model.errors import UsageError, did_you_mean

if TYPE_CHECKING:  # the names alone are asked for by every --help
    from accessnews.bundle.edition import Writer
    from accessnews.model.article import Article
    from accessnews.narration.speech import Engine


@cache
def names(kind: str) -> tuple[str, ...]:
    """What there is of ``readers``, ``engines`` or ``writers``, without importing any."""
    folder = Path(__file__).parent / kind
    return tuple(sorted(module.name for module in iter_modules([str(folder)]) if module.name[0] != "_"))


def engine(name: str) -> "Engine":
    """Raises UsageError where there is none of that name."""
    return cast("Engine", _module("engines", name))


def writer(name: str) -> "Writer":
    """Raises UsageError where there is none of that name."""
    return cast("Writer", _module("writers", name))


def read(story: Path) -> "Article":
    """The story by the reader for its suffix. Raises UsageError where there is none."""
    if not str(story).isprintable():
        raise UsageError(f"{str(story)!a}: a name with letters that cannot be shown", hint="rename the file")
    readers = [_module("readers", name) for name in names("readers")]
    known = {suffix: reader for reader in readers for suffix in reader.SUFFIXES}
    suffix = story.suffix.lower()
    if suffix not in known:
        hint = "stories end in " + ", ".join(sorted(known))
        raise UsageError(f"{story}: no reader for {suffix or 'a file without a suffix'}", hint=hint)
    return cast("Article", known[suffix].read(story))


def _module(kind: str, name: str) -> Any:
    if name not in names(kind):
        raise UsageError(f"no {kind.removesuffix('s')} {name}", hint=did_you_mean(name, list(names(kind))))
    return import_module(f"accessnews.{kind}.{name}")
