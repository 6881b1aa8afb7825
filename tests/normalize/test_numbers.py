"""One grammar of numbers: each language gives its marks and words, and the same rules read them."""

import pytest

from accessnews.normalize import de, en, es, fr, normalize
from accessnews.normalize.grammar import Grammar, Scan
from accessnews.normalize.numbers import amount, groups, readings

GRAMMARS = {
    "en": en.grammar(british=False),
    "en-GB": en.grammar(british=True),
    "de": de.GRAMMAR,
    "fr": fr.grammar(septante=False),
    "es": es.grammar(american=False, pointed=False, dollar=""),
    "es-MX": es.grammar(american=True, pointed=True, dollar="peso"),
}


def spoken(grammar: Grammar, text: str) -> str:
    """What is said of the amount that a text begins with."""
    scan = Scan(text, grammar)
    number = amount(scan, 0)
    return "".join(reading.spoken for reading in readings(scan, number)).replace("\u200b", "") if number else ""


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "1,200.5", "one thousand two hundred point five"),
        ("en-GB", "0.05", "nought point zero five"),
        ("de", "1.200,5", "eintausendzweihundert Komma fünf"),
        ("de", "1.5", "eins Punkt fünf"),  # the decimal sign of other languages
        ("fr", "1\u202f200,5", "mille deux cents virgule cinq"),
        ("es", "1.200,5", "mil doscientos coma cinco"),
        ("es-MX", "1,200.5", "mil doscientos punto cinco"),
        ("en", "2½", "two and a half"),
        ("en", "5-10", "five to ten"),
        ("de", "5–10", "fünf bis zehn"),
        ("fr", "5-10", "cinq à dix"),
        ("es", "5-10", "cinco a diez"),
    ],
)
def test_a_language_gives_its_marks_and_words(lang: str, text: str, words: str) -> None:
    assert spoken(GRAMMARS[lang], text) == words


@pytest.mark.parametrize(("lang", "text"), [("en", "1.2.3"), ("de", "10.0.0.254"), ("fr", "1,2,3"), ("es", "1,234")])
def test_part_of_a_version_or_of_a_foreign_number_is_none(lang: str, text: str) -> None:
    assert spoken(GRAMMARS[lang], text) == ""


def test_between_two_numbers_stands_and() -> None:
    assert (
        "".join(span.spoken for span in normalize("between 5-10% of them", "en"))
        == "between five and ten percent of them"
    )


def test_groups_of_figures_come_from_the_left_without_noughts() -> None:
    assert list(groups("12000345", 3)) == [(2, 12), (0, 345)]
    assert list(groups("12000345", 6)) == [(1, 12), (0, 345)]
    assert list(groups("", 3)) == []
