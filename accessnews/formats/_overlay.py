"""Media overlays: which element is lit while which stretch of the programme sounds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from accessnews.formats._view import EditionView
from accessnews.model.article import Article, Block, Callout, Figure, ListBlock, Quote, Table
from accessnews.narration.script import Role
from accessnews.narration.timeline import Cue


@dataclass(frozen=True, slots=True)
class Par:
    """The element ``id`` is lit from frame ``start`` of the programme to frame ``end``."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Seq:
    """What a listener can leave as a whole: ``kind`` is from the EPUB 3 Structural Semantics Vocabulary."""

    kind: str
    id: str  # of the element that has the others inside
    inside: tuple["Par | Seq", ...]


_Around = tuple[tuple[str, str], ...]
"""Kind and id of the sequences around a block, the outermost first."""


def overlay(view: EditionView) -> tuple[Par | Seq, ...]:
    """Every utterance once, in the order of the timeline, in the sequences that it stands in."""
    around = dict(_around(view.article))
    return tuple(_nested(view.edition.timeline.cues, around))


def _nested(cues: Iterable[Cue], around: Mapping[str, _Around], depth: int = 0) -> Iterator[Par | Seq]:
    def seq_of(cue: Cue) -> tuple[str, str] | None:
        return next(iter(_of_cue(cue, around)[depth:]), None)

    for seq, inside in groupby(cues, seq_of):
        if seq:
            yield Seq(*seq, tuple(_nested(inside, around, depth + 1)))
        else:
            yield from (Par(cue.utterance.id, cue.start, cue.end) for cue in inside)


def _of_cue(cue: Cue, around: Mapping[str, _Around]) -> _Around:
    """The sequences around a cue: the longer description of a picture stands behind it, as one of its own."""
    block = cue.utterance.block
    inside = around.get(block, ())
    return (*inside[:-1], ("aside", f"{block}d")) if cue.utterance.role == Role.DESCRIPTION else inside


def _around(article: Article) -> Iterator[tuple[str, _Around]]:
    """By block: the sequences around it, its own among them."""
    yield from _inside(article.body, ())
    if article.notes:
        first = article.notes[0].id
        notes: _Around = (("endnotes", f"{first}n"),)
        yield first, notes  # the heading of the notes has the id of the first
        for note in article.notes:
            yield from _inside(note.blocks, (*notes, ("footnote", note.id)))


def _inside(blocks: tuple[Block, ...], outer: _Around) -> Iterator[tuple[str, _Around]]:
    for block in blocks:
        match block:
            case Quote() | Callout():
                yield block.id, outer
                yield from _inside(block.blocks, outer)
            case ListBlock():
                for item in block.items:
                    yield from _inside(item, (*outer, ("list", block.id)))
            case Table():
                around = (*outer, ("table", block.id))
                yield block.id, around
                yield from ((row.id, around) for row in block.rows)
            case Figure():
                yield block.id, (*outer, ("figure", block.id))
            case _:
                yield block.id, outer
