"""What a credit looks like: names, agencies, slashes and labels, told from glosses and ordinary words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from accessnews.text.credits.agencies import agencies, has_agency, is_agency
from accessnews.text.credits.lists import alternatives, phrases, table

_LONGEST_CREDIT = 160
_MOST_WORDS = 24
_LABEL_START = re.compile(r"[^\W_]+|[©℗(📷📸🎥]")
_SEPARATORS = re.compile(r"[\s/|,;:&+()\[\]·•]+")
_RANKS = "Cpl|Sgt|Spc|Pvt|Pfc|Capt|Lt|Maj|Col|Gen|Adm|Rev|Prof|Sen|Rep|Gov"
_INITIALS = re.compile(rf"(?:[^\W\d_]\.)+|(?:Jr|Sr|St|Dr|Mr|Ms|Mrs|Inc|Ltd|Co|Corp|No|Ph\.D|ref|inv|cat|{_RANKS})\.?")
_HANDLE = re.compile(r"(?:[^\W_][\w ]*\s*/\s*)?@[\w.]+")
_LICENCE = re.compile(r"CC[ -](?:BY|0)\b.{0,60}|CC[ -]BY(?:-[A-Z]{2})*\b.{0,60}")
_DOMAIN = re.compile(r"@?[\w-]+(?:\.[\w-]+)+/?|@[\w.-]+")
_FURTHER_ROLE = re.compile(r"\.\s+[^\W\d_][^\W\d_]+(?:\s[^\W\d_]+){0,2}:\s(?=[^\W\d_a-z])")  # "Food styling: "
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")  # "8th Army/Handout"
_CAMEL = re.compile(r"[^\W\d_]{1,2}[A-Z]")  # iStock
_NUMBER = re.compile(r"[\d.,\-]+(?:[a-z]|st|nd|rd|th)?")
_PREFIXED = re.compile(r"(?:al|el|as|ad|an|ar|ash|at|az|d|l|bin|abu|de|la|van|von|of|t)[-’'].")
_FOR_PAPER = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s){2,4}for (?:[Tt]he )?[^\W\d_a-z]")
_PHOTO_BEHIND = re.compile(r"((?:[^\W\d_a-z][\w.'’-]+\s){1,3}[^\W\d_a-z][\w.'’-]+)\s(?:photo|photos|image|graphic)")
_MOST_SIGNING = 7  # words
_HANDED_OUT = re.compile(
    r"(?:the|our)\s+(?:artists?|author|family|estate|photographer|gallery|museum|couple|club|school|publisher|band|owner)"
    r"(?:\s+(?:and|of)\s.{2,60})?|(?:[\w.’'-]+\s+){0,3}(?:handout|supplied|submitted|contributed|provided|courtesy|archives?|library)\.?",
    re.IGNORECASE,
)
_BY_NAME = re.compile(
    r"(?:[Bb]y|[Cc]ourtesy(?: of)?)\s+(?P<after>\S.*)|(?P<before>.*\S)\s+(?:photos?|pictures?|images?|graphic)"
)
_STOPPED = re.compile(r"[^\W_]{3,}[.!?](?=\s)")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A credit without label words and brackets."""

    credit: str
    label: str  # the outermost, in lower case
    archive: bool = False  # a label said that the picture is an old one


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = alternatives("labels")
    colon = alternatives("colon-labels")
    joiners = alternatives("joiners")
    # A colon, dots, "by", or a slash parts a label from the name; "courtesy of" needs nothing more.
    link = rf"\s*[:…]\s*|\s*\.{{2,}}\s*|\s+(?:{joiners})\s*:?\s+(?=\S)|(?<=\bof)\s+|\s*/\s*(?=\S)"
    sign = r"(?:[©℗]|\(c\)(?=\s)|[📷📸🎥]\ufe0f?)\s*:?\s*"
    loud = r"(?-i:CREDIT|PICTURE|PHOTO|PIC)\s+(?=(?-i:[A-Z][a-z]))"
    return re.compile(rf"(?:(?P<label>{labels})(?:{link})|{loud}|(?P<colon>{colon})\s*:\s*|{sign})", re.IGNORECASE)


@cache
def _loose_label() -> re.Pattern[str]:
    """A label without any link, before a capital: "Photo Name. AFP". Only sure inside brackets."""
    labels = alternatives("labels")
    return re.compile(rf"(?P<label>(?i:{labels}))\.?\s+(?=[^\W\d_a-z]|[©@])")


@cache
def _first_words() -> frozenset[str]:
    """The words and signs that labels begin with, in lower case: a quick way to say no."""
    listed = [*table()["labels"], *table()["colon-labels"]]
    return frozenset(start for label in listed for start in _LABEL_START.findall(label.lower())[:1]) | {*"©℗(📷📸🎥"}


def label_at(text: str, at: int, end: int) -> int:
    """The length of the label with its colon or "by" at ``at``, or 0."""
    match = _label_pattern().match(text, at, end)
    return match.end() - at if match else 0


def labels_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where labels stand at the start of words in ``text[start:end]``, and their lengths; they may overlap."""
    for word in _LABEL_START.finditer(text, start, end):
        if word[0].lower() in _first_words() and (size := label_at(text, word.start(), end)):
            yield word.start(), size


def is_archive_label(label: str) -> bool:
    return label.strip(" :.").lower() in phrases("archive")


def clean(raw: str) -> Cleaned:
    """The credit as written, without brackets round it and label words before it ("Photo by", "File:", "©")."""
    credit, first, archive = _bared(raw), "", False
    while match := _label_pattern().match(credit) or _loose_label().match(credit):
        label = (match.groupdict().get("label") or match.groupdict().get("colon") or "").lower()
        rest = _bared(credit[match.end() :])
        if not rest:
            break
        first, archive = first or label, archive or label in phrases("archive")
        credit = rest
    for trailing in table()["trailing"]:
        if credit.lower().endswith(" " + trailing):
            credit = _bared(credit[: -len(trailing)])
    if (photo := _PHOTO_BEHIND.fullmatch(credit)) and not has_agency(credit):
        credit = photo[1]
    credit = re.sub(r"^[Bb]y\s+(?=[^\W\d_a-z])", "", credit)
    is_label = credit.lower() in phrases("labels") and not has_agency(credit)
    if not any(character.isalnum() for character in credit) or is_label:
        return Cleaned("", first)
    return Cleaned(credit, first, archive)


def _bared(raw: str) -> str:
    """``raw`` with single blanks, without stray punctuation at its ends and brackets round all of it."""
    credit = " ".join(raw.split()).strip(" ,;:–—-|/*•")
    while len(credit) > 2 and credit[0] in "([" and credit[-1] in ")]" and not re.search(r"[()\[\]]", credit[1:-1]):
        credit = credit[1:-1].strip(" ,;:–—-|/")
    if credit.endswith(".") and not _INITIALS.fullmatch(credit.split()[-1]):
        credit = credit.rstrip(". ")
    return credit


def _tokens(raw: str) -> list[str]:
    return [part for part in _SEPARATORS.split(raw) if part.strip("-–—")]


def looks_like_names(raw: str) -> bool:
    """Whether it is nothing but names, agencies and the small words between them."""
    if len(raw) > _LONGEST_CREDIT or _ends_a_sentence(raw):
        return False
    tokens = _tokens(raw)
    if not 0 < len(tokens) <= _MOST_WORDS or not all(map(_is_name_part, tokens)):
        return False
    return any(not token[0].islower() and not token[0].isdigit() for token in tokens) or has_agency(raw)


def may_stand_bare(raw: str) -> bool:
    """Whether an unbracketed credit may begin like this: with a name, not with a small word or a day."""
    first = _tokens(raw)[:1]
    numbered = bool(first) and first[0][0].isdigit() and not _ORDINAL.fullmatch(first[0])
    small = bool(first) and first[0][0].islower()
    return bool(first) and not numbered and (not small or has_agency(first[0]) or opens_with_agency(raw))


def opens_with_agency(raw: str) -> bool:
    """Whether two words at the start are an agency that writes itself small: "picture alliance"."""
    return is_agency(" ".join(re.split(r"[\s/|]+", raw.strip())[:2]))


def names_an_organisation(raw: str) -> bool:
    """Whether a word in ``raw`` says that it names an organisation: "Avon Police"."""
    return any(word.casefold() in phrases("organisations") for word in re.findall(r"[^\W\d_]+", raw))


def may_sign(raw: str) -> bool:
    """Whether names after the last sentence of a caption are its credit: a person or an organisation, and no more."""
    if is_agency(raw.strip()):
        return True
    names = _by_name(raw)
    tokens = _tokens(names)
    if not 0 < len(tokens) <= _MOST_SIGNING or not looks_like_names(names) or tokens[0][0].islower():
        return False
    if names_an_organisation(names) or names != raw:
        return True
    capital = [token[:1].isupper() and token[1:2].islower() for token in tokens]
    return 1 < len(tokens) < 4 and all(capital)


def _by_name(raw: str) -> str:
    """The names in "By Ann Roe", "Ann Roe photo"."""
    match = _BY_NAME.fullmatch(raw.strip())
    return (match["after"] or match["before"]) if match else raw


def could_be_pictured(raw: str) -> bool:
    """Whether a caption of nothing but this may name what is seen: "The White House"."""
    return raw.strip(" .").removeprefix("The ") in phrases("seen-too")


def _ends_a_sentence(raw: str) -> bool:
    """Whether a full stop inside ends a sentence: then it is prose. "Name. AFP" is a credit."""
    stops = [stop for stop in _STOPPED.finditer(raw) if not _INITIALS.fullmatch(stop.group())]
    return len(stops) > 1 or (len(stops) == 1 and raw[stops[0].end() :].strip(" .") not in agencies())


def _is_name_part(token: str) -> bool:
    bare = token.strip(".,’'\"“”*")
    if not bare:
        return True
    if not bare[0].islower() or _CAMEL.match(bare):
        return bare[0].isalpha() or bool(_DOMAIN.fullmatch(bare) or _NUMBER.fullmatch(bare))
    lower = bare.lower()
    return lower in phrases("particles") or bool(_PREFIXED.match(lower) or _DOMAIN.fullmatch(bare))


def is_licence(raw: str) -> bool:
    """Whether it names a licence and no more: "CC BY-SA 4.0"."""
    return bool(_LICENCE.fullmatch(raw.strip()))


def names_a_source(raw: str) -> bool:
    """Whether names are a credit and not a person in the picture: an agency, or parts joined by a slash or bar."""
    if has_agency(raw) or _FOR_PAPER.match(raw):
        return True
    parts = [part.split() for part in re.split(r"\s*[/|]\s*", raw)]
    return len(parts) > 1 and all(parts) and any(len(part) > 1 for part in parts)


def reads_like_a_credit(rest: str) -> bool:
    """Whether what follows a label is short and mostly names."""
    rest = _FURTHER_ROLE.sub(", ", rest.strip())
    if _HANDED_OUT.fullmatch(rest) or (rest.islower() and "/" in rest and has_agency(rest.upper())):
        return True  # "Photo: company handout", "foto: ap/j. holm"
    if not rest or len(rest) > _LONGEST_CREDIT or "\n" in rest or _ends_a_sentence(rest):
        return False
    tokens = _tokens(rest)
    common = [token for token in tokens if not _is_name_part(token)]
    small = rest[0].islower() and (len(tokens) > 3 or common)  # "Photo: supplied" is one
    return 0 < len(tokens) <= _MOST_WORDS and len(common) <= max(1, len(tokens) // 3) and not small


def is_bracket_credit(raw: str, square: bool, alone: bool) -> bool:
    """Whether a bracket at the end holds a credit. ``alone``: it follows a whole sentence."""
    inner = raw.strip()
    if is_agency(inner):
        return True
    if not inner or inner.lower() in phrases("not-credits") or inner.isdigit():
        return False
    if _HANDLE.fullmatch(inner) or _LICENCE.fullmatch(inner):
        return True
    if _is_labelled(inner, alone or square):
        return bool(clean(inner).credit)
    if not looks_like_names(inner):
        return False
    if square:
        return not inner[0].islower() or has_agency(inner)
    if has_agency(inner) or " via " in inner or "/" in inner.strip("/") or _DOMAIN.match(inner):
        return names_a_source(inner) or " via " in inner or bool(_DOMAIN.match(inner))
    tokens, numbered = _tokens(inner), any(character.isdigit() for character in inner)
    if numbered or not 0 < len(tokens) < 6:
        return False
    if len(tokens) == 1:
        return alone and inner.isupper() and len(inner) > 2
    small = [token for token in tokens if token.islower() and token not in phrases("particles")]
    return alone or (names_an_organisation(inner) and inner[0].isupper() and not small)


def _is_labelled(inner: str, alone: bool) -> bool:
    if _label_pattern().match(inner):
        return True
    return bool(_loose_label().match(inner)) and (alone or has_agency(inner)) and len(_tokens(inner)) < 9


def is_inner_credit(raw: str) -> bool:
    """Whether a bracket in the middle holds a credit beyond doubt."""
    inner = raw.strip()
    if not inner or inner.lower() in phrases("not-credits"):
        return False
    if _label_pattern().match(inner):
        return reads_like_a_credit(clean(inner).credit) and bool(clean(inner).credit)
    return looks_like_names(inner) and has_agency(inner) and bool(re.search(r"[/|]| via | Images\b|\bPhoto\b", inner))


def is_gloss(raw: str, before: str) -> bool:
    """Whether the bracket abbreviates the words before it: "Environmental Protection Agency (EPA)"."""
    letters = [letter for letter in raw if letter.isalpha()]
    initials = [word[0].upper() for word in re.findall(r"[^\W\d_]+", before) if word[0].isupper()]
    return len(letters) > 1 and raw.isupper() and initials[-len(letters) :] == letters
