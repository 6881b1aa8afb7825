"""Credits: who made a picture, split from what its caption says.

A credit stands at the end in brackets, behind a label or a dash, or bare after the last full stop; in front
("Image source, …"); or in brackets in the middle. Windows are bounded, so time does not grow with the square.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from accessnews.alttext.credit_shape import (
    clean,
    could_be_pictured,
    has_agency,
    is_archive_label,
    is_bracket_credit,
    is_gloss,
    is_inner_credit,
    label_at,
    labels_in,
    looks_like_names,
    may_stand_bare,
    names_a_source,
    reads_like_a_credit,
    via_agency,
)
from accessnews.alttext.lexicon import longest_first, table

_WINDOW = 240  # characters in which an unbracketed credit is looked for
_NOTICES = 600  # characters in which the editors' notices behind a credit are looked for
_INNER = 4_000  # characters in which credits in the middle are looked for
_ROUNDS = 8  # credits and notices taken off the end

_PAIRS = {"]": "[", ")": "(", "）": "（", "】": "【"}
_INNER_GROUP = re.compile(r"[(\[]([^()\[\]]{3,160})[)\]]")
_SOURCE_FIRST = re.compile(
    r"\s*(?:Image|Video|Media) source,\s*(.{1,120}?)\s*(?:(?:Image|Video|Media) caption,\s*|\n\s*|\Z)", re.DOTALL
)
# Where an unbracketed credit may begin: after a sentence, a line, a wide gap or a year.
_STARTS = re.compile(
    r"(?:\A|(?<=[.!?…”\"’)\]])\s*|\n\s*|\s{2,}|\s\|\s+|(?<=\d{4})\s+|(?<=[.!?…])[”\"’]?\s*)(?=[^\s.,;:])"
)
_DASH = re.compile(r"(?:\s+[-–—]{1,3}\s*|(?<=[.!?”\"])[-–—]{1,3}\s*|\n\s*[-–—]+\s*)(?=\S)")
_DOTTED_CREDIT = re.compile(r"\s*\bCredit(?:\.{2,}|…)\s*")
_SLASHED = re.compile(r"(?:(?<=\s)|\A)(?=[^\s/]+/\S)")


@dataclass(frozen=True, slots=True)
class Split:
    """A caption taken apart: ``kept`` are the half-open spans of its own words, in order."""

    kept: tuple[tuple[int, int], ...]
    credit: str | None
    kind: str = ""  # told by the credit's label ("Illustration: …"), else empty


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch that is a credit: ``raw`` as it stands there, empty for a notice that names no one."""

    start: int
    end: int
    raw: str


def split(caption: str) -> Split:
    """Part a caption into its own words and its credit, both exactly as written but for labels and brackets."""
    found = _first(caption)
    start = found[0].end if found else 0
    end = len(caption)
    for _ in range(_ROUNDS):
        end = start + len(caption[start:end].rstrip())
        taken = _last(caption, start, end)
        # Behind one credit, what is left may be all names: then it is the caption.
        if not taken or (taken.start <= start and any(one.raw for one in found)):
            break
        found.append(taken)
        end = taken.start
    found.extend(_inner(caption, start, end))
    found.sort(key=lambda one: one.start)
    credit, kind = _joined([one.raw for one in found if one.raw])
    return Split(_kept(caption, found), credit, kind)


def _first(caption: str) -> list[_Found]:
    """ "Image source, X" before "Image caption, …"."""
    match = _SOURCE_FIRST.match(caption)
    return [_Found(0, match.end(), match[1])] if match else []


def _last(text: str, start: int, end: int) -> _Found | None:
    """The credit or notice that ``text[start:end]`` ends in."""
    finders: tuple[Callable[[str, int, int], _Found | None], ...] = (_notice, _bracket, _labelled, _dashed, _bare)
    if end <= start:
        return None
    return next((found for finder in finders if (found := finder(text, start, end))), None)


@cache
def _notice_pattern() -> re.Pattern[str]:
    notices = "|".join(map(re.escape, longest_first("credits", "notices")))
    crediting = "|".join(map(re.escape, longest_first("credits", "crediting-notices")))
    return re.compile(rf"(?<!\S)(?:(?:{crediting})\b[:\s]*(?P<who>[^.;\n]{{2,100}})|(?:{notices})\b)")


def _notice(text: str, start: int, end: int) -> _Found | None:
    """A notice for editors, with all that follows it."""
    match = _notice_pattern().search(text, max(start, end - _NOTICES), end)
    return _Found(match.start(), end, (match["who"] or "").strip()) if match else None


def _bracket(text: str, start: int, end: int) -> _Found | None:
    """A bracketed credit at the end; a full stop behind it stays with the caption."""
    close = end
    while close > start and text[close - 1] in ".,;":
        close -= 1
    if close == start or text[close - 1] not in _PAIRS:
        return _unclosed(text, start, end)
    opened = _opening(text, start, close - 1)
    if opened < 0:
        return None
    raw, before = text[opened + 1 : close - 1], text[max(start, opened - 80) : opened]
    square = text[opened] in "[【"
    if not is_bracket_credit(raw, square, alone=_stands_alone(before)) or (not square and is_gloss(raw, before)):
        return None
    stop_stays = close < end and before.strip() and before.rstrip()[-1] not in '.!?…”"'
    return _Found(opened, close if stop_stays else end, raw)


def _opening(text: str, start: int, close: int) -> int:
    """Where the bracket that ``text[close]`` closes was opened, or -1."""
    depth = 0
    for at in range(close, max(start, close - 320) - 1, -1):
        depth += (text[at] in _PAIRS) - (text[at] in _PAIRS.values())
        if not depth:
            return at if text[at] == _PAIRS[text[close]] else -1
    return -1


def _unclosed(text: str, start: int, end: int) -> _Found | None:
    """A bracketed credit whose closing bracket was lost."""
    opened = max(text.rfind("[", max(start, end - 160), end), text.rfind("(", max(start, end - 160), end))
    if opened < 0 or any(bracket in text[opened:end] for bracket in ")]"):
        return None
    raw = text[opened + 1 : end]
    return _Found(opened, end, raw) if is_inner_credit(raw) else None


def _stands_alone(before: str) -> bool:
    """Whether a bracket follows a whole sentence or opens a line, so that it belongs to none."""
    lead = before.rstrip(" \t\u00a0")
    return not lead or lead[-1] in '.!?…”"’)]\n'


def _labelled(text: str, start: int, end: int) -> _Found | None:
    """ "Photograph: Name/Paper", "© Name", ".Credit...Name" at the end."""
    low = max(start, end - _WINDOW)
    dotted = _DOTTED_CREDIT.search(text, low, end)
    if dotted and dotted.end() < end:
        return _Found(dotted.start(), end, text[dotted.end() : end])
    for at, size in labels_in(text, max(low, _behind_tag(text, start, end)), end):
        if _may_open(text, start, at, size) and reads_like_a_credit(text[at + size : end]):
            return _Found(_before_dash(text, start, at), end, text[at:end])
    return None


def _behind_tag(text: str, start: int, end: int) -> int:
    """The index behind a caption's own tag "FILE PHOTO: ", which is no credit's label."""
    size = label_at(text, start, end)
    tag = size and is_archive_label(text[start : start + size]) and not names_a_source(text[start + size : end])
    return start + size if tag else start


def _may_open(text: str, start: int, at: int, size: int) -> bool:
    """Whether a label opens a credit: after a stop or dash, or with a capital and a colon, or "by", after a blank."""
    before = text[start:at][-3:]
    if not before.strip() or before.rstrip()[-1] in '.!?…”"’)]|/-–—' or "\n" in before:
        return True
    sign = text[at : at + size].rstrip().lower().endswith((":", "by", "of", "©"))
    return before[-1:].isspace() and not text[at].islower() and sign


def _before_dash(text: str, start: int, at: int) -> int:
    """The index before the dash or bar that parts a caption from a credit at ``at``."""
    lead = text[max(start, at - 8) : at]
    return at - (len(lead) - len(lead.rstrip(" \t\u00a0-–—|/")))


def _dashed(text: str, start: int, end: int) -> _Found | None:
    """ "— AFP pic", "– EPA", "- Bloomberg file photo" at the end."""
    dashes = list(_DASH.finditer(text, max(start, end - 100), end))
    for dash in reversed(dashes):
        raw = text[dash.end() : end]
        if looks_like_names(raw) and (has_agency(raw) or label_at(text, dash.end(), end)):
            return _Found(dash.start(), end, raw)
    return None


def _bare(text: str, start: int, end: int) -> _Found | None:
    """ "REUTERS/Name", "Name/Pool via REUTERS", "Name | Agency | Getty Images" at the end."""
    low = max(start, end - _WINDOW)
    for at in _begins(text, low, start, end):
        raw = text[at:end]
        if not (looks_like_names(raw) and may_stand_bare(raw) and names_a_source(raw)):
            continue
        if at > start or not (could_be_pictured(raw) or _behind_tag(text, start, end) > start):
            return _Found(_before_dash(text, start, at), end, raw)
    for slashed in _SLASHED.finditer(text, low, end):
        raw = text[slashed.start() : end]
        if looks_like_names(raw) and has_agency(raw.split("/")[0]):
            begin = slashed.start() - via_agency(text[low : slashed.start()])
            return _Found(begin, end, text[begin:end])
    return None


def _begins(text: str, low: int, start: int, end: int) -> Iterator[int]:
    """Where an unbracketed credit may begin in ``text[low:end]``, the first place first."""
    for place in _STARTS.finditer(text, low, end):
        if place.end() > start or place.end() == start == low:
            yield place.end()


def _inner(text: str, start: int, end: int) -> Iterator[_Found]:
    """Bracketed credits that are followed by more of the caption."""
    for group in _INNER_GROUP.finditer(text, start, min(end, start + _INNER)):
        if is_inner_credit(group[1]):
            yield _Found(group.start(), group.end(), group[1])


def _joined(raws: list[str]) -> tuple[str | None, str]:
    """One credit line out of all that were found; one that is part of another is not repeated."""
    cleaned = [clean(raw) for raw in raws]
    kinds = table("kinds")["labels"]
    kind = next((kinds[one.label] for one in cleaned if one.label in kinds), "")
    lines: list[str] = []
    for one in sorted((one.credit for one in cleaned if one.credit), key=len, reverse=True):
        if not any(_key(one) in _key(other) for other in lines):
            lines.append(one)
    order = [one.credit for one in cleaned]
    return "; ".join(sorted(lines, key=order.index)) or None, kind


def _key(credit: str) -> str:
    return re.sub(r"[\W_]+", "", credit).casefold()


def _kept(text: str, found: list[_Found]) -> tuple[tuple[int, int], ...]:
    """What is left, without white space at its ends or doubled around a cut."""
    spans: list[tuple[int, int]] = []
    at = 0
    for one in [*found, _Found(len(text), len(text), "")]:
        left, right = at, max(at, one.start)
        if not spans or text[spans[-1][1] - 1].isspace():
            left += len(text[left:right]) - len(text[left:right].lstrip())
        if not text[one.end :].strip(" \t\n.,;") or one.end >= len(text):
            right = left + len(text[left:right].rstrip())
        if left < right:
            spans.append((left, right))
        at = max(at, one.end)
    return _trimmed(text, spans)


def _trimmed(text: str, spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans without white space at the very end."""
    while spans:
        left, right = spans.pop()
        right = left + len(text[left:right].rstrip())
        if left < right:
            return (*spans, (left, right))
    return ()
