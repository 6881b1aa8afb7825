"""Photos come from beside the story, are checked by content and leave their metadata behind."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from accessnews.model.article import Article, Figure, Run, numbered
from accessnews.model.errors import AccessNewsError, Place
from accessnews.model.findings import Finding
from accessnews.photos import Photo
from accessnews.photos.locate import locate
from accessnews.photos.resize import gather

Draw = Callable[..., Path]


def gallery(folder: Path, *sources: str | None) -> Article:
    """A story in ``folder`` with one figure a line for each source."""
    story = folder / "pier.md"
    body = tuple(Figure(source, (Run("A pier."),), Place("pier.md", line)) for line, source in enumerate(sources, 1))
    return numbered(Article("Pier", body, Place("pier.md", 1), story, ""))


def gathered(article: Article, folder: str = "") -> tuple[dict[str, Photo], list[Finding]]:
    """The pictures of an article, and what was said while they were looked for."""
    files, findings = locate(article, folder)
    return gather(article, files), findings


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("place", ["pier.jpg", "images/pier.jpg", "pier.images/pier.jpg"])
def test_a_photo_is_found_beside_the_story(tmp_path: Path, draw: Draw, place: str) -> None:
    draw(place)
    photos, findings = gathered(gallery(tmp_path, "pier.jpg"))
    assert [photo.path for photo in photos.values()] == ["images/01-pier.jpg"]
    assert findings == []


def test_a_path_from_the_sites_root_is_looked_for_beside_the_story(tmp_path: Path, draw: Draw) -> None:
    draw("images/pier.jpg")
    assert gathered(gallery(tmp_path, "/assets/pier.jpg"))[0]


def test_the_folder_that_is_named_comes_first(tmp_path: Path, draw: Draw) -> None:
    draw("pier.jpg", width=100)
    draw("elsewhere/pier.jpg", width=60)
    photos, _ = gathered(gallery(tmp_path, "pier.jpg"), str(tmp_path / "elsewhere"))
    assert photos["b01"].width == 60


def test_a_gallery_without_names_takes_its_photos_in_order(tmp_path: Path, draw: Draw) -> None:
    draw("images/01.jpg", width=10)
    draw("images/03.png", width=30)
    photos, findings = gathered(gallery(tmp_path, None, None, None))
    assert {name: photo.width for name, photo in photos.items()} == {"b01": 10, "b03": 30}
    assert [(finding.code, finding.at.line) for finding in findings] == [("photo-missing", 2)]
    assert "02.jpg" in findings[0].message


def test_a_story_without_any_of_its_photos_is_told_once(tmp_path: Path, draw: Draw) -> None:
    story = gallery(tmp_path, *(f"pier{n}.jpg" for n in range(10)))
    _, (finding,) = gathered(story)
    assert finding.message == "photo not found: pier0.jpg, nor 9 others: none of the story's photos is there"
    draw("pier3.jpg")
    assert len(gathered(story)[1]) == 9


def test_a_web_address_is_never_fetched_but_its_copy_is_found(tmp_path: Path, draw: Draw) -> None:
    address = "https://example.org/media/pier%20one.jpg?w=800"
    _, findings = gathered(gallery(tmp_path, address))
    assert [finding.code for finding in findings] == ["photo-remote"]
    draw("pier one.jpg")
    photos, findings = gathered(gallery(tmp_path, address))
    assert photos["b01"].path == "images/01-pier-one.jpg"
    assert findings == []


@pytest.mark.parametrize(
    "source",
    [
        "../secret.jpg",
        "%2e%2e/secret.jpg",
        "/etc/passwd",
        "C:\\photo.jpg",
        "file:///etc/passwd",
        "a\\..\\b.jpg",
        "a\0b",
        "\udcff",
    ],
)
def test_nothing_outside_the_folder_is_read(tmp_path: Path, draw: Draw, source: str) -> None:
    draw("secret.jpg")
    (tmp_path / "stories").mkdir()
    with pytest.raises(AccessNewsError, match="outside the story's folder") as caught:
        gathered(gallery(tmp_path / "stories", source))
    assert caught.value.at == Place("pier.md", 1)


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("static/images/pier.jpg", "/images/pier.jpg"),
        ("public/pier.jpg", "/pier.jpg?v=2"),
        ("assets/img/pier.jpg", "/assets/img/pier.jpg"),
        ("source/img/pier.jpg", "/img/pier.jpg"),
        ("static/images/pier.jpg", "../../../static/images/pier.jpg"),
        ("content/posts/pictures/pier.jpg", "../pictures/pier.jpg"),
        ("content/posts/2026/images/pier.jpg", "./images/pier.jpg"),
    ],
)
def test_photos_that_a_site_shares(tmp_path: Path, draw: Draw, file: str, source: str) -> None:
    (tmp_path / "hugo.toml").write_text("")
    folder = tmp_path / "content/posts/2026"
    folder.mkdir(parents=True)
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    draw(file, 30)
    photos, findings = gathered(gallery(folder, source))
    assert photos["b01"].width == 30
    assert findings == []


@pytest.mark.parametrize("source", ["../../secret.jpg", "../../site/../secret.jpg", "../images/../../secret.jpg"])
def test_nothing_outside_the_site_is_read(tmp_path: Path, draw: Draw, source: str) -> None:
    draw("secret.jpg")
    folder = tmp_path / "site/posts"
    (tmp_path / "site/images").mkdir(parents=True)
    folder.mkdir()
    (tmp_path / "site/_config.yml").write_text("")
    (tmp_path / "site/images/pier.jpg").symlink_to(tmp_path / "secret.jpg")
    for path in (source, "../images/pier.jpg"):
        with pytest.raises(AccessNewsError, match="outside the story's folder"):
            gathered(gallery(folder, path))


def test_a_name_without_its_suffix(tmp_path: Path, draw: Draw) -> None:
    draw("pier.jpg", 30)
    assert gathered(gallery(tmp_path, "pier"))[0]["b01"].width == 30


def test_pictures_in_a_folder_beside_the_storys(tmp_path: Path, draw: Draw) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "images").mkdir()
    draw("images/pier.jpg", 30)
    photos, findings = gathered(gallery(tmp_path / "stories", "../images/pier.jpg", "/images/gone.jpg"))
    assert photos["b01"].width == 30
    assert [finding.code for finding in findings] == ["photo-missing"]


def test_a_link_out_of_the_folder_is_an_error(tmp_path: Path, draw: Draw) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories/pier.jpg").symlink_to(draw("secret.jpg"))
    with pytest.raises(AccessNewsError, match="outside the story's folder"):
        gathered(gallery(tmp_path / "stories", "pier.jpg"))


def test_a_large_photo_is_scaled_and_its_size_is_told(tmp_path: Path, draw: Draw) -> None:
    draw("pier.jpg", 3200, 1000)
    photo = gathered(gallery(tmp_path, "pier.jpg"))[0]["b01"]
    assert (photo.width, photo.height) == opened(photo.data).size == (1600, 500)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_where_it_was_taken_stays_behind_and_it_stands_upright(tmp_path: Path, draw: Draw, kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    exif.get_ifd(0x8825)[1] = "N"
    draw("pier.jpg", 300, 200, format=kind, exif=exif, xmp=b"<x>GPSLatitude</x>", comment=b"GPS")
    photo = gathered(gallery(tmp_path, "pier.jpg"))[0]["b01"]
    assert (photo.width, photo.height) == (200, 300)
    assert photo.media_type == f"image/{kind.lower()}"
    assert not opened(photo.data).getexif()
    assert b"GPS" not in photo.data


def test_an_animation_becomes_its_first_frame(tmp_path: Path) -> None:
    frames = [Image.new("P", (20, 20), colour) for colour in (1, 2)]
    frames[0].save(tmp_path / "pier.gif", save_all=True, append_images=frames[1:])
    photos, findings = gathered(gallery(tmp_path, "pier.gif"))
    assert photos["b01"].media_type == "image/png"
    assert [finding.code for finding in findings] == ["photo-reduced"]


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-800])


def drawing(path: Path) -> None:
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')


def words(path: Path) -> None:
    path.write_text("This is not a photo.")


@pytest.mark.parametrize(
    ("harm", "message"), [(truncated, "photo damaged"), (drawing, "photo is an SVG"), (words, "not a photo")]
)
def test_a_file_that_is_no_good_photo_is_an_error_with_line_and_hint(
    tmp_path: Path, draw: Draw, harm: Callable[[Path], None], message: str
) -> None:
    harm(draw("pier.jpg"))
    with pytest.raises(AccessNewsError, match=message) as caught:
        gathered(gallery(tmp_path, None, "pier.jpg"))
    assert caught.value.at == Place("pier.md", 2)
    assert caught.value.hint


def test_a_photo_of_more_than_64_megapixels_is_refused_unread(tmp_path: Path) -> None:
    Image.new("1", (9_000, 9_000)).save(tmp_path / "pier.png")
    with pytest.raises(AccessNewsError, match="photo too large"):
        gathered(gallery(tmp_path, "pier.png"))
