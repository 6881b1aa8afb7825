"""Changes to the source of Markdown or HTML that leave code alone."""

import re
from collections.abc import Callable, Iterator

_CODE = re.compile(
    r"""
      ^(?P<fence>[ \t>]{0,12}(?P<mark>`{3,}|~{3,})).*?(?:^[ \t>]{0,12}(?P=mark)|\Z)
    | <(?P<element>pre|code|script|style|textarea)\b.*?</(?P=element)\s*>
    | (?<!`)(?P<ticks>`{1,3})(?!`)[^`]{1,2000}(?P=ticks)(?!`)
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


def outside_code(pattern: re.Pattern[str], change: Callable[[re.Match[str]], str], text: str) -> str:
    """``text`` with what ``pattern`` matches changed, but for matches that begin in code."""
    parts, at = [], 0
    for match in outside(pattern, text):
        parts += [text[at : match.start()], change(match)]
        at = match.end()
    return "".join((*parts, text[at:]))


def outside(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What ``pattern`` matches in ``text``, but for matches that begin in code."""
    spans = (
        [match.span() for match in _CODE.finditer(text)] if any(mark in text for mark in ("`", "~~~", "<")) else []
    )
    at = 0
    for match in pattern.finditer(text):
        while at < len(spans) and spans[at][1] <= match.start():
            at += 1
        if at == len(spans) or spans[at][0] > match.start():
            yield match
