"""What picture desks call the columns of their sheets: as Photo Mechanic, Lightroom and ExifTool write them."""

import re
from collections.abc import Sequence

_GROUP = re.compile(
    r"^\s*(?:\[[^\]]{1,20}\]|(?:XMP|IPTC|EXIF|IFD0|File|System)(?:-\w{1,20})?\s*[: ])\s*", re.IGNORECASE
)
CAPTION = (
    "caption",
    "captionabstract",
    "description",
    "imagedescription",
    "captiondescription",
    "descriptioncaption",
)
FILE = ("filename", "file", "sourcefile", "name", "image", "imagename", "imagefile", "photo", "path", "id")
ALT = ("alt", "alttext", "alttextaccessibility", "alternativetext")
LONG = ("longdescription", "extdescraccessibility", "extendeddescription", "extendeddescriptionaccessibility")
LANG = ("lang", "language")


def plain_name(column: str) -> str:
    """The letters of a column's name, without the group of fields that it is from: ``IPTC:Caption-Abstract``."""
    return re.sub(r"[\W_]+", "", _GROUP.sub("", column)).lower()


def find(header: Sequence[str], names: Sequence[str]) -> list[int]:
    """The columns that have one of these names, in the order of the names."""
    plain = [plain_name(column) for column in header]
    return [place for name in names for place, column in enumerate(plain) if column == name]
