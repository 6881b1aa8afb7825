"""Answers of a model that was shown a photo and its caption: what of them may be proposed to a person.

A model invents names, feelings and ages, and says that a picture is one. What it says is taken as it is or not at
all, but for how it opens.
"""

import re
from functools import cache

from accessnews.alttext.comparison import word_list
from accessnews.alttext.language import tongue
from accessnews.alttext.lengths import WARN
from accessnews.alttext.lexicon import table
from accessnews.text.credits.split import split
from accessnews.text.langtag import primary
from accessnews.text.sentences import sentences
from accessnews.text.unicode import clean, line

_MARKUP = re.compile(r"[<>{}\[\]|]|https?:|```")
_ADORNED = re.compile(r"^[\s\"“”'*_#>-]+|[\s\"“”'*_]+$")
_CAPITAL = re.compile(r"(?<![.!?:]\s)(?<!^)\b([A-ZÀ-ÖØ-Þ][\w’'-]+)")
_PAIR = re.compile(r"\b([A-ZÀ-ÖØ-Þ][\w’'-]+\s[A-ZÀ-ÖØ-Þ][\w’'-]+)")
_NOUNS_HAVE_CAPITALS = ("de", "lb")


def checked(answer: str, caption: str, lang: str) -> tuple[str, str]:
    """The alt text that an answer gives, and why it gives none: one of the two is empty.

    Names must stand in the caption; none of feelings, ages or credits is taken from pixels.
    """
    import accessnews.alttext.english  # noqa: F401  # first: marks of a sentence need its words, and they need them
    from accessnews.alttext.punctuation import punctuate

    text = _ADORNED.sub("", line(clean(answer[:4_000])))
    if not word_list(text):
        return "", "it says nothing"
    if _MARKUP.search(text):
        return "", "it has markup or addresses"
    if _pattern("refusals").search(text):
        return "", "the model refuses"
    text = _opening().sub("", text, count=1)
    text = _fitting(text, lang)
    if not text:
        return "", f"it is longer than {WARN} characters"
    if tongue(text, lang) != (primary(lang) or "en"):
        return "", "it is in another language than the story"
    if _pattern("claims").search(text):
        return "", "it claims an age, a feeling or an origin"
    if split(text).credit:
        return "", "it names a credit"
    if stranger := _stranger(text, caption, lang):
        return "", f"it names what the caption does not: {stranger}"
    return punctuate(text), ""


def _fitting(text: str, lang: str) -> str:
    """The first sentences that fit an alt text; empty where the first alone does not."""
    if len(text) <= WARN:
        return text
    ends = [end for _, end in sentences(text, lang) if end <= WARN]
    return text[: ends[-1]] if ends else ""


def _stranger(text: str, caption: str, lang: str) -> str:
    """A name that the caption does not have; empty where there is none."""
    known = set(word_list(caption))
    if primary(lang) in _NOUNS_HAVE_CAPITALS:
        first_words = table("continental")["de"]["articles"]
        pairs = (match[1] for match in _PAIR.finditer(text))
        names = (pair for pair in pairs if pair.split()[0].lower() not in first_words)
    else:
        names = (match[1] for match in _CAPITAL.finditer(text))
    return next((name for name in names if not set(word_list(name)) <= known), "")


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in table("answers")[key]), re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile("^(?:" + "|".join(table("answers")["openings"]) + r")[\s:,]*", re.IGNORECASE)
