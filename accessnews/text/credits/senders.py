"""A stretch that is a credit, and who sent a picture in."""

import re
from dataclasses import dataclass

from accessnews.text.credits.shape import looks_like_names

_SENT_IN = re.compile(
    r"(?:,|[-–—])\s+(?:photo\s+|picture\s+)?"
    r"(?:sent in|sent|submitted|shared|supplied|snapped|contributed|provided|photographed)\s+by\s+"
    r"(?P<who>[^\W\d_a-z][^\n,.;:]{1,60})\.?$"
)
_SLASHED_AGENCY = re.compile(r"\s+[/|]\s+(?P<who>[A-Z]{2,8}(?::\s|\s/\s)[^\W\d_a-z][\w.’' -]{2,40})$")


@dataclass(frozen=True, slots=True)
class CreditSpan:
    """A stretch that is a credit: ``raw`` as it stands there, empty for a notice that names no one."""

    start: int
    end: int
    raw: str
    notice: bool = False


def sent_in(text: str, start: int, end: int) -> CreditSpan | None:
    """ "…, sent in by Ann Roe", "… / ACN: Ann Roe" at the end."""
    for pattern in (_SENT_IN, _SLASHED_AGENCY):
        match = pattern.search(text, max(start, end - 120), end)
        if match and match.start() > start and looks_like_names(match["who"]):
            return CreditSpan(match.start(), end, match["who"])
    return None
