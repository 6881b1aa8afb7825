"""Percentages, temperatures, angles and people's heights: 10%, 30C, 45°, 6ft 2in, 5'10"."""

import re

from accessnews.normalize.en.amounts import TO_FIGURES
from accessnews.normalize.en.nearby import attributive, listed, touches_word
from accessnews.normalize.grammar import Match, Reading, Scan
from accessnews.normalize.numbers import amount, readings, to_other_end, with_unit, words

_PERCENT = re.compile(r"[ \u00a0\u202f]?(?P<sign>[%％‰]|pct\.?(?!\w))|(?P<close>pc)(?!\w)")
_DEGREES = re.compile(
    r"(?P<gap>[ \u00a0\u202f])?(?:[°º˚](?:[ \u00a0]?(?P<scale>[CFKNSEW])(?!\w))?|(?P<one>[℃℉]))"
    r"|(?P<bare>[CF])(?![\w&])"
)
_SCALES = {
    "C": " Celsius",
    "F": " Fahrenheit",
    "K": " Kelvin",
    "℃": " Celsius",
    "℉": " Fahrenheit",
    "N": " north",
    "S": " south",
    "E": " east",
    "W": " west",
}
_HEIGHT = re.compile(
    r"[0-9]{1,2}(?P<foot>[ \u00a0]?(?:ft\.?|['’′]))(?P<gap>[ \u00a0])?(?P<inches>[0-9]|1[01])½?"
    r"(?:[ \u00a0]?in(?:s|ches)?\b|[\"”″]|''|’’|(?!\w))"
)


def percent(scan: Scan, at: int, lead: str) -> Match | None:
    """A percentage, or a range of them."""
    return to_other_end(scan, _percent(scan, at), TO_FIGURES, _percent)


def degrees(scan: Scan, at: int, lead: str) -> Match | None:
    """A temperature, an angle or a bearing, or a range of them."""
    return to_other_end(scan, _degrees(scan, at), TO_FIGURES, _degrees)


def _percent(scan: Scan, at: int) -> tuple[Reading, ...] | None:
    plain = amount(scan, at)
    match = _PERCENT.match(scan.text, plain.end) if plain else None
    if not plain or not match:
        return None
    start = match.start("sign") if match["sign"] else match.start()
    return with_unit(readings(scan, plain), start, match.end(), "per mille" if match["sign"] == "‰" else "percent")


def _degrees(scan: Scan, at: int) -> tuple[Reading, ...] | None:
    plain = amount(scan, at)
    match = _DEGREES.match(scan.text, plain.end) if plain else None
    if not plain or not match:
        return None
    if match["bare"] and (scan.before(at) in listed("places") or touches_word(scan, at) or len(plain.whole) > 4):
        return None  # a seat, a gate or a paragraph
    scale = _SCALES.get(match["scale"] or match["bare"] or match["one"] or "", "")
    single = plain.is_one or (not scale and attributive(scan, at, match.end()))
    name = f"degree{'' if single else 's'}{scale}"
    return with_unit(readings(scan, plain), match.start() + bool(match["gap"]), match.end(), name)


def height(scan: Scan, at: int, lead: str) -> Match | None:
    """Feet and inches, as people are measured: six foot two."""
    match = _HEIGHT.match(scan.text, at)
    if not match or touches_word(scan, at):
        return None
    feet, inches = amount(scan, at, ranged=False), amount(scan, match.start("inches"), ranged=False)
    if not feet or not inches:
        return None
    glue = "" if match["gap"] else " "
    foot = Reading(at, match.end("foot"), f"{words(scan, feet.first)} foot{glue}")
    return foot, Reading(inches.start, match.end(), words(scan, inches.first))
