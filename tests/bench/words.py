"""Word times against the sound itself: where a silence ends, a word must begin.

The MP3 is decoded by ffmpeg, as a player would. The voice pauses between utterances and after a comma, semicolon,
colon or dash; the first sound after such a pause is where the next word should stand. A profile may be named.
"""

import json
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from accessnews.bundle.edition import slug
from accessnews.cli import starter
from accessnews.model.settings import Settings
from accessnews.pipeline.recipe import render
from accessnews.tts import _profiles

TAKES = "PROFILE"
STORY = Path(starter.__file__).parent / "files" / "harbour-market.md"
HOP = 22  # frames: 1 ms
QUIET = 0.012  # of full scale, root mean square of a hop
LONG = 40  # hops of silence that make a pause
NEAR = 0.25  # seconds around a word in which its onset is looked for
PAUSES = (",", ";", ":", "\u2013", "\u2014", ")")


def main(profile: str = "courier") -> None:
    with tempfile.TemporaryDirectory() as folder:
        voice = _profiles.load(profile, STORY.parent)
        bundle = render(STORY, Settings(output=folder, formats=("audio", "timeline")), voice).folder
        timeline = json.loads((bundle / "timeline.json").read_text("utf-8"))
        command = [
            "ffmpeg",
            "-v",
            "error",
            "-i",
            str(bundle / f"audio/{slug(STORY)}.mp3"),
            "-f",
            "s16le",
            "-",
        ]
        sound = np.frombuffer(subprocess.run(command, check=True, capture_output=True).stdout, "<i2") / 32_768
    rate = timeline["rate"]
    words = [(said, number) for said in timeline["utterances"] for number in range(len(said["words"]))]
    found = onsets(sound)
    for name, chosen in (("first words", first), ("words after a pause inside a sentence", after_pause)):
        frames = [said["words"][number]["frame"] for said, number in words if chosen(said, number)]
        offsets = [found[np.abs(found - frame).argmin()] / rate - frame / rate for frame in frames]
        errors = sorted(abs(offset) for offset in offsets if abs(offset) < NEAR)
        print(
            f"{name}: {len(errors)} of {len(frames)} have an onset, "
            f"{statistics.median(offsets) * 1000:+.1f} ms after the word's time (median); "
            f"error {statistics.median(errors) * 1000:.1f} ms, "
            f"95th percentile {errors[int(len(errors) * 0.95)] * 1000:.1f} ms"
        )
    print(
        f"{len(words)} words, {sum('estimated' in said['words'][number] for said, number in words)} of them estimated"
    )


def first(said: dict[str, Any], number: int) -> bool:
    return bool(number == 0 and said["text"] == said["spoken"])


def after_pause(said: dict[str, Any], number: int) -> bool:
    if number == 0 or "estimated" in said["words"][number]:
        return False
    between = said["text"][said["words"][number - 1]["end"] : said["words"][number]["start"]]
    return bool(between.strip().endswith(PAUSES))


def onsets(sound: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Frames at which a silence of at least 40 ms ends."""
    whole = len(sound) // HOP * HOP
    loud = np.sqrt(np.square(sound[:whole].reshape(-1, HOP)).mean(axis=1)) > QUIET
    changes = np.flatnonzero(np.diff(np.concatenate(([False], loud)).astype(int)))
    edges = [edge for edge in changes if loud[edge]]
    return np.array([edge * HOP for edge in edges if edge < LONG or not loud[edge - LONG : edge].any()])
