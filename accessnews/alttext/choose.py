"""Choose: which of a caption's sentences says what is seen, and the alt made of it."""

import re
from dataclasses import dataclass
from functools import cache

from accessnews.alttext import compose, kinds, trim
from accessnews.alttext.brackets import spell_out
from accessnews.alttext.dates import closing_place, dates_in, opens_with_time, without_dates, without_foreign_dates
from accessnews.alttext.frames import Framed, unframe
from accessnews.alttext.language import ENGLISH
from accessnews.alttext.lexicon import longest_first, words
from accessnews.alttext.phrase import says_the_same, tokens, word_list
from accessnews.alttext.polish import is_shouting, polish
from accessnews.alttext.verbs import in_present
from accessnews.alttext.visible import LOW_CONFIDENCE, NAME_ONLY, NO_VISIBLE_CLAUSE, Judgement, judge
from accessnews.alttext.wire import strip, without_teaser
from accessnews.model.settings import DISTINCT
from accessnews.text.sentences import sentences

TOO_LONG = "too-long"
OTHER_LANGUAGE = "other-language"

_SENTENCES = 4  # of a caption that are looked at
_DATED_KINDS = ("chart", "map")
_PAIRED_KINDS = ("satellite", "aerial")


@dataclass(frozen=True, slots=True)
class Choice:
    """An alt, its kind, and why a person should look; ``drafted``: it says what is seen."""

    alt: str
    kind: str
    reasons: tuple[str, ...] = ()
    drafted: bool = True


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence without its frame and dates, judged."""

    framed: Framed
    text: str
    place: str  # that closes it and is the picture's own: "in Lima, Peru"
    judgement: Judgement


def choose(body: str, label_kind: str, mode: str) -> Choice:
    """The alt for a tidied English caption. ``label_kind`` is what its credit says of the kind, or empty."""
    bare = without_teaser(strip(body))
    first, kind = None, label_kind or kinds.PHOTO
    for start, end in _whole_quotes(bare, sentences(bare, ENGLISH))[:_SENTENCES]:
        candidate = _candidate(bare[start:end], first is None, label_kind)
        kind = candidate.framed.kind if candidate.framed.kind != kinds.PHOTO else kind
        if candidate.judgement.visible:
            return _drafted(candidate, kind, body, mode)
        first = first or candidate
    return _unseen(first, kind) if first else _needs_review(kind, NO_VISIBLE_CLAUSE)


@cache
def _hedged() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first('frames', 'hedges')))})\b", re.IGNORECASE)


def _says_where(clause: str) -> bool:
    """Whether a clause has a place of its own: then the date's place may be another's, of a bombing or a vote."""
    return any(token.low in words("words", "scene") for token in tokens(clause))


def _whole_quotes(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences that one quotation holds together are one: a sign reading “Stop. Go home.”"""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        before = text[out[-1][0] : out[-1][1]] if out else ""
        if before.count("“") > before.count("”") or before.count('"') % 2:
            start, _ = out.pop()
        out.append((start, end))
    return out


def _candidate(sentence: str, first: bool, label_kind: str) -> _Candidate:
    framed = unframe(spell_out(sentence))
    kind = framed.kind if framed.kind != kinds.PHOTO else label_kind
    place = closing_place(framed.text)
    text = framed.text if _tells_time(kind, framed.text) else without_dates(framed.text)
    judgement = judge(text, first, framed.explicit, opens_with_time(framed.text))
    if judgement.reason == NAME_ONLY and kind not in (kinds.PHOTO, ""):
        judgement = Judgement(visible=True)  # "Portrait of Ann Roe" tells who and how
    if is_shouting(text) or _hedged().search(sentence):
        judgement = Judgement(visible=False, reason=LOW_CONFIDENCE)
    return _Candidate(framed, text, place if place and text.rstrip(".").endswith(place) else "", judgement)


def _tells_time(kind: str, text: str) -> bool:
    """Whether dates are part of what such a picture shows: a chart's years, a pair of satellite images."""
    return kind in _DATED_KINDS or (kind in _PAIRED_KINDS and dates_in(text) > 1)


def _needs_review(kind: str, reason: str) -> Choice:
    return Choice(compose.bare(kind, ENGLISH), kind, (reason,), drafted=False)


def _unseen(first: _Candidate, kind: str) -> Choice:
    """The least that is certain: the kind, and who where the caption is nothing but a name."""
    reason = first.judgement.reason
    if reason != NAME_ONLY:
        return _needs_review(kind, reason)
    alt = compose.named(kind, trim.to_visible(polish(first.text)).rstrip("."))
    fits = len(alt) <= trim.WARN
    return Choice(alt if fits else compose.bare(kind, ENGLISH), kind, (reason,), drafted=False)


def _drafted(seen: _Candidate, kind: str, body: str, mode: str) -> Choice:
    clause = in_present(_visible_clause(seen, kind))
    alt = _told(clause, kind, seen.framed)
    if len(alt) > trim.WARN:
        alt = _told(trim.shorten(clause, trim.WARN - (len(alt) - len(clause)), seen_too=True), kind, seen.framed)
    if mode == DISTINCT:
        alt = _distinct(clause, kind, seen.framed, body)
    if len(alt) > trim.WARN:
        return Choice(alt if len(alt) <= trim.CAP else compose.bare(kind, ENGLISH), kind, (TOO_LONG,), drafted=False)
    return Choice(alt, kind)


def _told(clause: str, kind: str, framed: Framed) -> str:
    """The clause as a sentence that names its kind where that is worth telling."""
    return polish(compose.with_kind(clause, kind, framed.said, framed.inside))


def _visible_clause(seen: _Candidate, kind: str) -> str:
    """The sentence cut to what is visible; its own place is put back where a cut took it with an event."""
    whole = polish(seen.text)
    if kind in _DATED_KINDS:  # what a chart or map shows is no one's clause: "areas where food is short"
        return trim.shorten(whole, trim.WARN, seen_too=True)
    clause = trim.to_visible(whole)
    if not seen.place or seen.place in clause or _says_where(clause):
        return clause
    alone = trim.to_visible(polish(whole.rstrip(".").removesuffix(seen.place)))
    placed = polish(f"{alone.rstrip('.')} {seen.place}")
    return placed if trim.is_whole(alone) and len(placed) <= trim.WARN else clause


def _distinct(clause: str, kind: str, framed: Framed, body: str) -> str:
    """The core of the clause; never the caption's own words, rather a pointer to it."""
    core, before = trim.to_core(clause), ""
    while core != before:
        short = _told(core, kind, framed)
        if not says_the_same(short, body):
            return short
        core, before = trim.one_shorter(core), core
    return compose.pointer(kind, ENGLISH)


def choose_foreign(body: str, lang: str, label_kind: str, mode: str) -> Choice:
    """The first sentence without its date; a person should look."""
    kind = label_kind or kinds.PHOTO
    bare = strip(body)
    spans = sentences(bare, lang)
    first = bare[spans[0][0] : spans[0][1]] if spans else ""
    alt = polish(spell_out(without_foreign_dates(first, lang)))
    if not word_list(alt) or len(alt) > trim.CAP or (mode == DISTINCT and says_the_same(alt, body)):
        alt = compose.pointer(kind, lang) if mode == DISTINCT else compose.bare(kind, lang)
    return Choice(alt, kind, (OTHER_LANGUAGE,), drafted=False)
