"""Desk matter of plain text: transmission lines, slugs, advisories, notes to editors, contacts and marks of the end.

Only lines of known forms go, and what stands below one that says so. What could be the story's stays, with a finding.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.readers._news import deskwords as words
from accessnews.readers._news.deskfindings import kept_below, left_out, unclear_embargo
from accessnews.readers._news.embargo import embargo
from accessnews.readers._news.paragraphs import DATELINE
from accessnews.text.unicode import has_words, line, shortened

_HEAD = 14  # lines with words above which nothing of the story stands in between
_FOOT = 8  # lines with words at the end that may be a transmission's
_OPENING = 2  # lines with words, headline and lead, that are the story's at the least
_WHOLE = 120  # characters; a longer line is a paragraph
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
    sheet = _Sheet(text.split("\n"), first, path)
    is_wire = any(map(_ANPA.fullmatch, sheet.lines[: 2 * _HEAD]))
    _take_head(sheet)
    if is_wire:
        sheet.lines = [_without_carets(written) for written in sheet.lines]
    _take_end(sheet)
    _take_foot(sheet)
    _take_inside(sheet)
    return Copy("\n".join(sheet.lines), (*sheet.parts(), *sheet.findings), sheet.embargo)


@dataclass(slots=True)
class _Sheet:
    """The lines of a text. One that is taken off is blank then, so that the others keep their numbers."""

    lines: list[str]
    first: int
    path: str
    findings: list[Finding] = field(default_factory=list)
    taken: dict[int, str] = field(default_factory=dict)  # line → its words
    is_release: bool = False
    is_over: bool = False  # an end mark has been met
    embargo: str = ""

    def worded(self) -> list[int]:
        return [index for index, text in enumerate(self.lines) if text.strip()]

    def bare(self, index: int) -> str:
        return words.bare(self.lines[index])

    def take(self, *indexes: int) -> None:
        for index in indexes:
            if self.lines[index].strip():
                self.taken[index], self.lines[index] = self.lines[index], ""

    def cut(self, index: int, words: str) -> None:
        """Take ``words`` out of a line."""
        self.findings.append(left_out(words, 0, self.at(index)))

    def at(self, index: int) -> Place:
        return Place(self.path, self.first + index)

    def group(self, index: int) -> range:
        """The lines from ``index`` to the next blank one."""
        end = index
        while end < len(self.lines) and self.lines[end].strip():
            end += 1
        return range(index, end)

    def parts(self) -> Iterator[Finding]:
        """One finding for each run of lines that were taken, with only blank ones between them."""
        runs: list[list[int]] = []
        for index in sorted(self.taken):
            goes_on = runs and not any(text.strip() for text in self.lines[runs[-1][-1] : index])
            if goes_on and not words.is_end(self.taken[runs[-1][-1]].strip()):
                runs[-1].append(index)
            else:
                runs.append([index])
        for run in runs:
            yield left_out(self.taken[run[0]], len(run) - 1, self.at(run[0]))


def _take_head(sheet: _Sheet) -> None:
    """Lines of the desk above the story, and between headline, byline and lead; one line of the story stays."""
    all_worded = sheet.worded()
    if _is_numbered_slug(sheet, all_worded):
        sheet.take(all_worded[0])
    for index in all_worded[: min(_HEAD, len(all_worded) - 1)]:
        text = sheet.lines[index].strip()
        if text and not _take_from_head(sheet, index) and (len(text) > _WHOLE or DATELINE.match(text)):
            break


def _take_from_head(sheet: _Sheet, index: int) -> bool:
    """Take a line of the desk, and what belongs to it; whether it was one."""
    bare = sheet.bare(index)
    if words.is_transmission(sheet.lines[index].strip()) or _holds_back(sheet, index):
        sheet.take(index)
    elif advisory := _advisory(sheet, index):
        sheet.take(*advisory)
    elif _is_field(sheet, index):
        sheet.take(index)
    elif words.form("kill").fullmatch(bare):
        message = f"the agency takes a story back: “{shortened(line(bare), 60)}”"
        sheet.findings.append(Finding("story-killed", message, sheet.at(index), "do not publish it"))
        sheet.take(index)
    elif words.form("release").fullmatch(bare):
        sheet.is_release = True
        sheet.take(index)
    elif _is_contact(sheet, index) or (sheet.is_release and words.form("in-release").fullmatch(bare)):
        sheet.take(*_address(sheet, index))
    return index in sheet.taken


def _is_field(sheet: _Sheet, index: int) -> bool:
    """Whether a line is a field of a form, with another one beside it."""
    beside = (sheet.taken.get(number) or sheet.lines[number] for number in (index - 1, index + 1) if number >= 0)
    form = words.form("field")
    return bool(form.fullmatch(sheet.bare(index))) and any(form.fullmatch(text.strip()) for text in beside)


def _holds_back(sheet: _Sheet, index: int) -> bool:
    """Whether a line is an embargo's; one that cannot be read, or may be none, is told."""
    held = embargo(sheet.lines[index])
    if held and not (held.moment or held.is_over):
        sheet.findings.append(unclear_embargo(sheet.lines[index], held, sheet.at(index)))
    sheet.embargo = sheet.embargo or (held.moment if held else "")
    return bool(held and held.is_sure)


def _is_numbered_slug(sheet: _Sheet, all_worded: list[int]) -> bool:
    """Whether the first line is ``2 COURTS Beekeeper``: alone above the headline of a story that ends in a mark."""
    if len(all_worded) <= _OPENING or not words.NUMBERED_SLUG.fullmatch(sheet.lines[all_worded[0]].strip()):
        return False
    return len(sheet.group(all_worded[0])) == 1 and words.is_end(sheet.bare(all_worded[-1]))


def _advisory(sheet: _Sheet, index: int) -> list[int]:
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


def _address(sheet: _Sheet, index: int) -> range:
    """The lines of a contact: of its group, up to the last one by which somebody can be reached."""
    group = sheet.group(index)
    reached = [number for number in group[:8] if words.DETAIL.search(sheet.lines[number])]
    return range(index, max(reached, default=index) + 1)


def _without_carets(text: str) -> str:
    """A line of an ANPA transmission without the marks of its fields; its indent stays."""
    bare = text.rstrip().rstrip("<=") if text.rstrip()[-1:] in ("<", "=") else text
    return re.sub(r"^(\s{0,20})\^", r"\1", bare)


def _take_end(sheet: _Sheet) -> None:
    """The end mark and all below it, notes to editors, contacts, and lines that promise more."""
    for place, index in enumerate(sheet.worded()):
        if place < _OPENING or index in sheet.taken:
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


def _opens(sheet: _Sheet, index: int) -> bool:
    """Whether a line begins something: below a blank line or the end of a sentence."""
    above = sheet.lines[index - 1].rstrip()
    return not above or bool(_ENDED.search(above)) or index - 1 in sheet.taken or not has_words(above)


def _end(sheet: _Sheet, index: int) -> None:
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


def _is_contact(sheet: _Sheet, index: int) -> bool:
    """Whether a line says whom newsrooms may ring up, and the next ones how."""
    text = sheet.bare(index)
    named = words.form("contact").fullmatch(text) or (sheet.is_release and words.form("in-release").fullmatch(text))
    near = sheet.lines[index : index + 8]
    return bool(named and _opens(sheet, index) and any(map(words.DETAIL.search, near)))


def _take_contacts(sheet: _Sheet, index: int) -> None:
    """Take a contact's group, and the groups below it that are no sentences."""
    while group := sheet.group(index):
        sheet.take(*group)
        index = next((number for number in range(group.stop, len(sheet.lines)) if sheet.lines[number].strip()), -1)
        if index < 0 or not all(words.is_detail(sheet.lines[number]) for number in sheet.group(index)):
            return


def _take_foot(sheet: _Sheet) -> None:
    """The last lines of a transmission."""
    for index in sheet.worded()[_OPENING:][: -_FOOT - 1 : -1]:
        if any(form.fullmatch(sheet.lines[index].strip().rstrip("<")) for form in words.FOOT):
            sheet.take(index)
        elif has_words(sheet.lines[index]):
            break
    _take_promise(sheet)
    lower = any(re.fullmatch(r"ends?\.?", text.strip()) for text in sheet.taken.values())
    last = sheet.worded()[_OPENING:][-1:]
    if lower and last:
        _take_initials(sheet, last[0])


def _take_promise(sheet: _Sheet) -> None:
    """That more will come, behind the last sentence."""
    for index in sheet.worded()[_OPENING - 1 :][-1:]:
        if match := words.MORE.search(sheet.lines[index].rstrip()):
            sheet.cut(index, match[0].strip())
            sheet.lines[index] = sheet.lines[index][: match.start()]


def _take_initials(sheet: _Sheet, index: int) -> None:
    """Of who wrote and edited a story, behind its last sentence: ``he said. te/kl``."""
    if re.fullmatch(r"\s*[a-z]{2,3}(?:/[a-z]{2,3}){0,3}\s*", sheet.lines[index]):
        sheet.take(index)
    elif match := words.INITIALS.search(sheet.lines[index].rstrip()):
        sheet.cut(index, match[0])
        sheet.lines[index] = sheet.lines[index][: match.start()]


def _take_inside(sheet: _Sheet) -> None:
    """What is for the desk within lines: the number of an update, what it changed, codes of shares."""
    for place, index in enumerate(sheet.worded()[:_HEAD]):
        if place == 0 and (update := words.UPDATE.match(sheet.lines[index].strip())):
            sheet.cut(index, update[0])
            sheet.lines[index] = sheet.lines[index].strip()[update.end() :]
        elif revision := words.REVISION.search(sheet.lines[index].rstrip()):
            sheet.cut(index, revision[0])
            sheet.lines[index] = sheet.lines[index][: revision.start()]
    for index, text in enumerate(sheet.lines):
        if "<" in text and (code := words.SECURITY.search(text)):
            sheet.cut(index, code[0])
            sheet.lines[index] = words.SECURITY.sub("", text)
