"""Values of front matter as plain text: many come out of a CMS with entities and tags, or have Markdown in them."""

import re

from accessnews.text.markup import unmarked

_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,500}\")?\)(?:\{:?[^{}\n]{0,200}\})?")
_WIKI = re.compile(r"\[\[(?:[^\[\]|\n]{1,500}\|)?([^\[\]|\n]{1,500})\]\]")
_STRESSED = (
    re.compile(r"(?<![\w*])(\*\*?)(?=[^\s*])([^*\n]{1,500})(?<=\S)\1(?![\w*])"),
    re.compile(r"(?<!\w)(__?)(?=[^\s_])([^_\n]{1,500})(?<=\S)\1(?!\w)"),
)


def readable(text: str) -> str:
    """``text`` without entities, tags, and Markdown's links and stress; their words stay."""
    text = unmarked(text)
    if "[[" in text:
        text = _WIKI.sub(r"\1", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    for stressed in _STRESSED:
        text = stressed.sub(r"\2", text)
    return text
