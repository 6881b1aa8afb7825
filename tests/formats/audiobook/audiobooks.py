"""An audiobook, opened: what its files say, for tests to compare."""

import io
import json
import posixpath
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple
from urllib.parse import unquote

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import audiobook

TYPES = {".lpf": "application/lpf+zip", ".audiobook": "application/audiobook+zip"}
MANIFESTS = {".lpf": "publication.json", ".audiobook": "manifest.json"}


class Package:
    """A package from its bytes; ``suffix`` says whose format it is in."""

    def __init__(self, suffix: str, data: bytes) -> None:
        self.suffix, self.data = suffix, data
        self.zip = zipfile.ZipFile(io.BytesIO(data))

    def read(self, name: str) -> bytes:
        return self.zip.read(name)

    def json(self, name: str) -> Any:
        """A JSON file, its numbers as they are written."""
        return json.loads(self.read(name), parse_float=Decimal)

    @property
    def manifest(self) -> Any:
        return self.json(MANIFESTS[self.suffix])

    def listed(self) -> list[str]:
        """What the manifest lists, in its order."""
        where = "url" if self.suffix == ".lpf" else "href"
        manifest = self.manifest
        return [unquote(link[where]) for link in (*manifest["readingOrder"], *manifest["resources"])]


class Clip(NamedTuple):
    """A leaf of a guided navigation document: where its text is, what sounds, its role, its picture with the alt."""

    text: str
    file: str
    start: Decimal  # seconds
    end: Decimal
    role: str
    picture: str
    alt: str


def packages(made: Edition) -> dict[str, Package]:
    """The packages of an edition, by suffix."""
    files = [file for file in audiobook.write(made) if file.offer]
    assert [(file.path, file.media_type) for file in files] == [(made.slug + end, TYPES[end]) for end in TYPES]
    assert {file.offer for file in files} == {"audiobook"}
    return {end: Package(end, whole(file)) for end, file in zip(TYPES, files, strict=True)}


def whole(file: Artifact) -> bytes:
    data = b"".join(file.pieces())
    assert len(file.data) == len(data)
    return data


def guide(made: Edition) -> Any:
    """The guide that goes beside the page."""
    (file,) = (file for file in audiobook.write(made) if not file.offer)
    assert (file.path, file.media_type) == ("guided-navigation.json", "application/guided-navigation+json")
    return json.loads(whole(file))


def clips(objects: list[Any]) -> Iterator[Clip]:
    """The leaves of a guide, from its first to its last."""
    for it in objects:
        if "children" in it:
            yield from clips(it["children"])
        else:
            file, start, end = fragment(it["audioref"])
            assert end is not None
            (role,) = it.get("role", [""])
            yield Clip(it["textref"], file, start, end, role, it.get("imgref", ""), it.get("text", ""))


def fragment(reference: str) -> tuple[str, Decimal, Decimal | None]:
    """File, start and end of a media fragment ``file#t=1.500`` or ``file#t=1.500,2.250``, in seconds."""
    found = re.fullmatch(r"([^#]+)#t=(\d+\.\d{3})(?:,(\d+\.\d{3}))?", reference)
    assert found, reference
    return unquote(found[1]), Decimal(found[2]), Decimal(found[3]) if found[3] else None


def duration(iso: str) -> Decimal:
    """Seconds of an ISO 8601 duration of nothing but seconds."""
    found = re.fullmatch(r"PT(\d+\.\d{3})S", iso)
    assert found, iso
    return Decimal(found[1])


def is_inside(name: str) -> bool:
    """Whether a path stays in its package."""
    return not name.startswith("/") and not posixpath.normpath(name).startswith("..") and "\\" not in name
