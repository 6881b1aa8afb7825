"""How English is used: which of its two ways with numbers, dates and spelling a text follows."""

from accessnews.text.langtag import region

_AMERICAN = frozenset({"", "us", "ph", "pr", "gu", "vi", "as", "mp", "um"})


def is_british(lang: str) -> bool:
    """Whether a BCP 47 tag stands for day before month, "and" in numbers and metres.

    English without a region is American, as in the likely subtags of CLDR.
    """
    return region(lang) not in _AMERICAN


def spelled(unit: str, british: bool) -> str:
    """The name of a unit in the spelling of the text."""
    if not british:
        return unit
    for american, ours in (("meter", "metre"), ("liter", "litre")):
        unit = unit.replace(american, ours)
    return unit
