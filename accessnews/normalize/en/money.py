"""Money: £2.5m, $1.2bn, €3, 45p, US$10-15, 5 USD."""

import re
from dataclasses import dataclass
from functools import cache

from accessnews.normalize.en import numerals
from accessnews.normalize.en.amounts import DASH, Amount, amount, magnified, with_unit
from accessnews.normalize.en.nearby import attributive, touches_word
from accessnews.normalize.scan import Hit, Said, Scan
from accessnews.normalize.tables import table

_SMALL = re.compile(r"p(?!\w)|[cC]?¢|c(?!\w)")
_MAGNITUDE = re.compile(r"\b(?:thousand|[mbtr]+illion|crore|lakh) \S")
_SCREENS = frozenset({"240", "360", "480", "540", "720", "1080", "1440", "2160", "4320"})
_PER = re.compile(r"/(?P<what>[a-z]{1,7})(?!\w)")
_NEXT = re.compile(rf"{DASH}(?=[^\w\s]|[A-Z]{{2,3}}\$|[0-9])")


@dataclass(frozen=True, slots=True)
class Currency:
    """Its name for one and for many, and of its hundredth part; the latter may be missing."""

    one: str
    many: str
    part: str
    parts: str


@cache
def _currencies(side: str) -> dict[str, Currency]:
    """Currencies by how they are written on one ``side`` of an amount."""
    out = {}
    for name, entry in table("en", "currencies").items():
        part = entry.get("part", "")
        currency = Currency(name, entry.get("many", f"{name}s"), part, entry.get("parts", f"{part}s"))
        out.update(dict.fromkeys(entry.get(side, ()), currency))
    return out


@cache
def _pattern(side: str) -> re.Pattern[str]:
    signs = "|".join(re.escape(sign) for sign in sorted(_currencies(side), key=len, reverse=True))
    return re.compile(rf"({signs})[ \u00a0]?(?=\.?[0-9¼-¾])" if side == "before" else rf"[ \u00a0]?({signs})(?!\w)")


@cache
def openings() -> frozenset[str]:
    """The words of letters that an amount of money may begin with."""
    return frozenset(re.split(r"[^A-Za-z]", sign)[0] for sign in _currencies("before")) - {""}


def before(scan: Scan, at: int, lead: str) -> Hit | None:
    """Money with its sign first; a range to another amount may follow: £2m-£3m."""
    said = None if touches_word(scan, at) else _before(scan, at)
    dash = _NEXT.match(scan.text, said[-1].end) if said else None
    more = _before(scan, dash.end()) if dash else None
    if not said or not more:
        return said
    if _MAGNITUDE.search(more[-1].spoken) and not _MAGNITUDE.search(said[-1].spoken):
        said = (Said(at, said[-1].end, said[0].spoken.rsplit(" ", 1)[0]),)  # $50-$60 million
    return (*said, Said(said[-1].end, more[0].start, " to "), *more)


def _before(scan: Scan, at: int) -> tuple[Said, ...] | None:
    sign = _pattern("before").match(scan.text, at)
    plain = amount(scan, sign.end()) if sign else None
    if not sign or not plain:
        return None
    return _per(scan, _spoken(scan, at, plain, _currencies("before")[sign[1]]))


def _spoken(scan: Scan, at: int, plain: Amount, currency: Currency) -> tuple[Said, ...]:
    whole = magnified(scan, plain, money=True)
    decimals = _hundredths(plain) if whole is plain and currency.part else ""
    if decimals:
        return (Said(at, plain.end, _with_parts(plain.whole, decimals, currency, scan.british)),)
    first, last = whole.said[0], whole.said[-1]
    name = currency.one if whole.one or attributive(scan, at, whole.end) else currency.many
    said = (Said(at, first.end, first.spoken), *whole.said[1:])
    return (*said[:-1], Said(said[-1].start, last.end, f"{last.spoken} {name}"))


def _hundredths(plain: Amount) -> str:
    """The decimals of a sum as two figures, or nothing where it has none or finer ones."""
    decimals = plain.decimals.ljust(2, "0") if plain.decimals else ""
    return decimals[:2] if not decimals[2:].strip("0") else ""


def _with_parts(whole: str, decimals: str, currency: Currency, british: bool) -> str:
    """Two dollars fifty cents."""
    figures = whole.lstrip("0")
    head = f"{numerals.cardinal(figures, british)} {currency.one if figures == '1' else currency.many}"
    if decimals == "00":
        return head
    parts = f"{numerals.cardinal(decimals)} {currency.part if decimals == '01' else currency.parts}"
    return f"{head} {parts}" if figures else parts


def _per(scan: Scan, said: tuple[Said, ...]) -> tuple[Said, ...]:
    """``$5/month``: five dollars per month."""
    found = _PER.match(scan.text, said[-1].end)
    return (*said, Said(*found.span(), f" per {_in_full(found['what'])}")) if found else said


def _in_full(short: str) -> str:
    for name, unit in table("en", "units").items():
        if short in unit.get("written", ()):
            return str(name)
    return short


def after(scan: Scan, at: int, lead: str) -> Hit | None:
    """Money with its sign last, and pence: 45p, 5€, 100 USD."""
    plain = amount(scan, at)
    if not plain or touches_word(scan, at):
        return None
    small = _small(scan, plain)
    if small:
        return small
    whole = magnified(scan, plain, money=False)
    found = _pattern("after").match(scan.text, whole.end)
    if not found:
        return None
    currency = _currencies("after")[found[1]]
    one = whole.one or attributive(scan, at, found.end())
    return with_unit(whole.said, found.start(1), found.end(), currency.one if one else currency.many)


def _small(scan: Scan, plain: Amount) -> Hit | None:
    """Pence and cents; "1080p" is a screen."""
    found = _SMALL.match(scan.text, plain.end)
    if not found or plain.whole in _SCREENS or (plain.decimals and found.group() == "c"):
        return None
    if found.group() == "p":
        name = "penny" if plain.one else "pence"
    else:
        name = "cent" if plain.one or attributive(scan, plain.start, found.end()) else "cents"
    return with_unit(plain.said, found.start(), found.end(), name)
