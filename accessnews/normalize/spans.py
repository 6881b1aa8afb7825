"""The mapping from what is written to what is spoken."""

from dataclasses import dataclass

from accessnews.text.unicode import has_words


@dataclass(frozen=True, slots=True)
class Span:
    """Characters as they are written and as they are spoken. Either side may be empty."""

    written: str
    spoken: str
    lang: str = ""  # BCP 47, where it is in another language than its utterance
    ipa: str = ""  # for engines that take phonemes; the others say ``spoken``
    transcript: str | None = None  # what plain text has, where that is neither what is written nor nothing

    @property
    def transcribed(self) -> str:
        """As a transcript has it: not the mark of a footnote, and the signs that are said between cells."""
        if self.transcript is not None:
            return self.transcript
        if not self.written:
            return "" if has_words(self.spoken) else self.spoken
        return "" if self.is_mark else self.written

    @property
    def is_mark(self) -> bool:
        """Whether it is the mark of a footnote: words that are shown and not said."""
        return not self.spoken and has_words(self.written)
