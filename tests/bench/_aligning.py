"""Word errors: the edits between what was to be heard and what was."""

from collections.abc import Sequence
from difflib import SequenceMatcher


def errors(gold: Sequence[str], heard: Sequence[str]) -> int:
    """The fewest words put in, left out or mistaken. "life boat" for "lifeboat", and the reverse, are right."""
    rows = [list(range(len(heard) + 1))]
    for g in range(1, len(gold) + 1):
        row = [g]
        for h in range(1, len(heard) + 1):
            same = gold[g - 1] == heard[h - 1]
            ways = [rows[-1][h] + 1, row[h - 1] + 1, rows[-1][h - 1] + (not same)]
            if h > 1 and gold[g - 1] == heard[h - 2] + heard[h - 1]:
                ways.append(rows[-1][h - 2])
            if g > 1 and heard[h - 1] == gold[g - 2] + gold[g - 1]:
                ways.append(rows[-2][h - 1])
            row.append(min(ways))
        rows.append(row)
    return rows[-1][-1]


def matched(gold: Sequence[str], heard: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of words that are the same in both, in order."""
    blocks = SequenceMatcher(None, gold, heard, autojunk=False).get_matching_blocks()
    return [(block.a + number, block.b + number) for block in blocks for number in range(block.size)]
