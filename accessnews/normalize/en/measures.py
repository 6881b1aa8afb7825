"""Measures: km², mph, 2.87 m, 10-km, 4x100m, 5 g/m²."""

import re
from functools import cache

from accessnews.normalize.en.amounts import TO_FIGURES, magnified
from accessnews.normalize.en.nearby import around, attributive, listed, noun_after, touches_word
from accessnews.normalize.grammar import Amount, Match, Reading, Scan
from accessnews.normalize.numbers import amount, readings, to_other_end, with_unit
from accessnews.normalize.units import Unit, units

_POWERS = {"²": "square ", "³": "cubic ", "2": "square ", "3": "cubic ", "^2": "square ", "^3": "cubic "}
_LEADS = {"sq": "square ", "cu": "cubic ", "square": "square ", "cubic": "cubic "}
_POWER_OF_TEN = re.compile(r"10[⁰¹²³⁴-⁹⁺⁻^]")
_TIMES = re.compile(r"(?P<blank>[ \u00a0])?[x×X][ \u00a0]?(?=[0-9])")
_SINGLE = frozenset({"per", "a", "an", "each", "every"})
_HYPHENED = frozenset("mg")  # "a 400-m race" is one, "10-s" and "5-t" are not


@cache
def _units() -> dict[str, Unit]:
    """Units by how they are written."""
    return {**units("en", "measures"), **units("en", "measures", "close")}


@cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(_units(), key=len, reverse=True))
    return re.compile(
        r"(?P<gap>[ \u00a0\u202f-])?(?:(?P<lead>sq|cu|square|cubic)\.?[ \u00a0])?"
        rf"(?P<unit>{forms})(?P<power>[²³]|\^?[23](?![0-9]))?(?![\w²³])"
    )


@cache
def beginnings() -> frozenset[str]:
    """The words that a unit may begin with."""
    return frozenset(re.split(r"\W", form)[0] for form in _units()) - {""}


def measure(scan: Scan, at: int, lead: str) -> Match | None:
    """An amount with a unit, a range to another, or two dimensions: 5km-10km, 4x100m."""
    plain = None if touches_word(scan, at) else amount(scan, at)
    if not plain:
        return None
    return to_other_end(scan, _by(scan, plain) or _measure(scan, plain), TO_FIGURES, _measure_at)


def _measure_at(scan: Scan, at: int) -> Match | None:
    plain = amount(scan, at)
    return _measure(scan, plain) if plain else None


def _measure(scan: Scan, plain: Amount) -> tuple[Reading, ...] | None:
    whole = magnified(scan, plain, money=False)
    match = _pattern().match(scan.text, whole.end)
    if not match or not _fits(scan, whole, match):
        return _rate(scan, whole)
    single = whole.is_one or match["gap"] == "-" or attributive(scan, plain.start, match.end())
    # The full stop of a short form that ends the text goes on ending it.
    ends = match["unit"].endswith(".") and not scan.text[match.end() : match.end() + 2].strip()
    start, end = match.start() + bool(match["gap"]), match.end() - ends
    return _per(scan, with_unit(readings(scan, whole), start, end, _name(scan, match, single)), end)


def _fits(scan: Scan, whole: Amount, match: re.Match[str]) -> bool:
    """Whether the letters are a unit here."""
    form, gap = match["unit"], match["gap"]
    if gap and form in units("en", "measures", "close"):
        return False
    if form == '"':  # much more often it closes a quotation
        return (
            len(whole.whole) < 3
            and scan.text.count('"', 0, whole.end) % 2 == 0
            and bool(noun_after(scan, match.end()))
        )
    if form == "s" and not gap:
        return bool(whole.decimals)
    if form == "st" and whole.whole.endswith("1"):  # no slip for "1st", but the weight of somebody
        return bool(around(scan, whole.start, match.end()) & listed("weights"))
    if gap == "-" and len(form) < 2 and form not in _HYPHENED:
        return False
    year = len(whole.whole) == 4 and whole.whole[0] in "12" and gap == " "
    return not (year and len(form) < 3 and "," not in scan.text[whole.start : whole.end])


def _name(scan: Scan, match: re.Match[str], single: bool) -> str:
    unit = _units()[match["unit"]]
    lead = _POWERS[match["power"]] if match["power"] else _LEADS.get(match["lead"] or "", "")
    name = unit.one if single else unit.many
    return lead + (name.replace("meter", "metre").replace("liter", "litre") if scan.grammar.british else name)


def _per(scan: Scan, spoken: tuple[Reading, ...], end: int) -> tuple[Reading, ...]:
    """``50 km/h``, ``5 g/m²``: per hour, per square meter."""
    unit = _pattern().match(scan.text, end + 1) if scan.char(end) == "/" else None
    if not unit or unit["gap"]:
        return spoken
    return (*spoken, Reading(end, unit.end(), f" per {_name(scan, unit, True)}"))


def _rate(scan: Scan, whole: Amount) -> tuple[Reading, ...] | None:
    """``12/kg``: twelve per kilogram."""
    plain = readings(scan, whole)
    spoken = _per(scan, plain, whole.end)
    return spoken if len(spoken) > len(plain) and scan.char(spoken[-1].end - 2) != "/" else None


def _by(scan: Scan, plain: Amount) -> tuple[Reading, ...] | None:
    """``4x100m``, ``10 × 15 cm``."""
    times = _TIMES.match(scan.text, plain.end)
    if not times:
        return None
    if _POWER_OF_TEN.match(scan.text, times.end()):
        return (*readings(scan, plain), Reading(*times.span(), f" {scan.grammar.times} "))
    last = amount(scan, times.end(), ranged=False)
    product = times["blank"] and "×" in times.group()  # a sum, unless a unit follows
    side = (_measure(scan, last) or (None if product else readings(scan, last))) if last else None
    return (*readings(scan, plain), Reading(*times.span(), " by "), *side) if side else None


def alone(scan: Scan, at: int, lead: str) -> Match | None:
    """A unit that no number stands before: "in km²", "the mph limit"."""
    match = _pattern().match(scan.text, at)
    if not match or match.start("unit") != at or touches_word(scan, at):
        return None
    if not _units()[match["unit"]].plain and match["power"] not in ("²", "³"):
        return None
    return (Reading(at, match.end(), _name(scan, match, scan.before(at).lower() in _SINGLE)),)
