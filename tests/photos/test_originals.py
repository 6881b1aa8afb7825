"""Words written into originals: all other bytes, all other metadata and every pixel are what they were."""

import io
import os
import struct
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyexiv2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from accessnews.model.errors import AccessNewsError
from accessnews.photos.iptc import read
from accessnews.photos.originals import containers, packet
from accessnews.photos.originals.changes import into_photo, into_sidecar
from accessnews.photos.originals.packet import ALT, DESCRIPTION, alternatives, edited, values
from accessnews.photos.originals.splices import UnsuitableError, reversed_splices, spliced

KINDS = ("jpg", "png", "webp", "tif")
TEXTS = {ALT: "Boats lie at <the> pier & wait.", DESCRIPTION: "Four boats. Two are “blue”."}
IPTC_ALT = "Xmp.iptc.AltTextAccessibility"
IPTC_DESCRIPTION = "Xmp.iptc.ExtDescrAccessibility"
XMP = {
    "Xmp.xmp.Rating": "4",
    "Xmp.dc.rights": {'lang="x-default"': "© Ada Gill"},
    "Xmp.dc.subject": ["pier", "boats"],
}
OTHERS = {
    "exif": {"Exif.Image.Make": "Coastcam", "Exif.Photo.BodySerialNumber": "77", "Exif.GPSInfo.GPSLatitudeRef": "N"},
    "iptc": {"Iptc.Application2.Byline": ["Ada Gill"], "Iptc.Application2.Caption": "Boats at the pier."},
}


def drawn(file: Path, mode: str = "RGB", **options: Any) -> Path:
    picture = Image.effect_noise((90, 60), 60).convert(mode)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture.save(file, icc_profile=profile, **options)
    return file


def told(file: Path, xmp: dict[str, Any] | None = None) -> Path:
    """A photo file with metadata of all three kinds, as Exiv2 writes them."""
    with pyexiv2.Image(str(file)) as image:
        for kind, fields in OTHERS.items():
            with suppress(RuntimeError):  # WebP has no IIM
                getattr(image, f"modify_{kind}")(fields)
        image.modify_xmp(XMP | (xmp or {}))
    return file


def metadata(data: bytes) -> dict[str, Any]:
    with pyexiv2.ImageData(data) as image:
        return {
            "exif": image.read_exif(),
            "iptc": image.read_iptc(),
            "xmp": image.read_xmp(),
            "icc": image.read_icc(),
        }


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.tobytes()


def written(file: Path, texts: dict[str, str] | None = None, lang: str = "en") -> tuple[bytes, bytes]:
    """The bytes of a photo before and after words were written into it."""
    before = file.read_bytes()
    change = into_photo(file, {lang: texts or TEXTS})
    assert change
    change.make()
    after = file.read_bytes()
    assert spliced(after, reversed_splices(change.splices)) == before
    return before, after


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize("suffix", KINDS)
def test_everything_else_stays_what_it_was(tmp_path: Path, suffix: str, bare: bool) -> None:
    file = drawn(tmp_path / f"pier.{suffix}")
    before, after = written(file if bare else told(file))
    old, new = metadata(before), metadata(after)
    assert pixels(after) == pixels(before)
    assert {key: new[key] for key in ("iptc", "icc")} == {key: old[key] for key in ("iptc", "icc")}
    for each in (old, new):
        each["exif"].pop("Exif.Image.XMLPacket", None)  # a TIFF's packet, as Exiv2 shows it
    assert new["exif"] == old["exif"]
    own = {IPTC_ALT: TEXTS[ALT], IPTC_DESCRIPTION: TEXTS[DESCRIPTION]}
    for key, text in own.items():
        assert new["xmp"].pop(key) == {'lang="x-default"': text, 'lang="en"': text}
    assert new["xmp"] == old["xmp"]


@pytest.mark.parametrize("suffix", KINDS)
def test_what_is_there_already_is_not_written_again(tmp_path: Path, suffix: str) -> None:
    file = told(drawn(tmp_path / f"pier.{suffix}"))
    written(file)
    assert into_photo(file, {"en": TEXTS}) is None


@pytest.mark.parametrize("suffix", KINDS)
def test_a_second_text_takes_the_place_of_the_first(tmp_path: Path, suffix: str) -> None:
    file = told(drawn(tmp_path / f"pier.{suffix}"))
    written(file)
    _, after = written(file, {ALT: "Boats."})
    xmp = metadata(after)["xmp"]
    assert (xmp[IPTC_ALT]['lang="en"'], xmp[IPTC_DESCRIPTION]['lang="en"']) == ("Boats.", TEXTS[DESCRIPTION])


def test_several_languages_stand_side_by_side(tmp_path: Path) -> None:
    file, texts = drawn(tmp_path / "pier.jpg"), {"en": {ALT: "Boats."}, "de": {ALT: "Boote."}}
    change = into_photo(file, texts)
    assert change
    change.make()
    told = {'lang="x-default"': "Boats.", 'lang="en"': "Boats.", 'lang="de"': "Boote."}
    assert metadata(file.read_bytes())["xmp"][IPTC_ALT] == told
    assert into_photo(file, texts) is None


def test_a_reader_finds_what_was_written(tmp_path: Path) -> None:
    file = told(drawn(tmp_path / "pier.jpg"))
    written(file)
    assert (read(file, "en").alt, read(file, "en").description) == (TEXTS[ALT], TEXTS[DESCRIPTION])


@pytest.mark.parametrize("mode", ["VP8 ", "VP8L", "alpha"])
def test_a_webp_without_any_header_gets_one(tmp_path: Path, mode: str) -> None:
    file = tmp_path / "pier.webp"
    picture = Image.effect_noise((91, 61), 60).convert("RGBA" if mode == "alpha" else "RGB")
    picture.save(file, lossless=mode != "VP8 ")
    before, after = written(file)
    assert before[12:16] == (b"VP8 " if mode == "VP8 " else b"VP8L")
    assert pixels(after) == pixels(before)
    with Image.open(io.BytesIO(after)) as again:
        assert again.size == (91, 61)


def test_the_file_keeps_its_mode_and_its_times(tmp_path: Path) -> None:
    file = drawn(tmp_path / "pier.jpg")
    file.chmod(0o640)
    os.utime(file, ns=(10**18, 10**18 + 7))
    before = file.stat()
    written(file)
    assert (file.stat().st_mode, file.stat().st_mtime_ns) == (before.st_mode, before.st_mtime_ns)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    real = drawn(tmp_path / "archive/pier.jpg")
    link = tmp_path / "pier.jpg"
    link.symlink_to(real)
    written(link)
    assert link.is_symlink()
    assert read(real, "en").alt == TEXTS[ALT]


# What is refused, with the file as it was


def refused(file: Path, part: str, texts: dict[str, str] | None = None) -> None:
    before = file.read_bytes()
    with pytest.raises(AccessNewsError, match=part) as error:
        into_photo(file, {"en": texts or TEXTS})
    assert "--sidecar" in error.value.hint
    assert file.read_bytes() == before


def segment(marker: int, body: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body


def with_segment(file: Path, marker: int, body: bytes) -> Path:
    data = file.read_bytes()
    file.write_bytes(data[:2] + segment(marker, body) + data[2:])
    return file


def test_kinds_that_cannot_take_it_are_refused(tmp_path: Path) -> None:
    for name, data in {
        "a.heic": b"\0\0\0\x18ftypheic",
        "b.gif": b"GIF89a",
        "c.nef": b"II*\0\x08\0\0\0",
        "d.jpg": b"",
    }.items():
        (tmp_path / name).write_bytes(data + bytes(40))
        refused(tmp_path / name, "files of its kind")
    big = tmp_path / "e.tif"
    big.write_bytes(b"II+\0" + bytes(40))
    refused(big, "files of its kind")


def test_a_sealed_photo_is_not_broken(tmp_path: Path) -> None:
    refused(with_segment(drawn(tmp_path / "a.jpg"), 0xEB, b"JP\0\1\0\0\0\1\0\0\0\x20jumb....c2pa"), "C2PA")
    png = drawn(tmp_path / "b.png")
    data = png.read_bytes()
    chunk = struct.pack(">I", 4) + b"caBXjumb" + struct.pack(">I", zlib.crc32(b"caBXjumb"))
    png.write_bytes(data[:33] + chunk + data[33:])
    refused(png, "C2PA")


@pytest.mark.parametrize("suffix", KINDS)
def test_a_damaged_file_is_refused_or_left_whole(tmp_path: Path, suffix: str) -> None:
    """Cut anywhere, it is refused, or what is written can be taken back to the byte."""
    whole = told(drawn(tmp_path / f"whole.{suffix}")).read_bytes()
    for length in range(12, len(whole), max(1, len(whole) // 60)):
        data = whole[:length]
        with suppress(UnsuitableError):
            splices = containers.splices(data, f".{suffix}", lambda old: edited(old, TEXTS, "en"))
            assert spliced(spliced(data, splices), reversed_splices(splices)) == data


def test_a_file_with_several_pictures_is_written_where_nothing_moves(tmp_path: Path) -> None:
    file = with_segment(drawn(tmp_path / "pier.jpg"), 0xE2, b"MPF\0II*\0\x08\0\0\0")
    refused(file, "MPO")
    data = file.read_bytes()
    roomy = packet._NEW  # as cameras write it, with padding
    file.write_bytes(data[:2] + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + roomy) + data[2:])
    before, after = written(file)
    assert len(after) == len(before)


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    file = drawn(tmp_path / "pier.jpg")
    file.chmod(0o444)
    refused(file, "read-only")


def test_a_text_that_has_no_room_is_refused(tmp_path: Path) -> None:
    refused(drawn(tmp_path / "pier.jpg"), "no room", {ALT: "Boats.", DESCRIPTION: "boat " * 14_000})


def test_a_file_that_changed_in_the_meantime_is_left_alone(tmp_path: Path) -> None:
    file = drawn(tmp_path / "pier.jpg")
    change = into_photo(file, {"en": TEXTS})
    assert change
    drawn(file)
    before = file.read_bytes()
    with pytest.raises(AccessNewsError, match="in the meantime"):
        change.make()
    assert file.read_bytes() == before


# The packet


def alt_of(data: bytes) -> dict[str, str]:
    return dict(values(data).get(ALT, {}))


LIGHTROOM = b"""<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 7.0">
 <!-- kept -->
 <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <r:Description r:about="uuid:1&amp;2" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:I='http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'
    xmp:Rating="5" xmp:Label="a > b">
   <I:AltTextAccessibility><r:Alt><r:li xml:lang="x-default">Old &lt;words&gt;</r:li>
     <r:li xml:lang="fr">Des bateaux</r:li></r:Alt></I:AltTextAccessibility>
   <I:CreatorContactInfo r:parseType="Resource"><I:CiEmailWork>a@b.example</I:CiEmailWork></I:CreatorContactInfo>
  </r:Description>
 </r:RDF>
</x:xmpmeta>
                                                  \n<?xpacket end="w"?>"""


def test_only_its_own_property_changes_in_a_packet() -> None:
    new = edited(LIGHTROOM, {ALT: "Boats & pier"}, "en")
    assert alt_of(new) == {"x-default": "Boats & pier", "en": "Boats & pier", "fr": "Des bateaux"}
    for kept in (b"<!-- kept -->", b'xmp:Label="a > b"', b"<I:CiEmailWork>a@b.example", b'about="uuid:1&amp;2"'):
        assert kept in new
    assert b"Old" not in new
    assert b"<Iptc4xmpCore:AltTextAccessibility>" in new  # the form that programs look for
    assert new.count(b"uuid:1&amp;2") == 2


def test_writing_again_and_again_adds_nothing() -> None:
    data = LIGHTROOM
    for text in ("One.", "Two.", "Three."):
        data = edited(data, {ALT: text, DESCRIPTION: f"{text} More."}, "en")
    assert data.count(b"r:Description") + data.count(b"rdf:Description") == 4
    assert edited(data, {ALT: "Three.", DESCRIPTION: "Three. More."}, "en") == data


def test_a_property_may_be_an_attribute_or_plain_text() -> None:
    start, end = (
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        b'xmlns:i="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"><rdf:Description',
        b"</rdf:Description></rdf:RDF>",
    )
    for middle in (
        b' i:AltTextAccessibility="Old" rdf:about="">',
        b"><i:AltTextAccessibility>Old</i:AltTextAccessibility>",
    ):
        assert alt_of(start + middle + end) == {"x-default": "Old"}
        assert alt_of(edited(start + middle + end, {ALT: "New"}, "de")) == {"x-default": "New", "de": "New"}


@pytest.mark.parametrize(
    ("there", "lang", "becomes"),
    [
        ({}, "en-GB", {"x-default": "N", "en-GB": "N"}),
        ({"x-default": "O"}, "de", {"x-default": "N", "de": "N"}),
        ({"x-default": "O", "en": "O"}, "de", {"x-default": "O", "de": "N", "en": "O"}),
        ({"x-default": "O", "de": "O"}, "de-AT", {"x-default": "N", "de-AT": "N", "de": "O"}),
        ({"x-default": "O", "fr": "P"}, "fr", {"x-default": "N", "fr": "N"}),
    ],
)
def test_other_languages_keep_their_words(there: dict[str, str], lang: str, becomes: dict[str, str]) -> None:
    assert alternatives(there, "N", lang) == becomes


@pytest.mark.parametrize(
    "bad",
    [
        b"no xml",
        b"<a/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        "<a/>".encode("utf-16"),
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
        b"<" * 2_000_000,
    ],
)
def test_what_is_no_packet_is_refused(bad: bytes) -> None:
    with pytest.raises(UnsuitableError):
        edited(bad, TEXTS, "en")


@given(
    st.binary(max_size=300),
    st.sampled_from([b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"RIFF....WEBP", b"II*\0", b"MM\0*"]),
)
def test_hostile_bytes_are_refused_or_can_be_taken_back(tail: bytes, head: bytes) -> None:
    data = head + tail
    with suppress(UnsuitableError):
        splices = containers.splices(data, ".tif", lambda old: edited(old, TEXTS, "en"))
        assert spliced(spliced(data, splices), reversed_splices(splices)) == data


# Sidecars


def test_a_raw_photo_gets_a_sidecar_and_an_old_one_keeps_the_rest(tmp_path: Path) -> None:
    raw = tmp_path / "pier.nef"
    raw.write_bytes(b"II*\0" + bytes(99))
    change = into_sidecar(raw, {"en": TEXTS})
    assert change
    change.make()
    assert change.file == tmp_path / "pier.xmp"
    assert alt_of(change.file.read_bytes())["en"] == TEXTS[ALT]
    change.file.write_bytes(LIGHTROOM)
    change = into_sidecar(raw, {"en": TEXTS})
    assert change
    change.make()
    assert b'xmp:Rating="5"' in change.file.read_bytes()
