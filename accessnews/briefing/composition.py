"""Composition: the article of a briefing, made of those of its stories."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from operator import or_

from accessnews.briefing.programme import BriefingItem, BriefingProgramme
from accessnews.model.alt import AltText, DescribedArticle, with_alts
from accessnews.model.article import (
    Article,
    Block,
    Callout,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Quote,
    Run,
    Table,
    Text,
    every_block,
    map_texts,
    numbered,
    walk,
)
from accessnews.narration.script import Script
from accessnews.text.langtag import primary
from accessnews.wording import Wording, wording


@dataclass(frozen=True, slots=True)
class Part:
    """A story as it is told in a briefing: its blocks, of the whole article or of an excerpt."""

    item: BriefingItem
    article: DescribedArticle
    blocks: tuple[Block, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Composition:
    """The article of a briefing, and where its parts stand in it."""

    article: DescribedArticle
    headings: tuple[str, ...]  # the id of each story's own
    bodies: tuple[tuple[Block, ...], ...]  # what stands below each story's own heading
    blocks: tuple[frozenset[str], ...]  # the ids of each story's blocks and rows, its link and its heading among them
    frame: tuple[tuple[str, ...], tuple[str, ...]]  # the ids of the words that open and close it, the head aside
    figures: Mapping[str, tuple[int, str]]  # by figure id: which story it is of, and its id there
    readers: Mapping[str, str]  # by block id, where a story has a voice of its own

    def cast(self, lines: Script) -> Script:
        """The script of this article, each utterance with its reader."""
        cast = (replace(line, reader=self.readers.get(line.block, "")) for line in lines.utterances)
        return replace(lines, utterances=tuple(cast))


def compose(programme: BriefingProgramme, parts: Sequence[Part], lang: str) -> Composition:
    """One article of the stories in their order, with the words that open, lead over and close."""
    words = wording(lang)
    fill = _filler(programme, len(parts), words)
    opens = _said(fill(programme.intro), programme)
    closes = _said(fill(programme.outro) or words("briefing-outro", title=fill(_title(programme, words))), programme)
    if programme.credit:
        closes = (*closes, *_said(words("music", credit=programme.credit), programme))
    notes = _Notes()
    levels = [3 if below else 2 for below in accumulate((bool(part.item.heading) for part in parts), or_)]
    groups = [
        _story(part, number, level, lang, fill, notes)
        for number, (part, level) in enumerate(zip(parts, levels, strict=True))
    ]
    body = (*opens, *(block for group in groups for block in group), *closes)
    article = Article(
        fill(_title(programme, words)),
        body,
        programme.at,
        programme.path,
        programme.sha256,
        lang,
        date=programme.date,
        notes=tuple(notes.kept),
    )
    return _named(numbered(article), article, parts, (len(opens), [len(group) for group in groups], len(closes)))


def _named(
    article: Article, before: Article, parts: Sequence[Part], sizes: tuple[int, list[int], int]
) -> Composition:
    """The composition whose blocks have their ids; ``before`` is the same article without them."""
    ids = {old.id: new.id for old, new in zip(every_block(before), every_block(article), strict=True) if old.id}
    figures, alts = dict[str, tuple[int, str]](), dict[str, AltText]()
    for name, place in ids.items():
        number, _, figure = name.partition(" ")
        figures[place] = int(number), figure
        alts[place] = parts[int(number)].article.alts[figure]
    at, groups = 0, []
    for size in (sizes[0], *sizes[1], sizes[2]):
        groups.append(article.body[at : at + size])
        at += size
    stories = groups[1:-1]
    above = [bool(part.item.heading) + bool(part.item.link) for part in parts]
    placed = list(zip(stories, above, strict=True))
    inside = tuple(frozenset(_ids(group)) for group in stories)
    return Composition(
        with_alts(article, alts),
        tuple(group[number].id for group, number in placed),
        tuple(group[number + 1 :] for group, number in placed),
        inside,
        (tuple(_ids(groups[0])), tuple(_ids(groups[-1]))),
        figures,
        {block: part.item.voice for part, ids in zip(parts, inside, strict=True) for block in ids if part.item.voice},
    )


def _ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in walk(tuple(blocks)):
        yield block.id
        if isinstance(block, Table):
            yield from (row.id for row in block.rows)


def _story(
    part: Part, number: int, level: int, lang: str, fill: Callable[[str], str], notes: "_Notes"
) -> tuple[Block, ...]:
    """A story below its headings: section, link, title, byline of a whole story, text."""
    item, article = part.item, part.article
    own = "" if primary(article.lang) == primary(lang) else article.lang
    out: list[Block] = [Heading((Run(item.heading),), 2, item.at)] if item.heading else []
    if item.link:
        out.append(Paragraph((Run(fill(item.link)),), item.at))
    out.append(Heading((Run(article.title, lang=own),), level, article.at))
    if part.is_whole and article.byline:
        words = wording(article.lang)
        byline = words("byline", names=words.names(article.byline))
        out.append(Paragraph((Run(byline, lang=words.lang if own else ""),), article.at))
    inner = map_texts(
        replace(article, body=part.blocks, notes=()), lambda text: notes.renumbered(number, article, _in(text, own))
    )
    out += [_placed(block, number, level) for block in inner.body]
    return tuple(out)


def _in(text: Text, lang: str) -> Text:
    return tuple(replace(run, lang=run.lang or lang) for run in text) if lang else text


def _placed(block: Block, number: int, level: int) -> Block:
    """A block of a story in the briefing: headings one level below the story's, figures known by their story."""
    match block:
        case Heading():
            return replace(block, level=min(block.level + level - 1, 6), id="")
        case Figure():
            return replace(block, id=f"{number} {block.id}")
        case Quote() | Callout():
            return replace(block, id="", blocks=tuple(_placed(inner, number, level) for inner in block.blocks))
        case ListBlock():
            items = tuple(tuple(_placed(inner, number, level) for inner in item) for item in block.items)
            return replace(block, id="", items=items)
    return replace(block, id="")


class _Notes:
    """The footnotes of the stories, counted through from 1 in the order in which they are referred to."""

    def __init__(self) -> None:
        self.kept: list[Note] = []
        self._labels: dict[tuple[int, str], str] = {}

    def renumbered(self, story: int, article: DescribedArticle, text: Text) -> Text:
        return tuple(self._run(story, article, run) for run in text)

    def _run(self, story: int, article: DescribedArticle, run: Run) -> Run:
        if not run.note:
            return run
        key = (story, run.note)
        if key not in self._labels:
            note = next((note for note in article.notes if note.label == run.note), None)
            if note is None:
                return replace(run, note="")
            self._labels[key] = label = str(len(self.kept) + 1)
            blocks = tuple(_placed(block, story, 3) for block in note.blocks)
            self.kept.append(replace(note, label=label, blocks=blocks))
        label = self._labels[key]
        return replace(run, note=label, text=run.text.replace(run.note, label) if run.note in run.text else label)


def _said(text: str, programme: BriefingProgramme) -> tuple[Block, ...]:
    """Words of the programme itself, a paragraph a line."""
    return tuple(Paragraph((Run(line.strip()),), programme.at) for line in text.split("\n") if line.strip())


def _title(programme: BriefingProgramme, words: Wording) -> str:
    return programme.title or words("briefing")


def _filler(programme: BriefingProgramme, count: int, words: Wording) -> Callable[[str], str]:
    """What fills the placeholders in a text of the programme."""
    values = {"count": str(count), "date": "", "weekday": "", "title": ""}
    if programme.date:
        weekday = date.fromisoformat(programme.date).weekday()
        values |= {"date": words.date(programme.date), "weekday": words.words["weekdays"][weekday]}
    values["title"] = _title(programme, words).format(**values)
    return lambda text: text.format(**values)
