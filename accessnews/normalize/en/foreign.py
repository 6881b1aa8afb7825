"""Numbers in English text as others write them: 10 000, 1.234,50, 1’250.50."""

import re

from accessnews.normalize.en.nearby import counts, listed
from accessnews.normalize.grammar import Scan
from accessnews.normalize.tables import months
from accessnews.normalize.units import units

_GAP = "[ .'’\u00a0\u202f\u2005-\u200a]"
_NUMBER = re.compile(
    rf"""
    (?P<whole> [1-9][0-9]{{0,2}} (?P<gap>{_GAP})[0-9]{{3}} (?: (?P=gap)[0-9]{{3}} ){{0,5}} | [0-9]{{1,9}} )
    (?: ,(?P<foreign>[0-9]{{1,2}}) | (?<=[ ][0-9]{{3}}) \.(?P<part>[0-9]{{1,2}}) )?
    (?! [0-9] | [ .,:/-][0-9] )
    """,
    re.VERBOSE,
)
_CURRENCY = re.compile("[ \u00a0\u202f]?([€$£¥]|[A-Z]{3}(?!\\w)|euros?(?!\\w))")
_MAGNITUDE = re.compile("[ \u00a0\u202f]?(%|(?:[mbtr]{1,2}illion|percent|per cent|pct)(?!\\w))")
_LABELS = frozenset({"page", "pages", "p", "pp", "chapter", "section", "article", "line", "verse", "no", "number"})


def shape(scan: Scan, at: int) -> re.Match[str] | None:
    """A number that others write otherwise, where what is around it tells so."""
    number = _NUMBER.match(scan.text, at)
    if not number or _goes_on(scan, at):
        return None
    groups = number["whole"].count(number["gap"]) if number["gap"] else 0
    if number["gap"] == " ":
        return number if _is_grouped(scan, number, groups) else None
    if groups and number["foreign"]:
        return number
    if number["gap"] == ".":
        return number if _is_dotted(scan, number, groups) else None
    if not number["foreign"]:
        return None
    is_sum = len(number["foreign"]) == 2 and _is_sum(scan, number)
    return number if is_sum or _MAGNITUDE.match(scan.text, number.end()) else None


def _goes_on(scan: Scan, at: int) -> bool:
    """Whether figures at ``at`` are the end of a longer row of them."""
    before = scan.char(at - 1)
    return before.isdecimal() or (before in ".,'’-" and scan.char(at - 2).isdecimal())


def _is_grouped(scan: Scan, number: re.Match[str], groups: int) -> bool:
    """Whether a plain blank stands within a number, and not between two: ``10 000``, but ``Boeing 737 800``."""
    if _is_labelled(scan, number.start()):
        return False
    sure = groups > 1 or number["whole"].endswith("000") or bool(number["foreign"]) or _is_sum(scan, number)
    return sure or counts(scan, number.end())


def _is_dotted(scan: Scan, number: re.Match[str], groups: int) -> bool:
    """Whether full stops stand between groups: ``€1.234.567``, ``12.000 people``; else they are decimal signs."""
    if groups > 1:
        return _is_sum(scan, number) or counts(scan, number.end())
    return number["whole"].endswith("000") and counts(scan, number.end())


def _is_labelled(scan: Scan, at: int) -> bool:
    """Whether a word before it tells that it stands for itself: ``Boeing 737 800``, ``In May 24 300 people``."""
    before = scan.before(at).rstrip(".")
    labelled = before in listed("labels") or before.lower() in _LABELS
    return before[-1:].isdecimal() or labelled or before.capitalize() in months("en", "dates")


def _is_sum(scan: Scan, number: re.Match[str]) -> bool:
    """Whether a currency stands right before or behind it."""
    before = scan.text[max(0, number.start() - 5) : number.start()].rstrip(" \u00a0\u202f")
    signs = units("en", "money", "before")
    return before[-1:] in signs or before[-3:] in signs or bool(_CURRENCY.match(scan.text, number.end()))
