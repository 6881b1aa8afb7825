"""What photo files say of themselves: read whoever wrote it, never trusted, and written without touching a pixel."""

import io
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyexiv2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from accessnews.model.article import Article, Figure, Run, figures, numbered, plain
from accessnews.model.errors import Place
from accessnews.photos.iptc import Embedded, embed, fill, read
from accessnews.photos.iptc.fields import fields_of
from accessnews.photos.iptc.metadata_blocks import metadata_blocks

Draw = Callable[..., Path]
ALT = "Xmp.iptc.AltTextAccessibility"
KINDS = [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")]


def tell(file: Path, xmp: dict[str, Any] | None = None, **others: Any) -> Path:
    """Write metadata into a picture with Exiv2: ``xmp``, ``iptc`` and ``exif`` by its names for the fields."""
    with pyexiv2.Image(str(file)) as image:
        for block, fields in {"xmp": xmp, **others}.items():
            if fields:
                getattr(image, f"modify_{block}")(fields)
    return file


def by_language(**texts: str) -> dict[str, str]:
    """The alternatives of a text; ``default`` is x-default, an underscore a hyphen."""
    names = {"default": "x-default"}
    return {f'lang="{names.get(name, name.replace("_", "-"))}"': text for name, text in texts.items()}


def segment(marker: int, body: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body


def with_segment(file: Path, marker: int, body: bytes) -> Path:
    """A JPEG with one more segment at its start."""
    data = file.read_bytes()
    file.write_bytes(data[:2] + segment(marker, body) + data[2:])
    return file


def with_iim(file: Path, *fields: tuple[int, int, bytes]) -> Path:
    """A JPEG with IIM fields (record, dataset, bytes) as they stand, in whatever encoding."""
    iim = b"".join(bytes([0x1C, record, field]) + struct.pack(">H", len(raw)) + raw for record, field, raw in fields)
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(iim)) + iim + b"\0" * (len(iim) % 2)
    return with_segment(file, 0xED, b"Photoshop 3.0\0" + block)


def packet(description: str = "", before: str = "") -> bytes:
    """An XMP packet with ``description`` inside its rdf:Description."""
    return (
        f'{before}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{description}</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def with_packet(file: Path, xmp: bytes, packed: bool = False) -> Path:
    """A PNG with an XMP packet behind its header."""
    data = file.read_bytes()
    text = b"\1\0\0\0" + zlib.compress(xmp, 9) if packed else b"\0\0\0\0" + xmp
    file.write_bytes(data[:33] + chunk(b"iTXt", b"XML:com.adobe.xmp\0" + text) + data[33:])
    return file


class TestRead:
    @pytest.mark.parametrize(("kind", "suffix"), KINDS)
    def test_all_that_a_photo_says(self, draw: Draw, kind: str, suffix: str) -> None:
        photo = tell(
            draw(f"pier.{suffix}", format=kind),
            {
                ALT: by_language(default="Boats at a pier."),
                "Xmp.iptc.ExtDescrAccessibility": by_language(default="Three boats, the largest blue."),
                "Xmp.dc.description": by_language(default="Boats lie at the pier of Wick on Monday."),
                "Xmp.photoshop.Credit": "Coast Press",
                "Xmp.dc.creator": ["Mara Holm"],
            },
        )
        assert read(photo, "en") == Embedded(
            alt="Boats at a pier.",
            description="Three boats, the largest blue.",
            caption="Boats lie at the pier of Wick on Monday.",
            credit="Coast Press",
            creator="Mara Holm",
        )

    def test_a_photo_that_says_nothing(self, draw: Draw) -> None:
        assert read(draw("pier.jpg"), "en") == Embedded()

    def test_the_older_fields_speak_where_the_newer_are_silent(self, draw: Draw) -> None:
        photo = tell(
            draw("pier.jpg"),
            iptc={
                "Iptc.Application2.Caption": "From IIM.",
                "Iptc.Application2.Credit": "Coast Press",
                "Iptc.Application2.Byline": ["Mara Holm", "Roe, Ann"],
            },
            exif={"Exif.Image.ImageDescription": "From Exif."},
        )
        assert read(photo, "en") == Embedded(caption="From IIM.", credit="Coast Press", creator="Mara Holm, Roe, Ann")
        tell(photo, {"Xmp.dc.description": by_language(default="From XMP.")})
        assert read(photo, "en").caption == "From XMP."

    def test_exif_comes_last(self, draw: Draw) -> None:
        photo = tell(draw("pier.jpg"), exif={"Exif.Image.ImageDescription": "From Exif: Ærø, 5 °C."})
        assert read(photo, "en").caption == "From Exif: Ærø, 5 °C."

    @pytest.mark.parametrize(
        ("lang", "told"),
        [
            ("de-AT", "Österreichisch."),
            ("de_at", "Österreichisch."),
            ("de", "Deutsch."),
            ("de-CH", "Deutsch."),
            ("pt-BR", "Português."),
            ("fr", "English."),
            ("", "English."),
        ],
    )
    def test_the_articles_language_chooses(self, draw: Draw, lang: str, told: str) -> None:
        texts = by_language(default="English.", de_AT="Österreichisch.", de="Deutsch.", pt_PT="Português.")
        assert read(tell(draw("pier.jpg"), {ALT: texts}), lang).alt == told

    def test_the_only_language_there_is_serves_any_article(self, draw: Draw) -> None:
        assert read(tell(draw("one.jpg"), {ALT: by_language(en="A pier.")}), "fr").alt == "A pier."
        several = by_language(en="A pier.", de="Ein Steg.")
        assert read(tell(draw("two.jpg"), {ALT: several}), "fr").alt == "", "nobody can say which is better"

    def test_an_empty_alternative_is_none(self, draw: Draw) -> None:
        photo = tell(draw("pier.jpg"), {ALT: by_language(default=" ", de="Ein Steg.")})
        assert read(photo, "en").alt == "Ein Steg."

    def test_a_caption_in_another_language_says_so(self, draw: Draw) -> None:
        photo = tell(draw("pier.jpg"), {"Xmp.dc.description": by_language(en_GB="Boats at a pier.")})
        assert read(photo, "fr").caption_lang == "en-GB"
        assert read(photo, "en-US").caption_lang == ""
        both = by_language(default="Boats at a pier.", en="Boats at a pier.")
        assert read(tell(photo, {"Xmp.dc.description": both}), "fr").caption_lang == "en"

    def test_text_with_quotes_commas_and_markup_comes_back_as_it_is(self, draw: Draw) -> None:
        text = 'A placard: "No, <b>lang</b> & co", in red'
        assert read(tell(draw("pier.jpg"), {ALT: by_language(default=text, en=text)}), "en").alt == text

    def test_entities_are_no_part_of_an_alt(self, draw: Draw) -> None:
        assert read(tell(draw("pier.jpg"), {ALT: by_language(default="Ann&#8217;s cap")}), "en").alt == "Ann’s cap"

    def test_blanks_are_folded_and_controls_dropped(self, draw: Draw) -> None:
        photo = with_iim(draw("pier.jpg"), (2, 120, b"  Boats\r\n\r\nat\ta \x07pier.\0\0"))
        assert read(photo, "en").caption == "Boats at a pier."

    def test_a_novel_is_cut_between_words(self, draw: Draw) -> None:
        caption = read(tell(draw("pier.png"), {"Xmp.dc.description": by_language(default="boats " * 5_000)}), "en")
        assert 3_900 < len(caption.caption) <= 4_000
        assert caption.caption.endswith("boats")


class TestEncodings:
    UTF_8, LATIN_1, CYRILLIC = b"\x1b%G", b"\x1b.A", b"\x1b-L"

    @pytest.mark.parametrize(
        ("declared", "encoding", "text"),
        [
            (UTF_8, "utf-8", "Fähre in Århus, 5 €"),
            (b"", "utf-8", "Fähre in Århus, 5 €"),  # forgotten
            (LATIN_1, "utf-8", "Fähre in Århus, 5 €"),  # a lie
            (UTF_8, "latin-1", "Fähre in Århus"),  # the other lie
            (LATIN_1, "latin-1", "Fähre in Århus"),
            (b"", "cp1252", "„Fähre“ – 5 €"),
            (CYRILLIC, "iso8859-5", "Паром в гавани"),
            (b"\x1b", "cp1252", "Café"),
            (b"", "ascii", "Plain"),
        ],
    )
    def test_letters_survive_whatever_the_file_claims(
        self, draw: Draw, declared: bytes, encoding: str, text: str
    ) -> None:
        fields = [(1, 90, declared)] if declared else []
        photo = with_iim(draw("pier.jpg"), *fields, (2, 120, text.encode(encoding)), (2, 80, text.encode(encoding)))
        told = read(photo, "en")
        assert (told.caption, told.creator) == (text, text)

    def test_a_caption_that_was_cut_in_a_letter_loses_only_that(self, draw: Draw) -> None:
        """IIM 2:120 holds 2000 bytes, and programs count bytes."""
        cut = "Fähre in Århus, 5 €".encode()[:-1]
        assert read(with_iim(draw("pier.jpg"), (2, 120, cut)), "de").caption == "Fähre in Århus, 5"

    def test_exif_in_latin_1(self, draw: Draw) -> None:
        words = "Fähre\0".encode("latin-1")
        tiff = b"II*\0" + struct.pack("<IHHHII", 8, 1, 0x010E, 2, len(words), 26) + b"\0\0\0\0" + words
        assert read(with_segment(draw("pier.jpg"), 0xE1, b"Exif\0\0" + tiff), "de").caption == "Fähre"


@pytest.mark.parametrize(
    "junk",
    [
        "OLYMPUS DIGITAL CAMERA",
        "KONICA MINOLTA DIGITAL CAMERA",
        "KODAK Digital Still Camera",
        "SONY DSC",
        "SAMSUNG CSC",
        "Created by ImageGear, AccuSoft Corp.",
        "Created with GIMP",
        "Processed with VSCO with a6 preset",
        "DCIM\\100MEDIA\\DJI_0001.JPG",
        "Exif_JPEG_PICTURE",
        "IMG_2044.JPG",
        "DSC01234",
        "_MG_0815",
        "20240512_101530",
        "pier",  # the file's own name
        "pier-final.jpg",
        "Untitled",
        "ozedf",
        "   \t ",
        "\u200b",
    ],
)
@pytest.mark.parametrize("field", ["xmp", "iptc", "exif"])
def test_what_cameras_write_is_no_caption(draw: Draw, field: str, junk: str) -> None:
    fields: dict[str, dict[str, Any]] = {
        "xmp": {"Xmp.dc.description": by_language(default=junk)},
        "iptc": {"Iptc.Application2.Caption": junk},
        "exif": {"Exif.Image.ImageDescription": junk},
    }
    assert read(tell(draw("pier.jpg"), **{field: fields[field]}), "en").caption == ""


@pytest.mark.parametrize(
    "caption",
    [
        "A man holds a digital camera",
        "Created by children of Wick's primary school, the mural on the harbour wall shows the ferry of 1911.",
        "Pier",
        "Boats, 1911",
        "The Sony DSC was the first digital camera that",
    ],
)
def test_what_only_looks_like_it_is_a_caption(draw: Draw, caption: str) -> None:
    assert read(tell(draw("pier.jpg"), exif={"Exif.Image.ImageDescription": caption}), "en").caption == caption


@pytest.mark.parametrize(
    ("written", "caption"),
    [
        ("The pilot&#8217;s cap &amp; coat", "The pilot’s cap & coat"),
        ("<p>The pilot&amp;#8217;s <em>new</em> cap</p><p>It fits.</p>", "The pilot’s new cap It fits."),
        ("Fewer than 3 < 5 caps & coats at M&S", "Fewer than 3 < 5 caps & coats at M&S"),
    ],
)
def test_entities_and_tags_are_no_part_of_a_caption(draw: Draw, written: str, caption: str) -> None:
    assert read(tell(draw("pier.jpg"), iptc={"Iptc.Application2.Caption": written}), "en").caption == caption


def test_junk_in_one_field_does_not_hide_the_caption_in_another(draw: Draw) -> None:
    photo = tell(
        draw("pier.jpg"),
        {"Xmp.dc.description": by_language(default="OLYMPUS DIGITAL CAMERA")},
        iptc={"Iptc.Application2.Caption": "Boats at a pier."},
    )
    assert read(photo, "en").caption == "Boats at a pier."


ENTITIES = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
LAUGHS = f'<!DOCTYPE x [<!ENTITY a "ha">{ENTITIES}]>'
FILE = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/hostname">]>'
HOSTILE = {
    "a billion laughs": packet("<dc:title>&j;</dc:title>", LAUGHS),
    "a file of ours": packet("<dc:title>&j;</dc:title>", FILE),
    "a deep nest": packet("<dc:a rdf:parseType='Resource'>" * 2_000),
    "a thousand names": packet("".join(f"<n{n}:a xmlns:n{n}='urn:{n}'/>" for n in range(1_000))),
    "no XML": b"\0\xff<<<&&&" * 100,
}


class TestHostile:
    @pytest.mark.parametrize("name", HOSTILE)
    @pytest.mark.parametrize("packed", [False, True])
    def test_hostile_xmp_says_nothing_and_takes_no_time(self, draw: Draw, name: str, packed: bool) -> None:
        photo = with_packet(draw("pier.png"), HOSTILE[name], packed)
        started = time.process_time()
        assert read(photo, "en") == Embedded()
        assert time.process_time() - started < 2  # about 0.2 at the most

    @pytest.mark.parametrize("packed", [False, True])
    def test_100_mb_of_it_are_passed_over(self, draw: Draw, packed: bool) -> None:
        photo = with_packet(draw("pier.png"), packet(f"<dc:title>{'A' * 100_000_000}</dc:title>"), packed)
        started = time.process_time()
        assert read(photo, "en") == Embedded()
        assert len(metadata_blocks(photo)) < 150_000
        assert time.process_time() - started < 2  # about 0.2 at the most
        photo.unlink()

    def test_what_is_too_long_does_not_hide_the_rest(self, draw: Draw) -> None:
        photo = tell(draw("pier.png"), exif={"Exif.Image.ImageDescription": "Boats at a pier."})
        assert read(with_packet(photo, packet(" " * 200_000)), "en").caption == "Boats at a pier."

    @pytest.mark.parametrize(("kind", "suffix"), KINDS)
    def test_a_file_cut_anywhere_raises_nothing(self, draw: Draw, kind: str, suffix: str) -> None:
        photo = tell(draw(f"pier.{suffix}", format=kind), {ALT: by_language(default="Boats at a pier.")})
        whole = photo.read_bytes()
        for length in range(0, len(whole), 7):
            photo.write_bytes(whole[:length])
            assert read(photo, "en").alt in ("", "Boats at a pier.")

    @settings(max_examples=200)
    @given(data=st.data())
    def test_no_change_to_a_file_raises(self, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
        whole = bytearray(data.draw(st.sampled_from(list(samples()))))
        for _ in range(data.draw(st.integers(1, 12))):
            whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
        photo = tmp_path_factory.getbasetemp() / "changed"
        photo.write_bytes(whole)
        assert isinstance(read(photo, "en"), Embedded)
        assert isinstance(embed(bytes(whole), "A pier.", "", "en"), bytes)

    @pytest.mark.parametrize("data", [b"", b"These are words.", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a" * 9])
    def test_what_is_no_photo_says_nothing(self, tmp_path: Path, data: bytes) -> None:
        (tmp_path / "pier.jpg").write_bytes(data)
        assert read(tmp_path / "pier.jpg", "en") == Embedded()

    def test_a_file_that_has_gone_says_nothing(self, tmp_path: Path) -> None:
        assert read(tmp_path / "gone.jpg", "en") == Embedded()
        assert read(tmp_path, "en") == Embedded()

    def test_nothing_is_printed(self, draw: Draw) -> None:
        """Exiv2 warns on the standard output, into whatever reads ours."""
        photo = with_packet(draw("pier.png"), HOSTILE["no XML"])
        program = (
            f"from pathlib import Path; from accessnews.photos.iptc import read; read(Path({str(photo)!r}), 'en')"
        )
        done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
        assert (done.stdout, done.stderr) == (b"", b"")


def samples() -> Iterator[bytes]:
    """A small picture of each type with metadata of every sort."""
    for kind, _ in KINDS:
        out = io.BytesIO()
        Image.new("RGB", (8, 8), "#20507a").save(out, kind)
        with pyexiv2.ImageData(out.getvalue()) as image:
            image.modify_exif({"Exif.Image.ImageDescription": "Boats", "Exif.Image.XPTitle": "Boats"})
            if kind != "WEBP":
                image.modify_iptc({"Iptc.Application2.Caption": "Boats", "Iptc.Envelope.CharacterSet": "\x1b%G"})
            image.modify_xmp({ALT: by_language(default="Boats", de="Boote"), "Xmp.dc.creator": ["Mara Holm"]})
            yield image.get_bytes()


AT = Place("ferry.md", 1)
SAYS = {
    ALT: by_language(default="Boats at a pier."),
    "Xmp.dc.description": by_language(default="Boats lie at the pier of Wick."),
    "Xmp.photoshop.Credit": "Coast Press",
    "Xmp.dc.creator": ["Mara Holm"],
}


def filled(file: Path, caption: str = "", lang: str = "en", **more: Any) -> Figure:
    """The figure of a story with one picture, after its file was asked."""
    figure = Figure(file.name, (Run(caption),) if caption else (), AT, **more)
    article = numbered(Article("Ferry", (figure,), AT, file.parent / "ferry.md", "", lang))
    return figures(fill(article, {"b01": file}))[0]


class TestFill:
    @pytest.fixture
    def photo(self, draw: Draw) -> Path:
        return tell(draw("pier.jpg"), SAYS)

    def test_a_bare_picture_gets_alt_caption_and_credit(self, photo: Path) -> None:
        figure = filled(photo)
        assert figure.photo_alt == "Boats at a pier."
        assert figure.caption == (Run("Boats lie at the pier of Wick."),)
        assert figure.credit == "Mara Holm/Coast Press"

    def test_what_the_story_says_stands(self, photo: Path) -> None:
        figure = filled(photo, "The harbour. (Ann Roe/AP)", author_alt="A harbour.")
        assert plain(figure.caption) == "The harbour. (Ann Roe/AP)"
        assert figure.credit is None, "it is in the caption, and is taken out of it later"
        assert figure.author_alt == "A harbour."
        assert filled(photo, "The harbour.", credit="Ann Roe").credit == "Ann Roe"

    def test_a_caption_without_a_credit_gets_the_files(self, photo: Path) -> None:
        figure = filled(photo, "The harbour.")
        assert (plain(figure.caption), figure.credit) == ("The harbour.", "Mara Holm/Coast Press")

    def test_a_caption_that_is_only_a_credit_is_no_caption(self, photo: Path) -> None:
        figure = filled(photo, "(File: Ann Roe/AP)")
        assert plain(figure.caption) == "Boats lie at the pier of Wick."
        assert figure.credit == "(File: Ann Roe/AP)"

    def test_the_credit_in_the_files_own_caption_is_enough(self, photo: Path) -> None:
        tell(photo, {"Xmp.dc.description": by_language(default="Boats at Wick. (Photo by Ann Roe / AFP)")})
        assert filled(photo).credit is None

    def test_a_caption_in_another_language_is_marked(self, photo: Path) -> None:
        tell(photo, {"Xmp.dc.description": by_language(de="Boote am Steg.")})
        assert filled(photo).caption == (Run("Boote am Steg.", lang="de"),)

    def test_decorative_pictures_and_missing_files_are_left_alone(self, photo: Path) -> None:
        assert filled(photo, decorative=True).photo_alt is None
        figure = Figure("pier.jpg", (), AT, id="b01")
        article = Article("Ferry", (figure,), AT, photo, "", "en")
        assert fill(article, {}) == article

    @pytest.mark.parametrize(
        ("creator", "credit", "told"),
        [
            ("Ann Roe", "AP", "Ann Roe/AP"),
            ("Ann Roe", "", "Ann Roe"),
            ("", "AP", "AP"),
            ("Ann Roe", "Ann Roe/AP", "Ann Roe/AP"),
            ("ANN ROE", "Ann Roe", "Ann Roe"),
            ("Ann Roe / AP", "AP", "Ann Roe / AP"),
            ("Al", "Al-Ahram Weekly", "Al-Ahram Weekly"),
            ("Ann", "Annual Press", "Ann/Annual Press"),
            ("OLYMPUS DIGITAL CAMERA", "AP", "AP"),
            ("", "", None),
        ],
    )
    def test_a_credit_names_who_made_it_and_who_supplies_it_once(
        self, draw: Draw, creator: str, credit: str, told: str | None
    ) -> None:
        says: dict[str, Any] = {"Xmp.photoshop.Credit": credit} if credit else {}
        says |= {"Xmp.dc.creator": [creator]} if creator else {}
        assert filled(tell(draw("pier.jpg"), says), "The harbour.").credit == told


def scans(data: bytes) -> list[bytes]:
    """What of a file is coded picture: a JPEG from SOS on, a PNG's IDAT chunks, a WebP's bit streams."""
    if data.startswith(b"\xff\xd8"):
        at = 2
        while data[at + 1] != 0xDA:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        return [data[at:]]
    if data.startswith(b"\x89PNG"):
        return [body for name, body in chunks(data, 8, "big", 4) if name in (b"IDAT", b"PLTE", b"tRNS", b"iCCP")]
    return [body for name, body in chunks(data, 12, "little", 0) if name in (b"VP8 ", b"VP8L", b"ALPH", b"ICCP")]


def chunks(data: bytes, at: int, order: Any, check: int) -> Iterator[tuple[bytes, bytes]]:
    while at + 8 <= len(data):
        head = data[at : at + 8]
        name, length = (head[4:], head[:4]) if check else (head[:4], head[4:])
        size = int.from_bytes(length, order)
        yield name, data[at + 8 : at + 8 + size]
        at += 8 + size + (check or size % 2)


def drawn(kind: str, mode: str, **options: Any) -> bytes:
    """A picture with noise in it, for a flat one would survive a second coding."""
    picture = Image.effect_noise((121, 77), 90).convert("RGB")
    picture = picture.quantize(16) if mode == "P" else picture.convert(mode)
    if mode == "RGBA":
        picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
PICTURES = {
    "JPEG": drawn("JPEG", "RGB", quality=85, optimize=True, icc_profile=SRGB),
    "JPEG, progressive": drawn("JPEG", "L", progressive=True),
    "PNG": drawn("PNG", "RGB"),
    "PNG, see-through": drawn("PNG", "RGBA", icc_profile=SRGB),
    "PNG, palette": drawn("PNG", "P", transparency=3),
    "WebP": drawn("WEBP", "RGB"),
    "WebP, see-through": drawn("WEBP", "RGBA", icc_profile=SRGB),
    "WebP, lossless": drawn("WEBP", "RGB", lossless=True),
    "WebP, lossless, see-through": drawn("WEBP", "RGBA", lossless=True),
}


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The pictures as another process writes them."""
    folder = tmp_path_factory.mktemp("elsewhere")
    for name, data in PICTURES.items():
        (folder / name).write_bytes(data)
    program = (
        "import sys; from pathlib import Path; from accessnews.photos.iptc import embed\n"
        "for photo in Path(sys.argv[1]).iterdir():\n"
        "    photo.write_bytes(embed(photo.read_bytes(), 'Boats at a pier.', '', 'en'))"
    )
    subprocess.run([sys.executable, "-c", program, str(folder)], check=True)
    return {name: (folder / name).read_bytes() for name in PICTURES}


@pytest.mark.parametrize("name", PICTURES)
class TestEmbed:
    def test_the_coded_picture_is_untouched(self, name: str) -> None:
        before, after = PICTURES[name], embed(PICTURES[name], "Boats at a pier.", "Three boats.", "en-GB")
        assert scans(after) == scans(before)
        assert scans(before)
        old, new = Image.open(io.BytesIO(before)), Image.open(io.BytesIO(after))
        assert (new.format, new.mode, new.size) == (old.format, old.mode, old.size)
        assert new.tobytes() == old.tobytes()
        for kept in ("icc_profile", "transparency", "progressive"):
            assert new.info.get(kept) == old.info.get(kept)

    def test_what_was_written_is_read(self, name: str, tmp_path: Path) -> None:
        text = 'A placard: "Wir bleiben", <3 & 渡し船'
        photo = tmp_path / "pier"
        photo.write_bytes(embed(PICTURES[name], text, "Three boats.", "de"))
        assert read(photo, "fr") == Embedded(alt=text, description="Three boats.")
        with pyexiv2.Image(str(photo)) as image:
            assert image.read_xmp()[ALT] == {'lang="x-default"': text, 'lang="de"': text}

    def test_the_same_input_gives_the_same_bytes_in_any_process(self, name: str, elsewhere: dict[str, bytes]) -> None:
        once = embed(PICTURES[name], "Boats at a pier.", "", "en")
        assert once == embed(PICTURES[name], "Boats at a pier.", "", "en") == elsewhere[name]
        assert 0 < len(once) - len(PICTURES[name]) < 3_000

    def test_writing_twice_is_writing_the_second(self, name: str) -> None:
        first = embed(PICTURES[name], "Boats.", "", "en")
        assert len(embed(first, "Other boats at the pier.", "", "en")) - len(first) < 100


def test_nothing_to_write_changes_nothing() -> None:
    assert embed(PICTURES["JPEG"], "", "  ", "en") is PICTURES["JPEG"]


@pytest.mark.parametrize("data", [b"", b"<svg/>", drawn("GIF", "P"), drawn("TIFF", "RGB"), PICTURES["PNG"][:40]])
def test_what_cannot_be_written_to_is_as_it_was(data: bytes) -> None:
    assert embed(data, "Boats.", "", "en") == data


@pytest.mark.parametrize("lang", ["", "nonsense!", 'en" x'])
def test_without_a_language_the_alt_is_the_default_one(lang: str, tmp_path: Path) -> None:
    (tmp_path / "pier").write_bytes(embed(PICTURES["JPEG"], "Boats.", "", lang))
    with pyexiv2.Image(str(tmp_path / "pier")) as image:
        assert image.read_xmp() == {ALT: {'lang="x-default"': "Boats."}}


def test_what_else_the_picture_says_stays(draw: Draw) -> None:
    photo = tell(draw("pier.jpg"), SAYS)
    before = read(photo, "en")
    photo.write_bytes(embed(photo.read_bytes(), "The ferry.", "", "en"))
    assert read(photo, "en") == replace(before, alt="The ferry.")


# What goes with a photo into the bundle

RIGHTS = {
    "Xmp.dc.creator": ["Ada Gill", "Bo Lind"],
    "Xmp.dc.rights": {'lang="x-default"': "© Coast Press", 'lang="de"': "© Küstenpresse"},
    "Xmp.photoshop.Credit": "Coast Press",
    "Xmp.xmpRights.UsageTerms": {'lang="x-default"': "Editorial use only"},
    "Xmp.xmpRights.WebStatement": "https://coast.example/terms",
    "Xmp.iptcExt.DigitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
    "Xmp.plus.Licensor": 'type="Bag"',
    "Xmp.plus.Licensor[1]": 'type="Struct"',
    "Xmp.plus.Licensor[1]/plus:LicensorName": "Coast Press",
    "Xmp.plus.Licensor[1]/plus:LicensorURL": "https://coast.example/buy",
}
LEFT = {
    "Xmp.iptcExt.PersonInImage": ["Mara Oduya"],
    "Xmp.aux.SerialNumber": "77",
    "Xmp.exif.GPSLatitude": "54,30.5N",
    "Xmp.dc.description": {'lang="x-default"': "Boats."},
    "Xmp.dc.subject": ["pier"],
}


def kept_of(file: Path) -> dict[str, Any]:
    fields = fields_of(metadata_blocks(file))
    return metadata_of(embed(PICTURES["JPEG"], "", "", "en", fields))


def metadata_of(data: bytes) -> dict[str, Any]:
    with pyexiv2.ImageData(data) as image:
        assert not image.read_exif()
        assert not image.read_iptc()
        said: dict[str, Any] = image.read_xmp()
        return said


def test_who_owns_a_photo_goes_with_it_and_where_it_was_taken_does_not(draw: Draw) -> None:
    gps = {"Exif.GPSInfo.GPSLatitudeRef": "N", "Exif.Photo.BodySerialNumber": "77"}
    assert kept_of(tell(draw("pier.jpg"), RIGHTS | LEFT, exif=gps)) == RIGHTS


def test_rights_in_older_fields_are_taken_from_there(draw: Draw) -> None:
    older = {"Iptc.Application2.Byline": ["Ada Gill"], "Iptc.Application2.Copyright": "© Coast Press"}
    assert kept_of(tell(draw("pier.jpg"), iptc=older, exif={"Exif.Image.Artist": "A. Gill"})) == {
        "Xmp.dc.creator": ["Ada Gill"],
        "Xmp.dc.rights": {'lang="x-default"': "© Coast Press"},
    }


@pytest.mark.parametrize(
    ("there", "alt", "becomes"),
    [
        (
            by_language(default="Old.", en="Old.", fr="Un quai."),
            "Boats.",
            by_language(default="Boats.", en="Boats.", fr="Un quai."),
        ),
        (
            by_language(default="Un quai.", fr="Un quai."),
            "Boats.",
            by_language(default="Un quai.", en="Boats.", fr="Un quai."),
        ),
        (by_language(default="Old.", fr="Un quai."), "", by_language(fr="Un quai.")),
        (by_language(default="Un quai.", fr="Un quai."), "", by_language(default="Un quai.", fr="Un quai.")),
        (by_language(default="Old."), "", None),
    ],
)
def test_alts_in_other_languages_stay(
    draw: Draw, there: dict[str, str], alt: str, becomes: dict[str, str] | None
) -> None:
    fields = fields_of(metadata_blocks(tell(draw("pier.jpg"), {ALT: there})))
    assert metadata_of(embed(PICTURES["JPEG"], alt, "", "en", fields)).get(ALT) == becomes


def test_of_hostile_rights_only_bounded_text_goes_on(draw: Draw) -> None:
    long = {"Xmp.xmpRights.UsageTerms": {'lang="x-default"': "word " * 3_000}, "Xmp.photoshop.Credit": "a\nb\x07"}
    said = kept_of(tell(draw("pier.jpg"), long))
    assert len(said["Xmp.xmpRights.UsageTerms"]['lang="x-default"']) <= 4_000
    assert said["Xmp.photoshop.Credit"].startswith("a b")


def test_what_a_reviewer_wrote_in_another_language_wins_over_the_files() -> None:
    kept = {ALT: by_language(default="Old.", en="Old.", fr="Un quai.")}
    data = embed(PICTURES["JPEG"], "Boats.", "", "en", kept, {"fr": "Des bateaux.", "de": "Boote."})
    assert metadata_of(data)[ALT] == by_language(default="Boats.", en="Boats.", fr="Des bateaux.", de="Boote.")
