"""Tags and cover of an edition in one file of sound, for the formats that have room for them."""

from accessnews.audio.encode import COVERS
from accessnews.audio.tags import of
from accessnews.bundle.edition import Edition
from accessnews.photos import Photo


def common_tags(edition: Edition) -> dict[str, str]:
    """What every file says of its edition, by FFmpeg's names; what is not known is left out."""
    tags = of(edition.article, edition.slug, edition.narrators)
    named = {"title": tags.title, "artist": tags.artist, "date": tags.date, "comment": tags.comment}
    return {name: value for name, value in named.items() if value}


def cover(edition: Edition) -> tuple[str, Photo] | None:
    """The first picture that can be a cover, and its figure's id. WebP can be none."""
    return next((item for item in edition.photos.items() if item[1].media_type in COVERS), None)
