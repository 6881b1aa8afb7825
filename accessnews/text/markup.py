"""Entities and tags of HTML in what should be plain text: captions, headlines, names out of a CMS."""

import re
from html import unescape

_ELEMENT = re.compile(
    r"</?(?:a|abbr|b|br|cite|code|del|div|em|figcaption|font|h[1-6]|i|img|ins|li|mark|p|q|s|small|span|strong|sub|sup|u|ul)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


def unescaped(text: str) -> str:
    """``text`` with the signs that entities stand for, even where they were escaped twice on their way."""
    for _ in range(2):
        if not _ENTITY.search(text):
            break
        text = unescape(text)
    return text


def unmarked(text: str) -> str:
    """``text`` with the signs that entities stand for and without tags; what stood between tags stays."""
    text = unescaped(text)
    return _ELEMENT.sub(_blank, text) if "<" in text else text


def _blank(element: re.Match[str]) -> str:
    """What stands for a tag: a blank for one that begins a line."""
    return " " if re.match(r"</?(?:br|p|div|li|h\d)\b", element[0], re.IGNORECASE) else ""
