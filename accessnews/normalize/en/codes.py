"""Codes of letters and figures: BA117, A380, F-16s, G7, H5N1, CO2, 5G, PM2.5, 4K, Covid19."""

import re

from accessnews.normalize.en import numerals, shapes
from accessnews.normalize.en.nearby import counts, touches_word
from accessnews.normalize.grammar import Match, Reading, Scan

_LETTERS_FIRST = re.compile(
    r"(?P<letters>[A-Z]{1,5})(?P<gap>[-‑])?(?P<figures>[0-9₀-₉]{1,5})(?P<part>\.[0-9]{1,2})?"
    r"(?P<more>(?:[A-Z][0-9₀-₉]{0,3}){0,3})(?P<s>['’]?s)?(?P<word>(?<!s)[a-z]{2,5})?(?!\w)"
)
_FIGURES_FIRST = re.compile(
    r"(?P<figures>[0-9]{1,4})(?P<letters>[A-Z]{1,4}|p|i|k)(?P<s>s)?(?P<more>[0-9]{1,2}[A-Z]?)?(?!\w)"
)
_GLUED = re.compile(r"(?P<word>[A-Za-z]{1,10})(?P<figures>[0-9]{1,6})(?!\w|\.\w)")
_RUN = re.compile(r"[0-9]+|[A-Z]+")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_LONG = 3  # figures that are said in pairs, or one by one where they are more


def letters_first(scan: Scan, at: int, lead: str) -> Match | None:
    """Letters, then figures, perhaps letters again."""
    match = _LETTERS_FIRST.match(scan.text, at)
    if not match or touches_word(scan, at):
        return None
    if scan.char(match.end()) in "-/@_" and scan.char(match.end() + 1).isdecimal():
        return None
    letters = match["letters"]
    spoken = shapes.said_otherwise().get(match.group())
    if spoken:
        return (Reading(at, match.end(), spoken),)
    word = letters in shapes.listed("words")
    if match["gap"] and (word or len(letters) > _LONG):
        return None
    head = letters.capitalize() if word else " ".join(letters)
    words = f"{head} {_figures(match)}{_tail(match['more'])}"
    if match["word"]:
        words += f" {match['word']}"
    if match["s"]:
        words = f"{words}'s" if words[-2:-1] == " " else numerals.plural(words)
    return (Reading(at, match.end(), words),)


def _figures(match: re.Match[str]) -> str:
    if match["part"]:
        return f"{numerals.cardinal(match['figures'])} point {numerals.digits(match['part'])}"
    return _number(match["figures"].translate(_LOWERED), alone=bool(match["gap"]) or len(match["letters"]) == 1)


def _number(figures: str, alone: bool) -> str:
    """``alone`` where it is a number by itself and no part of a reference."""
    if len(figures) < _LONG:
        return numerals.cardinal(figures) if figures[0] != "0" else numerals.digits(figures)
    if len(figures) == _LONG or alone or figures.endswith("00") or figures[:2] in ("19", "20"):
        return numerals.pairs(figures)
    return numerals.digits(figures)


def _tail(more: str) -> str:
    parts = (
        numerals.cardinal(part) if part.isdecimal() else " ".join(part)
        for part in _RUN.findall(more.translate(_LOWERED))
    )
    return "".join(f" {part}" for part in parts)


def figures_first(scan: Scan, at: int, lead: str) -> Match | None:
    """Figures, then letters: ``5G``, ``1080p``, ``3D``; but ``10K followers`` are counted."""
    match = _FIGURES_FIRST.match(scan.text, at)
    if not match or touches_word(scan, at) or (match["letters"] in "kKMB" and counts(scan, match.end())):
        return None
    words = f"{_number(match['figures'], alone=True)} {' '.join(match['letters'])}{_tail(match['more'] or '')}"
    return (Reading(at, match.end(), words + ("'s" if match["s"] else "")),)


def glued(scan: Scan, at: int, lead: str) -> Match | None:
    """A word with figures glued to it: ``Covid19``, ``iPhone15``, ``mp3``. The word stays as it is."""
    match = _GLUED.match(scan.text, at) if scan.char(at + len(lead)).isdecimal() else None
    if not match or touches_word(scan, at):
        return None
    word = match["word"]
    spelled = len(word) < _LONG or (word.isupper() and shapes.spelled(word))
    return (
        Reading(
            at, match.end(), f"{' '.join(word) if spelled else word} {_number(match['figures'], alone=not spelled)}"
        ),
    )
