"""One file, one input format; what readers share has a name that begins with an underscore."""

from pathlib import Path
from typing import cast

from accessnews.model.article import Article
from accessnews.model.errors import UsageError
from accessnews.model.plugins import module, names


def suffixes() -> dict[str, str]:
    """The name of the reader for each suffix."""
    return {suffix: name for name in names("readers") for suffix in module("readers", name, "reader").SUFFIXES}


def read(story: Path) -> Article:
    """The story by the reader for its suffix. Raises UsageError where there is none."""
    if not str(story).isprintable():
        raise UsageError(f"{str(story)!a}: a name with letters that cannot be shown", hint="rename the file")
    known, suffix = suffixes(), story.suffix.lower()
    if suffix not in known:
        hint = "stories end in " + ", ".join(sorted(known))
        raise UsageError(f"{story}: no reader for {suffix or 'a file without a suffix'}", hint=hint)
    return cast("Article", module("readers", known[suffix], "reader").read(story))
