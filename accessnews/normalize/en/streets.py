"""Streets: whether a name of one follows."""

import re
from functools import cache

from accessnews.normalize.en.nearby import listed
from accessnews.normalize.grammar import LOOK, Scan


def follows(scan: Scan, at: int) -> bool:
    """Whether a street's name comes after a blank: ``Elm St.``, ``N. 1st Street``."""
    return bool(_street().match(scan.text, at, at + LOOK))


@cache
def _street() -> re.Pattern[str]:
    streets = "|".join(sorted(listed("streets")))
    names = r"(?:[NSEW]\.?|[A-Z][\w'’]{1,20}|[0-9]{1,3}(?:st|nd|rd|th))[ \u00a0]"
    return re.compile(rf"[ \u00a0](?:{names}){{1,4}}(?:{streets})\b")
