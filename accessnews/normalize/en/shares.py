"""Percentages, temperatures, angles and people's heights: 10%, 30C, 45°, 6ft 2in, 5'10"."""

import re
from collections.abc import Callable

from accessnews.normalize.en.amounts import Amount, amount, number, with_unit
from accessnews.normalize.en.nearby import attributive, listed, touches_word
from accessnews.normalize.scan import Hit, Said, Scan

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


def percent(scan: Scan, at: int, lead: str) -> Hit | None:
    """A percentage, or a range of them."""
    return _twice(scan, at, _percent)


def degrees(scan: Scan, at: int, lead: str) -> Hit | None:
    """A temperature, an angle or a bearing, or a range of them."""
    return _twice(scan, at, _degrees)


def _twice(scan: Scan, at: int, read: Callable[[Scan, int], tuple[Said, ...] | None]) -> Hit | None:
    """One, or two that a dash joins: 5%-10%."""
    said = read(scan, at)
    end = said[-1].end if said else 0
    if not said or scan.char(end) not in "-–" or not scan.char(end + 1).isdecimal():
        return said
    more = read(scan, end + 1)
    return (*said, Said(end, end + 1, " to "), *more) if more else said


def _percent(scan: Scan, at: int) -> tuple[Said, ...] | None:
    plain = amount(scan, at)
    found = _PERCENT.match(scan.text, plain.end) if plain else None
    if not plain or not found:
        return None
    start = found.start("sign") if found["sign"] else found.start()
    return with_unit(plain.said, start, found.end(), "per mille" if found["sign"] == "‰" else "percent")


def _degrees(scan: Scan, at: int) -> tuple[Said, ...] | None:
    plain = amount(scan, at)
    found = _DEGREES.match(scan.text, plain.end) if plain else None
    if not plain or not found or (found["bare"] and not _is_warm(scan, at, plain)):
        return None
    scale = _SCALES.get(found["scale"] or found["bare"] or found["one"] or "", "")
    one = plain.one or (not scale and attributive(scan, at, found.end()))
    return with_unit(
        plain.said, found.start() + bool(found["gap"]), found.end(), f"degree{'' if one else 's'}{scale}"
    )


def _is_warm(scan: Scan, at: int, plain: Amount) -> bool:
    """Whether "30C" is a temperature and no seat, gate or paragraph."""
    return scan.before(at) not in listed("places") and not touches_word(scan, at) and len(plain.whole) < 5


def height(scan: Scan, at: int, lead: str) -> Hit | None:
    """Feet and inches, as people are measured: six foot two."""
    found = _HEIGHT.match(scan.text, at)
    if not found or touches_word(scan, at):
        return None
    feet, inches = number(scan, at), number(scan, found.start("inches"))
    if not feet or not inches:
        return None
    glue = "" if found["gap"] else " "
    foot = Said(at, found.end("foot"), f"{feet.said[0].spoken} foot{glue}")
    return foot, Said(inches.start, found.end(), inches.said[0].spoken)
