"""A few of the inputs that ``python -m tests.bench fuzz`` makes by the thousand, for every reader."""

import pytest

from accessnews.model.plugins import names
from tests.bench._varying import varied
from tests.bench.fuzz import fuzz

QUICK = 120  # inputs
SLOW = {"html": 15, "docx": 25, "markdown": 60}


@pytest.mark.parametrize("reader", names("readers"))
def test_varied_stories_are_read_or_refused(reader: str) -> None:
    outcome = fuzz(reader, SLOW.get(reader, QUICK), seed=7)
    assert outcome.faults == {}, outcome.numbers
    assert outcome.read + outcome.refused == SLOW.get(reader, QUICK)


def test_a_seed_gives_the_same_inputs_again() -> None:
    assert [varied("text", 3, number) for number in range(9)] == [varied("text", 3, number) for number in range(9)]
    assert varied("text", 3, 0) != varied("text", 4, 0)
