"""What a player plays in one go: an utterance, or all of a picture's longer description, which is one note."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import groupby

from accessnews.narration.script import Role
from accessnews.narration.timeline import Cue, milliseconds

OF_PRODUCER, FOOTNOTE = "prodnote-on", "footnote-on"
"""What a listener can switch off (DAISY 2.02, 2.4, ``system-required``)."""


@dataclass(frozen=True, slots=True)
class SmilPar:
    """A stretch of the programme, from millisecond ``start`` to ``end``; its id is that of its text, too."""

    id: str
    start: int
    end: int
    required: str  # what must be switched on for it to be heard; empty: nothing


def pars(cues: Iterable[Cue], rate: int, footnotes: Set[str]) -> Iterator[SmilPar]:
    """The pars of cues in order; times of cues are frames of ``rate`` a second, ``footnotes`` the blocks of such."""
    for (name, required), group in groupby(cues, lambda cue: _par_of(cue, footnotes)):
        first, *others = group
        last = others[-1] if others else first
        yield SmilPar(name, milliseconds(first.start, rate), milliseconds(last.end, rate), required)


def _par_of(cue: Cue, footnotes: Set[str]) -> tuple[str, str]:
    """The id of the par that a cue is in, and what must be switched on for it."""
    utterance = cue.utterance
    is_longer = utterance.role == Role.DESCRIPTION
    name = f"{utterance.block}d" if is_longer else utterance.id
    if is_longer or utterance.role == Role.PHOTO:
        return name, OF_PRODUCER
    return name, FOOTNOTE if utterance.block in footnotes else ""
