"""Line numbers of tags, written onto them before any parser moves, closes or drops something.

A parser's own numbers will not do: libxml2 counts to 65,535 and names the line where a tag ends, and what the
sanitiser gives back is new text.
"""

import re
from collections.abc import Iterator
from itertools import islice

LINE = "data-line"
MOST_ATTRIBUTES = 500  # of one tag; parsers compare each with all before it

_NEXT = re.compile(r"<(?:(?P<open>[a-zA-Z][^\s/>]*)|(?P<comment>!--)|(?P<other>[!?]))")
_VALUE_OR_END = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')?|>")  # quotes count behind an equals sign only
_RAW = re.compile(r"(?:script|style|textarea|title|xmp|iframe|noembed|noframes)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[^\s/>=]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]*))?")
_SELF_CLOSED = re.compile(
    r"<(?P<name>(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)[a-zA-Z][\w:-]*)(?![\w:-])"
    r"(?P<rest>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*?)/>"
)


def with_lines(html: str, first: int = 1) -> str:
    """``html`` with its line in ``data-line`` on every opening tag; ``first`` is the line ``html`` begins on."""
    parts: list[str] = []
    done = 0  # characters of ``html`` that are in ``parts``
    line, counted = first, 0
    for match, _ in _opening_tags(html):
        line += html.count("\n", counted, match.start())
        counted = match.start()
        parts += [html[done : match.end()], f' {LINE}="{line}"']
        done = match.end()
    parts.append(html[done:])
    return "".join(parts)


def crowded(html: str) -> re.Match[str] | None:
    """The first tag with more than ``MOST_ATTRIBUTES``, by its name; ``line_in`` tells its line."""
    for match, end in _opening_tags(html):
        if end - match.end() > 2 * MOST_ATTRIBUTES:
            attributes = _ATTRIBUTE.finditer(html, match.end(), end)
            if next(islice(attributes, MOST_ATTRIBUTES, None), None):
                return match
    return None


def line_in(html: str, tag: re.Match[str]) -> int:
    """The line that ``with_lines`` wrote onto a tag, or onto the last one before it that has one; 0 for none."""
    mark = f' {LINE}="'
    start = html.rfind(mark, 0, tag.end() + len(mark)) + len(mark)
    written = html[start : start + 9].partition('"')[0]
    return int(written) if start >= len(mark) and written.isdecimal() else 0


def _opening_tags(html: str) -> Iterator[tuple[re.Match[str], int]]:
    """Every opening tag, up to its name, and where it ends."""
    at = 0
    while match := _NEXT.search(html, at):
        if not match["open"]:
            at = _behind(html, "-->" if match["comment"] else ">", match.end())
            continue
        end = at = _tag_end(html, match.end())
        if _RAW.fullmatch(match["open"]):
            at = _behind_raw(html, match["open"], at)
        yield match, end


def _tag_end(html: str, start: int) -> int:
    """Where a tag is over of which ``start`` is behind the name; the end of the text where it is not closed."""
    marks = _VALUE_OR_END.finditer(html, start)
    return next((mark.end() for mark in marks if mark.group() == ">"), len(html))


def _behind(html: str, mark: str, start: int) -> int:
    """Where what ``mark`` ends is over; the end of the text where nothing ends it, as parsers have it."""
    start_of_mark = html.find(mark, start)
    return start_of_mark + len(mark) if start_of_mark >= 0 else len(html)


def _behind_raw(html: str, name: str, start: int) -> int:
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(html, start)
    return closing.start() if closing else len(html)


def unfolded(xhtml: str) -> str:
    """XHTML as an HTML parser has to see it: ``<p/>`` opens nothing."""
    return _SELF_CLOSED.sub(lambda match: f"<{match['name']}{match['rest']}></{match['name']}>", xhtml)
