"""Acts that one sees in spite of their verb: to speak at a lectern, to be made by hand."""

from accessnews.alttext.english.clause import Clause
from accessnews.alttext.english.tense import Tense, Verb
from accessnews.alttext.english.tokens import Token
from accessnews.alttext.english.verbs import past_base
from accessnews.alttext.lexicon import words

_BEFORE_ROSTRA = ("at", "on", "during", "in", "from", "behind")


def speaks_somewhere(clause: Clause, verb: Verb) -> bool:
    """Whether someone speaks where one can be seen to: "announces the plan at a lectern"."""
    if verb.tense != Tense.PRESENT or "speech" not in verb.tags:
        return False
    behind = clause.tokens[verb.core + 1 : clause.end]
    places = (at for at, token in enumerate(behind) if token.low in _BEFORE_ROSTRA)
    return any(near.has("rostra") for at in places for near in behind[at + 1 : at + 5])


def tells_making(clause: Clause, verb: Verb) -> bool:
    """Whether it says how a thing was made: "The dress was embroidered by hand"."""
    base, after, subject = past_base(clause[verb.core].low), clause[verb.core + 1], clause.subject
    made = base in words("verbs", "making") and after.low in ("by", "from", "of", "out", "with")
    return (
        made
        and verb.core > verb.at
        and bool(subject)
        and subject[0].has("determiner")
        and not any(map(_is_someone, subject))
    )


def _is_someone(token: Token) -> bool:
    return token.has("roles", "pronouns", "abstract-nouns", "bodies")
