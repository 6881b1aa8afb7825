"""What befell a place and is the scene: "search for survivors after a building collapsed in the old town".

A clause of time goes, unless it says what is seen and the rest does not say where: it is kept then, short as it is.
"""

from accessnews.alttext.english.clause import Clause
from accessnews.alttext.lengths import AIM

_OPENERS = ("after", "following", "in the aftermath of", "amid", "during")
_NAMED_FOR = ("in", "at", "near", "outside", "on", "off", "of", "inside", "through", "over", "into")
_NEAR = 5  # tokens behind a preposition in which its name stands


def is_scene(clause: Clause, at: int, size: int, end: int) -> bool:
    """Whether the clause of time whose ``size`` opening words stand at ``at``, up to ``end``, is the scene itself."""
    if " ".join(clause.lows[at : at + size]) not in _OPENERS or _says_where(clause, 0, at):
        return False
    inside = clause.tokens[at + size : end]
    if not any(token.has("scene-events") for token in inside) or any(token.has("casualties") for token in inside):
        return False
    last = clause[end - 1].end if end > at else 0
    short = last - (clause[0].start if clause.tokens else 0) <= AIM
    return short and (_says_where(clause, at + size, end) or clause[at + size].has("pronouns"))


def _says_where(clause: Clause, start: int, end: int) -> bool:
    """Whether a named place stands in a stretch: "in the old town of Beshar"."""
    return any(
        token.low in _NAMED_FOR and any(near.is_capital for near in clause.tokens[at + 1 : min(at + 1 + _NEAR, end)])
        for at, token in enumerate(clause.tokens[:end])
        if at >= start
    )
