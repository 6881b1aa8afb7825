"""``accessnews cache`` tells what is kept, and removes that and nothing else."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from accessnews.cli.cache import app
from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.text.files import cache_folder
from accessnews.tts._cache import Store
from tests.tts.cache_writers import holds, name, speech

Cache = Callable[..., list[str]]
NOON = time.mktime((2026, 5, 9, 12, 0, 0, 0, 0, -1))


@pytest.fixture
def cache(capsys: pytest.CaptureFixture[str]) -> Cache:
    """The lines that a command prints."""

    def run(*arguments: str) -> list[str]:
        assert app(list(arguments), standalone_mode=False) == 0
        return capsys.readouterr().out.splitlines()

    return run


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Ten entries of 1,063 bytes, the first of them the longest unused."""
    store = Store(tmp_path / "speech")
    for number in range(10):
        store.put(name(number), speech(number), "tone 1" if number < 7 else "horn 2")
        path = store.folder / name(number)[:2] / f"{name(number)[2:]}.speech"
        os.utime(path, (NOON + number * 3_600,) * 2)
    return store


def test_stats_tell_how_much_of_whom_and_since_when(store: Store, cache: Cache) -> None:
    assert cache("stats", "--cache", str(store.folder)) == [
        str(store.folder),
        "entries: 10",
        "size: 10.6 kB",
        "longest unused: since 2026-05-09 12:00",
        "last used: 2026-05-09 21:00",
        "tone 1: 7 entries, 7.4 kB",
        "horn 2: 3 entries, 3.2 kB",
    ]


def test_stats_of_what_is_not_there_are_zeros_and_make_nothing(tmp_path: Path, cache: Cache) -> None:
    assert cache("stats", "--cache", str(tmp_path / "gone")) == [
        str(tmp_path / "gone"),
        "entries: 0",
        "size: 0 bytes",
    ]
    assert not (tmp_path / "gone").exists()


def test_a_file_time_beyond_all_calendars_is_shown_all_the_same(store: Store, cache: Cache) -> None:
    path = store.folder / name(0)[:2] / f"{name(0)[2:]}.speech"
    os.utime(path, (10**10, 10**10))
    assert any(line.startswith("last used: ") for line in cache("stats", "--cache", str(store.folder)))


def test_prune_keeps_what_was_used_last(store: Store, cache: Cache) -> None:
    assert cache("prune", "--limit", "3.5kB", "--cache", str(store.folder)) == [
        "removed: 7 entries, 7.4 kB",
        "left: 3 entries, 3.2 kB",
    ]
    assert holds(store, *range(10)) == [7, 8, 9]


def test_prune_without_a_limit_keeps_a_gigabyte(store: Store, cache: Cache) -> None:
    assert cache("prune", "--cache", str(store.folder))[0] == "removed: 0 entries, 0 bytes"


def test_clear_leaves_an_empty_store(store: Store, cache: Cache) -> None:
    (store.folder / "notes.txt").write_text("mine")
    assert cache("clear", "--cache", str(store.folder)) == [
        "removed: 10 entries, 10.6 kB",
        "left: 0 entries, 0 bytes",
    ]
    assert sorted(path.name for path in store.folder.iterdir()) == ["CACHEDIR.TAG", "notes.txt"]


@pytest.mark.parametrize("command", ["stats", "prune", "clear"])
def test_a_folder_that_is_no_store_is_refused(tmp_path: Path, cache: Cache, command: str) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="is not a store of speech"):
        cache(command, "--cache", str(tmp_path))
    with pytest.raises(AccessNewsError, match="Not a directory"):
        cache(command, "--cache", str(tmp_path / "notes.txt"))
    assert (tmp_path / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("limit", ["a lot", "-5MB", ""])
def test_what_is_no_size_is_refused_and_nothing_is_removed(store: Store, cache: Cache, limit: str) -> None:
    with pytest.raises(UsageError, match="not a size"):
        cache("prune", "--limit", limit, "--cache", str(store.folder))
    assert store.stats().entries == 10


def test_without_a_name_it_is_the_platforms_folder(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):  # of Linux, Windows, macOS
        monkeypatch.setenv(variable, str(tmp_path))
    folder = cache_folder() / "speech"
    assert folder.is_relative_to(tmp_path)
    assert cache("stats")[0] == str(folder)
