"""Calendar dates as people write them, in the languages whose months are known."""

from collections import defaultdict

import pytest

from accessnews.text.calendar import day_at_start, day_within, languages, month_names, months


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-02-03", "2026-02-03"),
        ("2026/2/3 at noon", "2026-02-03"),
        ("20260203", "2026-02-03"),
        ("3 February 2026", "2026-02-03"),
        ("Tue., 3rd of Feb. 2026", "2026-02-03"),
        ("February 3, 2026", "2026-02-03"),
        ("Dienstag, den 3. Februar 2026", "2026-02-03"),
        ("3. Jänner 2026", "2026-01-03"),
        ("3.2.2026", "2026-02-03"),
        ("mardi 3 février 2026", "2026-02-03"),
        ("1er mai 2026", "2026-05-01"),
        ("3 de febrero de 2026", "2026-02-03"),
        ("3 de setembro de 2026", "2026-09-03"),
        ("martedì 3 febbraio 2026", "2026-02-03"),
        ("3 maart 2026", "2026-03-03"),
        ("3 января 2026", "2026-01-03"),
        ("2026年2月3日", "2026-02-03"),
        ("31 April 2026", ""),
        ("0001-01-01", ""),
    ],
)
def test_a_date_at_the_start(text: str, iso: str) -> None:
    day = day_at_start(text)
    assert day
    assert (day.iso, day.start) == (iso, 0)


@pytest.mark.parametrize(
    "text", ["3/4/2020", "03.04.20", "party 3 May 2026", "on 3 May 2026", "May 2026", "3 May", "12 pots 2026", ""]
)
def test_no_date_at_the_start(text: str) -> None:
    assert day_at_start(text) is None


@pytest.mark.parametrize("text", ["until 0001 Tuesday 3 Feb 2026", "until 3 Feb 2026, not 4 Feb 2026", "am 3.2.2026"])
def test_the_first_date_within(text: str) -> None:
    day = day_within(text)
    assert day
    assert day.iso == "2026-02-03"


def test_a_name_is_one_month_in_every_language() -> None:
    numbers = defaultdict(set)
    for lang in languages():
        assert len(month_names(lang)) == 12
        for name, number in months(lang).items():
            numbers[name.casefold()].add(number)
    assert [name for name, meant in numbers.items() if len(meant) > 1] == []
