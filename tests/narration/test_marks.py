"""What marks on text are to the ear, and what plain text has of them."""

import pytest

from accessnews.model.article import Heading, Paragraph, Row, Run, Table
from accessnews.narration.script import Utterance
from tests.narration.test_script import AT, article, heard, text


def sup(shown: str, **marks: str) -> Run:
    return Run(shown, script="sup", **marks)  # type: ignore[arg-type]


def sub(shown: str) -> Run:
    return Run(shown, script="sub")


def told(*parts: str | Run, lang: str = "en") -> list[Utterance]:
    runs = tuple(Run(part) if isinstance(part, str) else part for part in parts)
    return heard(article(Paragraph(runs, AT), lang=lang))[1:]


@pytest.mark.parametrize(
    ("parts", "spoken", "written"),
    [
        (("A box of 20", sup("3"), " parts."), "A box of twenty cubed parts.", "A box of 20³ parts."),
        (("About 10", sup("−3"), " mol."), "About ten to the power of minus three mol.", "About 10⁻³ mol."),
        (("A 45 m", sup("2"), " flat."), "A forty-five square meter flat.", "A 45 m² flat."),
        (("Then x", sup("n+1"), "."), "Then x to the power of n plus one.", "Then xⁿ⁺¹."),
        (("Then x", sup("0.5"), "."), "Then x to the power of zero point five.", "Then x^(0.5)."),
        (
            ("The 1", sup("st"), " and the 22", sup("nd"), "."),
            "The first and the twenty-second.",
            "The 1st and the 22nd.",
        ),
        (("Less CO", sub("2"), " here."), "Less C O two here.", "Less CO₂ here."),
        (("So x", sub("n"), " grows."), "So x n  grows.", "So xₙ grows."),
        (("Harbour", sup("new"), " opens."), "Harbour new  opens.", "Harbourⁿᵉʷ opens."),
        (("It rose in May", sup("*5"), "."), "It rose in May.", "It rose in May."),
        (("It rose.", sup("[citation needed]")), "It rose.", "It rose."),
        (("It rose ", sup("a little later"), "."), "It rose  a little later .", "It rose ^(a little later)."),
        (("Some 5 x 10", sup("-3"), " g."), "Some five times ten to the power of minus three g.", "Some 5 x 10⁻³ g."),
        (("Ca", sup("2+"), " ions."), "Ca two plus ions.", "Ca²⁺ ions."),
        (("Walk 5", sup("1"), "⁄", sub("2"), " miles."), "Walk five and a half miles.", "Walk 5½ miles."),
        (("Take ", sup("3"), "/", sub("16"), " of it."), "Take three sixteenths of it.", "Take ³/₁₆ of it."),
    ],
)
def test_raised_and_lowered_text_is_never_part_of_its_number(
    parts: tuple[str | Run, ...], spoken: str, written: str
) -> None:
    (utterance,) = told(*parts)
    assert (utterance.spoken, utterance.written) == (spoken, written)
    assert utterance.display == "".join(part if isinstance(part, str) else part.text for part in parts)


@pytest.mark.parametrize(
    ("lang", "parts", "spoken"),
    [
        ("de", ("Es waren 10", sup("6"), " Zellen."), "Es waren zehn hoch sechs Zellen."),
        ("fr", ("Le 1", sup("er"), " mai, M", sup("me"), " Roy vit le n", sup("o"), " 5."), None),
        ("es", ("Unas 10", sup("6"), " células."), "Unas diez elevado a seis células."),
        ("fr", ("Au XX", sup("e"), " siècle."), "Au vingtième siècle."),
        ("pl", ("Jest 20", sup("3"), " osób."), "Jest 20³ osób."),
    ],
)
def test_every_language_has_its_own_words_for_it(lang: str, parts: tuple[str | Run, ...], spoken: str | None) -> None:
    (utterance,) = told(*parts, lang=lang)
    assert utterance.spoken == (spoken or "Le premier mai, Madame Roy vit le numéro cinq.")


@pytest.mark.parametrize(
    "parts",
    [
        ("It rained", sup("2"), " again."),
        ("It rained", sup("2, 3"), " again."),
        ("It rained", sup("[2]"), " again."),
        ("It rained", sup("†"), " again."),
        ("It rained", sup("2", href="https://example.org/n"), " again."),
    ],
)
def test_a_note_mark_behind_a_word_is_not_said(parts: tuple[str | Run, ...]) -> None:
    for lang in ("en", "de", "pl"):
        (utterance,) = told(*parts, lang=lang)
        assert utterance.spoken == "It rained again."


def test_a_sentence_ends_before_its_note_mark() -> None:
    assert [said.spoken for said in told("It cost £5.", sup("3"), " Nobody paid.")] == [
        "It cost five pounds.",
        "Nobody paid.",
    ]
    note = Run("1", note="1")
    assert [said.display for said in told("It was in 2020.", note, " Nobody came.")] == [
        "It was in 2020.1",
        "Nobody came.",
    ]


def test_what_is_struck_out_is_said_to_be() -> None:
    (utterance,) = told("It costs ", Run("£3", deleted=True), " £4.")
    assert utterance.spoken == "It costs deleted: three pounds, end of deletion, four pounds."
    assert (utterance.display, utterance.written) == ("It costs £3 £4.", "It costs [deleted: £3] £4.")


def test_every_sentence_of_a_deletion_says_so() -> None:
    first, second = told(Run("Shops close. Banks close.", deleted=True), lang="de")
    assert first.spoken == "gestrichen: Shops close. Ende der Streichung."
    assert second.written == "[gestrichen: Banks close.]"


def test_a_formula_is_named_and_not_spelt() -> None:
    (utterance,) = told("The sum is ", Run("a. B = c^2", formula=True), " here.")
    assert utterance.spoken == "The sum is  Formula  here."
    assert utterance.written == "The sum is a. B = c^2 here."


def test_of_text_with_its_reading_one_is_said() -> None:
    (japanese,) = told(Run("長崎", ruby="ながさき"), "です。", lang="ja")
    (chinese,) = told(Run("北京", ruby="Běijīng"), "。", lang="zh")
    assert (japanese.spoken, japanese.written) == ("ながさきです。", "長崎 (ながさき)です。")
    assert (chinese.spoken, chinese.written) == ("北京。", "北京 (Běijīng)。")


def test_a_line_break_is_a_pause_and_stays_in_transcripts() -> None:
    (utterance,) = told("Harbour Office\n12 Quay Street\nWick")
    assert utterance.spoken == "Harbour Office, twelve Quay Street, Wick"
    assert utterance.transcript == utterance.display == "Harbour Office\n12 Quay Street\nWick"
    assert utterance.written == "Harbour Office 12 Quay Street Wick"


def test_lines_that_are_sentences_stay_sentences() -> None:
    assert [said.spoken for said in told("Why now?\nBecause we can.")] == ["Why now?", "Because we can."]


def test_a_heading_stands_on_one_line() -> None:
    (utterance,) = heard(article(Heading(text("The quay\nat night"), 2, AT)))[1:]
    assert (utterance.display, utterance.spoken) == ("The quay at night", "The quay, at night")


def test_the_names_of_columns_are_read_as_text_is() -> None:
    area = (Run("Area in km"), Run("2", script="sup"))
    row = heard(article(Table((text("Town"), area), (Row((text("Wick"), text("5")), AT),), AT)))[-1]
    assert row.spoken.strip() == "Town: Wick; Area in square kilometers: five."
