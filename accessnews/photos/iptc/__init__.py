"""What a photo file itself says: alt text, caption, credit, in its XMP, IPTC IIM and Exif fields; read and written.

The fields are those of the IPTC Photo Metadata Standard 2023.1. The XMP toolkit inside Exiv2 keeps tables for the
whole process without a lock: threads take turns here.
"""

import codecs
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any

from accessnews.alttext.placeholders import shows
from accessnews.model.alt import DescribedArticle
from accessnews.model.article import Article, Figure, Run, figures, map_figures, plain
from accessnews.photos import Photo
from accessnews.photos.iptc.metadata_blocks import media_type, metadata_blocks
from accessnews.text.credits.shape import clean
from accessnews.text.credits.split import split
from accessnews.text.langtag import canonical, primary
from accessnews.text.markup import unescaped, unmarked
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
_LONGEST = 4_000  # characters of a field; IPTC asks for 250 in an alt text and sets no bound to a description

_CODECS = {"A": "cp1252", "B": "iso8859-2", "F": "iso8859-7", "G": "iso8859-6", "H": "iso8859-8", "L": "iso8859-5"}
"""Parts of ISO 8859 by the last letter of the escape sequence in IIM 1:90 (ISO 2022)."""

_TURN = Lock()
_CAPTIONS = ("Iptc.Application2.Caption", "Exif.Image.ImageDescription")
_ALT = "Xmp.iptc.AltTextAccessibility"
_DESCRIPTION = "Xmp.iptc.ExtDescrAccessibility"


@dataclass(frozen=True, slots=True)
class Embedded:
    """What a photo file says of its picture; empty where it says nothing. No line breaks, no doubled blanks."""

    alt: str = ""
    description: str = ""  # the longer one, for those who do not see the picture
    caption: str = ""  # may have a credit in it
    credit: str = ""  # who supplies it
    creator: str = ""  # who made it
    caption_lang: str = ""  # BCP 47, where the file says that the caption is in another language than asked for


def read(file: Path, lang: str) -> Embedded:
    """What ``file`` says, in the language ``lang`` (BCP 47) where it says it in several.

    Never raises: a file that is no JPEG, PNG or WebP, that is damaged, or whose metadata are broken, hostile or
    larger than any program makes them, says nothing.
    """
    fields = _fields(metadata_blocks(file))
    codec = _codec(fields.get("Iptc.Envelope.CharacterSet"))

    def texts(*keys: str) -> list[str]:
        """All values of the first of these fields that has any."""
        values = (fields.get(key, "") for key in keys)
        lists = (value if isinstance(value, list) else [value] for value in values)
        said = ([text for value in several if (text := _said(value, codec))] for several in lists)
        return next(filter(None, said), [])

    captions = [_alternative(fields.get("Xmp.dc.description"), lang)]
    captions += [(text, "") for key in _CAPTIONS for text in texts(key)]
    caption, caption_lang = next((caption for caption in captions if caption[0] not in ("", file.stem)), ("", ""))
    return Embedded(
        alt=_alternative(fields.get(_ALT), lang)[0],
        description=_alternative(fields.get(_DESCRIPTION), lang)[0],
        caption=line(unmarked(caption)),
        credit=unmarked("".join(texts("Xmp.photoshop.Credit", "Iptc.Application2.Credit")[:1])),
        creator=unmarked(", ".join(texts("Xmp.dc.creator", "Iptc.Application2.Byline"))),
        caption_lang=caption_lang,
    )


def _fields(data: bytes) -> dict[str, Any]:
    """Fields by Exiv2's names; each character of a string is one byte, for only IIM 1:90 tells their encoding."""
    fields: dict[str, Any] = {}
    exiv2 = _exiv2()
    # A native parser at foreign bytes: whatever it raises, there is nothing to read.
    with _TURN, suppress(Exception), exiv2.ImageData(data) as image:
        for reads in (image.read_xmp, image.read_iptc, image.read_exif):
            with suppress(Exception):
                fields |= reads(encoding="latin-1")
    return fields


def _exiv2() -> Any:
    import pyexiv2

    pyexiv2.set_log_level(4)  # mute: it would write warnings to our standard output
    return pyexiv2


def _codec(charset: object) -> str:
    """The encoding that IIM 1:90 declares, or the one that most programs use and none declares."""
    escape = str(charset or "")
    if escape == "\x1b%G":
        return "utf-8"
    return _CODECS.get(escape[-1], "cp1252") if re.fullmatch(r"\x1b[-.].", escape) else "cp1252"


def _said(value: object, codec: str = "utf-8") -> str:
    """A field as one line of plain text; empty where it is what cameras write."""
    if not isinstance(value, str):
        return ""
    text = line(unescaped(_decoded(value.encode("latin-1", "ignore"), codec)))
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0]
    return "" if _JUNK.fullmatch(text) else text


def _decoded(raw: bytes, codec: str) -> str:
    """Programs lie about encodings, so what is UTF-8 by its bytes is UTF-8, even if cut in the middle of a letter."""
    with suppress(UnicodeDecodeError):
        text, used = codecs.utf_8_decode(raw, "strict", False)
        if used == len(raw) or codec == "utf-8" or not text.isascii():
            return text
    return raw.decode("cp1252" if codec == "utf-8" else codec, "ignore")


def _alternative(value: object, lang: str) -> tuple[str, str]:
    """The alternative of an rdf:Alt for ``lang``, and its language where that is known to be another.

    In the language itself, else in one with the same primary subtag, else the one marked as default, else the only
    one there is.
    """
    if not isinstance(value, dict):
        return _said(value[0] if isinstance(value, list) and value else value), ""
    told: dict[str, str] = {}  # by BCP 47 tag; "" is x-default
    for key, alternative in value.items():
        if text := _said(alternative):
            told.setdefault(canonical(str(key).removeprefix("lang=").strip('"')), text)
    wanted = canonical(lang)
    near = [tag for tag in (wanted, *sorted(told)) if tag in told and primary(tag) == primary(wanted)]
    if wanted and near:
        return told[near[0]], ""
    if "" in told:
        twins = [tag for tag, text in told.items() if tag and text == told[""]]
        return told[""], twins[0] if len(twins) == 1 else ""
    return next(((text, tag) for tag, text in told.items() if len(told) == 1), ("", ""))


def fill(article: Article, files: Mapping[str, Path]) -> Article:
    """The article with what its photo files, by figure id, say where the story itself says nothing.

    A caption that is nothing but a credit is no caption. Call it before ``review.keyed`` and ``describe_article``:
    a key depends on the caption, and credits still stand in captions here. Decorative figures stay as they are.
    """

    def change(figure: Figure) -> Figure:
        file = files.get(figure.id)
        return _filled(figure, read(file, article.lang)) if file and not figure.decorative else figure

    return map_figures(article, change)


def _filled(figure: Figure, said: Embedded) -> Figure:
    caption, credit = figure.caption, (figure.credit or "").strip()
    parts = split(plain(caption))
    if said.caption and not parts.kept:
        credit = credit or _as_marked(plain(caption), parts.credit or "")
        caption, parts = (Run(said.caption, lang=said.caption_lang),), split(said.caption)
    if not credit and not parts.credit:
        credit = _credit(said)
    return replace(figure, caption=caption, credit=credit or figure.credit, photo_alt=said.alt or None)


def _as_marked(caption: str, credit: str) -> str:
    """The credit that is all of a caption, with its labels where they are all there is: "File:" says more."""
    return caption if clean(caption).credit == credit else credit


def _credit(said: Embedded) -> str:
    """``Creator/Credit``, or one of the two where it names the other or there is no other."""
    creator, credit = _words(said.creator), _words(said.credit)
    if not creator.strip() or creator in credit:
        return said.credit
    return said.creator if not credit.strip() or credit in creator else f"{said.creator}/{said.credit}"


def _words(names: str) -> str:
    """``names`` in small letters between blanks, so that one in another is whole words of it."""
    words = re.sub(r"[\W_]+", " ", names.casefold()).strip()
    return f" {words} "


def with_alts(photos: Mapping[str, Photo], article: DescribedArticle) -> dict[str, Photo]:
    """The photos, by figure id, with the alts that people wrote in the fields where other programs look for them."""
    written = dict(photos)
    for figure in figures(article):
        alt, photo = article.alt(figure), photos.get(figure.id)
        if photo and shows(alt):
            data = embed(photo.data, alt.alt, alt.description, article.lang)
            written[figure.id] = replace(photo, data=data)
    return written


def embed(data: bytes, alt: str, description: str, lang: str) -> bytes:
    """The same JPEG, PNG or WebP with alt text and longer description as XMP, by default and in ``lang``.

    What is empty is not written. The coded picture stays as it is to the byte, and the same input gives the same
    bytes. Any other type, and what Exiv2 cannot write to, comes back unchanged.
    """
    tags = dict.fromkeys(("x-default", canonical(lang) or "x-default"))
    texts = {_ALT: line(alt)[:_LONGEST], _DESCRIPTION: line(description)[:_LONGEST]}
    fields = {field: {f'lang="{tag}"': text for tag in tags} for field, text in texts.items() if text}
    if fields and media_type(data[:12]):
        exiv2 = _exiv2()
        with _TURN, suppress(Exception), exiv2.ImageData(data) as image:
            image.modify_xmp(fields)
            return bytes(image.get_bytes())
    return data
