"""The transcript with times, as WebVTT: one cue an utterance, its id the utterance's; a long one is parted.

The parts behind the first have the utterance's id with a number: ``b01s2``, ``b01s2-2``. What a cue may hold is what
guidelines for subtitles agree on (BBC, Netflix): two lines of 42 characters, seven seconds.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import east_asian_width

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format, _transcript
from accessnews.narration.timeline import Cue, clock

_WIDEST, _MOST_LINES, _LONGEST = 42, 2, 7  # columns, lines, seconds
_TOKEN = re.compile(r"(?:\S|[\u00a0\u202f])+")
_WIDE = re.compile(r"[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]")
_PIECE = re.compile(rf"[（「『【〈《“‘(]*{_WIDE.pattern}[、。，．！？：；）」』】〉》”’)ー]*|[^\u2e80-\uffff]+|.")
_CLAUSE_END = re.compile(r"[.,;:!?…—–)\]”»、。，！？；：][\"'”’»)\]]*\Z")


@dataclass(frozen=True, slots=True)
class _Word:
    """What a cue is not parted within, and how it stands behind the one before it."""

    text: str
    gap: str  # a blank, the author's line break, or nothing in scripts without blanks
    frame: int  # of the programme, at which it begins
    columns: int  # that it takes

    @property
    def ends_clause(self) -> bool:
        return bool(_CLAUSE_END.search(self.text))


def write(edition: Edition) -> Iterator[Artifact]:
    rate = edition.timeline.rate
    title = edition.article.title.replace("-->", "→")  # ends at the first line break, and must not have an arrow
    blocks = [f"WEBVTT - {title}", *(block for cue in edition.timeline.cues for block in _blocks(cue, rate))]
    text = "\n\n".join(blocks) + "\n"
    yield Artifact(f"audio/{edition.slug}.vtt", "text/vtt", text.encode(), "captions", "WebVTT")


def _blocks(cue: Cue, rate: int) -> Iterator[str]:
    parts = list(_parts(list(_words(cue)), cue.end, rate))
    ends = [*(part[0].frame for part in parts[1:]), cue.end]
    start = cue.start
    for number, (part, end) in enumerate(zip(parts, ends, strict=True), 1):
        name = cue.utterance.id if number == 1 else f"{cue.utterance.id}-{number}"
        escaped = "\n".join(_lines(part)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        yield f"{name}\n{clock(start, rate)} --> {clock(end, rate)}\n{escaped}"
        start = end


def _words(cue: Cue) -> Iterator[_Word]:
    """The words of a cue's transcript; one that has no time of its own begins at its share of the way."""
    utterance = cue.utterance
    text = utterance.unseen or _transcript.text(utterance)
    places = [] if utterance.unseen else list(_transcript.places(utterance))
    times = {0: cue.start, **{places[word.start][0]: word.frame for word in cue.words if places}, len(text): cue.stop}
    anchors = sorted(times.items())
    at = 0
    for token in _TOKEN.finditer(text):
        gap = "\n" if "\n" in text[at : token.start()] else " "
        for piece in _PIECE.finditer(token.group()):
            word, at = piece.group(), token.start() + piece.start()
            yield _Word(word, gap, _frame(anchors, at, len(word)), _columns(word))
            gap = ""
        at = token.end()


def _columns(text: str) -> int:
    return len(text) if text.isascii() else sum(1 + (east_asian_width(letter) in "WF") for letter in text)


def _frame(anchors: Sequence[tuple[int, int]], at: int, length: int) -> int:
    """When the characters from ``at`` on begin: at the first time within them, else on the line between two."""
    number = bisect_left(anchors, (at, 0))
    place, frame = anchors[min(number, len(anchors) - 1)]
    if place < at + length or number == 0:
        return frame
    before, since = anchors[number - 1]
    return since + (frame - since) * (at - before) // (place - before)


def _parts(words: list[_Word], end: int, rate: int) -> Iterator[list[_Word]]:
    """Words in parts that a cue may hold; where they can be parted nowhere, one holds more."""
    cut = 0 if _fits(words, end, rate) else _cut(words, end)
    if not cut:
        yield words
        return
    yield from _parts(words[:cut], words[cut].frame, rate)
    yield from _parts(words[cut:], end, rate)


def _fits(words: Sequence[_Word], end: int, rate: int) -> bool:
    is_short = end - words[0].frame <= _LONGEST * rate and _width(words) <= _WIDEST * _MOST_LINES + 1
    return is_short and len(_lines(words)) <= _MOST_LINES


def _cut(words: Sequence[_Word], end: int) -> int:
    """The number of the word that best begins a second part: in the middle, or near it at a clause; 0 for none."""
    begins = (number for number, word in enumerate(words) if words[0].frame < word.frame < end)
    return min(begins, key=_distances(words).__getitem__, default=0)


def _distances(words: Sequence[_Word]) -> list[float]:
    """By word: how far from the middle it stands, as a share of the whole; less behind a clause or a line."""
    ends = list(accumulate(word.columns + len(word.gap) for word in words))
    before = [words[0], *words]
    return [
        abs(at - word.columns - ends[-1] / 2) / ends[-1]
        - (0.4 if word.gap == "\n" else 0.2 if before[number].ends_clause else 0)
        for number, (word, at) in enumerate(zip(words, ends, strict=True))
    ]


def _lines(words: Sequence[_Word]) -> list[str]:
    """Words as lines: the author's, and each that is too wide in two that are about as wide, or in more."""
    lines: list[list[_Word]] = []
    for word in words:
        if word.gap == "\n" or not lines:
            lines.append([])
        lines[-1].append(word)
    return [line for whole in lines for line in _narrow(whole)]


def _narrow(words: list[_Word]) -> Iterator[str]:
    """A line in two that are about as wide, where they can hold it, else in as many as it takes."""
    while cut := _break(words):
        yield _joined(words[:cut])
        words = words[cut:]
    yield _joined(words)


def _break(words: list[_Word]) -> int:
    """The number of the word that begins the second line; 0 where one holds all."""
    whole = _width(words)
    if whole <= _WIDEST:
        return 0
    widths = accumulate(word.columns + len(word.gap) for word in words)
    cuts = {cut: width - len(words[0].gap) for cut, width in enumerate(widths, 1) if cut < len(words)}
    halves = [
        cut for cut, width in cuts.items() if width <= _WIDEST and whole - width - len(words[cut].gap) <= _WIDEST
    ]
    if halves:
        return min(halves, key=_distances(words).__getitem__)
    return max((cut for cut, width in cuts.items() if width <= _WIDEST), default=min(1, len(words) - 1))


def _width(words: Sequence[_Word]) -> int:
    return sum(word.columns + len(word.gap) for word in words) - len(words[0].gap)


def _joined(words: Sequence[_Word]) -> str:
    return "".join(word.gap + word.text for word in words)[len(words[0].gap) :]


FORMAT = Format(write)
