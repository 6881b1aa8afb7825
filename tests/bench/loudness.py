"""The loudness and the highest peak of ten programmes, measured on the MP3 as a player decodes it, by ffmpeg."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from accessnews.cli import starter
from accessnews.model.settings import Settings
from tests.bench._measuring import run
from tests.bench._stories import story

STARTER = Path(starter.__file__).parent / "files" / "harbour-market.md"
VOICES = ("newsreader", "newsreader-slow", "newsreader-fast", "briefing")
LENGTHS = (60, 300, 1_500, 4_000)
"""Words; a minute is about 165."""


def main() -> None:
    if not shutil.which("ffmpeg"):
        print("ffmpeg is not here, and measures this")
        return
    levels, peaks = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, (voice, path) in enumerate(_programmes(folder)):
            out = folder / f"out{number}"
            run(sys.executable, "-m", "accessnews", "render", "-q", "--voice", voice, "-o", str(out), str(path))
            [manifest] = out.glob("*/manifest.json")
            file = json.loads(manifest.read_text("utf-8"))["audio"]["file"]
            loudness, peak = heard(manifest.parent / file)
            print(f"{voice}, {path.stem}: {loudness:.1f} LUFS, {peak:.1f} dBTP")
            levels.append(loudness)
            peaks.append(peak)
    target = Settings().loudness
    off = max(abs(level - target) for level in levels)
    print(f"{len(levels)} programmes: {off:.1f} LU off {target} at the most, no peak above {max(peaks):.1f} dBTP")


def _programmes(folder: Path) -> list[tuple[str, Path]]:
    stories = []
    for words in LENGTHS:
        path = folder / f"{words}-words.md"
        path.write_text(story(words, seed=words), "utf-8")
        stories.append(path)
    return [*(("newsreader", path) for path in stories), *((voice, STARTER) for voice in VOICES)] + [
        ("neural", path) for path in (stories[1], STARTER)
    ]


def heard(file: Path) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP, by EBU R 128."""
    command = ["ffmpeg", "-hide_banner", "-i", str(file), "-af", "ebur128=peak=true", "-f", "null", "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    summary = said[said.rindex("Summary:") :]
    values = [float(value) for value in re.findall(r"(?:I|Peak): +(-?[\d.]+)", summary)]
    return values[0], values[1]
