"""Cells in lines, lines in pages: the rules of the sheet, with words anyone can read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessnews.formats.brf.pages import ASCII, HEIGHT, WIDTH, Shape, ascii_cells, file, lines, pages

HEADING = Shape(5, 5, above=True, keep=True)


def test_a_paragraph_starts_in_cell_3_and_runs_over_to_cell_1() -> None:
    assert lines("THE FERRY MADE ITS FIRST CROSSING ON SATURDAY", Shape(3, 1)) == [
        "  THE FERRY MADE ITS FIRST CROSSING ON",
        "SATURDAY",
    ]


def test_a_centred_heading_leaves_three_cells_on_either_side() -> None:
    for line in lines("A HEADLINE THAT IS QUITE A BIT TOO LONG FOR ONE LINE", Shape(centred=True)):
        left = len(line) - len(line.lstrip())
        assert left >= 3
        assert WIDTH - len(line) - left in (0, 1)


def test_a_word_goes_to_the_next_line_whole() -> None:
    assert lines("A" * 30 + " " + "B" * 15, Shape(1, 1)) == ["A" * 30, "B" * 15]


def test_a_word_longer_than_a_line_is_divided_with_a_hyphen() -> None:
    assert lines("SEE " + "A" * 50, Shape(1, 3)) == ["SEE", "  " + "A" * 37 + "-", "  " + "A" * 13]


def test_no_line_ends_inside_a_sign_of_two_cells() -> None:
    assert lines("A" * 38 + "_<" + "B" * 5, Shape(1, 1)) == ["A" * 38 + "-", "_<BBBBB"]


def test_an_address_is_divided_where_it_has_a_slash_or_a_hyphen_and_gets_none() -> None:
    assert lines("A" * 30 + "_/" + "B" * 20 + "-" + "C" * 30, Shape(1, 1)) == [
        "A" * 30 + "_/",
        "B" * 20 + "-",
        "C" * 30,
    ]


def test_a_word_of_nothing_but_beginnings_of_signs_is_divided_too() -> None:
    assert [len(line) for line in lines("@" * 100, Shape(1, 1))] == [40, 40, 22]


def test_a_page_has_25_lines_and_its_number_at_the_right_of_the_last() -> None:
    data = file([["ONE"], ["TWO"]], ["#A", "#B"]).decode()
    first, second, end = data.split("\f")
    assert end == ""
    assert first == "ONE\r\n" + "\r\n" * 23 + " " * 38 + "#A\r\n"
    assert second.startswith("TWO\r\n")


def test_a_heading_does_not_close_a_page() -> None:
    story = [*[(Shape(1, 1), "LINE")] * 22, (HEADING, "HEADING"), (Shape(), "TEXT")]
    first, second = pages(story)
    assert first == ["LINE"] * 22
    assert second == ["    HEADING", "  TEXT"]


def test_a_heading_closes_a_page_where_two_lines_follow_it_there() -> None:
    story = [*[(Shape(1, 1), "LINE")] * 21, (HEADING, "HEADING"), (Shape(), "TEXT")]
    assert next(pages(story)) == [*["LINE"] * 21, "", "    HEADING", "  TEXT"]


def test_no_page_opens_with_a_blank_line() -> None:
    story = [*[(Shape(1, 1), "LINE")] * 24, (Shape(1, 3, above=True), "ITEM")]
    assert list(pages(story))[1][0] == "ITEM"


def test_two_blank_lines_never_meet() -> None:
    apart = Shape(1, 1, above=True, below=True)
    assert next(pages([(apart, "ONE"), (apart, "TWO")])) == ["ONE", "", "TWO"]


def test_headings_longer_than_a_page_run_on() -> None:
    story = [(HEADING, "WORD " * 300), (Shape(), "TEXT")]
    made = list(pages(story))
    assert sum(line.count("WORD") for page in made for line in page) == 300
    assert made[-1][-1] == "  TEXT"


def test_braille_ascii_has_64_signs_one_for_each_cell_of_six_dots() -> None:
    assert len(set(ASCII)) == len(ASCII) == 64
    assert ascii_cells("⠠⠮⠀⠋⠻⠗⠽⠼⠁") == ",! F]RY#A"


words = st.text(st.sampled_from("ABC@_.,#-"), min_size=1, max_size=90)
shapes = st.builds(
    Shape,
    first=st.integers(1, 60),
    over=st.integers(1, 60),
    above=st.booleans(),
    below=st.booleans(),
    centred=st.booleans(),
    keep=st.booleans(),
)


@given(st.lists(st.tuples(shapes, st.lists(words, max_size=60).map(" ".join)), max_size=30))
def test_whatever_is_set_fits_and_nothing_is_lost(story: list[tuple[Shape, str]]) -> None:
    made = list(pages(story))
    assert all(len(page) <= HEIGHT - 1 and page[0] for page in made)
    assert all(len(line) <= WIDTH and line == line.rstrip() for page in made for line in page)
    there = "".join(line for page in made for line in page).replace(" ", "").replace("-", "")
    assert there == "".join(cells for _, cells in story).replace(" ", "").replace("-", "")


def test_every_line_of_a_file_ends_alike() -> None:
    data = file(list(pages([(Shape(), "WORD " * 400)])), ["#A", "#B", "#C"])
    assert data.count(b"\r\n") == data.count(b"\n") == 25 * data.count(b"\f")


@pytest.mark.parametrize("indent", [1, 39, 400])
def test_a_deep_indent_leaves_room_for_a_word(indent: int) -> None:
    assert all(len(line.strip()) <= 40 for line in lines("WORDS " * 20, Shape(indent, indent)))
    assert "".join(lines("WORDS " * 20, Shape(indent, indent))).count("WORDS") == 20
