"""Renders by a neural voice, against Piper's own command saying the same text: time, memory, and what a store saves.

The command writes a WAV file and nothing else; the render levels and encodes, times every word, makes the page and
publishes. Both run as a user types them.
"""

import re
import statistics
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from tests.bench._measuring import Run, run
from tests.bench._stories import story

WORDS = 1_500
ROUNDS = 3


def main() -> None:
    if find_spec("piper") is None:
        print("Piper is not here: pip install 'accessnews[neural]'")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = story(WORDS)
        (folder / "story.md").write_text(text, "utf-8")
        (folder / "story.txt").write_text(re.sub(r"^#+ (.*)", r"\1.", text, flags=re.MULTILINE), "utf-8")
        floors, firsts, seconds, edits = [], [], [], []
        for number in range(ROUNDS):
            floors.append(piper(folder))
            cache = folder / f"cache{number}"
            firsts.append(render(folder, cache))
            seconds.append(render(folder, cache))
            edited = text.replace("The mayor", f"The new mayor number {number + 2}", 1)
            (folder / "story.md").write_text(edited, "utf-8")
            edits.append(render(folder, cache))
            (folder / "story.md").write_text(text, "utf-8")
    floor = median(floors)
    print(f"{WORDS} words: piper {floor.seconds:.2f} s, {floor.megabytes:.0f} MB")
    for name, runs, base in (
        ("render", firsts, floor),
        ("unchanged", seconds, median(firsts)),
        ("one sentence edited", edits, median(firsts)),
    ):
        one = median(runs)
        of = "piper" if base is floor else "the render"
        print(f"{name}: {one.seconds:.2f} s, {one.seconds / base.seconds:.2f} × {of}; {one.megabytes:.0f} MB", end="")
        print(f", {one.megabytes / floor.megabytes:.2f} × piper")


def median(runs: list[Run]) -> Run:
    """Of time and of memory, each for itself."""
    return Run(statistics.median(one.seconds for one in runs), statistics.median(one.megabytes for one in runs), "")


def piper(folder: Path) -> Run:
    from accessnews.model.settings import Voice
    from accessnews.tts import _piper

    model = _piper.wanted(Voice("bench", "piper")).model
    text, sound = folder / "story.txt", folder / "story.wav"
    return run(sys.executable, "-m", "piper", "-m", str(model), "-i", str(text), "-f", str(sound))


def render(folder: Path, cache: Path) -> Run:
    options = ("--voice", "neural", "--quiet", "-o", str(folder / "out"), "--cache", str(cache))
    return run(sys.executable, "-m", "accessnews", "render", *options, str(folder / "story.md"))
