"""Spares: stretches of a visible clause that are given up for length, as ranges of tokens.

``soft`` ones a picture need not be told with: purposes, agents, what someone did before. ``hard`` ones are seen
too and go last: circumstances, places, clauses that go on. Ranges come from the end of the clause backwards.
"""

from collections.abc import Iterator

from accessnews.alttext.english.clause import Clause, Range, is_noun, is_told, place_tail, with_comma
from accessnews.alttext.english.main_verb import main_verb
from accessnews.alttext.english.tokens import is_preposition
from accessnews.alttext.english.verbs import is_base_form, participle_base, past_base
from accessnews.alttext.lexicon import words

_RELATIVES = ("who", "that", "which", "where", "whose")
_BOUND = ("so", "in", "on", "at")  # before a relative pronoun: it does not stand alone
_CLAUSE_OPENERS = ("as", "while", "before", "until", "when")
_CIRCUMSTANCES = ("with", "during", "against", "over")
_APPOSED = ("the", "a", "an", "his", "her", "former")


def soft(clause: Clause) -> Iterator[Range]:
    """What a picture does not need to be told with."""
    for at in range(clause.end() - 2, max(clause.verb_end, 2), -1):
        low, before = clause.low(at), clause.low(at - 1)
        if low == "to" and _is_purpose(clause, at):
            yield with_comma(clause, at), place_tail(clause, at)
        elif low in ("that", "who", "which") and before not in _BOUND and is_told(clause, at):
            yield at, place_tail(clause, at)
        elif past_base(low) and low != "left" and before == "," and clause.comma_after(at) < clause.end():
            yield at - 1, clause.comma_after(at) + 1
        elif past_base(low) and clause.low(at + 1) == "by" and is_noun(clause, at - 1):
            yield at, _place_after(clause, at + 2)


def _is_purpose(clause: Clause, at: int) -> bool:
    """Whether "to" opens a purpose after a noun: "a protest to condemn", not "waits to board"."""
    return is_base_form(clause.low(at + 1)) and (clause.low(at - 1) == "," or is_noun(clause, at - 1))


def _place_after(clause: Clause, at: int) -> int:
    """Where a place begins behind an agent: "set by militias [in the compound]"; the end if there is none."""
    for index in range(at + 1, clause.end() - 1):
        if clause.low(index) in ("in", "at", "near", "outside", "inside") or clause.low(index) == ",":
            return index
    return clause.end()


def hard(clause: Clause) -> Iterator[Range]:
    """What is seen too, but can be spared."""
    for at in range(clause.end() - 2, max(clause.verb_end, 2), -1):
        if clause.low(at) == ",":
            yield from _after_comma(clause, at)
        elif _opens_clause(clause, at) or _opens_circumstance(clause, at):
            yield with_comma(clause, at), place_tail(clause, at)
    yield from _appositions(clause)
    yield from _long_titles(clause)


def last_resort(clause: Clause) -> Iterator[Range]:
    """The end from any preposition, "and" or comma on, where nothing else can go."""
    for at in range(clause.end() - 2, max(clause.verb_end, 2), -1):
        if clause.low(at) in (",", ";", "and") or is_preposition(clause.low(at)):
            yield with_comma(clause, at), clause.end()
    comma = clause.comma_after(1)
    joined = past_base(clause.low(comma + 1))
    if clause.verb and joined and comma < clause.verb.at and clause.low(clause.verb.at - 1) == ",":
        yield comma, clause.verb.at  # "Ann Roe[, joined by Bo Lind and a dozen others,] speaks"


def _after_comma(clause: Clause, at: int) -> Iterator[Range]:
    """ "[, holding a sign]", "[, in Lima]", and the country after its city: "Lima[, Peru]"."""
    rest = clause.tokens[at + 1 : clause.end()]
    names = 0 < len(rest) < 4 and all(token.is_capital for token in (clause.tokens[at - 1], *rest))
    if participle_base(clause.low(at + 1)) or clause.low(at + 1) in words("words", "scene") or names:
        yield at, clause.end()


def _opens_clause(clause: Clause, at: int) -> bool:
    """Whether "who", "as" or the like opens a clause of its own here."""
    low, before = clause.low(at), clause.low(at - 1)
    if low in _RELATIVES:
        return before not in _BOUND
    if low not in _CLAUSE_OPENERS or before in words("cuts", "never-after"):
        return False
    inside = clause.tokens[at + 1 : clause.end()]
    return main_verb(inside) is not None or (bool(inside) and inside[0].low.endswith("ing"))


def _opens_circumstance(clause: Clause, at: int) -> bool:
    """Whether a place or circumstance begins here, after a noun."""
    low = clause.low(at)
    bound = low == "in" and clause.low(at + 1) in ("front", "action")
    return (low in words("words", "scene") or low in _CIRCUMSTANCES) and not bound and is_noun(clause, at - 1)


def _appositions(clause: Clause) -> Iterator[Range]:
    """ "Ann Roe[, the head of Hill Inc,] waves"; not in a list ("a man, a woman and a child")."""
    for at in range(1, clause.end()):
        close = clause.comma_after(at + 1)
        apposed = clause.low(at + 1) in _APPOSED or clause.low(at + 1) in words("words", "roles")
        after = clause.low(close + 1)  # an apposition or "who" behind it would then be about someone else
        again = after in _APPOSED or after in words("words", "roles") or after in words("words", "relatives")
        if clause.low(at) != "," or not apposed or again or not at + 2 < close < clause.end():
            continue
        until = clause.verb.at if clause.verb and clause.verb.at > close else clause.end()
        if not any(token.low in ("and", "or") for token in clause.tokens[close:until]):
            follows_verb = clause.verb is not None and clause.verb.at == close + 1
            yield at, close + 1 if follows_verb else close


def _long_titles(clause: Clause) -> Iterator[Range]:
    """ "greeting [lieutenant general and commander of the Quds Force,] Qassem Soleimani"."""
    for comma in range(4, clause.end() - 1):
        if clause.low(comma) != "," or not _is_full_name(clause, comma + 1):
            continue
        start = comma
        while start > 0 and clause.tokens[start - 1].is_word and not _acts(clause, start - 1):
            start -= 1
        if start > 0 and comma - start > 3 and _acts(clause, start - 1) and _is_role(clause, start, comma):
            yield start, comma + 1


def _is_full_name(clause: Clause, at: int) -> bool:
    """Whether two to five capitals stand between commas."""
    name = clause.tokens[at : min(clause.comma_after(at), clause.end())]
    return 2 <= len(name) <= 5 and all(token.is_capital or "-" in token.text for token in name)


def _is_role(clause: Clause, start: int, end: int) -> bool:
    """Whether a stretch says what someone is: its noun, before any preposition, is a role."""
    head = next((at for at in range(start + 1, end) if is_preposition(clause.low(at))), end)
    return clause.low(head - 1) in words("words", "roles")


def _acts(clause: Clause, at: int) -> bool:
    """Whether the word is the verb whose object follows."""
    low = clause.low(at)
    return bool(participle_base(low)) or (clause.verb is not None and at == clause.verb.core)
