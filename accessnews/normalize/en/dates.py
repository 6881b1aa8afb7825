"""Dates: Jan. 3, 2020; 3 January; 3-5 May; 03/01/2020 by locale; 2020-01-03; Jan. 2020; Mon, 5 June."""

import re
from functools import cache

from accessnews.normalize.en import numerals
from accessnews.normalize.en.amounts import DASH
from accessnews.normalize.en.nearby import counts, touches_word
from accessnews.normalize.scan import Hit, Said, Scan
from accessnews.normalize.tables import table

_DAY = r"(?P<day>(?:0?[1-9]|[12][0-9]|3[01])(?P<rank>st|nd|rd|th)?)(?![\w/]|[.,:][0-9])"
_LAST = _DAY.replace("<day>", "<last>").replace("<rank>", "<other>")
_YEAR = r"(?P<year>[0-9]{4})(?![\w%]|[,.][0-9])"
_TAIL = rf"(?:,?[ \u00a0]{_YEAR})?"
_TO = rf"(?P<to>{DASH}|[ \u00a0]{DASH}[ \u00a0])"
_NUMERIC = re.compile(
    r"(?P<one>[0-9]{1,2})(?P<gap>[/.-])(?P<two>[0-9]{1,2})(?P=gap)(?P<year>[0-9]{4}|[0-9]{2})(?![\w/])"
)
_ISO = re.compile(r"(?P<year>[12][0-9]{3})(?P<gap>[-/.])(?P<one>[0-9]{1,2})(?P=gap)(?P<two>[0-9]{1,2})(?![0-9/])")
_DASH = re.compile(rf"[ \u00a0]?{DASH}[ \u00a0]?")
_SHORT = re.compile(r"(?P<one>[0-9]{1,2})/(?P<two>[0-9]{1,2})(?![\w/]|[.,][0-9])")
_BEFORE_SHORT = frozenset({"on", "On", "until", "since"})
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_VERBS = frozenset({"may", "march", "mar"})  # without a capital, months only before a year


@cache
def months() -> dict[str, int]:
    """Months by how they are written, without a full stop."""
    found: dict[str, int] = table("en", "dates")["months"]
    return found


@cache
def _name(month: int) -> str:
    return next(name for name, number in months().items() if number == month)


def is_month(word: str) -> bool:
    return word.capitalize() in months()


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """``{month}`` in a form stands for any month."""
    names = "|".join(sorted(months(), key=len, reverse=True))
    return re.compile(form.replace("{month}", f"(?P<month>(?i:{names}))"))


_MONTH_FIRST = (
    rf"{{month}}(?P<gap>\.?[ \u00a0]|-){_DAY}(?:{_TO}{_LAST})?(?P<year_gap>,?[ \u00a0]|-)?(?:(?<=[ \u00a0-]){_YEAR})?"
)
_MONTH_YEAR = rf"{{month}}(?P<gap>\.?,?[ \u00a0]){_YEAR}"
_DAY_FIRST = rf"{_DAY}(?:{_TO}{_LAST})?(?P<of>[ \u00a0](?:of[ \u00a0])?|-){{month}}(?![\w'’])(?P<dot>\.)?{_TAIL}"
_MONTH_SPAN = rf"(?P<dot>\.)?(?P<to>/|[ \u00a0]?{DASH}[ \u00a0]?){{month}}(?!\w)"


def month_first(scan: Scan, at: int, lead: str) -> Hit | None:
    """``Jan. 3, 2020``; ``January 3-5``; ``Oct. 31-Nov. 12``; ``Jan. 2020``."""
    found = _pattern(_MONTH_FIRST).match(scan.text, at)
    if found and _is_day(found) and not _counted(scan, at, found):
        return _until(scan, _month_first(scan, found))
    found = _pattern(_MONTH_YEAR).match(scan.text, at)
    return _until(scan, _month_year(scan, found)) if found else None


def _month_year(scan: Scan, found: re.Match[str]) -> tuple[Said, ...]:
    return _month(found, found.end("month") + (found["gap"][0] == ".")), _year(scan, found)


def _is_day(found: re.Match[str]) -> bool:
    month, day = found["month"], int(re.sub(r"\D", "", found["day"]))
    return day <= _DAYS_IN_MONTH[months()[month.capitalize()] - 1] and (month not in _VERBS or bool(found["year"]))


def _counted(scan: Scan, at: int, found: re.Match[str]) -> bool:
    """Whether the number counts what follows: ``In May 20 people came``."""
    if found["year"] or found["rank"] or found["gap"][0] in ".-":
        return False
    return scan.before(at).lower() in ("in", "since", "last", "this", "next") and counts(scan, found.end("day"))


def _month_first(scan: Scan, found: re.Match[str]) -> tuple[Said, ...]:
    the = "the " if scan.british else ""
    said = [_month(found, found.end("month") + (found["gap"][0] == ".")), _day(found, "day", the)]
    if found["gap"] == "-":
        said.insert(1, Said(*found.span("gap"), " "))
    if found["to"]:
        said += [Said(*found.span("to"), " to "), _day(found, "last", the)]
    if found["year"]:
        said += [Said(*found.span("year_gap"), " ")] if found["year_gap"] == "-" else []
        said.append(_year(scan, found))
    return tuple(said)


def _until(scan: Scan, said: tuple[Said, ...]) -> tuple[Said, ...]:
    """A date with the second one of a span: ``Oct. 31-Nov. 12``, ``30 April–2 May``."""
    dash = _DASH.match(scan.text, said[-1].end)
    at = dash.end() if dash else 0
    more: tuple[Said, ...] = ()
    if found := _pattern(_MONTH_FIRST).match(scan.text, at) if dash else None:
        more = _month_first(scan, found) if _is_day(found) else ()
    elif found := _pattern(_MONTH_YEAR).match(scan.text, at) if dash else None:
        more = _month_year(scan, found)
    elif found := _pattern(_DAY_FIRST).match(scan.text, at) if dash else None:
        more = _day_first(scan, found) if _is_day(found) else ()
    return (*said, Said(*dash.span(), " to "), *more) if dash and more else said


def _month(found: re.Match[str], end: int) -> Said:
    return Said(found.start("month"), end, _name(months()[found["month"].capitalize()]))


def _day(found: re.Match[str], group: str, the: str, of: str = "") -> Said:
    return Said(*found.span(group), f"{the}{numerals.ordinal(re.sub(r'[a-z]', '', found[group]))}{of}")


def _year(scan: Scan, found: re.Match[str]) -> Said:
    return Said(*found.span("year"), numerals.year(found["year"], scan.british))


def day_first(scan: Scan, at: int, lead: str) -> Hit | None:
    """``3 January 2020``; ``3-5 May``; ``the 3rd of May``."""
    found = _pattern(_DAY_FIRST).match(scan.text, at)
    if not found or touches_word(scan, at) or not _is_day(found):
        return None
    return _until(scan, _day_first(scan, found))


def _day_first(scan: Scan, found: re.Match[str]) -> tuple[Said, ...]:
    the = "" if scan.before(found.start()).lower() == "the" else "the "
    of = "" if "of" in found["of"] else " of"
    said = [_day(found, "day", the, "" if found["to"] else of)]
    if found["to"]:
        said += [Said(*found.span("to"), " to "), _day(found, "last", "the ", of)]
    if found["of"] == "-":
        said.append(Said(*found.span("of"), " "))
    return (*said, _month(found, _stop(scan, found)), *([_year(scan, found)] if found["year"] else []))


def _stop(scan: Scan, found: re.Match[str]) -> int:
    """Where a month ends: with the full stop of a short form, unless that ends the text."""
    end = found.end("month")
    if not found["dot"] or _name(months()[found["month"].capitalize()]) == found["month"].capitalize():
        return end
    return end + bool(found["year"] or scan.text[end + 1 : end + 3].strip())


def span(scan: Scan, at: int, lead: str) -> Hit | None:
    """``Jan.-March``; ``May–June``; ``Jan/Feb 2020``."""
    found = _pattern(_MONTH_SPAN).match(scan.text, at + len(lead))
    if not found or not lead[0].isupper():
        return None
    first = Said(at, found.start("to"), _name(months()[lead.capitalize()]))
    return first, Said(*found.span("to"), ", " if found["to"] == "/" else " to "), _month(found, found.end("month"))


def numeric(scan: Scan, at: int, lead: str) -> Hit | None:
    """``03/01/2020``, month or day first by locale, or by what is possible; ``2020-01-03``."""
    if touches_word(scan, at) or scan.char(at - 1) == "/":
        return None
    found = _ISO.match(scan.text, at)
    if found:
        return _written_out(scan, found, found["two"], found["one"], day_leads=scan.british)
    found = _NUMERIC.match(scan.text, at)
    if not found and scan.before(at) in _BEFORE_SHORT:
        return _short(scan, at)
    if not found or (len(found["year"]) == 2 and found["gap"] != "/"):
        return None
    first, second = found["one"], found["two"]
    day_leads = int(second) <= 12 and (scan.british or int(first) > 12)
    day, month = (first, second) if day_leads else (second, first)
    return _written_out(scan, found, day, month, day_leads)


def _short(scan: Scan, at: int) -> Hit | None:
    """``on 12/1``: a date without its year."""
    found = _SHORT.match(scan.text, at)
    day, month = ("one", "two") if scan.british else ("two", "one")
    if not found or found.group() in table("en", "context")["slashed"] or not _is_date(found[day], found[month]):
        return None
    rank, name = numerals.ordinal(found[day]), _name(int(found[month]))
    return (Said(at, found.end(), f"the {rank} of {name}" if scan.british else f"{name} {rank}"),)


def _is_date(day: str, month: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def _written_out(scan: Scan, found: re.Match[str], day: str, month: str, day_leads: bool) -> Hit | None:
    if not _is_date(day, month):
        return None
    figures = found["year"]
    if len(figures) == 2:
        figures = ("20" if int(figures) < 50 else "19") + figures
    rank, name, year = numerals.ordinal(day), _name(int(month)), numerals.year(figures, scan.british)
    the = "" if scan.before(found.start()).lower() == "the" else "the "
    words = f"{the}{rank} of {name} {year}" if day_leads else f"{name} {rank}, {year}"
    return (Said(found.start(), found.end(), words),)
