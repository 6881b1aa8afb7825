"""Spoken: from the text that is shown to the text that is said, piece by piece."""

import re
from dataclasses import dataclass

from accessnews.lexicon import EMPTY, Lexicon

# Characters that a voice would name or stumble over, and what is said in their place. One to one in
# place, so that a word keeps its piece.
_QUIET = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of shown text and how it is said. Either side may be empty."""

    display: str
    spoken: str
    lang: str = ""  # BCP 47, where it is in another language than its utterance
    ipa: str = ""  # for engines that take phonemes; the others say ``spoken``


def pieces(text: str, lang: str, lexicon: Lexicon = EMPTY) -> tuple[Piece, ...]:
    """Pieces whose left sides join to ``text`` and whose right sides are what a voice of ``lang`` says.

    ``lexicon`` holds the pronunciations of ``lang`` that a project knows better. Invisible characters (soft
    hyphens, joiners, direction marks) are shown and not said.
    """
    out: list[Piece] = []
    at = 0
    for quiet in _QUIET.finditer(text):
        if quiet.start() > at:
            out.append(Piece(text[at : quiet.start()], text[at : quiet.start()]))
        out.append(Piece(quiet.group(), ""))
        at = quiet.end()
    if at < len(text):
        out.append(Piece(text[at:], text[at:]))
    return tuple(out)
