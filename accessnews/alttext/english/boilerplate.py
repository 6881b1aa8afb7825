"""Wire boilerplate: what agencies write before a description, taken off the start of a caption.

"FILE - ", "TOPSHOT - ", "NEW YORK, NEW YORK - MAY 06: ", "Tennis - Australian Open - … January 20, 2020 ",
"(EDITORS NOTE: …)", "epa08102030 ", "Pictured: ".
"""

import re
from functools import cache, reduce

from accessnews.alttext import kinds
from accessnews.alttext.english.chatter import is_chatter
from accessnews.alttext.english.clause import parse
from accessnews.alttext.english.dates import full_date
from accessnews.alttext.english.visibility import VISIBLE, doubt
from accessnews.alttext.lexicon import alternatives, table
from accessnews.alttext.social import without_marks
from accessnews.text.unicode import CONTROLS, INVISIBLE

_LOOK = 2_000  # characters of a caption that are looked at; descriptions stand at the start
_ROUNDS = 6
_BREAK = "\n\n"  # ends a sentence

_INVISIBLE = re.compile(rf"[{INVISIBLE}{CONTROLS}\u200d\ufe0f]")
_EMOJI = re.compile(
    "[\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff\U000e0020-\U000e007f]+"
)
_NUMBERED = re.compile(
    r"(?:epa\d{6,9}\s+|[a-z]{2,6}\d{3,}[a-z]?\d*\s+(?:\([^()]{2,40}\)\s*)?-{2,3}\s*)"
)  # of agencies, of NASA
_FIGURE = re.compile(
    r"(?:(?:Figure|Fig|Table|Plate|Exhibit|Image|Photo|Picture|Pic|Slide)\.?\s*\d{1,3}[a-z]?(?:\s*(?:/|of)\s*\d{1,3})?"
    r"\s*(?:[:|)–—-]+|\.(?=\s))|\(?\d{1,2}\s*/\s*\d{1,2}\)?\s*[.:|)]?(?=\s[A-Z]))\s*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?i:[(\[]?\s*EDITOR[’']?S?[’']? NOTE:?[^)\]]{0,400}[)\]]\s*)"
    r"|[(\[](?:EDITORIAL|NO|FOR|NOT|MANDATORY|RESTRICTED|ONE|ATTENTION)\b(?=\s[A-Z]{2})[^()\[\]]{4,400}[)\]]\s*"
)
_DATELINE = re.compile(
    r"(?=[^\W\d_a-z]{3})(?:[^a-z\n]{3,60}?)(?:,\s[A-Z][\w. ]{2,24}){0,2}(?:\s\([A-Z]{2,9}\))?\s*"
    r"(?:\s[-–—]{1,2}|[–—])\s*(?:[A-Z]{3,9}\.?\s\d{1,2}(?:,\s\d{4})?\s?:\s*)?(?=[“‘\"]?[^\W_a-z])"
)
_AGENCY_DATELINE = re.compile(r"[A-Z][^()\n]{2,60}\((?:AP|AFP|Reuters|REUTERS|EPA|UPI|dpa|ANI|PTI)\)\s*[-–—]{1,2}\s*")
_LEADING_QUOTE = re.compile(
    r"(?:‘[^‘\n]{3,200}?’|“[^“”\n]{3,200}?”|\"[^\"\n]{3,200}?\"|'[^\"\n]{3,200}?')[.,]?\s*(?::|\s[-–—])\s*(?=[“‘\"]?[^\W_])"
)
_TEASER = re.compile(r"([^.!?…:]{2,70}?)\s*(?:(?:…|\.{3})\s+(?=\S)|:\s+(?=[“‘\"]?[^\W\d_a-z]))")
_DASHED_SLUG = re.compile(r"[A-Z][\w&.,'’/ ]{2,40}\s[-–—]\s.{0,160}?")


def tidy(caption: str) -> str:
    """The part of a caption that is looked at, with single blanks, typographic quotes and no invisible characters.

    Emoji go; where a new thought begins behind them, a blank line parts the two.
    """
    text = " ".join(caption[:_LOOK].split())
    if not text.isascii() or not text.isprintable():
        parts = [" ".join(part.split()) for part in _EMOJI.split(_INVISIBLE.sub("", text))]
        text = reduce(_after_emoji, filter(None, parts), "")
    return without_marks(text.replace("``", "“").replace("''", "”"))


def _after_emoji(before: str, part: str) -> str:
    """Two stretches that emoji stand between, joined."""
    new_thought = len(before.split()) > 2 and (part[0].isupper() or is_chatter(part))
    return f"{before}{_BREAK if new_thought else ' '}{part}".strip()


def strip(text: str) -> str:
    """A tidied caption without the boilerplate at its start; a caption of nothing else stays as it is."""
    for _ in range(_ROUNDS):
        rest = _without_one(text)
        if rest == text or not any(character.isalpha() for character in rest):
            break
        text = rest
    return text


def strip_tags(text: str) -> str:
    """A tidied caption without the tags and notes at its start, and nothing else gone."""
    for _ in range(_ROUNDS):
        rest = next(
            (
                text[match.end() :]
                for pattern in (_NUMBERED, _FIGURE, _NOTE, _tag())
                if (match := pattern.match(text))
            ),
            "",
        )
        if not rest:
            break
        text = rest
    return text


def _without_one(text: str) -> str:
    for pattern in (
        _NUMBERED,
        _FIGURE,
        _NOTE,
        _tag(),
        _AGENCY_DATELINE,
        _dateline_with_date(),
        _DATELINE,
        _slug(),
        _opener(),
        _LEADING_QUOTE,
    ):
        match = pattern.match(text)
        if match:
            return text[match.end() :].lstrip(" .,:;–—-")
    return ordered(text)


@cache
def _tag() -> re.Pattern[str]:
    tags = alternatives("frames", "tags")
    return re.compile(
        rf"(?:\((?:{tags})\)|\[(?:{tags})\]|(?:{tags})\s*[-–—:|]+|(?:{tags})\.(?=\s[A-Z]))\s*[-–—:|]*\s*"
    )


@cache
def _dateline_with_date() -> re.Pattern[str]:
    """ "MOSCOW, RUSSIA – MAY 9, 2020: " and "CITY, Region, Nov 20 - "."""
    return re.compile(rf"[A-Z][^a-z]{{2,50}}[^\n]{{0,30}}?[,–—-]\s*{full_date().pattern}\s*[:–—-]\s*")


@cache
def _slug() -> re.Pattern[str]:
    """Segments joined by dashes that end in a date: what, which event, where, when."""
    return re.compile(rf"{_DASHED_SLUG.pattern}{full_date().pattern}[.:]?\s+(?=[^\W\d_a-z])")


@cache
def _opener() -> re.Pattern[str]:
    openers = alternatives("frames", "openers")
    return re.compile(rf"(?:{openers})\s*(?::|,(?=\s))\s*", re.IGNORECASE)


@cache
def _orders() -> re.Pattern[str]:
    orders = alternatives("frames", "orders")
    return re.compile(rf"({orders})\s*[:,]?\s+", re.IGNORECASE)


def ordered(text: str) -> str:
    """ "(L-R) Ann and Bo" as "From left, Ann and Bo"."""
    match = _orders().match(text)
    if not match:
        return text
    lead: str = table("frames")["orders"][match[1].lower()]
    return text if text.startswith(lead + ", ") else f"{lead}, {text[match.end() :]}"


def without_teaser(text: str) -> str:
    """Without a headline's few words before the description: "Star turn … Ann Roe on stage"."""
    match = _TEASER.match(text)
    if not match or not match[1] or kinds.is_kind(match[1]):
        return text
    teaser, tail = parse(match[1]), text[match.end() :]
    tells = teaser.verb or any(token.is_capital for token in teaser.tokens[1:]) or re.search(r"\d", match[1])
    return text if tells or doubt(parse(tail)) != VISIBLE else tail
