"""Numbers as French words: pure functions from figures to words."""

from accessnews.normalize.numbers import groups
from accessnews.normalize.tables import table

_SMALL: list[str] = table("fr", "numbers")["small"]
_TENS: list[str] = table("fr", "numbers")["tens"]
_NINETIES = {7: "septante", 9: "nonante"}
_GROUPS = ("", "mille", "million", "milliard", "billion", "billiard", "trillion")
_STEMS = {"cinq": "cinqu", "neuf": "neuv", "quatre": "quatr", "onze": "onz", "douze": "douz", "treize": "treiz"}
_STEMS |= {"quatorze": "quatorz", "quinze": "quinz", "seize": "seiz", "trente": "trent", "mille": "mill"}
_LONGEST = 21


def cardinal(figures: str, gender: str = "", septante: bool = False) -> str:
    """``"1281"``: mille deux cent quatre-vingt-un, or -une before a feminine noun ("f").

    ``septante`` says seventy and ninety as in Belgium and Switzerland.
    """
    figures = figures.lstrip("0") or "0"
    if figures == "0" or len(figures) > _LONGEST:
        return " ".join(_SMALL[int(figure)] for figure in figures)
    words = " ".join(_group(group, place, septante) for place, group in groups(figures, 3))
    return f"{words}e" if gender == "f" and words.endswith("un") else words


def _group(group: int, place: int, septante: bool) -> str:
    """One to 999 with its magnitude: "cent" and "vingt" take their s before "millions", not before "mille"."""
    if place == 1 and group == 1:
        return _GROUPS[1]
    words = _hundreds(group, septante)
    if place == 1:
        return f"{words.removesuffix('s') if words.endswith(('cents', 'vingts')) else words} mille"
    if place:
        return f"{words} {_GROUPS[place]}{'s' if group > 1 else ''}"
    return words


def _hundreds(number: int, septante: bool) -> str:
    hundreds, low = divmod(number, 100)
    head = "" if not hundreds else "cent" if hundreds == 1 else f"{_SMALL[hundreds]} cent"
    if not low:
        return f"{head}s" if hundreds > 1 else head
    return f"{head} {two(low, septante)}".strip()


def two(number: int, septante: bool = False) -> str:
    """Zero to 99."""
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    head = _NINETIES.get(tens, _TENS[tens]) if septante else _TENS[tens]
    if tens in _NINETIES and not septante:
        ones += 10
    if head == "quatre-vingt":
        return f"{head}-{_SMALL[ones]}" if ones else "quatre-vingts"
    if ones in (1, 11):
        return f"{head} et {_SMALL[ones]}"
    return f"{head}-{_SMALL[ones]}" if ones else head


def ordinal(words: str, gender: str = "m") -> str:
    """``"vingt et un"``: vingt et unième; ``"un"``: premier or première."""
    if words == "un":
        return "première" if gender == "f" else "premier"
    words = words.removesuffix("s") if words.endswith(("cents", "vingts", "ons", "ards")) else words
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    return f"{words[:cut]}{_STEMS.get(words[cut:], words[cut:])}ième"


def decimals(figures: str, septante: bool = False) -> str:
    """Noughts one by one, then a number; more than three figures in pairs from the left."""
    noughts = len(figures) - len(figures.lstrip("0"))
    figures = figures[noughts:]
    parts = [figures] if len(figures) < 4 else [figures[cut : cut + 2] for cut in range(0, len(figures), 2)]
    words = ["zéro"] * noughts
    for group in filter(None, parts):
        words += ["zéro"] * (len(group) - len(group.lstrip("0")))
        words += [cardinal(group, "", septante)] if group.strip("0") else []
    return " ".join(words)
