"""Phonemes in a text for eSpeak: ``[[…]]`` where we want them, and nowhere else."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

# What steers eSpeak in any text: NUL ends it, U+0001 opens a command, U+0002 opens phonemes, U+0530 and U+0557 are
# its own marks for stress and pause. Each becomes a blank, for every character counts in a position.
_STEERING = dict.fromkeys([*range(9), *range(14, 32), 0x7F, 0x530, 0x557], " ")
# Letters said one by one: eSpeak takes the A of "A P" for an article, and that of "A.P" for a letter.
_SPELLED = re.compile(r"(?<![\w'])([A-Z]) (?=[A-Z](?![\w']))")
# Letters with full stops are one word to eSpeak, which has room for about 190 of them and writes on beyond it.
_DOTTED = re.compile(r"((?:[^\s.]{1,4}\.){12}[^\s.]{1,4})\.(?=[^\s.])")
_BRACKETS = str.maketrans("[]", "()")  # said alike: not at all
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_CLAUSE_END = re.compile(r"[.,;:!?…](?=\s|$)")
_LONGEST_CLAUSE = 600  # bytes; eSpeak cuts a longer one wherever it is, be it in the midst of phonemes


@dataclass(frozen=True, slots=True)
class WordEvent:
    """A word event: 0-based code points of the text, and the PCM frame at which the word begins."""

    start: int
    length: int
    frame: int


Phonemes = tuple[int, int, str]
"""Characters from a start to an end of a text are said by these mnemonics."""


@dataclass(frozen=True, slots=True)
class Passage:
    """From ``at`` in eSpeak's text on stand characters ``start`` to ``end`` of ours, or their mnemonics."""

    at: int
    start: int
    end: int
    mnemonics: str = ""


@dataclass(frozen=True, slots=True)
class Notation:
    """A text as eSpeak takes it."""

    text: str
    plain: str  # as it was
    stretches: tuple[Passage, ...] = ()  # empty where the two are character by character the same

    def words(self, events: Iterable[WordEvent]) -> Iterator[WordEvent]:
        """Word events of eSpeak's text as those of the plain one.

        Words said by phonemes have a time each where there are as many of them as there are phonemic words;
        else the first has the time of all.
        """
        if not self.stretches:
            for event in events:
                length = event.length or self._length(event.start)
                yield replace(event, length=min(length, len(self.plain) - event.start))
            return
        starts = [stretch.at for stretch in self.stretches]
        counts = dict.fromkeys(starts, 0)
        for event in events:
            stretch = self.stretches[bisect_right(starts, event.start) - 1]
            yield from self._words(stretch, event, counts[stretch.at])
            counts[stretch.at] += 1

    def _words(self, stretch: Passage, event: WordEvent, number: int) -> Iterator[WordEvent]:
        if not stretch.mnemonics:
            start = stretch.start + event.start - stretch.at
            if start < stretch.end:
                length = event.length or self._length(start)
                yield WordEvent(start, min(length, stretch.end - start), event.frame)
            return
        words = [match.span() for match in re.finditer(r"\S+", self.plain[stretch.start : stretch.end])]
        if number < (len(words) if len(words) == len(stretch.mnemonics.split()) else 1):
            start, end = words[number]
            yield WordEvent(stretch.start + start, end - start, event.frame)

    def _length(self, start: int) -> int:
        """Of the word at ``start``: eSpeak tells none before a typographic closing quote."""
        word = _WORD.match(self.plain, start)
        return len(word[0]) if word else 0


def tame(text: str) -> str:
    """The text, character by character, without what steers eSpeak, and with letters that it takes for letters."""
    return _DOTTED.sub(r"\1 ", _SPELLED.sub(r"\1.", text.translate(_STEERING)))


def written(text: str, phonemes: Sequence[Phonemes] = ()) -> Notation:
    """The text with the phonemes in their places. Nothing else in it steers eSpeak.

    ``phonemes`` are in order and do not overlap. Where a clause is longer than eSpeak's buffer, letters must do.
    """
    if not phonemes:
        return Notation(tame(text), text)
    tamed = tame(text).translate(_BRACKETS)
    parts: list[str] = []
    stretches: list[Passage] = []
    length = at = clause = 0
    for start, end, mnemonics in phonemes:
        before = tamed[at:start]
        notation = f"{'' if before[-1:].isspace() else ' '}[[{mnemonics}]]"  # behind a bracket it is not read
        clause = _clause(before, clause) + len(notation)
        fits = clause < _LONGEST_CLAUSE
        parts += [before, notation if fits else tamed[start:end]]
        stretches.append(Passage(length, at, start))
        stretches.append(Passage(length + len(before), start, end, mnemonics if fits else ""))
        length, at = length + len(before) + len(parts[-1]), end
    stretches.append(Passage(length, at, len(text)))
    return Notation("".join([*parts, tamed[at:]]), text, tuple(stretches))


def _clause(text: str, before: int) -> int:
    """Bytes of the clause at the end of ``text``, of which ``before`` stand before it."""
    ends = [match.end() for match in _CLAUSE_END.finditer(text)]
    return len(text[ends[-1] :].encode("utf-8", "replace")) if ends else before + len(text.encode("utf-8", "replace"))
