"""A whole render of a 1,500-word story, against its floor: one call of the voice and one encode of that sound.

The floor is one eSpeak call for the whole text, then one MP3 encode at the same settings, in one process that
has nothing else to do. The render is the command as a user types it.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.stories import written

ROUNDS = 5
FLOOR = """
import io, sys, time
started = time.perf_counter()
from accessnews.espeak import synthesiser
from accessnews.audio.mp3 import encode
text = open(sys.argv[1], encoding="utf-8").read()
speaker = synthesiser()
sound = speaker.say(text, "gmw/en-US", 165, 45)
encode([sound.pcm], speaker.rate, 64, io.BytesIO())
print(time.perf_counter() - started, len(sound.pcm) / 2 / speaker.rate)
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), 1_500)
        floors, renders = [], []
        for _ in range(ROUNDS):
            floors.append(timed(sys.executable, "-c", FLOOR, str(path))[0])
            taken, printed = timed(
                sys.executable,
                "-m",
                "accessnews",
                "render",
                "--voice",
                "newsreader",
                "--format",
                "json",
                "-o",
                folder,
                str(path),
            )
            renders.append((taken, json.loads(printed)["bundles"][0]["seconds"]))
        report("story of 1,500 words", floors, renders)


def report(name: str, floors: list[float], renders: list[tuple[float, dict[str, float]]]) -> None:
    floor = statistics.median(floors)
    render, stages = sorted(renders, key=lambda run: run[0])[len(renders) // 2]
    print(f"{name}: render {render:.2f} s, floor {floor:.2f} s, ratio {render / floor:.2f}")
    for stage, seconds in [*stages.items(), ("start and imports", render - sum(stages.values()))]:
        print(f"  {stage}: {seconds:.3f} s")


def timed(*command: str) -> tuple[float, str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    started = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return time.perf_counter() - started, done.stdout
