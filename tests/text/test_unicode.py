"""Characters, words and names, of any script."""

import pytest

from accessnews.model.article import Run
from accessnews.text.unicode import clean, fold, has_words, hyphenated, line, shortened


@pytest.mark.parametrize(
    ("text", "words"),
    [("", False), ("— …!", False), ("a", True), ("7", True), ("港", True), ("ﷺ", True)],
)
def test_a_letter_or_a_digit_of_any_script_is_a_word(text: str, words: bool) -> None:
    assert has_words(text) is words


@pytest.mark.parametrize(
    ("text", "short"),
    [("the piers", "the piers"), ("the pier of Wick", "the pier…"), ("Donaudampfschiff", "Donaudampf…")],
)
def test_what_is_shortened_ends_at_a_word(text: str, short: str) -> None:
    assert shortened(text, 10) == short


@pytest.mark.parametrize(
    ("name", "letters", "ascii_letters"),
    [("Storm at the Pier!", "storm-at-the-pier", "storm-at-the-pier"), ("_Möwe_", "möwe", "m-we"), ("—", "", "")],
)
def test_a_file_name_has_letters_and_hyphens_alone(name: str, letters: str, ascii_letters: str) -> None:
    assert (hyphenated(name), hyphenated(name, ascii_only=True)) == (letters, ascii_letters)


@pytest.mark.parametrize("hidden", ["\u00ad", "\u200b", "\ufeff", "\u202e", "\x07", "\x9b", "\ud800", "\ufffe"])
def test_what_only_hides_is_taken_out(hidden: str) -> None:
    assert clean(f"pi{hidden}er") == "pier"


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2009"])
def test_a_blank_that_parts_thousands_stays_and_others_are_folded(blank: str) -> None:
    assert line(f"12{blank}000 {blank}votes{blank}: 7{blank} in{blank}12") == f"12{blank}000 votes : 7 in 12"
    (run,) = fold([Run(f"12{blank}000 {blank} votes")])
    assert run.text == f"12{blank}000 votes"
