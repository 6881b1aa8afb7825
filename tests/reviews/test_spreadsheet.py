"""Reviews in a spreadsheet: nothing is lost on the way out and back, and only what a person did counts."""

import csv
import io
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from accessnews.model.alt import AltState, AltText, DescribedArticle
from accessnews.model.article import Article, Run, figures
from accessnews.model.errors import AccessNewsError, Place, UsageError
from accessnews.model.review import Review, keyed
from accessnews.reviews.file import save
from accessnews.reviews.spreadsheet import COLUMNS, export, open_sheet, read
from tests.fixtures.pictures import Picture, described

SHEET = Path("harbour.csv")
HEADER = ",".join(COLUMNS)
Rows = list[dict[str, str]]


def picture(alt: str, state: AltState, line: int, origin: str = "caption", description: str = "") -> Picture:
    """A picture whose caption is unlike any other's."""
    told = AltText(alt, "Ann Lee/AFP", "photo", state, ("name-only",), origin, description=description)
    return Picture(f"{line}.jpg", (Run(f"Caption, {line}."),), Place("harbour.md", line), alt=told)


def article(*pictures: Picture) -> DescribedArticle:
    return described(keyed(Article("Harbour", pictures, Place("harbour.md", 1), Path("harbour.md"), "")))


PICTURES = (
    picture("Boats lie at a pier.", AltState.DRAFT, 10),
    picture("Photo.", AltState.NEEDS_REVIEW, 20),
    picture("Two children, one waving.", AltState.REVIEWED, 30, "review", "Both wear red."),
    picture("", AltState.DECORATIVE, 40, "review"),
    picture("A crane.", AltState.AUTHOR, 50, "author"),
)
STORY = article(*PICTURES)
BOATS, BARE, CHILDREN, EMPTY, CRANE = [figure.key for figure in figures(STORY)]


def rows(data: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheet(table: Rows, delimiter: str = ",", line_end: str = "\r\n") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(table[0]), delimiter=delimiter, lineterminator=line_end)
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue().encode()


def after(changed: str, cells: dict[str, str], story: DescribedArticle = STORY) -> list[tuple[str, str, str]]:
    """What is decided when a person changes cells in the row of one key."""
    table = rows(export(STORY))
    for row in table:
        row.update(cells if row["key"] == changed else {})
    return [(made.key, made.alt, made.description) for made in read(sheet(table), SHEET, story)]


def reviewed(story: DescribedArticle, key: str, alt: str) -> DescribedArticle:
    """The story after somebody else has reviewed a picture."""
    (picture,) = (figure for figure in figures(story) if figure.key == key)
    return decided(story, [Review(key, alt, story.at, story.alt(picture).description)])


# Out


def test_a_sheet_has_a_row_for_every_picture() -> None:
    data = export(STORY)
    assert data.startswith(
        b"\xef\xbb\xbfkey,image,line,kind,state,reasons,caption,credit,alt,description,exported\r\n"
    )
    assert data.count(b"\n") == data.count(b"\r\n") == 6
    row = rows(data)[2]
    assert row.pop("exported")
    assert row == {
        "key": CHILDREN,
        "image": "30.jpg",
        "line": "30",
        "kind": "photo",
        "state": "reviewed",
        "reasons": "name-only",
        "caption": "Caption, 30.",
        "credit": "Ann Lee/AFP",
        "alt": "Two children, one waving.",
        "description": "Both wear red.",
    }


def test_a_story_without_pictures_is_a_header() -> None:
    assert rows(export(article())) == []
    assert read(export(article()), SHEET, article()) == []


@pytest.mark.parametrize("cell", ["=1+1", "+44 boats", "-3 degrees on a sign", "@ann on a placard", "'=quoted'"])
def test_no_cell_is_a_formula(cell: str) -> None:
    story = article(picture(cell, AltState.DRAFT, 1))
    [row] = rows(export(story))
    assert row["alt"] == f"'{cell}"
    assert read(export(story), SHEET, story) == []
    row["state"] = "reviewed"
    assert [made.alt for made in read(sheet([row]), SHEET, story)] == [cell]


def test_an_apostrophe_before_anything_else_stays() -> None:
    story = article(picture("'Tis a boat.", AltState.DRAFT, 1))
    assert rows(export(story))[0]["alt"] == "'Tis a boat."


# Back


def test_a_sheet_left_as_it_was_decides_nothing() -> None:
    assert read(export(STORY), SHEET, STORY) == []


def test_odd_letters_in_the_story_are_no_mistake_of_the_sheet() -> None:
    odd = article(picture("A\x7f crane.", AltState.AUTHOR, 1, "author"), picture("A\x1b pier.", AltState.DRAFT, 2))
    assert read(export(odd), SHEET, odd) == []


def test_a_state_that_a_person_sets_is_a_review() -> None:
    assert after(BOATS, {"state": "Reviewed "}) == [(BOATS, "Boats lie at a pier.", "")]


def test_an_alt_that_a_person_changes_is_a_review() -> None:
    assert after(BARE, {"alt": "  A fisherman\nmends a net. "}) == [(BARE, "A fisherman mends a net.", "")]
    assert after(CHILDREN, {"alt": "Two girls."}) == [(CHILDREN, "Two girls.", "Both wear red.")]


def test_a_description_that_a_person_changes_is_a_review() -> None:
    assert after(BOATS, {"description": "One is red.\r\nOne is blue."}) == [
        (BOATS, "Boats lie at a pier.", "One is red.\nOne is blue.")
    ]
    assert after(CHILDREN, {"description": ""}) == [(CHILDREN, "Two children, one waving.", "")]


def test_decorative_empties_the_words_that_were_there() -> None:
    assert after(BOATS, {"state": "decorative"}) == [(BOATS, "", "")]
    assert after(BARE, {"state": "decorative", "alt": ""}) == [(BARE, "", "")]
    assert after(CHILDREN, {"state": "decorative"}) == [(CHILDREN, "", "")]


def test_words_for_a_decorative_picture_make_it_reviewed() -> None:
    assert after(EMPTY, {"alt": "A net."}) == [(EMPTY, "A net.", "")]


def test_the_place_of_a_review_is_its_row() -> None:
    table = rows(export(STORY))
    table[0]["description"] = "Two\nlines"
    table[3]["alt"] = "A net."
    assert [made.at for made in read(sheet(table), SHEET, STORY)] == [
        Place("harbour.csv", 2),
        Place("harbour.csv", 6),
    ]


def test_the_authors_alt_needs_no_review_and_takes_none() -> None:
    assert after(CRANE, {"state": "reviewed"}) == []
    for cells in ({"alt": "A tall crane."}, {"state": "decorative"}, {"alt": "", "state": "decorative"}):
        with pytest.raises(AccessNewsError, match=r"csv:6: .* stands in the story") as caught:
            after(CRANE, cells)
        assert caught.value.hint == "change it there: harbour.md:50"


# In the meantime


def test_a_row_that_nobody_touched_does_not_undo_what_was_decided_since() -> None:
    assert read(export(STORY), SHEET, reviewed(STORY, BOATS, "Three boats.")) == []


def test_a_sheet_brings_back_reviews_that_were_lost() -> None:
    """The review file was not committed; the sheet that was exported from it was kept."""
    unreviewed = article(picture("Children.", AltState.DRAFT, 30), picture("Photo.", AltState.NEEDS_REVIEW, 40))
    data = sheet([row for row in rows(export(STORY)) if row["key"] in (CHILDREN, EMPTY)])
    assert [(made.key, made.alt, made.description) for made in read(data, SHEET, unreviewed)] == [
        (CHILDREN, "Two children, one waving.", "Both wear red."),
        (EMPTY, "", ""),
    ]


def test_two_decisions_about_one_picture_are_an_error() -> None:
    now = reviewed(STORY, BOATS, "Three boats.")
    with pytest.raises(AccessNewsError, match=r"csv:2: this picture has changed since the export") as caught:
        after(BOATS, {"alt": "Four boats."}, now)
    assert "export the sheet again" in caught.value.hint
    assert after(BOATS, {"alt": "Four boats.", "state": "reviewed", "exported": ""}, now) == [
        (BOATS, "Four boats.", "")
    ]


def test_two_who_decide_the_same_agree() -> None:
    assert after(BOATS, {"alt": "Three boats.", "state": "reviewed"}, reviewed(STORY, BOATS, "Three boats.")) == []


def test_a_draft_that_reads_otherwise_now_was_not_changed_by_a_person() -> None:
    """Another version drafts other words; the sheet still holds the old ones."""
    older, newer = PICTURES[0], replace(PICTURES[0], alt=replace(PICTURES[0].alt, alt="A pier."))
    assert read(export(article(older)), SHEET, article(newer)) == []
    assert after_alone("Boats at a long pier.", article(newer)) == ["Boats at a long pier."]


def after_alone(alt: str, story: DescribedArticle) -> list[str]:
    [row, *_] = rows(export(STORY))
    return [made.alt for made in read(sheet([{**row, "alt": alt}]), SHEET, story)]


def test_a_changed_caption_stops_only_the_row_in_which_something_was_decided() -> None:
    changed = article(replace(PICTURES[0], caption=(Run("New."),)), *PICTURES[1:])
    assert after(BARE, {"alt": "A net."}, changed) == [(BARE, "A net.", "")]
    with pytest.raises(AccessNewsError, match=r"harbour\.csv:2: no picture 10\.jpg#") as caught:
        after(BOATS, {"alt": "Two boats."}, changed)
    assert caught.value.hint == "export the sheet again, or delete this row"


def decided(story: DescribedArticle, made: list[Review]) -> DescribedArticle:
    """The story with what a sheet says of it."""
    ids, alts = {figure.key: figure.id for figure in figures(story)}, dict(story.alts)
    for review in made:
        state = AltState.DECORATIVE if review.decorative else AltState.REVIEWED
        words = {"alt": review.alt, "description": review.description}
        alts[ids[review.key]] = replace(alts[ids[review.key]], **words, state=state, origin="review")  # type: ignore[arg-type]
    return replace(story, alts=alts)


def test_a_sheet_that_was_read_in_decides_nothing_a_second_time() -> None:
    table = rows(export(STORY))
    table[0].update(state="decorative")
    table[1].update(state="decorative", alt="")
    table[2].update(alt="Two girls.")
    first = read(sheet(table), SHEET, STORY)
    assert [review.alt for review in first] == ["", "", "Two girls."]
    now = decided(STORY, first)
    assert read(sheet(table), SHEET, now) == []
    table[0].update(state="reviewed", alt="Two boats.")
    with pytest.raises(AccessNewsError, match=r"csv:2: this picture has changed since the export") as caught:
        read(sheet(table), SHEET, now)
    assert caught.value.hint.startswith("export the sheet again and change that")


def test_a_caption_of_any_length_goes_out_and_comes_back() -> None:
    long = replace(PICTURES[0], caption=(Run("Boats lie at the pier. " * 10_000),))
    assert read(export(article(long)), SHEET, article(long)) == []


def test_an_import_of_an_export_leaves_the_review_file_alone(tmp_path: Path) -> None:
    story = replace(STORY, path=tmp_path / "harbour.md")
    path = save(story, [Review(CHILDREN, "Two children, one waving.", Place(""), "Both wear red.")])
    before = path.read_bytes()
    save(story, read(export(story), SHEET, story))
    assert path.read_bytes() == before


# What spreadsheets do to a file


def as_semicolons(table: Rows) -> bytes:
    return sheet(table, ";")


def as_tabs_in_utf_16(table: Rows) -> bytes:
    return b"\xff\xfe" + sheet(table, "\t").decode().encode("utf-16-le")


def as_unix_lines(table: Rows) -> bytes:
    return sheet(table, line_end="\n")


def as_old_mac_lines(table: Rows) -> bytes:
    return sheet(table, line_end="\r")


def with_separator_line(table: Rows) -> bytes:
    return b"\xef\xbb\xbfsep=;\r\n" + sheet(table, ";")


def with_columns_turned_round(table: Rows) -> bytes:
    return sheet([dict(reversed(row.items())) for row in table])


def with_few_columns(table: Rows) -> bytes:
    return sheet([{"alt": row["alt"], "key": row["key"]} for row in table])


def with_capitals_and_notes(table: Rows) -> bytes:
    return sheet([{**{f" {name.upper()} ": cell for name, cell in row.items()}, "Notes": "ask Ann"} for row in table])


def with_blank_lines_and_columns(table: Rows) -> bytes:
    lines = sheet(table).decode().split("\r\n")
    return "\r\n".join(["", ",,,", *(f"{line},,," for line in lines), ",,,,,,,,,,,,", ""]).encode()


FORMS: list[Callable[[Rows], bytes]] = [
    sheet,
    as_semicolons,
    as_tabs_in_utf_16,
    as_unix_lines,
    as_old_mac_lines,
    with_separator_line,
    with_columns_turned_round,
    with_few_columns,
    with_capitals_and_notes,
    with_blank_lines_and_columns,
]


@pytest.mark.parametrize("form", FORMS)
def test_what_spreadsheets_make_of_a_sheet_is_read(form: Callable[[Rows], bytes]) -> None:
    table = rows(export(STORY))
    assert read(form(table), SHEET, STORY) == []
    table[1]["alt"] = 'A man, “Ole”, mends; a "net".'
    assert [(made.key, made.alt) for made in read(form(table), SHEET, STORY)] == [(BARE, table[1]["alt"])]


def test_a_sheet_with_few_columns_keeps_the_description() -> None:
    table = [{"key": CHILDREN, "alt": "Two girls."}]
    assert [made.description for made in read(sheet(table), SHEET, STORY)] == ["Both wear red."]


def test_without_its_marks_a_row_from_before_a_review_is_an_error() -> None:
    """Somebody removed the column; that the row still says draft gives it away."""
    table = [{"key": BOATS, "state": "draft", "alt": "Boats lie at a pier."}]
    with pytest.raises(AccessNewsError, match="it is reviewed now"):
        read(sheet(table), SHEET, reviewed(STORY, BOATS, "Three boats."))


# Mistakes


@pytest.mark.parametrize(
    ("cells", "message", "hint"),
    [
        ({"key": "gone.jpg#00000000", "alt": "A."}, "no picture gone.jpg#00000000", "export the sheet again"),
        ({"key": ""}, "this row has lost its key", "export"),
        ({"key": BARE}, "stands in line 3 already", "keep one"),
        ({"alt": ""}, "the alt is empty", "decorative"),
        ({"alt": "  ", "state": "reviewed"}, "the alt is empty", "decorative"),
        ({"alt": "Photo."}, "“Photo.” says nothing of the picture", "what is to be seen"),
        ({"alt": "Photo, described by its caption."}, "says nothing of the picture", "what is to be seen"),
        ({"alt": "Ein Bild", "state": "reviewed"}, "says nothing of the picture", "what is to be seen"),
        ({"state": "done"}, "unknown state done", "known: author"),
        ({"state": "reveiwed"}, "unknown state reveiwed", "did you mean reviewed?"),
        ({"state": "decorative", "alt": "Two girls."}, "this row has new ones", "reviewed"),
        ({"alt": "a\x1bb"}, "cannot be shown: U+001B", "without it"),
    ],
)
def test_a_row_that_does_not_fit_is_an_error_with_its_line(cells: dict[str, str], message: str, hint: str) -> None:
    with pytest.raises(AccessNewsError) as caught:
        after(CHILDREN, cells)
    assert message in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.at == Place("harbour.csv", 4)


@pytest.mark.parametrize(
    ("data", "line", "message", "hint"),
    [
        (b"", 0, "the sheet is empty", "export"),
        (b"\xef\xbb\xbf \r\n", 0, "the sheet is empty", "export"),
        (b"PK\x03\x04\0\0", 0, "this is a workbook", "CSV UTF-8"),
        (b"\xd0\xcf\x11\xe0\xa1", 0, "this is an old workbook", "CSV UTF-8"),
        (b"<html>", 0, "this is a web page", "CSV UTF-8"),
        (b"\x89PNG\r\n\x1a\n", 1, "this is not UTF-8", "CSV UTF-8"),
        (b"key,alt\r\na,caf\xe9\r\n", 2, "this is not UTF-8", "CSV UTF-8"),
        (b"\xff\xfea", 0, "this is not UTF-8", "CSV UTF-8"),
        (b"key,alt\r\na,b\0\r\n", 0, "binary data", "CSV UTF-8"),
        (b"picture,text\r\n", 1, "the sheet has no header", "key and alt"),
        (f"{BOATS},Boats.\n".encode(), 1, "the sheet has no header", "key and alt"),
        (b"key,alt,ALT\r\n", 1, "two columns are called alt", "keep one"),
        (f"key,alt\n{BOATS},Boats, nets.\n".encode(), 2, "more cells than the header", "quotes"),
        (f'key,alt\n\n{BOATS},"Boats" and\n'.encode(), 3, "not CSV", "stray quote"),
        (f'key,alt\n{BOATS},"Boats\n'.encode(), 2, "unclosed quote", "close it"),
        (f'key,alt\n{BOATS},"Boats\n{CHILDREN},"Children"\n'.encode(), 2, "unclosed quote", "close it"),
        (f'key,alt,caption\n{BOATS},"Boats\nat sea","A boat\n'.encode(), 3, "unclosed quote", "close it"),
        (b"key,alt\n" + b"," * 9_000_000, 0, "more than 8 MB", "right file"),
    ],
    ids=lambda value: str(value[:20]) if isinstance(value, bytes) else None,
)
def test_what_is_no_sheet_is_an_error_with_a_hint(data: bytes, line: int, message: str, hint: str) -> None:
    with pytest.raises(AccessNewsError) as caught:
        read(data, SHEET, STORY)
    assert message in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.at == Place("harbour.csv", line)


def test_a_file_that_is_not_there_is_a_mistake_of_the_command_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        open_sheet(tmp_path / "gone.csv")
    with pytest.raises(AccessNewsError, match="a folder"):
        open_sheet(tmp_path)
    (tmp_path / "harbour.csv").write_bytes(export(STORY))
    assert open_sheet(tmp_path / "harbour.csv") == export(STORY)


# Any text

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TEXT = st.text(
    st.one_of(
        st.sampled_from("=+-@\t'\"\n,;＝"), st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=TURNING)
    )
)


@given(TEXT.map(lambda text: " ".join(text.split())), TEXT.map(str.strip), TEXT.map(str.strip))
@example("''=", "'@", "-")
def test_any_text_comes_back_as_it_was(old: str, alt: str, description: str) -> None:
    story = article(picture(f"Old {old}", AltState.DRAFT, 10))
    assert read(export(story), SHEET, story) == []
    alt = " ".join(f"{alt} seen".split())
    decided = article(picture(alt, AltState.REVIEWED, 10, "review", description))
    [made] = read(export(decided), SHEET, story)
    assert (made.alt, made.description) == (alt, description)


@given(st.binary(), st.sampled_from([b"", b"key,alt\n", b"\xef\xbb\xbfkey;alt\n", b"\xff\xfe", b"sep=;\nkey;alt\n"]))
def test_no_bytes_make_it_raise_anything_else(data: bytes, head: bytes) -> None:
    with suppress(AccessNewsError):
        read(head + data, SHEET, STORY)
