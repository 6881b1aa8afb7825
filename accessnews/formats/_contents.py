"""The contents: the story, its headings and its pictures, each with the stretch of the programme that says it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from accessnews.formats._overlay import Clip
from accessnews.formats._view import Page
from accessnews.model.article import Block, Figure, Heading, plain, walk
from accessnews.narration.script import HEAD, Role, Utterance

Times = Mapping[str, tuple[int, int]]
"""By utterance: the frames of the programme that are its own."""


@dataclass(slots=True)
class Entry:
    """One line of the contents, and those below it; the line has the id of the element that it leads to."""

    label: str
    lang: str
    clip: Clip
    inside: list["Entry"] = field(default_factory=list)


def contents(page: Page) -> Entry:
    """The story, with everything that can be found in it below."""
    (level, story), *others = _entries(page)
    above = [(level, story)]
    for level, entry in others:
        while above[-1][0] >= level:
            above.pop()
        above[-1][1].inside.append(entry)
        above.append((level, entry))
    return story


def lines(entry: Entry, level: int = 1) -> Iterator[tuple[int, Entry]]:
    """An entry and all below it, from top to bottom, each with its level: 1 is the story, and none is skipped."""
    yield level, entry
    for other in entry.inside:
        yield from lines(other, level + 1)


_Levelled = tuple[int, Entry]
"""The level of a line on the page, where headings count of which nothing is said, and the line."""


def _entries(page: Page) -> Iterator[_Levelled]:
    """Every line of the contents, in reading order."""
    headline = page.one(HEAD, Role.HEADLINE) or page.edition.timeline.cues[0].utterance
    times = {cue.utterance.id: (cue.start, cue.end) for cue in page.edition.timeline.cues}
    yield 1, _entry(headline.id, headline.written, headline.lang, [headline], times)
    yield from _found(page, walk(page.article.body), 1, times)
    notes = page.article.notes
    if notes:
        title = page.said(notes[0].id, Role.HEADING)
        yield 2, _entry(title[0].id, title[0].written, title[0].lang, title, times)
        yield from _found(page, (block for note in notes for block in walk(note.blocks)), 2, times)


def _found(page: Page, blocks: Iterable[Block], level: int, times: Times) -> Iterator[_Levelled]:
    """The headings and pictures among ``blocks`` of which something is said; what is above them has ``level``."""
    for block in blocks:
        said = page.said(block.id)
        level = page.levels.get(block.id, level)
        if isinstance(block, Heading) and said:
            yield level, _entry(*_heading(page, block), said, times)
        elif isinstance(block, Figure) and said:
            yield level + 1, _entry(block.id, *_picture(page, block, said[0]), said[:1], times)


def _entry(id: str, label: str, lang: str, said: list[Utterance], times: Times) -> Entry:
    return Entry(label, lang, Clip(id, times[said[0].id][0], times[said[-1].id][1]))


def _heading(page: Page, heading: Heading) -> tuple[str, str, str]:
    """The id of its element on the page, its text without the marks of footnotes, and its language."""
    text = plain(tuple(run for run in heading.text if not run.note)) or plain(heading.text)
    whole = page.whole(heading.id, heading.text)
    return (whole.id, text.strip(), whole.lang) if whole else (heading.id, text.strip(), page.lang)


def _picture(page: Page, figure: Figure, said: Utterance) -> tuple[str, str]:
    """A label of words that ``said`` says, and their language."""
    if said.role != Role.PHOTO:
        return said.written.rstrip("."), said.lang
    return page.place(figure).rstrip(" ."), page.words.lang
