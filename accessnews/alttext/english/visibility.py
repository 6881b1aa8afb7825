"""Visible or context: whether a clause says what its picture shows.

Captions put what is seen first, in the present tense; the rest is context. Tense alone misleads ("The law
requires", "Crowds packed the beach"), so what the verb means and whom it is about count too.
"""

import re
from functools import cache
from itertools import pairwise

from accessnews.alttext.english.acts import speaks_somewhere, tells_making
from accessnews.alttext.english.clause import HIDDEN, Clause, parse
from accessnews.alttext.english.dates import opens_with_time
from accessnews.alttext.english.main_verb import main_verb
from accessnews.alttext.english.name_only import is_name_only
from accessnews.alttext.english.tense import Tense, Verb
from accessnews.alttext.english.tokens import NOTHING, Phrases, Token, phrases
from accessnews.alttext.english.verbs import forms, irregular, past_base
from accessnews.alttext.lexicon import table, words
from accessnews.alttext.reasons import LOW_CONFIDENCE, NAME_ONLY, NO_VISIBLE_CLAUSE, QUOTE_ONLY

VISIBLE = ""

_NUMBERS = (
    r"\b(?:half|third|quarter|majority) of\b",
    r"\b(?:one|two|three|four)[- ](?:thirds?|quarters?|fifths?|tenths?)\b",
    r"\d\s*%|\bper\s?cent\b|\bpercent\b|\b(?:million|billion|trillion)\b|[$£€¥]\s?\d",
)
_SHARE = re.compile("|".join(_NUMBERS), re.IGNORECASE)
_RATIO = re.compile(r"\b(?:one|two|three|\d+) in (?:three|four|five|six|seven|eight|nine|ten|\d+)\b", re.IGNORECASE)
_ABOUT = "At least|More than|Fewer than|Less than|Nearly|Almost|Around|About|Over|Up to|An estimated|Some"
_COUNTED = re.compile(rf"(?:{_ABOUT})\s[\d,.]{{3,}}")
_MANY = re.compile(
    r"\s+(?:(?:about|around|nearly|almost|some|over|more than)\s+)?(?:\d{1,3}(?:,\d{3})+|\d{4,})\b(?!-)"
)
_PEOPLE_AT_LARGE = re.compile(r"(?:Many|Most|Few) (?:people|of us|[A-Z]\w+s|parents|patients|families)\s")
_HABIT = re.compile(r"\b(?:a|per) (?:day|week|month|year)\b(?!\s+(?:after|before|ahead|earlier|later|on|of))")
_COMING = r"week|month|year|spring|summer|autumn|winter|season|[A-Z]\w+day"
_FUTURE = re.compile(rf"\b(?:next (?:{_COMING})|tomorrow|later this \w+)\b")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")

_TOLD_SO = re.compile(r"^([^'‘’]{3,60},)\s['‘][^'‘’]{12,}['’]\.?$")
_SPOKEN = re.compile(
    r"\s*[“\"][^“”\"]{2,400}[”\"],?\s+(?:[^“”\"]{0,60}\s)?(?:said|says|told|tells|asked|asks|added|adds|wrote|writes|recalled|"
    r"recalls|explained|explains|according)\b"
)

_EMPTY_SUBJECTS = ("it", "there", "what", "this", "that")
_TOLD = (Tense.PAST, Tense.WAS, Tense.PERFECT, Tense.MODAL, Tense.DO, Tense.HAS)


def doubt(clause: Clause, first: bool = True, framed: bool = False, timed: bool = False) -> str:
    """Why a sentence may not be what the picture shows, or VISIBLE.

    ``first``: of its caption; ``framed``: the caption says "shows" or the like before it; ``timed``: it opened
    by saying when, whether or not that is still there.
    """
    text, opening = clause.text.strip(), clause[0]
    if _is_quote(clause.text) and not framed:
        return QUOTE_ONLY
    if not clause.words or text.endswith("?") or _speaks_of_itself(clause) or opening.text == "Born":
        return NO_VISIBLE_CLAUSE
    if clause.verb is None:
        exclaimed = text.endswith("!") and len(clause.words) < 4
        return NO_VISIBLE_CLAUSE if exclaimed else _doubt_of_phrase(clause, framed)
    if framed:
        return NO_VISIBLE_CLAUSE if clause.verb.tense in (Tense.MODAL, Tense.DO) else VISIBLE
    reason = _doubt_of_verb(clause, clause.verb, first and not timed)
    if reason and text[:1] in '“"«„':
        return QUOTE_ONLY
    return reason if reason or first or _shows_someone_acting(clause, clause.verb) else NO_VISIBLE_CLAUSE


def _speaks_of_itself(clause: Clause) -> bool:
    """Whether a sentence opens with "we" or "I"; "our" before a noun opens a description as well as "the" does."""
    opening = clause[0]
    return opening.has("first-person") and opening.low not in ("our", "my")


def _is_quote(sentence: str) -> bool:
    """Whether nearly all of it is a quotation."""
    quoted = sum(len(match.group()) for match in _QUOTED.finditer(sentence))
    whole = len(sentence.strip(" .,"))
    if _SPOKEN.match(sentence):
        return True
    if (told := _TOLD_SO.search(sentence)) and not any(token.has("written") for token in parse(told[1]).tokens):
        return True
    opened = sentence.lstrip()[:1] in '“"«‘' and quoted == 0 and whole > 0
    return whole > 0 and (quoted > 0.6 * whole or opened)


def _doubt_of_phrase(clause: Clause, framed: bool) -> str:
    """Why a sentence without a finite verb may not be visible."""
    if is_name_only(clause) and not (framed and clause[0].low == "the"):  # "This image shows the Ring Nebula"
        return NAME_ONLY
    if framed:
        return VISIBLE
    head = _head(clause.tokens)
    follower = next((token for token in clause.tokens if head and token.start > head.start), NOTHING)
    befell = past_base(follower.low) in words("verbs", "befell")  # "Five officers killed in an attack"
    if (head and head.has("abstract-nouns")) or _RATIO.match(clause.text) or befell:
        return NO_VISIBLE_CLAUSE
    labelled = ":" in clause.text.rstrip(":") and not any(token.has("preposition") for token in clause.tokens)
    return LOW_CONFIDENCE if labelled else VISIBLE


def _head(phrase: tuple[Token, ...]) -> Token | None:
    """The noun a phrase is about: its last word before the first comma, preposition or relative pronoun."""
    head = None
    for token in phrase:
        if not token.is_word and token.text not in "“”\"'‘’-":
            break
        acts = token.has("past-form", "ing-form") and head is not None and not head.has("determiner")
        if acts or (head is not None and token.has("relatives", "preposition")):
            break
        head = token if token.is_word else head
    return head


def _doubt_of_verb(clause: Clause, verb: Verb, fresh: bool) -> str:
    """Why a sentence with a finite verb may not be visible; ``fresh``: it does not open by saying when."""
    subject = clause.subject
    head = _head(subject)
    if not subject or _is_general(clause, verb):
        return NO_VISIBLE_CLAUSE
    posed = "posture" in verb.tags and verb.tense in (Tense.PRESENT, Tense.PROGRESSIVE)
    if (len(subject) == 1 and subject[0].low in _EMPTY_SUBJECTS) or (head and not posed and _is_idea(head, subject)):
        return NO_VISIBLE_CLAUSE
    if not _tense_is_visible(clause, verb, head, fresh and not opens_with_time(clause.text)):
        return NO_VISIBLE_CLAUSE
    return LOW_CONFIDENCE if subject[0].has("pronouns") else VISIBLE


def _is_idea(head: Token, subject: tuple[Token, ...]) -> bool:
    """Whether a subject is no one and nothing that a picture shows; a name that looks so is none."""
    after = next((token.low for token in subject if token.start > head.start), "")
    if after == "of" and head.has("amounts"):
        return False
    return head.has("abstract-nouns", "bodies") and (not head.is_capital or head is subject[0])


def _is_general(clause: Clause, verb: Verb) -> bool:
    """Whether it tells of habit, numbers or people at large."""
    text, tokens = _main_part(clause), clause.tokens
    if _COUNTED.match(text) and "action" not in verb.tags:
        return True
    before = text[: tokens[verb.at].start]
    if _PEOPLE_AT_LARGE.match(text) and "posture" not in verb.tags:
        return True
    if verb.tense == Tense.PAST and _SHARE.search(clause.text):
        return True  # "raised interest rates to 5%"
    if verb.tense == Tense.PAST and _MANY.match(clause.text, tokens[verb.core].end):
        return True  # "drew 30,000 visitors"
    if _SHARE.search(before) or _RATIO.search(before) or _HABIT.search(text) or _FUTURE.search(text):
        return True
    near = (*tokens[max(0, verb.at - 2) : verb.core + 3], tokens[0], *tokens[-3:])
    return any("habitual" in token.tags for token in near)


def _main_part(clause: Clause) -> str:
    """The text up to a clause that no picture shows: "… a banner[ ahead of its reopening next week]"."""
    for at in range(clause.verb_end, clause.end):
        if clause.match(at, phrases("cuts", "always")) and not clause[at - 1].has("never-after"):
            return clause.text[: clause[at].start]
    return clause.text


def _tense_is_visible(clause: Clause, verb: Verb, head: Token | None, fresh: bool) -> bool:
    """Whether a verb of this meaning and tense tells what a picture shows."""
    if clause.match(verb.at, phrases("verbs", "visible-phrases")) or speaks_somewhere(clause, verb):
        return True
    hidden = not verb.tags.isdisjoint(HIDDEN) or _has_abstract_object(clause, verb)
    shown = "visible-present" in verb.tags or not hidden
    match verb.tense:
        case Tense.PRESENT:
            may_be_past = clause[verb.at].low == verb.base and irregular().get(verb.base, ("",))[0] == verb.base
            return shown and (fresh or not may_be_past) and not _is_idle(clause, verb, head)  # "hit", not "hits"
        case Tense.PROGRESSIVE:
            return shown and "hidden-progressive" not in verb.tags and not _is_idle(clause, verb, head)
        case Tense.PASSIVE | Tense.WAS if tells_making(clause, verb):
            return True
        case Tense.PASSIVE:
            return "seen-state" in verb.tags or not (hidden or "passive-hidden" in verb.tags)
        case Tense.COPULA:
            return _is_visible_state(clause, verb)
        case Tense.HAS:
            return _has_something_done(clause, verb)
        case Tense.PAST:
            befell = head is not None and head.has("events")
            seen = "visible-past" in verb.tags or (
                not hidden and "action" in verb.tags and "past-told" not in verb.tags
            )
            return (
                fresh and not befell and bool(seen or clause.match(verb.at, phrases("verbs", "visible-past-phrases")))
            )
    return False


def _has_abstract_object(clause: Clause, verb: Verb) -> bool:
    """Whether what is done is done to no thing: "shares a cordial relationship"."""
    if "action" in verb.tags or not clause[verb.core + 1].has("determiner"):
        return False
    head = _head(clause.tokens[verb.core + 1 :])
    return head is not None and head.has("abstract-nouns")


def _is_idle(clause: Clause, verb: Verb, head: Token | None) -> bool:
    """Whether a verb that could be visible is not, by what follows it: "takes place", "comes as"."""
    if verb.base == "take" and head and head.has("scenes"):
        return False  # "A parade takes place"
    if (
        verb.base == "use"
        and head
        and (clause[0].low in ("a", "an") or head.has("plural"))
        and not head.has("bodies")
    ):
        return False  # "Riot police use a water cannon"
    if verb.base == "work" and (clause[0].low in ("a", "an") or clause[0].has("plural")):
        return False  # "A welder works at a yard" is at it; "Ann Roe works at the bank" has a post there
    tails = _idle().get(verb.base, ())
    return any(clause.lows[verb.core + 1 : verb.core + 1 + len(tail)] == tail for tail in tails)


@cache
def _idle() -> Phrases:
    """What follows a verb when nothing is to be seen, by the verb's base form."""
    out: Phrases = {}
    for phrase in table("verbs")["idle"]:
        first, *tail = phrase.split()
        out.setdefault(forms()[first].present or forms()[first].base, []).append(tuple(tail))
    return out


def _is_visible_state(clause: Clause, verb: Verb) -> bool:
    """Whether what someone or something is can be seen: "is empty", "are on display"."""
    state = [token for token in clause.tokens[verb.at + 1 :] if token.is_word][:4]
    while state and state[0].has("adverbs") and not state[0].has("visible-adjectives"):
        state.pop(0)
    if not state or state[0].has("visible-places"):
        return bool(state)
    if state[0].has("preposition") or state[0].low in ("full", "back"):
        lows = tuple(token.low for token in state)
        return any(lows[: len(known)] == known for known in phrases("words", "visible-states").get(lows[0], ()))
    return state[0].has("visible-adjectives")


def _has_something_done(clause: Clause, verb: Verb) -> bool:
    """ "A girl has her temperature checked" shows; "The town has a new law" does not."""
    window = (*clause.tokens[verb.at + 2 : verb.at + 9], NOTHING)
    return any(
        token.has("past-form")
        and token.low not in ("used", "made")
        and (after.low in ("", ".", ",") or after.has("preposition"))
        for token, after in pairwise(window)
    )


def _shows_someone_acting(clause: Clause, verb: Verb) -> bool:
    """Whether a later sentence plainly shows someone doing something now: only then it counts."""
    first, last = clause.subject[0], clause.subject[-1]
    concrete = first.low in ("a", "an", "one") or first.has("plurals") or last.has("plural")
    physical = last.is_capital and len(clause.subject) > 1 and "action" in verb.tags
    active = verb.tense == Tense.PRESENT and verb.tags.isdisjoint(HIDDEN) and first.low != "the"
    return active and (concrete or physical)


def is_told(clause: Clause, at: int) -> bool:
    """Whether the clause that the word at ``at`` opens ("who", "as") has a verb, and one that no picture shows."""
    inside = clause.tokens[at + 1 : clause.place_tail(at)]
    if clause[at].low in ("who", "which", "that"):
        verb = main_verb((clause.tokens[at - 1], *inside))
        hidden = verb and not verb.tags.isdisjoint(HIDDEN) and "visible-present" not in verb.tags
        return verb is not None and (verb.tense in _TOLD or bool(hidden))
    if main_verb(inside) is None:
        return False
    return doubt(parse(clause.text[inside[0].start : inside[-1].end])) not in (VISIBLE, LOW_CONFIDENCE)
