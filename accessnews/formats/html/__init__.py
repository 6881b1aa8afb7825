"""The page with its stylesheet, its script and its pictures."""

from collections.abc import Iterator

from accessnews.bundle.edition import Artifact, Edition
from accessnews.formats._page import PATH, asset, render

LAST = True
"""The page tells of what else there is to download."""


def write(edition: Edition) -> Iterator[Artifact]:
    yield Artifact(PATH, "text/html", render(edition).encode())
    yield Artifact("assets/page.css", "text/css", asset("page.css"))
    yield Artifact("assets/page.js", "text/javascript", asset("page.js"))
    for photo in edition.pictures:
        yield Artifact(photo.path, photo.media_type, photo.data)
