"""Measures: km², mph, 2.87 m, 10-km, 4x100m, 5 g/m²."""

import re
from dataclasses import dataclass
from functools import cache

from accessnews.normalize.en.amounts import Amount, amount, magnified, number, with_unit
from accessnews.normalize.en.nearby import around, attributive, listed, noun_after, touches_word
from accessnews.normalize.en.usage import spelled
from accessnews.normalize.scan import Hit, Said, Scan
from accessnews.normalize.tables import table

_POWERS = {"²": "square ", "³": "cubic ", "2": "square ", "3": "cubic ", "^2": "square ", "^3": "cubic "}
_LEADS = {"sq": "square ", "cu": "cubic ", "square": "square ", "cubic": "cubic "}
_TIMES = re.compile(r"(?P<blank>[ \u00a0])?[x×X][ \u00a0]?(?=[0-9])")
_HYPHENED = frozenset("mg")  # "a 400-m race" is one, "10-s" and "5-t" are not


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's names, in American spelling."""

    one: str
    many: str
    close: bool  # no blank may stand before it
    plain: bool  # said without a number too


@cache
def _units() -> dict[str, Unit]:
    """Units by how they are written."""
    out: dict[str, Unit] = {}
    for name, entry in table("en", "units").items():
        many, plain = entry.get("many", f"{name}s"), entry.get("plain", False)
        for key in ("written", "close"):
            out.update((form, Unit(name, many, key == "close", plain)) for form in entry.get(key, ()))
    return out


@cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(_units(), key=len, reverse=True))
    return re.compile(
        r"(?P<gap>[ \u00a0\u202f-])?(?:(?P<lead>sq|cu|square|cubic)\.?[ \u00a0])?"
        rf"(?P<unit>{forms})(?P<power>[²³]|\^?[23](?![0-9]))?(?![\w²³])"
    )


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(re.split(r"\W", form)[0] for form in _units()) - {""}


def is_unit(word: str) -> bool:
    """Whether a unit may begin with the word."""
    return word in _beginnings()


def measure(scan: Scan, at: int, lead: str) -> Hit | None:
    """An amount with a unit, a range to another, or two dimensions: 5km-10km, 4x100m."""
    plain = None if touches_word(scan, at) else amount(scan, at)
    if not plain:
        return None
    said = _by(scan, plain) or _measure(scan, plain)
    end = said[-1].end if said else 0
    if not said or scan.char(end) not in "-–" or not scan.char(end + 1).isdecimal():
        return said
    other = amount(scan, end + 1)
    more = _measure(scan, other) if other else None
    return (*said, Said(end, end + 1, " to "), *more) if more else said


def _measure(scan: Scan, plain: Amount) -> tuple[Said, ...] | None:
    whole = magnified(scan, plain, money=False)
    found = _pattern().match(scan.text, whole.end)
    if not found or not _fits(scan, whole, found):
        return _rate(scan, whole)
    one = whole.one or found["gap"] == "-" or attributive(scan, plain.start, found.end())
    # The full stop of a short form that ends the text goes on ending it.
    ends = found["unit"].endswith(".") and not scan.text[found.end() : found.end() + 2].strip()
    start, end = found.start() + bool(found["gap"]), found.end() - ends
    return _per(scan, with_unit(whole.said, start, end, _name(found, one, scan.british)), end)


def _fits(scan: Scan, whole: Amount, found: re.Match[str]) -> bool:
    """Whether the letters are a unit here."""
    form, gap = found["unit"], found["gap"]
    if _units()[form].close and gap:
        return False
    if form == '"':  # much more often it closes a quotation
        return (
            len(whole.whole) < 3
            and scan.text.count('"', 0, whole.end) % 2 == 0
            and bool(noun_after(scan, found.end()))
        )
    if form == "s" and not gap:
        return bool(whole.decimals)
    if form == "st" and whole.whole.endswith("1"):  # no slip for "1st", but the weight of somebody
        return bool(around(scan, whole.start, found.end()) & listed("weights"))
    if gap == "-" and len(form) < 2 and form not in _HYPHENED:
        return False
    year = len(whole.whole) == 4 and whole.whole[0] in "12" and gap == " "
    return not (year and len(form) < 3 and "," not in scan.text[whole.start : whole.end])


def _name(found: re.Match[str], one: bool, british: bool) -> str:
    unit = _units()[found["unit"]]
    lead = _POWERS[found["power"]] if found["power"] else _LEADS.get(found["lead"] or "", "")
    return lead + spelled(unit.one if one else unit.many, british)


def _per(scan: Scan, said: tuple[Said, ...], end: int) -> tuple[Said, ...]:
    """``50 km/h``, ``5 g/m²``: per hour, per square meter."""
    unit = _pattern().match(scan.text, end + 1) if scan.char(end) == "/" else None
    if not unit or unit["gap"]:
        return said
    return (*said, Said(end, unit.end(), f" per {_name(unit, True, scan.british)}"))


def _rate(scan: Scan, whole: Amount) -> tuple[Said, ...] | None:
    """``12/kg``: twelve per kilogram."""
    said = _per(scan, whole.said, whole.end)
    return said if len(said) > len(whole.said) and scan.char(said[-1].end - 2) != "/" else None


def _by(scan: Scan, plain: Amount) -> tuple[Said, ...] | None:
    """``4x100m``, ``10 × 15 cm``."""
    times = _TIMES.match(scan.text, plain.end)
    if not times:
        return None
    other = number(scan, times.end())
    product = times["blank"] and "×" in times.group()  # a sum, unless a unit follows
    rest = (_measure(scan, other) or (None if product else other.said)) if other else None
    return (*plain.said, Said(*times.span(), " by "), *rest) if rest else None


def alone(scan: Scan, at: int, lead: str) -> Hit | None:
    """A unit that no number stands before: "in km²", "the mph limit"."""
    found = _pattern().match(scan.text, at)
    if not found or found.start("unit") != at or touches_word(scan, at):
        return None
    if not _units()[found["unit"]].plain and found["power"] not in ("²", "³"):
        return None
    return (Said(at, found.end(), _name(found, False, scan.british)),)
