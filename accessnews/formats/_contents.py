"""The contents: the story, its headings and its pictures, each with the stretch of the programme that says it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from accessnews.formats._overlay import Par
from accessnews.formats._view import EditionView
from accessnews.model.article import Block, Figure, Heading, walk
from accessnews.narration.script import HEAD, Role, Utterance

Times = Mapping[str, tuple[int, int]]
"""By utterance: the frames of the programme that are its own."""


@dataclass(slots=True)
class ContentsLine:
    """One line of the contents, and those below it; the line has the id of the element that it leads to."""

    label: str
    lang: str
    par: Par
    inside: list["ContentsLine"] = field(default_factory=list)


def contents(view: EditionView) -> ContentsLine:
    """The story, with everything that can be found in it below."""
    (level, story), *others = _lines(view)
    above = [(level, story)]
    for level, entry in others:
        while above[-1][0] >= level:
            above.pop()
        above[-1][1].inside.append(entry)
        above.append((level, entry))
    return story


def lines(entry: ContentsLine, level: int = 1) -> Iterator[tuple[int, ContentsLine]]:
    """An entry and all below it, from top to bottom, each with its level: 1 is the story, and none is skipped."""
    yield level, entry
    for inner in entry.inside:
        yield from lines(inner, level + 1)


_Levelled = tuple[int, ContentsLine]
"""The level of a line on the page, where headings count of which nothing is said, and the line."""


def _lines(view: EditionView) -> Iterator[_Levelled]:
    """Every line of the contents, in reading order."""
    headline = view.utterance(HEAD, Role.HEADLINE) or view.edition.timeline.cues[0].utterance
    times = {cue.utterance.id: (cue.start, cue.end) for cue in view.edition.timeline.cues}
    yield 1, _line(headline.id, headline.written, headline.lang, [headline], times)
    yield from _below(view, walk(view.article.body), 1, times)
    notes = view.article.notes
    if notes:
        title = view.utterances(notes[0].id, Role.HEADING)
        yield 2, _line(title[0].id, title[0].written, title[0].lang, title, times)
        yield from _below(view, (block for note in notes for block in walk(note.blocks)), 2, times)


def _below(view: EditionView, blocks: Iterable[Block], level: int, times: Times) -> Iterator[_Levelled]:
    """The lines for headings and pictures of which something is said, below a line of ``level``."""
    for block in blocks:
        utterances = view.utterances(block.id)
        level = view.levels.get(block.id, level)
        if isinstance(block, Heading) and utterances:
            yield level, _line(*_heading(view, block), utterances, times)
        elif isinstance(block, Figure) and utterances:
            yield level + 1, _line(block.id, *_picture(view, utterances[0]), utterances[:1], times)


def _line(id: str, label: str, lang: str, utterances: list[Utterance], times: Times) -> ContentsLine:
    return ContentsLine(label, lang, Par(id, times[utterances[0].id][0], times[utterances[-1].id][1]))


def _heading(view: EditionView, heading: Heading) -> tuple[str, str, str]:
    """The id of its element on the page, its text without the marks of footnotes, and its language."""
    utterances = view.utterances(heading.id)
    whole = view.whole(heading.id, view.on_one_line(heading.text))
    label = " ".join(utterance.written for utterance in utterances)
    return (whole.id if whole else heading.id), label, (whole.lang if whole else view.lang)


def _picture(view: EditionView, utterance: Utterance) -> tuple[str, str]:
    """A picture's label, of words that its utterance says, and their language."""
    if utterance.role != Role.PHOTO:
        return utterance.written.rstrip("."), utterance.lang
    return utterance.label, view.words.lang
