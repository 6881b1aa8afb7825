"""What the press adds to prose: the dateline at the start of a story."""

import re

_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’-]{1,24}(?:[ /][A-Z][A-Z.'’-]{1,24}){0,4})(?:, (?:[A-Z][\w.]{1,20} ?){1,4})?"
    r"(?:,? \([A-Z][\w /.]{1,30}\))?(?:,? [A-Z][a-z]{2,8}\.? [0-9]{1,2})?[ ]?(?:[–—]| -{1,2}(?=\s)|: )"
)


def dateline(text: str) -> int:
    """How many characters at the start are the place of a dateline in capitals: ``KYIV, Ukraine (AP) —``."""
    match = _DATELINE.match(text)
    return match.end("place") if match else 0
