"""Kinds of picture: what a caption calls the picture itself."""

import re
from functools import cache

from accessnews.alttext.lexicon import table

PHOTO = "photo"


@cache
def _by_phrase() -> dict[str, str]:
    """Every phrase a kind goes by, in lower case with straight apostrophes, and its kind."""
    kinds = ((kind, entry) for kind, entry in table("kinds").items() if "says" in entry)
    return {phrase.lower().replace("’", "'"): kind for kind, entry in kinds for phrase in entry["says"]}


@cache
def pattern() -> str:
    """A pattern for the words of any kind, the longest first; plurals allowed."""
    phrases = sorted(_by_phrase(), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(map(_pattern_of, phrases)) + r")(?:s|es)?\b"


_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+) "


def _pattern_of(phrase: str) -> str:
    """A phrase with either apostrophe, and perhaps a number: "combination of two photos"."""
    return re.escape(phrase).replace("'", "['’]").replace(r"\ of\ ", rf"\ of\ (?:{_COUNT})?")


def kind_of(phrase: str) -> str:
    """The kind that ``phrase``, something :func:`pattern` matched, stands for."""
    low = re.sub(rf" of {_COUNT}", " of ", " ".join(phrase.lower().replace("’", "'").split()))
    forms = (low, low.removesuffix("s"), low.removesuffix("es"))
    return next((_by_phrase()[form] for form in forms if form in _by_phrase()), PHOTO)


def is_kind(phrase: str) -> bool:
    """Whether ``phrase`` is what a kind other than a photo is called."""
    return kind_of(phrase) != PHOTO


def name(kind: str) -> str:
    """What an alt calls the kind where the caption's own words for it are cut; "" for a photo."""
    told: str = table("kinds")[kind].get("name", "")
    return told


@cache
def is_vague(phrase: str) -> bool:
    """Whether a caption's word for the kind says too little by itself: "grab"."""
    return phrase.lower() in table("kinds")[kind_of(phrase)].get("vague", ())


def signs() -> dict[str, str]:
    """Words by which the kind shows in what a frame says of a picture ("image taken by a drone"), and the kind."""
    found: dict[str, str] = table("kinds")["signs"]
    return found
