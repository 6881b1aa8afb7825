"""The last lines of a transmission: who wrote and edited it, when it went out, that more will come."""

import re

from accessnews.readers._news import deskwords as words
from accessnews.readers._news.desksheet import CopySheet
from accessnews.text.unicode import has_words

OPENING = 2  # lines with words, headline and lead, that are the story's at the least
_FOOT = 8  # lines with words at the end that may be a transmission's


def take_foot(sheet: CopySheet) -> None:
    """The last lines of a transmission."""
    for index in sheet.worded()[OPENING:][: -_FOOT - 1 : -1]:
        if any(form.fullmatch(sheet.lines[index].strip().rstrip("<")) for form in words.FOOT):
            sheet.take(index)
        elif block := _bracketed_foot(sheet, index):
            sheet.take(*block)
        elif sheet.lines[index].strip().isupper() and _is_signed_above(sheet, index):
            sheet.take(index)
        elif index not in sheet.taken and has_words(sheet.lines[index]):
            break
    _take_signature(sheet)
    _take_promise(sheet)
    lower = any(re.fullmatch(r"ends?\.?", text.strip()) for text in sheet.taken.values())
    last = sheet.worded()[OPENING:][-1:]
    if lower and last:
        _take_initials(sheet, last[0])


def _bracketed_foot(sheet: CopySheet, end: int) -> range:
    """The lines from ``((`` to the ``))`` at the end of a line: how to reach who wrote the story."""
    if sheet.lines[end].rstrip().endswith("))"):
        for start in range(end, max(end - 5, 0), -1):
            if sheet.lines[start].lstrip().startswith("(("):
                return range(start, end + 1)
    return range(0)


def _is_signed_above(sheet: CopySheet, index: int) -> bool:
    """Whether initials of editors stand above a line: in capitals, it says which companies the story names."""
    above = next((number for number in range(index - 1, 0, -1) if sheet.lines[number].strip()), 0)
    return bool(above) and bool(words.EDITORS.fullmatch(sheet.lines[above].strip()))


def _take_signature(sheet: CopySheet) -> None:
    """Initials and marks behind the last sentence."""
    for index in sheet.worded()[OPENING - 1 :][-1:]:
        start = words.signature_start(sheet.lines[index])
        if start >= 0:
            sheet.cut(index, sheet.lines[index][start:])
            sheet.lines[index] = sheet.lines[index][:start]


def _take_promise(sheet: CopySheet) -> None:
    """That more will come, behind the last sentence."""
    for index in sheet.worded()[OPENING - 1 :][-1:]:
        if match := words.MORE.search(sheet.lines[index].rstrip()):
            sheet.cut(index, match[0].strip())
            sheet.lines[index] = sheet.lines[index][: match.start()]


def _take_initials(sheet: CopySheet, index: int) -> None:
    """Of who wrote and edited a story, behind its last sentence: ``he said. te/kl``."""
    if re.fullmatch(r"\s*[a-z]{2,3}(?:/[a-z]{2,3}){0,3}\s*", sheet.lines[index]):
        sheet.take(index)
    elif match := words.INITIALS.search(sheet.lines[index].rstrip()):
        sheet.cut(index, match[0])
        sheet.lines[index] = sheet.lines[index][: match.start()]
