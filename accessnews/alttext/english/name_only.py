"""Phrases that do no more than name people, with what they are."""

import re

from accessnews.alttext.brackets import is_position
from accessnews.alttext.english.clause import Clause
from accessnews.alttext.english.tokens import Token

_IN_NAMES = ("and", "with", "of", "the", "al", "bin", "de", "von", "van", "da", "&")
_YEARS = re.compile(r"\d+|(?:born\s+)?\d{4}\s*[-–—]\s*\d{2,4}")


def is_name_only(clause: Clause) -> bool:
    """Whether a phrase does no more than name people, with what they are."""
    stretches = [stretch for stretch in clause.stretches() if stretch]
    if not stretches or not _names_someone(stretches[0]):
        return False
    return all(_tells_who(clause.text[stretch[0].start : stretch[-1].end], stretch) for stretch in stretches[1:])


def _names_someone(stretch: tuple[Token, ...]) -> bool:
    """ "Mary Smith", "Actor Tom Hill", "Prime Minister Ann Roe and Bo Lind"."""
    if stretch[0].has("preposition", "past-form"):
        return False
    capitals = sum(token.is_capital for token in stretch)
    small = [token for token in stretch if token.is_word and not token.is_capital]
    joined = all(
        token.has("roles") or token.low in _IN_NAMES or token.low.isdigit() or token.low.startswith(("al-", "el-"))
        for token in small
    )
    titled = capitals > 0 and any(token.has("roles") for token in stretch)
    return joined and (titled or capitals > (0 if len(stretch) == 1 else 1))


def _tells_who(text: str, stretch: tuple[Token, ...]) -> bool:
    """A role, an age, a position, a place of a name or a year: nothing that one sees happen."""
    if is_position(text) or _YEARS.fullmatch(text) or text.lower().startswith(("aged ", "who ", "born ")):
        return True
    if any(token.has("scenery") for token in stretch[1:]):
        return False
    if stretch[0].has("ing", "preposition", "past-form"):
        return bool(re.match(r"(?:from|of|in \d{4}|pictured|seen)\b(?! from)", text))
    nouns = [token for token in stretch if not token.has("determiner")][:3]
    return any(token.has("roles") for token in nouns) or all(
        token.is_capital or token.low.isdigit() or token.low in ("and", "of", "the", "for", "at") for token in stretch
    )
