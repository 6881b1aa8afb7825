"""What a book is called, when it was made and who reads it."""

import hashlib
import uuid
from collections.abc import Iterator

from accessnews.bundle.edition import Edition
from accessnews.formats._view import EditionView
from accessnews.model.article import figures

_NAMESPACE = uuid.UUID("5f1f2d0c-6a0e-5d8c-9a55-0c8a6f4e7b21")


def identifier(edition: Edition) -> str:
    """A URN: the same for the same edition, another for other words, voices, times, pictures or alt texts.

    A book that changes keeps its identifier and moves on its date (EPUB 3.3, 5.5.3.1.3), but the date here is
    the story's and not a clock's: it may be the same before and after a review, and a library would keep what it has.
    """
    digest = hashlib.sha256(edition.article.sha256.encode())
    for part in _parts(edition):
        digest.update(b"\0" + part)
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, digest.hexdigest())}"


def _parts(edition: Edition) -> Iterator[bytes]:
    yield from (reader.encode() for reader in edition.narrators)
    yield from (f"{cue.utterance.id} {cue.end}".encode() for cue in edition.timeline.cues)
    for figure in figures(edition.article):
        alt = edition.article.alt(figure)
        yield f"{figure.id} {alt.state} {alt.alt}".encode(errors="surrogatepass")
    yield from (hashlib.sha256(photo.data).digest() for photo in edition.photos.values())


def modified(edition: Edition) -> str:
    """The edition's time as dcterms:modified has it: CCYY-MM-DDThh:mm:ssZ."""
    year, month, day, hour, minute, second = edition.stamp
    return f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}Z"


def title(edition: Edition) -> str:
    """The headline, or the slug: a book must have a title."""
    return edition.article.title.strip() or edition.slug


def narrators(view: EditionView) -> Iterator[str]:
    """Every voice that reads, each said to be synthetic."""
    for reader in view.edition.narrators:
        yield view.words.book["narrator"].format(voice=reader)
