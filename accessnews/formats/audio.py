"""The programme as one MP3."""

from collections.abc import Iterator

from accessnews.bundle.edition import Artifact, Edition


def write(edition: Edition) -> Iterator[Artifact]:
    yield Artifact(edition.programme, edition.recording.media_type, edition.recording.data, "audio", "MP3")
