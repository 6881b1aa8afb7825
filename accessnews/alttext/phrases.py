"""The words an alt adds to its caption's, by language: kinds of picture, and pointers to the caption."""

from typing import Any

from accessnews.alttext import kinds
from accessnews.alttext.english.main_verb import main_verb
from accessnews.alttext.english.tokens import is_determiner, is_plural, is_preposition, tokens
from accessnews.alttext.lexicon import table

_FALLBACK = "en"
_UNCOUNTED = ("footage", "imagery", "cctv")


def _of(lang: str) -> dict[str, Any]:
    known: dict[str, dict[str, Any]] = table("phrases")
    return known.get(lang, known[_FALLBACK])


def bare(kind: str, lang: str) -> str:
    """Nothing but the kind: "Photo."."""
    words = _of(lang)
    return str(words["bare"].format(kind=words["kinds"][kind]))


def pointer(kind: str, lang: str) -> str:
    """The kind, and that the caption tells the rest; the kind alone in a language without such a phrase."""
    if lang not in table("phrases"):
        return bare(kind, lang)
    words = _of(lang)
    return str(words["pointer"].format(kind=words["kinds"][kind]))


def pointer_words(lang: str) -> str:
    """What a pointer says besides the kind: "described by its caption"."""
    return str(_of(lang)["pointer"].format(kind=""))


def named(kind: str, name: str) -> str:
    """The kind and who, in English: "Photo, Mary Smith."."""
    words = _of(_FALLBACK)
    return str(words["named"].format(kind=words["kinds"][kind], name=name))


def archived(credit: str, lang: str) -> str:
    """A credit that says the picture is an old one: "EPA (file picture)"."""
    return str(_of(lang)["archived"].format(credit=credit))


def with_kind(text: str, kind: str, said: str, inside: str = "") -> str:
    """An English description with its kind, where that is worth telling: "Satellite image of flooded fields.".

    ``said`` are the caption's words for the kind; ``inside`` is the first word as it stood inside its sentence.
    """
    told = said or kinds.name(kind)
    if not told or _tells_kind(text, told):
        return text
    words = _of(_FALLBACK)
    if text.startswith(("From left,", "From right,", "Clockwise ", "From top")):
        return f"{_upper(told)}, {_inside(text, inside)}"
    if main_verb(tokens(text)):
        article = "" if told.lower().endswith(_UNCOUNTED) or told.endswith("s") else _article(told)
        return str(" ".join(words["in-kind"].format(article=article, kind=told, what=_inside(text, inside)).split()))
    return str(words["kind-of"].format(kind=_upper(told), what=_inside(text, inside)))


def _tells_kind(text: str, told: str) -> bool:
    return told.lower().split()[-1] in text.lower()[:60]


def _article(noun: str) -> str:
    return "an" if noun[0].lower() in "aeiou" else "a"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _inside(text: str, first: str) -> str:
    """Without the capital of a sentence's start: as it was written inside one, else if the word is no name."""
    if first and text.lower().startswith(first.lower()):
        return first + text[len(first) :]
    parts = tokens(text[:40])[:1]
    if not parts or not _is_common(parts[0].low, text) or (parts[0].text.isupper() and len(parts[0].text) > 1):
        return text
    return text[:1].lower() + text[1:]


def _is_common(low: str, text: str) -> bool:
    """Whether the first word would be small inside a sentence: a little word, or a plural before a small word."""
    if (is_determiner(low) and not low.endswith(("'s", "s'"))) or is_preposition(low):
        return True
    parts = tokens(text[:80])
    return len(parts) > 1 and is_plural(parts[0]) and parts[1].is_word and not parts[1].is_capital
