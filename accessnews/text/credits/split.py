"""Credits: who made a picture, split from what its caption says.

A credit stands at the end in brackets, behind a label or a dash, or bare after the last full stop; in front
("Image source, …"); or in brackets in the middle. Windows are bounded, so time does not grow with the square.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accessnews.text.credits.agencies import has_agency
from accessnews.text.credits.endings import last
from accessnews.text.credits.lists import phrases, table
from accessnews.text.credits.senders import CreditSpan
from accessnews.text.credits.shape import clean, is_inner_credit, label_at

_INNER = 4_000  # characters in which credits in the middle are looked for
_ROUNDS = 8  # credits and notices taken off the end
_INNER_GROUP = re.compile(r"[(\[]([^()\[\]]{3,160})[)\]]")
_SOURCE_FIRST = re.compile(
    r"\s*(?:Image|Video|Media) (?:source|copyright)(?:[,:]\s*|\s+)(.{1,120}?)\s*"
    r"(?:(?:Image|Video|Media) caption(?:[,:]\s*|\s+)|\n\s*|\Z)",
    re.DOTALL,
)
_SIGNED_FIRST = re.compile(
    r"\s*(?:[©℗]|(?:Photo|Foto|Picture|Image|Credit)\s*:)\s*([^\W\d_][\w .&/'’-]{1,60}?)"
    r"\s*(?:\s[-–—|]\s+|\n+)(?=[^\W\d_a-z])"
)
_SECOND = re.compile(
    r"[()\[\]（）【】©℗/|:\n–—]|\s-|\s\s|\bvia\b|\bby\b|\b[A-Z]{2}|[.!?…]\S"
)  # what only a credit brings
_LOOK = 600  # characters
_ABRIDGED = re.compile(r"(?:(?<!\s)\s+)?(?:\.{3}|…)\s*\[\+\]")  # where a page cuts a caption, and goes on with it


@dataclass(frozen=True, slots=True)
class Split:
    """A caption taken apart: ``kept`` are the half-open spans of its own words, in order."""

    kept: tuple[tuple[int, int], ...]
    credit: str | None
    kind: str = ""  # told by the credit's label ("Illustration: …"), else empty
    archive: bool = False  # the credit's label says that the picture is an old one ("File: …")


def split(caption: str) -> Split:
    """Part a caption into its own words and its credit, both exactly as written but for labels and brackets."""
    found = _first(caption)
    start = found[0].end if found else 0
    end = len(caption)
    marks = [CreditSpan(*mark.span(), "") for mark in _ABRIDGED.finditer(caption, start, start + _INNER)]
    caption = _ABRIDGED.sub(lambda mark: " " * len(mark[0]), caption[: start + _INNER]) + caption[start + _INNER :]
    for _ in range(_ROUNDS):
        end = start + len(caption[start:end].rstrip())
        credited = any(one.raw and not one.notice for one in found)
        if credited and not _SECOND.search(caption, max(start, end - _LOOK), end):
            break  # a quick way to say no
        taken = last(caption, start, end)
        # Before one credit, what is left may be all names: then it is the caption.
        if not taken or (credited and (taken.start <= start or not _is_second(taken, caption))):
            break
        found.append(taken)
        end = taken.start
    found.extend([*_inner(caption, start, end), *(mark for mark in marks if mark.end <= end)])
    found.sort(key=lambda one: one.start)
    named = [one for one in found if one.raw]
    plain = [one for one in named if not one.notice]  # what a notice orders counts where nothing else is said
    return _joined([one.raw for one in plain or named], _kept(caption, found))


def _is_second(taken: CreditSpan, caption: str) -> bool:
    """Whether what stands before a credit is one too: it says so, or names an agency, or only gives orders."""
    opened = caption[taken.start] in "[(【（" or bool(label_at(caption, taken.start, taken.end))
    return opened or not taken.raw or taken.notice or has_agency(taken.raw)


def _first(caption: str) -> list[CreditSpan]:
    """ "Image source, X" before "Image caption, …", "© X - " before the caption."""
    match = _SOURCE_FIRST.match(caption) or _SIGNED_FIRST.match(caption)
    return [CreditSpan(0, match.end(), match[1])] if match else []


def _inner(text: str, start: int, end: int) -> Iterator[CreditSpan]:
    """Bracketed credits that are followed by more of the caption."""
    for group in _INNER_GROUP.finditer(text, start, min(end, start + _INNER)):
        if is_inner_credit(group[1]):
            yield CreditSpan(group.start(), group.end(), group[1])


def _joined(raws: list[str], kept: tuple[tuple[int, int], ...]) -> Split:
    """One credit line out of all that were found; one that is part of another is not repeated."""
    cleaned = [clean(raw) for raw in raws]
    kinds = table()["kinds"]
    kind = next((kinds[one.label] for one in cleaned if one.label in kinds), "")
    lines: list[str] = []
    for one in sorted((one.credit for one in cleaned if one.credit), key=len, reverse=True):
        if not any(_key(one) in _key(other) or _names(one) <= _names(other) for other in lines):
            lines.append(one)
    order = [one.credit for one in cleaned]
    credit = "; ".join(sorted(lines, key=order.index)) or None
    return Split(kept, credit, kind, any(one.archive for one in cleaned))


def _names(credit: str) -> set[str]:
    """The words of a credit but those that only say it is a photo."""
    return {word for word in re.findall(r"[^\W_]+", credit.casefold()) if word not in phrases("labels")}


def _key(credit: str) -> str:
    return re.sub(r"[\W_]+", "", credit).casefold()


def _kept(text: str, found: list[CreditSpan]) -> tuple[tuple[int, int], ...]:
    """What is left, without white space at its ends or doubled around a cut."""
    spans: list[tuple[int, int]] = []
    at = 0
    for one in [*found, CreditSpan(len(text), len(text), "")]:
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
