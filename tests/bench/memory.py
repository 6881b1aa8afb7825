"""Peak memory of a render of 60,000 words, against one of 6,000."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.stories import written

PROGRAM = """
import resource, sys
from accessnews.cli import run
code = run(sys.argv[1:])
print(code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        small, large = (peak(written(Path(folder), words), folder) for words in (6_000, 60_000))
    print(f"6,000 words: {small / 1024:.0f} MB; 60,000 words: {large / 1024:.0f} MB; ratio {large / small:.2f}")


def peak(story: Path, output: str) -> int:
    """Kilobytes, as the system counts them."""
    command = [sys.executable, "-c", PROGRAM, "render", "-q", "--voice", "newsreader", "-o", output, str(story)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    printed = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    code, kilobytes = printed.split()[-2:]
    assert code == "0"
    return int(kilobytes)
