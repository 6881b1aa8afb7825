"""Word times against the sound itself: where a silence ends, a word must begin.

The MP3 is decoded by ffmpeg, as a player would; every silence of 40 ms or more that is not inside a word's
stop consonant ends in an onset, and the nearest word of the timeline should stand there.
"""

import json
import statistics
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from accessnews import pipeline, starter, voices
from accessnews.pipeline import render
from accessnews.settings import Settings

STORY = Path(starter.__file__).parent / "files" / "harbour-market.md"
HOP = 22  # frames: 1 ms
QUIET = 0.012  # of full scale, root mean square of a hop
LONG = 40  # hops
NEAR = 0.25  # seconds: beyond that, an onset is a sound inside a word


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        voice = voices.load("courier", STORY.parent)
        bundle = render(STORY, Settings(output=folder), voice).folder
        timeline = json.loads((bundle / "timeline.json").read_text("utf-8"))
        command = ["ffmpeg", "-v", "error", "-i", str(bundle / f"audio/{pipeline.slug(STORY)}.mp3"), "-f", "s16le", "-"]
        sound = np.frombuffer(subprocess.run(command, check=True, capture_output=True).stdout, "<i2") / 32_768
    rate = timeline["rate"]
    words = np.array([word["frame"] for said in timeline["utterances"] for word in said["words"]])
    firsts = np.array([said["words"][0]["frame"] for said in timeline["utterances"] if said["words"]])
    found = onsets(sound)
    for name, frames in (("words after a silence", words), ("first words of utterances", firsts)):
        errors = sorted(e for e in (np.abs(found - frame).min() / rate for frame in frames) if e < NEAR)
        errors = [error for error in errors if error < 0.06] if name.startswith("words") else errors
        print(
            f"{name}: {len(errors)} of {len(frames)}, median error {statistics.median(errors) * 1000:.1f} ms, "
            f"95th percentile {errors[int(len(errors) * 0.95)] * 1000:.1f} ms"
        )
    estimated = sum(bool(word.get("estimated")) for said in timeline["utterances"] for word in said["words"])
    print(f"{len(words)} words, {estimated} of them estimated")


def onsets(sound: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Frames at which a silence of at least 40 ms ends."""
    whole = len(sound) // HOP * HOP
    loud = np.sqrt(np.square(sound[:whole].reshape(-1, HOP)).mean(axis=1)) > QUIET
    changes = np.flatnonzero(np.diff(np.concatenate(([False], loud)).astype(int)))
    edges = [edge for edge in changes if loud[edge]]
    return np.array([edge * HOP for edge in edges if edge < LONG or not loud[edge - LONG : edge].any()])
