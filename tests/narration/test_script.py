"""What is said, in which order, and under which id."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from accessnews.model.alt import AltState, AltText, DescribedArticle
from accessnews.model.article import Article, Callout, Code, ListBlock, Note, Paragraph, Row, Run, Table
from accessnews.model.errors import Place
from accessnews.model.settings import Aloud
from accessnews.narration.script import Role, Utterance, write
from accessnews.normalize.lexicon import Lexicon, Pronunciation
from tests.fixtures.pictures import Picture, described

AT = Place("story.md", 1)


def text(words: str) -> tuple[Run, ...]:
    return (Run(words),)


def article(*body: object, **fields: object) -> DescribedArticle:
    whole = Article("Title", tuple(body), AT, Path("story.md"), "", lang="en")  # type: ignore[arg-type]
    return described(replace(whole, **fields))  # type: ignore[arg-type]


def heard(source: DescribedArticle, present: set[str] | None = None, **options: Any) -> list[Utterance]:
    return list(write(source, present or set(), **options).utterances)


def figure(alt: str = "A pier.", credit: str | None = "Nasser Nasser/AP Photo", origin: str = "caption") -> Picture:
    state = AltState.AUTHOR if origin == "author" else AltState.DRAFT
    told = AltText(alt, credit, "photo", state, origin=origin, caption="A pier at dawn.")
    return Picture("pier.jpg", text("A pier at dawn."), AT, alt=told)


def test_the_head_is_told_first_then_every_sentence_with_its_place_in_its_id() -> None:
    source = article(Paragraph(text("One. Two."), AT), byline=("Ada Gill", "Bo Lind"), date="2026-05-09")
    assert [(said.id, said.role, said.spoken) for said in heard(source)] == [
        ("b00s1", Role.HEADLINE, "Title"),
        ("b00s2", Role.BYLINE, "By Ada Gill and Bo Lind"),
        ("b00s3", Role.DATE, "the ninth of May twenty twenty-six"),
        ("b01s1", Role.BODY, "One."),
        ("b01s2", Role.BODY, "Two."),
    ]


def test_a_longer_description_follows_the_credit_in_a_role_of_its_own() -> None:
    picture = figure()
    reviewed = replace(picture.alt, state=AltState.REVIEWED, description="A long pier. It bends.\n\nFive boats.")
    said = heard(article(replace(picture, alt=reviewed)), {"b01"})[4:]
    assert [(each.id, each.role, each.display) for each in said] == [
        ("b01s4", Role.DESCRIPTION, "Description of the photo"),
        ("b01s5", Role.DESCRIPTION, "A long pier."),
        ("b01s6", Role.DESCRIPTION, "It bends."),
        ("b01s7", Role.DESCRIPTION, "Five boats."),
    ]
    unread = replace(picture, alt=replace(reviewed, state=AltState.DRAFT))
    for told in (heard(article(unread)), heard(article(picture), aloud=Aloud(photos=False))):
        assert Role.DESCRIPTION not in {each.role for each in told}


def test_in_the_place_of_a_picture_stands_its_alt_and_what_the_caption_says_is_not_said_twice() -> None:
    (told,) = [each for each in heard(article(figure())) if each.role == Role.PHOTO]
    assert (told.display, told.spoken) == ("Photo 1 of 1, not included: A pier.", "Photo 1 of 1, not included.")
    (told,) = [each for each in heard(article(figure("Photo."))) if each.role == Role.PHOTO]
    assert told.display == told.spoken == "Photo 1 of 1, not included."


def test_a_picture_is_told_once_kind_and_place_then_caption_then_credit() -> None:
    source = article(figure())
    picture, caption, credit = heard(source, {"b01"})[1:]
    assert (picture.role, picture.display, picture.spoken) == (Role.PHOTO, "", "Photo 1 of 1.")
    assert (caption.role, caption.spoken) == (Role.CAPTION, "A pier at dawn.")
    assert (credit.role, credit.display, credit.spoken) == (
        Role.CREDIT,
        "Photo: Nasser Nasser/AP Photo",
        "Photo: Nasser Nasser, A P Photo",
    )


def test_an_authors_alt_is_told_where_it_adds_something() -> None:
    adds = article(figure("Gulls circle a pier.", origin="author"))
    repeats = article(figure("A pier at dawn.", origin="author"))
    assert heard(adds, {"b01"})[1].spoken == "Photo 1 of 1. Gulls circle a pier."
    assert heard(repeats, {"b01"})[1].spoken == "Photo 1 of 1."


def test_credits_and_pictures_can_be_left_out_of_the_sound() -> None:
    source = article(figure())
    roles = [said.role for said in heard(source, {"b01"}, aloud=Aloud(photos=False, credits=False))]
    assert roles == [Role.HEADLINE, Role.CAPTION]


def test_list_items_are_announced_and_numbered_where_the_list_is() -> None:
    items = ((Paragraph(text("Bread."), AT),), (Paragraph(text("Salt."), AT),))
    plain = article(ListBlock(items, AT))
    ordered = article(ListBlock(items, AT, numbers=(3, 4)))
    assert [said.spoken for said in heard(plain)[1:]] == ["Item. Bread.", "Item. Salt."]
    assert [said.spoken for said in heard(ordered)[1:]] == ["Item 3. Bread.", "Item 4. Salt."]
    assert heard(ordered)[1].display == "Bread."


def test_numbers_of_items_are_said_as_they_are_written() -> None:
    items = ((Paragraph(text("Bread."), AT),), (Paragraph(text("Salt."), AT),))
    lettered = ListBlock(items, AT, numbers=(3, 4), numerals="a")
    roman = ListBlock(items, AT, numbers=(3, 4), numerals="i")
    falling = ListBlock(items, AT, numbers=(2, 1), descending=True)
    assert [said.spoken for said in heard(article(lettered))[1:]] == ["Item c. Bread.", "Item d. Salt."]
    assert [said.spoken for said in heard(article(roman))[1:]] == ["Item 3. Bread.", "Item 4. Salt."]
    assert [said.spoken for said in heard(article(falling))[1:]] == ["Item 2. Bread.", "Item 1. Salt."]
    assert [said.written for said in heard(article(roman))[1:]] == ["iii. Bread.", "iv. Salt."]


def test_a_row_that_heads_others_is_said_alone() -> None:
    rows = (
        Row((text("Upper town"), (), ()), AT, is_group=True),
        Row((text("Library"), text("9"), text("5")), AT),
    )
    told = heard(article(Table((text("Place"), text("Opens"), text("Closes")), rows, AT)))[2:]
    assert [said.spoken for said in told] == ["Upper town. ", "Place: Library; Opens: nine; Closes: five. "]


@pytest.mark.parametrize(
    ("size", "spoken"),
    [
        (2, "Monday and Tuesday: closed; Wednesday: open; Thursday: open. "),
        (3, "Monday, Tuesday and Wednesday: closed; Thursday: open. "),
        (4, "Monday to Thursday: closed. "),
    ],
)
def test_a_cell_over_several_columns_is_said_with_their_names(size: int, spoken: str) -> None:
    header = tuple(map(text, ("Monday", "Tuesday", "Wednesday", "Thursday")))
    cells = (text("closed"), *[()] * (size - 1), *[text("open")] * (4 - size))
    row = Row(cells, AT, spans=(size, *[1] * 3))
    assert heard(article(Table(header, (row,), AT)))[2].spoken == spoken


def test_a_callout_is_told_after_its_label() -> None:
    inside = (Paragraph(text("No boats in fog."), AT),)
    plain = heard(article(Callout("warning", (), inside, AT)))[1:]
    named = heard(article(Callout("note", text("How we counted"), inside, AT)))[1:]
    german = heard(article(Callout("warning", (), inside, AT), lang="de"))[1:]
    arabic = heard(article(Callout("warning", (), inside, AT), lang="ar"))[1:]
    assert [said.spoken for said in plain] == ["Warning", "No boats in fog."]
    assert [said.spoken for said in named] == ["How we counted", "No boats in fog."]
    assert german[0].spoken == "Warnung"
    assert (arabic[0].spoken, arabic[0].lang) == ("Warning", "en")


def test_a_table_is_told_row_by_row_with_its_headers() -> None:
    rows = (Row((text("2013"), text("20 cm")), AT), Row((text("2025"), ()), AT))
    told = heard(article(Table((text("Year"), text("Water")), rows, AT)))[1:]
    assert [said.spoken.strip() for said in told] == [
        "Table. Columns: Year, Water.",
        "Year: twenty thirteen; Water: twenty centimeters.",
        "Year: twenty twenty-five;",
    ]
    assert told[1].display == "201320 cm"
    assert [said.written for said in told] == ["Year, Water.", "2013; 20 cm.", "2025;"]


@pytest.mark.parametrize(
    "words",
    [
        "It ended in May.",
        "He moved to the U.S.",
        "It rose 5%.",
        "He said “no.”",
        "It ended in 1999.",
        "Was it?",
        "War.",
    ],
)
@pytest.mark.parametrize("marks", [("1",), ("1", "2"), ("long",)])
def test_a_sentence_ends_before_the_mark_of_its_note(words: str, marks: tuple[str, ...]) -> None:
    body = Paragraph((Run(words), *(Run(mark, note=mark) for mark in marks), Run(" Nobody objected.")), AT)
    first, second = heard(article(body))[1:]
    assert (first.display, second.display) == (words + "".join(marks), "Nobody objected.")
    assert first.spoken.endswith(words[-1])


def test_a_raised_figure_behind_a_stop_ends_a_sentence_and_a_raised_rank_does_not() -> None:
    body = Paragraph(
        (Run("It fell."), Run("1", script="sup"), Run(" It was the 20"), Run("th", script="sup"), Run(" time.")), AT
    )
    assert [said.display for said in heard(article(body))[1:]] == ["It fell.1", "It was the 20th time."]


def test_a_footnote_mark_is_shown_and_not_said_and_the_note_comes_last() -> None:
    body = Paragraph((Run("It rained"), Run("1", note="1"), Run(" again.")), AT)
    note = Note("1", (Paragraph(text("All day."), AT),), AT)
    told = heard(article(body, notes=(note,)))[1:]
    assert (told[0].display, told[0].spoken) == ("It rained1 again.", "It rained again.")
    assert [(said.id, said.spoken) for said in told[1:]] == [("b02s0", "Notes"), ("b03s1", "Note 1. All day.")]


def test_a_sentence_wholly_in_another_language_is_said_in_it() -> None:
    told = heard(article(Paragraph((Run("He left. "), Run("Adieu, mes amis.", lang="fr")), AT)))[1:]
    assert [said.lang for said in told] == ["en", "fr"]


def test_text_without_a_letter_or_digit_is_not_said() -> None:
    assert [said.spoken for said in heard(article(Paragraph(text("* * *"), AT)))] == ["Title"]


def test_ids_of_a_long_story_have_one_length() -> None:
    source = article(*[Paragraph(text("Word."), AT)] * 120)
    assert [said.id for said in heard(source)[1:]][::119] == ["b001s1", "b120s1"]


def test_a_phrase_in_another_language_is_read_in_that_language() -> None:
    words = (Run("She said "), Run("3 Uhr", lang="de"), Run(" at 3."))
    (said,) = heard(article(Paragraph(words, AT)))[1:]
    assert [(span.spoken, span.lang) for span in said.spans if span.spoken.strip()] == [
        ("She said ", ""),
        ("drei", "de"),
        ("Uhr", "de"),
        (" at ", ""),
        ("three", ""),
        (".", ""),
    ]


def test_a_lexicon_of_the_language_is_asked() -> None:
    lexicons = {"en": Lexicon({"Saltby": Pronunciation("Saltby", "Sawlt bee")})}
    (said,) = heard(article(Paragraph(text("Saltby's pier."), AT)), lexicons=lambda lang: lexicons[lang])[1:]
    assert said.spoken == "Sawlt bee's pier."


QUOTED = Aloud(quotes=True)


def test_a_quotation_is_opened_once_and_closed_once_over_all_its_sentences() -> None:
    source = article(Paragraph(text("“It held. It held all night,” she said. He nodded."), AT))
    told = heard(source, aloud=QUOTED)[1:]
    assert [said.spoken for said in told] == [
        "quote, It held.",
        "It held all night, end quote, she said.",
        "He nodded.",
    ]
    assert [said.display for said in told] == [said.display for said in heard(source)[1:]]


def test_quotation_marks_are_said_around_a_phrase_in_another_language() -> None:
    words = (Run("She said “"), Run("Adieu", lang="fr"), Run("” and left."))
    (said,) = heard(article(Paragraph(words, AT)), aloud=QUOTED)[1:]
    assert said.spoken == "She said quote, Adieu, end quote, and left."


def test_quotation_marks_in_a_headline_and_a_caption_are_said_and_those_of_code_are_not() -> None:
    pier = replace(figure(credit=None), caption=text("The “Pier”."))
    source = article(pier, Code('print("x")', AT), title="The “Pier” opens")
    assert [said.spoken for said in heard(source, {"b01"}, aloud=QUOTED)] == [
        "The quote, Pier, end quote, opens",
        "Photo 1 of 1. A pier.",
        "The quote, Pier, end quote.",
        'print("x")',
    ]


def test_quotation_marks_of_an_alt_are_said_and_the_transcript_has_it_as_it_is_written() -> None:
    source = article(figure("A banner of 2013: “Bread”.", credit=None, origin="author"))
    told = heard(source, {"b01"}, aloud=QUOTED)[1]
    assert told.spoken == "Photo 1 of 1. A banner of twenty thirteen: quote, Bread, end quote."
    assert (told.display, told.written) == ("", "Photo 1 of 1. A banner of 2013: “Bread”.")
