"""The programme as one MP3."""

from collections.abc import Iterator

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format


def write(edition: Edition) -> Iterator[Artifact]:
    yield Artifact(edition.programme, edition.recording.media_type, edition.recording.data, "audio", "MP3")


FORMAT = Format(write)
