"""Tags and entities of HTML in what should be plain text, as forms and exports leave them."""

import re
from html import unescape

from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.text.unicode import clean, shortened

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_ITEM = re.compile(r"<li(?:\s[^<>\n]{0,300})?>", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|section|article|h[1-6]|ul|ol|li|blockquote|hr)(?:\s[^<>\n]{0,300})?/?>", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|em|font|i|img|q|s|small|span|strong|sub|sup|u)(?:\s[^<>\n]{0,600})?/?>", re.IGNORECASE
)
_CLOSED = re.compile(r"</(?:p|div|h[1-6]|li|a|b|em|i|span|strong|u|font)>|<br\s{0,3}/?>", re.IGNORECASE)
_PARAGRAPH, _LINE = "\u2029", "\u2028"
_HINT = "if the story is HTML, name the file .html"


def without_html(text: str, first: int, path: str) -> tuple[str, tuple[Finding, ...]]:
    """``text`` without tags and with the signs that entities stand for, its lines where they were.

    ``first`` is the number of its first line in the file ``path``. A tag that nothing closes is a word of the story.
    """
    findings: list[Finding] = []
    if "<" in text and _CLOSED.search(text):
        plain = _ITEM.sub(f"{_PARAGRAPH}* ", text)
        plain = _INLINE.sub("", _BREAK.sub(_LINE, _BLOCK.sub(_PARAGRAPH, plain)))
        pairs = zip(text.split("\n"), plain.split("\n"), strict=True)
        line, tagged = next(
            (first + number, before) for number, (before, after) in enumerate(pairs) if before != after
        )
        message = f"tags of HTML in plain text are left out: “{shortened(clean(tagged).strip(), 60)}”"
        findings.append(Finding("markup-left-out", message, Place(path, line), _HINT))
        text = plain
    entity = _ENTITY.search(text) if "&" in text else None
    if entity:
        line = first + text.count("\n", 0, entity.start())
        message = f"entities of HTML in plain text stand for their signs: “{entity[0]}”"
        findings.append(Finding("markup-left-out", message, Place(path, line), _HINT))
        text = _ENTITY.sub(lambda match: " ".join(unescape(match[0]).split("\n")), text)
    return text, tuple(findings)
