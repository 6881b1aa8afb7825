"""Required cuts: stretches of a clause that are never part of a description, as ranges of tokens.

What happened before, what it led to, what someone says about it. A range is only proposed; ``shorten`` takes it
where a whole phrase remains.
"""

from collections.abc import Iterator
from itertools import chain

from accessnews.alttext.english.clause import Clause, Range
from accessnews.alttext.english.scenes import is_scene
from accessnews.alttext.english.tokens import Token, phrases, tags_of
from accessnews.alttext.english.verbs import past_base
from accessnews.alttext.english.visibility import is_told

_RELATIVES = ("who", "which", "where", "whose", "whom", "when")
_OPENERS = ("as", "while", "when", "where", "who", "which", "before", "until")
_PLACED = ("in", "at", "near", "outside", "on")
_MATCH_OPENERS = ("during", "in", "of", "after", "from", "with", "at")
_THEM = ("him", "her", "them", "it", "us")
_BEFORE_RELATIVE = (",", "in", "on", "at", "from", "of", "for", "with", "to")


def required_cuts(clause: Clause) -> Iterator[Range]:
    """What is never part of a description."""
    return chain.from_iterable(rule(clause) for rule in _RULES)


def _opening(clause: Clause) -> Iterator[Range]:
    """ "After the rain, people walk"."""
    comma = clause.comma_after(0)
    opens = clause[0].has("subordinators") or clause.match(0, phrases("cuts", "always"))
    if not opens or comma >= clause.end:
        return
    following = clause.comma_after(comma + 1)
    names = clause.tokens[comma - 1 : comma] + clause.tokens[comma + 1 : following]
    place = len(names) < 4 and all(token.is_capital for token in names)
    if place and following < clause.end and clause.verb and clause.verb.at > following + 1:
        comma = following  # "After the rain in Lima, Peru, people walk"
    yield 0, comma + 1


def _aside(clause: Clause) -> Iterator[Range]:
    """ "Ann Roe, who won gold, waves"."""
    for at in range(2, clause.end):
        if clause[at].low in _RELATIVES and clause[at - 1].low == ",":
            close = _end_of_aside(clause, at)
            if close < clause.end - 1:
                before_verb = clause.verb is None or close < clause.verb.at <= close + 2
                yield at - 1, close + 1 if before_verb else close


def _end_of_aside(clause: Clause, at: int) -> int:
    """The comma that closes what opens at ``at``: of a relative clause, the first behind its verb."""
    close = clause.comma_after(at)
    if clause[at].low not in _RELATIVES:
        return close
    while close < clause.end and not any(token.has("may-be-finite") for token in clause.tokens[at + 1 : close]):
        close = clause.comma_after(close + 1)
    return close


def _attribution(clause: Clause) -> Iterator[Range]:
    """ "…, officials said"."""
    comma = max((at for at, token in enumerate(clause.tokens) if token.text == ","), default=-1)
    tail = clause.tokens[comma + 1 : clause.end]
    if comma > 2 and 0 < len(tail) < 9 and (_is_speech(tail[-1]) or _is_speech(tail[0])):
        yield comma, clause.end


def _is_speech(token: Token) -> bool:
    return token.has("verb") and "speech" in tags_of(past_base(token.low) or token.low.removesuffix("s"))


def _always(clause: Clause) -> Iterator[Range]:
    """ "… after the storm", "… amid protests"."""
    for at in range(max(2, clause.verb_end), clause.end - 1):
        size = clause.match(at, phrases("cuts", "always"))
        if not size or clause[at - 1].has("never-after"):
            continue
        if clause.verb is None and clause[at - 1].low != "," and not _is_event(clause, at + size):
            continue
        if clause.lows[at : at + size] == ("ahead", "of") and clause[at + size].low in _THEM:
            continue  # "A piper walks ahead of them"
        if is_scene(clause, at, size, _end_of_scene(clause, at)):
            continue
        if clause.verb is None and at < 4:
            continue  # "A water vole prior to its release": by itself the animal tells too little
        yield at - 1 if clause[at - 1].low in (",", "and") else at, clause.place_tail(at)
        return


def _end_of_scene(clause: Clause, at: int) -> int:
    """Where a clause of time ends: at a comma behind which no place follows."""
    comma = clause.comma_after(at)
    while comma < clause.end and clause[comma + 1].is_capital:
        comma = clause.comma_after(comma + 1)
    return min(comma, clause.end)


def _is_event(clause: Clause, at: int) -> bool:
    """Whether an event, not a thing, stands near: "following an air strike", not "following its owner"."""
    near = clause.tokens[at : min(at + 6, clause.end)]
    return any(token.has("events") for token in near) or (bool(near) and near[0].has("ing"))


def _after_comma(clause: Clause) -> Iterator[Range]:
    """ "…, which killed 20", "…, home to 300 people"."""
    for at in range(3, clause.end):
        if clause[at - 1].low != "," or not clause.match(at, phrases("cuts", "after-comma")):
            continue
        if clause[at].low == "which" and clause[at + 1].low in ("reads", "read", "says", "say"):
            continue  # what is written there is seen
        if clause.verb is None or at > clause.verb_end:
            yield at - 1, clause.place_tail(at)
        elif (close := _end_of_aside(clause, at)) < clause.verb.at:
            yield at - 1, close + 1


def _hidden_clause(clause: Clause) -> Iterator[Range]:
    """ "… as aid agencies warn of famine", "… where 20 people died", "… refugees who fled the war"."""
    for at in range(max(3, clause.verb_end), clause.end - 1):
        before = clause[at - 1]
        if clause[at].low in _OPENERS and not before.has("never-after") and is_told(clause, at):
            opened = before.low in _BEFORE_RELATIVE and at > clause.verb_end  # "in which", "from where"
            yield at - 1 if opened else at, clause.place_tail(at)
            return


def _harm(clause: Clause) -> Iterator[Range]:
    """ "a school hit by a strike[ that killed 12 people] in Lima"."""
    for at in range(2, clause.end - 2):
        follows = clause[at - 1].low not in _BEFORE_RELATIVE
        if clause[at].low in ("that", "which") and clause[at + 1].has("harm") and follows:
            places = (index for index in range(at + 2, clause.end - 1) if clause[index].low in _PLACED)
            named = (index for index in places if clause[index + 1].is_capital)
            yield at, next(named, clause.place_tail(at))
            return


def _score(clause: Clause) -> Iterator[Range]:
    """ "… on the bench[, during Town's 3-1 defeat at Barton]"."""
    score = next((at for at in range(clause.verb_end, clause.end) if _is_score(clause[at])), 0)
    openers = (at for at in range(score, clause.verb_end, -1) if clause[at].low in _MATCH_OPENERS)
    if score and (at := next(openers, 0)):
        yield clause.with_comma(at), clause.end


def _is_score(token: Token) -> bool:
    left, _, right = token.text.replace("–", "-").partition("-")
    years = len(left) == 4 and len(right) in (2, 4)
    return left.isdigit() and right.isdigit() and len(token.text) < 8 and not years


def _result(clause: Clause) -> Iterator[Range]:
    """ "…, killing 20 people"."""
    for at in range(3, clause.end):
        if clause[at - 1].low == "," and clause[at].has("result") and at > clause.verb_end:
            yield at - 1, clause.end


def _semicolon(clause: Clause) -> Iterator[Range]:
    """What follows a semicolon, but in "From left: Ann Roe, the mayor; Bo Lind; Al Dean"."""
    at = next((at for at in range(2, clause.end) if clause.tokens[at].text == ";"), None)
    if at is not None and clause.verb is not None:
        yield at, clause.end


_RULES = (_opening, _aside, _attribution, _always, _after_comma, _hidden_clause, _harm, _score, _result, _semicolon)
