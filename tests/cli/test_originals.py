"""``accessnews alt apply``: into the photos that a desk keeps, and back."""

import errno
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from accessnews.photos.iptc import read
from tests.fixtures import command

Write = Callable[[str, str], Path]
PICTURES = "".join(f'![](pier{n}.jpg "Boats lie at pier {n}. [Ada Gill/AP]")\n\n' for n in (1, 2, 3))
STORY = f"# Harbour opens\n\nThe harbour opened.\n\n{PICTURES}"
ANSWERS = b"e\nTwo boats at a pier.\nl\nThe boats are blue.\na\ne\nA long pier.\na\ns\n"


def run(*arguments: str, answers: bytes = b"") -> tuple[int, str, str]:
    done = command.accessnews("alt", *arguments, stdin=answers)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def story(quiet_project: Path, write: Write) -> Path:
    """A story with three photos, of which two have been reviewed."""
    file = write("harbour.md", STORY)
    for n in (1, 2, 3):
        Image.effect_noise((40, 30), 60 + n).convert("RGB").save(file.with_name(f"pier{n}.jpg"))
    assert run("review", "harbour.md", answers=ANSWERS)[0] == 0
    return file


def hashes(story: Path) -> dict[str, str]:
    files = [file for file in story.parent.iterdir() if file.suffix in (".jpg", ".xmp")]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_it_asks_writes_and_takes_back(story: Path) -> None:
    before = hashes(story)
    code, said, _ = run("apply", "harbour.md", answers=b"n\n")
    assert (code, hashes(story)) == (0, before)
    assert "Two boats at a pier." in said
    code, said, _ = run("apply", "harbour.md", answers=b"y\n")
    assert (code, "pier1.jpg: written" in said) == (0, True)
    told = read(story.with_name("pier1.jpg"), "en")
    assert (told.alt, told.description) == ("Two boats at a pier.", "The boats are blue.")
    assert hashes(story)["pier3.jpg"] == before["pier3.jpg"]  # nobody has looked at it
    assert run("apply", "harbour.md", "--yes")[1].endswith("Nothing to write.\n")
    assert run("apply", "harbour.md", "--undo", answers=b"y\n")[0] == 0
    assert hashes(story) == before
    assert not story.with_name("harbour.alt.undo.json").exists()
    assert run("apply", "harbour.md", "--undo", "--yes")[0] == 2


def test_where_nobody_answers_nothing_is_written(story: Path) -> None:
    before = hashes(story)
    code, _, told = run("apply", "harbour.md")
    assert (code, hashes(story)) == (2, before)
    assert "--yes" in told


def test_a_sidecar_is_made_beside_a_photo_that_is_read_only(story: Path) -> None:
    before = hashes(story)
    story.with_name("pier1.jpg").chmod(0o444)
    code, _, told = run("apply", "harbour.md", "--yes")
    assert code == 3
    assert "read-only" in told
    assert "pier1.xmp" in told
    assert run("apply", "harbour.md", "--undo", "--yes")[0] == 0
    assert run("apply", "harbour.md", "--sidecar", "--yes")[0] == 0
    assert set(hashes(story)) - set(before) == {"pier1.xmp", "pier2.xmp"}
    assert run("apply", "harbour.md", "--undo", "--yes")[0] == 0
    assert hashes(story) == before


def test_undo_leaves_what_somebody_else_has_changed_since(story: Path) -> None:
    before = hashes(story)
    assert run("apply", "harbour.md", "--yes")[0] == 0
    Image.new("RGB", (9, 9)).save(story.with_name("pier1.jpg"))
    changed = hashes(story)["pier1.jpg"]
    code, _, told = run("apply", "harbour.md", "--undo", "--yes")
    assert (code, "changed since" in told) == (3, True)
    assert hashes(story) == before | {"pier1.jpg": changed}
    assert story.with_name("harbour.alt.undo.json").exists()


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_full_disk_or_ctrl_c_leaves_the_photo_whole(story: Path, fault: BaseException) -> None:
    before, sync = hashes(story), os.fsync
    calls: list[int] = []

    def fail(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:  # the first is of the file by which it is taken back
            raise fault
        sync(handle)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        code, _, _ = run("apply", "harbour.md", "--yes")
    assert code != 0
    assert hashes(story)["pier1.jpg"] == before["pier1.jpg"]
    assert not list(story.parent.glob(".accessnews-*"))
    run("apply", "harbour.md", "--undo", "--yes")
    assert hashes(story) == before


def test_one_photo_with_two_texts_is_left_alone(story: Path) -> None:
    story.write_text(STORY.replace("pier2.jpg", "pier1.jpg"), "utf-8")
    assert run("review", "harbour.md", answers=b"e\nA pier.\na\ns\n")[0] == 0
    code, _, told = run("apply", "harbour.md", "--yes")
    assert (code, "two alt texts for one file" in told) == (3, True)
