"""Captions in capitals, written small again: small what is a common word, capital what is a name."""

import re
from functools import cache

from accessnews.alttext.english.tokens import Token, tokenize
from accessnews.alttext.english.verbs import forms
from accessnews.alttext.lexicon import table, words
from accessnews.alttext.punctuation import is_shouting

# Before a place.
_NAMING = ("in", "at", "near", "from", "of", "into", "outside", "to", "through", "towards", "over", "for")
_SMALL_TOO = ("May", "March")  # months that are other words
_SUFFIXES = ("ing", "tion", "ness", "ment", "ers", "ists", "ful", "less", "ous", "able", "ated", "ered")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,4}")
_VOWEL = re.compile(r"[AEIOUY]")


def recased(text: str) -> str:
    """``text`` as it is, or, if it is in capitals, with capitals only where its words need them."""
    if not is_shouting(text):
        return text
    tokens = tokenize(text)
    out, at = [], 0
    was_name = False
    for index, token in enumerate(tokens):
        out.append(text[at : token.start])
        at = token.end
        opens = index == 0 or tokens[index - 1].text in (".", "!", "?", ":")
        before = tokens[index - 1].low if index else ""
        was_name = token.is_word and _is_name(token, before, was_name, opens)
        out.append(_written(token, was_name or opens))
    return "".join(out) + text[at:]


def _written(token: Token, capital: bool) -> str:
    if _is_acronym(token.text):
        return token.text
    low = token.text.lower()
    return re.sub(r"(?:^|(?<=[-/]))\w", lambda first: first[0].upper(), low) if capital else low


def _is_acronym(word: str) -> bool:
    """Whether a word stays in capitals: "UN", "M6", and what nobody can speak as a word."""
    known = word.lower() in _common() or _is_listed(word.lower())
    return (
        not known
        and bool(_INITIALS.fullmatch(word))
        and (not _VOWEL.search(word) or word in words("words", "acronyms"))
    )


def _is_name(token: Token, before: str, after_name: bool, opens: bool) -> bool:
    """Whether a word of a caption in capitals is one of a name: no list has it, and it stands where names stand."""
    low = token.low.removesuffix("'s")
    if low in _always():
        return True
    if after_name and low in words("words", "places"):
        return True  # "Glenmoor Airport"
    if low in _common() or _is_listed(low) or low.endswith(_SUFFIXES) or token.text[0].isdigit():
        return False
    # "in Leeds", "Mayor Sadia Khan", "of Dave Potts"; but "the stranded ferry"
    return after_name or before in _NAMING or before in words("words", "roles") or (opens and not token.has("plural"))


@cache
def _always() -> frozenset[str]:
    dates = table("dates")["en"]
    return frozenset(
        name.lower() for key in ("months", "weekdays") for name in dates[key] if name not in ("May", "March")
    )


@cache
def _common() -> frozenset[str]:
    return words("words", "nouns") | words("words", "places") | words("words", "adjectives")


def _is_listed(low: str) -> bool:
    token = tokenize(low)[0] if low else None
    return low in forms() or (
        token is not None and bool(token.tags - {"plural", "may-be-finite", "ing", "past-form"})
    )
