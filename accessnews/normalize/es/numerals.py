"""Numbers as Spanish words: pure functions from figures to words."""

from accessnews.normalize.numbers import groups
from accessnews.normalize.tables import table

_SMALL: list[str] = table("es", "numbers")["small"]
_TENS: list[str] = table("es", "numbers")["tens"]
_HUNDREDS: list[str] = table("es", "numbers")["hundreds"]
_GROUPS = (("", ""), ("millón", "millones"), ("billón", "billones"), ("trillón", "trillones"))
_RANKS: list[str] = table("es", "numbers")["ranks"]
_RANKED_TENS: list[str] = table("es", "numbers")["ranked-tens"]
_TEENS: list[str] = table("es", "numbers")["ranked-teens"]
_LONGEST = 24


def cardinal(figures: str, gender: str = "") -> str:
    """``"1201"``: mil doscientos uno; before a noun ("m") un, before a feminine one ("f") doscientas una."""
    figures = figures.lstrip("0") or "0"
    if figures == "0" or len(figures) > _LONGEST:
        return " ".join(_SMALL[int(figure)] for figure in figures)
    out: list[str] = []
    for place, group in groups(figures, 6):
        name, many = _GROUPS[place]
        out += [_thousands(group, "m" if place else gender), name if group == 1 else many]
    return " ".join(filter(None, out))


def _thousands(number: int, gender: str) -> str:
    """One to 999,999."""
    thousands, low = divmod(number, 1000)
    head = "" if not thousands else "mil" if thousands == 1 else f"{_hundreds(thousands, gender or 'm', True)} mil"
    return f"{head} {_hundreds(low, gender)}".strip() if low or not head else head


def _hundreds(number: int, gender: str, short: bool = False) -> str:
    """One to 999; ``short`` before "mil", where even feminine "veintiún mil" is."""
    hundreds, low = divmod(number, 100)
    if hundreds == 1:
        head = "ciento" if low else "cien"
    else:
        head = _HUNDREDS[hundreds] if hundreds else ""
        head = f"{head[:-2]}as" if head and gender == "f" else head
    return f"{head} {two(low, 'm' if short else gender)}".strip() if low else head


def two(number: int, gender: str = "") -> str:
    """Zero to 99."""
    if number < 30:
        words = _SMALL[number]
    else:
        tens, ones = divmod(number, 10)
        words = f"{_TENS[tens]} y {_SMALL[ones]}" if ones else _TENS[tens]
    if not words.endswith("uno") or not gender:
        return words
    if gender == "f":
        return f"{words[:-1]}a"
    return "veintiún" if words == "veintiuno" else words[:-1]


def ordinal(number: int, gender: str = "m", short: bool = False) -> str:
    """``3``: tercero, tercera or, before a noun, tercer; a number over 99 stays a cardinal."""
    if not 1 <= number < 100:
        return cardinal(str(number))
    tens, ones = divmod(number, 10)
    if number < 10:
        words = _RANKS[number]
    elif number < 20:
        words = _TEENS[ones]
    else:
        words = f"{_RANKED_TENS[tens]} {_RANKS[ones]}" if ones else _RANKED_TENS[tens]
    if gender == "f":
        return " ".join(f"{word[:-1]}a" for word in words.split(" "))
    return words[:-1] if short and words.endswith(("primero", "tercero")) else words


def decimals(figures: str) -> str:
    """Noughts one by one, then a number; more than three figures one by one."""
    if len(figures) > 3:
        return " ".join(_SMALL[int(figure)] for figure in figures)
    number = figures.lstrip("0")
    return " ".join(["cero"] * (len(figures) - len(number)) + ([cardinal(number)] if number else []))
