"""Peak memory of a render of ten hours of speech, against one of ten minutes, and of one sentence."""

import sys
import tempfile
from pathlib import Path

from tests.bench._measuring import run
from tests.bench._stories import written

LENGTHS = {"one sentence": 1, "10 minutes": 1_730, "10 hours": 104_000}
"""Words that the default voice needs so long for."""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peaks = {length: peak(written(folder, words), folder) for length, words in LENGTHS.items()}
    for length, megabytes in peaks.items():
        print(f"{length}: {megabytes:.0f} MB")
    fixed, short, long = peaks.values()
    print(
        f"10 hours: {long / short:.2f} × 10 minutes; "
        f"beyond one sentence {long - fixed:.0f} and {short - fixed:.0f} MB, {(long - fixed) / (short - fixed):.1f} ×"
    )


def peak(story: Path, folder: Path) -> float:
    """Megabytes."""
    options = ("--quiet", "--voice", "newsreader", "-o", str(folder / "out"))
    return run(sys.executable, "-m", "accessnews", "render", *options, str(story)).megabytes
