"""Words that a line end parts at a hyphen: put together again, with the hyphen where it is the word's own."""

import re
import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files

SOFT = "\u00ad"
"""A hyphen that is only seen where a line ends."""

_ENDS = re.compile(r"(?P<word>[^\W\d_]{1,40})[-\u00ad]\Z")
_BEGINS = re.compile(r"[^\W\d_]{1,60}")
_FEWEST = 4  # words of French in a text that is in French


def goes_on(above: str, below: str) -> bool:
    """Whether the last word of a line goes on in the next: behind a hyphen, with a small letter."""
    begins = below.lstrip()[:1]
    return bool(_ENDS.search(above)) and (begins.islower() or (above.endswith(SOFT) and begins.isalpha()))


def seam(above: str, below: str, words: Collection[str]) -> tuple[str, str]:
    """The end of ``above`` to take off and what to put between it and ``below``, if a hyphen stands between them.

    ``words`` are those of the whole text in small letters, which tell how the word is written elsewhere.
    """
    first, rest = _ENDS.search(above), _BEGINS.match(below)
    if not first or not rest:
        return "", ""
    if above.endswith(SOFT):
        return SOFT, ""
    head, tail = first["word"].casefold(), rest[0].casefold()
    if tail in _known("joining"):
        return "", " "
    if not rest[0][0].islower() or f"{head}-{tail}" in words:
        return "", ""
    if head + tail in words:
        return "-", ""
    is_own = head in _known("before") or tail in _known("after") or _is_french_own(above, head, below, words)
    return ("", "") if is_own else ("-", "")


def _is_french_own(above: str, head: str, below: str, words: Collection[str]) -> bool:
    """Whether a hyphen is the word's own in a French text: of a verb that is turned round, or of a compound."""
    if len(_known("french").intersection(words)) < _FEWEST:
        return False
    tail = _BEGINS.match(below.casefold())
    inner = tail[0] in _known("french-inner") and below[tail.end() :][:1] == "-" if tail else False
    is_inner = head == "t" and above[-3:-2] == "-"
    is_elided = bool(re.match(r"[dl]['’]", below))
    is_last = bool(tail and tail[0] in _known("french-after"))
    return inner or is_inner or is_elided or is_last or head in _known("french-before")


@cache
def _known(kind: str) -> frozenset[str]:
    table = tomllib.loads(files("accessnews.text.hyphens").joinpath("words.toml").read_text("utf-8"))
    return frozenset(table[kind].split())


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters, with their hyphens."""
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold()))


PARTED = re.compile(
    r"""
    (?P<lead>[\w,;:.)”’"'][ \t]+)
    (?P<above>(?:[^\W\d_]{1,5}['’])?(?:[^\W\d_]{1,20}-){0,2}[^\W\d_]{1,40}[-\u00ad])
    [ \t]*\n(?P<indent>[ \t]*)
    (?P<below>[^\W\d_]{1,60}(?:[-'’](?=\w))?)
    """,
    re.VERBOSE,
)
"""A word that a line end parts, behind others on its line."""


def rejoined(parted: re.Match[str], words: Collection[str]) -> str:
    """What ``PARTED`` matches with the word on the second line, so that lines keep their numbers."""
    above, below = parted["above"], parted["below"]
    taken, between = seam(above, below, words)
    if between or not goes_on(above, below):
        return parted[0]
    return f"{parted['lead'].rstrip()}\n{parted['indent']}{above.removesuffix(taken) if taken else above}{below}"
