"""Text inside a block: runs with their marks, gathered while a tree is walked."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from accessnews.model.article import Run, Text
from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.readers._html.sanitize import line_of
from accessnews.text.langtag import canonical
from accessnews.text.unicode import fold, line, shortened

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.html import HtmlElement

_EM = frozenset({"em", "i", "cite", "dfn", "var"})
_STRONG = frozenset({"strong", "b", "dt"})
_CODE = frozenset({"code", "kbd", "samp"})
_ABBREVIATED = frozenset({"abbr", "dfn"})
_SOURCE_LINES = re.compile(r"[\n\r]+")
_QUOTES = ("“", "”", "‘", "’")
_SCRIPTS = ("sup", "sub")
_DELETED = frozenset({"del", "s", "strike"})
_FLOWS = frozenset(
    {
        *_EM,
        "b",
        "strong",
        *_CODE,
        "a",
        "abbr",
        "bdi",
        "bdo",
        "br",
        "del",
        "img",
        "ins",
        "mark",
        "q",
        "ruby",
        "s",
        "small",
        "strike",
    }
    | {"span", "sub", "sup", "time", "u", "wbr"}
)
_KINDS = {
    "relative": "goes to another place on its own site",
    "javascript": "runs a program",
    "data": "holds data and no address",
}
_MOST_LINKS = 25  # dropped links that are told one by one


def is_block(element: HtmlElement) -> bool:
    """Whether an element stands on lines of its own."""
    return element.tag not in _FLOWS


class Inline:
    """The marks in force, the runs so far, and where in the source the walk is."""

    def __init__(self, path: str, lang: str, notes: Collection[str] = (), line: int = 1) -> None:
        self.path = path
        self.line = line
        self.begun = 0  # the line on which the first word of ``runs`` stands
        self.runs: list[Run] = []
        self.findings: list[Finding] = []
        self._lang = lang.casefold()  # the article's own: phrases in it are not marked
        self._notes = notes
        self._marks = [Run("")]
        self._quotes = 0
        self._links = 0

    def at(self) -> Place:
        return Place(self.path, self.line)

    def start(self, element: HtmlElement) -> None:
        """Enter an element: its line, its marks."""
        self.line = line_of(element) or self.line
        self._marks.append(self._marked(element))
        if element.tag == "br":
            self.runs.append(replace(self._marks[-1], text="\n"))
        elif element.tag == "q":
            self._quotes += 1
            self.text(_QUOTES[0 if self._quotes % 2 else 2])
        if kind := element.get("data-embed"):
            self._found("embed-dropped", f"{line(kind)} is left out", "tell in the text what it shows")
        if words := element.get("data-desk"):
            self._found(
                "desk-matter", f"a comment of the desk is left out: “{line(words)}”", "nothing of it is published"
            )
        if element.get("data-formula") is not None:
            words = shortened(line("".join(element.itertext())), 60)
            self._found("formula-unread", f"a formula is told as such: “{words}”", "say in the text what it says")

    def end(self, element: HtmlElement) -> None:
        if element.tag == "q":
            self.text(_QUOTES[1 if self._quotes % 2 else 3])
            self._quotes -= 1
        self._marks.pop()

    def text(self, text: str | None) -> None:
        if text:
            if not self.begun and (words := text.lstrip()):
                self.begun = self.line + text.count("\n", 0, len(text) - len(words))
            self.runs.append(replace(self._marks[-1], text=_SOURCE_LINES.sub(" ", text)))
            self.line += text.count("\n")

    def take(self) -> Text:
        """The runs so far, folded; none are left."""
        text, self.runs, self.begun = fold(self.runs), [], 0
        return text

    def _found(self, code: str, message: str, hint: str) -> None:
        self.findings.append(Finding(code, message, self.at(), hint))

    def _marked(self, element: HtmlElement) -> Run:
        marks = self._marks[-1]
        tag = element.tag
        if tag in _EM:
            marks = replace(marks, em=True)
        elif tag in _STRONG:
            marks = replace(marks, strong=True)
        elif tag in _CODE:
            marks = replace(marks, code=True)
        elif tag in _SCRIPTS:
            marks = replace(marks, script=tag)
        elif tag in _DELETED:
            marks = replace(marks, deleted=True)
        elif tag == "mark":
            marks = replace(marks, highlighted=True)
        elif tag == "ruby":
            marks = replace(marks, ruby=line(element.get("data-ruby") or ""))
        elif tag == "a":
            marks = self._linked(element, marks)
        if styled := element.get("data-marks"):
            marks = _styled(marks, styled.split())
        if element.get("data-formula") is not None:
            marks = replace(marks, formula=True)
        if tag in _ABBREVIATED and (title := line(element.get("title") or "")):
            marks = replace(marks, title=title)
        if (note := element.get("data-note") or "") in self._notes:
            marks = replace(marks, note=note, script="")
        return self._spoken(element, marks)

    def _linked(self, element: HtmlElement, marks: Run) -> Run:
        if dropped := element.get("data-dropped"):
            self._links += 1
            if self._links <= _MOST_LINKS:
                what = _KINDS.get(dropped, f"begins with {line(dropped)[:20]}:")
                self._found(
                    "link-dropped", f"a link is left out: it {what}", "write the whole address, with https://"
                )
        return replace(marks, href=element.get("href") or marks.href)

    def _spoken(self, element: HtmlElement, marks: Run) -> Run:
        written = element.get("lang")
        if not written:
            return marks
        tag = canonical(written)
        if not tag:
            self._found("lang-unreadable", f"“{line(written)[:40]}” is no language tag", "write en, pt-BR, zh-Hant")
            return marks
        return replace(marks, lang="" if tag.casefold() == self._lang else tag)


def unbroken(text: Text) -> Text:
    """``text`` on one line, as headings and captions are."""
    return tuple(replace(run, text=run.text.replace("\n", " ")) for run in text)


def _styled(marks: Run, styles: list[str]) -> Run:
    """Marks that a style gives: ``em``, ``strong``, ``deleted``, ``sup``, ``sub``."""
    for style in styles:
        match style:
            case "sup" | "sub":
                marks = replace(marks, script=style)
            case "deleted":
                marks = replace(marks, deleted=True)
            case "strong":
                marks = replace(marks, strong=True)
            case "em":
                marks = replace(marks, em=True)
    return marks


def text_of(root: HtmlElement, inline: Inline, without: Collection[HtmlElement] = ()) -> Text:
    """The text in an element as one run of text, whatever blocks are in it, but for the elements ``without``."""
    from lxml import etree

    kept, begun, inline.runs = inline.runs, inline.begun, []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        skipped = any(element is element_without for element_without in without)
        if event == "start":
            inline.start(element)
            if is_block(element):
                inline.text(" ")
            if skipped:
                walker.skip_subtree()
            else:
                inline.text(element.text)
        else:
            inline.end(element)
            if element is not root:
                inline.text(" " if is_block(element) else None)
                inline.text(element.tail)
    text = inline.take()
    inline.runs, inline.begun = kept, begun
    return text
