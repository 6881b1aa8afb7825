"""A review: what a person decided about one picture, and how it is found again."""

import hashlib
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace

from accessnews.model.article import Article, Figure, figures, map_figures, plain
from accessnews.model.errors import Place


@dataclass(frozen=True, slots=True)
class Review:
    """A decision about the picture that ``key`` names. ``alt`` is empty if and only if it is decorative."""

    key: str
    alt: str
    at: Place  # where it is written down
    description: str = ""  # longer, for IPTC's ExtDescrAccessibility
    caption: str = ""  # that the picture had then, where it is written down
    others: tuple[tuple[str, str], ...] | None = None  # alts in other languages, by BCP 47 tag; None: as they are

    @property
    def decorative(self) -> bool:
        return not self.alt

    @property
    def words(self) -> tuple[str, str]:
        return self.alt, self.description

    def says_what(self, other: "Review") -> bool:
        """Whether it decides what another does, in all languages."""
        others = (self.others or (), other.others or ()) if other.others is not None else ((), ())
        return self.words == other.words and others[0] == others[1]


def keyed(article: Article) -> Article:
    """The article with a key for every figure: image, hash of the caption, and a turn where both come again.

    ``pier.jpg#3f9a2c41``, ``pier.jpg#3f9a2c41-2``. A gallery that names no files has ``#3f9a2c41``, or, where nothing
    but their order tells pictures apart, ``#3f9a2c41-1of2``: with one more or less, all of them are others. A key
    does not depend on where in the story its picture stands, nor on how this program reads captions: call it before
    ``describe_article``, which takes credits out of captions.
    """
    counts = Counter(_base(figure) for figure in figures(article))
    turns: Counter[str] = Counter()

    def change(figure: Figure) -> Figure:
        key = _base(figure)
        turns[key] += 1
        turn = f"-{turns[key]}" if figure.src else f"-{turns[key]}of{counts[key]}"
        alone = turns[key] == 1 if figure.src else counts[key] == 1
        return replace(figure, key=key if alone else key + turn)

    return map_figures(article, change)


def _base(figure: Figure) -> str:
    return f"{figure.src or ''}#{_hash(figure)}"


def _hash(figure: Figure) -> str:
    """Eight hexadecimal digits of the caption's SHA-256; white space and Unicode form are folded."""
    words = " ".join(unicodedata.normalize("NFC", plain(figure.caption)).split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]
