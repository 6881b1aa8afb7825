"""Years, decades and spans of years: 1999, 1990s, '90s, 1914–18, 2019/20, 44 BC."""

import re

from accessnews.normalize.en import numerals
from accessnews.normalize.en.nearby import counts, listed, touches_word, words_before
from accessnews.normalize.grammar import DASH, Match, Reading, Scan
from accessnews.normalize.numbers import to_other_end

_DECADE = re.compile(r"(?P<century>[0-9]{2})?(?P<tens>[0-9]0)(?:['’]?|(?<=1[0-9]{2}0) )s(?!\w)(?!['’]\w)")
_TO_DECADE = re.compile(rf"(?P<to>{DASH})['’]?(?=[0-9]{{0,2}}[0-9]0['’]?s(?!\w))")
_SPAN = re.compile(
    rf"(?P<from>1[0-9]{{3}}|20[0-9]{{2}})(?P<to>[ \u00a0]?{DASH}[ \u00a0]?|/)"
    r"(?P<until>(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![\w/:]|[.,][0-9])"
)
_YEAR = re.compile(r"(?:1[0-9]{3}|20[0-9]{2})(?![\w%]|[.,:/][0-9])")
_SHORT = re.compile(r"[0-9]{2}(?![\w'’]|[.,][0-9])")
_ERA = re.compile(
    r"(?P<year>[0-9]{1,6}|[0-9]{1,3},[0-9]{3})(?P<blank>[ \u00a0])?"
    r"(?P<era>BCE|BC|CE|AD|B\.C\.?(?:E\.?)?|A\.D\.?)(?!\w)"
)


def decade(scan: Scan, at: int, lead: str) -> Match | None:
    """``1990s``, ``20s``, ``1900s``, ``1960s-80s``."""
    return None if touches_word(scan, at) else to_other_end(scan, _single(scan, at), _TO_DECADE, _single)


def _single(scan: Scan, at: int) -> Match | None:
    match = _DECADE.match(scan.text, at)
    return (Reading(at, match.end(), _decade(match["century"], match["tens"])),) if match else None


def _decade(century: str | None, tens: str) -> str:
    if tens == "00":
        if century is None:
            return "hundreds"
        return "thousands" if century == "10" else numerals.plural(numerals.year(century + tens))
    name = numerals.plural(numerals.two(int(tens)))
    return f"{numerals.two(int(century))} {name}" if century else name


def short(scan: Scan, at: int, lead: str) -> Match | None:
    """``'90s`` and ``'98``: the apostrophe stands for the century."""
    if touches_word(scan, at):
        return None
    match = _DECADE.match(scan.text, at + 1)
    if match and not match["century"]:
        return (Reading(at, match.end(), _decade(None, match["tens"])),)
    year = _SHORT.match(scan.text, at + 1)
    if not year:
        return None
    words = numerals.two(int(year.group()))
    return (Reading(at, year.end(), f"oh {words}" if year.group()[0] == "0" else words),)


def span(scan: Scan, at: int, lead: str) -> Match | None:
    """``1914–18``, ``1939-1945``, ``2019/20``."""
    match = _SPAN.match(scan.text, at)
    if not match or touches_word(scan, at):
        return None
    first, last = match["from"], match["until"]
    turn = last == "00"  # 1999-00
    whole = f"{int(first[:2]) + 1}00" if turn else last if len(last) == 4 else first[:2] + last
    if int(whole) <= int(first) or (match["to"] == "/" and int(whole) != int(first) + 1):
        return None
    brief = len(last) == 2 and int(last) > 9 and first[:2] != "20"
    until = numerals.two(int(last)) if brief else scan.grammar.year(whole)
    spoken = Reading(at, match.end("from"), scan.grammar.year(first))
    return spoken, Reading(*match.span("to"), " to "), Reading(*match.span("until"), until)


def era(scan: Scan, at: int, lead: str) -> Match | None:
    """``44 BC``, ``1,200 BCE``: years of an era."""
    match = _ERA.match(scan.text, at)
    if not match or touches_word(scan, at):
        return None
    figures = match["year"].replace(",", "")
    words = numerals.pairs(figures) if figures == match["year"] else scan.grammar.cardinal(figures)
    end = match.end()
    ends = match["era"].endswith(".") and not scan.text[end : end + 2].strip()
    letters = " ".join(letter for letter in match["era"] if letter.isalpha())
    if match["blank"]:
        return Reading(at, match.end("year"), words), Reading(match.start("era"), end - ends, letters)
    return (Reading(at, end - ends, f"{words} {letters}"),)


def year(scan: Scan, at: int, lead: str) -> Match | None:
    """Four figures alone, where nothing that is counted follows."""
    if len(lead) == 3 and scan.before(at) == "year" and not scan.char(at + 3).isalnum():
        return (Reading(at, at + 3, numerals.pairs(lead)),)
    match = _YEAR.match(scan.text, at)
    if not match or touches_word(scan, at) or (scan.char(at - 1) in "-–." and scan.char(at - 2).isdecimal()):
        return None
    if _is_quantity(scan, at, match.end()):
        return None
    return (Reading(at, match.end(), scan.grammar.year(match.group())),)


def _is_quantity(scan: Scan, at: int, end: int) -> bool:
    """``about 1500 people``."""
    if scan.before(at) in listed("year-after") or not counts(scan, end):
        return False
    near = words_before(scan, at, 1)
    return not near or near[0] in listed("quantities")
