"""Two transcripts in one form: what is compared is what was said, not how somebody writes it.

The work is done by the normaliser that OpenAI published with its recogniser: case, punctuation, accents,
contractions, British spelling, and every way to write or say a number brought to figures. Round it stands
what it leaves open. Gold and transcript go through the same steps, and nothing in here knows our reading rules.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "gold"

_BEFORE = (  # on the text as it stands, with its capitals
    (re.compile(r"[()\[\]<>{}]"), " "),  # the normaliser deletes what stands in brackets; a voice says it
    (re.compile(r"\b(o)['’](clock)\b", re.IGNORECASE), r"\1\2"),  # which it takes for a zero
    (re.compile(r"\bninth\b"), "nineth"),  # which is how it spells it
    (re.compile(r"\bU\.? ?S\b\.?"), "yewess"),  # no pronoun
    (re.compile(r"\b[A-Z](?:[. -][A-Z]\b)+"), lambda found: re.sub("[^A-Z]", "", found[0])),  # I.R.G.C., I R G C
    (re.compile(r"(?<![A-Za-z])([APap])\. ?([Mm])\b"), r"\1\2"),
    (re.compile(r"(?<=\d)[.:](?=\d\d ?[AaPp]\.?[Mm]\b)"), " "),  # a time
    (re.compile(r"(?:\bNo\. ?|#)(?=\d)"), "number "),
    (re.compile(r"(?<=\d)[-–](?=\d)"), " to "),
)
_WRITTEN = (  # forms that a recogniser writes for words, or for the letters that a poor reading made of them
    (re.compile(r"(?<=\d) ?(?:m|M|mn)\b(?!\.)"), " million"),
    (re.compile(r"(?<=\d) ?(?:bn|BN)\b"), " billion"),
    (re.compile(r"(?<=\d) ?(?:km|KM)\b"), " kilometers"),
    (re.compile(r"(?<=\d) ?(?:cm|CM)\b"), " centimeters"),
    (re.compile(r"(?<=\d) ?(?:mm|MM)\b"), " millimeters"),
    (re.compile(r"(?<=\d) ?(?:mg|MG)\b"), " milligrams"),
    (re.compile(r"\b(?:mph|MPH)\b"), " miles per hour"),
    (re.compile(r"(?<=\d) ?(?:ft|FT)\b"), " foot"),
    (re.compile(r"\bmins\b"), "minutes"),
    (re.compile(r"\bJan\b\.?"), "January"),
    (re.compile(r"\bAug\b\.?"), "August"),
    (re.compile(r"\bSept?\b\.?"), "September"),
    (re.compile(r"\bOct\b\.?"), "October"),
    (re.compile(r"\bCharles III\b"), "Charles the third"),
    (re.compile(r"\bLeo XIV\b"), "Leo the fourteenth"),
    (re.compile(r"\bPhase II\b"), "Phase two"),
    (re.compile(r"\bChapter IV\b"), "Chapter four"),
    (re.compile(r"°"), " degrees "),
)
_AMOUNT = re.compile(r"([-+]?)([£€$¢]?)(\d+)(?:\.(\d+))?(?:st|nd|rd|th|(s))?(%?)")
_SIGNS = {"-": "minus", "+": "plus", "£": "pounds", "€": "euros", "$": "dollars", "¢": "cents", "%": "percent"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
_LONE_ONE = re.compile(r"\bone(?=[.%])|(?<=[£€$¢])one\b")  # the normaliser's way to write 1
_BETWEEN_FIGURES = re.compile(r"(?<=\d) to (?=\d)")


def words(text: str, lenient: bool = False) -> list[str]:
    """The words of a transcript, figures one by one.

    ``lenient`` takes "£2.3m", "5 km" or "Jan." for the words that they stand for, as a kind reader would. The
    recogniser often writes so where it heard only the letters.
    """
    for pattern, form in (*_BEFORE, *(_WRITTEN if lenient else ())):
        text = pattern.sub(form, text)
    text = _spelled(_LONE_ONE.sub("1", _published()(text)))
    text = " ".join(" ".join(_amount(word)) for word in text.split())
    # "3-1" is written for "three one" and for "three to one", and both are said.
    return _BETWEEN_FIGURES.sub(" ", text).split()


@cache
def _published() -> Any:
    from whisper_normalizer.english import EnglishTextNormalizer

    return EnglishTextNormalizer()


@cache
def _spellings() -> list[tuple[re.Pattern[str], str]]:
    tables = tomllib.loads((GOLD / "spellings.toml").read_text("utf-8")).values()
    return [(re.compile(rf"\b(?:{'|'.join(others)})\b"), name) for table in tables for name, others in table.items()]


def _spelled(text: str) -> str:
    for pattern, name in _spellings():
        text = pattern.sub(name, text)
    return text


def _amount(word: str) -> list[str]:
    """A number figure by figure, so that one that is half right counts half; whole millions stay a word."""
    if word in ("one", "zero"):
        return ["1" if word == "one" else "0"]
    found = _AMOUNT.fullmatch(word)
    if not found:
        return [word]
    sign, currency, whole, part, plural, percent = (group or "" for group in found.groups())
    said = [_SIGNS[sign]] if sign else []
    if currency and len(part) == 2:
        said += [*whole, _SIGNS[currency], *part]
    else:
        said += [*_scaled(whole, part), *([_SIGNS[currency]] if currency else [])]
    return said + [_SIGNS[mark] if mark == "%" else mark for mark in (plural, percent) if mark]


def _scaled(whole: str, part: str) -> list[str]:
    number = int(whole)
    for scale, name in _SCALES:
        if not part and number >= scale and number % (scale // 1000) == 0 and (scale > 1000 or number % scale == 0):
            rest = f"{number % scale:0{len(str(scale)) - 1}d}".rstrip("0")
            return [*str(number // scale), *(["point", *rest] if rest else []), name]
    return [*whole, *(["point", *part] if part else [])]
