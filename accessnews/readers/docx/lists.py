"""Lists of a document: which items make one, at which level, and the number that each begins with.

A word processor has no lists but numbered paragraphs (ECMA-376, part 1, 17.9). Each gets a style that says its place,
and the converter is told what to make of that style.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accessnews.readers.docx.elements import attribute, child, local, named, words_in

if TYPE_CHECKING:
    from lxml.etree import _Element

    from accessnews.readers.docx.package import Package

LIST = "accessnews-list-"
_NUMERALS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_UNORDERED = ("bullet", "none", "")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class ListRun:
    """Items of one list that nothing parts. ``style`` is that of their paragraphs."""

    style: str
    ordered: bool
    numerals: str  # as in HTML
    start: int
    around: tuple[str, ...] = ()  # styles of the lists that this one is in, the outermost first


@dataclass(frozen=True, slots=True)
class _Numbered:
    """Where a paragraph stands in the numbering."""

    number: str  # numId
    level: int


@dataclass(slots=True)
class _OpenList:
    place: _Numbered
    run: ListRun


def with_list_styles(texts: list[_Element], package: Package) -> tuple[ListRun, ...]:
    """Give every item of a list the style of its ListRun, in place of its numbering. Changes ``texts``."""
    numbering, styles = _Numbering(package.part("numbering")), _Styles(package.part("styles"))
    runs: list[ListRun] = []
    for root in texts:
        opened: list[_OpenList] = []
        container = None
        for paragraph in named(root, "p"):
            if paragraph.getparent() is not container:
                container, opened = paragraph.getparent(), []
            place = styles.place_of(paragraph)
            if place is None or not numbering.knows(place):
                opened = [] if words_in([paragraph]) else opened
                continue
            value = numbering.next_value(place)
            while opened and (opened[-1].place.level > place.level or _is_other(opened[-1].place, place)):
                opened.pop()
            if not opened or opened[-1].place.level < place.level:
                around = tuple(outer.run.style for outer in opened[:_DEEPEST])
                kind = numbering.kind(place)
                ordered = kind not in _UNORDERED
                run = ListRun(f"{LIST}{len(runs)}", ordered, _NUMERALS.get(kind, "1"), value, around)
                runs.append(run)
                opened.append(_OpenList(place, run))
            _restyle(paragraph, opened[-1].run.style)
    return tuple(runs)


def _is_other(opened: _Numbered, place: _Numbered) -> bool:
    return opened.level == place.level and opened.number != place.number


def _restyle(paragraph: _Element, style: str) -> None:
    space = paragraph.tag[: paragraph.tag.index("}") + 1]
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{space}pPr")
        paragraph.insert(0, properties)
    for element in list(properties):
        if local(element) in ("pStyle", "numPr"):
            properties.remove(element)
    properties.insert(0, properties.makeelement(f"{space}pStyle", {f"{space}val": style}))


class _Styles:
    """The numbering that paragraph styles bring (17.7.4)."""

    def __init__(self, root: _Element | None) -> None:
        styles = named(root, "style") if root is not None else []
        self._styles = {attribute(style, "styleId"): style for style in styles}

    def place_of(self, paragraph: _Element) -> _Numbered | None:
        """Where a paragraph is numbered: by itself, else by its style; None for none, and for a heading."""
        style = attribute(child(paragraph, "pPr", "pStyle"), "val")
        names = list(self._names(style))
        if any(name.startswith("heading") or name == "title" for name in names):
            return None
        properties = [child(paragraph, "pPr", "numPr"), *self._numberings(style)]
        number = next((value for numbered in properties if (value := _value(numbered, "numId"))), "")
        level = next((value for numbered in properties if (value := _value(numbered, "ilvl"))), "0")
        return _Numbered(number, int(level) if level.isdecimal() else 0) if number not in ("", "0") else None

    def _chain(self, style: str) -> list[_Element]:
        """A style and those that it is based on."""
        chain: list[_Element] = []
        while style in self._styles and self._styles[style] not in chain:
            chain.append(self._styles[style])
            style = attribute(child(chain[-1], "basedOn"), "val")
        return chain

    def _names(self, style: str) -> list[str]:
        return [style.casefold(), *(attribute(child(each, "name"), "val").casefold() for each in self._chain(style))]

    def _numberings(self, style: str) -> list[_Element | None]:
        return [child(each, "pPr", "numPr") for each in self._chain(style)]


def _value(properties: _Element | None, name: str) -> str:
    return attribute(child(properties, name), "val") if properties is not None else ""


@dataclass(slots=True)
class _Level:
    kind: str = ""
    start: int = 1


class _Numbering:
    """The numbering of a document, and how far it has counted."""

    def __init__(self, root: _Element | None) -> None:
        abstract = {attribute(each, "abstractNumId"): each for each in named_below(root, "abstractNum")}
        linked = {attribute(child(each, "styleLink"), "val"): key for key, each in abstract.items()}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counted: dict[str, str] = {}  # numId to what it counts together with
        self._values: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for number in named_below(root, "num"):
            key, base = attribute(number, "numId"), attribute(child(number, "abstractNumId"), "val")
            definition = abstract.get(base)
            if definition is not None:
                base = linked.get(attribute(child(definition, "numStyleLink"), "val") or "-", base)
            overrides = named(number, "startOverride")
            self._levels[key] = _levels(abstract.get(base), number)
            self._counted[key] = f"{base}/{key}" if overrides else base

    def knows(self, place: _Numbered) -> bool:
        return place.number in self._levels

    def kind(self, place: _Numbered) -> str:
        return self._level(place).kind

    def next_value(self, place: _Numbered) -> int:
        """The number of the next item; counting below it begins anew."""
        values = self._values[self._counted[place.number]]
        values[place.level] = values.get(place.level, self._level(place).start - 1) + 1
        for deeper in [level for level in values if level > place.level]:
            del values[deeper]
        return values[place.level]

    def _level(self, place: _Numbered) -> _Level:
        return self._levels[place.number].get(place.level, _Level("bullet"))


def named_below(root: _Element | None, name: str) -> list[_Element]:
    return [] if root is None else [element for element in root if local(element) == name]


def _levels(definition: _Element | None, number: _Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for root in (definition, *named_below(number, "lvlOverride")):
        if root is None:
            continue
        for element in named(root, "lvl", "startOverride"):
            index = attribute(element if local(element) == "lvl" else root, "ilvl")
            level = levels.setdefault(int(index) if index.isdecimal() else 0, _Level())
            start = attribute(element if local(element) == "startOverride" else child(element, "start"), "val")
            level.start = int(start) if start.isdecimal() and len(start) < 7 else level.start
            level.kind = attribute(child(element, "numFmt"), "val") or level.kind
    return levels
