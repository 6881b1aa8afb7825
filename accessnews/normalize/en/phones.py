"""Numbers said figure by figure: (202) 555-0143, +44 20 7946 0958, 0800 123 456, 911, those of cards."""

import re

from accessnews.normalize.en import numerals
from accessnews.normalize.en.nearby import around, goes_on, listed, touches_word
from accessnews.normalize.grammar import Match, Reading, Scan

_GAP = r"[ \u00a0.‐‑‒-]"
_END = r"(?!\w|-[0-9])"
_SHAPES = re.compile(
    "|".join(
        (
            rf"\+[0-9]{{1,3}}(?:{_GAP}?\(?[0-9]{{1,5}}\)?){{2,6}}{_END}",  # +44 20 7946 0958
            rf"(?:1{_GAP})?\([0-9]{{3,5}}\){_GAP}?[0-9]{{3,4}}{_GAP}?[0-9]{{3,4}}{_END}",  # (202) 555-0143
            rf"(?:1[.-])?[0-9]{{3}}(?P<same>[-.‐‑‒])[0-9]{{3}}(?P=same)[0-9]{{4}}(?:-[0-9]{{1,4}})?{_END}",
            rf"(?:1 )?[2-9][0-9]{{2}} [0-9]{{3}}[ -][0-9]{{4}}{_END}",  # 202 555 0143
            r"[0-9]{3}[-‐‑‒][0-9]{4}(?!\w|[-.,][0-9])",  # 555-0143
            rf"0[0-9]{{2,4}}{_GAP}[0-9]{{3,4}}{_GAP}?[0-9]{{3,4}}{_END}",  # 020 7946 0958
            rf"0[0-9]{{3,4}}{_GAP}[0-9]{{5,6}}{_END}|0[0-9]{{9,10}}{_END}",  # 01632 960123
            rf"0[358]00{_GAP}[0-9]{{2,4}}(?:{_GAP}[0-9]{{2,4}})?{_END}|116 [0-9]{{3}}{_END}"
            rf"|1[358]00 [0-9]{{3}} [0-9]{{3}}{_END}",  # 0800 1111, 116 123, 1800 123 456
            rf"[0-9]{{3}}-[0-9]{{2}}-[0-9]{{4}}{_END}",  # social security
            rf"[0-9]{{4}}(?P<blank>[ -])(?:[0-9]{{4}}(?P=blank)){{2}}[0-9]{{4}}{_END}",  # payment cards
            rf"011(?:-[0-9]{{1,4}}){{3,5}}{_END}",  # 011-44-20-7946-0958
            r"1-[0-9]{3}(?:-(?:[A-Z]{1,7}|[0-9]{1,4})){1,4}(?![\w-])",  # 1-800-FLOWERS
        )
    )
)
_EXTENSION = re.compile(r",?[ \u00a0](?:ext\.?|x|extension)[ \u00a0]?(?P<figures>[0-9]{1,6})(?!\w)")
_GROUP = re.compile(r"[0-9]+|[A-Z]+")
_FREE = {"800": "eight hundred", "0800": "oh eight hundred", "0300": "oh three hundred", "900": "nine hundred"}
_LONGEST_LETTERS = 3


def phone(scan: Scan, at: int, lead: str) -> Match | None:
    """A telephone number; a comma keeps its groups apart."""
    match = _SHAPES.match(scan.text, at)
    if not match or touches_word(scan, at) or (scan.char(at - 1) in "-./$£€" and scan.char(at - 2).isalnum()):
        return None
    spoken = _groups(scan, match)
    more = _EXTENSION.match(scan.text, match.end())
    if not more:
        return spoken
    figures = numerals.digits(more["figures"], _zero(scan.grammar.british))
    start = more.start("figures")
    return (*spoken, Reading(match.end(), start, ", extension "), Reading(start, more.end(), figures))


def _groups(scan: Scan, match: re.Match[str]) -> tuple[Reading, ...]:
    """Every group of figures is a part, and what lies between them a pause."""
    british = scan.grammar.british
    spoken: list[Reading] = []
    for group in _GROUP.finditer(match.group()):
        start, end = match.start() + group.start(), match.start() + group.end()
        if spoken:
            spoken.append(Reading(spoken[-1].end, start, ", "))
        plus = "plus " if scan.char(start - 1) == "+" and not spoken else ""
        spoken.append(Reading(start if spoken else match.start(), end, plus + _group(group.group(), british)))
    return tuple(spoken)


def _group(group: str, british: bool) -> str:
    if group.isdecimal():
        return _FREE.get(group) or numerals.digits(group, _zero(british))
    return group.capitalize() if len(group) > _LONGEST_LETTERS else " ".join(group)


def _zero(british: bool) -> str:
    return "oh" if british else "zero"


def emergency(scan: Scan, at: int, lead: str) -> Match | None:
    """``call 999``, ``a 911 call``: where somebody calls."""
    end = at + len(lead)
    if lead not in listed("emergency") or touches_word(scan, at) or goes_on(scan, end) or scan.char(at - 1) in "$£€":
        return None
    if scan.before(at).lower() in listed("numbered"):
        return None
    called = around(scan, at, end) & listed("emergency-beside")
    return (Reading(at, end, numerals.digits(lead, "oh" if scan.grammar.british else "zero")),) if called else None
