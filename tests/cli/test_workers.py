"""Processes side by side: what one of them dies of is told of its own item, and of no other."""

import os
import signal
import subprocess
import sys
from multiprocessing import active_children
from pathlib import Path

import pytest

from accessnews.cli.workers import side_by_side
from tests.fixtures.command import surroundings

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither such signals nor such limits")


def worked(item: tuple[str, Path]) -> str:
    """A word said back, and noted in a file; "kill" and "exit" end their process."""
    word, notes = item
    with notes.open("a") as file:
        file.write(f"{word}\n")
    if word == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "exit":
        os._exit(7)
    return word


def died(item: tuple[str, Path], exit_code: int | None) -> str:
    return f"{item[0]} died of {exit_code}"


@pytest.mark.parametrize("count", [1, 2, 5])
def test_every_item_has_a_result_and_is_tried_once(tmp_path: Path, count: int) -> None:
    words = ["a", "kill", "b", "exit", "kill", "c", "d", "kill"]
    results = dict(side_by_side(worked, [(word, tmp_path / "notes") for word in words], count, died))
    fates = {"kill": f"kill died of {-signal.SIGKILL}", "exit": "exit died of 7"}
    assert [results[number] for number in range(len(words))] == [fates.get(word, word) for word in words]
    assert sorted((tmp_path / "notes").read_text().split()) == sorted(words)


def test_who_stops_asking_leaves_no_process_behind() -> None:
    before = active_children()  # of whoever was tested in this process
    arriving = side_by_side(os.getpgid, [0] * 100, 2, lambda item, code: 0)
    next(arriving)
    assert len(active_children()) == len(before) + 2
    arriving.close()
    assert active_children() == before


@pytest.mark.parametrize("limit", ["(9, 9)", "(3, 3)"], ids=["room-for-some", "room-for-none"])
def test_where_no_process_can_be_started_all_items_are_told(limit: str) -> None:
    """A limit on open files stands in for a system that has no room for one more process."""
    program = (
        "import resource; from accessnews.cli.workers import side_by_side\n"
        f"resource.setrlimit(resource.RLIMIT_NOFILE, {limit})\n"
        "print(sorted(dict(side_by_side(abs, [-1, -2, -3, -4], 4, lambda item, code: code)).items()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=surroundings(), check=False, timeout=60
    )
    results = [1, 2, 3, 4] if limit == "(9, 9)" else [None] * 4
    assert done.stdout == f"{list(enumerate(results))}\n", done.stderr
