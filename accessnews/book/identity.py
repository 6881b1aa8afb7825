"""What a book is called, when it was made and who reads it."""

import uuid
from collections.abc import Iterator

from accessnews.edition import Edition
from accessnews.page import Page

_NAMESPACE = uuid.UUID("5f1f2d0c-6a0e-5d8c-9a55-0c8a6f4e7b21")


def identifier(edition: Edition) -> str:
    """The same for the same source, another for another.

    A book that changes keeps its identifier and moves on its date (EPUB 3.3, 5.5.3.1.3), but the date here is
    the story's and not a clock's: it may be the same before and after a correction.
    """
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, edition.article.sha256)}"


def modified(edition: Edition) -> str:
    """The edition's time as dcterms:modified has it: CCYY-MM-DDThh:mm:ssZ."""
    year, month, day, hour, minute, second = edition.stamp
    return f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}Z"


def title(edition: Edition) -> str:
    """The headline; a book without a title is none."""
    return edition.article.title.strip() or edition.slug


def narrators(page: Page) -> Iterator[str]:
    """Every voice that reads, each said to be synthetic."""
    voice = page.edition.voice
    for name in dict.fromkeys((voice.name, *(other.name for other in voice.speakers.values()))):
        yield page.words.book["narrator"].format(voice=f"{name} ({page.edition.engine_version})")
