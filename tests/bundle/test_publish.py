"""A bundle appears whole or not at all, whatever happens in between."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import pytest

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.publish import publish
from accessnews.model.errors import AccessNewsError

STAMP = (2026, 5, 9, 0, 0, 0)


def bundle(words: str, *more: Artifact) -> list[Artifact]:
    """Files that hold ``words``, and the manifest that lists them."""
    files = [
        Artifact("index.html", "text/html", words.encode()),
        Artifact("audio/story.mp3", "audio/mpeg", words.encode() * 100),
        *more,
    ]
    manifest = json.dumps({"files": [{"path": artifact.path} for artifact in files]})
    return [*files, Artifact("manifest.json", "application/json", manifest.encode())]


def test_folder_and_zip_hold_the_same_files(tmp_path: Path) -> None:
    folder, archive = publish(bundle("one"), tmp_path / "out", "story", STAMP)
    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
        assert names == ["story/audio/story.mp3", "story/index.html", "story/manifest.json"]
        for name in names:
            assert opened.read(name) == (folder.parent / name).read_bytes()


def test_the_same_files_give_the_same_zip(tmp_path: Path) -> None:
    zips = [publish(reversed(bundle("one")), tmp_path / name, "story", STAMP)[1].read_bytes() for name in "ab"]
    assert zips[0] == zips[1]


def test_a_new_bundle_replaces_the_old_one_whole(tmp_path: Path) -> None:
    publish(bundle("one", Artifact("gone.txt", "text/plain", b"x")), tmp_path, "story", STAMP)
    publish(bundle("two"), tmp_path, "story", STAMP)
    assert (tmp_path / "story/index.html").read_text() == "two"
    assert not (tmp_path / "story/gone.txt").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story", "story.zip"]


def kill_half_way(output: Path) -> Path:
    """Kill a run while it writes its bundle, and give the folder that it leaves in ``output``."""
    program = (
        "import os, signal, sys; from pathlib import Path; from accessnews.bundle.artifact import Artifact\n"
        "from accessnews.bundle.publish import publish\n"
        "def files():\n"
        "    yield b'half'\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "class Endless(Artifact):\n"
        "    def pieces(self): return files()\n"
        "publish([Endless('index.html', 'text/html', b'')], Path(sys.argv[1]), 'story', (2026, 5, 9, 0, 0, 0))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    before = set(output.glob("*"))
    done = subprocess.run([sys.executable, "-c", program, str(output)], env=environment, check=False)
    assert done.returncode == -signal.SIGKILL
    (leftover,) = set(output.glob("*")) - before
    return leftover


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
def test_what_a_killed_run_left_is_swept_away(tmp_path: Path) -> None:
    kill_half_way(tmp_path)
    publish(bundle("one"), tmp_path, "story", STAMP)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story", "story.zip"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
def test_a_bundle_that_a_killed_run_put_aside_goes_back_to_its_place(tmp_path: Path) -> None:
    leftover = kill_half_way(tmp_path)
    publish(bundle("one"), tmp_path / "elsewhere", "other", STAMP)
    (tmp_path / "elsewhere/other").rename(leftover / "other.old")
    publish(bundle("one"), tmp_path, "story", STAMP)
    assert (tmp_path / "other/index.html").read_text() == "one"
    assert not leftover.exists()


def test_a_folder_of_somebody_else_is_not_swept_whatever_its_name(tmp_path: Path) -> None:
    output, elsewhere = tmp_path / "output", tmp_path / "elsewhere"
    for folder in (output / ".accessnews-cache", elsewhere):
        folder.mkdir(parents=True)
        (folder / "notes.old").write_text("mine")
    (output / ".accessnews-empty").mkdir()
    (output / ".accessnews-link").symlink_to(elsewhere, target_is_directory=True)
    publish(bundle("one"), output, "story", STAMP)
    theirs = [".accessnews-cache", ".accessnews-empty", ".accessnews-link"]
    assert sorted(path.name for path in output.iterdir()) == [*theirs, "story", "story.zip"]
    assert (output / ".accessnews-cache/notes.old").read_text() == "mine"
    assert (elsewhere / "notes.old").read_text() == "mine"


def test_a_folder_that_a_killed_run_had_not_marked_yet_is_swept_away(tmp_path: Path) -> None:
    for name in ("a1b2c3_4", "z9y8x7w6"):
        (tmp_path / f".accessnews-{name}").mkdir()
    (tmp_path / ".accessnews-z9y8x7w6" / ".accessnews").touch()
    publish(bundle("one"), tmp_path, "story", STAMP)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story", "story.zip"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
def test_a_link_to_what_a_killed_run_left_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    leftover = kill_half_way(tmp_path / "elsewhere")
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / leftover.name).symlink_to(leftover, target_is_directory=True)
    publish(bundle("one"), tmp_path / "output", "story", STAMP)
    assert leftover.is_dir()
    assert (tmp_path / "output" / leftover.name).is_symlink()


@pytest.mark.parametrize("name", ["story", "story.zip"])
def test_a_link_is_not_replaced(tmp_path: Path, name: str) -> None:
    """Whoever put it there would look for the new bundle where it leads, and find the old one."""
    publish(bundle("one"), tmp_path / "elsewhere", "story", STAMP)
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / name).symlink_to(tmp_path / "elsewhere" / name)
    with pytest.raises(AccessNewsError, match="is no bundle of accessnews"):
        publish(bundle("two"), tmp_path / "output", "story", STAMP)
    assert [path.name for path in (tmp_path / "output").iterdir()] == [name]
    assert (tmp_path / "elsewhere/story/index.html").read_text() == "one"


def test_a_bundle_with_somebodys_links_in_it_is_not_replaced(tmp_path: Path) -> None:
    publish(bundle("one"), tmp_path, "story", STAMP)
    (tmp_path / "story/photos").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(AccessNewsError, match="is no bundle of accessnews"):
        publish(bundle("two"), tmp_path, "story", STAMP)
    assert (tmp_path / "story/photos").is_symlink()


def test_an_output_that_is_a_file_is_an_error_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(AccessNewsError, match="cannot write the bundle") as caught:
        publish(bundle("one"), tmp_path / "out", "story", STAMP)
    assert "--output" in caught.value.hint


def test_a_failure_half_way_leaves_the_last_good_bundle(tmp_path: Path) -> None:
    publish(bundle("good"), tmp_path, "story", STAMP)
    broken = Artifact("a/" + "x" * 300, "text/plain", b"")  # no file system takes this name
    with pytest.raises(AccessNewsError):
        publish(bundle("bad", broken), tmp_path, "story", STAMP)
    assert (tmp_path / "story/index.html").read_text() == "good"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story", "story.zip"]


def test_a_folder_that_is_no_bundle_is_never_replaced(tmp_path: Path) -> None:
    """`render content/storm/index.md -o content` must not put a bundle in the place of the story."""
    publish(bundle("one"), tmp_path, "story", STAMP)
    (tmp_path / "story/notes.txt").write_text("mine")
    (tmp_path / "other").mkdir()
    (tmp_path / "other/index.md").write_text("mine too")
    for name in ("story", "other"):
        with pytest.raises(AccessNewsError, match="is no bundle of accessnews"):
            publish(bundle("two"), tmp_path, name, STAMP)
    assert (tmp_path / "story/index.html").read_text() == "one"
    assert (tmp_path / "other/index.md").read_text() == "mine too"


def test_a_zip_that_is_no_bundle_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "story.zip").mkdir()
    with pytest.raises(AccessNewsError, match="is no bundle of accessnews"):
        publish(bundle("one"), tmp_path, "story", STAMP)
    assert [path.name for path in tmp_path.iterdir()] == ["story.zip"]


def test_two_renders_of_one_story_end_with_one_whole_bundle(tmp_path: Path) -> None:
    failures: list[Exception] = []

    def many(words: str) -> None:
        try:
            for _ in range(20):
                publish(bundle(words), tmp_path, "story", STAMP)
        except Exception as error:  # noqa: BLE001 (whatever it is, the main thread must know)
            failures.append(error)

    threads = [threading.Thread(target=many, args=(words,)) for words in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    page = (tmp_path / "story/index.html").read_bytes()
    assert (tmp_path / "story/audio/story.mp3").read_bytes() == page * 100
    with zipfile.ZipFile(tmp_path / "story.zip") as opened:
        assert opened.read("story/index.html") == page


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
def test_killed_at_any_moment_there_is_a_whole_bundle(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.bundle.test_publish import bundle, STAMP\n"
        "from accessnews.bundle.publish import publish\n"
        "print(flush=True)\n"
        "while True:\n"
        "    for words in ('one', 'two'): publish(bundle(words), Path(sys.argv[1]), 'story', STAMP)"
    )
    publish(bundle("one"), tmp_path, "story", STAMP)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    for moment in range(6):
        command = [sys.executable, "-c", program, str(tmp_path)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stdout.readline()
            time.sleep(moment * 0.031)
            process.kill()
        page = (tmp_path / "story/index.html").read_bytes()
        assert page in (b"one", b"two")
        assert (tmp_path / "story/audio/story.mp3").read_bytes() == page * 100
        assert zipfile.ZipFile(tmp_path / "story.zip").testzip() is None
    publish(bundle("three"), tmp_path, "story", STAMP)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story", "story.zip"]
