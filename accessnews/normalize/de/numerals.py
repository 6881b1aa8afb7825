"""Numbers as German words: pure functions from figures to words."""

from accessnews.normalize.numbers import groups
from accessnews.normalize.tables import table

_SMALL: list[str] = table("de", "numbers")["small"]
_TENS: list[str] = table("de", "numbers")["tens"]
_GROUPS = [("Million", "Millionen"), ("Milliarde", "Milliarden"), ("Billion", "Billionen")]
_GROUPS += [("Billiarde", "Billiarden"), ("Trillion", "Trillionen")]
_ORDINALS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
_LONGEST = 18
# Between the parts of a long word: eSpeak would say "einundwierzig" and "acht-undert" else.
# It is a blank of no width: text compares alike without what is no letter.
SEAM = "\u200b"  # inside long numbers, for the voice alone


def cardinal(figures: str, gender: str = "") -> str:
    """``"1204"``: eintausendzweihundertvier; a lone one bends to what it counts ("m" or "f")."""
    figures = figures.lstrip("0") or "0"
    if figures == "1" and gender:
        return "eine" if gender == "f" else "ein"
    if len(figures) > _LONGEST:
        return " ".join(_SMALL[int(figure)] for figure in figures)
    high, low = figures[:-6], int(figures[-6:])
    out = [_high(group, *_GROUPS[place]) for place, group in groups(high, 3)]
    return " ".join([*out, _low(low)] if low or not high else out)


def _high(number: int, name: str, many: str) -> str:
    return f"eine {name}" if number == 1 else f"{_low(number)} {many}"


def _low(number: int) -> str:
    """Zero to 999,999 in one word."""
    thousands, low = divmod(number, 1000)
    if not thousands:
        return _hundreds(low)
    head = f"{'ein' if thousands == 1 else _joined(thousands)}{SEAM if thousands > 99 else ''}tausend"
    return f"{head}{SEAM}{_hundreds(low)}" if low else head


def _joined(number: int) -> str:
    """A number as the first part of a word: hunderteintausend."""
    words = _hundreds(number)
    return words.removesuffix("s") if words.endswith("eins") else words


def _hundreds(number: int) -> str:
    hundreds, low = divmod(number, 100)
    if not hundreds:
        return two(low)
    head = f"{'ein' if hundreds == 1 else _SMALL[hundreds]}{SEAM if hundreds == 8 else ''}hundert"
    return f"{head}{SEAM}{two(low)}" if low else head


def two(number: int) -> str:
    """Zero to 99."""
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    if not ones:
        return _TENS[tens]
    return f"{'ein' if ones == 1 else _SMALL[ones]}und{SEAM if tens == 4 else ''}{_TENS[tens]}"


def ordinal(number: int, ending: str) -> str:
    """``3, "en"``: dritten."""
    head, low = number - number % 100, number % 100
    words = _low(head) if head else ""
    if not low:
        return f"{words or 'null'}st{ending}"
    stem = _ORDINALS.get(low) or two(low) + ("t" if low < 20 else "st")
    return f"{words}{SEAM if words else ''}{stem}{ending}"


def year(figures: str) -> str:
    """``"1998"``: neunzehnhundertachtundneunzig."""
    number = int(figures)
    if not 1100 <= number < 2000:
        return cardinal(figures)
    hundreds, low = divmod(number, 100)
    return f"{two(hundreds)}hundert{SEAM + two(low) if low else ''}"


def joined(figures: str) -> str:
    """Figures as the first part of a word: einjährig, hundertprozentig."""
    words = cardinal(figures)
    return words.removesuffix("s") if words.endswith("eins") else words


def decimals(figures: str) -> str:
    return " ".join(_SMALL[int(figure)] for figure in figures)
