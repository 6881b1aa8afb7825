"""The corpus of small stories with answers: nothing that was right becomes wrong."""

from pathlib import Path

import pytest

from tests.fixtures.corpus import Case, cases, judge, known_misses

CASES = cases()
KNOWN = known_misses()
"""Cases that are known to be wrong; ``python -m tests.bench corpus`` tells of those that have come right."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_story_comes_out_as_its_answers_say(case: Case, tmp_path: Path) -> None:
    """A case that is known to be wrong and comes out right is no longer to be listed."""
    misses, _ = judge(case, tmp_path)
    assert bool(misses) == (case.name in KNOWN), misses


def test_what_is_known_to_be_wrong_is_a_case() -> None:
    assert {case.name for case in CASES} >= KNOWN
