"""The edition as one EPUB 3.3 with media overlays: the story, its contents, their overlays, metadata."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accessnews.bundle.archive import packed
from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.formats._accessibility import claims, summary
from accessnews.formats._contents import contents, lines
from accessnews.formats._identity import identifier, modified, narrators, title
from accessnews.formats._overlay import Clip, Group, groups
from accessnews.formats._templates import asset, document
from accessnews.formats._view import Page
from accessnews.formats.epub.pronunciation import used
from accessnews.normalize.lexicon import Pronunciation

_MEDIA_TYPE = "application/epub+zip"
_FOLDER = "EPUB"
_XHTML, _SMIL, _PLS = "application/xhtml+xml", "application/smil+xml", "application/pls+xml"
_AUDIO = "audio/article.mp3"


@dataclass(frozen=True, slots=True)
class _Item:
    """A file as the package lists it."""

    id: str
    file: Artifact  # its path relative to the package
    properties: str = ""
    overlay: str = ""  # id of the overlay that goes with it
    frames: int = 0  # of an overlay: how long it lasts


def write(edition: Edition) -> Iterator[Artifact]:
    yield Artifact(f"{edition.slug}.epub", _MEDIA_TYPE, packed(_files(edition), edition.stamp), "book", "EPUB")


def _files(edition: Edition) -> Iterator[Artifact]:
    """Every file of the book, in the order in which they lie in it: its type first, the others by name."""
    page = Page(edition, xhtml=True)
    lexicons = used(edition)
    items = [*_documents(page, lexicons), *_lexicons(page, lexicons), *_media(edition)]
    inside = [_package(page, items), *(item.file for item in items)]
    named = [Artifact(f"{_FOLDER}/{file.path}", file.media_type, file.data) for file in inside]
    container = document("META-INF/container.xml", "application/xml", page, "epub/container.xml.j2", folder=_FOLDER)
    yield Artifact("mimetype", _MEDIA_TYPE, _MEDIA_TYPE.encode())
    yield from sorted([container, *named], key=lambda file: file.path)


def _documents(page: Page, lexicons: Iterable[str]) -> Iterator[_Item]:
    story, head = contents(page), title(page.edition)
    article = document("article.xhtml", _XHTML, page, "_templates/article.xhtml.j2", title=head, lexicons=lexicons)
    nav = document("nav.xhtml", _XHTML, page, "epub/nav.xhtml.j2", title=head, story=story)
    yield _Item("article", article, overlay="article-overlay")
    yield _Item("nav", nav, "nav", "nav-overlay")
    yield _overlay("article", page, groups(page), page.edition.timeline.frames)
    told = tuple(line.clip for _, line in lines(story))
    yield _overlay("nav", page, told, sum(clip.end - clip.start for clip in told))


def _overlay(name: str, page: Page, nodes: Sequence[Clip | Group], frames: int) -> _Item:
    values = {"document": f"{name}.xhtml", "audio": _AUDIO, "nodes": nodes}
    return _Item(
        f"{name}-overlay", document(f"{name}.smil", _SMIL, page, "epub/overlay.smil.j2", **values), frames=frames
    )


def _lexicons(page: Page, lexicons: Mapping[str, list[Pronunciation]]) -> Iterator[_Item]:
    for lang, entries in lexicons.items():
        name = f"lexicon-{lang}"
        yield _Item(name, document(f"{name}.pls", _PLS, page, "epub/lexicon.pls.j2", lang=lang, entries=entries))


def _media(edition: Edition) -> Iterator[_Item]:
    yield _Item("style", Artifact("style.css", "text/css", asset("_templates/book.css")))
    yield _Item("audio", Artifact(_AUDIO, edition.recording.media_type, edition.recording.data))
    for number, photo in enumerate(edition.pictures, 1):
        file = Artifact(photo.path, photo.media_type, photo.data)
        yield _Item(f"picture{number}", file, "cover-image" if number == 1 else "")


def _package(page: Page, items: Sequence[_Item]) -> Artifact:
    edition = page.edition
    (story,) = (item.file.data for item in items if item.id == "article")
    assert isinstance(story, bytes)
    features = ["ARIA"]  # the contents have a role
    if any(item.file.media_type == _PLS for item in items):
        features.append("ttsMarkup")
    values = {
        "identifier": identifier(edition),
        "title": title(edition),
        "modified": modified(edition),
        "narrators": narrators(page),
        "claims": claims(page, story, features),
        "summary": summary(page),
        "items": items,
        "frames": sum(item.frames for item in items),
    }
    return document("package.opf", "application/oebps-package+xml", page, "epub/package.opf.j2", **values)


FORMAT = Format(write)
