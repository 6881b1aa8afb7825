"""Values of front matter as plain text: many come out of a CMS with entities and tags, or have Markdown in them."""

import re
from html import unescape

_ELEMENT = re.compile(
    r"</?(?:a|abbr|b|br|cite|code|del|div|em|figcaption|font|h[1-6]|i|img|ins|li|mark|p|q|s|small|span|strong|sub|sup|u|ul)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,500}\")?\)(?:\{:?[^{}\n]{0,200}\})?")
_STRESSED = (
    re.compile(r"(?<![\w*])(\*\*?)(?=[^\s*])([^*\n]{1,500})(?<=\S)\1(?![\w*])"),
    re.compile(r"(?<!\w)(__?)(?=[^\s_])([^_\n]{1,500})(?<=\S)\1(?!\w)"),
)


def readable(text: str) -> str:
    """``text`` without entities, tags, and Markdown's links and stress; their words stay."""
    for _ in range(2):  # what was escaped twice on its way
        if not _ENTITY.search(text):
            break
        text = unescape(text)
    if "<" in text:
        text = _ELEMENT.sub(_blank, text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    for stressed in _STRESSED:
        text = stressed.sub(r"\2", text)
    return text


def _blank(element: re.Match[str]) -> str:
    """What stands for a tag: a blank for one that begins a line."""
    return " " if re.match(r"</?(?:br|p|div|li|h\d)\b", element[0], re.IGNORECASE) else ""
