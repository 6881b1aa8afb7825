"""Dates: left out of an alt, which says what is seen and not when."""

import re
from functools import cache

from accessnews.alttext.lexicon import table, words

_YEAR = r"(?:1[89]|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_NUMERIC = r"(?:\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})|(?:19|20)\d\d-\d\d-\d\d)"
_SEASONS = r"(?:week|weekend|month|year|spring|summer|autumn|winter)"
_RECENT = rf"(?i:(?:late |earlier |early )?(?:last|this) {_SEASONS}\b)(?!['’\-])"
_LEAD = 40  # characters, more than what leads up to a date: "on the last …"
_SMALL = (
    "in|at|on|near|outside|inside|as|after|before|during|while|with|for|to|from|and|amid|against|by|following|ahead"
)
_FOLLOWS = rf"(?=\s*(?:[.,;:)\]]|$)|\s+(?:{_SMALL})\b)"


_BINDING = ("the", "a", "an", "his", "her", "this", "between", "and", "said")  # before a date that must stay


def names_in(lang: str, key: str) -> str:
    """A pattern for one list, as written and in capitals: "March" is a month, "march" is not."""
    listed = table("dates")[lang].get(key, ())
    both = dict.fromkeys([*listed, *(name.upper() for name in listed)])
    return "|".join(map(re.escape, sorted(both, key=len, reverse=True)))


@cache
def full_date() -> re.Pattern[str]:
    """A calendar date as English captions write it, with or without weekday and year."""
    month, weekday = rf"(?:{names_in('en', 'months')})\b\.?", rf"(?:{names_in('en', 'weekdays')})"
    forms = (
        rf"{_DAY}(?:\s+of)?\s+{month}(?:,?\s+{_YEAR})?",
        rf"{month}\s+{_DAY}\b(?:\s*,?\s*{_YEAR})?",
        rf"{month},?\s+{_YEAR}",
        _NUMERIC,
    )
    return re.compile(rf"(?:{weekday},?\s+)?\b(?:{'|'.join(forms)})\b")


@cache
def _english() -> re.Pattern[str]:
    weekday, month = names_in("en", "weekdays"), names_in("en", "months")
    times = names_in("en", "times")
    lead = (
        r"(?i:(?:late|early)\s+)?(?i:on|in|dated|since|until|by|from|of|to)\s+(?i:(?:late|early|the|last|this)\s+)*"
    )
    led = rf"(?i:(?:late|early)\s+)?(?i:on|last|this)\s+(?:{weekday})\b(?:\s+(?:{times}))?(?!\s+[A-Z])"
    bare = rf"(?i:last\s+|this\s+|late\s+|early\s+)?(?:{weekday})(?:\s+(?:{times}))?{_FOLLOWS}"
    month_only = rf"\bin\s+(?:late\s+|early\s+|mid-)?(?:{month})\b\.?{_FOLLOWS}"
    core = full_date().pattern
    date = rf"(?P<date>\b{core})(?:\s+(?:{times}))?"
    any_date = rf"(?:{date}|(?P<day>\b(?:{bare}|{led}|{_RECENT}))|(?P<month>{month_only}))"
    return re.compile(rf"(?=[,\s]|\b)(?P<comma>,?)\s*(?:\b(?P<lead>{lead}))?{any_date}(?P<after>,?)")


@cache
def _may_be_dated() -> re.Pattern[str]:
    """A quick way to say no: every date has a digit, a weekday or a month."""
    names = sorted({name[:3] for key in ("weekdays", "months") for name in table("dates")["en"][key]})
    return re.compile(rf"\d|\b(?:[Ll]ast|[Tt]his|{'|'.join([*names, *(name.upper() for name in names)])})")


@cache
def _opening_time() -> re.Pattern[str]:
    parts = r"hours?|morning|afternoon|evening|night|noon|midnight|dawn|dusk"
    units = rf"{parts}|days?|weeks?|months?|years?|weekend|century|decades?|\d{{4}}s?"
    weekday, month = names_in("en", "weekdays"), names_in("en", "months")
    opener = "On|In|At|By|Since|Until|Last|Earlier|Late|Early|This|Over"
    phrase = rf"(?:{opener})\b[^,.]{{0,40}}?\b(?:{units}|{weekday}|{month})\b[^,.]{{0,30}}"
    word = "Yesterday|Today|Earlier|Recently|Meanwhile|Now|Later|Previously|Then|Once"
    return re.compile(rf"(?:{phrase}|{word}),\s")


def opens_with_time(sentence: str) -> bool:
    """Whether a sentence begins by saying when: then it tells, and does not describe."""
    return bool(_opening_time().match(sentence))


def without_dates(text: str) -> str:
    """English text without the dates and weekdays that stand loose in it ("on Friday, Jan. 3, 2020,")."""
    first = _may_be_dated().search(text)
    if not first:
        return text.strip()
    start = text.rfind(" ", 0, max(0, first.start() - _LEAD)) + 1  # what stands well before any date stays
    text = _day_of().sub("the ", text)
    cut = _english().sub(lambda match: _cut(text[: start + match.start()], match), text[start:])
    return re.sub(r"\s+([,.;])", r"\1", text[:start] + cut).strip()


@cache
def _day_of() -> re.Pattern[str]:
    """ "Friday night's game", "last Saturday's derby": it is the game that is seen."""
    weekday, times = names_in("en", "weekdays"), names_in("en", "times")
    day = rf"(?:(?i:last|this|the)\s+)?(?:{weekday})(?:\s+(?:{times}))?|(?i:yesterday|today|tonight|last night)"
    return re.compile(rf"\b(?:{day})['’]s\s+(?=[a-z])")


def _cut(before: str, match: re.Match[str]) -> str:
    """What stays in place of a date behind ``before``."""
    before = before.rstrip()
    last = re.split(r"[\s,]", before[-24:])[-1]
    named = match["day"] and last in _words_before_day()
    bound = not match["lead"] and not match["comma"] and last.lower() in _BINDING
    if named or bound:
        return match.group()
    if not before:
        return ""
    american = bool(match["after"] and re.search(r"\d{4}\W*$", match.group()))  # its comma closes the date
    return "," if match["after"] and (match["comma"] or not american) else ""


def _words_before_day() -> frozenset[str]:
    """Words that make a name of the weekday after them: "Good Friday"."""
    return frozenset(table("dates")["en"]["named-days"])


def dates_in(text: str) -> int:
    """How many dates an English text names."""
    return sum(1 for _ in full_date().finditer(text))


@cache
def _closing_place() -> re.Pattern[str]:
    regions = "|".join(sorted(words("words", "regions"), key=len, reverse=True))
    proper = r"[^\W\d_a-z][\w.'’-]*"
    rest = rf"(?:,?\s+(?:(?:of|de|la|el)\s+)?(?:{proper}|(?:{regions})\b)){{0,5}}"
    named = rf"(?:in|at|near|outside)\s+(?:the\s+)?(?:(?:{regions})\s+)?{proper}{rest}"
    weekday = names_in("en", "weekdays")
    date = rf"(?:on\s+)?(?:{full_date().pattern}|(?:{weekday}))"
    return re.compile(rf"\b(?:(?P<before>{named}),?\s+{date}|{date},?\s+(?P<after>{named}))[\s.]*$")


def closing_place(sentence: str) -> str:
    """The place that stands with the date at the end of a caption's sentence, or "": it is the picture's own.

    "… after the storm in Lima, Peru, January 3, 2020": agencies write so where the picture was taken.
    """
    match = _closing_place().search(sentence, max(0, len(sentence) - 160))
    return (match["before"] or match["after"]).rstrip(".") if match else ""
