"""Numbers as English words: pure functions from figures to words."""

from functools import lru_cache

from accessnews.normalize.numbers import groups
from accessnews.normalize.tables import mapped, table

_SMALL: list[str] = table("en", "numbers")["small"]
_TENS: list[str] = table("en", "numbers")["tens"]
_GROUPS: list[str] = table("en", "numbers")["groups"]
_ORDINALS = mapped("en", "numbers", "ordinals")
LONGEST = 3 * (len(_GROUPS) + 1)
"""Digits; a longer number is said digit by digit."""


@lru_cache(maxsize=2048)
def cardinal(figures: str, gender: str = "", british: bool = False) -> str:
    """``"1204"``: one thousand two hundred (and) four; ``british`` says the "and", and there is no ``gender``."""
    figures = figures.lstrip("0")
    if not figures:
        return _SMALL[0]
    if len(figures) > LONGEST:
        return digits(figures)
    out: list[str] = []
    for place, group in groups(figures, 3):
        out += [*_group(group, british, joined=bool(out) and place == 0), *_GROUPS[place - 1 : place]]
    return " ".join(out) or _SMALL[0]


def _group(group: int, british: bool, joined: bool) -> list[str]:
    """One to 999; ``joined`` where larger groups came before it."""
    hundreds, low = divmod(group, 100)
    out = [_SMALL[hundreds], "hundred"] if hundreds else []
    if low and british and (out or joined):
        out.append("and")
    return [*out, two(low)] if low else out


def two(number: int) -> str:
    """Zero to 99."""
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def ordinal(figures: str, british: bool = False) -> str:
    """``"21"``: twenty-first."""
    return ranked(cardinal(figures, british=british))


def ranked(words: str) -> str:
    """The ordinal of a number in words."""
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last in _ORDINALS:
        return head + _ORDINALS[last]
    return head + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def digits(figures: str, zero: str = "zero") -> str:
    """Figures one by one; what is no digit is passed over."""
    return " ".join(zero if figure == "0" else _SMALL[int(figure)] for figure in figures if figure.isdecimal())


def year(figures: str, british: bool = False) -> str:
    """Three or four figures, as years are said: nineteen oh five, two thousand (and) nine, twenty twenty."""
    if len(figures) != 4 or figures[0] == "0":
        return cardinal(figures, british=british)
    century, low = int(figures[:2]), int(figures[2:])
    if century % 10 == 0 and low < 10:
        return cardinal(figures, british=british)
    if low == 0:
        return f"{two(century)} hundred"
    return f"{two(century)} {two(low) if low > 9 else 'oh ' + _SMALL[low]}"


def pairs(figures: str) -> str:
    """Figures as flights, rooms and roads are said: three seventy, seventeen oh one, but three hundred."""
    if len(figures) == 3 and figures[1:] != "00" and figures[0] != "0":
        low = int(figures[1:])
        return f"{_SMALL[int(figures[0])]} {two(low) if low > 9 else 'oh ' + _SMALL[low]}"
    if len(figures) == 4:
        return year(figures)
    return digits(figures) if figures[0] == "0" else cardinal(figures)


def plural(words: str) -> str:
    """More than one of what a number in words names: nineties, thousands, sixes."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return words + ("es" if words.endswith("x") else "s")
