"""Trim: from a visible sentence to its visible clause, and to its core."""

import re
from collections.abc import Iterable

from accessnews.alttext.english.clause import Clause, Range, parse, place_tail
from accessnews.alttext.english.main_verb import main_verb
from accessnews.alttext.english.names import is_name_only
from accessnews.alttext.english.optional_cuts import hard, last_resort, soft
from accessnews.alttext.english.required_cuts import certain
from accessnews.alttext.english.tokens import tokens
from accessnews.alttext.lengths import AIM, WARN
from accessnews.alttext.lexicon import words

CORE = 80  # beside a visible caption less is enough

_ROUNDS = 8
_NEVER_LAST = (
    *("determiners", "prepositions", "conjunctions", "subordinators", "relatives"),
    *("modals", "be-present", "be-past", "have", "had", "do"),
)


def to_visible(sentence: str) -> str:
    """The sentence without the clauses that no picture shows, shortened towards ``AIM``."""
    text = sentence
    for _ in range(_ROUNDS):
        shorter = _first_whole(text)
        if shorter == text:
            break
        text = shorter
    text = shorten(shorten(text, AIM, seen_too=False), WARN, seen_too=True)
    return _joined(text, sentence)


def _joined(text: str, whole: str) -> str:
    """Without the comma before a closing place, where a cut brought the two together: "a protest in Lima"."""
    clause = parse(text)
    comma = place_tail(clause, 1)
    if not 1 < comma < clause.end() - 1:
        return text
    before, mark, after = clause.tokens[comma - 1 : comma + 2]
    return text if text[before.start : after.end] in whole else text[: mark.start] + text[mark.end :]


def to_core(visible: str) -> str:
    """A visible clause cut to who does what."""
    return _joined(shorten(visible, CORE, seen_too=True), visible)


def one_shorter(visible: str) -> str:
    """The clause after the smallest cut that leaves a whole phrase, or as it is."""
    clause = parse(visible)
    return max(_rests(clause, [*soft(clause), *hard(clause)]), key=len, default=visible)


def shorten(text: str, limit: int, seen_too: bool) -> str:
    """Give up what is least needed until the text has at most ``limit`` characters, or nothing more can go."""
    for _ in range(_ROUNDS):
        if len(text) <= limit:
            break
        clause = parse(text)
        rests = _rests(clause, soft(clause))
        if seen_too:
            rests = rests or _rests(clause, hard(clause))
        if limit == WARN:
            rests = rests or _rests(clause, last_resort(clause))
        if not rests:
            break
        fitting = [rest for rest in rests if len(rest) <= limit]
        text = max(fitting, key=len) if fitting else min(rests, key=len)
    return text


def _first_whole(text: str) -> str:
    """The text after the first certain cut that leaves a whole phrase, or as it was."""
    clause = parse(text)
    return next(iter(_rests(clause, certain(clause))), text)


def _rests(clause: Clause, ranges: Iterable[Range]) -> list[str]:
    """What each cut leaves, where that is a whole phrase and shorter."""
    rests = (without(clause, cut) for cut in ranges if not _orphans(clause, cut))
    whole = [rest for rest in rests if len(rest) < len(clause.text) and is_whole(rest)]
    return whole if is_name_only(clause.text) else [rest for rest in whole if not is_name_only(rest)]


def _orphans(clause: Clause, cut: Range) -> bool:
    """Whether a pronoun behind a cut may mean someone whom the cut takes away."""
    start, end = cut
    named = any(token.is_capital for token in clause.tokens[max(start, 1) : end])
    return named and any(low in ("him", "them", "he", "she", "they") for low in clause.lows[end:])


def without(clause: Clause, cut: Range) -> str:
    """The text without the tokens of a range; commas and blanks mended."""
    start, end = cut
    if start >= end or not clause.tokens:
        return clause.text
    left = clause.text[: clause.tokens[start].start].rstrip()
    right = clause.text[clause.tokens[end].start :] if end < len(clause.tokens) else ""
    joined = f"{left} {right}".strip() if right[:1].isalnum() else (left + right).strip()
    joined = re.sub(r"\s+([,.;:!?])", r"\1", re.sub(r",\s*(?=[,.;:!?]|$)", "", joined))
    return joined[:1].upper() + joined[1:] if start == 0 else joined


def is_whole(text: str) -> bool:
    """Whether a text does not stop in the middle of a phrase.

    A name, a subject and its verb, or three words at least; a last word that ends; balanced marks.
    """
    parts = [token for token in tokens(text) if token.is_word]
    if len(parts) < 2 or (len(parts) == 2 and not (parts[1].is_capital or main_verb(tuple(parts)))):
        return False
    if any(text.count(a) != text.count(b) for a, b in ("()", "[]", "“”")) or text.count('"') % 2:
        return False
    last = parts[-1].low
    if last in ("be", "been", "being"):
        return False
    return last in words("words", "may-end") or not any(last in words("words", key) for key in _NEVER_LAST)
