"""Scripts: in which letters a text is written."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

_LETTERS = frozenset({"LETTER", "IDEOGRAPH", "SYLLABLE", "SYLLABICS", "CHARACTER", "LIGATURE", "JAMO", "SOUND"})
_WIDTHS = frozenset({"FULLWIDTH", "HALFWIDTH"})
_NAMES = {"CJK": "Han"}
_SYLLABLES = frozenset({"Han", "Hiragana", "Katakana"})
_LONGEST_INITIALS = 5


@dataclass(frozen=True, slots=True)
class ScriptRun:
    """Letters of one script that stand together, with the marks on them, from ``start`` of a text on."""

    script: str  # as Unicode calls it: Latin, Cyrillic, Han
    start: int
    letters: str

    @property
    def end(self) -> int:
        return self.start + len(self.letters)

    @property
    def is_word(self) -> bool:
        """Whether it is read as a word: a letter alone has its name, and initials have theirs."""
        if self.script in _SYLLABLES:
            return True
        is_initials = self.letters.upper() == self.letters != self.letters.lower()
        return len(self.letters) > (_LONGEST_INITIALS if is_initials else 1)


@lru_cache(4_096)
def script(letter: str) -> str:
    """The script of a letter by its name in Unicode; empty for what is no letter of a script, such as ``µ``."""
    if letter.isascii() or not letter.isalpha():
        return "Latin" if letter.isalpha() else ""
    first, *following = (word for word in unicodedata.name(letter, "").split() if word not in _WIDTHS)
    if not any(word.split("-")[0] in _LETTERS for word in following):
        return ""
    return _NAMES.get(first, first.split("-")[0].title())


def script_runs(text: str) -> Iterator[ScriptRun]:
    """The letters of a text, script by script; neither blanks nor signs stand within a run."""
    start = 0
    for is_blank, signs in groupby(text, str.isspace):
        token = "".join(signs)
        if not is_blank:
            yield from _runs(token, start)
        start += len(token)


def _runs(token: str, start: int) -> Iterator[ScriptRun]:
    names: list[str] = []
    for sign in token:
        is_mark = unicodedata.category(sign)[0] == "M" or sign == "\u200d"
        names.append(names[-1] if is_mark and names else script(sign))
    for name, part in groupby(zip(names, token, strict=True), lambda pair: pair[0]):
        letters = "".join(sign for _, sign in part)
        if name:
            yield ScriptRun(name, start, letters)
        start += len(letters)
