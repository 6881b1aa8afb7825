"""The edition as one EPUB 3.3 with media overlays: the story, its contents, their overlays, metadata."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from accessnews.bundle.archive import packed
from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.formats._accessibility import claims, summary
from accessnews.formats._contents import contents, lines
from accessnews.formats._identity import identifier, modified, narrators, title
from accessnews.formats._overlay import Par, Seq, overlay
from accessnews.formats._templates import asset, document
from accessnews.formats._view import EditionView
from accessnews.formats.epub.pronunciation import used
from accessnews.narration.timeline import clock, milliseconds
from accessnews.normalize.lexicon import Pronunciation

_MEDIA_TYPE = "application/epub+zip"
_FOLDER = "EPUB"
_XHTML, _SMIL, _PLS = "application/xhtml+xml", "application/smil+xml", "application/pls+xml"
_AUDIO = "audio/article.mp3"


@dataclass(frozen=True, slots=True)
class _ManifestItem:
    """A file as the package lists it."""

    id: str
    file: Artifact  # its path relative to the package
    properties: str = ""
    overlay: str = ""  # id of the overlay that goes with it
    milliseconds: int = 0  # of an overlay: how long it lasts

    @property
    def duration(self) -> str:
        return clock(self.milliseconds, 1000)


def write(edition: Edition) -> Iterator[Artifact]:
    yield Artifact(f"{edition.slug}.epub", _MEDIA_TYPE, packed(_files(edition), edition.stamp), "book", "EPUB")


def _files(edition: Edition) -> Iterator[Artifact]:
    """Every file of the book, in the order in which they lie in it: its type first, the others by name."""
    view = EditionView(edition, xhtml=True)
    lexicons = used(edition)
    items = [*_documents(view, lexicons), *_lexicons(view, lexicons), *_media(edition)]
    inside = [_package(view, items), *(item.file for item in items)]
    named = [Artifact(f"{_FOLDER}/{file.path}", file.media_type, file.data) for file in inside]
    container = document("META-INF/container.xml", "application/xml", view, "epub/container.xml.j2", folder=_FOLDER)
    yield Artifact("mimetype", _MEDIA_TYPE, _MEDIA_TYPE.encode())
    yield from sorted([container, *named], key=lambda file: file.path)


def _documents(view: EditionView, lexicons: Iterable[str]) -> Iterator[_ManifestItem]:
    story, head = contents(view), title(view.edition)
    article = document("article.xhtml", _XHTML, view, "_templates/article.xhtml.j2", title=head, lexicons=lexicons)
    article = _typed(article)
    nav = document("nav.xhtml", _XHTML, view, "epub/nav.xhtml.j2", title=head, story=story)
    yield _ManifestItem("article", article, overlay="article-overlay")
    yield _ManifestItem("nav", nav, "nav", "nav-overlay")
    yield _overlay("article", view, overlay(view))
    yield _overlay("nav", view, tuple(line.par for _, line in lines(story)))


def _typed(article: Artifact) -> Artifact:
    """The document with notes and their references told in the EPUB 3 Structural Semantics Vocabulary, too.

    A note itself is an item of a list and stays one: with a type it would need a role that no item may have.
    """
    assert isinstance(article.data, bytes)
    data = article.data.replace(b"<html ", b'<html xmlns:epub="http://www.idpf.org/2007/ops" ', 1)
    for kind in (b"noteref", b"endnotes"):
        data = data.replace(b' role="doc-%b"' % kind, b' role="doc-%b" epub:type="%b"' % (kind, kind))
    return replace(article, data=data)


def _overlay(name: str, view: EditionView, nodes: Sequence[Par | Seq]) -> _ManifestItem:
    values = {"document": f"{name}.xhtml", "audio": _AUDIO, "nodes": nodes}
    file = document(f"{name}.smil", _SMIL, view, "epub/overlay.smil.j2", **values)
    return _ManifestItem(f"{name}-overlay", file, milliseconds=_lasting(nodes, view.edition.timeline.rate))


def _lasting(nodes: Iterable[Par | Seq], rate: int) -> int:
    """The milliseconds of all clips as they are printed: those of a sum of frames may be others."""
    return sum(
        _lasting(node.inside, rate)
        if isinstance(node, Seq)
        else milliseconds(node.end, rate) - milliseconds(node.start, rate)
        for node in nodes
    )


def _lexicons(view: EditionView, lexicons: Mapping[str, list[Pronunciation]]) -> Iterator[_ManifestItem]:
    for lang, entries in lexicons.items():
        name = f"lexicon-{lang}"
        yield _ManifestItem(
            name, document(f"{name}.pls", _PLS, view, "epub/lexicon.pls.j2", lang=lang, entries=entries)
        )


def _media(edition: Edition) -> Iterator[_ManifestItem]:
    yield _ManifestItem("style", Artifact("style.css", "text/css", asset("_templates/book.css")))
    yield _ManifestItem("audio", Artifact(_AUDIO, edition.recording.media_type, edition.recording.data))
    for number, photo in enumerate(edition.pictures, 1):
        file = Artifact(photo.path, photo.media_type, photo.data)
        yield _ManifestItem(f"picture{number}", file, "cover-image" if number == 1 else "")


def _package(view: EditionView, items: Sequence[_ManifestItem]) -> Artifact:
    edition = view.edition
    (story,) = (item.file.data for item in items if item.id == "article")
    assert isinstance(story, bytes)
    features = ["ARIA"]  # the contents have a role
    if any(item.file.media_type == _PLS for item in items):
        features.append("ttsMarkup")
    values = {
        "identifier": identifier(edition),
        "title": title(edition),
        "modified": modified(edition),
        "narrators": narrators(view),
        "claims": claims(view, story, features),
        "summary": summary(view),
        "items": items,
        "duration": clock(sum(item.milliseconds for item in items), 1000),
    }
    return document("package.opf", "application/oebps-package+xml", view, "epub/package.opf.j2", **values)


FORMAT = Format(write)
