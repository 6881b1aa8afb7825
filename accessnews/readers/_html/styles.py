"""What style sheets say of words: struck out, raised, lowered, bold and italic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MARKS = "data-marks"
_RULE = re.compile(r"([^{}]{1,300})\{([^{}]{0,2000})\}")
_CLASS = re.compile(r"(?:span|font|p|li|ol|del|s)?\.([\w-]{1,60})")
_SHEET = 200_000  # characters of style sheets that are looked at
_DECLARATION = re.compile(r"([a-z-]{3,30})\s*:\s*([^;]{1,60})", re.IGNORECASE)
_BOLD = re.compile(r"bold(?:er)?|[6-9]00")
_SPANS = ("span", "font")


def class_styles(tree: HtmlElement) -> dict[str, dict[str, str]]:
    """The declarations of each class that a sheet in the page styles by itself."""
    sheets = "".join(style.text or "" for style in tree.iter("style"))[:_SHEET]
    styles: dict[str, dict[str, str]] = {}
    for selectors, declarations in _RULE.findall(sheets):
        for selector in selectors.split(","):
            if name := _CLASS.fullmatch(selector.strip()):
                styles.setdefault(name[1], {}).update(_declared(declarations))
    return styles


def _declared(style: str) -> dict[str, str]:
    return {name.lower(): value.strip().lower() for name, value in _DECLARATION.findall(style[:2000])}


def style_of(element: HtmlElement, styles: dict[str, dict[str, str]]) -> dict[str, str]:
    """The declarations for one element: its classes', then its own."""
    found: dict[str, str] = {}
    for name in (element.get("class") or "").split()[:20]:
        found |= styles.get(name, {})
    return found | _declared(element.get("style") or "")


def marks_of(element: HtmlElement, style: dict[str, str]) -> list[str]:
    """The marks that a style gives an element; bold and italic only where it has no other reason to be."""
    marks = []
    if "line-through" in style.get("text-decoration", "") + style.get("text-decoration-line", ""):
        marks.append("deleted")
    if (align := style.get("vertical-align", "")) in ("super", "sub"):
        marks.append("sup" if align == "super" else "sub")
    if element.tag in _SPANS:
        if _BOLD.fullmatch(style.get("font-weight", "")):
            marks.append("strong")
        if style.get("font-style") in ("italic", "oblique"):
            marks.append("em")
    return marks
