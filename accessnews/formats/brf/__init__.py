"""The edition as one Braille Ready Format file, for embossers, notetakers and braille displays."""

from collections.abc import Iterator

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.formats.brf.codes import code
from accessnews.formats.brf.louis import program
from accessnews.formats.brf.volume import brf
from accessnews.model.article import Article
from accessnews.model.errors import AccessNewsError, UsageError

# IANA has no type for braille. This one is what download sites and converters use; text/plain would have browsers
# show the file as the gibberish that braille ASCII is to the eye, and screen readers read it out.
MEDIA_TYPE = "application/x-brf"


def ready(article: Article) -> None:
    """Raises UsageError where liblouis is not there, AccessNewsError where the language has no code."""
    program()
    try:
        code(article.lang)
    except UsageError as error:
        raise AccessNewsError(error.message, article.at, f"{error.hint}; all else is made without brf") from error


def write(edition: Edition) -> Iterator[Artifact]:
    data = brf(edition.article, edition.photos.keys())
    yield Artifact(f"{edition.slug}.brf", MEDIA_TYPE, data, offer="braille", form="BRF")


FORMAT = Format(write, ready=ready)
