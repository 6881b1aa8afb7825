"""XML as agencies send it, parsed within bounds: no DTD, no entities of its own, nothing fetched."""

from __future__ import annotations

import re
from html import escape
from html.entities import html5
from typing import TYPE_CHECKING, cast

from accessnews.model.errors import AccessNewsError, Place
from accessnews.readers._html.lines import LINE
from accessnews.text.unicode import line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_ENCODING = re.compile(rb"<\?xml\b[^>]{0,100}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_LATIN = frozenset({"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "windows-1252", "cp1252"})
_KNOWN = re.compile(
    r"utf-?8|windows-125[0-8]|iso-8859-(?:[2-9]|1[0-6])|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc-(?:jp|kr)"
)
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,300}\?>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_XMLS_OWN = frozenset({"amp", "lt", "gt", "quot", "apos", "AMP", "LT", "GT", "QUOT"})
_SUBSET = re.compile(r"<!ENTITY\b|<!DOCTYPE[^>\[\"']{0,300}(?:[\"'][^\"'<>]{0,500}[\"'][^>\[\"']{0,100}){0,2}\[")
_ROOT = re.compile(r"<[A-Za-z_]")
_LAST_LINE = 65_535  # libxml2 counts no further
_VOID = frozenset({"br", "hr", "img", "wbr", "col"})
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def declared(data: bytes) -> str:
    """The encoding that XML declares, as a codec's name; empty for none or a strange one."""
    match = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf").lstrip()[:500])
    label = match[1].decode("ascii", "replace").lower() if match else ""
    if label in _LATIN:
        return "cp1252"
    return label if _KNOWN.fullmatch(label) else ""


def parse_xml(text: str, at: Place) -> _Element:
    """The root of a whole document. Raises AccessNewsError, with the line, for what is no XML or hides entities.

    ``at`` is where ``text`` begins; HTML's entities, which old documents get from their DTD, are what they stand for.
    """
    from lxml import etree

    root = _ROOT.search(text)
    _refuse_subset(text[: root.start() if root else len(text)], at)
    declaration = _DECLARATION.match(text)
    body = "\n" * declaration[0].count("\n") + text[declaration.end() :] if declaration else text.lstrip("\ufeff")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        tree = etree.fromstring(_ENTITY.sub(_letter, body).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        here = Place(at.path, (at.line or 1) + max(0, (error.lineno or 1) - 1))
        problem = line(str(error.msg or "not well-formed"))[:120]
        raise AccessNewsError(f"not valid XML: {problem}", here, "ask the agency for a file that is whole") from error
    subset = tree.getroottree().docinfo.internalDTD
    if subset is not None and any(subset.iterentities()):  # type: ignore[union-attr]  # the stubs lack it
        raise _own_entities(at)
    return tree


def _refuse_subset(prolog: str, at: Place) -> None:
    if subset := _SUBSET.search(prolog):
        raise _own_entities(Place(at.path, (at.line or 1) + prolog.count("\n", 0, subset.start())))


def _own_entities(at: Place) -> AccessNewsError:
    hint = "take out what is in [ … ] there"
    return AccessNewsError("the document type declares entities of its own", at, hint)


def _letter(entity: re.Match[str]) -> str:
    return entity[0] if entity[1] in _XMLS_OWN else html5.get(f"{entity[1]};", entity[0])


def local(element: _Element) -> str:
    """The name of an element without its namespace; empty for what is none."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def attribute(element: _Element | None, *names: str) -> str:
    """The first of the attributes named that says something, whatever its namespace and case."""
    if element is None:
        return ""
    values = {str(key).rsplit("}", 1)[-1].lower(): str(value) for key, value in element.items()}
    return next((values[name.lower()] for name in names if values.get(name.lower(), "").strip()), "")


def lang_of(element: _Element | None) -> str:
    """``xml:lang`` of an element or of what it stands in."""
    while element is not None:
        if value := element.get(_XML_LANG):
            return str(value)
        element = element.getparent()
    return ""


def children(element: _Element | None, *names: str) -> list[_Element]:
    """The children of an element that have one of these names."""
    return [child for child in element if local(child) in names] if element is not None else []


def child(element: _Element | None, *path: str) -> _Element | None:
    """The element that a path of names leads to, or None."""
    for name in path:
        element = next(iter(children(element, name)), None)
        if element is None:
            return None
    return element


def below(element: _Element | None, *names: str) -> Iterator[_Element]:
    """Every element of these names in an element, in order."""
    return (inner for inner in element.iter() if local(inner) in names) if element is not None else iter(())


def words(element: _Element | None, without: Iterable[str] = ()) -> str:
    """The text in an element on one line, but for what is in the elements named."""
    if element is None:
        return ""
    gone = frozenset(without)
    parts: list[str] = []
    _gather(element, gone, parts)
    return line("".join(parts))


def _gather(element: _Element, gone: frozenset[str], parts: list[str]) -> None:
    parts.append(str(element.text or "") if isinstance(element.tag, str) else "")
    for inner in element:
        if local(inner) not in gone:
            _gather(inner, gone, parts)
        parts += [" " if local(inner) in ("p", "br", "div", "li") else "", str(inner.tail or "")]


def line_of(element: _Element) -> int:
    """The line an element begins on; 0 where the parser has not counted so far."""
    number = cast("int", element.sourceline or 0)
    return number if 0 < number < _LAST_LINE else 0


def html_in(element: _Element, line: int = 0) -> str:
    """What is in an element as HTML, every tag with its line, or with none where ``line`` is the one of all."""
    parts = [escape(str(element.text or ""))]
    for inner in element:
        _write(inner, parts, not line)
    return "".join(parts)


def _write(element: _Element, parts: list[str], with_lines: bool) -> None:
    """An element and its tail; XML's own depth is bounded by its parser."""
    tag = local(element)
    if tag:
        marks = "".join(_marks(element, with_lines))
        parts += [f"<{tag}{marks}>", escape(str(element.text or ""))]
        for inner in element:
            _write(inner, parts, with_lines)
        parts.append("" if tag in _VOID else f"</{tag}>")
    elif isinstance(element.text, str):
        parts.append(escape(element.text))  # an entity that nobody knows
    parts.append(escape(str(element.tail or "")))


def _marks(element: _Element, with_lines: bool) -> Iterator[str]:
    for key, value in element.items():
        name = "lang" if key == _XML_LANG else str(key)
        if "}" not in name and name != LINE:
            yield f' {name}="{escape(str(value))}"'
    if with_lines and (number := line_of(element)):
        yield f' {LINE}="{number}"'
