"""Loose dates: a date or weekday that tells when, in any of the languages of ``dates.toml``.

Not one that is part of a name ("Monday Club", "the January 6 hearing", "Plaza 9 de Julio"), nor one that is written
in the picture.
"""

import re
from collections.abc import Iterator
from functools import cache

from accessnews.alttext.english.dates import full_date
from accessnews.alttext.english.tokens import tokenize
from accessnews.alttext.language import ENGLISH
from accessnews.alttext.lexicon import longest_first, table, words

_NUMERIC = r"\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?!\d)|(?:19|20)\d\d-\d\d-\d\d"
_YEAR = r"(?:1[89]|20)\d\d"
_LEAD = re.compile(r"\b(?:on|since|until|dated|by|from|last|this|late|early)(?:\s+(?:late|early|the))?\s*$", re.I)
_ARCHIVE = re.compile(r"\b1[89]\d\d\b")  # so old a date says what the picture is
_GOES_ON = ("preposition", "conjunctions", "subordinators", "relatives", "be-present", "be-past")


def loose_dates(text: str, lang: str) -> Iterator[str]:
    """The dates and weekdays that stand loose in a text, as written. ``lang`` is a primary language."""
    find = _found_in_english if lang == ENGLISH else _found_in_other
    for start, end in sorted(find(text, lang)):
        if not _is_written(text, start) and not _ARCHIVE.search(text, start, end):
            yield text[start:end].strip(" ,")


def _is_written(text: str, start: int) -> bool:
    """Whether a date is to be read in the picture: in quotes, or on a calendar."""
    before = text[:start]
    quoted = before.count("“") > before.count("”") or before.count('"') % 2 or before.count("„") > before.count("“")
    near = {token.low for token in tokenize(before[-30:])}
    return bool(quoted or near & words("lints", "written"))


def _found_in_english(text: str, _lang: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(rf"(?P<date>{full_date().pattern})|{_weekday()}", text):
        before = re.search(r"[\w'’-]+$", text[: match.start()].rstrip())
        named = not match["date"] and before and before.group() in _named_days()
        if not named and _tells_when(text, match.start(), match.end()):
            yield match.span()


@cache
def _named_days() -> frozenset[str]:
    """Words before a weekday that make a name of it: "Black Friday"."""
    return words("lints", "named-days") | frozenset(table("dates")["en"]["named-days"])


@cache
def _weekday() -> str:
    names = "|".join(longest_first("dates", "en", "weekdays"))
    times = "|".join(longest_first("dates", "en", "times"))
    return rf"\b(?:{names})\b(?:\s+(?:{times})\b)?(?!['’\-]\w)"


def _tells_when(text: str, start: int, end: int) -> bool:
    """Whether an English date stands by itself and does not go before a noun or make one with the word before it."""
    before, after = text[:start].rstrip(), tokenize(text[end : end + 40])[:1]
    if _LEAD.search(before):
        return True
    last = tokenize(before[-30:])[-1:]
    if last and last[0].has("determiner"):
        return False
    return not after or not after[0].is_word or after[0].has(*_GOES_ON)


def _found_in_other(text: str, lang: str) -> Iterator[tuple[int, int]]:
    for match in _foreign(lang).finditer(text):
        before = text[: match.start()].split()[-2:]
        lists = table("lints")["dates"].get(lang, {})
        bound = before[-1:] and before[-1] in lists.get("bound", ()) and not re.search(_YEAR, match.group())
        paper = match["on"] and before[-1:] and before[-1] in lists.get("papers", ())
        if not bound and not paper:
            yield match.span()


@cache
def _foreign(lang: str) -> re.Pattern[str]:
    """Dates with a day or a year, and weekdays behind a comma or a word that says "on"; numbers in any language."""
    known, lists = table("dates").get(lang), table("lints")["dates"].get(lang)
    if not known or not lists:
        return re.compile(rf"(?P<on>(?!))?\b(?:{_NUMERIC})")
    month, weekday = ("|".join(sorted(known[key], key=len, reverse=True)) for key in ("months", "weekdays"))
    on = "|".join(lists["on"])
    year = rf",?\s+(?:del?\s+)?{_YEAR}"
    day = rf"\b(?:\d{{1,2}}|1er)[.º]?\s+(?:de\s+)?(?:{month})\b(?:{year})?|\b(?:{month}){year}"
    weekdays = rf"(?:(?P<on>\b(?:{on})\s+)|(?<=,\s))(?:{weekday})\b(?=\s*(?:[,.;)]|$)|\s+\w)"
    return re.compile(rf"{weekdays}|{day}|\b(?:{_NUMERIC})")
