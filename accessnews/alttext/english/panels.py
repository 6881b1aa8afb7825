"""Panels: several pictures or rows in one caption, each behind its place: "Left: …. Right: …", "Back row: …"."""

import re
from functools import cache

from accessnews.alttext.brackets import spell_out
from accessnews.alttext.comparison import word_list
from accessnews.alttext.english.clause import parse
from accessnews.alttext.english.dates import dates_in
from accessnews.alttext.english.kind_told import inside
from accessnews.alttext.english.shorten import to_visible
from accessnews.alttext.english.visibility import VISIBLE, doubt
from accessnews.alttext.language import ENGLISH
from accessnews.alttext.lengths import WARN
from accessnews.alttext.lexicon import alternatives, longest_first
from accessnews.alttext.punctuation import punctuate
from accessnews.alttext.reasons import NAME_ONLY
from accessnews.text.sentences import sentences

_MOST = 6  # panels
_SHORTEST = 2  # panels


_OPPOSITE = (("left", "right"), ("top", "bottom"), ("above", "below"))
_FROM_LEFT = re.compile(r"from left|left to right|l-r", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_THEN = re.compile(
    r"\b(?:before|after|then|now|today)\b[^,;.]{0,80},\s*(?:left|right|top|bottom|above|below)\b", re.IGNORECASE
)
_PHOTO_OF = re.compile(
    r",?\s+in\s+(?:a|an|this|the)\s+(?:photo|picture|image|photograph)\s+(?:taken|from|dated)\s+(?:in\s+)?(?=\w)"
)


def is_pair(text: str) -> bool:
    """Whether a sentence tells of one thing at two times: "the glacier in 1985, top, and in 2023"."""
    said = set(word_list(text))
    placed = any(said & set(pair) for pair in _OPPOSITE)
    return placed and (len(set(_YEAR.findall(text))) > 1 or bool(_THEN.search(text)) or dates_in(text) > 1)


def paired(text: str) -> str:
    """Such a sentence without what it says of photos: "in a photo taken in 2019" is "in 2019"."""
    return _PHOTO_OF.sub(", in ", text)


@cache
def _place() -> re.Pattern[str]:
    """A place before a colon or in brackets, at the start, behind a stop or behind "and"."""
    places = alternatives("positions", "panels", "list")
    order = r"(?:,?[ ](?:from[ ]left|left[ ]to[ ]right|l-r)(?:[ ]to[ ]right)?)?"
    more = rf"(?:[ ](?:picture|image|photo|photograph|panel))?{order}"
    return re.compile(
        rf"(?:\A|(?<=[.;!?)”\"|])\s+|(?<=\band)\s+|(?<=,)\s+)"
        rf"(?:(?P<plain>{places}){more}\s*:|\((?P<round>{places}){more}\)[:,]?)\s+(?=[^\W_]|[“\"‘])",
        re.IGNORECASE,
    )


def panels(text: str) -> str:
    """A caption of panels as one text that tells them all, or "" where it is none or a panel says nothing seen."""
    marks = list(_place().finditer(text))[: _MOST + 1]
    if not _SHORTEST <= len(marks) <= _MOST or marks[0].start() or len({_named(mark) for mark in marks}) < len(marks):
        return ""
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    parts = [(_named(mark), _first(text[mark.end() : end])) for mark, end in zip(marks, ends, strict=True)]
    if not all(_is_seen(part) for _, part in parts):
        return ""
    told = _joined(parts)
    return told if len(told) <= WARN else _joined([(name, to_visible(parse(part)).text) for name, part in parts])


def _named(mark: re.Match[str]) -> str:
    order = " from left" if _FROM_LEFT.search(mark.group()) else ""
    return (mark["plain"] or mark["round"]).lower() + order


def _first(part: str) -> str:
    """The first sentence of a panel, without what joins it to the next."""
    part = re.sub(r"[\s,;]+(?:and)?\s*$", "", part)
    spans = sentences(part, ENGLISH)
    return spell_out(part[spans[0][0] : spans[0][1]]).rstrip(" .;,") if spans else ""


def _is_seen(part: str) -> bool:
    return bool(part) and doubt(parse(part), framed=True) in (VISIBLE, NAME_ONLY)


def _joined(parts: list[tuple[str, str]]) -> str:
    """ "Left, the valley in 1932; right, the same valley today."."""
    silent = longest_first("positions", "panels", "silent")
    told = (inside(part) if name in silent else f"{name}, {inside(part)}" for name, part in parts)
    return punctuate("; ".join(part.rstrip(". ") for part in told))
