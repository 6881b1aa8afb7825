"""Drafts in a language without rules: the caption's first sentence without its date, for a person to look at."""

import re
from functools import cache

from accessnews.alttext import kinds, phrases
from accessnews.alttext.brackets import spell_out
from accessnews.alttext.comparison import says_the_same, word_list
from accessnews.alttext.english.boilerplate import strip
from accessnews.alttext.english.dates import names_in
from accessnews.alttext.language import ENGLISH
from accessnews.alttext.lengths import CAP
from accessnews.alttext.lexicon import table
from accessnews.alttext.punctuation import punctuate
from accessnews.alttext.reasons import OTHER_LANGUAGE
from accessnews.model.alt import AltState, AltText
from accessnews.text.sentences import sentences

_YEAR = r"(?:1[89]|20)\d\d"
_NUMERIC = r"(?:\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})|(?:19|20)\d\d-\d\d-\d\d)"


def draft(body: str, lang: str, label_kind: str, distinct: bool) -> AltText:
    """The first sentence of a tidied caption without its date; a person should look."""
    kind = label_kind or kinds.PHOTO
    bare = strip(body)
    spans = sentences(bare, lang)
    first = bare[spans[0][0] : spans[0][1]] if spans else ""
    alt = punctuate(spell_out(without_dates(first, lang)))
    if not word_list(alt) or len(alt) > CAP or (distinct and says_the_same(alt, body)):
        alt = phrases.pointer(kind, lang) if distinct else phrases.bare(kind, lang)
    return AltText(alt, None, kind, AltState.NEEDS_REVIEW, (OTHER_LANGUAGE,))


def without_dates(text: str, lang: str) -> str:
    """The text without its dates, as far as the language's months are known."""
    pattern = _dates(lang)
    if not pattern:
        return text

    def cut(match: re.Match[str]) -> str:
        if not text[: match.start()].strip():
            return ""
        return ", " if match["after"] else " "

    return " ".join(re.sub(r"\s+([,.;])", r"\1", pattern.sub(cut, text)).split())


@cache
def _dates(lang: str) -> re.Pattern[str] | None:
    if lang == ENGLISH or lang not in table("dates"):
        return None
    month, weekday, lead = (names_in(lang, key) for key in ("months", "weekdays", "lead"))
    year = rf"\s+(?:de\s+|del\s+)?{_YEAR}"
    day = rf"(?:\d{{1,2}}|1er)[.º]?\s+(?:de\s+)?(?:{month})\b\.?(?:,?{year})?"
    parts = "|".join(map(re.escape, table("continental").get(lang, {}).get("parts", ())))
    weekday = rf"(?:{weekday})(?:\s?(?:{parts}))?" if parts else weekday
    core = (
        rf"(?:(?:{weekday})\b,?\s+(?:(?:{lead})\s+)?)?(?:{day}|(?:{month})\b\.?,?{year}|{_NUMERIC})|(?:{weekday})\b"
    )
    return re.compile(rf"(?P<comma>,?)\s*\b(?:(?:{lead})\s+)?(?:{core})\s*(?P<after>,?)", re.IGNORECASE)
