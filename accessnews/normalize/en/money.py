"""Money: £2.5m, $1.2bn, €3, 45p, US$10-15, 5 USD."""

import re
from functools import cache

from accessnews.normalize.en import numerals
from accessnews.normalize.en.amounts import magnified
from accessnews.normalize.en.nearby import attributive, touches_word
from accessnews.normalize.grammar import DASH, Amount, Match, Reading, Scan
from accessnews.normalize.numbers import amount, readings, with_unit
from accessnews.normalize.units import Unit, units

_SMALL = re.compile(r"p(?!\w)|[cC]?¢|c(?!\w)")
_MAGNITUDE = re.compile(r"\b(?:thousand|[mbtr]+illion|crore|lakh) \S")
_SCREENS = frozenset({"240", "360", "480", "540", "720", "1080", "1440", "2160", "4320"})
_PER = re.compile(r"/(?P<what>[a-z]{1,7})(?!\w)")
_NEXT = re.compile(rf"{DASH}(?=[^\w\s]|[A-Z]{{2,3}}\$|[0-9])")


@cache
def _pattern(side: str) -> re.Pattern[str]:
    signs = "|".join(re.escape(sign) for sign in sorted(units("en", "money", side), key=len, reverse=True))
    return re.compile(rf"({signs})[ \u00a0]?(?=\.?[0-9¼-¾])" if side == "before" else rf"[ \u00a0]?({signs})(?!\w)")


@cache
def openings() -> frozenset[str]:
    """The words of letters that an amount of money may begin with."""
    return frozenset(re.split(r"[^A-Za-z]", sign)[0] for sign in units("en", "money", "before")) - {""}


def before(scan: Scan, at: int, lead: str) -> Match | None:
    """Money with its sign first; a range to another amount may follow: £2m-£3m."""
    spoken = None if touches_word(scan, at) else _before(scan, at)
    dash = _NEXT.match(scan.text, spoken[-1].end) if spoken else None
    more = _before(scan, dash.end()) if dash else None
    if not spoken or not more:
        return spoken
    if _MAGNITUDE.search(more[-1].spoken) and not _MAGNITUDE.search(spoken[-1].spoken):
        spoken = (Reading(at, spoken[-1].end, spoken[0].spoken.rsplit(" ", 1)[0]),)  # $50-$60 million
    return (*spoken, Reading(spoken[-1].end, more[0].start, " to "), *more)


def _before(scan: Scan, at: int) -> tuple[Reading, ...] | None:
    sign = _pattern("before").match(scan.text, at)
    plain = amount(scan, sign.end()) if sign else None
    if not sign or not plain:
        return None
    return _per(scan, _spoken(scan, at, plain, units("en", "money", "before")[sign[1]]))


def _spoken(scan: Scan, at: int, plain: Amount, currency: Unit) -> tuple[Reading, ...]:
    whole = magnified(scan, plain, money=True)
    decimals = _hundredths(plain) if whole is plain and currency.part else ""
    if decimals:
        return (Reading(at, plain.end, _with_parts(scan, plain.whole, decimals, currency)),)
    first, *others = readings(scan, whole)
    name = currency.one if whole.is_one or attributive(scan, at, whole.end) else currency.many
    return with_unit((Reading(at, first.end, first.spoken), *others), whole.end, whole.end, name)


def _hundredths(plain: Amount) -> str:
    """The decimals of a sum as two figures, or nothing where it has none or finer ones."""
    decimals = plain.decimals.ljust(2, "0") if plain.decimals else ""
    return decimals[:2] if not decimals[2:].strip("0") else ""


def _with_parts(scan: Scan, whole: str, decimals: str, currency: Unit) -> str:
    """A sum with its hundredths: two dollars fifty cents."""
    figures = whole.lstrip("0")
    head = f"{scan.grammar.cardinal(figures)} {currency.one if figures == '1' else currency.many}"
    if decimals == "00":
        return head
    parts = f"{numerals.cardinal(decimals)} {currency.part if decimals == '01' else currency.parts}"
    return f"{head} {parts}" if figures else parts


def _per(scan: Scan, spoken: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """``$5/month``: five dollars per month."""
    match = _PER.match(scan.text, spoken[-1].end)
    return (*spoken, Reading(*match.span(), f" per {_in_full(match['what'])}")) if match else spoken


def _in_full(short: str) -> str:
    unit = units("en", "measures").get(short)
    return unit.one if unit else short


def after(scan: Scan, at: int, lead: str) -> Match | None:
    """Money with its sign last, and pence: 45p, 5€, 100 USD."""
    plain = amount(scan, at)
    if not plain or touches_word(scan, at):
        return None
    small = _small(scan, plain)
    if small:
        return small
    whole = magnified(scan, plain, money=False)
    match = _pattern("written").match(scan.text, whole.end)
    if not match:
        return None
    currency = units("en", "money")[match[1]]
    single = whole.is_one or attributive(scan, at, match.end())
    return with_unit(readings(scan, whole), match.start(1), match.end(), currency.one if single else currency.many)


def _small(scan: Scan, plain: Amount) -> Match | None:
    """Pence and cents; "1080p" is a screen."""
    match = _SMALL.match(scan.text, plain.end)
    if not match or plain.whole in _SCREENS or (plain.decimals and match.group() == "c"):
        return None
    if match.group() == "p":
        name = "penny" if plain.is_one else "pence"
    else:
        name = "cent" if plain.is_one or attributive(scan, plain.start, match.end()) else "cents"
    return with_unit(readings(scan, plain), match.start(), match.end(), name)
