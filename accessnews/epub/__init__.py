"""An edition as the files of an EPUB 3.3: the story, its contents, their media overlays, metadata.

Files have the same names in every book: what a story is called is no file name for every reading system. The
pronunciation lexicons are not in it: an edition does not know which of their entries were used.
"""

import re
from collections.abc import Iterator, Sequence

from accessnews.edition import Artifact, Edition
from accessnews.epub.access import claims, summary
from accessnews.epub.contents import contents, lines
from accessnews.epub.overlay import Clip, Group, groups
from accessnews.epub.package import Item, identifier, modified, narrators, title
from accessnews.page import Page, asset, fill
from accessnews.timeline import clock

MEDIA_TYPE = "application/epub+zip"

_FOLDER = "EPUB"
_XHTML, _SMIL = "application/xhtml+xml", "application/smil+xml"
_AUDIO = "audio/article.mp3"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def files(edition: Edition) -> Iterator[Artifact]:
    """Every file of the book, in the order in which they lie in it: its type first, the others by name."""
    page = Page(edition, xhtml=True)
    items = [*_documents(page), *_media(edition)]
    inside = [_package(page, items), *(item.file for item in items)]
    named = [Artifact(f"{_FOLDER}/{file.path}", file.media_type, file.data) for file in inside]
    container = _text("META-INF/container.xml", "application/xml", page, "container.xml.j2", folder=_FOLDER)
    yield Artifact("mimetype", MEDIA_TYPE, MEDIA_TYPE.encode())
    yield from sorted([container, *named], key=lambda file: file.path)


def _documents(page: Page) -> Iterator[Item]:
    story, head = contents(page), title(page.edition)
    article = _text("article.xhtml", _XHTML, page, "article.xhtml.j2", title=head)
    nav = _text("nav.xhtml", _XHTML, page, "nav.xhtml.j2", title=head, story=story)
    yield Item("article", article, overlay="article-overlay")
    yield Item("nav", nav, "nav", "nav-overlay")
    yield _overlay("article", page, groups(page), page.edition.timeline.frames)
    told = tuple(lines(story))
    yield _overlay("nav", page, told, sum(clip.end - clip.start for clip in told))


def _overlay(name: str, page: Page, nodes: Sequence[Clip | Group], frames: int) -> Item:
    values = {"document": f"{name}.xhtml", "audio": _AUDIO, "nodes": nodes}
    return Item(f"{name}-overlay", _text(f"{name}.smil", _SMIL, page, "overlay.smil.j2", **values), frames=frames)


def _media(edition: Edition) -> Iterator[Item]:
    yield Item("style", Artifact("style.css", "text/css", asset("epub.css")))
    yield Item("audio", Artifact(_AUDIO, edition.recording.media_type, edition.recording.data))
    pictures = {photo.path: photo for photo in edition.photos.values()}  # two figures may share one
    for number, photo in enumerate(pictures.values(), 1):
        file = Artifact(photo.path, photo.media_type, photo.data)
        yield Item(f"picture{number}", file, "cover-image" if number == 1 else "")


def _package(page: Page, items: Sequence[Item]) -> Artifact:
    edition = page.edition
    (story,) = (item.file.data for item in items if item.id == "article")
    assert isinstance(story, bytes)
    values = {
        "identifier": identifier(edition),
        "title": title(edition),
        "modified": modified(edition),
        "narrators": narrators(page),
        "claims": claims(page, story),
        "summary": summary(page),
        "items": items,
        "frames": sum(item.frames for item in items),
    }
    return _text("package.opf", "application/oebps-package+xml", page, "package.opf.j2", **values)


def _text(path: str, media_type: str, page: Page, template: str, **values: object) -> Artifact:
    """A file that a template makes. What no XML may hold becomes a replacement mark."""
    rate = page.edition.timeline.rate
    text = fill(template, page, clock=lambda frames: clock(frames, rate), **values)
    return Artifact(path, media_type, _NO_XML.sub("\ufffd", text).encode())
