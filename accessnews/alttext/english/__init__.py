"""Choose: which of a caption's sentences says what is seen, and the alt made of it."""

import re
from dataclasses import dataclass
from functools import cache

from accessnews.alttext import kinds, phrases
from accessnews.alttext.brackets import spell_out
from accessnews.alttext.comparison import says_the_same
from accessnews.alttext.english import shorten
from accessnews.alttext.english.boilerplate import strip, without_teaser
from accessnews.alttext.english.dates import closing_place, dates_in, opens_with_time, without_dates
from accessnews.alttext.english.frames import Framed, unframe
from accessnews.alttext.english.main_verb import in_present
from accessnews.alttext.english.tokens import tokens
from accessnews.alttext.english.visibility import LOW_CONFIDENCE, NAME_ONLY, NO_VISIBLE_CLAUSE, Judgement, judge
from accessnews.alttext.language import ENGLISH
from accessnews.alttext.lengths import CAP, WARN
from accessnews.alttext.lexicon import longest_first, words
from accessnews.alttext.punctuation import is_shouting, punctuate
from accessnews.model.alt import AltState, AltText
from accessnews.text.sentences import sentences

TOO_LONG = "too-long"

_SENTENCES = 4  # of a caption that are looked at
_DATED_KINDS = ("chart", "map")
_PAIRED_KINDS = ("satellite", "aerial")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence without its frame and dates, judged."""

    framed: Framed
    text: str
    place: str  # that closes it and is the picture's own: "in Lima, Peru"
    judgement: Judgement


def draft(body: str, label_kind: str, distinct: bool) -> AltText:
    """The alt for a tidied English caption. ``label_kind`` is what its credit says of the kind, or empty."""
    bare = without_teaser(strip(body))
    first, kind = None, label_kind or kinds.PHOTO
    for start, end in _whole_quotes(bare, sentences(bare, ENGLISH))[:_SENTENCES]:
        candidate = _candidate(bare[start:end], first is None, label_kind)
        kind = candidate.framed.kind if candidate.framed.kind != kinds.PHOTO else kind
        if candidate.judgement.visible:
            return _drafted(candidate, kind, body, distinct)
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


def _needs_review(kind: str, reason: str) -> AltText:
    return AltText(phrases.bare(kind, ENGLISH), None, kind, AltState.NEEDS_REVIEW, (reason,))


def _unseen(first: _Candidate, kind: str) -> AltText:
    """The least that is certain: the kind, and who where the caption is nothing but a name."""
    reason = first.judgement.reason
    if reason != NAME_ONLY:
        return _needs_review(kind, reason)
    alt = phrases.named(kind, shorten.to_visible(punctuate(first.text)).rstrip("."))
    if len(alt) > WARN:
        return _needs_review(kind, reason)
    return AltText(alt, None, kind, AltState.NEEDS_REVIEW, (reason,))


def _drafted(seen: _Candidate, kind: str, body: str, distinct: bool) -> AltText:
    clause = in_present(_visible_clause(seen, kind))
    alt = _told(clause, kind, seen.framed)
    if len(alt) > WARN:
        alt = _told(shorten.shorten(clause, WARN - (len(alt) - len(clause)), seen_too=True), kind, seen.framed)
    if distinct:
        alt = _distinct(clause, kind, seen.framed, body)
    if len(alt) > WARN:
        alt = alt if len(alt) <= CAP else phrases.bare(kind, ENGLISH)
        return AltText(alt, None, kind, AltState.NEEDS_REVIEW, (TOO_LONG,))
    return AltText(alt, None, kind, AltState.DRAFT)


def _told(clause: str, kind: str, framed: Framed) -> str:
    """The clause as a sentence that names its kind where that is worth telling."""
    return punctuate(phrases.with_kind(clause, kind, framed.said, framed.inside))


def _visible_clause(seen: _Candidate, kind: str) -> str:
    """The sentence cut to what is visible; its own place is put back where a cut took it with an event."""
    whole = punctuate(seen.text)
    if kind in _DATED_KINDS:  # what a chart or map shows is no one's clause: "areas where food is short"
        return shorten.shorten(whole, WARN, seen_too=True)
    clause = shorten.to_visible(whole)
    if not seen.place or seen.place in clause or _says_where(clause):
        return clause
    alone = shorten.to_visible(punctuate(whole.rstrip(".").removesuffix(seen.place)))
    placed = punctuate(f"{alone.rstrip('.')} {seen.place}")
    return placed if shorten.is_whole(alone) and len(placed) <= WARN else clause


def _distinct(clause: str, kind: str, framed: Framed, body: str) -> str:
    """The core of the clause; never the caption's own words, rather a pointer to it."""
    core, before = shorten.to_core(clause), ""
    while core != before:
        short = _told(core, kind, framed)
        if not says_the_same(short, body):
            return short
        core, before = shorten.one_shorter(core), core
    return phrases.pointer(kind, ENGLISH)
