"""Where a credit at the end of a caption begins: in brackets, behind a label or a dash, or bare after a stop."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from accessnews.text.credits.agencies import has_agency, via_agency
from accessnews.text.credits.lists import alternatives, table
from accessnews.text.credits.senders import CreditSpan, sent_in
from accessnews.text.credits.shape import (
    could_be_pictured,
    is_archive_label,
    is_bracket_credit,
    is_gloss,
    is_inner_credit,
    is_licence,
    label_at,
    labels_in,
    looks_like_names,
    may_sign,
    may_stand_bare,
    names_a_source,
    names_an_organisation,
    reads_like_a_credit,
)

_WINDOW = 240  # characters in which an unbracketed credit is looked for
_NOTICES = 600  # characters in which the editors' notices behind a credit are looked for
_PAIRS = {"]": "[", ")": "(", "）": "（", "】": "【"}
# Where an unbracketed credit may begin: after a sentence, a line, a wide gap or a year.
_STARTS = re.compile(
    r"(?:\A|(?<=[.!?…”\"’)\]])\s*|\n\s*|\s{2,}|\s\|\s+|(?<=\d{4})\s+|(?<=[.!?…])[”\"’]?\s*)(?=[^\s.,;:])"
)
_DASH = re.compile(r"(?:\s+[-–—]{1,3}\s*|(?<=[.!?”\"])[-–—]{1,3}\s*|\n\s*[-–—]+\s*)(?=\S)")
_DOTTED_CREDIT = re.compile(r"\s*\bCredit(?:\.{2,}|…)\s*")
_SIGNED_OFF = re.compile(r"(?<=[^\W\d_])\.\s+[A-Z]{2,4}\.?$")  # an editor's initials behind the credit
_INITIAL = re.compile(r"[A-Z]\.")
_NAME_BEFORE = re.compile(r"(?<=[^\W\d_A-Z]{2}[.!?])\s*((?:[^\W\d_a-z][\w’'-]+\s){2,4})$")
_LAST_STOP = re.compile(r"(?:.*(?:[.!?…”\"’)\]]\s*|\n))?", re.DOTALL)
_INITIALS_END = re.compile(r"(?:\b[A-Z]|\b(?:Jr|Sr|St|Dr|Mr|Ms|Mrs|Rev|Sgt|Cpl|Lt|Col|Gen|Capt|No|ref|inv))\.\s+$")
_DRAWN = ("illustration", "cartoon", "combination")  # kinds that people sign: "Illustration: Ann Roe"
_SHORTEST = 3  # words of a caption that somebody signs
_SLASHED = re.compile(r"(?:(?<=\s)|\A)(?=[^\s/]+/\S)")


def last(text: str, start: int, end: int) -> CreditSpan | None:
    """The credit or notice that ``text[start:end]`` ends in."""
    finders: tuple[Callable[[str, int, int], CreditSpan | None], ...] = (
        _notice,
        sent_in,
        _bracket,
        _labelled,
        _dashed,
        _bare,
        _signed,
    )
    if end <= start:
        return None
    return next((found for finder in finders if (found := finder(text, start, end))), None)


@cache
def _notice_pattern() -> re.Pattern[str]:
    notices = alternatives("notices")
    crediting = alternatives("crediting-notices")
    who = rf"(?P<who>(?:(?!\b(?:{notices})\b)[^.;\n]){{2,100}})?"
    out = r"[\s/|,-]*(?<![^\W_])(?:[A-Z][A-Za-z]+\s){1,3}OUT\b"
    terms = rf"[\s,.;–—-]*(?<!\w)(?i:{alternatives('terms')})\b"
    return re.compile(rf"(?<!\S)(?:(?:{crediting})\b[:\s]*{who}|(?:{notices})\b)|{out}|{terms}")


def _notice(text: str, start: int, end: int) -> CreditSpan | None:
    """A notice for editors, with all that follows it."""
    matches = _notice_pattern().finditer(text, max(start, end - _NOTICES), end)
    match = next((match for match in matches if not _in_front(text, match.start(), end)), None)
    if match and (after := _bare(text, match.end(), end)) and "/" in after.raw and not after.raw.isupper():
        return after  # "EDITORIAL USE ONLY. Action Images via Reuters/Name"
    if not match:
        return _archive_mark(text, start, end)
    return CreditSpan(match.start(), end, (match["who"] or "").strip(" -–—:,"), notice=True)


def _in_front(text: str, at: int, end: int) -> bool:
    """Whether a notice stands in brackets before the description: "(NO SALES) A model walks"."""
    opened = max(text.rfind("(", max(0, at - 100), at), text.rfind("[", max(0, at - 100), at))
    closed = min((place for mark in ")]" if (place := text.find(mark, at, end)) >= 0), default=-1)
    inside = opened >= 0 and not any(mark in text[opened:at] for mark in ")]")
    return inside and closed >= 0 and len(text[closed + 1 : end].split()) > _SHORTEST


_ARCHIVE_MARK = re.compile(r"(?<=[\])])\s*[\[(](?:file|files|archive|archiv|archives)[\])]\.?$", re.IGNORECASE)


def _archive_mark(text: str, start: int, end: int) -> CreditSpan | None:
    """ "[Name/Agency] [File]": the second bracket names no one."""
    match = _ARCHIVE_MARK.search(text, max(start, end - 20), end)
    return CreditSpan(match.start(), end, "", notice=True) if match else None


def _bracket(text: str, start: int, end: int) -> CreditSpan | None:
    """A bracketed credit at the end; a full stop behind it stays with the caption."""
    close = end
    while close > start and text[close - 1] in ".,;":
        close -= 1
    if close == start or text[close - 1] not in _PAIRS:
        return _unclosed(text, start, end)
    opened = opening(text, start, close - 1)
    if opened < 0:
        return None
    raw, before = text[opened + 1 : close - 1], text[max(start, opened - 80) : opened]
    square = text[opened] in "[【"
    if not is_bracket_credit(raw, square, alone=_stands_alone(before)) or (not square and is_gloss(raw, before)):
        return None
    if is_licence(raw) and (holder := _holder(text, start, opened)):
        return CreditSpan(holder.start, end, text[holder.start : close].lstrip(" \t\u00a0-–—|"))
    opened, raw = _with_name(text, start, opened, raw)
    stop_stays = close < end and before.strip() and before.rstrip()[-1] not in '.!?…”"'
    return CreditSpan(opened, close if stop_stays else end, raw)


def _with_name(text: str, start: int, opened: int, raw: str) -> tuple[int, str]:
    """ "… in Lima. Marco Bello (Reuters)": the name before a bracketed agency belongs to the credit."""
    named = _NAME_BEFORE.search(text, max(start, opened - 60), opened)
    if not named or not has_agency(raw) or len(raw.split()) > 4:
        return opened, raw
    return named.start(1), f"{named[1].strip()} ({raw.strip()})"


def _holder(text: str, start: int, opened: int) -> CreditSpan | None:
    """The credit before a licence in brackets: "Ann Roe / Wikimedia Commons (CC BY 2.0)"."""
    end = start + len(text[start:opened].rstrip())
    finders = (_labelled, _dashed, _bare)
    return next((found for finder in finders if (found := finder(text, start, end))), None)


def opening(text: str, start: int, close: int) -> int:
    """Where the bracket that ``text[close]`` closes was opened, or -1."""
    depth = 0
    for at in range(close, max(start, close - 320) - 1, -1):
        depth += (text[at] in _PAIRS) - (text[at] in _PAIRS.values())
        if not depth:
            return at if text[at] == _PAIRS[text[close]] else -1
    return -1


def _unclosed(text: str, start: int, end: int) -> CreditSpan | None:
    """A bracketed credit whose closing bracket was lost."""
    opened = max(text.rfind("[", max(start, end - 160), end), text.rfind("(", max(start, end - 160), end))
    if opened < 0 or any(bracket in text[opened:end] for bracket in ")]"):
        return None
    raw = text[opened + 1 : end]
    return CreditSpan(opened, end, raw) if is_inner_credit(raw) else None


def _stands_alone(before: str) -> bool:
    """Whether a bracket follows a whole sentence or opens a line, so that it belongs to none."""
    lead = before.rstrip(" \t\u00a0")
    return not lead or lead[-1] in '.!?…”"’)]\n'


def _labelled(text: str, start: int, end: int) -> CreditSpan | None:
    """ "Photograph: Name/Paper", "© Name", ".Credit...Name" at the end."""
    low = max(start, end - _WINDOW)
    dotted = _DOTTED_CREDIT.search(text, low, end)
    if dotted and dotted.end() < end:
        return CreditSpan(dotted.start(), end, text[dotted.end() : end])
    for at, size in labels_in(text, max(low, _behind_tag(text, start, end)), end):
        if not reads_like_a_credit(text[at + size : end]):
            continue
        if at == start and _titles(text, at, size, end):
            continue
        if _may_open(text, start, at, size):
            return CreditSpan(_before_dash(text, start, at), end, text[at:end])
        paper = _paper_before(text, low, at)  # "The Courier photograph by Ann Roe"
        if paper < at and text[at : at + size].rstrip().endswith("by"):
            return CreditSpan(paper, end, text[paper if has_agency(text[paper:at]) else at : end])
    return None


def _titles(text: str, at: int, size: int, end: int) -> bool:
    """Whether a label in front tells the kind of a picture with a title: "Map: the ferry's way"."""
    rest = text[at + size : end]
    kind = table()["kinds"].get(text[at : at + size].strip(" :").lower())
    signed = looks_like_names(rest) and (kind in _DRAWN or has_agency(rest) or names_an_organisation(rest))
    return kind is not None and not signed


def _paper_before(text: str, low: int, at: int) -> int:
    """Where the names begin that stand between the last stop and a label; ``at`` where there is more than names."""
    stop = _LAST_STOP.match(text, low, at)
    begin = stop.end() if stop else at
    while stop and _INITIALS_END.search(text, low, begin):
        stop = _LAST_STOP.match(text, low, begin - 2)
        begin = stop.end() if stop else at
    words_before = text[begin:at].split()
    named = 0 < len(words_before) < 6 and all(word[0].isupper() for word in words_before)
    return begin if named and begin > low else at


def _behind_tag(text: str, start: int, end: int) -> int:
    """The index behind a caption's own tag "FILE PHOTO: ", which is no credit's label."""
    size = label_at(text, start, end)
    tag = size and is_archive_label(text[start : start + size]) and not names_a_source(text[start + size : end])
    return start + size if tag else start


def _may_open(text: str, start: int, at: int, size: int) -> bool:
    """Whether a label opens a credit: after a stop or dash, or with a capital and a colon, or "by", after a blank."""
    before = text[start:at][-3:]
    if not before.strip() or before.rstrip()[-1] in '.!?…”"’)]|-–—' or "\n" in before or before[-2:] == "/ ":
        return True
    sign = text[at : at + size].rstrip().lower().endswith((":", "by", "of", "©", "📷", "📸", "🎥"))
    behind = text[at + size :]
    is_small = text[at].islower() and not has_agency(behind.upper() if behind.islower() else behind)
    return before[-1:].isspace() and not is_small and sign


def _before_dash(text: str, start: int, at: int) -> int:
    """The index before the dash or bar that parts a caption from a credit at ``at``."""
    lead = text[max(start, at - 8) : at]
    return at - (len(lead) - len(lead.rstrip(" \t\u00a0-–—|/")))


def _dashed(text: str, start: int, end: int) -> CreditSpan | None:
    """ "— AFP pic", "– EPA", "- Bloomberg file photo" at the end."""
    dashes = list(_DASH.finditer(text, max(start, end - 100), end))
    for dash in reversed(dashes):
        raw = text[dash.end() : end]
        if looks_like_names(raw) and (has_agency(raw) or label_at(text, dash.end(), end)):
            return CreditSpan(dash.start(), end, raw)
    return None


def _bare(text: str, start: int, end: int) -> CreditSpan | None:
    """ "REUTERS/Name", "Name/Pool via REUTERS", "Name | Agency | Getty Images" at the end."""
    low = max(start, end - _WINDOW)
    for at in _begins(text, low, start, end):
        raw = _SIGNED_OFF.sub("", text[at:end])
        if not (looks_like_names(raw) and may_stand_bare(raw) and names_a_source(raw)) or _holds_a_label(raw):
            continue
        if at > start or not (could_be_pictured(raw) or _behind_tag(text, start, end) > start):
            return CreditSpan(_before_dash(text, start, at), end, raw)
    for slashed in _SLASHED.finditer(text, low, end):
        raw = text[slashed.start() : end]
        if looks_like_names(raw) and has_agency(raw.split("/")[0]):
            begin = slashed.start() - via_agency(text[low : slashed.start()])
            return CreditSpan(begin, end, text[begin:end])
    return None


_STOP_BEFORE = re.compile(r"(?:.*\W)?(?:[^\W_]{2,}|\d)[\"”’)\]]*[.!?…][\"”’)\]]*\s+(?=\S)", re.DOTALL)


def _signed(text: str, start: int, end: int) -> CreditSpan | None:
    """ "… on the quay. Ann Roe", "… in yellow jackets. Avon Police": names and no more after a whole sentence."""
    low = max(start, end - _WINDOW)
    stop = _STOP_BEFORE.match(text, low, end)
    while stop and _INITIALS_END.search(text, low, stop.end()):
        stop = _STOP_BEFORE.match(text, low, stop.end() - 2)
    if not stop or len(text[start : stop.end()].split()) < _SHORTEST or text[end - 1] in ".!?:;…":
        return None
    raw = text[stop.end() : end]
    return CreditSpan(stop.end(), end, raw) if may_sign(raw) else None


def _holds_a_label(raw: str) -> bool:
    """Whether a bracket inside is a credit of its own: "(Photo by Ann Roe) Getty Images"."""
    brackets = (at for at, character in enumerate(raw) if character in "([" and at + 1 < len(raw))
    return any(label_at(raw, at + 1, len(raw)) for at in brackets)


def _begins(text: str, low: int, start: int, end: int) -> Iterator[int]:
    """Where an unbracketed credit may begin in ``text[low:end]``, the first place first."""
    for place in _STARTS.finditer(text, low, end):
        initial = _INITIAL.match(text, place.end(), end) and text[place.end() - 1] == "."  # inside "D.C."
        if (place.end() > start or place.end() == start == low) and not initial:
            yield place.end()
