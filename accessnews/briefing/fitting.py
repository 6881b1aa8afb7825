"""Fitting: how many sentences of each story make a programme as long as it is to be.

The lengths are measured, in seconds of speech with its pauses. Each story has its share of the time by its weight; a
story that is shorter leaves the rest to the others. Near the shares, the choice whose sum comes nearest is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_STEPS = 4_000  # that the target is counted in
_NEIGHBOURS = 3  # lengths looked at on either side of a story's share
_FREE = 0.002  # of the target: within it, the fairest choice wins


@dataclass(frozen=True, slots=True)
class Lengths:
    """The lengths that a story can have: seconds by choice, rising, and its weight against the other stories."""

    seconds: tuple[float, ...]
    weight: float = 1.0


def fitted(stories: Sequence[Lengths], target: float) -> tuple[int, ...]:
    """The choice for each story, as an index of its lengths, with a sum as near to ``target`` seconds as it gets."""
    shares = shared(stories, target)
    step = target / _STEPS
    best = {0: _Choice(0.0, 0.0, ())}  # the fairest for each sum, in steps
    for story, share in zip(stories, shares, strict=True):
        longer: dict[int, _Choice] = {}
        for so_far in best.values():
            for choice in _near(story, share):
                seconds = story.seconds[choice]
                away = abs(seconds - share) / max(share, step)
                candidate = _Choice(so_far.unfair + away * away, so_far.seconds + seconds, (*so_far.choices, choice))
                place = round(candidate.seconds / step)
                if place not in longer or candidate < longer[place]:
                    longer[place] = candidate
        best = longer
    nearest = min(best.values(), key=lambda choice: (max(abs(choice.seconds - target), _FREE * target), choice))
    return nearest.choices


@dataclass(frozen=True, slots=True, order=True)
class _Choice:
    """Lengths of the first stories: how far they are from their shares, and how long together."""

    unfair: float
    seconds: float
    choices: tuple[int, ...]


def _near(story: Lengths, share: float) -> range:
    """The choices around a story's share."""
    nearest = min(range(len(story.seconds)), key=lambda choice: abs(story.seconds[choice] - share))
    return range(max(0, nearest - _NEIGHBOURS), min(len(story.seconds), nearest + _NEIGHBOURS + 1))


def shared(stories: Sequence[Lengths], target: float) -> tuple[float, ...]:
    """The seconds of each story: by weight, none below its shortest or above its longest, together ``target``."""
    low, high = 0.0, max(story.seconds[-1] / story.weight for story in stories)
    for _ in range(60):
        middle = (low + high) / 2
        if sum(_within(story, middle) for story in stories) < target:
            low = middle
        else:
            high = middle
    return tuple(_within(story, high) for story in stories)


def _within(story: Lengths, unit: float) -> float:
    return min(max(unit * story.weight, story.seconds[0]), story.seconds[-1])
