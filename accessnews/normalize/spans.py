"""A piece: the mapping from what is shown to what is said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of shown text and how it is said. Either side may be empty."""

    display: str
    spoken: str
    lang: str = ""  # BCP 47, where it is in another language than its utterance
    ipa: str = ""  # for engines that take phonemes; the others say ``spoken``

    @property
    def transcribed(self) -> str:
        """As a transcript has it: not the mark of a footnote, and the signs that are said between cells."""
        if not self.display:
            return "" if has_words(self.spoken) else self.spoken
        return "" if self.is_mark else self.display

    @property
    def is_mark(self) -> bool:
        """Whether it is the mark of a footnote: words that are shown and not said."""
        return not self.spoken and has_words(self.display)


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in a text."""
    return any(character.isalnum() for character in text)
