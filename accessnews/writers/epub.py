"""The edition as one EPUB 3 with media overlays."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from weakref import finalize

from accessnews.archive import pack
from accessnews.edition import Artifact, Blob, Edition
from accessnews.epub import MEDIA_TYPE, files


def write(edition: Edition) -> Iterator[Artifact]:
    """The book lies in a temporary file without a name, which is gone when nobody holds the artifact any more."""
    with ExitStack() as stack:
        file = stack.enter_context(tempfile.TemporaryFile(prefix="accessnews-"))
        pack(files(edition), edition.stamp, file)
        book = Blob(file)
        finalize(book, stack.pop_all().close)
    yield Artifact(f"{edition.slug}.epub", MEDIA_TYPE, book)
