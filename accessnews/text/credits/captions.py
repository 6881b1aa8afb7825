"""How sure it is that a paragraph is a caption: one that ends in a credit."""

import re
from enum import IntEnum
from functools import cache

from accessnews.text.credits.agencies import has_agency, is_agency
from accessnews.text.credits.endings import last, opening
from accessnews.text.credits.lists import alternatives, phrases
from accessnews.text.credits.shape import clean, is_gloss, labels_in, looks_like_names

_LONGEST = 1_200  # characters; no caption is longer
_LONGEST_CREDIT = 160  # characters
_MOST_WORDS = 16  # in brackets
_STOPPED = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]]*$")  # a sentence is over
_PART = re.compile(r"\s*(?:[/|,;:&]|\bvia\b|\band\b)\s*")
_YEAR_OR_HANDLE = re.compile(r"@\S+|\b(?:19|20)\d\d\b")


class Certainty(IntEnum):
    """How sure it is that a paragraph is a caption."""

    NO = 0
    WEAK = 1  # "… said the agency (Reuters)": a caption only where most paragraphs are
    MAYBE = 2  # "… said. (Reuters)": a caption among captions, else the agency's signature under a report
    SURE = 3


def ends_in_credit(text: str) -> Certainty:
    """Whether ``text``, one paragraph, ends as only captions do."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return Certainty.NO
    stopless = text[:-1] if text[-2:] in ("].", ").") else text
    opened = opening(stopless, 0, len(stopless) - 1) if stopless[-1] in "])】）" else -1
    if opened < 0:
        return Certainty.NO if stopless[-1] in "])" else _unbracketed(text)
    before, inside = stopless[:opened].rstrip(), stopless[opened + 1 : -1].strip()
    if not _is_credit(inside) or (stopless != text and not has_agency(inside)):
        return Certainty.NO
    return _in_square(before, inside) if stopless[-1] in "]】" else _in_round(before, inside)


def credit_alone(text: str) -> bool:
    """Whether ``text``, a line of its own, is nothing but a credit for the line above."""
    text = text.strip()
    span = last(text, 0, len(text)) if len(text) <= _LONGEST_CREDIT else None
    if not span or span.start or span.notice or text[-1] in ".!?:;":
        return False
    bare = text.strip("[]()")
    return _is_credit(bare) and (_is_labelled(bare) or "/" in bare)


def _in_square(before: str, inside: str) -> Certainty:
    named = has_agency(inside) or _tells(inside) or "/" in inside or _STOPPED.search(before)
    return Certainty.SURE if named else Certainty.NO


def _in_round(before: str, inside: str) -> Certainty:
    """In round brackets much else is told: these have to name a label, or two sources, or an agency."""
    if _is_labelled(inside):
        return Certainty.SURE
    agency = has_agency(inside)
    if not _STOPPED.search(before):
        return Certainty.WEAK if agency and not is_gloss(inside, before) else Certainty.NO
    if _may_sign(inside):
        return Certainty.MAYBE
    if _tells(inside) or (agency and "/" in inside):
        return Certainty.SURE
    return Certainty.MAYBE if agency or "/" in inside or any(labels_in(inside, 0, len(inside))) else Certainty.NO


def _unbracketed(text: str) -> Certainty:
    span = last(text, 0, len(text))
    before = text[: span.start].rstrip() if span else ""
    if not span or not before or text[-1] in ".!?:;":
        return Certainty.NO
    if span.notice:
        return ends_in_credit(before)
    credit = text[span.start :].strip(" \t\u00a0-–—|")
    stopped = bool(_STOPPED.search(before))
    if "://" in credit or not (stopped or _is_credit(credit)):
        return Certainty.NO
    if _is_labelled(credit):
        return Certainty.SURE
    if not has_agency(credit):
        return Certainty.NO
    joined = re.search(r"[/|]", credit) and not _may_sign(credit)
    if joined and (stopped or before[-1].isdigit() or _PART.split(credit)[0] in phrases("reporting")):
        return Certainty.SURE
    return Certainty.MAYBE if stopped else Certainty.WEAK


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('asides')})\b", re.IGNORECASE)


@cache
def _signature() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('signatures')})\b", re.IGNORECASE)


def _is_credit(text: str) -> bool:
    """Whether ``text`` is made of names, and is no aside, no signature and no number."""
    if is_agency(text):
        return True
    names = clean(text).credit
    if not names or text[-1] in "!?:;" or len(text.split()) > _MOST_WORDS or _signature().match(text):
        return False
    if _aside().match(text) and "/" not in text and not has_agency(text):
        return False
    numbered = (part for part in _PART.split(_YEAR_OR_HANDLE.sub("", names)) if re.search(r"\d", part))
    return looks_like_names(names) and all(map(has_agency, numbered))


def _is_labelled(text: str) -> bool:
    """Whether a label with its colon or "by" stands in ``text``; where figures come from is none."""
    sources = phrases("source-labels")
    return any(
        text[at : at + size].strip(" :").lower() not in sources for at, size in labels_in(text, 0, len(text))
    ) or bool(re.search(r"\w photo$", text, re.IGNORECASE) and has_agency(text))


def _tells(text: str) -> bool:
    """Whether a word in ``text`` says that it is about a picture."""
    return any(word in phrases("telling") for word in re.findall(r"\w+", text.lower())) or "@" in text


def _may_sign(text: str) -> bool:
    """Whether ``text`` names nothing but agencies that sign reports, too."""
    return all(part in phrases("reporting") for part in _PART.split(text))
