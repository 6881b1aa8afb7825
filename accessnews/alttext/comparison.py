"""Whether two texts say the same words."""

import re

_SAME = 0.9
_COMPARED = 400  # words


def word_list(text: str) -> list[str]:
    """The words of ``text`` without their case: two texts with equal lists say the same words."""
    return re.findall(r"[^\W_]+", text.casefold())


def says_the_same(text: str, other: str) -> bool:
    """Whether a reader hears the same words twice: ROUGE-L F1, over words without case, above 0.9."""
    ours, theirs = word_list(text)[:_COMPARED], word_list(other)[:_COMPARED]
    if 2 * min(len(ours), len(theirs)) <= _SAME * (len(ours) + len(theirs)):
        return False  # not even if all of the shorter stood in the longer
    row = [0] * (len(theirs) + 1)
    for word in ours:
        last, row = row, [0]
        for at, known in enumerate(theirs, 1):
            row.append(last[at - 1] + 1 if word == known else max(last[at], row[-1]))
    return 2 * row[-1] > _SAME * (len(ours) + len(theirs))
