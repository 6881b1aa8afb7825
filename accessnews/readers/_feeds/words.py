"""What the fields of feeds say, in the forms that agencies write: names, places, languages."""

import re

from accessnews.readers._news.deskwords import SUBTITLE
from accessnews.readers._news.masthead import calendar_date, names
from accessnews.text.credits.agencies import is_agency
from accessnews.text.langtag import canonical
from accessnews.text.markup import unmarked
from accessnews.text.unicode import has_words, line

_LEAD = re.compile(
    r"(?:by|von|vom|par|por|di|da|av|af|door|de|przez|skrivet av|text|texte|testo|texto)\s*:?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_OWN_PARTICLES = re.compile(r"(?:von|di|da|de|door)\s+(?:der|den|dem|la|le|las|los|el)\b", re.IGNORECASE)
_HOUSE = re.compile(r",\s*(?:(?:[Tt]he|[Dd]as|[Dd]er|[Dd]ie|[Ll]a|[Ll]e|[Ee]l)\s[^,]+|[a-z]{2,5})$")  # "…, vpa"
_INITIALS = re.compile(r"[^\W\d_]{1,5}(?:[/+. -]+[^\W\d_]{1,5}){1,4}\.?|[^\W\d_]{1,2}")  # "dpa" alone is an agency
_CAPITALS = re.compile(r"[^\W\d_]{2,4}(?:/[^\W\d_]{2,4}){1,3}/?|[^\W\d_]{2,4}/")  # MLI/JWE/
_LONGEST_BYLINE = 160
_FEWEST = 5  # words of a sentence that stands in a byline's field
_TOLD = re.compile(r"[.!?][\"'”’»]?$|: |[\"“”«»„]")
_LANGUAGES = {
    **dict.fromkeys(("english", "eng"), "en"),
    **dict.fromkeys(("german", "deutsch", "deu", "ger"), "de"),
    **dict.fromkeys(("french", "français", "francais", "fra", "fre"), "fr"),
    **dict.fromkeys(("spanish", "español", "espanol", "spa"), "es"),
    **dict.fromkeys(("italian", "italiano", "ita"), "it"),
    **dict.fromkeys(("portuguese", "português", "portugues", "por"), "pt"),
    **dict.fromkeys(("dutch", "nederlands", "nld", "dut"), "nl"),
    **dict.fromkeys(("swedish", "svenska", "swe"), "sv"),
    **dict.fromkeys(("danish", "dansk", "dan"), "da"),
    **dict.fromkeys(("norwegian", "norsk", "nor"), "no"),
    **dict.fromkeys(("arabic", "ara"), "ar"),
    **dict.fromkeys(("chinese", "zho", "chi"), "zh"),
    **dict.fromkeys(("japanese", "jpn"), "ja"),
    **dict.fromkeys(("russian", "rus"), "ru"),
}
_NO_LANGUAGE = ("und", "mul", "zxx", "mis")
_AGENCY_END = re.compile(r"[\s,–—-]*(?:\([^()]{1,30}\))?[\s,.=–—-]*$")
_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc|ene|abr|ago|dic"
)
_DAY = re.compile(
    rf",?\s+(?:(?:{_MONTHS})[^\W\d_]{{0,10}}\.?\s+\d{{1,2}}\b|\d{{1,2}}\.?\s+(?:{_MONTHS})"
    r"|\d{1,2}[/.]\d{1,2}\b).*$",
    re.IGNORECASE,
)
_BASIC = re.compile(r"\b(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:\d\d)?(?!\d)")


def words_of(text: str) -> str:
    """A field's text on one line, without tags and entities."""
    return line(unmarked(text))


def names_in(byline: str) -> tuple[str, ...]:
    """The names in a byline's text; none where it is initials, a sentence, or nothing that names anybody."""
    text = words_of(byline).strip(" ,;")
    if not has_words(text) or len(text) > _LONGEST_BYLINE or is_initials(text) or is_sentence(text):
        return ()
    lead = None if _OWN_PARTICLES.match(text) else _LEAD.match(text)
    found = names(_HOUSE.sub("", text[lead.end() if lead else 0 :]))
    people = [_without_agency(name) for name in found if not (name.islower() and " " in name)]  # "reporting by"
    named = [name for name in people if not is_agency(name)]
    return tuple(named or people)


def _without_agency(name: str) -> str:
    """``Ann Roe/AP`` → Ann Roe."""
    person, _, agency = (part.strip() for part in name.rpartition("/"))
    return person if person and is_agency(agency) and not is_agency(person) else name


def is_initials(text: str) -> bool:
    """Whether a byline only has the marks of editors ("jmi/ram")."""
    if text.isupper() and _CAPITALS.fullmatch(text):
        return not any(map(is_agency, text.strip("/").split("/")))
    return text.islower() and bool(_INITIALS.fullmatch(text)) and len(text) <= 20


def subtitle_in(text: str) -> str:
    """A second headline without its label and the mark of its end: ``Utl.: A year late =``."""
    text = words_of(text)
    label = SUBTITLE.match(text)
    return text[label.end() if label else 0 :].removesuffix("=").rstrip()


def is_sentence(byline: str) -> bool:
    """Whether what stands in the field of the byline tells something, as an agency's second headline does."""
    text = words_of(byline)
    words = text.split()
    if len(words) < _FEWEST or _LEAD.match(text):
        return False
    small = sum(word[0].islower() and len(word) > 3 for word in words)
    begins_with_name = all(word[0].isupper() for word in words[:2])
    return bool(_TOLD.search(text)) or (small > 2 and not begins_with_name)


def place_in(dateline: str) -> str:
    """The place in a dateline: ``PARIS, June 11 (AFP) -`` is PARIS."""
    text = words_of(dateline)[:_LONGEST_BYLINE]
    place = _DAY.sub("", _AGENCY_END.sub("", text)).strip(" ,;–—-")
    return place if has_words(place) and not calendar_date(place) else ""


def day_in(text: str) -> str:
    """The day that a date begins with, as CCYY-MM-DD, wherever in the world it was; empty for none."""
    figures = re.match(r"\s*(\d{4})(\d\d)(\d\d)(?!\d)", text)
    return calendar_date("-".join(figures.groups()) if figures else text)


def moment_in(text: str) -> str:
    """A moment with hyphens and colons, where it is written without (ISO 8601, basic format)."""
    return _BASIC.sub(r"\1-\2-\3T\4:\5", text)


def language_in(text: str) -> str:
    """A language as a BCP 47 tag, from one, from a code of three letters or from its name; empty for another."""
    tag = canonical(text)
    if tag.partition("-")[0] in _NO_LANGUAGE:
        return ""
    first, _, rest = tag.partition("-")
    known = _LANGUAGES.get(text.strip().lower()) or _LANGUAGES.get(first)
    return canonical(f"{known}-{rest}".rstrip("-")) if known else tag
