"""Photo files as phones, cameras, wires and attackers make them: read within bounds, or refused in words."""

import io
import random
import struct
import tracemalloc
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from accessnews.model.article import Article, Figure, Run, numbered
from accessnews.model.errors import AccessNewsError, Place
from accessnews.photos import Photo
from accessnews.photos.coded import orientation
from accessnews.photos.locate import locate
from accessnews.photos.resize import MOST_BYTES, gather
from accessnews.photos.unwrapping import unwrapped
from tests.fixtures.growth import assert_grows_with_its_length

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def made(folder: Path, name: str, data: bytes = b"") -> tuple[list[Photo], list[str]]:
    """The picture of a story with one photo, and the codes of what was said of it."""
    if data:
        (folder / name).write_bytes(data)
    story = folder / "pier.md"
    figure = Figure(name, (Run("A pier."),), Place("pier.md", 3))
    article = numbered(Article("Pier", (figure,), Place("pier.md", 1), story, ""))
    files, findings = locate(article, "")
    return list(gather(article, files).values()), [finding.code for finding in findings]


def noise(width: int = 120, height: int = 80) -> Image.Image:
    return Image.effect_noise((width, height), 60).convert("RGB")


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("RGBA").tobytes()


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(*before: bytes, rows: int = 100) -> bytes:
    """A PNG of 100 by 100 pixels, with so many rows there and with chunks before them."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 100, 100, 8, 6, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(bytes(401 * rows)))
    return SIGNATURE + header + b"".join(before) + body + chunk(b"IEND", b"")


def scanned(times: int, width: int = 3_000) -> bytes:
    """A progressive JPEG that goes over its picture so many times more."""
    data = saved(Image.new("RGB", (width, width), "#20507a"), "JPEG", progressive=True)
    last = data.rindex(b"\xff\xda")
    again = data[data.rindex(b"\xff\xc4", 0, last) : -2]
    return data[:-2] + again * times + b"\xff\xd9"


def test_a_file_of_several_jpegs_is_its_first_picture(tmp_path: Path) -> None:
    first = noise()
    data = saved(first, "MPO", save_all=True, append_images=[noise(), noise()])
    [photo], codes = made(tmp_path, "phone.jpg", data)
    assert (photo.media_type, photo.width, photo.height, codes) == ("image/jpeg", 120, 80, [])
    assert pixels(unwrapped(data).data) == pixels(data)
    assert len(unwrapped(data).data) < len(data) / 2


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("JPEG", "RGB", {"comment": b"pier", "exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0", "xmp": b"<x/>"}),
        ("JPEG", "CMYK", {"progressive": True}),
        ("JPEG", "L", {"icc_profile": b"p" * 70_000}),
        ("PNG", "P", {"transparency": 3}),
        ("PNG", "1", {}),
        ("PNG", "I;16", {}),
        ("PNG", "LA", {}),
        ("GIF", "P", {"comment": b"pier" * 200, "transparency": 2}),
        ("WEBP", "RGBA", {}),
    ],
)
def test_what_a_decoder_is_given_is_the_same_picture(kind: str, mode: str, options: dict[str, Any]) -> None:
    data = saved(Image.linear_gradient("L").convert(mode), kind, **options)
    assert pixels(unwrapped(data).data) == pixels(data)


ADAM7 = ["16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"]
"""The pass that brings each pixel of a square of eight by eight, as the PNG specification draws it."""


def interlaced(width: int, height: int, missing: int = 0) -> bytes:
    """A grey PNG in seven passes, without so many of its last bytes."""
    rows = b""
    for number in "1234567":
        for row in range(height):
            columns = sum(ADAM7[row % 8][column % 8] == number for column in range(width))
            rows += b"\0" * (columns + 1) if columns else b""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 1))
    body = chunk(b"IDAT", zlib.compress(rows[: len(rows) - missing]))
    return SIGNATURE + header + body + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(1, 1), (5, 3), (8, 8), (13, 9), (1, 9)])
def test_an_interlaced_png_is_whole_to_the_byte(tmp_path: Path, width: int, height: int) -> None:
    [photo], _ = made(tmp_path, "pier.png", interlaced(width, height))
    assert (photo.width, photo.height) == (width, height)
    with pytest.raises(AccessNewsError, match="its picture ends early"):
        made(tmp_path, "pier.png", interlaced(width, height, missing=1))


def test_a_png_that_ends_early_is_refused(tmp_path: Path) -> None:
    assert made(tmp_path, "pier.png", png())[0]
    with pytest.raises(AccessNewsError, match=r"photo damaged: pier\.png.*its picture ends early") as caught:
        made(tmp_path, "pier.png", png(rows=20))
    assert caught.value.at == Place("pier.md", 3)
    with pytest.raises(AccessNewsError, match=r"photo damaged: pier\.png.*it ends early"):
        made(tmp_path, "pier.png", png()[:-12])


def test_texts_of_a_png_that_unfold_to_much_are_not_unfolded(tmp_path: Path) -> None:
    bomb = zlib.compress(bytes(20_000_000))
    texts = [chunk(b"zTXt", b"Comment\0\0" + bomb), chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + bomb)]
    [photo], _ = made(tmp_path, "pier.png", png(*texts))
    assert photo.width == 100


@pytest.mark.parametrize("kind", ["png", "webp", "gif"])
def test_of_an_animation_the_first_frame_is_unpacked_and_that_is_told(tmp_path: Path, kind: str) -> None:
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("#204060", "#e8c468", "#ffffff")]
    still = saved(frames[0], kind.upper(), **({"lossless": True} if kind == "webp" else {}))
    moving = saved(frames[0], kind.upper(), save_all=True, append_images=frames[1:], lossless=True)
    [photo], codes = made(tmp_path, f"pier.{kind}", moving)
    difference = max(abs(one - other) for one, other in zip(pixels(photo.data), pixels(still), strict=True))
    assert difference <= 4  # a WebP is saved again
    assert codes == ["photo-reduced"]


def test_frames_that_are_not_shown_are_not_given_to_a_decoder() -> None:
    frames = [Image.new("P", (20, 20), colour) for colour in range(40)]
    for kind in ("GIF", "PNG"):
        still = saved(frames[0], kind)
        moving = saved(frames[0], kind, save_all=True, append_images=frames[1:])
        assert len(unwrapped(moving).data) <= len(still) + 20


def test_a_jpeg_of_very_many_scans_is_refused_unread(tmp_path: Path) -> None:
    assert made(tmp_path, "pier.jpg", scanned(0))[0]
    with pytest.raises(AccessNewsError, match=r"photo has 410 scans: pier\.jpg") as caught:
        made(tmp_path, "pier.jpg", scanned(400))
    assert "progressive" in caught.value.hint


def test_a_jpeg_smaller_than_it_says_is_refused_or_small(tmp_path: Path) -> None:
    data = bytearray(saved(noise(), "JPEG"))
    size = data.index(b"\xff\xc0") + 5
    data[size : size + 4] = struct.pack(">HH", 60_000, 60_000)
    with pytest.raises(AccessNewsError, match="photo too large"):
        made(tmp_path, "pier.jpg", bytes(data))


def exif(order: str, orientation: int, kind: int = 3) -> bytes:
    """Exif data with one entry before the orientation."""
    entry = struct.pack(f"{order}HHII", 0x0100, 4, 1, 640)
    value = struct.pack(f"{order}HHI", 0x0112, kind, 1) + struct.pack(
        f"{order}{'I' if kind == 4 else 'HH'}", *([orientation] if kind == 4 else [orientation, 0])
    )
    head = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HIH", 42, 8, 2)
    return head + entry + value + bytes(4)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", [3, 4])
def test_the_orientation_is_read_in_either_order_of_bytes(order: str, kind: int) -> None:
    assert [orientation(b"Exif\0\0" + exif(order, number, kind)) for number in range(1, 9)] == list(range(1, 9))
    assert {orientation(exif(order, number, kind)) for number in (0, 9, 60_000)} == {1}
    assert orientation(b"") == orientation(b"II*\0") == orientation(exif(order, 6, kind)[:20]) == 1


def test_exif_entries_that_overlap_fill_no_memory(tmp_path: Path) -> None:
    entries = b"".join(struct.pack(">HHII", number + 1, 7, 30_000, 8) for number in range(4_000))
    data = b"MM\0*\0\0\0\x08" + struct.pack(">H", 4_000) + entries
    (tmp_path / "pier.png").write_bytes(png(chunk(b"eXIf", data)))
    tracemalloc.start()
    try:
        assert made(tmp_path, "pier.png")[0]
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_a_gif_of_long_comments_is_read_in_time_that_grows_with_it() -> None:
    still = saved(Image.new("P", (20, 20)), "GIF")
    start = still.index(b"\x2c")

    def read(blocks: int) -> None:
        comment = b"\x21\xfe" + (b"\xff" + b"x" * 255) * blocks + b"\0"
        data = unwrapped(still[:start] + comment + still[start:]).data
        Image.open(io.BytesIO(data)).load()

    assert_grows_with_its_length(read, 40_000)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "MPO"])
def test_a_file_with_any_fault_is_a_picture_or_an_error_in_words(tmp_path: Path, kind: str) -> None:
    dice = random.Random(kind)  # noqa: S311 (the same faults every time)
    whole = saved(noise(40, 30), kind, exif=exif(">", 6))
    for _ in range(150):
        data = bytearray(whole[: dice.choice((len(whole), dice.randrange(1, len(whole))))])
        for _ in range(dice.randrange(4)):
            data[dice.randrange(len(data))] = dice.choice((0, 0xFF, 0xDA, 0xD9, dice.randrange(256)))
        with suppress(AccessNewsError):
            made(tmp_path, "pier.jpg", bytes(data))


def test_a_file_of_more_bytes_than_any_photo_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "pier.jpg").open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    with pytest.raises(AccessNewsError, match=r"photo too large: pier.jpg \(more than 256 MB\)"):
        made(tmp_path, "pier.jpg")


@pytest.mark.parametrize(
    "name",
    [
        "図" * 200 + ".jpg",
        "https://example.org/" + "図" * 200 + ".jpg",
        "x" * 300 + ".jpg",
        "folder/" * 1_000 + "pier.jpg",
        "https://example.org/%00.jpg",
        "pier%ED%A0%80.jpg",
    ],
)
def test_a_name_that_no_file_can_have_is_a_photo_that_is_not_there(tmp_path: Path, name: str) -> None:
    photos, codes = made(tmp_path, name)
    assert photos == []
    assert codes in (["photo-missing"], ["photo-remote"])


def test_a_folder_that_is_a_link_to_itself_has_no_photos(tmp_path: Path) -> None:
    (tmp_path / "images").symlink_to(tmp_path / "images")
    assert made(tmp_path, "pier.jpg") == ([], ["photo-missing"])
