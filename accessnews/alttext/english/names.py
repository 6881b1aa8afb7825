"""Names: whether a phrase does no more than say who is there."""

import re

from accessnews.alttext.brackets import is_position
from accessnews.alttext.english.tokens import is_determiner, is_preposition, tokens
from accessnews.alttext.english.verbs import past_base
from accessnews.alttext.lexicon import words


def is_name_only(sentence: str) -> bool:
    """Whether a phrase does no more than name people, with what they are."""
    segments = [segment.strip() for segment in re.split(r"[,;()]|\s[-–—]\s", sentence.strip(" .")) if segment.strip()]
    if not segments:
        return False
    return _names_someone(segments[0]) and all(map(_tells_who, segments[1:]))


def _names_someone(segment: str) -> bool:
    """ "Mary Smith", "Actor Tom Hill", "Prime Minister Ann Roe and Bo Lind"."""
    parts = tokens(segment)
    if not parts or is_preposition(parts[0].low):
        return False
    capitals = [token for token in parts if token.is_capital]
    small = [token for token in parts if token.is_word and not token.is_capital]
    joined = all(
        token.low in words("words", "roles")
        or token.low in ("and", "with", "of", "the", "al", "bin", "de", "von", "van", "da", "&")
        or token.low.isdigit()
        or token.low.startswith(("al-", "el-"))
        for token in small
    )
    named = len(capitals) > (0 if len(parts) == 1 else 1) or (
        bool(capitals) and any(token.low in words("words", "roles") for token in parts)
    )
    return joined and named and not past_base(parts[0].low)


def _tells_who(segment: str) -> bool:
    """A role, an age, a position, a place of a name or a year: nothing that one sees happen."""
    parts = tokens(segment)
    if (
        not parts
        or is_position(segment)
        or segment.isdigit()
        or segment.lower().startswith(("aged ", "who ", "born "))
    ):
        return True
    if any(token.low in words("words", "scenery") for token in parts[1:]):
        return False
    first = [token for token in parts if not is_determiner(token.low)][:3]
    if parts[0].low.endswith("ing") or is_preposition(parts[0].low) or past_base(parts[0].low):
        return bool(re.match(r"(?:from|of|in \d{4}|pictured|seen)\b(?! from)", segment))
    return any(token.low in words("words", "roles") for token in first) or all(
        token.is_capital or token.low.isdigit() or token.low in ("and", "of", "the", "for", "at") for token in parts
    )
