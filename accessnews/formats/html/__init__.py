"""The page with its stylesheet, its script and its pictures.

It keeps a promise that audio, captions and overlays rest on: every utterance is exactly one element, whose
id is the utterance's and whose text is the utterance's display, to the character.
"""

from collections.abc import Iterator

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.formats._templates import THEME, asset, fill
from accessnews.formats._view import PATH
from accessnews.formats.html.data import inert, news_article, timeline
from accessnews.formats.html.page import WebPage


def write(edition: Edition) -> Iterator[Artifact]:
    yield Artifact(PATH, "text/html", render(edition).encode())
    yield Artifact("assets/page.css", "text/css", stylesheet())
    yield Artifact("assets/page.js", "text/javascript", asset("html/page.js"))
    for photo in edition.pictures:
        yield Artifact(photo.path, photo.media_type, photo.data)


def stylesheet() -> bytes:
    own = (asset(f"html/{part}.css") for part in ("base", "player", "story"))
    return b"".join((asset(THEME), *own))


def render(edition: Edition) -> str:
    """``index.html`` of an edition."""
    page = WebPage(edition)
    data = {"timeline": inert(timeline(edition, page.words.page)), "metadata": inert(news_article(page))}
    return fill("html/index.html.j2", page, **data)


FORMAT = Format(write, runs_last=True)
