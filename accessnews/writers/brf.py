"""The edition as one Braille Ready Format file, for embossers, notetakers and braille displays."""

from collections.abc import Iterator

from accessnews.braille import brf
from accessnews.braille.louis import program
from accessnews.edition import Artifact, Edition

# IANA has no type for braille. This one is what download sites and converters use; text/plain would have browsers
# show the file as the gibberish that braille ASCII is to the eye, and screen readers read it out.
MEDIA_TYPE = "application/x-brf"


def ready() -> None:
    """Raises UsageError where liblouis is not there."""
    program()


def write(edition: Edition) -> Iterator[Artifact]:
    data = brf(edition.article, edition.photos.keys())
    yield Artifact(f"{edition.slug}.brf", MEDIA_TYPE, data, offer="braille", form="BRF")
