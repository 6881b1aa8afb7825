"""Captions in bulk: lists as picture desks keep them, broken ones too."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from accessnews import bulk
from accessnews.bulk import Row, draft, read
from accessnews.errors import AccessNewsError, UsageError


def rows(text: str | bytes) -> list[Row | AccessNewsError]:
    data = text.encode() if isinstance(text, str) else text
    return list(read(io.BytesIO(data), "list", "en"))


def test_json_lines_with_and_without_id_and_language() -> None:
    entries = [
        {"id": "p7", "caption": "A man walks."},
        {"caption": "Ein Hund.", "lang": "de"},
        {"id": 3, "caption": ""},
    ]
    text = "\n\n".join(map(json.dumps, entries))
    assert rows(text) == [Row("p7", "A man walks.", "en"), Row(3, "Ein Hund.", "de"), Row(3, "", "en")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_by_the_names_of_its_columns(delimiter: str) -> None:
    text = 'Photographer,ID,Caption\nRoe,p1,A man walks.\nLind,p2,"“Stop”: a sign\nin Lima."\n'
    said = [Row("p1", "A man walks.", "en"), Row("p2", "“Stop”: a sign\nin Lima.", "en")]
    assert rows(text.replace(",", delimiter)) == said


def test_a_byte_order_mark_is_no_part_of_the_first_column() -> None:
    assert rows(b"\xef\xbb\xbfcaption\nA man walks.\n") == [Row(2, "A man walks.", "en")]


@pytest.mark.parametrize(
    "line",
    ["nonsense", "[1, 2]", '"text"', '{"caption": 7}', '{"id": 1}', '{"caption": "x", "id": []}', "[" * 99_999],
)
def test_a_wrong_line_is_named_and_the_others_are_read(line: str) -> None:
    wrong, right = rows('{"caption": "A man walks."}\n' + line + "\n")[::-1]
    assert isinstance(wrong, AccessNewsError)
    assert wrong.at is not None
    assert (wrong.at.path, wrong.at.line) == ("list", 2)
    assert right == Row(1, "A man walks.", "en")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the list is empty"),
        (b"\n \n", "the list is empty"),
        (b"caption\n\xff\xfe\n", "not UTF-8"),
        (b"caption\nA\0B\n", "binary"),
        (b"text,id\nA man.,1\n", "no column named caption"),
        (b'{"caption": "' + b"x" * 1_000_001 + b'"}\n', "more than a megabyte"),
        (b'caption\n"never closed' + b"\nx" * 100_000, "not CSV"),
    ],
)
def test_what_is_no_list_is_refused_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(AccessNewsError, match=message):
        rows(data)


def test_a_draft_is_one_flat_record() -> None:
    assert draft(Row("p1", "Talks collapsed. (Graphic: Ann Roe/AP)", "en"), "full") == {
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
        bulk.open_list(str(tmp_path / "gone.jsonl"))
