"""What the press adds to prose: the dateline at the start of a story, the byline above it."""

import re

_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’-]{1,24}(?:[ /][A-Z][A-Z.'’-]{1,24}){0,4})(?:, (?:[A-Z][\w.]{1,20} ?){1,4})?"
    r"(?:,? \([A-Z][\w /.]{1,30}\))?(?:,? [A-Z][a-z]{2,8}\.? [0-9]{1,2})?[ ]?(?:[–—]| -{1,2}(?=\s)|: )"
)


_BYLINE = re.compile(r"(?:By|BY) (?:[A-Z]\.? ?){0,3}[A-Z][A-Z'’-]{1,30}(?=[ .,;/]|$)[^\n]{0,120}$")


_SENTENCE_END = re.compile(r"\w\w\. \S")


def is_byline(text: str) -> bool:
    """Whether a text names who wrote the story, in capitals: ``By RUTH MAST and J.T. KERR, Associated Press``."""
    return bool(_BYLINE.match(text)) and not _SENTENCE_END.search(text)


def dateline(text: str) -> int:
    """How many characters at the start are the place of a dateline in capitals: ``KYIV, Ukraine (AP) —``."""
    match = _DATELINE.match(text)
    return match.end("place") if match else 0
