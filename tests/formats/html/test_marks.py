"""What an author says by marks stays on the page."""

from dataclasses import replace

from lxml import html as parser
from lxml.html import HtmlElement

from accessnews.formats.html import render
from accessnews.model.article import Block, Callout, Heading, ListBlock, Paragraph, Row, Run, Table
from tests.fixtures.editions import AT, edition_of, paragraph, plain, text, text_cells


def shown(*body: Block, lang: str = "en") -> HtmlElement:
    return parser.document_fromstring(render(edition_of(replace(plain(), body=body, lang=lang))))


def inside(element: HtmlElement) -> str:
    """The markup in an element that holds one sentence."""
    (sentence,) = element
    return (sentence.text or "") + "".join(parser.tostring(child, encoding="unicode") for child in sentence)


def marked(*parts: str | Run) -> str:
    (element,) = shown(Paragraph(text(*parts), AT)).xpath("//article/p")
    return inside(element)


def test_raised_and_lowered_text_stays_so() -> None:
    assert (
        marked("10", Run("6", script="sup"), " t of CO", Run("2", script="sub"), ".")
        == "10<sup>6</sup> t of CO<sub>2</sub>."
    )


def test_deletions_and_highlights_stay_marked() -> None:
    markup = marked("Was ", Run("£3", deleted=True), ", is ", Run("£4", highlighted=True, strong=True), ".")
    assert markup == "Was <del>£3</del>, is <mark><strong>£4</strong></mark>."


def test_readings_stand_above_and_in_brackets_where_there_is_no_above() -> None:
    assert (
        marked("At ", Run("長崎", ruby="ながさき"), ".")
        == "At <ruby>長崎<rp> (</rp><rt>ながさき</rt><rp>)</rp></ruby>."
    )


def test_a_formula_is_code_with_a_role() -> None:
    assert marked("So ", Run("x_1", formula=True), ".") == 'So <code role="math">x_1</code>.'


def test_lines_are_broken_where_their_author_broke_them() -> None:
    assert marked("Wick\nPier ", Run("2\nNorth", em=True)) == "Wick<br>\nPier <em>2<br>\nNorth</em>"


def test_a_heading_and_its_line_in_the_contents_have_a_blank_for_a_break() -> None:
    (heading,) = shown(Heading(text("The quay\nat night"), 2, AT)).xpath("//article/h2")
    assert heading.text == "The quay at night"


def test_lists_keep_their_numbers() -> None:
    items = tuple((paragraph(word),) for word in ("One", "Two", "Three"))
    plain_list, lettered, falling = shown(
        ListBlock(items, AT, numbers=(1, 2, 3)),
        ListBlock(items, AT, numbers=(3, 4, 9), numerals="a"),
        ListBlock(items, AT, numbers=(3, 2, 1), descending=True),
    ).xpath("//article/ol")
    assert {name for name in plain_list.keys()} == {"id"}  # noqa: C416, SIM118
    assert (lettered.get("start"), lettered.get("type")) == ("3", "a")
    assert [item.get("value") for item in lettered] == [None, None, "9"]
    assert (falling.get("reversed"), falling.get("start")) == ("reversed", None)


def test_rows_that_head_others_and_cells_over_columns_stay_so() -> None:
    rows = (
        Row(text_cells("Harbour", "", ""), AT, is_group=True),
        Row(text_cells("Tickets", "closed", ""), AT, spans=(1, 2, 1)),
        Row(text_cells("Town", "", ""), AT, is_group=True),
        Row(text_cells("Library", "9", "5"), AT),
    )
    (table,) = shown(Table(text_cells("Place", "Opens", "Closes"), rows, AT)).xpath("//table")
    heads = table.xpath("tbody/tr[1]/th[@scope='rowgroup' and @colspan='3']")
    assert [head.text for head in heads] == ["Harbour", "Town"]
    assert [cell.text for cell in table.xpath(".//td[@colspan='2']")] == ["closed"]
    assert [cell.text for cell in table.xpath(".//th[@scope='row']")] == ["Tickets", "Library"]


def test_a_callout_has_a_label_that_names_it() -> None:
    (aside,) = shown(Callout("warning", (), (paragraph("No boats."),), AT), lang="de").xpath("//article/aside")
    label = aside.xpath("p")[0]
    assert (aside.get("role"), aside.get("aria-labelledby")) == ("note", label.get("id"))
    assert "".join(label.itertext()) == "Warnung"
