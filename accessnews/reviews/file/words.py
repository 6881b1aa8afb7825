"""The words of a review: which are taken, and how they are kept."""

import re

from accessnews.model.errors import AccessNewsError, Place
from accessnews.text.unicode import CONTROLS, DIRECTIONS, SURROGATES

CONFLICT = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
"""The first line of what git leaves where it cannot merge."""

_HIDDEN = re.compile(rf"(?![\t\n])[{CONTROLS}{DIRECTIONS}{SURROGATES}]")


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


def _printable(text: str, at: Place | None) -> str:
    if hidden := _HIDDEN.search(text):
        message = f"the text has a character that cannot be shown: U+{ord(hidden[0]):04X}"
        raise AccessNewsError(message, at, "type the words again, without it")
    return text
