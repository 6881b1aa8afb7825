"""Dates: Jan. 3, 2020; 3 January; 3-5 May; 03/01/2020 by locale; 2020-01-03; Jan. 2020; Mon, 5 June."""

import re
from functools import cache, partial

from accessnews.normalize import tables
from accessnews.normalize.en import numerals
from accessnews.normalize.en.nearby import counts, touches_word
from accessnews.normalize.grammar import DASH, Match, Reading, Scan
from accessnews.normalize.numbers import to_other_end
from accessnews.normalize.tables import mapped

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


months = partial(tables.months, "en", "dates")


@cache
def _name(month: int) -> str:
    return next(name for name, number in months().items() if number == month)


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


def month_first(scan: Scan, at: int, lead: str) -> Match | None:
    """``Jan. 3, 2020``; ``January 3-5``; ``Oct. 31-Nov. 12``; ``Jan. 2020``."""
    match = _pattern(_MONTH_FIRST).match(scan.text, at)
    if match and _is_day(match) and not _counted(scan, at, match):
        return to_other_end(scan, _month_first(scan, match), _DASH, _date)
    match = _pattern(_MONTH_YEAR).match(scan.text, at)
    return to_other_end(scan, _month_year(scan, match), _DASH, _date) if match else None


def _month_year(scan: Scan, match: re.Match[str]) -> tuple[Reading, ...]:
    return _month(match, match.end("month") + (match["gap"][0] == ".")), _year(scan, match)


def _is_day(match: re.Match[str]) -> bool:
    month, day = match["month"], int(re.sub(r"\D", "", match["day"]))
    return day <= _DAYS_IN_MONTH[months()[month.capitalize()] - 1] and (month not in _VERBS or bool(match["year"]))


def _counted(scan: Scan, at: int, match: re.Match[str]) -> bool:
    """Whether the number counts what follows: ``In May 20 people came``."""
    if match["year"] or match["rank"] or match["gap"][0] in ".-":
        return False
    return scan.before(at).lower() in ("in", "since", "last", "this", "next") and counts(scan, match.end("day"))


def _month_first(scan: Scan, match: re.Match[str]) -> tuple[Reading, ...]:
    the = "the " if scan.grammar.british else ""
    spoken = [_month(match, match.end("month") + (match["gap"][0] == ".")), _day(match, "day", the)]
    if match["gap"] == "-":
        spoken.insert(1, Reading(*match.span("gap"), " "))
    if match["to"]:
        spoken += [Reading(*match.span("to"), " to "), _day(match, "last", the)]
    if match["year"]:
        spoken += [Reading(*match.span("year_gap"), " ")] if match["year_gap"] == "-" else []
        spoken.append(_year(scan, match))
    return tuple(spoken)


def _date(scan: Scan, at: int) -> tuple[Reading, ...] | None:
    """The second date of a span: ``Oct. 31-Nov. 12``, ``30 April–2 May``."""
    if match := _pattern(_MONTH_FIRST).match(scan.text, at):
        return _month_first(scan, match) if _is_day(match) else None
    if match := _pattern(_MONTH_YEAR).match(scan.text, at):
        return _month_year(scan, match)
    match = _pattern(_DAY_FIRST).match(scan.text, at)
    return _day_first(scan, match) if match and _is_day(match) else None


def _month(match: re.Match[str], end: int) -> Reading:
    return Reading(match.start("month"), end, _name(months()[match["month"].capitalize()]))


def _day(match: re.Match[str], group: str, the: str, of: str = "") -> Reading:
    return Reading(*match.span(group), f"{the}{numerals.ordinal(re.sub(r'[a-z]', '', match[group]))}{of}")


def _year(scan: Scan, match: re.Match[str]) -> Reading:
    return Reading(*match.span("year"), scan.grammar.year(match["year"]))


def day_first(scan: Scan, at: int, lead: str) -> Match | None:
    """``3 January 2020``; ``3-5 May``; ``the 3rd of May``."""
    match = _pattern(_DAY_FIRST).match(scan.text, at)
    if not match or touches_word(scan, at) or not _is_day(match):
        return None
    return to_other_end(scan, _day_first(scan, match), _DASH, _date)


def _day_first(scan: Scan, match: re.Match[str]) -> tuple[Reading, ...]:
    the = "" if scan.before(match.start()).lower() == "the" else "the "
    of = "" if "of" in match["of"] else " of"
    spoken = [_day(match, "day", the, "" if match["to"] else of)]
    if match["to"]:
        spoken += [Reading(*match.span("to"), " to "), _day(match, "last", "the ", of)]
    if match["of"] == "-":
        spoken.append(Reading(*match.span("of"), " "))
    return (*spoken, _month(match, _stop(scan, match)), *([_year(scan, match)] if match["year"] else []))


def _stop(scan: Scan, match: re.Match[str]) -> int:
    """Where a month ends: with the full stop of a short form, unless that ends the text."""
    end = match.end("month")
    if not match["dot"] or _name(months()[match["month"].capitalize()]) == match["month"].capitalize():
        return end
    return end + bool(match["year"] or scan.text[end + 1 : end + 3].strip())


def span(scan: Scan, at: int, lead: str) -> Match | None:
    """``Jan.-March``; ``May–June``; ``Jan/Feb 2020``."""
    match = _pattern(_MONTH_SPAN).match(scan.text, at + len(lead))
    if not match or not lead[0].isupper():
        return None
    first = Reading(at, match.start("to"), _name(months()[lead.capitalize()]))
    return (
        first,
        Reading(*match.span("to"), ", " if match["to"] == "/" else " to "),
        _month(match, match.end("month")),
    )


def numeric(scan: Scan, at: int, lead: str) -> Match | None:
    """``03/01/2020``, month or day first by locale, or by what is possible; ``2020-01-03``."""
    if touches_word(scan, at) or scan.char(at - 1) == "/":
        return None
    match = _ISO.match(scan.text, at)
    if match:
        return _written_out(scan, match, match["two"], match["one"], day_leads=scan.grammar.british)
    match = _NUMERIC.match(scan.text, at)
    if not match and scan.before(at) in _BEFORE_SHORT:
        return _short(scan, at)
    if not match or (len(match["year"]) == 2 and match["gap"] != "/"):
        return None
    first, second = match["one"], match["two"]
    day_leads = int(second) <= 12 and (scan.grammar.british or int(first) > 12)
    day, month = (first, second) if day_leads else (second, first)
    return _written_out(scan, match, day, month, day_leads)


def _short(scan: Scan, at: int) -> Match | None:
    """``on 12/1``: a date without its year."""
    match = _SHORT.match(scan.text, at)
    day, month = ("one", "two") if scan.grammar.british else ("two", "one")
    if not match or match.group() in mapped("en", "context", "slashed") or not _is_date(match[day], match[month]):
        return None
    rank, name = numerals.ordinal(match[day]), _name(int(match[month]))
    return (Reading(at, match.end(), f"the {rank} of {name}" if scan.grammar.british else f"{name} {rank}"),)


def _is_date(day: str, month: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def _written_out(scan: Scan, match: re.Match[str], day: str, month: str, day_leads: bool) -> Match | None:
    if not _is_date(day, month):
        return None
    figures = match["year"]
    if len(figures) == 2:
        figures = ("20" if int(figures) < 50 else "19") + figures
    rank, name, year = numerals.ordinal(day), _name(int(month)), scan.grammar.year(figures)
    the = "" if scan.before(match.start()).lower() == "the" else "the "
    words = f"{the}{rank} of {name} {year}" if day_leads else f"{name} {rank}, {year}"
    return (Reading(match.start(), match.end(), words),)
