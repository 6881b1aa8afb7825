"""HTML that word processors export: what is the desk's is taken out, what is a list or a headline becomes one."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from accessnews.readers._html.lines import LINE
from accessnews.text.unicode import line, shortened

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_COMMENT = re.compile(r"#cmnt_ref\d+|#_msoanchor_\d+")  # from a comment back to its place, in Google Docs and Word
_COMMENT_MARK = re.compile(r"#cmnt\d+|#_msocom_\d+")
_COMMENTS = re.compile(r"mso-element:\s*comment\b", re.IGNORECASE)
_LIST_OF_COMMENTS = re.compile(r"mso-element:\s*comment-list", re.IGNORECASE)
_LEVEL = re.compile(r"(?:^|\s)lst-(\w+)-(\d)(?:\s|$)")  # in Google Docs' exports
_BLOCKS = ("div", "p", "li", "dd")
_LIST = re.compile(r"mso-list:\s*l(\d+)\s+level(\d+)", re.IGNORECASE)
_MARKER = re.compile(r"\s*(?:([0-9]{1,4}|[ivxlc]{1,6}|[a-z])[.)]|[^\w\s]|o(?=\s))\s*", re.IGNORECASE)
_FIRST_WORDS = 60


def settle_office(root: HtmlElement) -> None:
    """Take comments of the desk out of ``root``, make headlines and lists of the styles that say so."""
    for anchor in [anchor for anchor in root.iter("a") if _COMMENT_MARK.fullmatch(anchor.get("href") or "")]:
        mark = anchor.getparent()
        (mark if mark is not None and mark.tag == "sup" else anchor).drop_tree()
    for anchor in [anchor for anchor in root.iter("a") if _COMMENT.fullmatch(anchor.get("href") or "")]:
        _take_out(anchor, root)
    for comment in [part for part in root.iter("div") if _COMMENTS.search(part.get("style") or "")]:
        if comment.getparent() is not None and not _LIST_OF_COMMENTS.search(comment.get("style") or ""):
            _leave_out(comment)
    for ruler in [ruler for ruler in root.iter("hr") if "msocomoff" in (ruler.get("class") or "")]:
        ruler.drop_tree()
    titles = [
        p for p in islice(root.iter("p"), 40) if "title" in (p.get("class") or "").lower().replace("mso", "").split()
    ]
    if titles and next(root.iter("h1"), None) is None:
        titles[0].tag = "h1"
    _make_lists(root)
    _nest_lists(root)


def _take_out(anchor: HtmlElement, root: HtmlElement) -> None:
    """A comment: the outermost block around its anchor that holds no other's, with a mark of its first words."""
    block = anchor
    for above in anchor.iterancestors(*_BLOCKS):
        others = sum(1 for link in above.iter("a") if _COMMENT.fullmatch(link.get("href") or ""))
        if above is root or others > 1:
            break
        block = above
        if above.tag == "div":
            break
    if block.getparent() is not None:
        _leave_out(block)


def _leave_out(block: HtmlElement) -> None:
    """Take a comment out, and leave a mark of its first words."""
    words = shortened(re.sub(r"^\[\w+\]\s*", "", line(block.text_content())), _FIRST_WORDS)
    if words:
        block.addprevious(block.makeelement("span", {"data-desk": words, LINE: block.get(LINE, "")}))
    block.drop_tree()


def _make_lists(root: HtmlElement) -> None:
    """Paragraphs that Word numbers (``mso-list``) as lists, nested by their level."""
    opened: list[tuple[int, HtmlElement]] = []
    last: HtmlElement | None = None
    for paragraph in [p for p in root.iter("p") if _LIST.search(p.get("style") or "")]:
        place = _LIST.search(paragraph.get("style") or "")
        marker = _marker(paragraph)
        if place is None or marker is None:
            continue
        level = int(place[2][:2])
        if last is None or paragraph.getprevious() is not last:
            opened = []
        while opened and opened[-1][0] > level:
            opened.pop()
        if not opened or opened[-1][0] < level:
            opened.append((level, _new_list(paragraph, marker, opened)))
        item = paragraph.makeelement("li", {LINE: paragraph.get(LINE, "")})
        top = opened[0][1]
        paragraph.tag = "span"
        paragraph.tail = None
        item.append(paragraph)
        opened[-1][1].append(item)
        last = top


def _new_list(paragraph: HtmlElement, marker: str, opened: list[tuple[int, HtmlElement]]) -> HtmlElement:
    new = paragraph.makeelement("ol" if marker else "ul", {LINE: paragraph.get(LINE, "")})
    if marker.isdecimal() and marker != "1":
        new.set("start", marker)
    elif marker and not marker.isdecimal():
        new.set("type", "a" if marker.islower() else "A")
    items = opened[-1][1] if opened else None
    if items is not None and len(items):
        items[-1].append(new)
    else:
        paragraph.addprevious(new)
    return new


def _marker(paragraph: HtmlElement) -> str | None:
    """The number before a list paragraph, taken off; empty for a bullet, None where there is neither."""
    for element in islice(paragraph.iter("span"), 4):
        style = (element.get("style") or "").replace(" ", "").lower()
        if "mso-list:ignore" in style:
            found = _MARKER.match(element.text_content())
            element.drop_tree()
            return (found[1] or "") if found else ""
    return None


def _nest_lists(root: HtmlElement) -> None:
    """Lists of a lower level that Google Docs puts beside the one above them, into its last item."""
    for part in list(root.iter("ul", "ol")):
        level = _LEVEL.search(part.get("class") or "")
        above = part.getprevious()
        if level is None or above is None or above.tag not in ("ul", "ol"):
            continue
        if level[2] == "0" and "start" in (part.get("class") or "").split():
            continue
        place = _LEVEL.search(above.get("class") or "")
        if place is None or place[1] != level[1] or not len(above):
            continue
        _append_at(above, part, int(level[2]) - int(place[2]))


def _append_at(above: HtmlElement, part: HtmlElement, depth: int) -> None:
    """Put a list into the last item ``depth`` levels below a list, as a continuation where there is one."""
    part.tail = None
    for _ in range(max(depth, 1) - 1):
        inner = [child for child in above[-1] if child.tag in ("ul", "ol")]
        if not inner or not len(inner[-1]):
            break
        above = inner[-1]
    if depth > 0:
        above[-1].append(part)
    else:
        above.extend(list(part))
        part.getparent().remove(part)
