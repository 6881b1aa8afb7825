"""XHTML 1.0 Transitional, for reading systems that are older than HTML5."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

XHTML = "http://www.w3.org/1999/xhtml"
DOCTYPE = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"'
    ' "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
)

_OLDER = {
    "article": "div",
    "aside": "div",
    "details": "div",
    "figcaption": "div",
    "figure": "div",
    "header": "div",
    "main": "div",
    "mark": "span",
    "rp": "span",
    "rt": "span",
    "ruby": "span",
    "section": "div",
    "summary": "p",
    "time": "span",
}
_UNKNOWN = ("aria-", "datetime", "open", "reversed", "role", "tabindex")  # items of reversed lists have values
_EMPTY = re.compile("></(?:br|hr|img|link|meta)>")


def xhtml1(root: Element) -> bytes:
    """An XHTML document of the page's elements, written with those of 2000 in their place; ``root`` is used up.

    What has no equal becomes a ``div`` or ``span`` with its name for a class. Only what can have no content is
    closed where it opens, so that it can be read as HTML (XHTML 1.0, C.2 and C.3).
    """
    for element in root.iter():
        name = element.tag.removeprefix(f"{{{XHTML}}}")
        element.tag = _OLDER.get(name, name)
        if element.tag != name:
            element.set("class", f"{name} {element.get('class', '')}".strip())
        for attribute in [each for each in element.keys() if each.startswith(_UNKNOWN)]:  # noqa: SIM118 (no mapping)
            del element.attrib[attribute]
    root.set("xmlns", XHTML)
    text = ElementTree.tostring(root, "unicode", short_empty_elements=False)
    return (DOCTYPE + _EMPTY.sub(" />", text) + "\n").encode()
