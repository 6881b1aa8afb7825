"""A piece: the mapping from what is shown to what is said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of shown text and how it is said. Either side may be empty."""

    display: str
    spoken: str
    lang: str = ""  # BCP 47, where it is in another language than its utterance
    ipa: str = ""  # for engines that take phonemes; the others say ``spoken``
