"""The words an alt adds to its caption's, by language: kinds of picture, and pointers to the caption."""

from typing import Any

from accessnews.alttext.language import ENGLISH
from accessnews.alttext.lexicon import table


def bare(kind: str, lang: str) -> str:
    """Nothing but the kind: "Photo."."""
    return _filled("bare", kind, lang)


def pointer(kind: str, lang: str) -> str:
    """The kind, and that the caption tells the rest; the kind alone in a language without such a phrase."""
    return _filled("pointer" if lang in table("phrases") else "bare", kind, lang)


def named(kind: str, name: str) -> str:
    """The kind and who, in English: "Photo, Mary Smith."."""
    return _filled("named", kind, ENGLISH, name=name)


def _filled(key: str, kind: str, lang: str, **words: str) -> str:
    entry: dict[str, Any] = table("phrases").get(lang, table("phrases")[ENGLISH])
    return wording(key, lang).format(kind=entry["kinds"][kind], **words)


def wording(key: str, lang: str = ENGLISH) -> str:
    """One phrase with its places for words; the English one where the language has none."""
    return str(table("phrases").get(lang, table("phrases")[ENGLISH])[key])
