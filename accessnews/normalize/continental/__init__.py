"""What the languages share that write a comma before the decimals, the day before the month, and 24 hours.

A language hands over its ``Grammar``; which recognisers there are, and in which order they are asked, stands here.
"""

from collections.abc import Callable, Sequence
from functools import cache, partial

from accessnews.normalize.continental import amounts, dates, phones, signs, words
from accessnews.normalize.continental.grammar import Grammar, mapped
from accessnews.normalize.scan import Chooser, Hit, Recogniser, Said, Scan, scan

Shared = Callable[[Grammar, Scan, int, str], Hit | None]

_FIRST: tuple[Shared, ...] = (signs.slashed, dates.numeric, dates.season, phones.phone)
_LAST: tuple[Shared, ...] = (amounts.quantity, amounts.plain)
_SIGNS: tuple[Shared, ...] = (amounts.money, phones.phone, amounts.signed, signs.sign)
_QUOTES = frozenset('"„“”«»')


def read(grammar: Grammar, text: str, held: Sequence[tuple[int, int]], quotes: bool) -> list[Said]:
    """What of ``text`` is said otherwise than written, in order and without overlap."""
    return list(scan(Scan(text, shouting=_is_shouting(text), quotes=quotes), held, _chooser(grammar)))


def _is_shouting(text: str) -> bool:
    return len(text) > 12 and text.isupper()


@cache
def _chooser(grammar: Grammar) -> Chooser:
    """Which of the recognisers of a language are asked for which token."""
    numbers = (*_bound(grammar, _FIRST), *grammar.numbers, *_bound(grammar, _LAST))
    alone = (partial(_numbers, numbers),)
    marks, quotes = _bound(grammar, _SIGNS), _bound(grammar, (signs.quotation,))
    known = set(mapped(grammar.code, "signs")) | set("-–−+±[(") | amounts.openings(grammar.code)
    in_words = (*_bound(grammar, (signs.address, amounts.money, words.abbreviation)), *grammar.words)
    in_words += _bound(grammar, (dates.short_month, words.initialism, words.times))

    def choose(kind: str, token: str) -> Sequence[Recogniser]:
        if kind == "number":
            return alone if token.isascii() else ()
        if kind == "word":
            return in_words
        if token in _QUOTES:
            return quotes
        return marks if token in known else ()

    return choose


def _bound(grammar: Grammar, shared: Sequence[Shared]) -> tuple[Recogniser, ...]:
    return tuple(partial(recogniser, grammar) for recogniser in shared)


def _numbers(recognisers: Sequence[Recogniser], scan: Scan, at: int, lead: str) -> Hit | None:
    """The first reading of a number; figures that hang on a letter are a name: A4, G7, CO2."""
    before = scan.char(at - 1)
    if (
        (before.isalpha() and before not in "ºª")
        or before in {"_", "@", "#"}
        or (before in {".", ",", ":", "/"} and scan.char(at - 2).isdigit())
    ):
        return None
    for recognise in recognisers:
        hit = recognise(scan, at, lead)
        if hit:
            return hit
    return None
