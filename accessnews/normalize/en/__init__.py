"""English: which recognisers there are, and in which order they are asked."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, partial

from accessnews.normalize import raised
from accessnews.normalize.en import (
    abbreviations,
    amounts,
    codes,
    dates,
    days,
    emoji,
    figures,
    foreign,
    letters,
    measures,
    money,
    numerals,
    phones,
    press,
    roman,
    scores,
    shapes,
    shares,
    symbols,
    times,
    web,
    years,
)
from accessnews.normalize.grammar import Grammar, Reading, Recogniser, Scan
from accessnews.normalize.scan import scan
from accessnews.normalize.tables import mapped
from accessnews.text.langtag import region

_NUMBERS: tuple[Recogniser, ...] = (
    figures.booked,
    phones.phone,
    phones.emergency,
    dates.numeric,
    times.duration,
    times.clock,
    times.military,
    dates.day_first,
    figures.ordinal,
    years.span,
    years.decade,
    years.era,
    figures.clause,
    figures.team,
    figures.named,
    money.after,
    shares.percent,
    shares.degrees,
    shares.height,
    measures.measure,
    figures.power,
    raised.power,
    scores.slashed,
    figures.chain,
    scores.score,
    scores.ratio,
    codes.figures_first,
    figures.plural,
    years.year,
    figures.thing,
    web.address,
    figures.plain,
)
_ABBREVIATIONS: tuple[Recogniser, ...] = (
    abbreviations.phrase,
    abbreviations.party,
    abbreviations.place,
    abbreviations.saint_or_street,
    abbreviations.county,
    abbreviations.title,
    abbreviations.before_number,
    abbreviations.after_name,
    abbreviations.direction,
    abbreviations.versus,
    abbreviations.bare,
    abbreviations.dotted,
)
_DATES: tuple[Recogniser, ...] = (dates.month_first, dates.span)
_CAPITALS: tuple[Recogniser, ...] = (
    codes.letters_first,
    codes.glued,
    letters.dotted,
    letters.span,
    roman.roman,
    letters.capitals,
)
# English without a region is American, as in the likely subtags of CLDR.
_AMERICAN = frozenset({"", "us", "ph", "pr", "gu", "vi", "as", "mp", "um"})
_MONEY_OR_NUMBER: tuple[Recogniser, ...] = (money.before, figures.signed)
_BY_SIGN: dict[str, tuple[Recogniser, ...]] = {
    **dict.fromkeys("'’‘", (years.short,)),
    **dict.fromkeys('“”"', (symbols.quotation,)),
    **dict.fromkeys("<>", (figures.signed, symbols.bracket, symbols.sign)),
    **dict.fromkeys(",;:!?)—…", ()),
    ".": (web.ending, shares.percent, measures.measure, figures.pointed),
    "(": (phones.phone,),
    "[": (symbols.note_mark, symbols.bracket),
    "]": (symbols.bracket,),
    "#": (figures.signed, web.hashtag, symbols.sign),
    "@": (web.handle, symbols.sign),
    "+": (phones.phone, figures.signed, symbols.plus, symbols.sign),
    "=": (symbols.equals, symbols.sign),
    "/": (symbols.slash, symbols.sign),
    "*": (symbols.asterisk, symbols.sign),
    "^": (raised.typed, symbols.sign),
    **dict.fromkeys("·⋅", (raised.times, symbols.sign)),
    **dict.fromkeys(raised.LEADS, (raised.raised, symbols.sign)),
    **dict.fromkeys(raised.LOWERED, (raised.lowered,)),
}


def read(text: str, lang: str, held: Sequence[tuple[int, int]] = (), quotes: bool = False) -> list[Reading]:
    """What of ``text`` is said otherwise than written, in order and without overlap.

    ``held`` are spans that somebody else speaks for, in order; they are context and nothing more. ``quotes``
    asks for quotation marks to be said.
    """
    about = Scan(
        text,
        grammar(region(lang) not in _AMERICAN),
        letters.is_shouting(text),
        press.is_byline(text),
        press.dateline(text),
        quotes,
    )
    return list(scan(about, held, _choose))


@cache
def grammar(british: bool) -> Grammar:
    """``british``: "and" in numbers, the day before the month, metres."""
    return Grammar(
        code="en",
        cardinal=partial(numerals.cardinal, british=british),
        decimals=numerals.digits,
        year=partial(numerals.year, british=british),
        shape=amounts.SHAPE,
        foreign_shape=foreign.shape,
        is_fragment=amounts.is_fragment,
        dash=amounts.RANGE,
        is_range=amounts.is_range,
        fraction=amounts.mixed,
        point="point",
        foreign_point="point",
        to="to",
        links={"between": "and"},
        per="per",
        powers=mapped("en", "symbols", "powers"),
        power="to the power of {}",
        part=amounts.part,
        with_part="and",
        equals="equals",
        times="times",
        plus="plus",
        minus="minus",
        closers="\"'”’) \n\u00a0",
        british=british,
        nought="nought" if british else "",
        longest=amounts.LONGEST,
    )


@lru_cache(maxsize=8192)
def _choose(kind: str, lead: str) -> Sequence[Recogniser]:
    """The recognisers for a token, from those that know most to those that know least."""
    if kind == "number":
        return _NUMBERS if lead.isascii() else ()
    return _for_sign(lead) if kind == "sign" else tuple(_for_word(lead))


def _for_sign(lead: str) -> Sequence[Recogniser]:
    if lead in _BY_SIGN:
        return _BY_SIGN[lead]
    if symbols.is_said(lead):
        return (money.before, figures.signed, symbols.sign)
    if lead < "\u2000":
        return _MONEY_OR_NUMBER
    return (money.before, figures.signed, emoji.emoji, symbols.styled)


def _for_word(lead: str) -> Iterator[Recogniser]:
    head = re.split("['’]", lead, maxsplit=1)[0]
    yield web.address
    if days.is_day(head):
        yield days.weekday
    if head.capitalize() in dates.months():
        yield from (dates.month_first, dates.span)
    if head in abbreviations.starts():
        yield from _ABBREVIATIONS
    if head in money.openings():
        yield money.before
    if (head[:1].isupper() and (head.isupper() or head[:-1].isupper())) or head in shapes.said_otherwise():
        yield from _CAPITALS
    else:
        yield codes.glued
    yield raised.formula
    if head in measures.beginnings():
        yield measures.alone
