"""Chatter: what stands where a caption should and describes nothing: calls, opening hours, stock labels."""

import re
from functools import cache

from accessnews.alttext.lexicon import alternatives, words

_TIME = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)|\b\d{1,2}:\d\d\b|\b(?:daily|weekdays|weekends|mondays?|tuesdays?|"
    r"wednesdays?|thursdays?|fridays?|saturdays?|sundays?|noon|midnight)\b",
    re.IGNORECASE,
)


@cache
def _call() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:please\s+)?(?:{alternatives('chatter', 'calls')})(?!['’\w])", re.IGNORECASE)


@cache
def _promo() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{alternatives('chatter', 'promo')})\s*[:|]")


@cache
def _hours() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:we(?:'re|’re| are)\s+)?(?:{alternatives('chatter', 'hours')})\b", re.IGNORECASE)


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"{_call().pattern}[^.:|]{{0,30}}[:|]\s", re.IGNORECASE)


def sells(text: str) -> bool:
    """Whether a caption opens with a call to the reader as a label: "Read more: Ten walks"."""
    return bool(_promo().match(text) or _heading().match(text))


def is_chatter(sentence: str) -> bool:
    """Whether a sentence calls to the reader, sells, tells opening hours or labels a picture from stock."""
    if _call().match(sentence) or _promo().match(sentence):
        return True
    if sentence.lower().strip(" .!()[]*") in words("chatter", "stock"):
        return True
    return bool(_hours().match(sentence) and _TIME.search(sentence))
