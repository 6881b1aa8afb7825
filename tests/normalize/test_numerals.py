"""Numbers as English words, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessnews.normalize.en import numerals

ONES = {numerals.two(number): number for number in range(20)}
TENS = {numerals.two(number): number for number in range(20, 100, 10)}
GROUPS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def value(words: str) -> int:
    """The number that English words stand for."""
    total = group = 0
    for word in words.replace("-", " ").replace(" and ", " ").split():
        if word == "hundred":
            group *= 100
        elif word in GROUPS:
            total, group = total + group * GROUPS[word], 0
        else:
            group += ONES[word] if word in ONES else TENS[word]
    return total + group


@given(st.integers(0, 10**15 - 1), st.booleans())
def test_a_number_can_be_told_from_its_words(number: int, british: bool) -> None:
    assert value(numerals.cardinal(str(number), british)) == number
    assert value(numerals.cardinal(f"00{number}", british)) == number


@given(st.integers(1000, 2999), st.booleans())
def test_a_year_can_be_told_from_its_words(year: int, british: bool) -> None:
    words = numerals.year(str(year), british)
    if "thousand" in words:
        assert value(words) == year
    else:
        first, rest = words.split(" ", 1)
        assert value(first) * 100 + (0 if rest == "hundred" else value(rest.removeprefix("oh "))) == year


@given(st.integers(1, 10**12))
def test_only_the_last_word_of_a_number_is_ranked(number: int) -> None:
    cardinal, ordinal = numerals.cardinal(str(number)), numerals.ordinal(str(number))
    assert ordinal != cardinal
    cut = max(cardinal.rfind(" "), cardinal.rfind("-")) + 1
    assert ordinal[:cut] == cardinal[:cut]
    assert ordinal.endswith(("st", "nd", "rd", "th"))


@pytest.mark.parametrize(
    ("figures", "american", "british"),
    [
        ("0", "zero", "zero"),
        ("21", "twenty-one", "twenty-one"),
        ("110", "one hundred ten", "one hundred and ten"),
        ("1004", "one thousand four", "one thousand and four"),
        ("1000100", "one million one hundred", "one million one hundred"),
    ],
)
def test_only_britons_say_and(figures: str, american: str, british: str) -> None:
    assert (numerals.cardinal(figures), numerals.cardinal(figures, british=True)) == (american, british)


def test_what_is_too_long_for_a_name_is_said_figure_by_figure() -> None:
    assert numerals.cardinal("1" * 25) == " ".join(["one"] * 25)


@pytest.mark.parametrize(
    ("figures", "words"),
    [("370", "three seventy"), ("101", "one oh one"), ("300", "three hundred"), ("1701", "seventeen oh one")],
)
def test_flights_and_rooms_are_said_in_pairs(figures: str, words: str) -> None:
    assert numerals.pairs(figures) == words
