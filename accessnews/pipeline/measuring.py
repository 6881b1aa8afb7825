"""Measuring: how long a briefing's utterances take to say. What has been spoken for that is not spoken again."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import IO
from weakref import finalize

from accessnews.audio import RATE
from accessnews.audio.join import pause_after, trimmed
from accessnews.briefing.composition import Composition, compose
from accessnews.briefing.fitting import Lengths, fitted, shared
from accessnews.briefing.programme import BriefingProgramme
from accessnews.briefing.story import BriefingStory
from accessnews.model.article import Block, Figure, ListBlock, Quote, walk
from accessnews.model.errors import AccessNewsError
from accessnews.model.settings import Settings, Voice
from accessnews.narration import script
from accessnews.narration.script import Script, Utterance
from accessnews.narration.speech import Say, SynthesizedSpeech, WordBoundary
from accessnews.normalize.pls import Lexicons
from accessnews.pipeline.soundtrack import soundtrack
from accessnews.tts import _voiceset
from accessnews.tts._cache import store_of

_AHEAD = 1.25  # times its share that is measured of a story before another is known to be short
_ENOUGH = 12  # utterances that tell how loud a voice is
_UNSAID = RATE // 2  # frames for words without a sound
_Key = tuple[object, ...]


class Measuring:
    """An open mind for what has been spoken: utterances by reader, language and words, their sound on disk."""

    def __init__(self, settings: Settings, voice: Voice, lexicons: Lexicons, lang: str) -> None:
        self.voice, self.lexicons, self.lang = voice, lexicons, lang
        self._settings = settings
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="accessnews-")  # noqa: SIM115 (closed by the finalizer)
        self._places: dict[_Key, tuple[int, int, int, tuple[WordBoundary, ...]]] = {}
        self._frames: dict[_Key, int] = {}
        self._lock = Lock()
        finalize(self, self._file.close)

    def spoken(self, say: Say) -> Say:
        """``say``, but for what has been said before."""

        def remembered(utterance: Utterance) -> SynthesizedSpeech:
            key = self._key(utterance)
            with self._lock:
                if place := self._places.get(key):
                    start, length, rate, words = place
                    self._file.seek(start)
                    return SynthesizedSpeech(self._file.read(length), rate, words)
            speech = say(utterance)
            with self._lock:
                start = self._file.seek(0, 2)
                self._file.write(speech.pcm)
                self._places[key] = start, len(speech.pcm), speech.rate, speech.words
            return speech

        return remembered

    @contextmanager
    def voices(self) -> Iterator[Say]:
        """The voices of the briefing, open."""
        with _voiceset.open_voices(self.voice, store_of(self._settings)) as voices:
            yield self.spoken(voices.say)

    def script(self, composition: Composition, stories: Sequence[BriefingStory]) -> Script:
        """What is said of a composition where its photos are as the stories say."""
        present = {
            place for place, (number, figure) in composition.figures.items() if figure in stories[number].present
        }
        return composition.cast(
            script.write(composition.article, present, self._settings.aloud, self.lexicons.__getitem__)
        )

    def frames(self, utterances: Iterable[Utterance], say: Say) -> int:
        """The frames of utterances with the pauses behind them."""
        return sum(self._length(utterance, say) + self._pause(utterance) for utterance in utterances)

    def frames_as_last(self, utterance: Utterance, say: Say) -> int:
        """The frames of an utterance with the pause of the last one of a block."""
        return self._length(utterance, say) + self.voice.pauses[utterance.role] * RATE // 1000

    def loudness(self, lines: Script, say: Say) -> float:
        """How loud the voice is before anything is levelled, LUFS, by what it says first."""
        from accessnews.audio.loudness import Meter, as_samples

        meter = Meter(RATE, remember=False)
        for utterance in lines.utterances[:_ENOUGH]:
            meter.feed(as_samples(trimmed(say(utterance))[0]))
        return meter.loudness()

    def _pause(self, utterance: Utterance) -> int:
        return pause_after(utterance, self.voice.pauses) * RATE // 1000

    def _length(self, utterance: Utterance, say: Say) -> int:
        key = self._key(utterance)
        if key not in self._frames:
            self._frames[key] = len(trimmed(say(utterance))[0]) // 2 or _UNSAID
        return self._frames[key]

    def _key(self, utterance: Utterance) -> _Key:
        reader = self.voice.reader_of(utterance.role, utterance.reader)
        return reader.name, utterance.lang, utterance.spans


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
    message = f"{shown(programme.minutes * 60)} is {shown(frames / RATE)} too short for a sentence of each story"
    return AccessNewsError(
        message, programme.place("minutes"), f"leave out {', '.join(going)}, or allow more minutes"
    )


def shown(seconds: float) -> str:
    """``4:05``."""
    minutes, whole = divmod(round(seconds), 60)
    return f"{minutes}:{whole:02d}"
