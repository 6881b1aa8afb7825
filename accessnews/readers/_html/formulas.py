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
_PICTURE = re.compile(
    r"(?:^|\s)(?:latex|tex|ql-img-inline-formula|mwe-math-fallback-image-\w+|math-image|equation)(?:\s|$)"
)
_PICTURE_SOURCE = re.compile(r"/latex\.php\?|/math/render/|latex\.codecogs\.com/|chart\?cht=tx")
_SPACED = frozenset("=+-−×·÷<>≤≥≠≈→±∈")
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
    _replace(
        math, alternative or latex or line(_linear(math)), is_words=bool(alternative) and "\\" not in alternative
    )


def settle_formula_picture(img: HtmlElement) -> None:
    """Put the text of a picture of a formula in its place, where its site makes such pictures of LaTeX."""
    alternative = line(img.get("alt") or "")
    is_formula = _PICTURE.search(img.get("class") or "") or _PICTURE_SOURCE.search(img.get("src") or "")
    if is_formula and alternative and img.getparent() is not None:
        _replace(img, alternative, is_words=False)


def _replace(element: HtmlElement, text: str, is_words: bool) -> None:
    formula = element.makeelement("span", {LINE: element.get(LINE, "")})
    if not is_words:
        formula.set("data-formula", "")
    formula.text, formula.tail = text, element.tail
    element.getparent().replace(element, formula)


def _linear(element: HtmlElement) -> str:
    """Presentation MathML on one line: a fraction as a/b, what is raised behind ^, what is lowered behind _."""
    parts = [_linear(child) for child in element if isinstance(child.tag, str)]
    match element.tag, parts:
        case "mfrac", [above, below]:
            return f"{_grouped(above)}/{_grouped(below)}"
        case "msup" | "mover", [base, above]:
            return f"{base}^{_grouped(above)}"
        case "msub" | "munder", [base, below]:
            return f"{base}_{_grouped(below)}"
        case "msubsup" | "munderover", [base, below, above]:
            return f"{base}_{_grouped(below)}^{_grouped(above)}"
        case "mroot", [base, degree]:
            return f"{_grouped(degree)}√{_grouped(base)}"
        case "msqrt", _:
            return f"√{_grouped(''.join(parts))}"
        case "mo", []:
            sign = (element.text or "").strip()
            return f" {sign} " if sign in _SPACED else sign
        case "mtr", _:
            return f"[{', '.join(parts)}]"
    return "".join(parts) or line(element.text or "")


def _grouped(part: str) -> str:
    part = part.strip()
    return part if re.fullmatch(r"\w+", part) else f"({part})"


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
