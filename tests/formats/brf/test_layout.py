"""What of a story is set, and where: pages in a code whose cells are letters."""

from dataclasses import replace

from accessnews.model.alt import AltState
from accessnews.model.article import Callout, Code, Divider, Heading, ListBlock, Note, Quote, Row, Run, Table
from tests.fixtures.editions import AT, paragraph, photo, text, text_cells
from tests.formats.brf.plain import body, pages, story


def test_the_head_is_centred_and_what_is_below_it_starts_in_cell_5() -> None:
    article = story(
        paragraph("The ferry is back."),
        title="Ferry returns",
        kicker="Islands",
        byline=("Ada Gill", "Bo Lind"),
        dateline="Wick",
        date="2026-05-09",
    )
    assert pages(article)[0][:9] == [
        "                ISLANDS",
        "",
        "             FERRY RETURNS",
        "",
        "    BY ADA GILL AND BO LIND",
        "    WICK",
        "    9 MAY 2026",
        "",
        "  THE FERRY IS BACK.",
    ]


def test_headings_stand_in_cell_5_and_deeper_ones_in_cell_7() -> None:
    article = story(
        paragraph("One."), Heading(text("Second"), 2, AT), Heading(text("Third"), 3, AT), paragraph("Two.")
    )
    assert body(article) == "  ONE.\n\n    SECOND\n\n      THIRD\n  TWO."


def test_a_list_is_set_1_3_and_one_inside_it_moves_all_runovers_in() -> None:
    inner = ListBlock(((paragraph("north pier, where the ferry lies at night"),),), AT, numbers=(3,))
    outer = ListBlock(((paragraph("Moorings for all the boats of the harbour:"), inner),), AT)
    assert body(story(paragraph("See:"), outer, paragraph("End."))) == "\n".join(
        [
            "  SEE:",
            "",
            "MOORINGS FOR ALL THE BOATS OF THE",
            "    HARBOUR:",
            "  3. NORTH PIER, WHERE THE FERRY LIES AT",
            "    NIGHT",
            "",
            "  END.",
        ]
    )


def test_numbers_of_items_are_set_as_they_are_written() -> None:
    items = ((paragraph("Wick"),), (paragraph("Lund"),))
    lists = (
        ListBlock(items, AT, numbers=(3, 4), numerals="i"),
        ListBlock(items, AT, numbers=(2, 1), descending=True),
    )
    assert body(story(*lists)) == "III. WICK\nIV. LUND\n\n2. WICK\n1. LUND"


def test_a_callout_is_set_below_its_label() -> None:
    article = story(Callout("warning", (), (paragraph("No boats."),), AT), paragraph("End."))
    assert body(article) == "    WARNING\n    NO BOATS.\n\n  END."


def test_rows_that_head_others_and_cells_over_columns_are_set_so() -> None:
    rows = (
        Row(text_cells("Town", "", ""), AT, is_group=True),
        Row(text_cells("Library", "closed", ""), AT, spans=(1, 2, 1)),
    )
    table = story(Table(text_cells("", "Monday", "Tuesday"), rows, AT))
    assert body(table).split("\n")[2:] == ["", "    TOWN", "LIBRARY", "  MONDAY AND TUESDAY: CLOSED"]


def test_a_second_paragraph_of_an_item_is_further_in_than_its_runover() -> None:
    article = story(ListBlock(((paragraph("One."), paragraph("Two.")),), AT))
    assert body(article) == "ONE.\n    TWO."


def test_a_quotation_is_indented_by_two_cells() -> None:
    article = story(paragraph("She said:"), Quote((paragraph("We wait for the water, and it always comes."),), AT))
    assert body(article) == "  SHE SAID:\n\n    WE WAIT FOR THE WATER, AND IT ALWAYS\n  COMES."


def test_a_table_is_a_list_of_rows_and_a_note_says_so() -> None:
    rows = (Row(text_cells("Friday", "05:50", "11:58"), AT), Row(text_cells("Sunday", "", "13:24"), AT))
    table = Table(text_cells("", "Low water", "High water"), rows, AT, text("Tides at Wick"))
    assert body(story(table)) == "\n".join(
        [
            "    TIDES AT WICK",
            "      @.<TABLE, SET AS A LIST: A ROW,",
            "    AND BELOW IT ITS COLUMNS.@.>",
            "FRIDAY",
            "  LOW WATER: 05:50",
            "  HIGH WATER: 11:58",
            "SUNDAY",
            "  HIGH WATER: 13:24",
        ]
    )


def test_code_keeps_its_lines_and_indents() -> None:
    assert body(story(Code("tide wick\n    06:31", AT))) == "TIDE WICK\n    06:31"


def test_a_break_is_three_stars() -> None:
    assert body(story(paragraph("One."), Divider(AT), paragraph("Two."))) == (
        "  ONE.\n\n                 * * *\n\n  TWO."
    )


def test_a_photo_is_a_note_then_its_caption_then_its_credit() -> None:
    picture = photo("The quay at Wick.", "A ferry lies on mud.", state=AltState.AUTHOR, kind="portrait")
    assert body(story(paragraph("One."), picture, paragraph("Two."))) == "\n".join(
        [
            "  ONE.",
            "",
            "      @.<PORTRAIT 1 OF 1. A FERRY LIES",
            "    ON MUD.@.>",
            "      THE QUAY AT WICK.",
            "      PORTRAIT: MARA HOLM/COAST PRESS",
            "",
            "  TWO.",
        ]
    )


def test_a_draft_that_says_what_the_caption_says_is_not_told_twice() -> None:
    assert body(story(photo("People on the pier.", "People on the pier.", None))) == (
        "      @.<PHOTO 1 OF 1.@.>\n      PEOPLE ON THE PIER."
    )


def test_a_longer_description_is_told_after_the_alt() -> None:
    picture = photo("", "A chart.", None, AltState.AUTHOR, "chart")
    picture = replace(picture, alt=replace(picture.alt, description="It rises to 110."))
    told = "      @.<CHART 1 OF 1. A CHART.@.>\n      @.<DESCRIPTION OF THE PICTURE: IT\n    RISES TO 110.@.>"
    assert body(story(picture)) == told


def test_a_photo_that_is_not_in_the_bundle_is_said_not_to_be_here() -> None:
    (page,) = pages(story(photo("", "A pier.", None, AltState.AUTHOR)), missing=["b01"])
    assert page[2:4] == ["      @.<PHOTO 1 OF 1, NOT INCLUDED: A", "    PIER.@.>"]


def test_a_decorative_photo_is_passed_over() -> None:
    assert body(story(paragraph("One."), photo("", "", None, AltState.DECORATIVE))) == "  ONE."


def test_notes_stand_at_the_end_with_their_marks_raised() -> None:
    article = story(
        paragraph("Two tables", Run("1", note="1"), ", both wrong."),
        notes=(Note("1", (paragraph("In March."),), AT), Note("x", (paragraph("Loose."),), AT)),
    )
    assert body(article) == "  TWO TABLES;91, BOTH WRONG.\n\n    NOTES\n;91 IN MARCH.\nX LOOSE."


def test_every_page_has_its_number() -> None:
    article = story(*(paragraph(f"Line {number}.") for number in range(60)))
    assert [page[-1].strip() for page in pages(article)] == ["1", "2", "3"]


def test_raised_and_struck_out_text_is_told_apart() -> None:
    power = paragraph("About 20", Run("3", script="sup"), " of them at ", Run("3", deleted=True), " 4.")
    assert body(story(power)) == "  ABOUT 20;93 OF THEM AT [DELETED: 3] 4."


def test_verse_is_set_line_by_line_apart_from_the_text_around_it() -> None:
    verse = paragraph("Low water, and all of the boats lie down\nHigh water")
    assert body(story(paragraph("She wrote:"), verse, paragraph("It rained."))) == "\n".join(
        ["  SHE WROTE:", "", "LOW WATER, AND ALL OF THE BOATS LIE DOWN", "HIGH WATER", "", "  IT RAINED."]
    )


def test_a_line_break_in_an_item_begins_a_line_and_in_a_heading_is_a_blank() -> None:
    article = story(ListBlock(((paragraph("Wick\nPier 2"),),), AT), Heading(text("The\nquay"), 2, AT))
    assert body(article) == "WICK\n  PIER 2\n\n    THE QUAY"
