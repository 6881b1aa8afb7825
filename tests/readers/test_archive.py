"""A story with its pictures, in a folder or in a zip archive."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.model.settings import Settings
from accessnews.pipeline.recipe import describe
from accessnews.readers import read, story_at

PAGE = '<h1>Harbour</h1>\n<p>The harbour opened.</p>\n<p><img src="images/pier.jpg"></p>\n<p>It closed.</p>'


def archive(path: Path, **files: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w") as opened:
        for name, data in files.items():
            opened.writestr(name.replace("__", "/").replace("_", "."), data)
    return path


def photo() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 6), "navy").save(file, "JPEG")
    return file.getvalue()


def test_the_only_story_is_read_with_the_pictures_beside_it(tmp_path: Path) -> None:
    path = archive(tmp_path / "export.zip", Harbour__Harbour_html=PAGE, Harbour__images__pier_jpg=photo())
    article = read(path)
    assert article.title == "Harbour"
    assert article.path == path
    assert str(article.body[0].at) == f"{path}/Harbour/Harbour.html:2"
    described = describe(path, Settings(lang="en"))
    assert [file.read_bytes() for file in described.files.values()] == [photo()]
    assert described.missing == ()


def test_an_index_is_the_story_whatever_lies_beside_it(tmp_path: Path) -> None:
    path = archive(tmp_path / "story.zip", index_md="# Harbour\n\nIt opened.\n", notes_md="# Notes\n\nNo.\n")
    assert read(path).title == "Harbour"


@pytest.mark.parametrize("data", ["meta.json", "map.xml"])
def test_data_beside_a_story_is_no_second_one(tmp_path: Path, data: str) -> None:
    folder = tmp_path / "harbour"
    folder.mkdir()
    (folder / data).write_text("{}")
    assert story_at(folder).name == data
    (folder / "harbour.md").write_text("# Harbour\n\nIt opened.\n")
    assert story_at(folder).name == "harbour.md"


def test_what_systems_pack_for_themselves_is_no_story(tmp_path: Path) -> None:
    path = archive(tmp_path / "story.zip", harbour_md="# Harbour\n\nIt opened.\n", __MACOSX=b"")
    with zipfile.ZipFile(path, "a") as opened:
        opened.writestr("__MACOSX/._harbour.md", b"\0\0")
    assert read(path).title == "Harbour"


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["a.md", "b.html"], "which of these is the story: a.md, b.html"),
        (["a.jpg"], "there is no story in it"),
        ([], "no story"),
    ],
)
def test_no_story_or_several_is_an_error_in_words(tmp_path: Path, names: list[str], message: str) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    with zipfile.ZipFile(tmp_path / "stories.zip", "w") as opened:
        for name in names:
            (folder / name).write_text("# Harbour\n\nIt opened.\n")
            opened.write(folder / name, name)
    with pytest.raises(UsageError, match=message):
        read(tmp_path / "stories.zip")
    with pytest.raises(UsageError, match=message):
        story_at(folder)


@pytest.mark.parametrize("name", ["../harbour.md", "/harbour.md", "..\\harbour.md", "a/../../harbour.md"])
def test_nothing_is_unpacked_outside_its_folder(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "story.zip", "w") as opened:
        opened.writestr(name, "# Harbour\n\nIt opened.\n")
    with pytest.raises(UsageError, match="there is no story in it"):
        read(tmp_path / "story.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["story.zip"]


def test_a_name_that_is_a_file_and_a_folder_is_an_error_in_words(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "story.zip", "w") as opened:
        opened.writestr("a", "x")
        opened.writestr("a/harbour.md", "# Harbour\n\nIt opened.\n")
    with pytest.raises(AccessNewsError, match="is no name of a file"):
        read(tmp_path / "story.zip")


def test_a_part_without_a_name_is_damage(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", **{"a.md": "# Mill\n\nIt turns.", "b": "x"})
    data = path.read_bytes()
    start = data.rindex(b"PK\x01\x02")
    path.write_bytes(data[: start + 28] + b"\0\0\1\0" + data[start + 32 :])  # the name is something else now
    with pytest.raises(AccessNewsError, match="damaged"):
        read(path)


def test_an_error_in_an_archive_names_the_file_in_it(tmp_path: Path) -> None:
    path = archive(tmp_path / "story.zip", harbour_md="---\ntitle: [\n---\n\nIt opened.\n")
    with pytest.raises(AccessNewsError) as caught:
        read(path)
    assert str(caught.value.at).startswith(f"{path}/harbour.md:")


def test_a_folder_stands_for_its_story(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# Harbour\n")
    assert story_at(tmp_path) == tmp_path / "index.md"
    assert story_at(tmp_path / "index.md") == tmp_path / "index.md"
