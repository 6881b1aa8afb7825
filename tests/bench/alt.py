"""How many captions a second one core drafts alt text for, against reading them and finding their words."""

import json
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

from accessnews.alttext.batch import CaptionRow, draft

COPIES = 20
ROUNDS = 5


def captions() -> list[str]:
    """Captions that all differ, made from the test corpus."""
    lines = (Path(__file__).parent.parent / "alttext/corpus.jsonl").read_text("utf-8").splitlines()
    stems = [entry["caption"] for entry in map(json.loads, lines) if entry["lang"] == "en"]
    made = []
    for number in range(COPIES):
        for stem in stems:
            for word in (" a ", " the ", " of ", " in "):
                stem = stem.replace(word, f"{word}Q{number} ", 1)
            made.append(stem)
    return made


def main() -> None:
    texts = captions()
    lines = [json.dumps({"id": number, "caption": text}) for number, text in enumerate(texts)]
    draft(CaptionRow(0, texts[0], "en"), "full")  # reads the word lists
    floors, runs = [], []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for line in lines:
            re.findall(r"[^\W_]+|[^\w\s]", json.loads(line)["caption"])
        middle = time.perf_counter()
        for number, line in enumerate(lines):
            json.dumps(draft(CaptionRow(number, json.loads(line)["caption"], "en"), "full"), ensure_ascii=False)
        floors.append(middle - started)
        runs.append(time.perf_counter() - middle)
    run, floor = statistics.median(runs), statistics.median(floors)
    print(
        f"{len(texts)} captions: {len(texts) / run:.0f} a second, {run / floor:.1f} × reading them and finding words"
    )
    empty = _seconds("-c", "pass")
    first = _seconds("-c", "from accessnews.alttext import describe; describe('A man walks.')")
    print(f"import and first caption: {(first - empty) * 1000:.0f} ms over an empty Python ({empty * 1000:.0f} ms)")


def _seconds(*command: str) -> float:
    def once() -> float:
        started = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True)
        return time.perf_counter() - started

    return statistics.median(once() for _ in range(7))
