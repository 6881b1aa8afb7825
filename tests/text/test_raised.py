"""Raised and lowered text in plain characters."""

import pytest

from accessnews.model.article import Run, Text
from accessnews.text.raised import in_plain_text


def sup(shown: str) -> Run:
    return Run(shown, script="sup")


def sub(shown: str) -> Run:
    return Run(shown, script="sub")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ((Run("20"), sup("3"), Run(" of them")), "20³ of them"),
        ((Run("10"), sup("-6")), "10⁻⁶"),
        ((Run("2"), sup("n")), "2ⁿ"),
        ((Run("x"), sup("a/b")), "x^(a/b)"),
        ((Run("CO"), sub("2")), "CO₂"),
        ((Run("V"), sub("max")), "Vₘₐₓ"),
        ((Run("x"), sub("Q")), "x_Q"),
        ((Run("1"), sup("st")), "1st"),
        ((Run("XX"), sup("e")), "XXe"),
        ((Run("M"), sup("me")), "Mme"),
        ((Run("n"), sup("o")), "nº"),
        ((Run("1"), sup("a")), "1ª"),
        ((Run("Acme"), sup("TM")), "Acme™"),
        ((Run("harbour"), sup("new")), "harbourⁿᵉʷ"),
        ((Run("5"), sup("1"), Run("/"), sub("2")), "5½"),
        ((sup("3"), Run("⁄"), sub("16")), "³⁄₁₆"),
        ((Run("one\ntwo"),), "one two"),
        ((Run("長崎", ruby="ながさき"),), "長崎 (ながさき)"),
    ],
)
def test_plain_text_keeps_what_is_raised_and_lowered(text: Text, plain: str) -> None:
    assert in_plain_text(text) == plain


def test_what_is_struck_out_does_not_stand_in_plain_text() -> None:
    text = (Run("It costs "), Run("£3", deleted=True), Run(" £4"))
    assert in_plain_text(text) == "It costs  £4"
    assert in_plain_text(text, "[deleted: {text}]") == "It costs [deleted: £3] £4"


def test_marks_of_notes_can_be_left_out() -> None:
    assert in_plain_text((Run("Rain"), Run("1", note="1")), notes=False) == "Rain"
