"""The sentence behind a visible one: whether it goes on with the picture."""

import re

from accessnews.alttext.english.clause import HIDDEN, Clause
from accessnews.alttext.english.tense import Tense

_GOES_ON = re.compile(
    r"""
    (?:Behind|Beside|Next\ to|In\ front\ of|Above|Below|Beneath|Around|Between|Opposite|Nearby|With|Near)
    \ (?:him|her|them|it|his|their|the|a)\b
    |In\ the\ (?:fore|back)ground\b
    |(?:On|At|In|To|From)\ the\ (?:left|right|centre|center|table|wall|floor|far|other|cliff|bank|road|shelf|desk
    |ground|water|sky|hill|top|bottom|distance|middle)\b
    |Above,|Below,|Behind,|Nearby,|(?:Standing|Seated|Sitting|Kneeling|Pictured|Centre|Left|Right)\b
    """,
    re.VERBOSE,
)


_PLACED_WHO = re.compile(
    r"""
    (?:With|Behind|Beside|Next\ to|Standing|Seated|Sitting|Kneeling|Looking\ on|(?:Far|At|On\ the)\ (?:left|right)
    |Left|Right|Centre|Also\ (?:pictured|seen|present|in\ the\ picture)|In\ the\ (?:fore|back)ground)\b
    [^.;:]{0,60}?\b(?:is|are)\ (?!(?:a|the)\ (?:plan|hope|fear|risk)|not|no\b|[a-z]+(?:ed|ing)\b)
    """,
    re.VERBOSE,
)


def names_the_placed(sentence: str) -> bool:
    """Whether a sentence says who stands where: "With him are Ann and Bo"."""
    return bool(_PLACED_WHO.match(sentence))


def goes_on(clause: Clause) -> bool:
    """Whether a sentence behind a visible one goes on with the picture: where in it, or with someone acting."""
    if clause.verb is None:
        return bool(_GOES_ON.match(clause.text))
    placed = bool(_GOES_ON.match(clause.text))
    present = clause.verb.tense in (Tense.PRESENT, Tense.PROGRESSIVE, Tense.PASSIVE, Tense.COPULA)
    acts = "action" in clause.verb.tags or "seen-state" in clause.verb.tags
    return present and (placed or (acts and clause.verb.tags.isdisjoint(HIDDEN)))
