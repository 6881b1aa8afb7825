"""The words of a review: which are taken, and how they are kept."""

import re
import unicodedata

from accessnews.alttext import compose
from accessnews.alttext.lexicon import table
from accessnews.alttext.phrase import word_list
from accessnews.errors import AccessNewsError, Place

CONFLICT = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
"""The first line of what git leaves where it cannot merge."""


def one_line(text: str, at: Place | None = None) -> str:
    """An alt as it is kept: white space folded to single blanks. Raises AccessNewsError for control characters."""
    return _printable(" ".join(text.split()), at)


def many_lines(text: str, at: Place | None = None) -> str:
    """A description as it is kept: lines end in ``\\n``. Raises AccessNewsError for other control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if CONFLICT.search(text):
        raise unmerged(at)
    return _printable(text, at)


def unmerged(at: Place | None) -> AccessNewsError:
    hint = "keep one of the two versions and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
    return AccessNewsError("a merge was left unfinished here", at, hint)


def says_nothing(alt: str, kind: str) -> bool:
    """Whether an alt is only what stands in for one, in any language: "Photo."."""
    least = [form(kind, lang) for lang in table("phrases") for form in (compose.bare, compose.pointer)]
    return word_list(alt) in [word_list(phrase) for phrase in least]


def _printable(text: str, at: Place | None) -> str:
    for letter in text:
        if unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\t":
            message = f"the text has a character that cannot be shown: U+{ord(letter):04X}"
            raise AccessNewsError(message, at, "type the words again, without it")
    return text
