"""Numbers of list items."""

import pytest

from accessnews.text.numerals import numeral, said


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("1", ["1", "4", "26", "27", "1994", "0", "-3"]),
        ("a", ["a", "d", "z", "aa", "bxr", "0", "-3"]),
        ("A", ["A", "D", "Z", "AA", "BXR", "0", "-3"]),
        ("i", ["i", "iv", "xxvi", "xxvii", "mcmxciv", "0", "-3"]),
        ("I", ["I", "IV", "XXVI", "XXVII", "MCMXCIV", "0", "-3"]),
    ],
)
def test_numbers_are_written_in_figures_letters_and_roman_numerals(kind: str, written: list[str]) -> None:
    assert [numeral(number, kind) for number in (1, 4, 26, 27, 1994, 0, -3)] == written


def test_a_roman_numeral_is_said_by_what_it_counts() -> None:
    assert (said(4, "i"), said(3, "a"), said(3, "1")) == ("4", "c", "3")
