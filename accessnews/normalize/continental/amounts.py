"""Amounts with what they count: 1,5 Mio. €, 25 %, $5, 80 km/h, –5 °C; and bare numbers."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from accessnews.normalize.continental.numbers import LONGEST, RANGE
from accessnews.normalize.grammar import BLANK, Amount, Match, Reading, Scan
from accessnews.normalize.numbers import amount, digits, readings, to_other_end, with_unit
from accessnews.normalize.units import Unit, units

_VOWELS = frozenset("aeiouyhéèêâîôûAEIOUYHÉÈ")
_THOUSANDS = frozenset({"mil", "mille", "tausend"})
_SIGNS = frozenset("%$€£¥₹₺°")
_BLANKS = frozenset(" \u00a0\u202f\u2009")

Counted = tuple[int, int, Unit]
"""Where a unit starts and ends, and the unit."""


@cache
def _pattern(code: str, kind: str) -> re.Pattern[str]:
    """How a unit follows its amount."""
    return re.compile(f"(?P<gap>{BLANK})?(?:{_forms(units(code, kind))})")


@cache
def _opening(code: str) -> re.Pattern[str]:
    """A currency before its amount."""
    return re.compile(f"({_forms(units(code, 'money', 'before'))}){BLANK}?(?=[0-9])")


def _forms(written: Iterable[str]) -> str:
    """Any of the ways in which units are written; a word or letter must end there."""
    forms = sorted(written, key=len, reverse=True)
    return "|".join(re.escape(form) + ("" if form[-1] in _SIGNS else r"(?!\w)") for form in forms)


@cache
def openings(code: str) -> frozenset[str]:
    """The first tokens of currencies that stand before their amount."""
    forms = units(code, "money", "before")
    return frozenset(re.split(r"(?<=[A-Za-z])(?=[^A-Za-z])|(?<=[^A-Za-z])", form)[0] for form in forms)


def _unit(scan: Scan, at: int, kind: str) -> Counted | None:
    """A unit of a kind at ``at`` or one blank later."""
    form = _pattern(scan.grammar.code, kind).match(scan.text, at)
    if not form:
        return None
    start = at + bool(form["gap"])
    unit = units(scan.grammar.code, kind)[scan.text[start : form.end()]]
    return start, form.end(), _local(scan, start, unit)


def _local(scan: Scan, start: int, unit: Unit) -> Unit:
    """A bare dollar sign is a peso where people pay in pesos."""
    if not scan.grammar.dollar or scan.char(start) != "$":
        return unit
    return next(unit for unit in units(scan.grammar.code, "money").values() if unit.one == scan.grammar.dollar)


def quantity(scan: Scan, at: int, lead: str) -> Match | None:
    """An amount with its magnitude, its unit or its currency after it, and the other end of a range: 5 % – 10 %."""
    return to_other_end(scan, _quantity(scan, at), RANGE, _quantity)


def _quantity(scan: Scan, at: int) -> Match | None:
    shown = amount(scan, at)
    if not shown or shown.first.is_code:
        return None
    magnitude = _unit(scan, shown.end, "magnitudes")
    end = magnitude[1] if magnitude else shown.end
    unit = _unit(scan, end, "money") or (None if magnitude else _unit(scan, end, "measures"))
    if not unit and (not magnitude or scan.text[magnitude[0] : magnitude[1]] in {"M", "k", "K"}):
        return None
    return _counted(scan, shown, magnitude, unit)


def _counted(scan: Scan, shown: Amount, magnitude: Counted | None, unit: Counted | None) -> Match:
    if unit and not magnitude and (hundredths := _hundredths(scan, shown, unit[2])):
        return (Reading(shown.start, unit[1], hundredths),)
    if magnitude and magnitude[2].many in _THOUSANDS and shown.last.plain:
        last = replace(shown.last, end=magnitude[1], whole=f"{shown.last.whole}000")
        shown, magnitude = Amount(shown.first if shown.ranged else last, last), None
    counted = magnitude or unit
    if not counted:
        return readings(scan, shown, scan.grammar.gender(scan, shown.last.start, shown.end))
    name = _name(scan, shown, counted[2])
    spoken = _named(scan, readings(scan, shown, counted[2].gender), counted, name)
    if magnitude and unit:
        spoken = _named(scan, spoken, unit, _linked(scan, name, unit[2].many))
    end = spoken[-1].end
    per = _unit(scan, end + 1, "measures") if scan.char(end) == "/" else None
    if not per or per[0] != end + 1:
        return spoken
    return (*spoken, Reading(end, per[1], f" {scan.grammar.per} {per[2].one}"))  # 5 €/kg


def _name(scan: Scan, shown: Amount, unit: Unit) -> str:
    single = scan.grammar.is_one(shown.last.whole, not shown.last.plain) and not shown.ranged
    return unit.one if single else unit.many


def _linked(scan: Scan, magnitude: str, name: str) -> str:
    """The name of what is counted in millions: French and Spanish say "millions of", but plain thousands."""
    if scan.grammar.code == "de" or magnitude in _THOUSANDS:
        return name
    return f"d'{name}" if scan.grammar.code == "fr" and name[0] in _VOWELS else f"de {name}"


def _named(scan: Scan, spoken: Match, counted: Counted, name: str) -> tuple[Reading, ...]:
    """Readings with the name of what is counted; a full stop that ends the text too stays."""
    start, end, _ = counted
    return with_unit(spoken, start, end - scan.closes(end), name)


def _hundredths(scan: Scan, shown: Amount, unit: Unit) -> str:
    """A sum with its hundredths, seven euros fifty or fifty cents; nothing where it has none."""
    number, grammar = shown.last, scan.grammar
    if shown.ranged or len(number.part) != 2 or not unit.part:
        return ""
    if number.part != "00" and not int(number.whole):
        name = unit.part if number.part == "01" else unit.parts
        return f"{grammar.cardinal(number.part.lstrip('0'), 'm')} {name}"
    whole = grammar.cardinal(number.whole, unit.gender)
    name = unit.one if grammar.is_one(number.whole, False) else unit.many
    return f"{whole} {name}" if number.part == "00" else grammar.money(whole, name, number.part, unit)


def money(scan: Scan, at: int, lead: str) -> Match | None:
    """Money with its sign first; it is said last."""
    if scan.char(at - 1).isalnum() or lead not in openings(scan.grammar.code):
        return None
    sign = _opening(scan.grammar.code).match(scan.text, at)
    shown = amount(scan, sign.end()) if sign else None
    if not sign or not shown:
        return None
    unit = _local(scan, at, units(scan.grammar.code, "money", "before")[sign[1]])
    magnitude = _unit(scan, shown.end, "magnitudes")
    hundredths = "" if magnitude else _hundredths(scan, shown, unit)
    if hundredths:
        return (Reading(at, shown.end, hundredths),)
    first, *others = readings(scan, shown, magnitude[2].gender if magnitude else unit.gender)
    spoken = (Reading(at, first.end, first.spoken), *others)
    if not magnitude:
        return with_unit(spoken, shown.end, shown.end, _name(scan, shown, unit))
    name = _name(scan, shown, magnitude[2])
    return _named(scan, spoken, magnitude, f"{name} {_linked(scan, name, unit.many)}")


def signed(scan: Scan, at: int, lead: str) -> Match | None:
    """``-5 °C``, ``+3 %``; a dash before a bare number may be any dash."""
    if lead not in "-–−+±" or scan.char(at - 1).isalnum() or not scan.char(at + 1).isdigit():
        return None
    if scan.char(at - 1) not in {"(", *_BLANKS}:
        return None
    spoken = quantity(scan, at + 1, "") or (None if lead in "–±" else plain(scan, at + 1, ""))
    if not spoken:
        return None
    plus, minus = scan.grammar.plus, scan.grammar.minus
    sign = {"+": plus, "±": f"{plus} {minus}"}.get(lead, minus)
    return (Reading(at, spoken[0].end, f"{sign} {spoken[0].spoken}"), *spoken[1:])


def alone(scan: Scan, at: int, lead: str) -> Match | None:
    """``je m²``: a unit that no number stands before."""
    form = lead + scan.char(at + len(lead))
    unit = units(scan.grammar.code, "measures").get(form) if form[-1] in "²³" else None
    return (Reading(at, at + len(form), unit.one),) if unit and not scan.char(at - 1).isalnum() else None


def plain(scan: Scan, at: int, lead: str) -> Match | None:
    """A number by itself, or a range; it bends to the noun that follows."""
    shown = amount(scan, at)
    if not shown:
        return None
    if shown.loose:
        shown = Amount(shown.first, shown.first)
    end = shown.end
    if scan.char(end).isalpha() or scan.char(end) in "/_@°²" or len(shown.last.whole) > LONGEST:
        return None
    if shown.first.is_code:
        return (Reading(at, shown.first.end, digits(scan, shown.first.whole)),)
    return readings(scan, shown, scan.grammar.gender(scan, shown.last.start, end))
