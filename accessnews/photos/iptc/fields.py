"""The fields of a photo file as Exiv2 reads them, and their texts as plain text.

The XMP toolkit inside Exiv2 keeps tables for the whole process without a lock: threads take turns here.
"""

import codecs
import re
from contextlib import suppress
from threading import Lock
from typing import Any

from accessnews.text.langtag import canonical, primary
from accessnews.text.markup import unescaped
from accessnews.text.unicode import line

_JUNK = re.compile(  # what cameras and programs write where a caption belongs, and nothing else in it
    r"(?:[A-Z]+ )*DIGITAL CAMERA|(?:KODAK )?Digital (?:Still )?Camera|SONY DSC|SAMSUNG(?: CSC| CAMERA PICTURES)?"
    r"|(?i:(?:created|processed|edited|generated) (?:by|with|using|in) .{1,60})"
    r"|LEAD Technologies Inc\..*|File written by Adobe Photoshop.*|AppleMark|Picasa"
    r"|(?i:dcim\b.*|exif[ _]jpeg.*|charset=\w+|ascii|unicode)"
    r"|[^/\\]{1,100}\.(?i:jpe?g|png|webp|gif|tiff?|hei[cf]|psd|dng|cr[23]|nef|arw)"
    r"|(?i:img|_?mg|dsc[nf]?|pict|pxl|mvi|gopr|dji|imag|cimg|sam|p)?[ _-]?\d{3,}(?:[ _-]\d+)*"
    r"|(?i:untitled|default|picture|image|photo|jpe?g|camera|null|none|n/a|unknown|unspecified|title|caption)"
    r"|(?i:(?:image )?description|screen ?shot(?: [\d .:_-]+)?)"
    r"|cof(?:ptr)?|dav|edf|fbt|mde|nor|oz(?:edf|hdr|nor)|r?hdr(?:pl)?|sdr|btf|bty|vivo|qrf"  # phones' shooting modes
)
LONGEST = 4_000  # characters of a field; IPTC asks for 250 in an alt text and sets no bound to a description

_CODECS = {"A": "cp1252", "B": "iso8859-2", "F": "iso8859-7", "G": "iso8859-6", "H": "iso8859-8", "L": "iso8859-5"}
"""Parts of ISO 8859 by the last letter of the escape sequence in IIM 1:90 (ISO 2022)."""

TURN = Lock()


def fields_of(data: bytes) -> dict[str, Any]:
    """Fields by Exiv2's names; each character of a string is one byte, for only IIM 1:90 tells their encoding."""
    fields: dict[str, Any] = {}
    library = exiv2()
    # A native parser at foreign bytes: whatever it raises, there is nothing to read.
    with TURN, suppress(Exception), library.ImageData(data) as image:
        for reads in (image.read_xmp, image.read_iptc, image.read_exif):
            with suppress(Exception):
                fields |= reads(encoding="latin-1")
    return fields


def exiv2() -> Any:
    import pyexiv2

    pyexiv2.set_log_level(4)  # mute: it would write warnings to our standard output
    return pyexiv2


def codec_of(charset: object) -> str:
    """The encoding that IIM 1:90 declares, or the one that most programs use and none declares."""
    escape = str(charset or "")
    if escape == "\x1b%G":
        return "utf-8"
    return _CODECS.get(escape[-1], "cp1252") if re.fullmatch(r"\x1b[-.].", escape) else "cp1252"


def text_of(value: object, codec: str = "utf-8") -> str:
    """A field as one line of plain text; empty where it is what cameras write."""
    if not isinstance(value, str):
        return ""
    text = line(unescaped(_decoded(value.encode("latin-1", "ignore"), codec)))
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0]
    return "" if _JUNK.fullmatch(text) else text


def _decoded(raw: bytes, codec: str) -> str:
    """Programs lie about encodings, so what is UTF-8 by its bytes is UTF-8, even if cut in the middle of a letter."""
    with suppress(UnicodeDecodeError):
        text, used = codecs.utf_8_decode(raw, "strict", False)
        if used == len(raw) or codec == "utf-8" or not text.isascii():
            return text
    return raw.decode("cp1252" if codec == "utf-8" else codec, "ignore")


def alternative(value: object, lang: str) -> tuple[str, str]:
    """The alternative of an rdf:Alt for ``lang``, and its language where that is known to be another.

    In the language itself, else in one with the same primary subtag, else the one marked as default, else the only
    one there is.
    """
    if not isinstance(value, dict):
        return text_of(value[0] if isinstance(value, list) and value else value), ""
    told: dict[str, str] = {}  # by BCP 47 tag; "" is x-default
    for key, alternative in value.items():
        if text := text_of(alternative):
            told.setdefault(canonical(str(key).removeprefix("lang=").strip('"')), text)
    wanted = canonical(lang)
    near = [tag for tag in (wanted, *sorted(told)) if tag in told and primary(tag) == primary(wanted)]
    if wanted and near:
        return told[near[0]], ""
    if "" in told:
        twins = [tag for tag, text in told.items() if tag and text == told[""]]
        return told[""], twins[0] if len(twins) == 1 else ""
    return next(((text, tag) for tag, text in told.items() if len(told) == 1), ("", ""))
