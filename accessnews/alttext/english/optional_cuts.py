"""Optional cuts: stretches of a visible clause that are given up for length, as ranges of tokens.

Ranges come from the end of the clause backwards.
"""

from collections.abc import Iterator

from accessnews.alttext.english.clause import Clause, Range
from accessnews.alttext.english.main_verb import main_verb
from accessnews.alttext.english.visibility import is_told

_RELATIVES = ("who", "that", "which", "where", "whose")
_BOUND = ("so", "in", "on", "at")  # before a relative pronoun: it does not stand alone
_CLAUSE_OPENERS = ("as", "while", "before", "until", "when")
_CIRCUMSTANCES = ("with", "during", "against", "over")
_APPOSED = ("the", "a", "an", "his", "her", "former")
_CLOSERS = ("”", '"')
_PLACED = ("in", "at", "near", "outside", "inside", ",")


def unneeded(clause: Clause) -> Iterator[Range]:
    """What a picture need not be told with: purposes, agents, what someone did before."""
    for at in _backwards(clause):
        token, before, after, comma = clause[at], clause[at - 1], clause[at + 1], clause.comma_after(at)
        purpose = token.low == "to" and after.has("base-form")  # "a protest to condemn", not "waits to board"
        if purpose and (before.low == "," or clause.is_noun(at - 1)):
            yield clause.with_comma(at), clause.place_tail(at)
        elif token.low in ("that", "who", "which") and before.low not in _BOUND and is_told(clause, at):
            yield at, clause.place_tail(at)
        elif token.has("past-form") and token.low != "left" and before.low == "," and comma < clause.end:
            if clause[comma + 1].low not in ("and", "or") and not _lists(clause, at):
                yield at - 1, comma + 1
        elif token.has("past-form") and after.low == "by" and clause.is_noun(at - 1):
            places = (index for index in range(at + 3, clause.end - 1) if clause[index].low in _PLACED)
            yield at, next(places, clause.end)  # "set by militias [in the compound]"


def _lists(clause: Clause, at: int) -> bool:
    """Whether a participle is of a list of things: "rice, grilled fish, bread and tea"."""
    after = clause[at + 1]
    return not after.has("preposition", "adverb", "determiner") and not after.is_capital


def spared(clause: Clause) -> Iterator[Range]:
    """What is seen too, but goes before the rest: circumstances, places, clauses that go on."""
    for at in _backwards(clause):
        if clause[at].low == ",":
            yield from _after_comma(clause, at)
        elif _opens_clause(clause, at) or _opens_circumstance(clause, at):
            yield clause.with_comma(at), clause.place_tail(at)
    yield from _appositions(clause)
    yield from _long_titles(clause)


def last_resort(clause: Clause) -> Iterator[Range]:
    """The end from any preposition, "and" or comma on, where nothing else can go."""
    for at in _backwards(clause):
        if clause[at].low in (",", ";", "and") or clause[at].has("preposition"):
            yield clause.with_comma(at), clause.end
    comma = clause.comma_after(1)
    joined = clause[comma + 1].has("past-form")
    if clause.verb and joined and comma < clause.verb.at and clause[clause.verb.at - 1].low == ",":
        yield comma, clause.verb.at  # "Ann Roe[, joined by Bo Lind and a dozen others,] speaks"


def _backwards(clause: Clause) -> range:
    """The indices of the words behind the verb, the last first."""
    return range(clause.end - 2, max(clause.verb_end, 2), -1)


def _after_comma(clause: Clause, at: int) -> Iterator[Range]:
    """ "[, holding a sign]", "[, in Lima]", and the country after its city: "Lima[, Peru]"."""
    behind = clause.tokens[at + 1 : clause.end]
    names = 0 < len(behind) < 4 and all(token.is_capital for token in (clause.tokens[at - 1], *behind))
    if clause[at + 1].has("ing-form", "scene") or names:
        yield at, clause.end


def _opens_clause(clause: Clause, at: int) -> bool:
    """Whether "who", "as" or the like opens a clause of its own here."""
    low, before = clause[at].low, clause[at - 1]
    if low in _RELATIVES:
        return before.low not in _BOUND
    if low not in _CLAUSE_OPENERS or before.has("never-after"):
        return False
    inside = clause.tokens[at + 1 : clause.end]
    return main_verb(inside) is not None or (bool(inside) and inside[0].has("ing"))


def _opens_circumstance(clause: Clause, at: int) -> bool:
    """Whether a place or circumstance begins here, after a noun."""
    token = clause[at]
    bound = token.low == "in" and clause[at + 1].low in ("front", "action")
    after_thing = clause.is_noun(at - 1) or clause[at - 1].text in _CLOSERS
    return (token.has("scene") or token.low in _CIRCUMSTANCES) and after_thing and not bound


def _appositions(clause: Clause) -> Iterator[Range]:
    """ "Ann Roe[, the head of Hill Inc,] waves"; not in a list ("a man, a woman and a child")."""
    for at in range(1, clause.end):
        close = clause.comma_after(at + 1)
        first, after = clause[at + 1], clause[close + 1]
        apposed = first.low in _APPOSED or first.has("roles")
        again = after.low in _APPOSED or after.has("roles", "relatives")  # it would then be about someone else
        if clause[at].low != "," or not apposed or again or not at + 2 < close < clause.end:
            continue
        until = clause.verb.at if clause.verb and clause.verb.at > close else clause.end
        if not any(token.low in ("and", "or") for token in clause.tokens[close:until]):
            follows_verb = clause.verb is not None and clause.verb.at == close + 1
            yield at, close + 1 if follows_verb else close


def _long_titles(clause: Clause) -> Iterator[Range]:
    """ "greeting [lieutenant general and commander of the Quds Force,] Qassem Soleimani"."""
    for comma in range(4, clause.end - 1):
        if clause[comma].low != "," or not _is_full_name(clause, comma + 1):
            continue
        start = comma
        while start > 0 and clause[start - 1].is_word and not _acts(clause, start - 1):
            start -= 1
        if start > 0 and comma - start > 3 and _acts(clause, start - 1):
            head = next((at for at in range(start + 1, comma) if clause[at].has("preposition")), comma)
            if clause[head - 1].has("roles"):
                yield start, comma + 1


def _is_full_name(clause: Clause, at: int) -> bool:
    """Whether two to five capitals stand between commas."""
    name = clause.tokens[at : min(clause.comma_after(at), clause.end)]
    return 2 <= len(name) <= 5 and all(token.is_capital or "-" in token.text for token in name)


def _acts(clause: Clause, at: int) -> bool:
    """Whether the word is the verb whose object follows."""
    return clause[at].has("ing-form") or (clause.verb is not None and at == clause.verb.core)
