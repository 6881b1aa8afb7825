"""What goes with a photo wherever it goes: who made it, who owns it, on what terms; alts in other languages.

Where it was taken, with what, who is in it and what a thumbnail shows stays behind. Fields are those of the IPTC
Photo Metadata Standard 2023.1 and of PLUS; agencies, and searches for licences, look for them in XMP.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from accessnews.photos.iptc.fields import codec_of, text_of
from accessnews.text.langtag import canonical, primary

Fields = Mapping[str, Any]
"""Values by Exiv2's names."""

_LISTS = {"Xmp.dc.creator": ("Iptc.Application2.Byline", "Exif.Image.Artist")}
_ALTERNATIVES = {
    "Xmp.dc.rights": ("Iptc.Application2.Copyright", "Exif.Image.Copyright"),
    "Xmp.xmpRights.UsageTerms": (),
}
_TEXTS = {
    "Xmp.photoshop.Credit": ("Iptc.Application2.Credit",),
    "Xmp.photoshop.Source": ("Iptc.Application2.Source",),
    "Xmp.xmpRights.Marked": (),
    "Xmp.xmpRights.WebStatement": (),
    "Xmp.iptcExt.DigitalSourceType": (),  # whether a machine made it
    "Xmp.plus.DataMining": (),
}
"""Fields by kind, each with those of older blocks that say the same."""

_STRUCTURES = ("Xmp.plus.Licensor", "Xmp.plus.CopyrightOwner")
_MEMBER = re.compile(r"\[([1-3])\]/plus:(?:Licensor|CopyrightOwner)(?:Name|ID|URL|Email|Telephone[12])")
_DEFAULT = "x-default"


def rights(fields: Fields) -> dict[str, Any]:
    """What the fields of a photo file say of its rights, as fields of XMP for Exiv2 to write."""
    codec = codec_of(fields.get("Iptc.Envelope.CharacterSet"))

    def texts(*keys: str) -> list[str]:
        lists = (_values(fields.get(key), "utf-8" if key.startswith("Xmp.") else codec) for key in keys)
        return next(filter(None, lists), [])

    kept: dict[str, Any] = {key: names for key, older in _LISTS.items() if (names := texts(key, *older))}
    for key, older in _ALTERNATIVES.items():
        there = _by_tag(fields.get(key)) or dict(zip([_DEFAULT], texts(key, *older), strict=False))
        kept |= {key: {f'lang="{tag}"': text for tag, text in there.items()}} if there else {}
    kept |= {key: values[0] for key, older in _TEXTS.items() if (values := texts(key, *older))}
    return kept | {key: value for name in _STRUCTURES for key, value in _structures(name, fields).items()}


def others(value: object, lang: str) -> dict[str, str]:
    """The texts of a field in other languages than ``lang``, by tag, the default where it is one of them."""
    there = _by_tag(value)
    foreign = {tag: text for tag, text in there.items() if tag != _DEFAULT and primary(tag) != primary(lang)}
    default = there.get(_DEFAULT, "")
    own = {tag for tag, text in there.items() if text == default} - {_DEFAULT, *foreign}
    return ({_DEFAULT: default} if default in foreign.values() and not own else {}) | foreign


def _by_tag(value: object) -> dict[str, str]:
    """The texts of an rdf:Alt, by BCP 47 tag; none of what is something else."""
    if not isinstance(value, dict):
        return {}
    told = {str(key).removeprefix("lang=").strip('"'): text_of(text) for key, text in value.items()}
    tags = {tag: _DEFAULT if tag == _DEFAULT else canonical(tag) for tag in told}
    return {tags[tag]: text for tag, text in told.items() if text and tags[tag]}


def _values(value: object, codec: str) -> list[str]:
    """The texts of a field that has one or several."""
    several: Iterable[object] = (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    )
    return [text for each in several if (text := text_of(each, codec))]


def _structures(name: str, fields: Fields) -> dict[str, str]:
    """The members of a list of structures that name somebody and tell how to reach them, each after what it is in."""
    kept: dict[str, str] = {}
    for key, value in fields.items():
        member = _MEMBER.fullmatch(key.removeprefix(name)) if key.startswith(name) else None
        if member and (text := text_of(value)):
            kept |= {} if kept else {name: 'type="Bag"' if name == _STRUCTURES[0] else 'type="Seq"'}
            kept.setdefault(f"{name}[{member[1]}]", 'type="Struct"')
            kept[key] = text
    return kept
