"""Programmes to encode: clicks at known frames, chapters of any number and name; and what comes out of a file."""

import subprocess
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.narration.timeline import Chapter
from accessnews.text.files import Blob
from tests.page.editions import RATE, edition
from tests.tools import ffmpeg

AWKWARD = (
    'The "Alder" & <friends>; it’s back',
    "First line\nsecond line\x00 and\tthird",
    "Seals 🦭👩‍👧 on the quay",
    "العبّارة تعود إلى الجزيرة",
    "द्वीप पर लौटी नाव " * 20,
    "é" * 127 + "x",  # 255 bytes: all that an entry of Nero's list can hold
    "",
)


def written(writer: Format, made: Edition) -> Artifact:
    """The one file that a writer makes."""
    (file,) = writer.write(made)
    return file


def data(writer: Format, made: Edition) -> bytes:
    return b"".join(written(writer, made).pieces())


def chaptered(titles: Sequence[str], name: str = "plain") -> Edition:
    """An edition whose programme has chapters of these titles, of one length but for a rest."""
    made = edition(name)
    frames = made.timeline.frames
    ends = [frames * (number + 1) // len(titles) for number in range(len(titles))]
    chapters = (
        Chapter(f"c{number}", title, start, end)
        for number, (title, start, end) in enumerate(zip(titles, [0, *ends], ends, strict=False))
    )
    return replace(made, timeline=replace(made.timeline, chapters=tuple(chapters)))


def clicking(made: Edition) -> Edition:
    """An edition that is silent but for a short burst at the start of every chapter."""
    samples = np.zeros(made.timeline.frames, "<i2")
    burst = (np.sin(np.arange(400) * 2 * np.pi * 1000 / RATE) * 20_000).astype("<i2")
    for chapter in made.timeline.chapters:
        samples[chapter.start : chapter.start + len(burst)] = burst
    sound = Blob(BytesIO(samples.tobytes()))
    return replace(made, recording=replace(made.recording, pcm=sound.pieces))


def cut_up(made: Edition, size: int) -> Edition:
    """The same edition, whose sound comes in pieces of ``size`` bytes."""
    sound = Blob(BytesIO(b"".join(made.recording.pcm())))
    return replace(made, recording=replace(made.recording, pcm=lambda: sound.pieces(size)))


def decoded(file: bytes, folder: Path) -> NDArray[np.int16]:
    """What a player plays: 16-bit samples at the rate of the programme."""
    path = folder / "file"
    path.write_bytes(file)
    command = [ffmpeg(), "-v", "error", "-i", str(path), "-map", "0:a", "-ar", str(RATE), "-f", "s16le", "-"]
    return np.frombuffer(subprocess.run(command, check=True, capture_output=True).stdout, "<i2")


def onsets(samples: NDArray[np.int16], chapters: Sequence[Chapter]) -> list[float]:
    """By how many milliseconds the first loud sound around the start of each chapter is late."""
    late = []
    for chapter in chapters:
        before = min(chapter.start, RATE // 20)
        around = np.abs(samples[chapter.start - before : chapter.start + RATE // 20].astype(int))
        late.append((int(np.flatnonzero(around > 5_000)[0]) - before) * 1000 / RATE)
    return late
