"""How a story is named: by its file, and by its number where a file holds several (``feed.xml#2``)."""

import re
from pathlib import Path

_NUMBERED = re.compile(r"(?P<file>.+\.[A-Za-z]{2,8})#(?P<number>[1-9][0-9]{0,4})")


def split_number(story: Path) -> tuple[Path, int]:
    """The file that a story is in, and its number there, counted from 1; 0 where none is named."""
    match = _NUMBERED.fullmatch(story.name)
    return (story.with_name(match["file"]), int(match["number"])) if match else (story, 0)


def numbered(file: Path, number: int) -> Path:
    """The path of one story of several in a file."""
    return file.with_name(f"{file.name}#{number}")


def stem(story: Path) -> str:
    """The name of a story without the suffix of its file: ``harbour`` of harbour.md, ``feed-2`` of feed.xml#2."""
    file, number = split_number(story)
    return f"{file.stem}-{number}" if number else file.stem
