"""Paragraphs out of the lines of a plain text, whether a blank line, a line end or an indent parts them."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from accessnews.readers._news.masthead import byline
from accessnews.text.hyphens import SOFT, goes_on, seam, words_of

_PARTS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028]")  # line ends that are none to an editor's line count
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,}|\*{3,})\s*")
_RULE = re.compile(r"\s*_{3,}\s*")
GAP = re.compile(r"(?<=[^\s.!?:;,]) {2,80}(?=\S)")
"""What parts the cells of a row that is set with blanks; behind a full stop they are a typist's habit."""
BULLET = re.compile(r"\s*(?:[•‣▪●*+]|-(?!-)|_)\s+(?=\S)")
DATELINE = re.compile(
    r"\^?[^\W\d_][^\W_.'’-]*(?:[ .'’-]+[^\W_]+){0,4}(?:, [^()]{2,40})? ?\([^\W_][\w /-]{1,30}\) ?(?:--?|[–—_])"
)
SPEAKER = re.compile(r"\s*(?:[A-ZÄÖÜ]|[A-ZÄÖÜ][A-ZÄÖÜ.'’-]{1,20}(?: [A-ZÄÖÜ][A-ZÄÖÜ.'’-]{1,20}){0,3}):\s+(?=\S)")
"""Who speaks in an interview: ``Q:``, ``THE GAZETTE:``."""
_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]*$|[)\]]$")
_WIDEST = 120  # characters; wider lines are whole paragraphs
_WIDEST_CELL = 40  # characters
_NARROWEST = 40  # characters; narrower lines are a list or a poem
_SLACK = 12  # characters; how much ragged lines differ
_SHORT = 0.6  # of the width; a line that ends before was ended on purpose


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of plain text with the line it begins on."""

    text: str  # as written, without the blanks at its ends
    line: int
    alone: bool  # blank lines, or nothing, around it
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    number: int

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())


def pieces(text: str, first: int = 1) -> list[Piece]:
    """The paragraphs of ``text``, whose first line is line ``first`` of its file."""
    groups = _groups(text, first)
    width = _width(groups)
    words = words_of(text)
    return [piece for group in groups for piece in _pieces(group, width, words)]


def _groups(text: str, first: int) -> list[list[_Line]]:
    """Lines with no blank line between them; a paragraph separator (U+2029) counts as one."""
    lines = [
        _Line(part.rstrip(), number)
        for number, raw in enumerate(text.split("\n"), first)
        for part in _PARTS.split(raw.replace("\u2029", "\x0b\x0b").expandtabs(4))
    ]
    return [list(group) for words, group in groupby(lines, key=lambda line: bool(line.text.strip())) if words]


def _width(groups: list[list[_Line]]) -> int:
    """The width at which lines were broken by a program or by hand; 0 where every line is a paragraph."""
    pairs = [pair for group in groups for pair in pairwise(group)]
    lengths = sorted(len(line.text) for pair in pairs for line in pair if " " in line.text.strip())
    width = lengths[(len(lengths) - 1) * 98 // 100] if lengths else 0
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    running = [(above, below) for above, below in pairs if not _parts_by_shape(above, below, width)]
    flowing = sum(_is_full(above, below, width, _SLACK) and not _ENDED.search(above.text) for above, below in running)
    going_on = sum(not below.text.lstrip()[0].isupper() or _is_prose(above) for above, below in running)
    return width if running and 2 * flowing >= len(running) and 5 * going_on >= len(running) else 0


def _is_prose(above: _Line) -> bool:
    """Whether a line goes on below whatever letter comes next: a dateline opens a report, not a list or a poem."""
    return bool(DATELINE.match(above.text.strip())) and not _ENDED.search(above.text)


def _is_full(above: _Line, below: _Line, width: int, slack: int = 0) -> bool:
    """Whether the first word of ``below`` had no room left in ``above``."""
    word = below.text.split(maxsplit=1)[0]
    return len(above.text) + 1 + len(word) > width - slack


def _pieces(group: list[_Line], width: int, words: Collection[str]) -> Iterator[Piece]:
    taken = _with_datelines(list(_flows(group, width)))
    for index, lines in enumerate(taken):
        if index and _UNDERLINE.fullmatch(lines[0].text) and len(taken[index - 1]) == 1:
            continue
        below = taken[index + 1][0].text if index + 1 < len(taken) else ""
        underlined = bool(below and len(lines) == 1 and _UNDERLINE.fullmatch(below))
        alone = len(taken) == (2 if underlined else 1)
        yield Piece(_joined(lines, words), lines[0].number, alone, underlined)


def _with_datelines(paragraphs: list[list[_Line]]) -> list[list[_Line]]:
    """A dateline on a line of its own opens the paragraph below it."""
    for index in range(len(paragraphs) - 1, 0, -1):
        if DATELINE.fullmatch(paragraphs[index - 1][-1].text.strip()):
            paragraphs[index - 1] += paragraphs.pop(index)
    return paragraphs


def _flows(group: list[_Line], width: int) -> Iterator[list[_Line]]:
    """The lines of a group, each paragraph's together."""
    flow = [group[0]]
    for above, below in pairwise(group):
        if _parts(above, below, width):
            yield flow
            flow = []
        flow.append(below)
    yield flow


def _parts(above: _Line, below: _Line, width: int) -> bool:
    """Whether a paragraph ends between two lines of a text with lines broken at ``width``."""
    if goes_on(above.text, below.text):
        return False
    if not width or _parts_by_shape(above, below, width):
        return True
    if any(line.text.lstrip("^ ")[:1].isupper() and byline(line.text) for line in (above, below)):
        return True
    return bool(_ENDED.search(above.text)) and not _is_full(above, below, width, slack=2)


def _parts_by_shape(above: _Line, below: _Line, width: int) -> bool:
    """Whether lines were parted on purpose: an indent, a bullet, a rule, capitals, a line that ends early."""
    text = below.text
    if SPEAKER.match(text) or _RULE.fullmatch(text) or _RULE.fullmatch(above.text):
        return True
    if is_row(above.text) or is_row(text):
        return True
    if len(above.text) < _SHORT * width or _UNDERLINE.fullmatch(above.text) or _UNDERLINE.fullmatch(text):
        return True
    if below.indent >= above.indent + 2 or BULLET.match(text) or DATELINE.match(text.lstrip()):
        return True
    return text.isupper() and len(text) < _SHORT * width


def is_row(text: str) -> bool:
    """Whether a line is set in columns, with wide gaps of blanks: several, or one before a figure."""
    text = text.strip()
    if "   " not in text or len(text) > _WIDEST or _ENDED.search(text):
        return False
    cells = GAP.split(text)
    return len(cells) > (1 if text[-1].isdigit() else 2) and all(len(cell) <= _WIDEST_CELL for cell in cells)


def _joined(lines: list[_Line], words: Collection[str]) -> str:
    joined = lines[0].text.strip()
    for above, below in pairwise(lines):
        taken, between = _seam(above.text, below.text.lstrip(), words)
        joined = joined.removesuffix(taken) + between + below.text.strip()
    return joined


def _seam(above: str, below: str, words: Collection[str]) -> tuple[str, str]:
    """What is taken off the first of two lines that are one, and what stands between: no blank for wide letters."""
    if above[-1] in ("-", SOFT) and above[-2:-1].isalnum() and below[0].isalnum():
        return seam(above, below, words)
    is_wide = {unicodedata.east_asian_width(letter) for letter in (above[-1], below[0])} <= {"W", "F"}
    return "", "" if is_wide else " "
