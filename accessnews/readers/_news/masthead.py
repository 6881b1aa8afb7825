"""What stands above a story: who wrote it and when, in the ways people write that."""

import re
from functools import cache

from accessnews.readers._news.wire import KICKERS
from accessnews.text.calendar import day_at_start, month_names, weekdays
from accessnews.text.credits.agencies import is_agency
from accessnews.text.unicode import line

_BY = re.compile(r"\^?\s*by(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\^?\s*(?:von|par|por|di|door|af|av|text:)\s+(?=\S)", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:writer|correspondent|reporter|editor|staff|chief|columnist|analyst|photographer|producer|contributor)s?\b",
    re.IGNORECASE,
)
_PARTICLE = re.compile(r"de|del|della|di|da|dos|du|la|le|van|von|der|den|bin|ibn|al|el|and|y|e|und|et|of|the")
_AND = re.compile(r"\s*(?:;|\s(?:and|&|with|und|et|y|AND|UND|ET)\s)\s*")
_HOUSE = re.compile(
    r"\b(?:agency|press|news|newspapers?|times|post|journal|gazette|tribune|herald|courier|echo|radio|tv|media|"
    r"service|bureau|network|corporation|broadcasting|reuters|afp|ap|bbc|dpa|pa|upi|epa)\b",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"[^\W\d_B-DF-HJ-NP-TV-XZ]")
_NUMERAL = re.compile(r"I{2,3}|IV|VI{0,2}")  # of somebody who is called after two others
_WORD = re.compile(r"(MC(?=[^\W\d_]{2})|)([^\W\d_])([^\W\d_]*)")  # O'BRIEN and ANNE-MARIE are two, MCKAY is one
_BESIDE_NAMES = re.compile(rf"{_PARTICLE.pattern}|(?i:{_ROLE.pattern}|{_HOUSE.pattern})")
_FROM = re.compile(r"\s+(?:in|reports from|reporting from)\s+[A-Z].*$")

_WHEN = re.compile(r"now|then|next|last|late|early|mid\w*|noon|midnight", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<label>(?:first |last )?(?:published|updated|posted|modified|date|issued)(?:\s+on|\s+at)?)\s*[:,]?\s+(?=\S)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?P<place>[^\W\d_][^\d:;.!?,\n]{1,40}(?:, [^\W\d_][^\d:;.!?,\n]{1,30})?), (?:den |le |(?=[^\W_]))"
)
_LONGEST_LINE = 160
_BARS = re.compile(r"\s+[|•·]\s+")
_BETWEEN = re.compile(r"\s*[|•·]\s*|\s[–—-]\s|,\s")
_CLOCK = re.compile(
    r"[\s,T|·•-]*(?:at\s+)?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?[\s,]*(?:[ap]\.?m\.?)?[\s(]*[A-Z+0-9:-]{0,8}\)?", re.I
)


def names(text: str) -> tuple[str, ...]:
    """The names in ``text``: "By Jane Doe and John Roe, The Post" gives two. Roles, houses, places are left out."""
    text = line(text)
    begin = _BY.match(text) or _ELSEWHERE.match(text)
    text = text[begin.end() if begin else 0 :].rstrip("=").rstrip(" .")
    parts = [part.strip(" ,") for part in _AND.split(text)]
    return tuple(in_small_letters(name) for part in parts for name in _without_role(part))


def in_small_letters(name: str) -> str:
    """A name in capitals as it is written elsewhere, so that no voice spells it: RUTH O'BRIEN → Ruth O'Brien.

    One word is mostly an agency; so is what is named after one, or has letters that make no word.
    """
    words = name.split()
    if _has_surname_in_capitals(name, words):
        return " ".join((words[0], *map(_small, words[1:])))
    letters = [re.sub(r"[^\W\d_]\.|[^\w]", "", word) for word in words]
    if len(words) < 2 or not name.isupper() or _HOUSE.search(name) or any(map(str.isdecimal, name)):
        return name
    if not any(len(word) > 2 for word in letters) or any(len(w) > 2 and not _VOWEL.search(w) for w in letters):
        return name
    return " ".join(_small(word) for word in words)


def _has_surname_in_capitals(name: str, words: list[str]) -> bool:
    """Whether a name is written as agencies of France and Spain do: ``Ruth O'BRIEN``."""
    last = words[-1] if words else ""
    others_are_small = all(word[1:].islower() for word in words[:-1] if len(word) > 2)
    is_capital = last.isupper() and len(last) > 3 and bool(_VOWEL.search(last)) and not is_agency(last)
    return len(words) > 1 and is_capital and others_are_small and words[0][1:].islower() and not _HOUSE.search(name)


def _small(word: str) -> str:
    if _PARTICLE.fullmatch(word.lower()):
        return word.lower()
    if _NUMERAL.fullmatch(word) or (
        word not in ("JR", "SR", "ST") and word.isalpha() and len(word) < 3 and not _VOWEL.search(word)
    ):
        return word
    return _WORD.sub(lambda match: match[1].title() + match[2] + match[3].lower().replace("i\u0307", "i"), word)


def _without_role(part: str) -> list[str]:
    """``Jane Doe, Associated Press Writer`` → Jane Doe, and so ``Jane Doe, The Post``; ``Doe, Jane`` is one name."""
    pieces = [_FROM.sub("", piece).strip() for piece in part.split(",")]
    if len(pieces) == 2 and all(piece and " " not in piece for piece in pieces) and not pieces[1].isupper():
        return [part]
    first, *rest = pieces
    others = (piece for piece in rest if not (_ROLE.search(piece) or _HOUSE.search(piece) or is_agency(piece)))
    return [piece for piece in (first, *others) if piece]


def byline(text: str) -> tuple[str, ...]:
    """The names on a byline; nothing where ``text`` is no byline ("By Monday the storm had passed.")."""
    text = parted_byline(line(text))[0]
    begin = _BY.match(text) or _ELSEWHERE.match(text)
    if not begin or len(text) > 160 or text.endswith((".", "!", "?", ":")):
        return ()
    words = re.findall(r"[^\W\d_][\w.'’-]*", _FROM.sub("", text[begin.end() :]))
    small = [word for word in words if word[0].islower() and not _BESIDE_NAMES.fullmatch(word)]
    if not words or len(words) > 16 or small or _is_when(words[0]):
        return ()
    found = names(text)
    is_full = begin.re is _BY or all(" " in name and name[0].isupper() for name in found)  # not "Von Angst und Mut"
    return found if is_full else ()


def parted_byline(text: str) -> tuple[str, str]:
    """A line without the date at its end, and that date: "By Jane Doe, 3 March 2026"."""
    if len(text) <= _LONGEST_LINE:
        for between in _BETWEEN.finditer(text):
            day = day_at_start(text[between.end() :])
            if day and between.start() and _CLOCK.fullmatch(text, between.end() + day.end):
                return text[: between.start()], text[between.end() :]
    return text, ""


def masthead_parts(text: str) -> list[str]:
    """A line of a masthead in its parts: "By Jane Doe | The Post | 3 March 2026"; else the line."""
    parts = [part for part in _BARS.split(text) if part] if len(text) <= _LONGEST_LINE else [text]
    known = all(byline(part) or date_line(part) is not None or role_line(part) for part in parts)
    return parts if len(parts) > 1 and known else [text]


def _is_when(word: str) -> bool:
    """Whether a word says when: "By Monday the storm had passed"."""
    return bool(_WHEN.fullmatch(word)) or word.casefold() in _whole_names()


@cache
def _whole_names() -> frozenset[str]:
    """The days and months that are words of English and seldom names, in small letters."""
    return frozenset(name.casefold() for name in (*weekdays("en"), *month_names("en")) if name != "May")


def role_line(text: str) -> bool:
    """Whether a line below a byline says what its author is ("Associated Press Writer"), or for whom, and no more."""
    words = line(text).rstrip("=").split()
    if not 0 < len(words) <= 7 or not words[0][0].isupper():
        return False
    is_house = len(words) <= 4 and bool(_HOUSE.search(words[-1])) and all(word[0].isupper() for word in words)
    return is_house or bool(_ROLE.fullmatch(words[-1]))


def calendar_date(text: str) -> str:
    """The day that ``text`` begins with, as CCYY-MM-DD; empty where it is unreadable or two days fit (3/4/2020)."""
    day = day_at_start(line(text))
    return day.iso if day else ""


def parted_date_line(text: str) -> tuple[str, str]:
    """The place and the rest of a line such as "Larn, 3 March 2026"; no place where there is none.

    Two words in small letters may be an author.
    """
    match = None if day_at_start(text) or _LABEL.match(text) else _PLACE.match(text)
    if not match or not day_at_start(text[match.end() :]) or _HOUSE.search(match["place"]):
        return "", text
    is_place = match["place"].split()[0].strip(",").isupper() or " " not in match["place"]
    is_other = is_agency(match["place"]) or match["place"].casefold() in KICKERS
    return (match["place"], text[match.end() :]) if is_place and not is_other else ("", text)


def date_line(text: str) -> str | None:
    """The day on a line that tells nothing else; empty where it is labelled a date and unreadable, None if none."""
    text = parted_date_line(line(text))[1]
    label = _LABEL.match(text)
    told = text[label.end() :] if label else text
    if len(told) > 60:
        return None
    if (day := day_at_start(told)) and _CLOCK.fullmatch(told, day.end):
        return day.iso
    return "" if label and label["label"].lower() == "date" and not told[-1:].isalpha() and len(told) < 30 else None
