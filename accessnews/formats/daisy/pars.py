"""What a player plays in one go: an utterance, or all of a picture's longer description, which is one note."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from accessnews.narration.script import Role
from accessnews.narration.timeline import Cue, milliseconds


@dataclass(frozen=True, slots=True)
class SmilPar:
    """A stretch of the programme, from millisecond ``start`` to ``end``; its id is that of its text, too."""

    id: str
    start: int
    end: int
    is_note: bool  # of the producer


def pars(cues: Iterable[Cue], rate: int) -> Iterator[SmilPar]:
    """The pars of cues in order; times of cues are frames of ``rate`` a second."""
    for (name, is_note), group in groupby(cues, _par_of):
        first, *others = group
        last = others[-1] if others else first
        yield SmilPar(name, milliseconds(first.start, rate), milliseconds(last.end, rate), is_note)


def _par_of(cue: Cue) -> tuple[str, bool]:
    """The id of the par that a cue is in, and whether that is a note of the producer."""
    utterance = cue.utterance
    is_longer = utterance.role == Role.DESCRIPTION
    return f"{utterance.block}d" if is_longer else utterance.id, is_longer or utterance.role == Role.PHOTO
