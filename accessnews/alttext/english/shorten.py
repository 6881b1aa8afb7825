"""Shorten: from a visible sentence to its visible clause, and to its core."""

from collections.abc import Iterable, Iterator

from accessnews.alttext.english.clause import Clause, Range, parse
from accessnews.alttext.english.main_verb import main_verb
from accessnews.alttext.english.name_only import is_name_only
from accessnews.alttext.english.optional_cuts import last_resort, spared, unneeded
from accessnews.alttext.english.required_cuts import required_cuts
from accessnews.alttext.lengths import AIM, WARN

CORE = 80  # beside a visible caption less is enough

_ROUNDS = 8
_NEVER_LAST = (
    *("determiners", "prepositions", "conjunctions", "subordinators", "relatives"),
    *("modals", "be-present", "be-past", "have", "had", "do"),
)


def to_visible(sentence: Clause) -> Clause:
    """The sentence without the clauses that no picture shows, shortened towards ``AIM``."""
    clause = sentence
    for _ in range(_ROUNDS):
        clause, longer = next(_remains(clause, required_cuts(clause)), clause), clause
        if clause is longer:
            break
    return _joined(shorten(shorten(clause, AIM, seen_too=False), WARN, seen_too=True), sentence)


def to_core(visible: Clause) -> Clause:
    """A visible clause cut to who does what."""
    return _joined(shorten(visible, CORE, seen_too=True), visible)


def one_shorter(visible: Clause) -> Clause:
    """The clause after the smallest cut that leaves a whole phrase, or as it is."""
    remains = _remains(visible, [*unneeded(visible), *spared(visible)])
    return max(remains, key=_length, default=visible)


def shorten(clause: Clause, limit: int, seen_too: bool) -> Clause:
    """Give up what is least needed until the text has at most ``limit`` characters, or nothing more can go."""
    for _ in range(_ROUNDS):
        if len(clause.text) <= limit:
            break
        remains = list(_remains(clause, unneeded(clause)))
        if seen_too:
            remains = remains or list(_remains(clause, spared(clause)))
        if limit == WARN:
            remains = remains or list(_remains(clause, last_resort(clause)))
        if not remains:
            break
        fitting = [remain for remain in remains if len(remain.text) <= limit]
        clause = max(fitting, key=_length) if fitting else min(remains, key=_length)
    return clause


def _length(clause: Clause) -> int:
    return len(clause.text)


def _joined(clause: Clause, whole: Clause) -> Clause:
    """Without the comma before a closing place, where a cut brought the two together: "a protest in Lima"."""
    comma = clause.place_tail(1)
    if not 1 < comma < clause.end - 1:
        return clause
    before, mark, after = clause.tokens[comma - 1 : comma + 2]
    if clause.text[before.start : after.end] in whole.text:
        return clause
    return parse(clause.text[: mark.start] + clause.text[mark.end :])


def _remains(clause: Clause, cuts: Iterable[Range]) -> Iterator[Clause]:
    """What each cut leaves, where that is a whole phrase and shorter; no mere name of one who did something."""
    named = is_name_only(clause)
    for cut in cuts:
        if _orphans(clause, cut):
            continue
        text = clause.without(cut)
        if len(text) < len(clause.text) and is_whole(remain := parse(text)) and (named or not is_name_only(remain)):
            yield remain


def _orphans(clause: Clause, cut: Range) -> bool:
    """Whether a pronoun behind a cut may mean someone whom the cut takes away."""
    start, end = cut
    named = any(token.is_capital for token in clause.tokens[max(start, 1) : end])
    return named and any(low in ("him", "them", "he", "she", "they") for low in clause.lows[end:])


def is_whole(clause: Clause) -> bool:
    """Whether a clause does not stop in the middle of a phrase.

    A name, a subject and its verb, or three words at least; a last word that ends; balanced marks.
    """
    words, text = clause.words, clause.text
    if len(words) < 2 or (len(words) == 2 and not (words[1].is_capital or main_verb(tuple(words)))):
        return False
    if any(text.count(a) != text.count(b) for a, b in ("()", "[]", "“”")) or text.count('"') % 2:
        return False
    last = words[-1]
    if text.rstrip(" .").endswith(("”", '"')):
        return True  # what is written in the picture ends as it likes
    if last.low == "her" and len(words) > 2 and words[-2].has("preposition"):
        return True  # "the bench behind her"
    return last.low not in ("be", "been", "being") and (last.has("may-end") or not last.has(*_NEVER_LAST))
