"""Drafts from English captions: which sentence says what is seen, and the alt made of it.

A sentence without its boilerplate, frame and dates is parsed into one ``Clause``; ``visibility`` judges it, the
cuts shorten it.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from accessnews.alttext import kinds, phrases
from accessnews.alttext.brackets import spell_out
from accessnews.alttext.comparison import says_the_same
from accessnews.alttext.english.acts import tells_making
from accessnews.alttext.english.boilerplate import strip, strip_tags, without_teaser
from accessnews.alttext.english.chatter import is_chatter, sells
from accessnews.alttext.english.clause import Clause, parse
from accessnews.alttext.english.dates import closing_place, dates_in, opens_with_time, without_dates
from accessnews.alttext.english.following import goes_on, names_the_placed
from accessnews.alttext.english.frames import Framed, unframe
from accessnews.alttext.english.kind_told import with_kind
from accessnews.alttext.english.panels import is_pair, paired, panels
from accessnews.alttext.english.recase import recased
from accessnews.alttext.english.shorten import is_whole, one_shorter, shorten, to_visible
from accessnews.alttext.english.titled import titled
from accessnews.alttext.english.visibility import VISIBLE, doubt
from accessnews.alttext.file_names import file_name
from accessnews.alttext.language import ENGLISH
from accessnews.alttext.lengths import CAP, WARN
from accessnews.alttext.lexicon import alternatives
from accessnews.alttext.punctuation import punctuate
from accessnews.alttext.reasons import LOW_CONFIDENCE, NAME_ONLY, NO_VISIBLE_CLAUSE, REPEATS, TOO_LONG
from accessnews.model.alt import AltState, AltText
from accessnews.text.sentences import sentences

_SENTENCES = 4  # of a caption that are looked at
_DATED_KINDS = ("chart", "map")
_PAIRED_KINDS = ("satellite", "aerial")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence without its frame and dates."""

    framed: Framed
    kind: str  # what its frame says, else photo
    clause: Clause
    place: str  # that closes it and is the picture's own: "in Lima, Peru"
    doubt: str  # why it may not be what the picture shows, or VISIBLE
    timed: bool  # its dates are what is seen: of a chart, of a pair


def draft(body: str, label_kind: str, distinct: bool) -> AltText:
    """Draft an alt from a tidied caption.

    ``label_kind`` is what its credit says of the kind, or empty; ``distinct``: it stands beside the caption.
    """
    text = recased(body)
    if told := panels(strip_tags(text)):
        return _finished(told, label_kind or kinds.PHOTO)
    text = strip(text)
    if (title := titled(text)) and not is_chatter(text):
        return _finished(punctuate(title.text), title.kind)
    if sells(text):
        return _undrafted(None, label_kind or kinds.PHOTO)
    text = without_teaser(text)
    first, kind = None, label_kind or kinds.PHOTO
    spans = _whole_quotes(text, sentences(text, ENGLISH))[:_SENTENCES]
    for at, (start, end) in enumerate(spans):
        sentence = _read(text[start:end], first is None, label_kind)
        kind = sentence.kind if sentence.kind != kinds.PHOTO else kind
        if sentence.doubt == VISIBLE:
            drafted = _drafted(sentence, kind, body, distinct)
            return _with_next(drafted, text[slice(*spans[at + 1])]) if at + 1 < len(spans) else drafted
        first = first or sentence
    return _undrafted(first, kind)


def _finished(alt: str, kind: str) -> AltText:
    """A draft of a text that no rule need shorten; for a person where it is too long."""
    if len(alt) <= WARN:
        return AltText(alt, None, kind, AltState.DRAFT)
    alt = alt if len(alt) <= CAP else phrases.bare(kind, ENGLISH)
    return AltText(alt, None, kind, AltState.NEEDS_REVIEW, (TOO_LONG,))


def _with_next(drafted: AltText, following: str) -> AltText:
    """A draft with the caption's next sentence, where that plainly goes on with the picture and both are short."""
    if drafted.state != AltState.DRAFT or drafted.kind in _DATED_KINDS:
        return drafted
    sentence = _read(following, True, "")
    if not names_the_placed(sentence.clause.text) and (sentence.doubt != VISIBLE or not goes_on(sentence.clause)):
        return drafted
    more = punctuate(to_visible(parse(punctuate(sentence.clause.text))).text)
    both = f"{drafted.alt} {more}"
    return replace(drafted, alt=both) if len(both) <= WARN else drafted


def _whole_quotes(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences that one quotation holds together are one: a sign reading “Stop. Go home.”"""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        before = text[out[-1][0] : out[-1][1]] if out else ""
        if before.count("“") > before.count("”") or before.count('"') % 2:
            start, _ = out.pop()
        out.append((start, end))
    return out


@cache
def _hedge() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('frames', 'hedges')})\b", re.IGNORECASE)


def _read(sentence: str, first: bool, label_kind: str) -> _Sentence:
    """Take a sentence apart and judge it."""
    sentence = spell_out(sentence)
    pair = is_pair(sentence)
    framed = unframe(paired(sentence) if pair else sentence)
    kind = framed.kind if framed.kind != kinds.PHOTO else label_kind
    place = closing_place(framed.text)
    # Dates are part of what such a picture shows: a chart's years, a pair of satellite images.
    pair = pair or (kind in _PAIRED_KINDS and dates_in(framed.text) > 1)
    timed = pair or kind in _DATED_KINDS
    clause = parse(framed.text if timed else without_dates(framed.text))
    reason = doubt(clause, first, framed.explicit, opens_with_time(framed.text))
    if reason == NAME_ONLY and kind not in (kinds.PHOTO, ""):
        reason = VISIBLE  # "Portrait of Ann Roe" tells who and how
    if _hedge().search(sentence):
        reason = LOW_CONFIDENCE
    if is_chatter(sentence) or file_name(sentence, "") or file_name(framed.text, ""):
        reason = NO_VISIBLE_CLAUSE
    kept = place and clause.text.rstrip(".").endswith(place)
    return _Sentence(framed, framed.kind, clause, place if kept else "", reason, timed)


def _undrafted(sentence: _Sentence | None, kind: str) -> AltText:
    """The least that is certain: the kind, and who where the caption is nothing but a name."""
    reason, alt = sentence.doubt if sentence else NO_VISIBLE_CLAUSE, phrases.bare(kind, ENGLISH)
    if sentence and reason == NAME_ONLY:
        name = to_visible(parse(punctuate(sentence.clause.text))).text.rstrip(".")
        alt = min(phrases.named(kind, name), alt, key=lambda text: len(text) > WARN)
    return AltText(alt, None, kind, AltState.NEEDS_REVIEW, (reason,))


def _drafted(sentence: _Sentence, kind: str, body: str, distinct: bool) -> AltText:
    """The alt of a visible sentence; for a person to look at where it is too long."""
    clause = parse(_visible_clause(sentence).in_present())
    if clause.verb and tells_making(clause, clause.verb):  # "The dress was sewn by hand": "The dress, sewn by hand"
        before, after = clause.text[: clause[clause.verb.at].start], clause.text[clause[clause.verb.core].start :]
        clause = parse(f"{before.rstrip()}, {after}")
    alt = _told(clause, kind, sentence.framed)
    if len(alt) > WARN:
        clause_limit = WARN - (len(alt) - len(clause.text))
        alt = _told(shorten(clause, clause_limit, seen_too=True), kind, sentence.framed)
    if distinct and says_the_same(alt, body):
        return _beside(clause, kind, sentence.framed, body)
    return _finished(alt, kind)


def _told(clause: Clause, kind: str, framed: Framed) -> str:
    """The clause as a sentence that names its kind where that is worth telling."""
    return punctuate(with_kind(clause, framed.kind_words or kinds.name(kind), framed.first_word, framed.of))


def _visible_clause(sentence: _Sentence) -> Clause:
    """The sentence cut to what is visible; its own place is put back where a cut took it with an event."""
    whole, place = parse(punctuate(sentence.clause.text)), sentence.place
    if sentence.timed:  # what a chart or map shows is no one's clause: "areas where food is short"
        return shorten(whole, WARN, seen_too=True)
    clause = to_visible(whole)
    # A clause with a place of its own needs no other: the date's may be that of a bombing or a vote.
    if not place or place in clause.text or any(token.has("scene") for token in clause.tokens):
        return clause
    alone = to_visible(parse(punctuate(whole.text.rstrip(".").removesuffix(place))))
    placed = punctuate(f"{alone.text.rstrip('.')} {place}")
    return parse(placed) if is_whole(alone) and len(placed) <= WARN else clause


def _beside(clause: Clause, kind: str, framed: Framed, body: str) -> AltText:
    """A draft beside a caption that says the same: with the least given up that makes it differ.

    A picture of another kind than a photo keeps its title, which says which map it is. Where nothing can go, a person
    decides: the same words twice help nobody.
    """
    shorter, longer = one_shorter(clause), clause
    while shorter.text != longer.text:
        if not says_the_same(alt := _told(shorter, kind, framed), body):
            return _finished(alt, kind)
        shorter, longer = one_shorter(shorter), shorter
    if kind != kinds.PHOTO:
        return _finished(_told(clause, kind, framed), kind)
    return AltText(phrases.pointer(kind, ENGLISH), None, kind, AltState.NEEDS_REVIEW, (REPEATS,))
