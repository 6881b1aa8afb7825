"""Numbers in figures and ranges of two, as the grammar of a text writes and says them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from accessnews.normalize.grammar import Amount, Match, Number, Reading, Scan


def amount(scan: Scan, at: int, ranged: bool = True) -> Amount | None:
    """The number at ``at`` or, where ``ranged``, the range that may begin there."""
    key = at, ranged
    if key not in scan.amounts:
        scan.amounts[key] = _range(scan, at) if ranged else _single(scan, at)
    return scan.amounts[key]


def _single(scan: Scan, at: int) -> Amount | None:
    foreign = scan.grammar.foreign_shape(scan, at)
    shape = foreign or scan.grammar.shape.match(scan.text, at)
    if not shape or shape.end() == at or (not foreign and scan.grammar.is_fragment(scan, shape)):
        return None
    groups = shape.groupdict()
    shown, part, after_comma = (groups.get(name) or "" for name in ("whole", "part", "foreign"))
    whole = "".join(figure for figure in shown if figure.isdecimal())
    fraction = "" if foreign else scan.grammar.fraction(shape)
    number = Number(at, shape.end(), whole, part or after_comma, bool(after_comma), whole != shown, fraction)
    return Amount(number, number)


def _range(scan: Scan, at: int) -> Amount | None:
    single = amount(scan, at, ranged=False)
    dash = scan.grammar.dash.match(scan.text, single.end) if single else None
    last = amount(scan, dash.end(), ranged=False) if dash else None
    if not single or not dash or not last or not scan.grammar.is_range(scan, single.first, last.first):
        return single
    return replace(single, last=last.first, loose=dash.group()[0].isspace())


def words(scan: Scan, number: Number, gender: str = "") -> str:
    """A number in words; decimals only count."""
    grammar = scan.grammar
    if number.part:
        whole = grammar.cardinal(number.whole) if number.whole else ""
        if grammar.nought and whole and not number.whole.strip("0"):
            whole = grammar.nought
        point = grammar.foreign_point if number.foreign else grammar.point
        spoken = f"{whole} {point} {grammar.decimals(number.part)}".lstrip()
    elif number.is_code or (not number.marked and len(number.whole) > grammar.longest):
        spoken = digits(scan, number.whole)
    else:
        spoken = grammar.cardinal(number.whole, gender)
    if not number.fraction:
        return spoken
    return f"{spoken} and {number.fraction}" if number.whole else number.fraction


def digits(scan: Scan, figures: str) -> str:
    """Figures one by one; what is no figure is passed over."""
    return " ".join(scan.grammar.cardinal(figure) for figure in figures if figure.isdecimal())


def readings(scan: Scan, amount: Amount, gender: str = "") -> tuple[Reading, ...]:
    """An amount in words: its ends, its dash and its magnitude apart."""
    first, last = amount.first, amount.last
    spoken: tuple[Reading, ...] = (Reading(last.start, last.end, words(scan, last, gender)),)
    if amount.ranged:
        to = scan.grammar.links.get(scan.before(first.start).lower(), scan.grammar.to)
        opening = Reading(first.start, first.end, words(scan, first, gender))
        spoken = (opening, Reading(first.end, last.start, f" {to} "), *spoken)
    if not amount.magnitude:
        return spoken
    return with_unit(spoken, amount.magnitude.start, amount.magnitude.end, amount.magnitude.spoken)


def to_other_end(
    scan: Scan, spoken: Match | None, dash: re.Pattern[str], read: Callable[[Scan, int], Match | None]
) -> Match | None:
    """Readings with those of the other end of a range, where ``dash`` follows and ``read`` finds one behind it."""
    link = dash.match(scan.text, spoken[-1].end) if spoken else None
    last = read(scan, link.end()) if link else None
    if not spoken or not last:
        return spoken
    return (*spoken, Reading(spoken[-1].end, last[0].start, f" {scan.grammar.to} "), *last)


def groups(figures: str, size: int) -> Iterator[tuple[int, int]]:
    """Groups of ``size`` figures that are not nought, from the left: which it is from the right, and its value."""
    for place in range((len(figures) - 1) // size, -1, -1):
        end = len(figures) - size * place
        if group := int(figures[max(0, end - size) : end]):
            yield place, group


def with_unit(spoken: Match, start: int, end: int, unit: str) -> tuple[Reading, ...]:
    """The readings of an amount with its unit: one with the number it touches, else one of its own."""
    last = spoken[-1]
    if start == last.end:
        return (*spoken[:-1], Reading(last.start, end, f"{last.spoken} {unit}"))
    return (*spoken, Reading(start, end, unit))
