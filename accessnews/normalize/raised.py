"""Figures and signs raised and lowered, and fractions made of them: 20³, x², 10⁻³, Ca²⁺, H₂O, 5¹⁄₂; and 2^3."""

import re
import unicodedata

from accessnews.normalize.grammar import BLANK, LOOK, Match, Number, Reading, Scan
from accessnews.normalize.numbers import amount, words

LEADS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽ⁿⁱˣʸ"
"""The signs that a raised text begins with."""
LOWERED = "₀₁₂₃₄₅₆₇₈₉"
FRACTION_SLASHES = "⁄∕"

_RAISED = re.compile(r"[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱˣʸ]{1,20}")
_TYPED = re.compile(r"\^(?:[-−+]?[0-9]{1,4}(?![0-9.,]?[0-9])|\{[^{}\n]{1,20}\}|\([^()\n]{1,20}\)|[nxyk](?!\w))")
_RAISED_FRACTION = re.compile(rf"{BLANK}?(?P<up>[⁰¹²³⁴-⁹]{{1,4}})[⁄∕/](?P<low>[₀-₉]{{1,4}}|[0-9]{{1,4}}(?![0-9]))")
_FRACTION = re.compile(r"(?P<up>[0-9]{1,4})[⁄∕](?P<low>[0-9]{1,4})(?![\w⁄∕])")
_MIXED = re.compile(rf"{BLANK}(?P<up>[0-9]{{1,2}})[⁄∕](?P<low>[0-9]{{1,3}})(?![\w⁄∕])")
_LOWERED = re.compile("[₀-₉]{1,4}")
_CHARGE = re.compile(r"(?P<figures>[0-9]{0,2})(?P<sign>[+-])")
_SIGNED = re.compile(r"[+-][0-9]{1,4}")
_PARTS = re.compile(r"[0-9]+|[^\W\d]|[-+=.,]")
_BRACKETED = re.compile(r"\([\w.]{1,6} ?[-+−·×/] ?[\w.]{1,6}\)\Z")
_LETTERS = re.compile(r"[^\W\d_]{0,12}\Z")
_YEAR = re.compile(r"1[5-9][0-9]{2}|20[0-9]{2}")
_FORMULA = re.compile(r"(?:[A-Z][a-z]?[₀-₉]{0,3}){1,10}(?![a-z])")
_FORMULA_PART = re.compile(r"[A-Z][a-z]?|[₀-₉]+")
_VOWELS = frozenset("aeiouAEIOU")


def power(scan: Scan, at: int, lead: str) -> Match | None:
    """A number raised to a power, ``20³`` or ``2^3``; a whole with its fraction, ``5¹⁄₂``; ``1⁄2``."""
    if scan.char(at - 1).isalnum():
        return None
    plain = _FRACTION.match(scan.text, at)
    if plain:
        return (Reading(at, plain.end(), scan.grammar.part(plain["up"], plain["low"])),)
    base = amount(scan, at, ranged=False)
    if not base or base.first.fraction:
        return None
    part = _RAISED_FRACTION.match(scan.text, base.end) or _MIXED.match(scan.text, base.end)
    if part:
        return (Reading(at, part.end(), f"{words(scan, base.first)} {_joined_part(scan, part)}"),)
    sign = _RAISED.match(scan.text, base.end) or _TYPED.match(scan.text, base.end)
    return _raised_to(scan, base.first, sign) if sign else None


def _raised_to(scan: Scan, base: Number, sign: re.Match[str]) -> Match:
    """A number to the power of what is raised; behind a year that is the mark of a note, and not said."""
    shown, end = _plain(sign.group()), sign.end()
    year = scan.text[base.start : base.end]
    if _YEAR.fullmatch(year) and shown.isdecimal() and sign.re is _RAISED:
        return Reading(base.start, base.end, scan.grammar.year(year)), Reading(base.end, end, "")
    return (Reading(base.start, end, f"{words(scan, base)} {_words(scan, shown)}{_gap(scan, end)}"),)


def raised(scan: Scan, at: int, lead: str) -> Match | None:
    """What is raised behind letters: ``x²``, ``s⁻¹``, ``Ca²⁺``; behind a longer word it is the mark of a note."""
    part = _RAISED_FRACTION.match(scan.text, at)
    if part:
        return (Reading(at, part.end(), _part(scan, part) + _gap(scan, part.end())),)
    sign = _RAISED.match(scan.text, at)
    if not sign:
        return None
    shown, end = _plain(sign.group()), sign.end()
    before = scan.char(at - 1)
    charge = _CHARGE.fullmatch(shown)
    if charge and before.isalnum():
        return (Reading(at, end, f" {_charge(scan, charge)}{_gap(scan, end)}"),)
    if _can_be_raised(scan, at) or (before.isalnum() and _SIGNED.fullmatch(shown)):
        return (Reading(at, end, f" {_words(scan, shown)}{_gap(scan, end)}"),)
    if shown.isdecimal() and not before.isalnum() and scan.char(end).isalpha():  # an isotope
        return (Reading(at, end, f"{scan.grammar.cardinal(shown)} "),)
    return (Reading(at, end, ""),) if shown.isdecimal() else None


def typed(scan: Scan, at: int, lead: str) -> Match | None:
    """``x^2``."""
    sign = _TYPED.match(scan.text, at)
    if not sign or not _can_be_raised(scan, at):
        return None
    return (Reading(at, sign.end(), f" {_words(scan, _plain(sign.group()))}{_gap(scan, sign.end())}"),)


def lowered(scan: Scan, at: int, lead: str) -> Match | None:
    """``x₁``, ``log₂``."""
    sign = _LOWERED.match(scan.text, at)
    if not sign:
        return None
    figures, gap = _plain(sign.group()), " " if scan.char(at - 1).isalnum() else ""
    return (Reading(at, sign.end(), f"{gap}{scan.grammar.cardinal(figures)}{_gap(scan, sign.end())}"),)


def formula(scan: Scan, at: int, lead: str) -> Match | None:
    """``CO₂``, ``NaHCO₃``: letter by letter."""
    shown = _FORMULA.match(scan.text, at)
    if not shown or scan.char(at - 1).isalnum() or not _LOWERED.search(shown.group()):
        return None
    parts = _FORMULA_PART.findall(shown.group())
    spoken = (" ".join(part) if part[0].isalpha() else scan.grammar.cardinal(_plain(part)) for part in parts)
    return (Reading(at, shown.end(), " ".join(spoken) + _gap(scan, shown.end())),)


def times(scan: Scan, at: int, lead: str) -> Match | None:
    """``4.5·10⁶``: the dot between a number and a power of ten."""
    left, right = scan.char(at - 1), scan.char(at + 1)
    return (Reading(at, at + 1, f" {scan.grammar.times} "),) if left.isdecimal() and right.isdecimal() else None


def _can_be_raised(scan: Scan, at: int) -> bool:
    """Whether a variable, a short unit or a sum in brackets ends before ``at``."""
    before = scan.text[max(0, at - LOOK // 2) : at]
    if before.endswith(")"):
        return bool(_BRACKETED.search(before))
    letters = _LETTERS.search(before)
    word = letters.group() if letters else ""
    return len(word) == 1 or (len(word) == 2 and _VOWELS.isdisjoint(word))


def _plain(sign: str) -> str:
    """What is raised or lowered, on the line."""
    return unicodedata.normalize("NFKC", sign).replace("−", "-").strip("^{}()")


def _words(scan: Scan, raised: str) -> str:
    """``squared``, ``to the power of minus three``."""
    grammar = scan.grammar
    if raised in grammar.powers:
        return grammar.powers[raised]
    signs = {"+": grammar.plus, "-": grammar.minus, "=": grammar.equals, ".": grammar.point, ",": grammar.point}
    parts = (grammar.cardinal(part) if part.isdecimal() else signs.get(part, part) for part in _PARTS.findall(raised))
    return grammar.power.format(" ".join(parts))


def _charge(scan: Scan, charge: re.Match[str]) -> str:
    sign = scan.grammar.plus if charge["sign"] == "+" else scan.grammar.minus
    return f"{scan.grammar.cardinal(charge['figures'])} {sign}" if charge["figures"] else sign


def _part(scan: Scan, part: re.Match[str]) -> str:
    return scan.grammar.part(_plain(part["up"]), _plain(part["low"]))


def _joined_part(scan: Scan, part: re.Match[str]) -> str:
    """A fraction behind its whole."""
    return f"{scan.grammar.with_part} {_part(scan, part)}".strip()


def _gap(scan: Scan, end: int) -> str:
    following = scan.char(end)
    return " " if following.isalnum() and following not in LEADS else ""
