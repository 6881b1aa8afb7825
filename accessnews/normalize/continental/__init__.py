"""What the languages share that write a comma before the decimals, the day before the month, and 24 hours.

A language hands over its ``Grammar``; which recognisers there are, and in which order they are asked, stands here.
"""

from collections.abc import Sequence
from functools import cache, partial

from accessnews.normalize import raised
from accessnews.normalize.continental import amounts, dates, phones, signs, words
from accessnews.normalize.continental.lists import mapped
from accessnews.normalize.grammar import Chooser, Grammar, Match, Reading, Recogniser, Scan
from accessnews.normalize.scan import scan

_FIRST: tuple[Recogniser, ...] = (raised.power, signs.slashed, dates.numeric, dates.season, phones.phone)
_LAST: tuple[Recogniser, ...] = (amounts.quantity, amounts.plain)
_SIGNS: tuple[Recogniser, ...] = (amounts.money, phones.phone, amounts.signed, signs.sign)
_WORDS: tuple[Recogniser, ...] = (amounts.alone, raised.formula, signs.address, amounts.money, words.abbreviation)
_OTHER_WORDS: tuple[Recogniser, ...] = (dates.short_month, words.initialism, words.times)
_BY_SIGN: dict[str, tuple[Recogniser, ...]] = {
    **dict.fromkeys(raised.LEADS, (raised.raised,)),
    **dict.fromkeys(raised.LOWERED, (raised.lowered,)),
    **dict.fromkeys("·⋅", (raised.times,)),
    "^": (raised.typed,),
}
_QUOTES = frozenset('"„“”«»')


def read(grammar: Grammar, text: str, held: Sequence[tuple[int, int]], quotes: bool) -> list[Reading]:
    """What of ``text`` is said otherwise than written, in order and without overlap."""
    shouting = len(text) > 12 and text.isupper()
    return list(scan(Scan(text, grammar, shouting, quotes=quotes), held, _chooser(grammar)))


@cache
def _chooser(grammar: Grammar) -> Chooser:
    """Which of the recognisers of a language are asked for which token."""
    in_numbers = (partial(_number, (*_FIRST, *grammar.numbers, *_LAST)),)
    in_words = (*_WORDS, *grammar.words, *_OTHER_WORDS)
    marks = set(mapped(grammar.code, "signs")) | set("-–−+±[(*") | amounts.openings(grammar.code)

    def choose(kind: str, token: str) -> Sequence[Recogniser]:
        if kind == "number":
            return in_numbers if token.isascii() else ()
        if kind == "word":
            return in_words
        if token in _QUOTES:
            return (signs.quotation,)
        return _SIGNS if token in marks else _BY_SIGN.get(token, ())

    return choose


def _number(recognisers: Sequence[Recogniser], scan: Scan, at: int, lead: str) -> Match | None:
    """The first reading of a number; figures that hang on a letter are a name: A4, G7, CO2."""
    before = scan.char(at - 1)
    if (before.isalpha() and before not in "ºª") or before in "_@#":
        return None
    if before in ".,:/" and scan.char(at - 2).isdigit():
        return None
    return next(filter(None, (recognise(scan, at, lead) for recognise in recognisers)), None)
