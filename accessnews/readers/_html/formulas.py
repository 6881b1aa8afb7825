"""Formulas of a page: MathML by its alternative text or its LaTeX, and LaTeX between the delimiters of MathJax."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from accessnews.readers._html.lines import LINE
from accessnews.text.unicode import line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LATEX = re.compile(
    r"\\\((?P<inline>.{1,500}?)\\\)|\\\[(?P<shown>.{1,2000}?)\\\]|\$\$(?P<block>[^$]{1,2000})\$\$", re.DOTALL
)
_MATHS = re.compile(r"[\\^_=+<>|]|[a-zA-Z]\s*\(")  # what a price or an aside in such brackets lacks


def settle_formula(math: HtmlElement) -> None:
    """Put a formula's alternative text in its place, or its source, marked as such (MathML Core, ``alttext``)."""
    if math.getparent() is None:
        return
    alternative = line(math.get("alttext") or "")
    sources = (part for part in math.iter("annotation") if "tex" in (part.get("encoding") or ""))
    latex = next((line(part.text_content()) for part in sources), "")
    for part in list(math.iter("annotation", "annotation-xml")):
        part.drop_tree()
    text = alternative or latex or line(math.text_content())
    formula = math.makeelement("span", {LINE: math.get(LINE, "")})
    if not alternative or "\\" in alternative:
        formula.set("data-formula", "")
    formula.text, formula.tail = text, math.tail
    math.getparent().replace(math, formula)


def mark_latex(root: HtmlElement) -> None:
    """Mark LaTeX in the text of ``root``, but not in code."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in ("pre", "code", "script", "style", "textarea"):
            continue
        if element.text and ("\\" in element.text or "$$" in element.text):
            element.text = _split(element, element.text, 0)
        for child in list(element):
            if child.tail and ("\\" in child.tail or "$$" in child.tail):
                child.tail = _split(element, child.tail, element.index(child) + 1)


def _split(above: HtmlElement, text: str, at: int) -> str:
    """The text before the first formula; the formulas go into ``above`` from its child ``at`` on."""
    before, last = text, None
    end = 0
    for match in _LATEX.finditer(text):
        source = match["inline"] or match["shown"] or match["block"]
        if not _MATHS.search(source):
            continue
        formula = above.makeelement("span", {"data-formula": ""})
        formula.text = line(source)
        if last is None:
            before = text[: match.start()]
        else:
            last.tail = text[end : match.start()]
        above.insert(at, formula)
        at, end, last = at + 1, match.end(), formula
    if last is not None:
        last.tail = text[end:]
    return before
