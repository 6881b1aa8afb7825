"""Renders of 100, 1,500 and 20,000 words, against their floor: one call of the voice and one encode of its sound.

The floor is one eSpeak call for the whole text, then one MP3 encode at the same settings, in one process that
has nothing else to do. The render is the command as a user types it. Beside them, where ffmpeg is there: pyttsx3
as its documentation has it, and pydub.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench._stories import written

FLOOR = """
import io, sys, time
started = time.perf_counter()
from accessnews.tts._espeak import synthesiser
from accessnews.audio.mp3 import Encoder
text = open(sys.argv[1], encoding="utf-8").read()
speaker = synthesiser()
sound = speaker.say(text, "gmw/en-US", 165, 45)
encoder = Encoder(speaker.rate, 64, io.BytesIO())
encoder.feed(sound.pcm)
encoder.finish()
print(time.perf_counter() - started, len(sound.pcm) / 2 / speaker.rate)
"""


NAIVE = """
import sys, tempfile, os
from accessnews.tts._espeak.installed import bundled
import ctypes
library, data = bundled()
ctypes.CDLL(str(library)); os.environ["ESPEAK_DATA_PATH"] = str(data)
import time
started = time.perf_counter()
import pyttsx3
from pydub import AudioSegment
text = open(sys.argv[1], encoding="utf-8").read()
with tempfile.TemporaryDirectory() as folder:
    wav = os.path.join(folder, "story.wav")
    driver = pyttsx3.init()
    driver.runAndWait()
    driver.save_to_file(text, wav)
    driver.runAndWait()
    AudioSegment.from_file(wav).export(os.path.join(folder, "story.mp3"), "mp3", bitrate="64k")
print()
print(time.perf_counter() - started)
sys.stdout.flush(); os._exit(0)
"""


def main() -> None:
    for words, rounds in ((100, 9), (1_500, 5), (20_000, 3)):
        with tempfile.TemporaryDirectory() as folder:
            path = written(Path(folder), words)
            floors, renders = [], []
            for _ in range(rounds):
                floors.append(timed(sys.executable, "-c", FLOOR, str(path))[0])
                renders.append(rendered(folder, path))
            report(f"story of {words} words", floors, renders)
            if words == 1_500 and shutil.which("ffmpeg"):
                naive = float(timed(sys.executable, "-c", NAIVE, str(path))[1].split()[-1])
                ratio = naive / statistics.median(floors)
                print(f"  pyttsx3 and pydub as documented: {naive:.2f} s, {ratio:.2f} × the floor")


def rendered(folder: str, path: Path) -> tuple[float, dict[str, float]]:
    """Wall time of the whole command, and by stage, in seconds."""
    options = ("--voice", "newsreader", "--format", "json", "-o", folder)
    taken, printed = timed(sys.executable, "-m", "accessnews", "render", *options, str(path))
    return taken, json.loads(printed)["bundles"][0]["seconds"]


def report(name: str, floors: list[float], renders: list[tuple[float, dict[str, float]]]) -> None:
    floor = statistics.median(floors)
    render, stages = sorted(renders, key=lambda run: run[0])[len(renders) // 2]
    print(f"{name}: render {render:.2f} s, floor {floor:.2f} s, ratio {render / floor:.2f}")
    for stage, seconds in [*stages.items(), ("start and imports", render - sum(stages.values()))]:
        print(f"  {stage}: {seconds:.3f} s")


def timed(*command: str) -> tuple[float, str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    started = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, timeout=300)
    return time.perf_counter() - started, done.stdout
