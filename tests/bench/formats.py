"""What every format costs on top of page and audio, and what it weighs: ``python -m tests.bench formats STORY``.

The first number is the render of all of them against that of page and audio; then each alone beside these two.
"""

import json
import statistics
import sys
import tempfile
from pathlib import Path

from accessnews.cli import starter
from accessnews.formats import names
from tests.bench._measuring import run

TAKES = "STORY"
ROUNDS = 7
FEW = ("html", "audio")


def main(story: str = str(Path(starter.__file__).parent / "files" / "harbour-market.md")) -> None:
    every = names()
    sets = {"all": (*FEW, *(name for name in every if name not in FEW))}
    sets |= {name: (*FEW, name) for name in every if name not in FEW}
    taken: dict[str, list[float]] = {name: [] for name in ("few", *sets)}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS):  # taken in turn, so that a busy moment falls on all
            for name, formats in {"few": FEW, **sets}.items():
                taken[name].append(seconds(story, formats, folder))
        floor = statistics.median(taken["few"])
        print(f"page and audio: {floor:.2f} s")
        for name in sets:
            median = statistics.median(taken[name])
            print(f"  with {name}: {median:.2f} s, {median / floor:.2f} × page and audio")
        seconds(story, sets["all"], folder)
        for path, size in sizes(Path(folder)):
            print(f"  {path}: {size / 1000:.0f} kB")


def seconds(story: str, formats: tuple[str, ...], folder: str) -> float:
    """How long the command takes, as a user types it."""
    return run(
        *(sys.executable, "-m", "accessnews", "render", "--quiet", "--fail-on", "never"),
        *("--to", ",".join(formats), "-o", folder, story),
    ).seconds


def sizes(output: Path) -> list[tuple[str, int]]:
    """The files of the one bundle in a folder, with their bytes, the largest first."""
    (manifest,) = output.glob("*/manifest.json")
    files = json.loads(manifest.read_text("utf-8"))["files"]
    return sorted(((file["path"], file["bytes"]) for file in files), key=lambda entry: -entry[1])
