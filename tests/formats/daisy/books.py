"""A talking book, opened: what its files say, for tests to compare."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

XHTML = "{http://www.w3.org/1999/xhtml}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Line:
    """One element of ncc.html's body."""

    tag: str
    kind: str
    id: str
    file: str  # SMIL
    target: str  # id in it
    label: str


@dataclass(frozen=True)
class Par:
    """One ``par``, with times in milliseconds."""

    smil: str
    id: str
    text_id: str
    required: str | None
    text: str  # file#id
    audio: str
    start: int
    end: int


class TalkingBook:
    """A DAISY 2.02 book from the bytes of its zip."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        self.ncc, self.content = self.xml("ncc.html"), self.xml("content.html")
        self.lines = [_line(element) for element in self.ncc.iterfind(f"{XHTML}body/*")]
        self.smils = list(dict.fromkeys(line.file for line in self.lines))
        self.pars = [par for name in self.smils for par in self.pars_of(name)]

    def xml(self, name: str) -> Element:
        return ElementTree.fromstring(self.zip.read(name))  # noqa: S314 (our own)

    def meta(self, name: str = "ncc.html") -> list[tuple[str, str]]:
        """Names and contents of the metadata in a file."""
        metas = (element for element in self.xml(name).iter() if element.tag.endswith("meta"))
        return [(meta.get("name", ""), meta.get("content", "")) for meta in metas if meta.get("name")]

    def pars_of(self, smil: str) -> Iterator[Par]:
        (sequence,) = self.xml(smil).iterfind("body/seq")
        for par in sequence:
            text, audio = par
            clip = (_milliseconds(audio.get(name, "")) for name in ("clip-begin", "clip-end"))
            ids = par.get("id", ""), text.get("id", ""), par.get("system-required")
            yield Par(smil, *ids, text.get("src", ""), audio.get("src", ""), *clip)

    @cached_property
    def elements(self) -> dict[str, Element]:
        """The elements of content.html with an id, in its order."""
        found = [element for element in self.content.iter() if element.get("id")]
        by_id = {element.get("id", ""): element for element in found}
        assert len(by_id) == len(found), "an id is given twice"
        return by_id

    @property
    def headings(self) -> list[Line]:
        return [line for line in self.lines if line.tag[0] == "h"]

    def leads_to(self, line: Line) -> Element:
        """The element of content.html that is lit first when a player goes to a line."""
        (par,) = (par for par in self.pars if par.smil == line.file and line.target in (par.id, par.text_id))
        return self.elements[par.text.removeprefix("content.html#")]


def _line(element: Element) -> Line:
    (link,) = element
    file, _, target = link.get("href", "").partition("#")
    tag, label = element.tag.removeprefix(XHTML), link.text or ""
    return Line(tag, element.get("class", ""), element.get("id", ""), file, target, label)


def _milliseconds(clip: str) -> int:
    """A clip's end as DAISY 2.02 has it: ``npt=12.345s``."""
    found = re.fullmatch(r"npt=(\d+)\.(\d{3})s", clip)
    assert found, clip
    return int(found[1]) * 1000 + int(found[2])


def clock(value: str) -> int:
    """Milliseconds of ``hh:mm:ss.mmm``."""
    found = re.fullmatch(r"(\d\d):([0-5]\d):([0-5]\d)\.(\d{3})", value)
    assert found, value
    hours, minutes, seconds, thousandths = map(int, found.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
