"""Pictures with a title: "Map: where the ferry hit the pier", "INTERACTIVE | What we know".

What stands behind such a label is a title, no sentence about the picture: kind and title, and nothing in it changed.
"""

import re
from dataclasses import dataclass
from functools import cache

from accessnews.alttext import kinds
from accessnews.alttext.english.kind_told import inside
from accessnews.alttext.language import ENGLISH
from accessnews.alttext.lengths import WARN
from accessnews.alttext.lexicon import alternatives, table
from accessnews.text.sentences import sentences

_TITLED_KINDS = ("map", "chart")
_CLAUSE_END = re.compile(r"[,;:–—]\s")


@dataclass(frozen=True, slots=True)
class Titled:
    """A picture with a title: its kind, the caption's word for that, and the title."""

    kind: str
    name: str
    title: str

    @property
    def text(self) -> str:
        """ "Map, where the ferry hit the pier."."""
        return f"{self.name}, {inside(self.title)}"


@cache
def _label() -> re.Pattern[str]:
    more = alternatives("kinds", "titles", "before")
    lone = alternatives("kinds", "titles", "alone")
    noun = rf"(?:(?:{more})\s+)?(?:{kinds.pattern()})|(?:{lone})"
    return re.compile(
        rf"(?:the\s+|an?\s+)?(?P<label>{noun})\s*(?::|\||\s[-–—]{{1,2}}\s)\s*(?=[“‘\"]?\w)", re.IGNORECASE
    )


def titled(text: str) -> Titled | None:
    """The title behind a label at the start of ``text``, or None."""
    match = _label().match(text)
    if not match:
        return None
    label = match["label"].lower()
    name = table("kinds")["titles"]["alone"].get(label, label)
    kind = kinds.kind_of(_noun(name))
    if kind not in _TITLED_KINDS:
        return None
    spans = sentences(text[match.end() :], ENGLISH)
    title = text[match.end() :][spans[0][0] : spans[0][1]] if spans else ""
    return Titled(kind, name[:1].upper() + name[1:], _fitting(title.rstrip(" .")))


def _noun(name: str) -> str:
    """The longest end of a label that is the name of a kind: "map" of "interactive map"."""
    words = name.split()
    ends = (" ".join(words[at:]) for at in range(len(words)))
    return next((end for end in ends if re.fullmatch(kinds.pattern(), end, re.IGNORECASE)), words[-1])


def _fitting(title: str) -> str:
    """A title cut at a comma where it is too long for an alt."""
    while len(title) > WARN - 20 and (ends := list(_CLAUSE_END.finditer(title))):
        title = title[: ends[-1].start()]
    return title
