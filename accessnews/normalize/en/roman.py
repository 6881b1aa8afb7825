"""Roman numerals: Charles III, World War II, Phase IV, Super Bowl LVIII; never the word "I"."""

import re
from functools import partial

from accessnews.normalize.en import numerals
from accessnews.normalize.grammar import Match, Reading, Scan
from accessnews.normalize.roman import value
from accessnews.normalize.tables import listed

_SERIES = re.compile(r"\b[IVX]{1,6}(?:,? and |,? or | to |, |-|–)\Z")
_TWO_NAMES = re.compile(r"[A-Z][\w'’-]+[ \u00a0](?:[A-Z]\.[ \u00a0])?[A-Z][\w'’-]*[a-z],?[ \u00a0]\Z")
_GENERATIONS = frozenset({"II", "III", "IV", "VI", "VII", "VIII"})
_LOOK = 60


_listed = partial(listed, "en", "roman")


def roman(scan: Scan, at: int, lead: str) -> Match | None:
    """A numeral after what it counts or ranks, or before it."""
    numeral = re.split("['’]", lead, maxsplit=1)[0]
    number = value(numeral)
    if not number or (len(numeral) == 1 and numeral not in "IVX") or scan.char(at + len(lead)).isdecimal():
        return None
    words = _words(scan, at, numeral, str(number))
    return (Reading(at, at + len(numeral), words),) if words else None


def _words(scan: Scan, at: int, numeral: str, figures: str) -> str:
    previous = scan.before(at).rstrip(".") if at else ""
    # The letter "I" closes a name where no verb of a first person follows.
    closes = numeral != "I" or scan.char(at + 1) not in " \u00a0'’" or scan.after(at + 1) in _listed("closing")
    forms = {previous, previous.capitalize(), previous.removesuffix("s")}
    if (not forms.isdisjoint(_listed("counted")) or _SERIES.search(scan.text, max(0, at - 16), at)) and closes:
        return numerals.cardinal(figures).title()
    if previous[:1].isupper() and closes and _is_ranked(scan, at, numeral, previous):
        return f"the {numerals.ordinal(figures).capitalize()}"
    if len(numeral) > 1 and scan.after(at + len(numeral)) in _listed("before"):
        return numerals.ordinal(figures)
    if len(numeral) > 1 and numeral[0] in "IVX" and previous[:1].isupper() and numeral not in _listed("letters"):
        return numerals.cardinal(figures).title()
    return ""


def _is_ranked(scan: Scan, at: int, numeral: str, previous: str) -> bool:
    """Whether a ruler or the third of his name comes before."""
    if previous in _listed("ranked"):
        return numeral[0] in "IVX"
    if scan.before(at - len(previous) - 1) in _listed("thrones"):
        return True
    return numeral in _GENERATIONS and bool(_TWO_NAMES.search(scan.text[max(0, at - _LOOK) : at]))
