"""The zip archive that a DOCX file is: its parts, within bounds, as XML that nothing outside can change."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from accessnews.model.errors import AccessNewsError, Place, UsageError
from accessnews.text.archive import LIMIT, unzipped
from accessnews.text.files import content

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 200  # elements in elements: the converter walks them by recursion
_RESAVE = "open it in a word processor and save it again as .docx"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document by their names in the archive. XML is parsed: editing a tree edits the document."""

    path: Path
    sha256: str  # of the file's bytes
    xml: dict[str, _Element]
    data: dict[str, bytes]  # all else: pictures, fonts

    @property
    def at(self) -> Place:
        return Place(str(self.path))

    def part(self, kind: str) -> _Element | None:
        """The first part of a kind: styles, numbering, comments."""
        return next((root for name, root in self.xml.items() if _kind(name) == kind), None)

    def parts(self, *kinds: str) -> list[_Element]:
        """The parts of some kinds, in the order of the archive."""
        return [root for name, root in self.xml.items() if _kind(name) in kinds]

    def archive(self) -> io.BytesIO:
        """The document as a zip archive, XML as UTF-8 and without a document type."""
        from lxml import etree

        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for name, root in self.xml.items():
                archive.writestr(name, etree.tostring(root, encoding="utf-8", xml_declaration=True))
            for name, data in self.data.items():
                archive.writestr(name, data)
        file.seek(0)
        return file


def _kind(name: str) -> str:
    """What a part is, by its name; building blocks for new text (12.3.6, glossary) are nothing of the story."""
    if "glossary/" in name:
        return ""
    return name.rsplit("/", 1)[-1].removesuffix(".xml").rstrip("0123456789")


def opened(path: Path) -> Package:
    """The document at ``path``. Raises AccessNewsError for one that is damaged, protected or hostile."""
    try:
        data = content(path, LIMIT)
    except FileNotFoundError as error:
        raise UsageError("there is no such file", Place(str(path))) from error
    package = Package(path, hashlib.sha256(data).hexdigest(), {}, {})
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise AccessNewsError("an old or a password-protected Word file", package.at, "save it as .docx, unprotected")
    for name, part in unzipped(data, package.at, _RESAVE):
        if name.endswith((".xml", ".rels")):
            package.xml[name] = _parsed(part, name, package.at)
        else:
            package.data[name] = part
    if not any(name.startswith("word/") for name in package.xml):
        raise AccessNewsError("this is no Word document", package.at, _RESAVE)
    return package


def _parsed(data: bytes, name: str, at: Place) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise AccessNewsError(f"the file is damaged: {name} is no XML", at, _RESAVE) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs know it for HTML only
        raise AccessNewsError(f"{name} has a document type", at, _RESAVE)
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise AccessNewsError(f"{name} is nested more than {_DEEPEST} deep", at, _RESAVE)
    return root
