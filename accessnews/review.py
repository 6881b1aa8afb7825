"""A review: what a person decided about one picture, and how it is found again."""

import hashlib
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace

from accessnews.article import Article, Figure, map_figures, plain
from accessnews.errors import Place


@dataclass(frozen=True, slots=True)
class Review:
    """A decision about the picture that ``key`` names. ``alt`` is empty if and only if it is decorative."""

    key: str
    alt: str
    at: Place  # where it is written down
    description: str = ""  # longer, for IPTC's ExtDescrAccessibility

    @property
    def decorative(self) -> bool:
        return not self.alt


def keyed(article: Article) -> Article:
    """The article with a key for every figure: image, hash of the caption, and a turn where both come again.

    ``pier.jpg#3f9a2c41``, ``pier.jpg#3f9a2c41-2``; a gallery that names no files has ``#3f9a2c41``. A key does not
    depend on where in the story its picture stands, nor on how this program reads captions: call it before
    ``describe_article``, which takes credits out of captions.
    """
    turns: Counter[str] = Counter()

    def change(figure: Figure) -> Figure:
        key = f"{figure.src or ''}#{_hash(figure)}"
        turns[key] += 1
        return replace(figure, key=key if turns[key] == 1 else f"{key}-{turns[key]}")

    return map_figures(article, change)


def _hash(figure: Figure) -> str:
    """Eight hexadecimal digits of the caption's SHA-256; white space and Unicode form are folded."""
    words = " ".join(unicodedata.normalize("NFC", plain(figure.caption)).split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]
