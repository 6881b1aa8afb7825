"""What stands where a file is to be, and is none or far too large, is refused in words and keeps nobody waiting."""

import errno
import os
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from accessnews.model.errors import AccessNewsError
from accessnews.text.files import NotRegularError, cache_folder, content, is_plain, locked, open_regular, write
from tests.fixtures.command import in_a_process

Write = Callable[[str, str], Path]
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")


def test_a_pipe_a_device_and_a_socket_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    with closing(socket.socket(socket.AF_UNIX)) as server:
        server.bind(str(tmp_path / "socket"))
        for path in (tmp_path / "pipe", tmp_path / "link", tmp_path / "socket", Path("/dev/zero")):
            with pytest.raises(NotRegularError):
                open_regular(path)
            with pytest.raises(AccessNewsError, match="no regular file"):
                content(path, 10)
            assert not is_plain(path)


def test_what_is_no_file_is_not_replaced() -> None:
    with pytest.raises(AccessNewsError, match="no regular file"):
        write(Path("/dev/null"), b"")


def test_a_folder_is_locked_by_one_at_a_time(tmp_path: Path) -> None:
    with locked(tmp_path) as held:
        assert held
        with pytest.raises(BlockingIOError), locked(tmp_path, wait=False):
            pass
    with locked(tmp_path, wait=False) as held:
        assert held


def test_a_file_system_without_locks_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*arguments: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    with locked(tmp_path) as held:
        assert not held


def test_a_link_is_followed_but_is_no_plain_file(write: Write, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(write("file", "words"))
    assert content(tmp_path / "link", 5) == b"words"
    assert (is_plain(tmp_path / "file"), is_plain(tmp_path / "link"), is_plain(tmp_path / "gone")) == (
        True,
        False,
        False,
    )


@pytest.mark.parametrize(
    ("name", "arguments", "code"),
    [
        ("accessnews.toml", ["config"], 2),
        ("pipe.md", ["render", "pipe.md"], 2),
        ("voices/pipe.toml", ["render", "--voice", "pipe", "harbour.md"], 2),
        ("voices/lexicon/en.pls", ["render", "harbour.md"], 3),
        ("harbour.pls", ["render", "harbour.md"], 3),
        ("harbour.alt.toml", ["alt", "harbour.md"], 3),
        ("sheet.csv", ["alt", "import", "harbour.md", "sheet.csv"], 3),
        ("sheet.csv", ["alt", "export", "-o", "sheet.csv", "harbour.md"], 3),
        ("said.wav", ["say", "-o", "said.wav", "Hello."], 3),
        ("output/harbour/manifest.json", ["render", "harbour.md"], 3),
        ("output/harbour.zip", ["render", "harbour.md"], 3),
        ("output/harbour", ["render", "harbour.md"], 3),
    ],
)
def test_no_command_waits_at_a_pipe(
    quiet_project: Path, write: Write, name: str, arguments: list[str], code: int
) -> None:
    write("harbour.md", "# Harbour opens\n\nThe harbour opened.\n")
    pipe = quiet_project / name
    pipe.parent.mkdir(parents=True, exist_ok=True)
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    done = in_a_process(*arguments)
    assert done.returncode == code
    assert "regular file" in done.stderr or "is no bundle" in done.stderr
    assert pipe.is_fifo()


def test_a_photo_that_is_a_pipe_is_a_photo_that_is_not_there(quiet_project: Path, write: Write) -> None:
    write("harbour.md", '# Harbour opens\n\n![](pier.jpg "Stallholders open umbrellas.")\n')
    os.mkfifo(quiet_project / "pier.jpg")
    done = in_a_process("render", "harbour.md")
    assert "photo-missing" in done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("name", "arguments", "code"),
    [
        ("accessnews.toml", ["config"], 2),
        ("pyproject.toml", ["config"], 2),
        ("voices/huge.toml", ["render", "--voice", "huge", "harbour.md"], 2),
        ("voices/lexicon/en.pls", ["render", "harbour.md"], 3),
        ("harbour.alt.toml", ["alt", "harbour.md"], 3),
        ("harbour.md", ["render", "harbour.md"], 3),
        ("output/harbour/manifest.json", ["render", "harbour.md"], 3),
        ("output/harbour.zip", ["render", "harbour.md"], 3),
    ],
)
def test_no_file_is_read_beyond_its_bounds(
    quiet_project: Path, write: Write, name: str, arguments: list[str], code: int
) -> None:
    """Twenty gigabytes that take no room on the disk."""
    write("harbour.md", "# Harbour opens\n\nThe harbour opened.\n")
    if name == "pyproject.toml":
        (quiet_project / "accessnews.toml").unlink()
    huge = quiet_project / name
    huge.parent.mkdir(parents=True, exist_ok=True)
    with huge.open("wb") as file:
        file.truncate(20_000_000_000)
    done = in_a_process(*arguments)
    assert done.returncode == code, done.stderr
    assert "MB" in done.stderr or "is no bundle" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"XDG_CACHE_HOME": "/var/tmp/ada"}, "/var/tmp/ada/accessnews"),  # noqa: S108 (a path)
        ("linux", {"XDG_CACHE_HOME": "relative"}, "~/.cache/accessnews"),
        ("linux", {"XDG_CACHE_HOME": ""}, "~/.cache/accessnews"),
        ("freebsd14", {}, "~/.cache/accessnews"),
        ("darwin", {"XDG_CACHE_HOME": "/var/tmp/ada"}, "~/Library/Caches/accessnews"),  # noqa: S108
        ("win32", {"LOCALAPPDATA": "/c/ada/Local"}, "/c/ada/Local/accessnews"),
        ("win32", {}, "~/AppData/Local/accessnews"),
    ],
)
def test_a_cache_lies_where_the_platform_wants_it(platform: str, environment: dict[str, str], folder: str) -> None:
    assert cache_folder(environment, platform) == Path(folder).expanduser()
