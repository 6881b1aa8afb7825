"""Desk matter of plain text: transmission lines, slugs, advisories, notes to editors, contacts and marks of the end.

Only lines of known forms go, and what stands below one that says so. What could be the story's stays, with a finding.
"""

import re
from dataclasses import dataclass

from accessnews.model.findings import Finding
from accessnews.readers._news import deskwords as words
from accessnews.readers._news.deskfindings import kept_below, unclear_embargo
from accessnews.readers._news.deskfoot import OPENING, take_foot
from accessnews.readers._news.desksheet import CopySheet
from accessnews.readers._news.embargo import embargo
from accessnews.readers._news.masthead import byline
from accessnews.readers._news.paragraphs import DATELINE
from accessnews.text.unicode import has_words, line, shortened

_HEAD = 14  # lines with words above which nothing of the story stands in between
_WHOLE = 120  # characters; a longer line is a paragraph
_SLUG_WORDS = 4
_FULL = 60  # characters; a line that goes on below, and one of a contact that is no sentence
_ANPA = re.compile(r"\^.{0,300}[<=]\s*")
_ENDED = re.compile(r"[.!?…:<=]['\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Copy:
    """A text without desk matter, its lines still where they were, and what was left out."""

    text: str
    findings: tuple[Finding, ...]
    embargo: str = ""  # as Article.embargo


def without_desk_matter(text: str, first: int, path: str) -> Copy:
    """``text`` without what is for the desk. ``first`` is the number of its first line in the file ``path``."""
    sheet = CopySheet(text.split("\n"), first, path)
    is_wire = any(map(_ANPA.fullmatch, sheet.lines[: 2 * _HEAD]))
    _take_head(sheet)
    if is_wire:
        sheet.lines = [_without_carets(written) for written in sheet.lines]
    _take_end(sheet)
    take_foot(sheet)
    _take_inside(sheet)
    return Copy("\n".join(sheet.lines), (*sheet.parts(), *sheet.findings), sheet.embargo)


def _take_head(sheet: CopySheet) -> None:
    """Lines of the desk above the story, and between headline, byline and lead; one line of the story stays."""
    all_worded = sheet.worded()
    if _is_numbered_slug(sheet, all_worded) or _is_slug_in_capitals(sheet, all_worded):
        sheet.take(all_worded[0])
    _tell_kill(sheet, all_worded[-1:])
    for index in all_worded[: min(_HEAD, len(all_worded) - 1)]:
        text = sheet.lines[index].strip()
        if text and not _take_from_head(sheet, index) and (len(text) > _WHOLE or DATELINE.match(text)):
            break


def _take_from_head(sheet: CopySheet, index: int) -> bool:
    """Take a line of the desk, and what belongs to it; whether it was one."""
    bare = sheet.bare(index)
    is_kill = _tell_kill(sheet, [index])
    if is_kill or words.is_transmission(sheet.lines[index].strip()) or _holds_back(sheet, index):
        sheet.take(index)
    elif advisory := _advisory(sheet, index):
        sheet.take(*advisory)
    elif _is_field(sheet, index):
        sheet.take(index)
    elif words.form("release").fullmatch(bare):
        sheet.is_release = True
        sheet.take(index)
    elif _is_contact(sheet, index) or (sheet.is_release and words.form("in-release").fullmatch(bare)):
        sheet.take(*_address(sheet, index))
    return index in sheet.taken


def _tell_kill(sheet: CopySheet, indexes: list[int]) -> bool:
    """Whether a line takes a story back, which is told."""
    kills = [index for index in indexes if words.form("kill").fullmatch(sheet.bare(index))]
    for index in kills:
        message = f"the agency takes a story back: “{shortened(line(sheet.bare(index)), 60)}”"
        sheet.findings.append(Finding("story-killed", message, sheet.at(index), "do not publish it"))
    return bool(kills)


def _is_wire(sheet: CopySheet) -> bool:
    """Whether a dateline with an agency's name stands near the top."""
    near = (sheet.lines[index].strip()[:90] for index in sheet.worded()[:6])
    return any(DATELINE.match(text) or words.WIRE_DATELINE.search(text) for text in near)


def _is_field(sheet: CopySheet, index: int) -> bool:
    """Whether a line is a field of a form, with another one beside it."""
    beside = (sheet.taken.get(number) or sheet.lines[number] for number in (index - 1, index + 1) if number >= 0)
    form = words.form("field")
    return bool(form.fullmatch(sheet.bare(index))) and any(form.fullmatch(text.strip()) for text in beside)


def _holds_back(sheet: CopySheet, index: int) -> bool:
    """Whether a line is an embargo's; one that cannot be read, or may be none, is told."""
    held = embargo(sheet.lines[index])
    if held and not (held.moment or held.is_over):
        sheet.findings.append(unclear_embargo(sheet.lines[index], held, sheet.at(index)))
    sheet.embargo = sheet.embargo or (held.moment if held else "")
    return bool(held and held.is_sure)


def _is_numbered_slug(sheet: CopySheet, all_worded: list[int]) -> bool:
    """Whether the first line is ``2 COURTS Beekeeper``: alone above the headline of a story that ends in a mark."""
    if len(all_worded) <= OPENING or not words.NUMBERED_SLUG.fullmatch(sheet.lines[all_worded[0]].strip()):
        return False
    is_over = any(words.is_end(sheet.bare(index)) for index in all_worded[-3:])
    return len(sheet.group(all_worded[0])) == 1 and is_over


def _is_slug_in_capitals(sheet: CopySheet, all_worded: list[int]) -> bool:
    """Whether the first line is a topic in capitals, right above headline and byline or dateline."""
    if len(all_worded) <= OPENING + 1:
        return False
    first, headline, *near = (sheet.lines[index].strip() for index in all_worded[:5])
    below = next((text for text in near if not words.is_of_form("advisory", text)), "")
    if not first.isupper() or len(first.split()) > _SLUG_WORDS or headline.isupper() or _ENDED.search(headline):
        return False
    is_next = all_worded[1] == all_worded[0] + 1 and len(headline.split()) > len(first.split())
    is_opened = byline(below) or DATELINE.match(below) or words.WIRE_DATELINE.search(below[:90])
    return is_next and bool(is_opened) and not byline(headline)


def _advisory(sheet: CopySheet, index: int) -> list[int]:
    """The lines of an advisory: up to its last bracket or mark, or as long as they are full."""
    lines: list[int] = []
    depth = 0  # of brackets that are open
    for number in sheet.group(index)[:4]:
        lines.append(number)
        text = sheet.lines[number].strip()
        depth += text.count("(") - text.count(")")
        if depth <= 0 and (_ENDED.search(text) or len(text) < _FULL):
            break
    whole = " ".join(sheet.lines[number].strip() for number in lines)
    return lines if words.is_of_form("advisory", whole) else []


def _address(sheet: CopySheet, index: int) -> range:
    """The lines of a contact: of its group, up to the last one by which somebody can be reached."""
    group = sheet.group(index)
    reached = [number for number in group[:8] if words.DETAIL.search(sheet.lines[number])]
    return range(index, max(reached, default=index) + 1)


def _without_carets(text: str) -> str:
    """A line of an ANPA transmission without the marks of its fields; its indent stays."""
    bare = text.rstrip().rstrip("<=") if text.rstrip()[-1:] in ("<", "=") else text
    return re.sub(r"^(\s{0,20})\^", r"\1", bare)


def _take_end(sheet: CopySheet) -> None:
    """The end mark and all below it, notes to editors, contacts, and lines that promise more."""
    for place, index in enumerate(sheet.worded()):
        if place < OPENING or index in sheet.taken:
            continue
        text = sheet.bare(index)
        if words.is_of_form("more", sheet.lines[index]) or words.form("offer").fullmatch(sheet.lines[index].strip()):
            sheet.take(index)
        elif words.is_tail(text) and _opens(sheet, index):
            sheet.take(*range(index, len(sheet.lines)))
        elif words.is_end(sheet.lines[index].strip()):
            _end(sheet, index)
        elif _is_contact(sheet, index):
            _take_contacts(sheet, index)


def _opens(sheet: CopySheet, index: int) -> bool:
    """Whether a line begins something: below a blank line or the end of a sentence."""
    above = sheet.lines[index - 1].rstrip()
    return not above or bool(_ENDED.search(above)) or index - 1 in sheet.taken or not has_words(above)


def _end(sheet: CopySheet, index: int) -> None:
    """Take an end mark and what stands below the first, unless that is more than the story."""
    mark, is_first = sheet.lines[index].strip(), not sheet.is_over
    sheet.take(index)
    sheet.is_release = True  # whom to ring up is told below it
    if not is_first or words.HASHES.fullmatch(mark):
        return
    sheet.is_over = True
    above, below = (sum(map(len, lines)) for lines in (sheet.lines[:index], sheet.lines[index:]))
    if below <= above:
        sheet.take(*range(index, len(sheet.lines)))
    elif any(text.strip() for text in sheet.lines[index:]):
        sheet.findings.append(kept_below(mark, sheet.at(index)))


def _is_contact(sheet: CopySheet, index: int) -> bool:
    """Whether a line says whom newsrooms may ring up, and the next ones how."""
    text = sheet.bare(index)
    named = words.form("contact").fullmatch(text) or (sheet.is_release and words.form("in-release").fullmatch(text))
    near = sheet.lines[index : index + 8]
    return bool(named and _opens(sheet, index) and any(map(words.DETAIL.search, near)))


def _take_contacts(sheet: CopySheet, index: int) -> None:
    """Take a contact's group, and the groups below it that are no sentences."""
    while group := sheet.group(index):
        sheet.take(*group)
        index = next((number for number in range(group.stop, len(sheet.lines)) if sheet.lines[number].strip()), -1)
        if index < 0 or not all(words.is_detail(sheet.lines[number]) for number in sheet.group(index)):
            return


def _take_inside(sheet: CopySheet) -> None:
    """What is for the desk within lines: the number of an update, what it changed, codes of shares."""
    for place, index in enumerate(sheet.worded()[:_HEAD]):
        text = sheet.lines[index].strip()
        if place == 0 and (version := words.VERSION.search(text)) and _is_wire(sheet):
            sheet.cut(index, version[0])
            sheet.lines[index] = text = text[: version.start()]
        if place == 0 and (update := words.UPDATE.match(text) or words.URGENCY.match(text)):
            sheet.cut(index, update[0])
            sheet.lines[index] = text[update.end() :]
        elif label := words.SUBTITLE.match(text):
            sheet.cut(index, label[0])
            sheet.lines[index] = "\u2029" + text[label.end() :].rstrip("= ")  # a paragraph of its own
        elif note := words.NOTE_INSIDE.search(text):
            sheet.cut(index, note[0])
            sheet.lines[index] = text[: note.start()] + text[note.end() :]
        elif revision := words.REVISION.search(sheet.lines[index].rstrip()):
            sheet.cut(index, revision[0])
            sheet.lines[index] = sheet.lines[index][: revision.start()]
    for index, text in enumerate(sheet.lines):
        if "<" in text and (code := words.SECURITY.search(text)):
            sheet.cut(index, code[0])
            sheet.lines[index] = words.SECURITY.sub("", text)
