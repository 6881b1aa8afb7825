"""Visible or context: whether a sentence says what its picture shows (English).

Captions put what is seen first, in the present tense; the rest is context. Tense alone misleads ("The law
requires", "Crowds packed the beach"), so what the verb means and whom it is about count too.
"""

import re
from dataclasses import dataclass
from functools import cache

from accessnews.alttext.english.dates import opens_with_time
from accessnews.alttext.english.finite import Tense, Verb
from accessnews.alttext.english.main_verb import main_verb
from accessnews.alttext.english.names import is_name_only
from accessnews.alttext.english.tokens import Token, is_determiner, is_plural, is_preposition, tokens
from accessnews.alttext.english.verbs import forms, participle_base, past_base, past_forms_alike
from accessnews.alttext.english.verbs import hidden as hidden_verbs
from accessnews.alttext.lexicon import words

NO_VISIBLE_CLAUSE = "no-visible-clause"
NAME_ONLY = "name-only"
QUOTE_ONLY = "quote-only"
LOW_CONFIDENCE = "low-confidence"

_RATIO = re.compile(r"\b(?:one|two|three|\d+) in (?:three|four|five|six|seven|eight|nine|ten|\d+)\b", re.IGNORECASE)
_SHARE = re.compile(
    r"\b(?:half|third|quarter|majority) of\b|\b(?:one|two|three|four)[- ](?:thirds?|quarters?|fifths?|tenths?)\b|"
    r"\d\s*%|\bper\s?cent\b|\bpercent\b|\b(?:million|billion|trillion)\b|[$£€¥]\s?\d",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:At least|More than|Fewer than|Less than|Nearly|Almost|Around|About|Over|Up to|An estimated|Some)\s[\d,.]{3,}"
)
_HABIT = re.compile(r"\b(?:a|per) (?:day|week|month|year)\b(?!\s+(?:after|before|ahead|earlier|later|on|of))")
_FUTURE = re.compile(
    r"\b(?:next (?:week|month|year|spring|summer|autumn|winter|season|[A-Z]\w+day)|tomorrow|later this \w+)\b"
)
_QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a sentence is visible; if not, the reason."""

    visible: bool
    reason: str = ""


_SEEN = Judgement(visible=True)
_HIDDEN = Judgement(visible=False, reason=NO_VISIBLE_CLAUSE)
_UNSURE = Judgement(visible=False, reason=LOW_CONFIDENCE)


def judge(sentence: str, first: bool = True, framed: bool = False, timed: bool = False) -> Judgement:
    """Judge one sentence.

    ``first``: of its caption; ``framed``: the caption says "shows" or the like before it; ``timed``: it opened
    by saying when, whether or not that is still there.
    """
    if _is_quote(sentence):
        return Judgement(visible=False, reason=QUOTE_ONLY)
    clause = tokens(sentence)
    if not any(token.is_word for token in clause):
        return _HIDDEN
    if sentence.rstrip().endswith("?") or _is_first_person(clause) or clause[0].text == "Born":
        return _HIDDEN
    verb = main_verb(clause)
    if verb is None:
        return _judge_phrase(sentence, clause, framed)
    if framed:
        return _HIDDEN if verb.tense in (Tense.MODAL, Tense.DO) else _SEEN
    judgement = _judge_verb(sentence, clause, verb, first and not timed)
    if not judgement.visible and sentence.lstrip()[:1] in '“"«„':
        return Judgement(visible=False, reason=QUOTE_ONLY)
    return judgement if first or not judgement.visible else _later(clause, verb)


def _is_quote(sentence: str) -> bool:
    """Whether nearly all of it is a quotation."""
    quoted = sum(len(match.group()) for match in _QUOTED.finditer(sentence))
    whole = len(sentence.strip(" .,"))
    opened = sentence.lstrip()[:1] in '“"«‘' and quoted == 0 and whole > 0
    return whole > 0 and (quoted > 0.6 * whole or opened)


def _is_first_person(clause: tuple[Token, ...]) -> bool:
    return clause[0].low in words("words", "first-person")


def _judge_phrase(sentence: str, clause: tuple[Token, ...], framed: bool) -> Judgement:
    """A sentence without a finite verb."""
    if is_name_only(sentence):
        return Judgement(visible=False, reason=NAME_ONLY)
    if framed:
        return _SEEN
    head = _head(clause)
    if (head and head.low in words("words", "abstract-nouns")) or _RATIO.match(sentence) or _befell(clause, head):
        return _HIDDEN
    if ":" in sentence.rstrip(":") and not any(is_preposition(token.low) for token in clause):
        return _UNSURE
    return _SEEN


def _befell(clause: tuple[Token, ...], head: Token | None) -> bool:
    """Whether a phrase tells what was done to someone: "Five officers killed in an attack"."""
    after = next((token for token in clause if head and token.start > head.start), None)
    return after is not None and past_base(after.low) in words("verbs", "befell")


def _subject(clause: tuple[Token, ...], verb: Verb) -> tuple[Token, ...]:
    """The tokens before the verb, without an opening phrase up to its comma."""
    before = clause[: verb.at]
    if before and (is_preposition(before[0].low) or before[0].low in words("words", "subordinators")):
        commas = [index for index, token in enumerate(before) if token.text == ","]
        return before[commas[0] + 1 :] if commas else before
    return before


def _head(phrase: tuple[Token, ...]) -> Token | None:
    """The noun a phrase is about: its last word before the first comma, preposition or relative pronoun."""
    head = None
    for token in phrase:
        stops = token.low in words("words", "relatives") or (is_preposition(token.low) and head is not None)
        if (not token.is_word and token.text not in "“”\"'‘’-") or (stops and head is not None):
            break
        participle = past_base(token.low) or participle_base(token.low)
        if token.is_word and participle and head is not None and not is_determiner(head.low):
            break
        if token.is_word:
            head = token
    return head


def _judge_verb(sentence: str, clause: tuple[Token, ...], verb: Verb, fresh: bool) -> Judgement:
    subject = _subject(clause, verb)
    head = _head(subject)
    if not subject or _is_general(sentence, clause, subject, verb):
        return _HIDDEN
    stands_for_nothing = len(subject) == 1 and subject[0].low in ("it", "there", "what", "this", "that")
    if stands_for_nothing or (head and _is_idea(head, subject)):
        return _HIDDEN
    visible = _tense_is_visible(sentence, clause, verb, fresh and not opens_with_time(sentence))
    if not visible:
        return _HIDDEN
    return _UNSURE if subject[0].low in words("words", "pronouns") else _SEEN


def _is_idea(head: Token, subject: tuple[Token, ...]) -> bool:
    """Whether a subject is no one and nothing that a picture shows; a name that looks so is none."""
    after = next((token.low for token in subject if token.start > head.start), "")
    if after == "of" and head.low in words("words", "amounts"):
        return False
    listed = head.low in words("words", "abstract-nouns") or head.low in words("words", "bodies")
    return listed and (not head.is_capital or head is subject[0])


def _is_general(sentence: str, clause: tuple[Token, ...], subject: tuple[Token, ...], verb: Verb) -> bool:
    """Whether it tells of habit, numbers or people at large."""
    before = sentence[: clause[verb.at].start]
    near = {token.low for token in clause[max(0, verb.at - 2) : verb.core + 3]}
    near |= {token.low for token in (clause[0], *clause[-3:])}
    counted = _COUNTED.match(sentence) and verb.base not in words("verbs", "action")
    told = counted or any(pattern.search(before) for pattern in (_SHARE, _RATIO))
    told = told or any(pattern.search(sentence) for pattern in (_HABIT, _FUTURE))
    return bool(told) or bool(near & words("verbs", "habitual"))


def _tense_is_visible(sentence: str, clause: tuple[Token, ...], verb: Verb, fresh: bool) -> bool:
    """Whether a verb of this meaning and tense tells what a picture shows.

    ``fresh``: it stands in a first sentence that does not open by saying when.
    """
    if _begins_with(sentence[clause[verb.at].start :], "visible-phrases"):
        return True
    hidden = verb.base in hidden_verbs() or _has_abstract_object(clause, verb)
    in_present = verb.base in words("verbs", "visible-present")
    match verb.tense:
        case Tense.PRESENT:
            may_be_past = clause[verb.at].low == verb.base and verb.base in past_forms_alike()
            told_as_past = not fresh and may_be_past  # "hit", not "hits"
            return (not hidden or in_present) and not told_as_past and not _is_idle(sentence, clause, verb)
        case Tense.PROGRESSIVE:
            idle = verb.base in words("verbs", "hidden-progressive") or _is_idle(sentence, clause, verb)
            return (not hidden or in_present) and not idle
        case Tense.PASSIVE:
            shown = verb.base in words("verbs", "seen-state")
            return shown or not (hidden or verb.base in words("verbs", "passive-hidden"))
        case Tense.COPULA:
            return _is_visible_state(clause, verb)
        case Tense.HAS:
            return _has_something_done(clause, verb)
        case Tense.PAST:
            head = _head(_subject(clause, verb))
            befell = head is not None and head.low in words("verbs", "events")
            return fresh and not befell and _is_visible_past(sentence, clause, verb)
    return False


def _is_visible_past(sentence: str, clause: tuple[Token, ...], verb: Verb) -> bool:
    if verb.base in words("verbs", "visible-past") | (words("verbs", "action") - words("verbs", "past-told")):
        return True
    return _begins_with(sentence[clause[verb.at].start :], "visible-past-phrases")


def _begins_with(rest: str, key: str) -> bool:
    """Whether a sentence goes on, from its verb, with a phrase of the list."""
    low = rest.lower()
    return any(low.startswith(phrase) for phrase in _by_first_word(key).get(low.split(" ", 1)[0], ()))


@cache
def _by_first_word(key: str) -> dict[str, tuple[str, ...]]:
    """The phrases of a list by their first word."""
    out: dict[str, list[str]] = {}
    for phrase in words("verbs", key):
        out.setdefault(phrase.split(" ", 1)[0], []).append(phrase)
    return {first: tuple(phrases) for first, phrases in out.items()}


def _has_abstract_object(clause: tuple[Token, ...], verb: Verb) -> bool:
    """Whether what is done is done to no thing: "shares a cordial relationship"."""
    if verb.base in words("verbs", "action") or verb.core + 1 >= len(clause):
        return False
    phrase = clause[verb.core + 1 :]
    head = _head(phrase) if is_determiner(phrase[0].low) else None
    return head is not None and head.low in words("words", "abstract-nouns")


def _is_idle(sentence: str, clause: tuple[Token, ...], verb: Verb) -> bool:
    """Whether a verb that could be visible is not, by what follows it: "takes place", "comes as"."""
    head = _head(_subject(clause, verb))
    if verb.base == "take" and head and head.low in words("words", "scenes"):
        return False  # "A parade takes place"
    if verb.base == "work" and (clause[0].low in ("a", "an") or is_plural(clause[0])):
        return False  # "A welder works at a yard" is at it; "Ann Roe works at the bank" has a post there
    rest = sentence[clause[verb.core].end :].lower().lstrip()
    return any(_opens(rest, tail) for tail in _idle().get(verb.base, ()))


def _opens(rest: str, phrase: str) -> bool:
    """Whether a text opens with whole words."""
    return rest.startswith(phrase) and not rest[len(phrase) : len(phrase) + 1].isalnum()


@cache
def _idle() -> dict[str, tuple[str, ...]]:
    """What follows a verb when nothing is to be seen, by the verb's base form."""
    out: dict[str, list[str]] = {}
    for phrase in words("verbs", "idle"):
        first, tail = phrase.split(" ", 1)
        known = forms()[first]
        out.setdefault(known.present or known.base, []).append(tail)
    return {base: tuple(tails) for base, tails in out.items()}


def _is_visible_state(clause: tuple[Token, ...], verb: Verb) -> bool:
    rest = [token.low for token in clause[verb.at + 1 :] if token.is_word][:4]
    while rest and rest[0] in words("words", "adverbs") - words("words", "visible-adjectives"):
        rest.pop(0)
    if not rest:
        return False
    if rest[0] in words("words", "visible-places"):
        return True
    if is_preposition(rest[0]) or rest[0] in ("full", "back"):
        return any(" ".join(rest).startswith(state) for state in words("words", "visible-states"))
    return rest[0] in words("words", "visible-adjectives")


def _has_something_done(clause: tuple[Token, ...], verb: Verb) -> bool:
    """ "A girl has her temperature checked" shows; "The town has a new law" does not."""
    window = [token.low for token in clause[verb.at + 1 : verb.at + 9]]
    return any(
        past_base(low) and low not in ("used", "made") and (after in ("", ".", ",") or is_preposition(after))
        for low, after in zip(window[1:], [*window[2:], ""], strict=False)
    )


def _later(clause: tuple[Token, ...], verb: Verb) -> Judgement:
    """A later sentence counts only if it plainly shows someone doing something now."""
    subject = _subject(clause, verb)
    first, last = subject[0], subject[-1]
    concrete = first.low in ("a", "an", "one") or first.low in words("words", "plurals") or is_plural(last)
    named = last.is_capital and len(subject) > 1
    active = verb.tense == Tense.PRESENT and verb.base not in hidden_verbs() and first.low != "the"
    physical = verb.base in words("verbs", "action")
    return _SEEN if active and (concrete or (named and physical)) else _HIDDEN
