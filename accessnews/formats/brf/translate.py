"""From print to braille cells. What a code has no sign for is written in a nearer one, or in words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_lowercase

from accessnews.formats.brf import codes
from accessnews.formats.brf.letters import BLANK, JOINERS, Letters, Louis, clean, name, runs
from accessnews.formats.brf.louis import LONGEST
from accessnews.formats.brf.pages import ascii_cells
from accessnews.model.errors import AccessNewsError
from accessnews.text.langtag import primary
from accessnews.text.raised import LOWERED, RAISED
from accessnews.wording import wording

_READY = ""  # the table of what is in cells already
_PASSAGE = 3  # words in capitals are a passage (UEB 8.5)
_WORD = re.compile(r"[^ ]+ ?| ")
_SENTENCE = re.compile(r".*[.!?…][\"'”’»)\]]* ", re.DOTALL)

Part = tuple[str, str]
"""A table, and what it writes."""


@dataclass(frozen=True, slots=True)
class LanguageRun:
    """Text in one language."""

    text: str
    lang: str = ""  # BCP 47 tag where it may differ from the article's
    spelt: bool = False  # letter by letter, without contractions


@dataclass(frozen=True, slots=True)
class PrintText:
    """What is written on one line, however long."""

    runs: tuple[LanguageRun, ...]
    aside: bool = False  # a transcriber's note


def print_text(text: str) -> PrintText:
    return PrintText((LanguageRun(text),))


class Translator:
    """Writes in the code of one language. Raises UsageError where there is none for it."""

    def __init__(self, lang: str, louis: Louis) -> None:
        self._lang = lang
        self._code = codes.code(lang)
        self._louis = louis
        self._letters = Letters(louis)
        self._sign = wording(lang).braille["sign"]

    def cells(self, printed_texts: Sequence[PrintText]) -> list[str]:
        """Each text in braille ASCII. A table is started twice, however much there is to write."""
        for printed in printed_texts:
            for run in printed.runs:
                self._letters.meet(clean(run.text))
        self._check_code()
        parts = [self.parts(printed) for printed in printed_texts]
        written = self._written(part for every in parts for part in every)
        return [ascii_cells("".join(written[part] for part in every)) for every in parts]

    def _check_code(self) -> None:
        """Raises AccessNewsError where the table writes not one letter, as every code here does: it is broken."""
        table = self._code.text
        if not any(self._letters.know(table, letter) for letter in ascii_lowercase):
            raise AccessNewsError(f"liblouis writes no letter by its table {table}", hint="install liblouis anew")

    def parts(self, printed: PrintText) -> list[Part]:
        """What each table has to write of a text."""
        parts = (part for run in printed.runs for part in self._language_run(run))
        return _joined(self._aside(parts) if printed.aside else parts)

    def _aside(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Between the signs of a transcriber's note, or in square brackets."""
        marks = self._code.open, self._code.close
        opening, closing = [(_READY, mark) for mark in marks] if all(marks) else self._brackets()
        yield opening
        yield from parts
        yield closing

    def _brackets(self) -> list[Part]:
        table = self._code.text
        return [(table, self._letters.nearest(bracket, table) or "") for bracket in "[]"]

    def _language_run(self, run: LanguageRun) -> Iterator[Part]:
        """The parts of a run. Words of another language are spelt: they have no contractions of this one (UEB 13)."""
        foreign = run.lang and primary(run.lang) != primary(self._lang)
        table = self._code.spelt if foreign or run.spelt else self._code.text
        text = clean(run.text)
        yield table, " " if run.text[:1].isspace() else ""
        for braille_table, words in self._initials(text, table):
            yield from self._runs(words, braille_table, run.lang)
        yield table, " " if text and run.text[-1:].isspace() else ""

    def _initials(self, text: str, table: str) -> Iterator[Part]:
        """The text by the table for it: initials that look like a word are spelt, but for passages in capitals."""
        pattern = rf"\b((?:{'|'.join(self._code.initials)})\b(?:['’]s\b)?)"
        for loud, group in groupby(_WORD.findall(text), str.isupper):
            words = list(group)
            parts = ["".join(words)]
            if self._code.initials and not (loud and len(words) >= _PASSAGE):
                parts = re.split(pattern, parts[0])
            for place, part in enumerate(parts):
                yield (self._code.spelt if place % 2 else table), part

    def _runs(self, text: str, table: str, lang: str) -> Iterator[Part]:
        for level, signs in groupby(text, _level):
            run = "".join(signs)
            if level:
                yield from self._raised(run, table) if level > 0 else self._lowered(run, table)
            elif self._letters.know(table, run):
                yield table, run
            else:
                yield from self._on_the_line(run, table, lang)

    def _on_the_line(self, text: str, table: str, lang: str) -> Iterator[Part]:
        for script, run in runs(text):
            if script and not self._letters.know(table, run):
                yield from self._word(run, script, table, lang)
            else:
                yield from self._signs(run, table)

    def _word(self, run: str, script: str, table: str, lang: str) -> Iterator[Part]:
        """Letters that the table does not have: Latin ones without their accents, others in their own code."""
        bare = [self._letters.nearest(letter, table) for letter in run] if script == "LATIN" else [None]
        able = next((each for each in codes.spelt(script, lang) if self._letters.know(each, run)), "")
        if able and None in bare:
            yield able, run
        else:
            yield from self._signs(run, table)

    def _signs(self, run: str, table: str) -> Iterator[Part]:
        """Signs that the table has or nearly has; the others by name, in a transcriber's note."""
        unknown = ""
        for sign in run:
            if JOINERS.match(sign):
                unknown += sign if unknown else ""
                continue
            near = self._letters.nearest(sign, table)
            if near is None:
                unknown += sign
                continue
            yield from self._named(unknown)
            unknown = ""
            yield table, near
        yield from self._named(unknown)

    def _raised(self, signs: str, table: str) -> Iterator[Part]:
        """What is raised: behind the sign for it, as the table has it, or in brackets: 3² is not 32."""
        if self._code.raised:
            yield from self._shifted(self._code.raised, _plain(signs))
        elif self._letters.know(table, signs):
            yield table, signs
        else:
            yield from self._signs(f"({_plain(signs)})", table)

    def _lowered(self, signs: str, table: str) -> Iterator[Part]:
        """What is lowered: behind the sign for it, as the table has it, or on the line."""
        if self._code.lowered:
            yield from self._shifted(self._code.lowered, _plain(signs))
        elif self._letters.know(table, signs):
            yield table, signs
        else:
            yield from self._signs(_plain(signs), table)

    def _shifted(self, indicator: str, plain: str) -> Iterator[Part]:
        """Signs behind an indicator; it is good for one number or letter, and more are grouped (UEB 7.1)."""
        group = self._code.group if len(plain) > 1 and not plain.isdecimal() else ""
        yield _READY, indicator + group[:1]
        yield from self._signs(plain, self._code.spelt)
        yield _READY, group[1:]

    def _named(self, signs: str) -> Iterator[Part]:
        if signs:
            table, words = self._code.text, self._sign.format(name=name(signs))
            near = "".join(self._letters.nearest(sign, table) or "" for sign in words)
            yield from self._aside([(table, near)])

    def _written(self, parts: Iterable[Part]) -> dict[Part, str]:
        """The cells of each part."""
        cells: dict[Part, str] = {}
        texts: dict[str, dict[str, list[str]]] = {}
        for table, text in parts:
            if table == _READY:
                cells[table, text] = text
            else:
                texts.setdefault(table, {})[text] = list(_chunks(text))
        for table, chunked in texts.items():
            lines = [chunk.strip() for chunks in chunked.values() for chunk in chunks]
            done = iter(self._louis(table, lines))
            for text, chunks in chunked.items():
                cells[table, text] = "".join(_edged(next(done), chunk) for chunk in chunks)
        return cells


def _level(sign: str) -> int:
    """Whether a sign stands above the line (1), on it (0) or below it."""
    return (sign in RAISED) - (sign in LOWERED)


def _plain(signs: str) -> str:
    """What is raised or lowered, on the line."""
    return unicodedata.normalize("NFKC", signs).replace("−", "-")


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Parts that follow each other in one table as one, for a contraction depends on what is beside it."""
    out: list[Part] = []
    for table, text in parts:
        if out and out[-1][0] == table:
            text = out.pop()[1] + text
        if text:
            out.append((table, text))
    return out


def _chunks(text: str) -> Iterator[str]:
    """The text in pieces that liblouis takes, cut between sentences where it can be, else between words."""
    while len(text) > LONGEST:
        head = text[:LONGEST]
        sentences = _SENTENCE.match(head)
        at = sentences.end() if sentences else head.rfind(" ") + 1 or LONGEST
        yield text[:at]
        text = text[at:]
    yield text


def _edged(cells: str, chunk: str) -> str:
    """The cells with the blanks that its chunk had at its ends."""
    if not chunk.strip():
        return BLANK if chunk else ""
    return BLANK * chunk[0].isspace() + cells + BLANK * chunk[-1].isspace()
