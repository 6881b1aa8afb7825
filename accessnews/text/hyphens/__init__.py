"""Words that a line end parts at a hyphen: put together again, with the hyphen where it is the word's own."""

import re
import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files

_ENDS = re.compile(r"(?P<word>[^\W\d_]{1,40})-\Z")
_BEGINS = re.compile(r"[^\W\d_]{1,60}")


def goes_on(above: str, below: str) -> bool:
    """Whether the last word of a line goes on in the next: behind a hyphen, with a small letter."""
    return bool(_ENDS.search(above)) and below.lstrip()[:1].islower()


def seam(above: str, below: str, words: Collection[str]) -> tuple[str, str]:
    """The end of ``above`` to take off and what to put between it and ``below``, if a hyphen stands between them.

    ``words`` are those of the whole text in small letters, which tell how the word is written elsewhere.
    """
    first, rest = _ENDS.search(above), _BEGINS.match(below)
    if not first or not rest:
        return "", ""
    head, tail = first["word"].casefold(), rest[0].casefold()
    if tail in _known("joining"):
        return "", " "
    if not rest[0][0].islower() or f"{head}-{tail}" in words:
        return "", ""
    if head + tail in words:
        return "-", ""
    return ("", "") if head in _known("before") or tail in _known("after") else ("-", "")


@cache
def _known(kind: str) -> frozenset[str]:
    table = tomllib.loads(files("accessnews.text.hyphens").joinpath("words.toml").read_text("utf-8"))
    return frozenset(table[kind].split())


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters, with their hyphens."""
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold()))


PARTED = re.compile(
    r"(?P<lead>[\w,;:.)”’\"'][ \t]+)(?P<above>[^\W\d_]{1,40}-)[ \t]*\n(?P<indent>[ \t]*)(?P<below>[^\W\d_]{1,60})"
)
"""A word that a line end parts, behind others on its line."""


def rejoined(parted: re.Match[str], words: Collection[str]) -> str:
    """What ``PARTED`` matches with the word on the second line, so that lines keep their numbers."""
    above, below = parted["above"], parted["below"]
    taken, between = seam(above, below, words)
    if between or not goes_on(above, below):
        return parted[0]
    return f"{parted['lead'].rstrip()}\n{parted['indent']}{above.removesuffix(taken) if taken else above}{below}"
