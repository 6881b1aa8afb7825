"""Made-up stories of any length, the same on every machine."""

import random
from pathlib import Path

_WHO = [
    "The mayor",
    "A ferry captain",
    "Two engineers",
    "The fishers' union",
    "Residents of the old town",
    "A court in Saltby",
]
_DID = ["opened", "questioned", "repaired", "visited", "measured", "rebuilt", "sold", "defended"]
_WHAT = [
    "the northern pier",
    "a row of warehouses",
    "the new tide gauge",
    "47 wooden boats",
    "its own budget",
    "the lighthouse",
]
_WHEN = [
    "on Tuesday",
    "after a storm in 2013",
    "for £2.5 million",
    "before dawn",
    "with help from abroad",
    "in the rain",
]
_WHY = [
    "because the water had risen by 20 centimetres",
    "although nobody had asked for it",
    "while the council was still in session",
    "so that the market could open again",
]


def story(words: int, seed: int = 7) -> str:
    """A Markdown story of at least ``words`` words: a title, sub-headings, paragraphs of a few sentences."""
    dice = random.Random(seed)  # noqa: S311 (the same on every machine is what is wanted)
    parts = ["# The pier, the storm and the town"]
    count = 0
    while count < words:
        if len(parts) % 9 == 8:
            parts.append(f"## What {dice.choice(_WHO).lower()} said")
        sentences = []
        for _ in range(dice.randint(2, 5)):
            pieces = [dice.choice(_WHO), dice.choice(_DID), dice.choice(_WHAT), dice.choice(_WHEN), dice.choice(_WHY)]
            sentences.append(" ".join(pieces) + ".")
        parts.append(" ".join(sentences))
        count += len(parts[-1].split())
    return "\n\n".join(parts) + "\n"


def written(folder: Path, words: int) -> Path:
    path = folder / f"story-{words}.md"
    path.write_text(story(words), "utf-8")
    return path
