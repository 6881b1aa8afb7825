"""What validators and our own rules say of every story in every format: ``python -m tests.bench validators STORY``.

Runs the tests of the formats, on a story of one's own as well where one is named, and prints a table. A cell tells
how many checks passed, or which did not.
"""

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

TAKES = "STORY"
FILES = (
    "tests/formats/epub/test_validators.py",
    "tests/formats/epub/test_narration.py",
    "tests/formats/daisy",
    "tests/formats/audiobook",
)
COLUMNS = {
    "EPUBCheck": ("epub.test_validators", "epubcheck"),
    "Ace": ("epub.test_validators", "ace"),
    "Readium EPUB": ("epub.test_validators", "readium"),
    "heard once": ("epub.test_narration", ""),
    "DTDs DAISY": ("daisy.test_validators", "test_text test_smil"),
    "rules DAISY": ("daisy.test_rules", ""),
    "Readium DAISY": ("daisy.test_validators", "readium"),
    "rules audiobook": ("audiobook.test_w3c", ""),
    "Readium audiobook": ("audiobook.test_readium", "readium"),
}
"""A column's name; the module of its tests, and a word of their names."""


def main(*stories: str) -> None:
    environment = {**os.environ, "ACCESSNEWS_STORIES": os.pathsep.join(stories)}
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "--quiet", f"--junit-xml={report}", *FILES]
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        cells = told(ElementTree.parse(report).getroot())  # noqa: S314 (our own)
    print(f"| story | {' | '.join(COLUMNS)} |")
    print(f"| --- |{' --- |' * len(COLUMNS)}")
    for story, row in cells.items():
        print(f"| {story} | {' | '.join(row[column] for column in COLUMNS)} |")


def told(report: ElementTree.Element) -> dict[str, dict[str, str]]:
    """What each column has to say of each story."""
    outcomes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for case in report.iter("testcase"):
        name, _, story = case.get("name", "").rstrip("]").partition("[")
        for column, (module, words) in COLUMNS.items():
            if case.get("classname", "").endswith(module) and any(word in name for word in words.split() or [""]):
                outcomes[story][column].append("" if not len(case) else f"{case[0].tag}: {name}")
    every = {story: row for story, row in outcomes.items() if len(row) > 2}
    return {story: {column: said(row[column]) for column in COLUMNS} for story, row in every.items()}


def said(outcomes: list[str]) -> str:
    if not outcomes:
        return "–"
    bad = [outcome for outcome in outcomes if outcome]
    return "; ".join(bad) or f"{len(outcomes)} ok"
