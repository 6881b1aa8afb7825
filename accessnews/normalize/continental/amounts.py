"""Amounts with what they count: 1,5 Mio. €, 25 %, $5, 80 km/h, –5 °C; and bare numbers."""

import re
from dataclasses import replace
from functools import cache

from accessnews.normalize.continental.grammar import BLANK, DASH, Grammar, Unit, units
from accessnews.normalize.continental.numbers import Amount, Number, amount, digits, said
from accessnews.normalize.scan import Hit, Said, Scan

_TO = re.compile(rf"(?P<left>{BLANK})?{DASH}(?(left){BLANK})(?=[0-9])")
_VOWELS = frozenset("aeiouyhéèêâîôûAEIOUYHÉÈ")
_THOUSANDS = frozenset({"mil", "mille", "tausend"})
_BLANKS = frozenset(" \u00a0\u202f\u2009")


@cache
def _pattern(code: str, kind: str) -> re.Pattern[str]:
    """How a unit follows its amount; a word or letter must end there."""
    forms = "|".join(
        re.escape(form) + ("" if form[-1] in "%$€£¥°" else r"(?!\w)")
        for form in sorted(units(code, kind), key=len, reverse=True)
    )
    return re.compile(f"(?P<gap>{BLANK})?(?:{forms})" if kind != "before" else f"(?:{forms}){BLANK}?(?=[0-9])")


@cache
def openings(code: str) -> frozenset[str]:
    """The first tokens of currencies that stand before their amount."""
    return frozenset(
        re.split(r"(?<=[A-Za-z])(?=[^A-Za-z])|(?<=[^A-Za-z])", form)[0] for form in units(code, "before")
    )


def _find(grammar: Grammar, scan: Scan, at: int, kind: str) -> tuple[int, int, Unit] | None:
    """A unit of a kind at ``at`` or one blank later: its start, its end, itself."""
    found = _pattern(grammar.code, kind).match(scan.text, at)
    if not found:
        return None
    start = at + bool(found["gap"])
    unit = units(grammar.code, kind)[scan.text[start : found.end()]]
    return start, found.end(), _local(grammar, scan, start, unit)


def _local(grammar: Grammar, scan: Scan, start: int, unit: Unit) -> Unit:
    """A bare dollar sign is a peso where people pay in pesos."""
    if grammar.dollar and scan.char(start) == "$":
        return next(found for found in units(grammar.code, "money").values() if found.one == grammar.dollar)
    return unit


def quantity(grammar: Grammar, scan: Scan, at: int, lead: str, ranged: bool = True) -> Hit | None:
    """An amount with its magnitude, its unit or its currency after it; ``ranged`` with the other end of a range."""
    shown = amount(grammar, scan, at)
    if not shown or _is_code(shown.first):
        return None
    magnitude = _find(grammar, scan, shown.last.end, "magnitudes")
    end = magnitude[1] if magnitude else shown.last.end
    unit = _find(grammar, scan, end, "money") or (None if magnitude else _find(grammar, scan, end, "measures"))
    if magnitude and not unit and scan.text[magnitude[0] : magnitude[1]] in {"M", "k", "K"}:
        return None
    if not magnitude and not unit:
        return None
    hit = _counted(grammar, scan, shown, magnitude, unit)
    return _onward(grammar, scan, hit) if ranged else hit


def _is_code(shown: Number) -> bool:
    return shown.plain and len(shown.whole) > 1 and shown.whole[0] == "0"


def _counted(
    grammar: Grammar,
    scan: Scan,
    shown: Amount,
    magnitude: tuple[int, int, Unit] | None,
    unit: tuple[int, int, Unit] | None,
) -> Hit:
    if unit and not magnitude and (hundredths := _hundredths(grammar, shown, unit[2])):
        return (Said(shown.first.start, unit[1], hundredths),)
    if magnitude and magnitude[2].many in _THOUSANDS and shown.last.plain:
        first, last = shown.first, replace(shown.last, end=magnitude[1], whole=f"{shown.last.whole}000")
        shown, magnitude = Amount(first if shown.ranged else last, last), None
    counted = magnitude or unit
    if not counted:
        return said(grammar, shown, grammar.gender(scan, shown.last.start, shown.last.end))
    out = list(said(grammar, shown, counted[2].gender))
    one = grammar.is_one(shown.last.whole, not shown.last.plain) and not shown.ranged
    if magnitude:
        name = _name(magnitude[2], one)
        _append(out, scan, magnitude[0], magnitude[1], name)
        if unit:
            _append(out, scan, unit[0], unit[1], _linked(grammar, name, unit[2].many))
    elif unit:
        _append(out, scan, unit[0], unit[1], _name(unit[2], one))
    return (*out, *_per(grammar, scan, out[-1].end))


def _onward(grammar: Grammar, scan: Scan, hit: Hit) -> Hit:
    """A range to another amount with its unit: 5 % – 10 %."""
    dash = _TO.match(scan.text, hit[-1].end)
    other = quantity(grammar, scan, dash.end(), "", ranged=False) if dash else None
    return (*hit, Said(hit[-1].end, other[0].start, f" {grammar.to} "), *other) if other else hit


def _name(unit: Unit, one: bool) -> str:
    return unit.one if one else unit.many


def _linked(grammar: Grammar, magnitude: str, name: str) -> str:
    """What is counted in millions: French and Spanish say "millions of", but plain thousands."""
    if grammar.code == "de" or magnitude in _THOUSANDS:
        return name
    return f"d'{name}" if grammar.code == "fr" and name[0] in _VOWELS else f"de {name}"


def _append(out: list[Said], scan: Scan, start: int, end: int, name: str) -> None:
    """A name after what is there: a part of its own after a blank, else one with the part it touches.

    A full stop that ends the text too stays.
    """
    if scan.char(end - 1) == "." and not scan.text[end : end + 3].strip("\"'”’»“ \n\u00a0"):
        end -= 1
    if start > out[-1].end:
        out.append(Said(start, end, name))
    else:
        last = out.pop()
        out.append(Said(last.start, end, f"{last.spoken} {name}"))


def _hundredths(grammar: Grammar, shown: Amount, unit: Unit) -> str:
    """Seven euros fifty; fifty cents."""
    number = shown.last
    if shown.ranged or len(number.part) != 2 or not unit.part:
        return ""
    if number.part == "00":
        one = grammar.is_one(number.whole, False)
        return f"{grammar.cardinal(number.whole, unit.gender)} {_name(unit, one)}"
    if not number.value:
        one = number.part == "01"
        return f"{grammar.cardinal(number.part.lstrip('0'), 'm')} {unit.part if one else unit.parts}"
    one = grammar.is_one(number.whole, False)
    return grammar.money(grammar.cardinal(number.whole, unit.gender), _name(unit, one), number.part, unit)


def _per(grammar: Grammar, scan: Scan, at: int) -> Hit:
    """``5 €/kg``: per kilogram."""
    found = _find(grammar, scan, at + 1, "measures") if scan.char(at) == "/" else None
    if not found or found[0] != at + 1:
        return ()
    return (Said(at, found[1], f" {grammar.per} {found[2].one}"),)


def money(grammar: Grammar, scan: Scan, at: int, lead: str) -> Hit | None:
    """Money with its sign first; it is said last."""
    if scan.char(at - 1).isalnum() or lead not in openings(grammar.code):
        return None
    sign = _pattern(grammar.code, "before").match(scan.text, at)
    shown = amount(grammar, scan, sign.end()) if sign else None
    if not sign or not shown:
        return None
    form = sign.group().rstrip(" \u00a0\u202f\u2009")
    unit = _local(grammar, scan, at, units(grammar.code, "before")[form])
    magnitude = _find(grammar, scan, shown.last.end, "magnitudes")
    hundredths = "" if magnitude else _hundredths(grammar, shown, unit)
    if hundredths:
        return (Said(at, shown.last.end, hundredths),)
    one = grammar.is_one(shown.last.whole, not shown.last.plain) and not shown.ranged
    first, *rest = said(grammar, shown, magnitude[2].gender if magnitude else unit.gender)
    out = [Said(at, first.end, first.spoken), *rest]
    if magnitude:
        name = _name(magnitude[2], one)
        _append(out, scan, magnitude[0], magnitude[1], f"{name} {_linked(grammar, name, unit.many)}")
    else:
        last = out.pop()
        out.append(Said(last.start, last.end, f"{last.spoken} {_name(unit, one)}"))
    return out


def signed(grammar: Grammar, scan: Scan, at: int, lead: str) -> Hit | None:
    """``-5 °C``, ``+3 %``; a dash before a bare number may be any dash."""
    if lead not in "-–−+±" or scan.char(at - 1).isalnum() or not scan.char(at + 1).isdigit():
        return None
    if scan.char(at - 1) not in {"", "(", *_BLANKS}:
        return None
    hit = quantity(grammar, scan, at + 1, "")
    if not hit and lead in "–±":
        return None
    hit = hit or plain(grammar, scan, at + 1, "")
    if not hit:
        return None
    sign = {"+": grammar.plus, "±": f"{grammar.plus} {grammar.minus}"}.get(lead, grammar.minus)
    return (Said(at, hit[0].end, f"{sign} {hit[0].spoken}"), *hit[1:])


def plain(grammar: Grammar, scan: Scan, at: int, lead: str) -> Hit | None:
    """A number by itself, or a range; it bends to the noun that follows."""
    shown = amount(grammar, scan, at)
    if not shown:
        return None
    if shown.loose:
        shown = Amount(shown.first, shown.first)
    end = shown.last.end
    if scan.char(end).isalpha() or scan.char(end) in {"/", "_", "@", "°", "²"} or len(shown.last.whole) > 15:
        return None
    if _is_code(shown.first):
        return (Said(at, shown.first.end, digits(grammar, shown.first.whole)),)
    return said(grammar, shown, grammar.gender(scan, shown.last.start, end))
