"""The edition as a DAISY 2.02 talking book: all of its text and all of its sound, for libraries and their players.

All files lie side by side. A picture is a group in its section, so that a player finds it and the section goes on
behind it; what is said of it is a producer's note, so that a listener can leave it out; and so with footnotes.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePosixPath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from accessnews.audio.cut import untagged
from accessnews.bundle.archive import packed
from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.formats._contents import ContentsLine, contents, lines
from accessnews.formats._identity import identifier, modified, narrators, title
from accessnews.formats._templates import asset, document
from accessnews.formats._view import EditionView
from accessnews.formats.daisy.pars import SmilPar, pars
from accessnews.formats.daisy.xhtml1 import XHTML, xhtml1
from accessnews.model.article import Figure, Note, Table, plain, walk
from accessnews.narration.script import Role
from accessnews.narration.timeline import clock
from accessnews.photos import Photo
from accessnews.photos.resize import without_webp

_ZIP, _HTML, _SMIL = "application/zip", "text/html", "application/smil"
_FORMAT = "Daisy 2.02"
_AUDIO = "audio.mp3"
_DEEPEST = 6  # levels of headings in XHTML
_HEADINGS = {f"{{{XHTML}}}h{level}" for level in range(1, _DEEPEST + 1)}


@dataclass(frozen=True, slots=True)
class _SmilFile:
    """What one SMIL file holds: a heading, and all to the next."""

    name: str
    label: str
    pars: tuple[SmilPar, ...]

    @property
    def start(self) -> int:
        return self.pars[0].start

    @property
    def end(self) -> int:
        return self.pars[-1].end


@dataclass(frozen=True, slots=True)
class _NccItem:
    """An element of the navigation control centre; ``kind`` is its class."""

    tag: str
    kind: str
    id: str
    href: str
    label: str


class _Book:
    """What several of a book's files are made of."""

    def __init__(self, edition: Edition) -> None:
        self.view = view = EditionView(replace(edition, photos=_flat(edition)), xhtml=True)
        self.title = title(edition)
        entries = list(lines(contents(view)))
        self.entries = [replace(entry, label=" ".join(entry.label.split())) for _, entry in entries]
        self.pictures = {figure.id: view.utterance(figure.id, Role.PHOTO) for figure in view.figures}
        levels = {entry.par.id: min(level, _DEEPEST) for level, entry in entries}
        self.levels = {block: level for block, level in levels.items() if block not in self.pictures}
        headings = [entry for entry in self.entries if entry.par.id in self.levels]
        self.sections = tuple(_sections(view, headings))

    @property
    def milliseconds(self) -> int:
        return self.sections[-1].end


def write(edition: Edition) -> Iterator[Artifact]:
    files = packed(_files(edition), edition.stamp)
    yield Artifact(f"{edition.slug}-daisy.zip", _ZIP, files, "book", "DAISY 2.02, ZIP")


def _files(edition: Edition) -> Iterator[Artifact]:
    book = _Book(edition)
    view = book.view
    files = [_content(book), _master(book), *(_smil(book, section) for section in book.sections)]
    files.append(Artifact("style.css", "text/css", asset("daisy/daisy.css")))
    files.append(Artifact(_AUDIO, edition.recording.media_type, untagged(edition.recording.data)))
    files += [Artifact(photo.path, photo.media_type, photo.data) for photo in view.edition.pictures]
    yield from sorted([_ncc(book, files), *files], key=lambda file: file.path)


def _flat(edition: Edition) -> dict[str, Photo]:
    """The photos in formats and by names that old players know."""
    older = {photo.path: without_webp(photo) for photo in edition.pictures}
    named = {
        path: replace(photo, path=f"pic{number:04d}{PurePosixPath(photo.path).suffix}")
        for number, (path, photo) in enumerate(older.items(), 1)
    }
    return {figure: named[photo.path] for figure, photo in edition.photos.items()}


def _sections(view: EditionView, headings: Sequence[ContentsLine]) -> Iterator[_SmilFile]:
    """The programme, cut where headings begin; what comes before the first goes with it."""
    starts, timeline = [entry.par.start for entry in headings], view.edition.timeline
    footnotes = {block for note in view.edition.article.notes for block in _blocks_of(note)}
    groups = groupby(timeline.cues, lambda cue: max(bisect_right(starts, cue.start) - 1, 0))
    for number, (heading, cues) in enumerate(groups, 1):
        yield _SmilFile(f"s{number:04d}.smil", headings[heading].label, tuple(pars(cues, timeline.rate, footnotes)))


def _blocks_of(note: Note) -> Iterator[str]:
    """The ids of a note's blocks and rows."""
    for block in walk(note.blocks):
        yield block.id
        if isinstance(block, Table):
            yield from (row.id for row in block.rows)


# The navigation control centre


def _ncc(book: _Book, files: Sequence[Artifact]) -> Artifact:
    """The control centre, made twice: it says how much there is, itself among it."""
    once = _control_centre(book, files)
    return _control_centre(book, [once, *files])


def _control_centre(book: _Book, files: Sequence[Artifact]) -> Artifact:
    shown = list(_lines(book))
    size = sum(len(file.data) for file in files)
    metadata = _metadata(book, shown) | {"ncc:files": len(files), "ncc:kByteSize": -(-size // 1024)}
    return document(
        "ncc.html", _HTML, book.view, "daisy/ncc.html.j2", title=book.title, metadata=metadata, lines=shown
    )


def _lines(book: _Book) -> Iterator[_NccItem]:
    """Headings and pictures, each with the id of what it leads to.

    Were a picture a heading, who goes on from it to the next would miss the text between the two.
    """
    first = {cue.start: cue.utterance.id for cue in book.view.edition.timeline.cues}
    smil = {par.id: section.name for section in book.sections for par in section.pars}
    for number, entry in enumerate(book.entries):
        block, par = entry.par.id, first[entry.par.start]
        href, utterance = f"{smil[par]}#{par}", book.pictures.get(block)
        if block in book.pictures:
            yield _NccItem("div", "group", block, href, entry.label)
        else:
            yield _NccItem(f"h{book.levels[block]}", "" if number else "title", block, href, entry.label)
        if utterance:  # where there are such lines, players offer to leave the notes out
            yield _NccItem("span", "optional-prodnote", utterance.id, f"{href}t", entry.label)
        if longer := book.view.utterance(block, Role.DESCRIPTION):
            note = f"{block}d"
            yield _NccItem("span", "optional-prodnote", note, f"{smil[note]}#{note}t", longer.display)
    for footnote in book.view.edition.article.notes:
        spoken = (line for block in _blocks_of(footnote) for line in book.view.utterances(block))
        if opening := next(spoken, None):
            label = book.view.words("note", label=footnote.label).strip(" .")
            yield _NccItem("span", "noteref", opening.id, f"{smil[opening.id]}#{opening.id}t", label)


def _metadata(book: _Book, shown: Sequence[_NccItem]) -> dict[str, object]:
    """Metadata by name. Every book must say who publishes it, and nothing in an edition does."""
    edition, unknown = book.view.edition, book.view.words.book["unknown"]
    return {
        "dc:title": book.title,
        "dc:creator": ", ".join(edition.article.byline) or unknown,
        "dc:publisher": unknown,
        "dc:date": edition.article.date or modified(edition)[:10],
        "dc:language": edition.article.lang,
        "dc:identifier": identifier(edition),
        "dc:format": _FORMAT,
        "ncc:charset": "utf-8",
        "ncc:depth": max(int(line.tag[1]) for line in shown if line.tag[0] == "h"),
        "ncc:footnotes": sum(line.kind == "noteref" for line in shown),
        "ncc:generator": "accessnews",
        "ncc:multimediaType": "audioFullText",
        "ncc:narrator": ", ".join(narrators(book.view)),
        "ncc:pageFront": 0,
        "ncc:pageNormal": 0,
        "ncc:pageSpecial": 0,
        "ncc:prodNotes": sum(line.kind == "optional-prodnote" for line in shown),
        "ncc:setInfo": "1 of 1",
        "ncc:tocItems": len(shown),
        "ncc:totalTime": clock(book.milliseconds, 1000),
    }


# What sounds when


def _smil(book: _Book, section: _SmilFile) -> Artifact:
    metadata = {
        **_about(book),
        "ncc:totalElapsedTime": clock(section.start, 1000),
        "ncc:timeInThisSmil": clock(section.end - section.start, 1000),
        "title": section.label,
    }
    values = {"metadata": metadata, "section": section, "audio": _AUDIO, "seconds": _seconds}
    return document(section.name, _SMIL, book.view, "daisy/section.smil.j2", **values)


def _master(book: _Book) -> Artifact:
    metadata = {**_about(book), "ncc:timeInThisSmil": clock(book.milliseconds, 1000)}
    return document(
        "master.smil", _SMIL, book.view, "daisy/master.smil.j2", metadata=metadata, sections=book.sections
    )


def _about(book: _Book) -> dict[str, str]:
    return {
        "dc:format": _FORMAT,
        "dc:identifier": identifier(book.view.edition),
        "dc:title": book.title,
        "ncc:generator": "accessnews",
    }


def _seconds(thousandths: int) -> str:
    """A time as players of SMIL 1.0 read it, such as ``12.345s``."""
    return f"{thousandths // 1000}.{thousandths % 1000:03d}s"


# The text


def _content(book: _Book) -> Artifact:
    """The page's own words, with every picture's description in sight and no link back from a note."""
    file = document("content.html", _HTML, book.view, "daisy/content.html.j2", title=book.title)
    assert isinstance(file.data, bytes)
    root = ElementTree.fromstring(file.data)  # noqa: S314 (made here, of one template)
    around = {child: parent for parent in root.iter() for child in parent}
    _level(book, around)
    _describe(book, around)
    for element in [element for element in around if element.get("class") == "back"]:
        around[element].remove(element)
    notes = {note.id for note in book.view.edition.article.notes}
    for element in [element for element in around if element.get("id") in notes]:
        element.set("class", " ".join(filter(None, (element.get("class"), "notebody"))))
    return replace(file, data=xhtml1(root))


def _level(book: _Book, elements: Iterable[Element]) -> None:
    """Put headings on the levels of their lines, for EasyReader 10 shows no text where one has no line."""
    for element in elements:
        if element.tag in _HEADINGS:
            level = book.levels.get(element.get("id", ""))
            element.tag = f"{{{XHTML}}}h{level}" if level else f"{{{XHTML}}}p"


def _describe(book: _Book, around: Mapping[Element, Element]) -> None:
    """Make notes of the producer of what is said of pictures: of the words in the place of one, or above it."""
    view, elements = book.view, {element.get("id"): element for element in around}
    for figure in view.figures:
        utterance = book.pictures[figure.id]
        if utterance:
            element = elements[utterance.id]
            if element.tag == f"{{{XHTML}}}img":
                element = _put_above(element, around[element])
                element.attrib |= view.speech(utterance.lang, view.lang)
                _tell(element, view, figure, utterance.lang)
            element.set("class", "optional-prodnote")
        if view.utterance(figure.id, Role.DESCRIPTION):
            longer = elements[f"{figure.id}d"]
            longer.tag = f"{{{XHTML}}}div"
            longer.set("class", "optional-prodnote")


def _tell(element: Element, view: EditionView, figure: Figure, lang: str) -> None:
    """Write what is said of a picture into an element in ``lang``, its place in the language that it is in."""
    place, *alt = view.description(figure)
    foreign = view.speech(place.lang, lang)
    if foreign:
        span = SubElement(element, f"{{{XHTML}}}span", foreign)
        span.text, span.tail = place.text, plain(tuple(alt))
    else:
        element.text = plain((place, *alt))


def _put_above(picture: Element, parent: Element) -> Element:
    """Insert a paragraph above a picture; it has the id that the picture had."""
    element = Element(f"{{{XHTML}}}p", id=picture.attrib.pop("id"))
    element.tail = "\n"
    parent.insert(list(parent).index(picture), element)
    return element


FORMAT = Format(write)
