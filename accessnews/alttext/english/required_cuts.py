"""Cuts: stretches of a clause that are never part of a description, as ranges of tokens.

What happened before, what it led to, what someone says about it. A range is only proposed; ``trim`` takes it
where a whole phrase remains.
"""

from collections.abc import Callable, Iterator
from functools import cache

from accessnews.alttext.english.clause import Clause, Range, is_told, place_tail
from accessnews.alttext.english.finite import may_be_finite
from accessnews.alttext.english.verbs import is_verb_form, past_base
from accessnews.alttext.lexicon import table, words

_RELATIVES = ("who", "which", "where", "whose", "whom", "when")
_OPENERS = ("as", "while", "when", "where", "who", "which", "before", "until")
_BEFORE_RELATIVE = (",", "in", "on", "at", "from", "of", "for", "with", "to")


def certain(clause: Clause) -> Iterator[Range]:
    """What is never part of a description."""
    finders: tuple[Callable[[Clause], Iterator[Range]], ...] = (
        _opening, _aside, _attribution, _always, _after_comma, _hidden_clause, _result, _semicolon,
    )  # fmt: skip
    for finder in finders:
        yield from finder(clause)


def _opening(clause: Clause) -> Iterator[Range]:
    """ "After the rain, people walk"."""
    comma = clause.comma_after(0)
    opens = clause.low(0) in words("words", "subordinators") or _match(clause, 0, "always")
    if not opens or comma >= clause.end():
        return
    following = clause.comma_after(comma + 1)
    place = all(token.is_capital for token in clause.tokens[comma + 1 : following]) and following - comma < 4
    place = place and clause.tokens[comma - 1].is_capital
    if place and following < clause.end() and clause.verb and clause.verb.at > following + 1:
        comma = following  # "After the rain in Lima, Peru, people walk"
    yield 0, comma + 1


def _aside(clause: Clause) -> Iterator[Range]:
    """ "Ann Roe, who won gold, waves"."""
    for at in range(2, clause.end()):
        if clause.low(at) in _RELATIVES and clause.low(at - 1) == ",":
            close = _end_of_aside(clause, at)
            if close < clause.end() - 1:
                before_verb = clause.verb is None or close < clause.verb.at <= close + 2
                yield at - 1, close + 1 if before_verb else close


def _end_of_aside(clause: Clause, at: int) -> int:
    """The comma that closes what opens at ``at``: of a relative clause, the first behind its verb."""
    close = clause.comma_after(at)
    if clause.low(at) not in _RELATIVES:
        return close
    while close < clause.end() and not any(map(may_be_finite, clause.lows[at + 1 : close])):
        close = clause.comma_after(close + 1)
    return close


def _attribution(clause: Clause) -> Iterator[Range]:
    """ "…, officials said"."""
    comma = max((i for i, token in enumerate(clause.tokens) if token.text == ","), default=-1)
    tail = [token.low for token in clause.tokens[comma + 1 : clause.end()]]
    if comma > 2 and 0 < len(tail) < 9 and any(_is_speech(low) for low in (tail[-1], tail[0])):
        yield comma, clause.end()


def _is_speech(low: str) -> bool:
    return is_verb_form(low) and (past_base(low) or low.removesuffix("s")) in words("verbs", "speech")


def _always(clause: Clause) -> Iterator[Range]:
    """ "… after the storm", "… amid protests"."""
    for at in range(max(2, clause.verb_end), clause.end() - 1):
        size = _match(clause, at, "always")
        if not size or clause.low(at - 1) in words("cuts", "never-after"):
            continue
        if clause.verb is None and clause.low(at - 1) != "," and not _is_event(clause, at + size):
            continue
        if clause.verb is None and at < 4:
            continue  # "A water vole prior to its release": by itself the animal tells too little
        yield at - 1 if clause.low(at - 1) in (",", "and") else at, place_tail(clause, at)
        return


def _is_event(clause: Clause, at: int) -> bool:
    """Whether an event, not a thing, stands near: "following an air strike", not "following its owner"."""
    near = [clause.low(i) for i in range(at, min(at + 6, clause.end()))]
    return any(low in words("verbs", "events") for low in near) or any(low.endswith("ing") for low in near[:1])


def _after_comma(clause: Clause) -> Iterator[Range]:
    """ "…, which killed 20", "…, home to 300 people"."""
    for at in range(3, clause.end()):
        if clause.low(at - 1) != "," or not _match(clause, at, "after-comma"):
            continue
        if clause.verb is None or at > clause.verb_end:
            yield at - 1, place_tail(clause, at)
        elif (close := _end_of_aside(clause, at)) < clause.verb.at:
            yield at - 1, close + 1


def _hidden_clause(clause: Clause) -> Iterator[Range]:
    """ "… as aid agencies warn of famine", "… where 20 people died", "… refugees who fled the war"."""
    for at in range(max(3, clause.verb_end), clause.end() - 1):
        before = clause.low(at - 1)
        if clause.low(at) in _OPENERS and before not in words("cuts", "never-after") and is_told(clause, at):
            opened = before in _BEFORE_RELATIVE and at > clause.verb_end  # "in which", "from where"
            yield at - 1 if opened else at, place_tail(clause, at)
            return


def _result(clause: Clause) -> Iterator[Range]:
    """ "…, killing 20 people"."""
    for at in range(3, clause.end()):
        if clause.low(at - 1) == "," and clause.low(at) in words("verbs", "result") and at > clause.verb_end:
            yield at - 1, clause.end()


def _semicolon(clause: Clause) -> Iterator[Range]:
    if clause.verb is None:
        return  # "From left: Ann Roe, the mayor; Bo Lind; Al Dean"
    for at in range(2, clause.end()):
        if clause.tokens[at].text == ";":
            yield at, clause.end()
            return


@cache
def _starting(key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of one list by their first word, the longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(table("cuts")[key], key=len, reverse=True):
        parts = tuple(phrase.split())
        out.setdefault(parts[0], []).append(parts)
    return {first: tuple(phrases) for first, phrases in out.items()}


def _match(clause: Clause, at: int, key: str) -> int:
    """The number of tokens that a phrase of the list takes at ``at``, or 0."""
    for parts in _starting(key).get(clause.low(at), ()):
        if clause.lows[at : at + len(parts)] == parts:
            return len(parts)
    return 0
