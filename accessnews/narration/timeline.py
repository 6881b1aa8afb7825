"""The timeline: when each utterance and each of its words sounds, in whole audio frames."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from accessnews.narration.script import Role, Script, Utterance
from accessnews.narration.speech import WordBoundary
from accessnews.normalize import Span
from accessnews.text.unicode import shortened

WORD = re.compile(r"\w(?:[^\s\u2014\u2013]*\w)?")
"""A word as a reader sees it: from its first to its last letter or digit, nothing but them at the ends."""


@dataclass(frozen=True, slots=True)
class SpokenClip:
    """One utterance as recorded: ``lead`` frames before it, ``frames`` of voice, then ``pause`` frames without."""

    frames: int
    pause: int
    words: tuple[WordBoundary, ...]
    is_silent: bool = False  # the voice gave no sound, and a short silence stands in its place
    lead: int = 0  # of music: what is shown is shown meanwhile


@dataclass(frozen=True, slots=True)
class CueWord:
    """Characters ``start`` to ``end`` of the utterance's display text sound from ``frame`` of the programme on."""

    start: int
    end: int
    frame: int
    estimated: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """Frames ``start`` to ``end`` of the programme belong to one utterance; from ``stop`` on it is not heard."""

    utterance: Utterance
    start: int
    stop: int
    end: int
    words: tuple[CueWord, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of the programme with a name: from a heading on, a picture, or what follows one in its section."""

    id: str  # of the utterance it opens with
    title: str
    start: int
    end: int
    opens_section: bool = True  # false for a picture, and for the rest of the section behind it


@dataclass(frozen=True, slots=True)
class Timeline:
    """Cues cover the programme without gap or overlap; all times are frames, ``rate`` of them a second."""

    rate: int
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]

    @property
    def frames(self) -> int:
        return self.cues[-1].end if self.cues else 0

    @property
    def sections(self) -> tuple[Chapter, ...]:
        """The chapters without pictures: each from a heading to the next."""
        sections: list[Chapter] = []
        for chapter in self.chapters:
            if chapter.opens_section or not sections:
                sections.append(chapter)
            else:
                sections[-1] = replace(sections[-1], end=chapter.end)
        return tuple(sections)


def arrange(script: Script, clips: Iterable[SpokenClip], rate: int) -> Timeline:
    """The timeline of a script whose utterances were recorded one after the other as ``clips``."""
    cues: list[Cue] = []
    at = 0
    for utterance, clip in zip(script.utterances, clips, strict=True):
        voice = at + clip.lead
        stop = voice + clip.frames
        cues.append(Cue(utterance, at, stop, stop + clip.pause, _words(utterance.spans, clip, voice)))
        at = stop + clip.pause
    return Timeline(rate, tuple(cues), tuple(_chapters(cues)))


def milliseconds(frames: int, rate: int) -> int:
    """The nearest to a number of frames: the one place where they are rounded."""
    return (frames * 1000 + rate // 2) // rate


def clock(frames: int, rate: int) -> str:
    """A time as WebVTT and SMIL write it, ``hh:mm:ss.mmm``."""
    whole, thousandths = divmod(milliseconds(frames, rate), 1000)
    minutes, whole = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{whole:02d}.{thousandths:03d}"


def running_time(seconds: float) -> str:
    """A length as people read it, ``8:05`` or ``1:08:05``; to the nearest second."""
    minutes, whole = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{whole:02d}" if hours else f"{minutes}:{whole:02d}"


def seconds(frames: int, rate: int) -> str:
    """A time as media fragments, ISO 8601 and JSON have it, ``s.mmm``: the same as that of ``clock``."""
    whole, thousandths = divmod(milliseconds(frames, rate), 1000)
    return f"{whole}.{thousandths:03d}"


def _words(spans: tuple[Span, ...], clip: SpokenClip, at: int) -> tuple[CueWord, ...]:
    """A time for every word shown: the first event inside it, else its share of the way between its neighbours."""
    if not clip.words:
        return ()
    shown, said = "".join(s.written for s in spans), "".join(s.spoken for s in spans)
    tokens = [token.span() for start, end in _stretches(spans) for token in WORD.finditer(shown, start, end)]
    spoken = _spoken_ranges(spans, tokens)
    known = _first_events(spoken, clip.words)
    anchors = [(0, 0), *sorted(known.values()), (len(said), clip.frames)]
    out = []
    for number, ((start, end), place) in enumerate(zip(tokens, spoken, strict=True)):
        if place is None:  # shown, not said
            continue
        frame = known[number][1] if number in known else _between(anchors, place[0])
        out.append(CueWord(start, end, at + frame, number not in known))
    return tuple(out)


def _stretches(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Where the shown text stands that no word goes beyond: the mark of a footnote, what is in one cell."""
    start = at = 0
    for span in spans:
        end = at + len(span.written)
        if span.is_mark or at == end:
            yield start, at
            yield at, end
            start = end
        at = end
    yield start, at


def _spoken_ranges(spans: tuple[Span, ...], tokens: list[tuple[int, int]]) -> list[tuple[int, int] | None]:
    """For every shown token the characters of the spoken text that say it; None where nothing does."""
    ranges: list[tuple[int, int] | None] = []
    bounds: list[tuple[int, int, int, int, bool]] = []
    shown = said = 0
    for span in spans:
        same = span.written == span.spoken
        bounds.append((shown, shown + len(span.written), said, said + len(span.spoken), same))
        shown, said = shown + len(span.written), said + len(span.spoken)
    first = 0
    for start, end in tokens:
        while first < len(bounds) and bounds[first][1] <= start:
            first += 1
        low, high = said, 0
        for left, right, spoken_left, spoken_right, same in bounds[first:]:
            if left >= end:
                break
            if same:
                low = min(low, spoken_left + max(start - left, 0))
                high = max(high, spoken_left + min(end, right) - left)
            elif spoken_left < spoken_right:
                low, high = min(low, spoken_left), max(high, spoken_right)
        ranges.append((low, high) if low < high else None)
    return ranges


def _first_events(ranges: list[tuple[int, int] | None], words: Sequence[WordBoundary]) -> dict[int, tuple[int, int]]:
    """By token: spoken position and frame of the first word event inside it that the engine told."""
    known: dict[int, tuple[int, int]] = {}
    at = 0
    for number, place in enumerate(ranges):
        if place is None:
            continue
        while at < len(words) and words[at].start < place[0]:
            at += 1
        if at < len(words) and words[at].start < place[1] and not words[at].estimated:
            known[number] = (words[at].start, words[at].frame)
    return known


def _between(anchors: list[tuple[int, int]], position: int) -> int:
    """The frame at a spoken position, on the straight line between the anchors around it."""
    before = max(anchor for anchor in anchors if anchor[0] <= position)
    after = min((anchor for anchor in anchors if anchor[0] > position), default=before)
    if after[0] == before[0]:
        return before[1]
    return before[1] + (after[1] - before[1]) * (position - before[0]) // (after[0] - before[0])


_NAMES = {Role.HEADLINE, Role.HEADING}
_PICTURE = {Role.PHOTO, Role.CAPTION, Role.CREDIT, Role.DESCRIPTION}
_LONGEST_TITLE = 79  # characters, and an ellipsis; players show less


def _chapters(cues: Sequence[Cue]) -> Iterator[Chapter]:
    """The sections of the story, each cut where a picture begins and where it ends.

    Most players know only chapters that stand side by side. Behind a picture the section goes on under its own
    title: who skips the picture misses nothing else.
    """
    section = title = ""
    places = zip(_places(cues), cues, strict=True)
    for (heading, picture), part in groupby(places, lambda place: place[0]):
        stretch = [cue for _, cue in part]
        opens = heading != section
        section, title = heading, _title(stretch) if opens else title
        name = _title(stretch) if picture else title
        yield Chapter(stretch[0].utterance.id, name, stretch[0].start, stretch[-1].end, opens)


def _places(cues: Sequence[Cue]) -> Iterator[tuple[str, str]]:
    """By cue: the block of the heading that it stands below, and that of the picture that it tells of."""
    section = ""
    for utterance in (cue.utterance for cue in cues):
        if not section or utterance.role == Role.HEADING:
            section = utterance.block
        yield section, utterance.block if utterance.role in _PICTURE else ""


def _title(cues: Sequence[Cue]) -> str:
    """The headline or the heading in a chapter, without the marks of footnotes, else what it opens with."""
    opening = cues[0].utterance
    named = [cue.utterance for cue in cues if cue.utterance.role in _NAMES and cue.utterance.block == opening.block]
    whole = " ".join(said.written for said in named) or opening.label or opening.written.rstrip(".")
    return shortened(whole, _LONGEST_TITLE)
