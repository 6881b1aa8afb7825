"""What pixels say by themselves, on pictures that are drawn here."""

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from accessnews.model.settings import Settings
from accessnews.photos import Photo
from accessnews.photos.measured import measured
from accessnews.pipeline.recipe import describe


def photo(picture: Image.Image, form: str = "PNG") -> Photo:
    data = io.BytesIO()
    picture.save(data, form)
    return Photo("images/01.png", f"image/{form.lower()}", *picture.size, data.getvalue())


def scene(seed: int) -> Image.Image:
    """Something with the grain and the colours of a photo."""
    rng = np.random.default_rng(seed)
    rough = Image.fromarray(rng.integers(0, 255, (24, 32, 3), np.uint8)).resize((800, 600), Image.Resampling.BICUBIC)
    grain = rng.normal(0, 12, (600, 800, 3))
    return Image.fromarray((np.asarray(rough) + grain).clip(0, 255).astype(np.uint8))


def chart() -> Image.Image:
    picture = Image.new("RGB", (800, 500), "white")
    pen = ImageDraw.Draw(picture)
    for number in range(8):
        pen.rectangle((60 + number * 90, 450 - number * 45, 120 + number * 90, 450), fill=(20, 60 + number * 20, 140))
    pen.text((60, 20), "Ferries by year", fill="black")
    return picture


def test_a_photo_a_chart_and_a_blank_page_are_told_apart() -> None:
    blank = Image.new("RGB", (400, 300), (250, 250, 248))
    said = [measured(photo(picture)) for picture in (scene(1), chart(), blank)]
    assert [(it.is_photo, it.is_drawn, it.is_blank) for it in said] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    assert not any(it.is_blurred for it in said)


def test_what_has_no_edges_is_blurred() -> None:
    assert measured(photo(scene(2).filter(ImageFilter.GaussianBlur(24)))).is_blurred


def test_a_picture_of_one_pixel_is_measured() -> None:
    assert measured(photo(Image.new("RGB", (1, 1), "red"))).is_blank


def bits(first: Image.Image, second: Image.Image) -> int:
    return (measured(photo(first)).fingerprint ^ measured(photo(second)).fingerprint).bit_count()


def test_the_same_picture_smaller_and_packed_anew_is_the_same() -> None:
    again = io.BytesIO()
    scene(3).resize((500, 375)).save(again, "JPEG", quality=60)
    assert bits(scene(3), Image.open(again)) <= 2
    assert bits(scene(3), scene(4)) > 16


@pytest.fixture
def codes(write: Callable[[str, str], Path], tmp_path: Path) -> Callable[..., list[str]]:
    def look(text: str, **pictures: Image.Image) -> list[str]:
        for name, picture in pictures.items():
            picture.save(tmp_path / f"{name}.png")
        story = write("story.md", f"# Harbour\n\nIt opened.\n\n{text}\n")
        article = describe(story, Settings(look_at_photos=True)).article
        return [finding.code for finding in article.findings if finding.code.startswith("picture-")]

    return look


def test_what_contradicts_a_caption_is_found(codes: Callable[..., list[str]]) -> None:
    mapped = '![](a.png "Map: where the ferry hit the pier. [AP]")'
    assert codes(mapped, a=scene(5)) == ["picture-kind"]
    assert codes(mapped, a=chart()) == []
    assert codes('![](a.png "Boats lie at the pier at dawn on Monday. [AP]")', a=scene(5)) == []


def test_the_same_picture_under_two_names_is_found(codes: Callable[..., list[str]]) -> None:
    both = '![](a.png "Boats lie at the pier. [AP]")\n\n![](b.png "Gulls sit on the roof. [AP]")'
    assert codes(both, a=scene(6), b=scene(6).resize((640, 480))) == ["picture-twice"]
    assert codes(both, a=scene(6), b=scene(7)) == []
