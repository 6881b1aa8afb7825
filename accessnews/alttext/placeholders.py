"""Placeholders: texts that say that there is a picture, and nothing of what it shows.

"Photo.", "Ein Bild", "Map, described by its caption.": what this program writes where it knows no better, and what
people write like it. What such texts are made of stands in the wording and in ``data/``, in all languages at once.
"""

from collections.abc import Iterator
from functools import cache

from accessnews.alttext.comparison import word_list
from accessnews.alttext.lexicon import table, words
from accessnews.model.alt import AltState, AltText
from accessnews.text.credits.lists import table as credit_lists
from accessnews.wording import languages, wording

_MOST = 12  # words; no placeholder has more
_LOOK = 200  # characters


def is_placeholder(alt: str) -> bool:
    """Whether a text names a kind of picture, or points to the caption, and says no more."""
    said = word_list(alt[:_LOOK])
    if len(alt) > _LOOK or not 0 < len(said) <= _MOST:
        return False
    return _is_noun(said) or any(_is_pointer(said, pointer) for pointer in _pointers())


def shows(alt: AltText) -> bool:
    """Whether a person wrote or read this text, and it says something: only then it is an alternative."""
    from accessnews.alttext.file_names import file_name

    by_a_person = alt.state in (AltState.AUTHOR, AltState.REVIEWED)
    return by_a_person and not (is_placeholder(alt.alt) or file_name(alt.alt, ""))


def _is_noun(said: list[str]) -> bool:
    """Whether words are a noun for a picture, with its article and perhaps its number: "the photo", "Map 2"."""
    said = [word for word in said if not word.isdecimal()]
    while said:
        if " ".join(said) in _nouns():
            return True
        first, *said = said
        if first not in _articles():
            return False
    return False


def _is_pointer(said: list[str], pointer: tuple[str, ...]) -> bool:
    """Whether all words of a pointer to the caption are there, in any order, and else at most a noun."""
    return any(_is_noun(rest) or not rest for rest in (_without(said, pointer), _without(said[::-1], pointer)[::-1]))


def _without(said: list[str], pointer: tuple[str, ...]) -> list[str]:
    """``said`` without the first of each word of ``pointer``; all of it where one is missing."""
    rest = said.copy()
    for word in pointer:
        if word not in rest:
            return said
        rest.remove(word)
    return rest


@cache
def _nouns() -> frozenset[str]:
    """What a picture, of any kind, is called in any language."""
    return words("lints", "placeholders") | {" ".join(word_list(name)) for name in _names()}


def _names() -> Iterator[str]:
    for entry in table("lints")["opener"].values():
        yield from (*entry["nouns"], *entry["plurals"])
    for entry in table("phrases").values():
        yield from entry["kinds"].values()
    for lang in languages():
        yield from wording(lang).words["kinds"].values()
    yield from (label for label in credit_lists()["kinds"] if " " not in label)
    for entry in table("kinds").values():  # of more words, the first says something: "weather map"
        yield from (name for name in entry.get("says", ()) if " " not in name)


@cache
def _articles() -> frozenset[str]:
    """What may stand before the noun and say nothing: "a", "undated", "l'"."""
    return frozenset(
        word for entry in table("lints")["opener"].values() for lead in entry["lead"] for word in word_list(lead)
    )


@cache
def _pointers() -> tuple[tuple[str, ...], ...]:
    """What sends to the caption, or counts the pictures, as words: this program's texts and those that people use."""
    from accessnews.alttext import phrases

    ours = (phrases.wording("pointer", lang).format(kind="") for lang in table("phrases"))
    counts = (wording(lang)("picture", kind="", n="", total="") for lang in languages())
    return tuple({tuple(word_list(text)) for text in (*ours, *table("lints")["pointers"], *counts)})
