"""An artifact: one file of a bundle."""

from collections.abc import Iterator
from dataclasses import dataclass

from accessnews.text.blob import Blob


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of a bundle: path with forward slashes, relative to the bundle."""

    path: str
    media_type: str
    data: bytes | Blob
    offer: str = ""  # what readers take it home as: a key of the wording's downloads, else a file; empty: no download
    form: str = ""  # the name of its format, for them
    beside: tuple[str, ...] = ()  # paths of files without which it says nothing, and is left out

    def pieces(self) -> Iterator[bytes]:
        """What the file holds, in pieces."""
        return iter((self.data,)) if isinstance(self.data, bytes) else self.data.pieces()
