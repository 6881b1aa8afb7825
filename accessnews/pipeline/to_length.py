"""To the minute: how many sentences of each story make a briefing as long as it is to be, as it is spoken."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from accessnews.audio import RATE
from accessnews.briefing.composition import compose
from accessnews.briefing.fitting import Lengths, fitted, shared
from accessnews.briefing.programme import BriefingProgramme
from accessnews.briefing.story import BriefingStory
from accessnews.model.article import Block, Figure, ListBlock, Quote, walk
from accessnews.model.errors import AccessNewsError
from accessnews.narration.script import Script, Utterance
from accessnews.narration.speech import Say
from accessnews.narration.timeline import running_time
from accessnews.pipeline.measuring import Measuring
from accessnews.pipeline.soundtrack import soundtrack

_AHEAD = 1.25  # times its share that is measured of a story before another is known to be short


def fit(programme: BriefingProgramme, stories: Sequence[BriefingStory], measuring: Measuring) -> list[int]:
    """The sentences that each story is told in, so that the programme is as long as it is to be.

    Raises AccessNewsError, which says by how much and what would have to go, where the shortest is too long.
    """
    with measuring.voices() as say:
        composition = compose(programme, [story.part(story.lengths[-1]) for story in stories], measuring.lang)
        lines = measuring.script(composition, stories)
        by_block = _by_block(lines)
        units = [
            _units(body, by_block) if len(story.lengths) > 1 else []
            for story, body in zip(stories, composition.bodies, strict=True)
        ]
        variable = {utterance.id for story in units for unit in story for utterance in unit}
        fixed = [utterance for utterance in lines.utterances if utterance.id not in variable]
        music = soundtrack(programme, composition, lines, lambda: measuring.loudness(lines, say))
        target = programme.minutes * 60 * RATE - measuring.frames(fixed, say) - music.frames
        ladders = [_Ladder(story, parts, measuring, say) for story, parts in zip(stories, units, strict=True)]
        _climb([ladder for ladder in ladders if ladder.is_open], target)
    free = [ladder for ladder in ladders if ladder.units]
    least = sum(ladder.seconds[0] for ladder in free)
    if least > target + tolerance(programme):
        raise _too_long(programme, ladders, least - target)
    chosen = iter(fitted([ladder.lengths for ladder in free], max(target, 1.0)) if free else ())
    return [ladder.counts[next(chosen)] if ladder.units else ladder.counts[0] for ladder in ladders]


class _Ladder:
    """The lengths of one story, from its shortest, as far as they have been measured."""

    def __init__(self, story: BriefingStory, units: list[list[Utterance]], measuring: Measuring, say: Say) -> None:
        self.story, self.units = story, units
        self.counts: list[int] = [] if units else [story.lengths[0]]
        self.seconds: list[float] = []  # of frames; they are counted in those
        self._measuring, self._say = measuring, say
        self._at = self._before = 0
        self.measure(0)

    @property
    def is_open(self) -> bool:
        """Whether there is more to measure."""
        return self._at < len(self.units)

    @property
    def lengths(self) -> Lengths:
        return Lengths(tuple(self.seconds), self.story.item.weight)

    def measure(self, frames: float) -> None:
        """Measure on until the story is longer than ``frames``, or ends."""
        while self.is_open and (not self.seconds or self.seconds[-1] <= frames):
            unit = self.units[self._at]
            self._at += 1
            if self._at in self.story.lengths:
                whole = self._measuring.frames(unit[:-1], self._say)
                self.counts.append(self._at)
                self.seconds.append(self._before + whole + self._measuring.frames_as_last(unit[-1], self._say))
            self._before += self._measuring.frames(unit, self._say)


def _climb(ladders: list[_Ladder], target: float) -> None:
    """Measure what may be told: each story beyond its share, which grows where others turn out to be short."""
    while ladders:
        shares = shared([_endless(ladder, target) for ladder in ladders], target)
        low = [
            (ladder, share * _AHEAD)
            for ladder, share in zip(ladders, shares, strict=True)
            if ladder.is_open and ladder.seconds[-1] <= share * _AHEAD
        ]
        if not low:
            return
        for ladder, frames in low:
            ladder.measure(frames)


def _endless(ladder: _Ladder, target: float) -> Lengths:
    """A story's lengths, without an end where it has not been measured to its own."""
    most = max(target * 2, ladder.seconds[-1]) if ladder.is_open else ladder.seconds[-1]
    return Lengths((ladder.seconds[0], most), ladder.story.item.weight)


def _by_block(lines: Script) -> dict[str, list[Utterance]]:
    by_block = dict[str, list[Utterance]]()
    for utterance in lines.utterances:
        by_block.setdefault(utterance.block, []).append(utterance)
    return by_block


def _units(body: Iterable[Block], by_block: Mapping[str, list[Utterance]]) -> list[list[Utterance]]:
    """The utterances of a story's beginning by sentence; a list is one, a picture goes with what follows it."""
    units: list[list[Utterance]] = []
    pending: list[Utterance] = []
    for block in _leaves(body):
        utterances = [utterance for inner in walk((block,)) for utterance in by_block.get(inner.id, ())]
        if isinstance(block, Figure):
            pending += utterances
        elif isinstance(block, ListBlock):
            units.append(pending + utterances)
            pending = []
        else:
            for utterance in utterances:
                units.append([*pending, utterance])
                pending = []
    return units


def _leaves(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Quote):
            yield from _leaves(block.blocks)
        else:
            yield block


def tolerance(programme: BriefingProgramme) -> float:
    """The frames that a programme may be off its length: 3 %, and 5 s in any case."""
    return max(programme.minutes * 60 * 0.03, 5.0) * RATE


def _too_long(programme: BriefingProgramme, ladders: Sequence[_Ladder], frames: float) -> AccessNewsError:
    """What is to be said where the shortest of everything is too long."""
    over, going = frames, list[str]()
    lightest = sorted(enumerate(ladders), key=lambda entry: (entry[1].story.item.weight, -entry[0]))
    for _, ladder in lightest:
        if over <= 0:
            break
        if ladder.units:
            going.append(f"“{ladder.story.article.title}”")
            over -= ladder.seconds[0]
    asked, lacking = running_time(programme.minutes * 60), running_time(frames / RATE)
    message = f"{asked} is {lacking} too short for a sentence of each story"
    return AccessNewsError(
        message, programme.place("minutes"), f"leave out {', '.join(going)}, or allow more minutes"
    )
