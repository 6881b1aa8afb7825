"""An English description with the kind of picture in it: "Satellite image of flooded fields"."""

import re

from accessnews.alttext import phrases
from accessnews.alttext.english.clause import Clause
from accessnews.alttext.english.tokens import tokenize

_UNCOUNTED = ("footage", "imagery", "cctv")
_ACRONYMS = ("CCTV",)
_SMALL = ("preposition", "relatives", "subordinators", "pronouns", "conjunctions")
_ORDERED = ("From left,", "From right,", "Clockwise ", "From top")


def with_kind(clause: Clause, kind_words: str, first_word: str = "", of: bool = False) -> str:
    """The description with its kind, where that is worth telling and not told yet.

    ``kind_words`` are empty where it is not; ``first_word`` is as it stood inside its sentence, where that is known;
    ``of``: the caption says what it is "of".
    """
    text = clause.text
    if not kind_words or re.search(rf"\b{re.escape(kind_words.split()[-1])}\b", text[:60], re.IGNORECASE):
        return text
    kind_words = kind_words.lower() if kind_words.isupper() and kind_words not in _ACRONYMS else kind_words
    kind, what = kind_words[:1].upper() + kind_words[1:], inside(text, first_word)
    if text.startswith(_ORDERED):
        return f"{kind}, {what}"
    if of or not clause.verb:
        return phrases.wording("kind-of").format(kind=kind, what=what)
    kind_words = kind_words[:1].lower() + kind_words[1:] if kind_words[1:2].islower() else kind_words
    counted = not kind_words.lower().endswith(_UNCOUNTED) and not kind_words.endswith("s")
    article = "" if not counted else "an" if kind_words[0].lower() in "aeiou" else "a"
    return " ".join(phrases.wording("in-kind").format(article=article, kind=kind_words, what=what).split())


def inside(text: str, first_word: str = "") -> str:
    """Without the capital of a sentence's start: as it was written inside one, else if the word is no name."""
    if first_word[:1].islower() and text.lower().startswith(first_word.lower()):
        return first_word + text[len(first_word) :]
    first, second = (*tokenize(text[:80]), None, None)[:2]
    if first is None or (first.text.isupper() and len(first.text) > 1):
        return text
    small = (first.has("determiner") and not first.low.endswith(("'s", "s'"))) or first.has(*_SMALL)
    plural = second is not None and first.has("plural") and second.is_word and not second.is_capital
    return text[:1].lower() + text[1:] if small or plural else text
