"""What stands above a story: who wrote it and when, in the ways people write that."""

import re
from datetime import date

from accessnews.text.unicode import line

_BY = re.compile(r"\^?\s*by(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:writer|correspondent|reporter|editor|staff|chief|columnist|analyst|photographer|producer|contributor)s?\b",
    re.IGNORECASE,
)
_PARTICLE = re.compile(r"de|del|della|di|da|dos|du|la|le|van|von|der|den|bin|ibn|al|el|and|y|e|und|et|of|the")
_AND = re.compile(r"\s*(?:;|\s(?:and|&|with|und|et|y)\s)\s*")
_HOUSE = re.compile(
    r"\b(?:agency|press|news|newspapers?|times|post|journal|gazette|tribune|herald|courier|echo|radio|tv|media|"
    r"service|bureau|network|corporation|broadcasting|reuters|afp|ap|bbc|dpa|pa|upi|epa)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s+(?:in|reports from|reporting from)\s+[A-Z].*$")

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|"
    r"october|november|december|now|then|next|last|late|early|mid\w*|noon|midnight",
    re.IGNORECASE,
)
_DATES = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)",  # ISO 8601 and its neighbours
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T\d{4,6}\S*)?$",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?P<year>\d{{4}})(?!\d)",
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)",
    )
]
_LABEL = re.compile(
    r"(?P<label>(?:first |last )?(?:published|updated|posted|modified|date|issued)(?:\s+on|\s+at)?)\s*[:,]?\s+(?=\S)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"[\s,T|·•-]*(?:at\s+)?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?[\s,]*(?:[ap]\.?m\.?)?[\s(]*[A-Z+0-9:-]{0,8}\)?", re.I
)


def names(text: str) -> tuple[str, ...]:
    """The names in ``text``: "By Jane Doe and John Roe, The Post" gives two. Roles, houses, places are left out."""
    text = line(text)
    begin = _BY.match(text)
    text = text[begin.end() if begin else 0 :].rstrip("=").rstrip(" .")
    parts = [part.strip(" ,") for part in _AND.split(text)]
    return tuple(name for part in parts for name in _without_role(part))


def _without_role(part: str) -> list[str]:
    """``Jane Doe, Associated Press Writer`` → Jane Doe, and so ``Jane Doe, The Post``; ``Doe, Jane`` is one name."""
    pieces = [_FROM.sub("", piece).strip() for piece in part.split(",")]
    if len(pieces) == 2 and all(piece and " " not in piece for piece in pieces) and not pieces[1].isupper():
        return [part]
    first, *rest = pieces
    others = (piece for piece in rest if not (_ROLE.search(piece) or _HOUSE.search(piece)))
    return [piece for piece in (first, *others) if piece]


def byline(text: str) -> tuple[str, ...]:
    """The names on a byline; nothing where ``text`` is no byline ("By Monday the storm had passed.")."""
    text = line(text)
    begin = _BY.match(text)
    if not begin or len(text) > 160 or text.endswith((".", "!", "?", ":")):
        return ()
    words = re.findall(r"[^\W\d_][\w.'’-]*", _FROM.sub("", text[begin.end() :]))
    small = [word for word in words if word[0].islower() and not (_PARTICLE.fullmatch(word) or _ROLE.fullmatch(word))]
    if not words or len(words) > 16 or small or _DAY.fullmatch(words[0]):
        return ()
    return names(text)


def role_line(text: str) -> bool:
    """Whether a line below a byline says what its author is ("Associated Press Writer") and nothing else."""
    words = line(text).rstrip("=").split()
    return 0 < len(words) <= 7 and bool(_ROLE.fullmatch(words[-1])) and words[0][0].isupper()


def calendar_date(text: str) -> str:
    """The day that ``text`` begins with, as CCYY-MM-DD; empty where it is unreadable or two days fit (3/4/2020)."""
    text = line(text)
    for pattern in _DATES:
        if match := pattern.match(text):
            return _day(match["year"], match["month"], match["day"])
    return ""


def _day(year: str, month: str, day: str) -> str:
    number = int(month) if month.isdecimal() else _MONTHS.index(month.lower()) + 1
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return ""


def date_line(text: str) -> str | None:
    """The day on a line that tells nothing else; empty where it is labelled a date and unreadable, None if none."""
    text = line(text)
    label = _LABEL.match(text)
    told = text[label.end() :] if label else text
    if len(told) > 60:
        return None
    for pattern in _DATES:
        if (match := pattern.match(told)) and _CLOCK.fullmatch(told, match.end()):
            return _day(match["year"], match["month"], match["day"])
    return "" if label and label["label"].lower() == "date" and not told[-1:].isalpha() and len(told) < 30 else None
