"""Captions in bulk: lists as picture desks keep them, broken ones too."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from accessnews.alttext.batch import CaptionRow, draft, read
from accessnews.model.errors import AccessNewsError, Place, UsageError
from accessnews.text.stream import open_stream


def rows(text: str | bytes) -> list[CaptionRow | AccessNewsError]:
    data = text.encode() if isinstance(text, str) else text
    return list(read(io.BytesIO(data), "list", "en"))


def test_json_lines_with_and_without_id_and_language() -> None:
    entries = [
        {"id": "p7", "caption": "A man walks."},
        {"caption": "Ein Hund.", "lang": "de"},
        {"id": 3, "caption": ""},
    ]
    text = "\n\n".join(map(json.dumps, entries))
    assert rows(text) == [
        CaptionRow("p7", "A man walks.", "en"),
        CaptionRow(3, "Ein Hund.", "de"),
        CaptionRow(3, "", "en"),
    ]


def test_entities_and_tags_are_no_part_of_a_caption() -> None:
    alt = draft(
        CaptionRow(1, "<p>A man &amp; a dog walk along the pier. (Photo: Ann O&#8217;Dell)</p>", "en"), "full"
    )
    assert (alt["alt"], alt["credit"]) == ("A man & a dog walk along the pier.", "Ann O’Dell")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_by_the_names_of_its_columns(delimiter: str) -> None:
    text = 'Photographer,ID,Caption\nRoe,p1,A man walks.\nLind,p2,"“Stop”: a sign\nin Lima."\n'
    said = [CaptionRow("p1", "A man walks.", "en"), CaptionRow("p2", "“Stop”: a sign\nin Lima.", "en")]
    assert rows(text.replace(",", delimiter)) == said


def test_a_list_of_one_column_has_no_commas_between_cells() -> None:
    text = 'caption\nA man, a dog and more, walk.\n"A sign, ""Stop""."\n'
    said = ["A man, a dog and more, walk.", 'A sign, "Stop".']
    assert [row.caption for row in rows(text) if isinstance(row, CaptionRow)] == said


def test_the_separator_that_excel_writes_is_no_header() -> None:
    assert rows("sep=;\r\nid;caption\r\np1;A man, a dog.\r\n") == [CaptionRow("p1", "A man, a dog.", "en")]
    assert rows('"sep=,"\nid;x,caption\np1,A man.\n') == [CaptionRow(3, "A man.", "en")]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("1,A man, a dog and more, walk.\n", "more cells than the header"),
        ('1,"A man" walks.\n', "not CSV"),
    ],
)
def test_a_row_that_would_be_cut_is_an_error_and_the_others_are_read(wrong: str, message: str) -> None:
    before, error, after = rows(f"id,caption\n0,A cat.\n{wrong}9,A bird.,,\n")
    assert (before, after) == (CaptionRow("0", "A cat.", "en"), CaptionRow("9", "A bird.", "en"))
    assert isinstance(error, AccessNewsError)
    assert message in error.message
    assert error.at == Place("list", 3)


@pytest.mark.parametrize(
    "rest",
    [
        '1,"A man walks.\n2,A dog runs.\n',
        '1,"A man walks.\n2,"A dog runs."\n3,"A bird flies."\n',
        '1,"He calls "Stop."\n2,A dog runs.\n',
        '1,"A man walks.\n' + "2,A dog runs in the rain.\n" * 400_000,
    ],
    ids=["to-the-end", "to-the-next-quote", "in-its-own-row", "of-more-than-a-cell-holds"],
)
def test_a_quote_that_is_never_closed_is_one_error_where_it_opens(rest: str) -> None:
    """Which of the quotes below it open and which close, nobody can know: nothing of that is taken for a caption."""
    read_rows = read(io.BytesIO(f"id,caption\n0,A cat.\n{rest}".encode()), "list", "en")
    assert next(read_rows) == CaptionRow("0", "A cat.", "en")
    with pytest.raises(AccessNewsError, match="unclosed quote that opens here") as caught:
        next(read_rows)
    assert caught.value.at == Place("list", 3)
    assert next(read_rows, None) is None


def test_the_line_of_an_unclosed_quote_is_its_own_and_not_that_of_its_row() -> None:
    with pytest.raises(AccessNewsError, match="unclosed quote") as caught:
        rows('caption,id\n"A man\nwalks.","7\nA dog runs.,8\n')
    assert caught.value.at == Place("list", 3)


def test_lines_are_counted_from_the_first_of_the_file() -> None:
    assert rows('\n\ncaption\n\n"A man\nwalks."\nA dog.\n') == [
        CaptionRow(5, "A man\nwalks.", "en"),
        CaptionRow(7, "A dog.", "en"),
    ]
    assert rows('\n\n{"caption": "A man."}\n\n{"caption": "A dog."}\n') == [
        CaptionRow(3, "A man.", "en"),
        CaptionRow(5, "A dog.", "en"),
    ]


def test_a_byte_order_mark_is_no_part_of_the_first_column() -> None:
    assert rows(b"\xef\xbb\xbfcaption\nA man walks.\n") == [CaptionRow(2, "A man walks.", "en")]


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "[1, 2]",
        '"text"',
        '{"caption": 7}',
        '{"id": 1}',
        '{"caption": "x", "id": []}',
        '{"caption": "x", "id": NaN}',
        '{"caption": "x", "id": 1e999}',
        "[" * 99_999,
    ],
)
def test_a_wrong_line_is_named_and_the_others_are_read(line: str) -> None:
    wrong, right = rows('{"caption": "A man walks."}\n' + line + "\n")[::-1]
    assert isinstance(wrong, AccessNewsError)
    assert wrong.at is not None
    assert (wrong.at.path, wrong.at.line) == ("list", 2)
    assert right == CaptionRow(1, "A man walks.", "en")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the list is empty"),
        (b"\n \n", "the list is empty"),
        (b"caption\n\xff\xfe\n", "not UTF-8"),
        (b"caption\nA\0B\n", "binary"),
        (b"text,id\nA man.,1\n", "no column named caption"),
        (b'{"caption": "' + b"x" * 1_000_001 + b'"}\n', "more than a megabyte"),
        (b'caption,"never closed\nx', "unclosed quote"),
        (b"caption,id,Caption\nA man.,1,A dog.\n", "two columns are called caption"),
    ],
)
def test_what_is_no_list_is_refused_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(AccessNewsError, match=message):
        rows(data)


def test_a_draft_is_one_flat_record() -> None:
    assert draft(CaptionRow("p1", "Talks collapsed. (Graphic: Ann Roe/AP)", "en"), "full") == {
        "id": "p1",
        "alt": "Chart.",
        "credit": "Ann Roe/AP",
        "kind": "chart",
        "needs_review": True,
        "reasons": ["no-visible-clause"],
    }


def test_a_list_is_read_no_further_than_it_is_drafted() -> None:
    taken: list[int] = []

    class Slow(io.RawIOBase):
        def readline(self, size: int | None = -1, /) -> bytes:
            taken.append(1)
            return b'{"caption": "A man walks."}\n' if len(taken) < 10_000 else b""

    drafts: Iterator[object] = read(Slow(), "list", "en")  # type: ignore[arg-type]
    next(drafts)
    assert len(taken) < 3


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        open_stream(str(tmp_path / "gone.jsonl"))
