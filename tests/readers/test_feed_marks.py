"""What agencies write into the text of feeds for desks and systems is not published, and every part of it is told."""

from html import escape
from pathlib import Path

import pytest

from accessnews import readers
from accessnews.model.article import Article
from tests.readers.printing import body, codes

LEAD = "<p>The ferry of Ord meets the tram again.</p>"


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    return tmp_path / "ferry.xml"


def read(feed: Path, content: str, top: str = "<hedline><hl1>Ferry meets tram</hl1></hedline>") -> Article:
    inside = f"<body.head>{top}</body.head><body.content>{content}</body.content>"
    feed.write_text(f"<nitf><body>{inside}</body></nitf>", "utf-8")
    return readers.read(feed)


def words(article: Article) -> list[str]:
    return [line.partition(": ")[2] for line in body(article)]


@pytest.mark.parametrize(
    "mark",
    [
        "<p>OLI-PE/ S0A QBXB</p>",
        "<p>VPA0412 2026-03-09/10:11</p>",
        "<p>1010312</p><p>ol/pe</p>",
        "<p>(©VTB)</p>",
        "<p>oli-per/kd/dv</p><p>ORDFERRY HOLDING</p>",
        "<p>Keywords: ORD FERRY/ (UPDATE 1)</p>",
        "<p>((olive.per@example.org; +00 0 0001;))</p>",
        "<p>(Grafik 0412-26, Format 88 x 120 mm)</p>",
        "<p>#Notebook</p><p>Contact: Olive Per</p>",
    ],
)
def test_lines_below_a_text(feed: Path, mark: str) -> None:
    article = read(feed, LEAD + mark)
    assert words(article) == ["The ferry of Ord meets the tram again."]
    assert "desk-matter" in codes(article)


@pytest.mark.parametrize(
    "mark", ["(Schluss) ol/pe", "(Forts.)", "ol/pe", "(ol/pe)", "(OLI/PER/)", "((olive@example.org; +00 0 0001))"]
)
def test_signatures_behind_the_last_sentence(feed: Path, mark: str) -> None:
    article = read(feed, f"{LEAD}<p>“It works,” she said. {mark}</p>")
    assert words(article)[-1] == "“It works,” she said."
    assert codes(article) == ["desk-matter"]


@pytest.mark.parametrize(
    "end", ["She works for the radio. (BBC)", "“It works.” (AFP/DPA)", "It takes place and/or time."]
)
def test_agencies_and_words_at_the_end_stay(feed: Path, end: str) -> None:
    article = read(feed, f"{LEAD}<p>{end}</p>")
    assert words(article)[-1] == end
    assert not codes(article)


def test_codes_within_headline_and_text(feed: Path) -> None:
    top = "<hedline><hl1>UPDATE 2-Ferry meets tram</hl1></hedline>"
    article = read(feed, f"<p>(Adds quote)</p><p>Shares of Ordferry {escape('<ORD.NF>')} rose.</p>", top)
    assert (article.title, words(article)) == ("Ferry meets tram", ["Shares of Ordferry rose."])
    assert codes(article) == ["desk-matter"] * 3


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Olive Per/AP", ("Olive Per",)),
        ("Olive Per, AAP", ("Olive Per",)),
        ("OLI/PER/", ()),
        ("AAP", ("AAP",)),
        ("AFP/DPA", ("AFP/DPA",)),
    ],
)
def test_agencies_and_initials_in_bylines(feed: Path, byline: str, names: tuple[str, ...]) -> None:
    top = f"<hedline><hl1>Ferry meets tram</hl1></hedline><byline>{byline}</byline>"
    assert read(feed, LEAD, top).byline == names


def test_labels_of_second_headlines(feed: Path) -> None:
    top = "<hedline><hl1>Ferry meets tram</hl1><hl2>Utl.: A year late =</hl2></hedline>"
    assert read(feed, LEAD, top).summary == "A year late"


def test_a_footer_is_the_storys(tmp_path: Path) -> None:
    path = tmp_path / "ferry.json"
    path.write_text(
        '{"guid": "x:1", "type": "text", "headline": "Ferry meets tram", "body_html": "<p>It does.</p>",'
        ' "body_footer": "<p>Help: 0100 200300</p>"}',
        "utf-8",
    )
    assert words(readers.read(path)) == ["It does.", "Help: 0100 200300"]


def test_the_first_of_ranked_headlines(tmp_path: Path) -> None:
    path = tmp_path / "ferry.xml"
    path.write_text(
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x:1"><contentMeta>'
        '<headline role="hld:title" rank="2">SHORT</headline><headline rank="1">Ferry meets tram</headline>'
        "</contentMeta><contentSet><inlineXML><html><body><p>It does.</p></body></html></inlineXML>"
        "</contentSet></newsItem>",
        "utf-8",
    )
    assert readers.read(path).title == "Ferry meets tram"


def test_plain_texts_are_wire_copy(tmp_path: Path) -> None:
    path = tmp_path / "ferry.json"
    text = "(Adds quote)\\n\\nORD (VP) - The ferry meets the tram.\\n\\nIt does.\\n\\nop/kl\\n\\nVP 091011 GMT MAR 26"
    path.write_text(
        f'{{"uri": "x:1", "type": "text", "headline": "Ferry meets tram", "body_text": "{text}"}}', "utf-8"
    )
    article = readers.read(path)
    assert words(article) == ["ORD (VP) - The ferry meets the tram.", "It does."]
    assert set(codes(article)) == {"desk-matter"}


def test_a_headline_of_another_kind_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ferry.xml"
    path.write_text(
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x:1"><contentMeta>'
        '<headline>Ferry meets tram</headline><headline role="v:leadin">Ord at last</headline></contentMeta>'
        "<contentSet><inlineXML><html><body><p>It does.</p></body></html></inlineXML></contentSet></newsItem>",
        "utf-8",
    )
    assert [finding.message for finding in readers.read(path).findings] == [
        "another headline is left out: “Ord at last”"
    ]
