"""Raised and lowered text in plain characters: 20³, CO₂, x^(0.5); so that no power is read as a part of its number.

Where Unicode has every character raised or lowered, it is written with those. Endings of ordinals and abbreviations
(1st, Mme) stand on the line without a loss.
"""

import re
from collections.abc import Iterator

from accessnews.model.article import Run, Text

_UP = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyz",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
        strict=True,
    )
)
_DOWN = dict(
    zip(
        "0123456789+-−=()aehijklmnoprstuvx",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ",
        strict=True,
    )
)
RAISED = frozenset(_UP.values())
"""Characters that stand above the line."""

LOWERED = frozenset(_DOWN.values())
"""Characters that stand below it."""

_SIGNS = {"TM": "™", "SM": "℠"}
_VARIABLES = frozenset("nxyzk")
_ORDINALS = {"o": "º", "a": "ª"}
_ROMAN = re.compile(r"[IVXLC]{1,6}")
_LAST_WORD = re.compile(r"[^\W_]{0,40}\Z")
_FRACTION_SLASHES = frozenset("/⁄∕")
_VULGAR = {
    "1/2": "½",
    "1/3": "⅓",
    "2/3": "⅔",
    "1/4": "¼",
    "3/4": "¾",
    "1/5": "⅕",
    "2/5": "⅖",
    "3/5": "⅗",
    "4/5": "⅘",
    "1/6": "⅙",
    "5/6": "⅚",
    "1/7": "⅐",
    "1/8": "⅛",
    "3/8": "⅜",
    "5/8": "⅝",
    "7/8": "⅞",
    "1/9": "⅑",
    "1/10": "⅒",
}


def vulgar(up: str, low: str) -> str:
    """The one character of a fraction, such as ½; empty where there is none."""
    return _VULGAR.get(f"{up}/{low}", "")


def on_the_line(run: Run, before: str) -> str:
    """The text of a run as plain characters have it, after the text ``before``."""
    text = run.text.strip()
    if not text or run.script not in ("sup", "sub") or run.note:
        return run.text
    shown = _raised(text, before) if run.script == "sup" else _shifted(text, _DOWN, "_")
    start = run.text.index(text)
    return run.text[:start] + shown + run.text[start + len(text) :]


def pieces(text: Text) -> Iterator[tuple[Text, str]]:
    """Runs, each with its plain characters; the three of a fraction together, ½ or ³⁄₁₆."""
    before, at = "", 0
    while at < len(text):
        size = 3 if _is_fraction(text[at : at + 3]) else 1
        group = text[at : at + size]
        shown = _fraction(group) if size > 1 else on_the_line(group[0], before)
        yield group, shown
        before, at = (before + shown)[-40:], at + size


def _is_fraction(group: Text) -> bool:
    if len(group) < 3:
        return False
    up, slash, low = group
    figures = up.text.isdecimal() and low.text.isdecimal() and max(len(up.text), len(low.text)) < 5
    return figures and up.script == "sup" and slash.text in _FRACTION_SLASHES and low.script == "sub"


def _fraction(group: Text) -> str:
    up, slash, low = (run.text for run in group)
    return vulgar(up, low) or _shifted(up, _UP, "") + slash + _shifted(low, _DOWN, "")


def _raised(text: str, before: str) -> str:
    if text in _SIGNS:
        return _SIGNS[text]
    if text.isalpha():
        match = _LAST_WORD.search(before)
        return _raised_letters(text, match.group() if match else "", before[-1:])
    return _shifted(text, _UP, "^")


def _raised_letters(text: str, word: str, last: str) -> str:
    """Letters after a word, or after nothing or a full stop: an ending, a power, or a word of their own."""
    if text in _ORDINALS and (word[-1:].isdecimal() or word in ("n", "N") or last == "."):
        return _ORDINALS[text]
    if not word or (word.isdecimal() and text not in _VARIABLES):
        return text
    if text in _VARIABLES:
        return _UP[text]
    is_ending = len(word) == 1 or _ROMAN.fullmatch(word) or (word[:1].isupper() and len(word) < 5)
    if is_ending and text.islower() and len(text) < 5:
        return text
    return _shifted(text, _UP, "^")


def _shifted(text: str, characters: dict[str, str], sign: str) -> str:
    """The text in ``characters``; behind ``sign`` where there is one that they lack."""
    if text in ("*", "†", "‡", "§") or not any(letter.isalnum() or letter in characters for letter in text):
        return text
    if all(letter in characters for letter in text):
        return "".join(characters[letter] for letter in text)
    return sign + (text if text.isalnum() else f"({text})")


def in_plain_text(text: Text, deletion: str = "", notes: bool = True) -> str:
    """A text in characters alone, on one line, that loses no meaning: what is raised or lowered can be told.

    What is struck out is filled into ``deletion`` at ``{text}``, or left out where that is empty; so are the marks
    of notes without ``notes``.
    """
    out: list[str] = []
    for runs, shown in pieces(text):
        run = runs[0]
        if run.note and not notes:
            continue
        shown += f" ({run.ruby})" if run.ruby else ""
        if run.deleted:
            shown = deletion.format(text=shown) if deletion else ""
        out.append(shown)
    return "".join(out).replace("\n", " ")
