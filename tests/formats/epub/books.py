"""A book, opened: what its files say, for tests to compare."""

import io
import posixpath
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from accessnews.bundle.edition import Edition
from accessnews.formats import epub

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SMIL = "{http://www.w3.org/ns/SMIL}"
TYPE = "{http://www.idpf.org/2007/ops}type"
TEXTREF = "{http://www.idpf.org/2007/ops}textref"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Par:
    """One ``par``: the element it lights up, and its clip as written."""

    id: str
    text: str  # document#id
    audio: str
    begin: str
    end: str


class Book:
    """An EPUB from its bytes; names of files are relative to its package."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        container = ElementTree.fromstring(self.zip.read("META-INF/container.xml"))  # noqa: S314 (our own)
        (root,) = container.iter("{urn:oasis:names:tc:opendocument:xmlns:container}rootfile")
        self.folder = posixpath.dirname(root.get("full-path", ""))
        self.package = self.xml(posixpath.basename(root.get("full-path", "")))

    def read(self, name: str) -> bytes:
        return self.zip.read(f"{self.folder}/{name}")

    def xml(self, name: str) -> Element:
        return ElementTree.fromstring(self.read(name))  # noqa: S314 (our own)

    def items(self) -> dict[str, Element]:
        """The package's items by the name of their file."""
        return {item.get("href", ""): item for item in self.package.iter(f"{OPF}item")}

    def meta(self, name: str) -> list[str]:
        """The values of a property of the whole book, in order."""
        found = [meta for meta in self.package.iter(f"{OPF}meta") if meta.get("property") == name]
        return [meta.text or "" for meta in found if not meta.get("refines")]

    def pars(self, name: str = "article.smil") -> list[Par]:
        """All that an overlay lights up, from its first line to its last."""
        return [_par(par) for par in self.xml(name).iter(f"{SMIL}par")]

    def elements(self, name: str = "article.xhtml") -> dict[str, Element]:
        """The elements of a document with an id, in the order of the document."""
        found = [element for element in self.xml(name).iter() if element.get("id")]
        by_id = {element.get("id", ""): element for element in found}
        assert len(by_id) == len(found), "an id is given twice"
        return by_id


def _par(par: Element) -> Par:
    text, audio = par
    values = [audio.get(name, "") for name in ("src", "clipBegin", "clipEnd")]
    return Par(par.get("id", ""), text.get("src", ""), *values)


def book(edition: Edition) -> Book:
    """The book of an edition."""
    (artifact,) = epub.write(edition)
    assert (artifact.path, artifact.media_type) == (f"{edition.slug}.epub", "application/epub+zip")
    data = b"".join(artifact.pieces())
    assert len(artifact.data) == len(data)
    return Book(data)


def milliseconds(clock: str) -> int:
    """A clock value ``hh:mm:ss.mmm``."""
    hours, minutes, seconds = clock.split(":")
    whole, fraction = seconds.split(".")
    return (int(hours) * 3_600 + int(minutes) * 60 + int(whole)) * 1_000 + int(fraction)
