"""A desk's own sheet comes back whole, with drafts beside every caption, whatever program has saved it."""

import csv
import io
from collections.abc import Mapping

import pytest

from accessnews.alttext import columns
from accessnews.alttext.sheet import draft, read
from accessnews.model.errors import AccessNewsError

SEEN = "Stallholders open umbrellas on the pier in Wick on Monday. [Ada Gill/AP]"
UNSEEN = "The law requires a vote within 30 days. (Photo by Bo Lind)"


def drafted(text: str | bytes, lang: str = "en", limits: Mapping[str, int] | None = None) -> list[list[str]]:
    data = text.encode() if isinstance(text, str) else text
    sheet = read(data, "desk.csv")
    draft(sheet, lang, "full", limits or {})
    out = sheet.data().decode("utf-8-sig")
    return list(
        csv.reader(io.StringIO(out, newline=""), delimiter="," if sheet.delimiter == "\x1f" else sheet.delimiter)
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_all_columns_and_names_stay_and_four_come_beside_them(delimiter: str) -> None:
    rows = drafted(
        delimiter.join(("Filename", "Caption", "City")) + "\n" + delimiter.join(("Pier 1.JPG", SEEN, "Wick"))
    )
    assert rows == [
        ["Filename", "Caption", "City", "alt", "state", "reasons", "credit"],
        ["Pier 1.JPG", SEEN, "Wick", "Stallholders open umbrellas on the pier in Wick.", "draft", "", "Ada Gill/AP"],
    ]


def test_a_column_that_the_desk_calls_alike_is_the_desks() -> None:
    header, row = drafted(f"State,Credit,Caption\nCaithness,AP,{SEEN}\n")
    assert header == ["State", "Credit", "Caption", "alt", "alt-state", "reasons", "alt-credit"]
    assert row[:2] == ["Caithness", "AP"]
    assert row[4:] == ["draft", "", "Ada Gill/AP"]


@pytest.mark.parametrize(
    "name",
    ["caption", "Description", "Caption-Abstract", "Caption/Abstract", "IPTC:Caption-Abstract", "XMP-dc:Description",
     "IPTC Caption", "[IPTC] Caption-Abstract", "IFD0:ImageDescription", "Image Description"],
)  # fmt: skip
def test_captions_are_found_by_what_programs_call_them(name: str) -> None:
    assert columns.find(["SourceFile", name], columns.CAPTION) == [1]
    assert columns.find(["Source File", "Filename", name], columns.FILE) == [1, 0]


def test_the_first_column_with_a_caption_in_it_counts() -> None:
    rows = drafted(f"SourceFile,IPTC:Caption-Abstract,XMP:Description\na.jpg,,{SEEN}\nb.jpg,{UNSEEN},{SEEN}\n")
    assert [row[4] for row in rows[1:]] == ["draft", "needs-review"]


@pytest.mark.parametrize(
    "data",
    [
        f"Caption\n{SEEN} Café\n".encode("utf-16"),
        f"Caption\n{SEEN} Café\n".encode("utf-16-le"),
        f"Caption\n{SEEN} Café\n".encode("utf-16-be"),
        f"Caption\n{SEEN} Café\n".encode("cp1252"),
        f"Caption\n{SEEN} Café\n".encode("utf-8-sig"),
        f"Caption\r{SEEN} Café\r".encode(),
        f"sep=,\r\nCaption\r\n{SEEN} Café\r\n".encode(),
    ],
)
def test_any_encoding_and_line_end_is_read(data: bytes) -> None:
    assert drafted(data)[1][0] == f"{SEEN} Café"


def test_a_bad_row_stays_and_the_others_are_drafted() -> None:
    rows = drafted(
        f'Filename,Caption\na.jpg,{SEEN}\nb.jpg,Boats.,x,y\nc.jpg,"never closed\nd.jpg,"a" b\ne.jpg,{SEEN}\n'
    )
    assert [row[0] for row in rows[1:]] == ["a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg"]
    assert [row[3] for row in rows[1:]] == ["draft", "needs-review", "needs-review", "needs-review", "draft"]
    assert rows[2] == ["b.jpg", "Boats.", "", "needs-review", "row-unreadable", "", "x", "y"]
    assert rows[3][1] == '"never closed'


def test_what_people_wrote_stays() -> None:
    once = drafted(f"Alt Text,Caption\nA long pier.,{SEEN}\n,{SEEN}\n")
    assert [row[0] for row in once[1:]] == ["A long pier.", "Stallholders open umbrellas on the pier in Wick."]
    assert [row[2] for row in once[1:]] == ["author", "draft"]
    once[2][0], once[2][2] = "Two umbrellas.", "reviewed"
    text = io.StringIO()
    csv.writer(text).writerows(once)
    assert drafted(text.getvalue()) == once


def test_nothing_that_says_nothing_is_handed_out() -> None:
    rows = drafted("Caption\nMAP: \n[Ada Gill/AP]\n")
    assert [(row[1], row[2]) for row in rows[1:]] == [("", "needs-review")] * 2


def test_a_language_that_is_none_is_passed_over() -> None:
    rows = drafted(f"Language,Caption\nEnglish (UK),{SEEN}\nde,Fischer flicken Netze am Kai.\n")
    assert rows[1][3] == "draft"


def test_what_a_channel_does_not_take_is_a_reason() -> None:
    rows = drafted(f"Caption\n{SEEN}\n", limits={"web": 150, "tiny": 10})
    assert rows[1][3] == "longer-than-tiny"


def test_no_cell_of_ours_is_run_by_a_spreadsheet() -> None:
    rows = drafted('Caption\n"Boats at the pier. (Photo: =HYPERLINK)"\n"Boats. [@ada/AP]"\n')
    assert [row for row in rows[1:] if any(cell.startswith(("=", "@", "+", "-")) for cell in row[1:])] == []


def test_the_line_breaks_inside_a_cell_stay() -> None:
    assert drafted(f'Caption,Note\n"{SEEN}","one\ntwo"\n')[1][1] == "one\ntwo"


@pytest.mark.parametrize("data", [b"", b"\n\n", b"Filename,City\na,b\n", b"PK\3\4\0\0\0\0"])
def test_what_has_no_captions_is_refused(data: bytes) -> None:
    with pytest.raises(AccessNewsError):
        read(data, "desk.csv")
