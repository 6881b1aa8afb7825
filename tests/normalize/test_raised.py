"""What is raised and lowered, as each language says it; never as a part of the number before it."""

import pytest

from accessnews.normalize import normalize
from tests.fixtures.growth import assert_grows_with_its_length


def said(text: str, lang: str = "en") -> str:
    return "".join(span.spoken for span in normalize(text, lang))


@pytest.mark.parametrize(
    ("lang", "squared", "cubed", "high", "small"),
    [
        ("en", "nine squared", "twenty cubed", "two to the power of twelve", "ten to the power of minus three"),
        ("de", "neun hoch zwei", "zwanzig hoch drei", "zwei hoch zwölf", "zehn hoch minus drei"),
        ("fr", "neuf au carré", "vingt au cube", "deux puissance douze", "dix puissance moins trois"),
        ("es", "nueve al cuadrado", "veinte al cubo", "dos elevado a doce", "diez elevado a menos tres"),
    ],
)
def test_raised_figures_are_a_power(lang: str, squared: str, cubed: str, high: str, small: str) -> None:
    assert [said(text, lang) for text in ("9²", "20³", "2¹²", "10⁻³")] == [squared, cubed, high, small]
    assert [said(text, lang) for text in ("9^2", "20^3", "2^12", "10^-3")] == [squared, cubed, high, small]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("x² and y³", "x squared and y cubed"),
        ("E = mc²", "E equals mc squared"),
        ("2ⁿ⁺¹ grains", "two to the power of n plus one grains"),
        ("in cm⁻¹", "in cm to the power of minus one"),
        ("Ca²⁺ and Cl⁻", "Ca two plus and Cl minus"),
        ("(a+b)²", "(a plus b) squared"),
        ("4.5·10⁶ tons", "four point five times ten to the sixth tons"),
        ("¹⁴C", "fourteen C"),
        ("a 45 m² flat", "a forty-five square meter flat"),
    ],
)
def test_powers_stand_behind_variables_and_units(text: str, spoken: str) -> None:
    assert said(text) == spoken


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("text", ["harbour²", "“harbour”²", "harbour.²", "(harbour)²"])
def test_a_raised_figure_behind_a_word_or_a_sentence_is_a_note_mark(text: str, lang: str) -> None:
    assert said(text, lang) == text.removesuffix("²")


def test_a_raised_figure_behind_a_year_is_a_note_mark() -> None:
    assert said("in 2019²") == "in twenty nineteen"
    assert said("en 2019²", "fr") == "en deux mille dix-neuf"


@pytest.mark.parametrize(
    ("lang", "water"), [("en", "H two O"), ("de", "H zwei O"), ("fr", "H deux O"), ("es", "H dos O")]
)
def test_formulas_of_chemistry_are_spelt(lang: str, water: str) -> None:
    assert said("H₂O", lang) == water


def test_an_index_is_said_behind_its_letter() -> None:
    assert (said("x₁ + x₂"), said("log₂", "de")) == ("x one plus x two", "log zwei")


@pytest.mark.parametrize(
    ("lang", "half", "mixed", "other"),
    [
        ("en", "one half", "five and one half miles", "three sixteenths"),
        ("de", "einhalb", "fünf einhalb miles", "drei durch sechzehn"),
        ("fr", "un demi", "cinq et un demi miles", "trois sur seize"),
        ("es", "medio", "cinco y medio miles", "tres sobre dieciséis"),
    ],
)
def test_fractions_are_made_of_raised_and_lowered_figures(lang: str, half: str, mixed: str, other: str) -> None:
    assert [said(text, lang) for text in ("1⁄2", "¹⁄₂", "5¹⁄₂ miles", "5 ¹⁄₂ miles")] == [half, half, mixed, mixed]
    assert [said(text, lang) for text in ("3⁄16", "³⁄₁₆")] == [other, other]


def test_reading_raised_text_takes_time_in_proportion() -> None:
    assert_grows_with_its_length(lambda size: normalize("2³ x² ³⁄₁₆ H₂O ^ 10⁻³ (a+b)² " * size, "en"), 100)
    assert_grows_with_its_length(lambda size: normalize("²" * size + "^" * size + "(" * size, "de"), 300)
