"""Characters and blanks: what happens to text before it becomes a run."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from accessnews.model.article import Run, Text

# Parts of a character class, to stand between "[" and "]".
CONTROLS = "\x00-\x1f\x7f-\x9f"
DIRECTIONS = "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides, isolates: they turn round the letters that follow
SURROGATES = "\ud800-\udfff"
INVISIBLE = "\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufeff"
"""Format characters without a shape: soft hyphen, zero-width blanks, direction marks; not what joins emoji."""

_JUNK = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls; what counts as white space stays
    "\u00ad\u200b\ufeff"  # soft hyphen, zero-width blank, a stray byte order mark; what shapes letters stays
    "\u202d\u202e"  # overrides of the writing direction: no use in news, and good for forgery
    f"\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff{SURROGATES}]"  # no characters at all
)
# What parts thousands stays: folded into a plain blank, it might as well part two numbers.
_NO_GROUP = "(?!(?<=[0-9])[\u00a0\u202f\u2007\u2009](?=[0-9]{3}))"
_BLANKS = re.compile(rf"{_NO_GROUP}\s+")
_SPACES = re.compile(rf"{_NO_GROUP}[^\S\n]+")
_BREAK = re.compile(r" ?\n[ \n]*")
_LIGATURES = dict(enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"), 0xFB00))  # of type, not of spelling
_PILE = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_PILE_HEIGHT = 30  # marks on one letter; the bound of the Stream-Safe Text Format, UAX #15
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """``text`` in NFC, without control characters, lone surrogates, ligatures of type and what only hides."""
    if text.isascii() and text.isprintable():
        return text
    text = _PILE.sub(_trimmed, _JUNK.sub("", text)).translate(_LIGATURES)
    return unicodedata.normalize("NFC", text)


def _trimmed(pile: re.Match[str]) -> str:
    """A run of marks cut to ``_PILE_HEIGHT``: ordering longer ones takes the square of their number."""
    kept, height = [], 0
    for letter in pile[0]:
        height = height + 1 if unicodedata.combining(letter) else 0
        if height <= _PILE_HEIGHT:
            kept.append(letter)
    return "".join(kept)


def line(text: str) -> str:
    """``text`` clean and on one line, blanks folded and none at the ends."""
    return _BLANKS.sub(" ", clean(text)).strip()


def for_xml(text: str) -> str:
    """The text with a replacement mark for what no XML may hold (XML 1.0, 2.2)."""
    return _NO_XML.sub("\ufffd", text)


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit of any script in ``text``."""
    return any(character.isalnum() for character in text)


def shortened(text: str, longest: int) -> str:
    """``text``, or where it has more than ``longest`` characters the whole words at its start and an ellipsis."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + "…"


def hyphenated(name: str, ascii_only: bool = False) -> str:
    """The letters and figures of ``name``, small, with hyphens between: for names of files; empty if it has none."""
    return re.sub("[^a-z0-9]+" if ascii_only else r"\W+", "-", name.casefold()).strip("-_")


def fold(runs: Iterable[Run]) -> Text:
    """``runs`` clean, blanks folded across them, neighbours with the same marks joined.

    A line feed is the author's line break and stays, without blanks around it and not twice in a row.
    """
    kept: list[Run] = []
    last = "\n"  # so that the text does not begin with a blank
    for run in runs:
        text = _BREAK.sub("\n", _SPACES.sub(" ", clean(run.text)))
        if last == "\n":
            text = text.lstrip(" \n")
        elif last == " " and text[:1] == "\n":
            _strip_end(kept, " ")
        elif last == " ":
            text = text[1:] if text[:1] == " " else text
        if text:
            last = text[-1]
            kept.append(replace(run, text=text))
    _strip_end(kept, " \n")
    return tuple(_joined(group) for _, group in groupby(kept, key=lambda run: replace(run, text="")))


def _strip_end(runs: list[Run], characters: str) -> None:
    """Takes blanks off the end of the last runs, and runs that have nothing else."""
    while runs and runs[-1].text[-1] in characters:
        last = runs.pop()
        if text := last.text.rstrip(characters):
            runs.append(replace(last, text=text))


def _joined(group: Iterable[Run]) -> Run:
    runs = list(group)
    return replace(runs[0], text="".join(run.text for run in runs))


def as_text(text: str) -> Text:
    """``text`` as a run without marks, or nothing where there is nothing to say."""
    text = line(text)
    return (Run(text),) if text else ()
