"""ninjs in its versions: what is called differently is the same story, and what is not for readers stays in."""

import json
from pathlib import Path
from typing import Any

import pytest

from accessnews import readers
from accessnews.bundle.edition import slug
from accessnews.model.article import Article, Figure, figures
from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.photos.locate import locate
from accessnews.readers._feeds.jsontree import parse_json
from accessnews.reviews.file.loading import path_of
from tests.readers.printing import body, codes

OLD: dict[str, Any] = {
    "uri": "urn:vale:1",
    "type": "text",
    "versioncreated": "2026-03-09T00:20:00+02:00",
    "language": "en-GB",
    "byline": "By Ada Brook and Tom Reed, Vale Press",
    "located": "Stowick",
    "headline": "Ferry finds its &#8216;lost&#8217; anchor",
    "description_text": "The ferry of Stowick has its anchor back.",
    "body_xhtml": "<div><h1>Ferry finds its ‘lost’ anchor</h1>"
    "<p>Divers found it <em>on Sunday</em>.<br/>It is rusty.</p></div>",
    "associations": {
        "main": {
            "type": "picture",
            "description_text": "The anchor hangs from a crane.",
            "byline": "Nell Ward",
            "renditions": {
                "thumb": {"href": "https://img.example.org/a/anchor-s.jpg", "mimetype": "image/jpeg", "width": 90},
                "full": {"href": "https://img.example.org/a/anchor.jpg", "mimetype": "image/jpeg", "width": 1800},
                "web": {"href": "https://img.example.org/a/anchor-m.jpg", "mimetype": "image/jpeg", "width": 640},
            },
        }
    },
}
NEW: dict[str, Any] = {
    "uri": "urn:vale:1",
    "standard": {"name": "ninjs", "version": "3.0"},
    "type": "text",
    "versionCreated": "2026-03-09T00:20:00+02:00",
    "language": "en-GB",
    "by": "Ada Brook and Tom Reed, Vale Press",
    "located": "Stowick",
    "headlines": [
        {"role": "short", "value": "Anchor back"},
        {"role": "main", "value": "Ferry finds its ‘lost’ anchor"},
    ],
    "descriptions": [{"role": "text", "value": "The ferry of Stowick has its anchor back."}],
    "bodies": [
        {"role": "text", "contentType": "text/plain", "value": "Divers found it on Sunday."},
        {"role": "html", "contentType": "text/html", "value": OLD["body_xhtml"]},
    ],
    "associations": [
        {
            "name": "main",
            "type": "picture",
            "by": "Nell Ward",
            "descriptions": [{"role": "caption", "value": "The anchor hangs from a crane."}],
            "renditions": [
                {"name": name, "href": each["href"], "contentType": "image/jpeg", "width": each["width"]}
                for name, each in OLD["associations"]["main"]["renditions"].items()
            ],
        }
    ],
}


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    return tmp_path / "ferry.json"


def read(feed: Path, *items: dict[str, Any], number: int = 0) -> Article:
    feed.write_text(json.dumps(items if len(items) > 1 else items[0], indent=1, ensure_ascii=False), "utf-8")
    return readers.read(feed.with_name(f"{feed.name}#{number}") if number else feed)


def messages(article: Article, code: str) -> list[str]:
    return [finding.message for finding in article.findings if finding.code == code]


@pytest.mark.parametrize("item", [OLD, NEW], ids=["1", "3"])
def test_versions_tell_the_same_story(feed: Path, item: dict[str, Any]) -> None:
    article = read(feed, item)
    assert article.title == "Ferry finds its ‘lost’ anchor"
    assert article.byline == ("Ada Brook", "Tom Reed")
    assert (article.date, article.lang, article.dateline) == ("2026-03-09", "en-GB", "Stowick")
    assert article.summary == "The ferry of Stowick has its anchor back."
    assert [line.split(maxsplit=1)[1] for line in body(article)] == [
        "figure https://img.example.org/a/anchor.jpg alt=None credit='Nell Ward': The anchor hangs from a crane.",
        "p: Divers found it *on Sunday*. / It is rusty.",
    ]
    assert codes(article) == []


def test_the_widest_rendition_beside_the_story_is_taken(feed: Path) -> None:
    article = read(feed, OLD)
    assert list(locate(article, "")[0].values()) == []
    (feed.parent / "anchor-s.jpg").touch()
    (feed.parent / "anchor-m.jpg").touch()
    assert [file.name for file in locate(article, "")[0].values()] == ["anchor-m.jpg"]


def test_places_are_the_lines_of_the_file(feed: Path) -> None:
    article = read(feed, OLD)
    lines = feed.read_text("utf-8").splitlines()
    assert '"headline"' in lines[article.at.line - 1]
    assert {'"body_xhtml"' in lines[block.at.line - 1] for block in article.body[1:]} == {True}


def test_an_embargo_and_a_status_are_minded(feed: Path) -> None:
    assert read(feed, {**OLD, "embargoed": "2031-05-01T06:00:00Z"}).embargo == "2031-05-01T06:00:00+00:00"
    held = read(feed, {**OLD, "pubstatus": "withheld"})
    assert (held.embargo, codes(held)) == ("", ["embargo-unreadable"])
    with pytest.raises(AccessNewsError, match="withdrawn"):
        read(feed, {**NEW, "pubStatus": "canceled"})


def test_what_is_for_editors_stays_in(feed: Path) -> None:
    article = read(feed, {**OLD, "ednote": "ATTN: check spelling", "usageterms": "Not for islands"})
    assert messages(article, "desk-matter") == [
        "a note to editors is left out: “ATTN: check spelling”",
        "a note on rights is left out: “Not for islands”",
    ]
    assert "ATTN" not in str(body(article))


@pytest.mark.parametrize("kind", ["picture", "audio", "video", "event"])
def test_items_without_a_text_are_refused_in_words(feed: Path, kind: str) -> None:
    with pytest.raises(AccessNewsError, match="without a text"):
        read(feed, {"uri": "urn:vale:2", "type": kind, "headline": "Anchor", "description_text": "An anchor."})


def test_an_alert_is_as_short_as_its_summary(feed: Path) -> None:
    item = {key: value for key, value in OLD.items() if not key.startswith(("body", "assoc"))}
    article = read(feed, item)
    assert codes(article) == ["text-missing"]
    assert body(article)[0].endswith("p: The ferry of Stowick has its anchor back.")


def test_json_that_is_no_news_is_refused_with_a_hint(feed: Path) -> None:
    with pytest.raises(AccessNewsError, match="no news item") as error:
        read(feed, {"name": "a package", "version": "1.0"})
    assert "ninjs" in error.value.hint


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('{\n"a": 1,\n}', 3, "key in quotes"),
        ("[1\n2]", 2, "comma"),
        ('{"a": "b', 1, "never closed"),
        ("[" * 100, 1, "levels"),
        ('{"a": yes}', 1, "without quotes"),
        ("[1] 2", 1, "follows the end"),
    ],
)
def test_faults_of_json_have_a_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(AccessNewsError, match=problem) as error:
        parse_json(text, "a.json")
    assert error.value.at
    assert error.value.at.line == line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_tells_the_encoding(feed: Path, encoding: str) -> None:
    feed.write_bytes(json.dumps(NEW, ensure_ascii=False).encode(encoding))
    assert readers.read(feed).title == "Ferry finds its ‘lost’ anchor"


def test_a_key_that_comes_again_loses_nothing(feed: Path) -> None:
    feed.write_text(
        '{"uri": "u", "headline": "Crane", "body_text": "It turns.", "associations": {"a": {"type": "picture",'
        ' "renditions": {"x": {"href": "s.jpg", "width": 9}, "x": {"href": "l.jpg", "width": 99}}}}}'
    )
    (figure,) = figures(readers.read(feed))
    assert (figure.src, figure.renditions) == ("l.jpg", ("s.jpg",))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("&lt;p&gt;It is &lt;b&gt;big&lt;/b&gt;.&lt;/p&gt;", ["It is **big**."]),
        ("First line.<br><br>Second line.", ["First line.", "Second line."]),
        ('<p>Up.</p><img src="https://t.example.org/ping?id=1" width="1" height="1"/>', ["Up."]),
        ('<p>Up.</p><img src="https://t.example.org/ping?id=1"/>', ["Up."]),
    ],
)
def test_bodies_as_agencies_write_them(feed: Path, html: str, expected: list[str]) -> None:
    article = read(feed, {"uri": "u", "headline": "Crane", "body_html": html})
    assert [line.split("p: ", 1)[-1] for line in body(article)] == expected


def test_plain_text_is_parted_and_never_taken_for_markup(feed: Path) -> None:
    article = read(feed, {"uri": "u", "headline": "Crane", "body_text": "It is 3 < 4 & so on.\n\nIt <turns>."})
    assert [line.split("p: ")[1] for line in body(article)] == ["It is 3 < 4 & so on.", "It <turns>."]


def test_what_the_body_repeats_is_shown_once(feed: Path) -> None:
    html = (
        '<article><header><h2>Crane turns</h2><p class="teaser">It had stood for years.</p>'
        '<p class="byline">Von Ulla Horn, vpa</p></header><section><p><span class="dateline">Stowick (vpa) - </span>'
        "The crane turns.</p></section></article>"
    )
    article = read(feed, {"uri": "u", "headline": "Crane turns", "body_html": html})
    assert (article.byline, article.dateline) == (("Ulla Horn",), "Stowick")
    assert [line.split("p: ")[1] for line in body(article)] == ["It had stood for years.", "The crane turns."]


@pytest.mark.parametrize("mark", ["notepad nonpublic", "notizblock", "editors-note"])
def test_parts_that_are_marked_as_not_for_readers_stay_in(feed: Path, mark: str) -> None:
    html = f'<section><p>The crane turns.</p></section><section class="{mark}"><p>Phone: 555 0101</p></section>'
    article = read(feed, {"uri": "u", "headline": "Crane", "body_html": html})
    assert [line.split("p: ")[1] for line in body(article)] == ["The crane turns."]
    assert messages(article, "desk-matter") == ["a part for editors is left out: “Phone: 555 0101”"]


def test_a_composite_has_its_text_in_a_part(feed: Path) -> None:
    part = {"type": "text", "body_text": "The crane turns.", "headline": "Crane"}
    article = read(feed, {"uri": "u", "type": "composite", "headline": "Crane", "associations": {"main": part}})
    assert body(article)[0].endswith("p: The crane turns.")
    assert codes(article) == []


def test_a_damaged_text_gives_way_to_another(feed: Path) -> None:
    nitf = {"role": "nitf", "contentType": "text/vnd.IPTC.NITF", "value": "<nitf><body>The crane"}
    plain = {"role": "text", "contentType": "text/plain", "value": "The crane turns."}
    item = {"uri": "u", "headlines": [{"value": "Crane"}], "bodies": [nitf, plain]}
    assert body(read(feed, item))[0].endswith("p: The crane turns.")
    with pytest.raises(AccessNewsError, match="not valid XML"):
        read(feed, {**item, "bodies": [nitf]})


def test_a_picture_in_the_text_is_not_shown_twice(feed: Path) -> None:
    img = '<img src="https://img.example.org/b/anchor-m.jpg" alt="The anchor hangs from a crane."/>'
    html = f"<p>Up.</p><figure>{img}</figure><p>Down.</p>"
    article = read(feed, {**OLD, "body_xhtml": html})
    (figure,) = figures(article)
    assert isinstance(article.body[1], Figure)
    assert (figure.src, figure.credit) == ("https://img.example.org/a/anchor.jpg", "Nell Ward")
    assert figure.author_alt is None, "a program made it of the caption"


def test_a_picture_that_is_not_closed_takes_no_text_along(feed: Path) -> None:
    html = '<p>Up.</p><dnl-image ref="main" caption="The anchor."><p>Down.</p>'
    article = read(feed, {**NEW, "bodies": [{"contentType": "text/html", "value": html}]})
    assert [line.split(maxsplit=1)[1] for line in body(article)] == [
        "p: Up.",
        "figure https://img.example.org/a/anchor.jpg alt=None credit='Nell Ward': The anchor.",
        "p: Down.",
    ]


@pytest.mark.parametrize(
    ("byline", "names", "left"),
    [
        ("Von Ulla Horn", ("vpa", "Ulla Horn"), []),
        ("vpa", ("vpa",), []),
        ("Hier schreibt unsere Zeitung täglich über Kräne.", ("vpa",), ["Hier schreibt"]),
    ],
)
def test_a_byline_in_the_text_is_lost_to_nobody(
    feed: Path, byline: str, names: tuple[str, ...], left: list[str]
) -> None:
    html = f'<p class="byline">{byline}</p><p>The crane turns.</p>'
    article = read(feed, {"uri": "u", "headline": "Crane", "byline": "vpa", "body_html": html})
    assert article.byline == names
    assert [line.split("p: ")[1][:13] for line in body(article)] == [*left, "The crane tur"]


def test_a_video_is_told_and_its_still_is_shown(feed: Path) -> None:
    video = {"type": "video", "headline": "The lift", "renditions": {"still": {"href": "lift.jpg", "width": 640}}}
    article = read(feed, {**OLD, "associations": {"v": video}})
    assert messages(article, "embed-dropped") == ["a video that belongs to the story is left out: “The lift”"]
    assert figures(article)[0].src == "lift.jpg"


def test_several_items_are_several_stories(feed: Path) -> None:
    picture = {"uri": "p", "type": "picture", "headline": "Rust", "description_text": "Rust.", "renditions": {}}
    items = (OLD, picture, {"uri": "c", "headline": "Crane turns", "body_text": "The crane turns."})
    assert read(feed, *items, number=3).title == "Crane turns"
    with pytest.raises(UsageError, match=r"#1 Ferry finds .*; #3 Crane turns\?"):
        readers.read(feed)
    with pytest.raises(UsageError, match="no item 4"):
        read(feed, *items, number=4)
    with pytest.raises(AccessNewsError, match="a picture without a text"):
        read(feed, *items, number=2)
    first, second = readers.stories_at(feed)
    assert (first.name, second.name) == ("ferry.json#1", "ferry.json#3")
    assert (slug(second), path_of(second).name) == ("ferry-3", "ferry-3.alt.toml")


def test_other_files_hold_one_story(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Crane\n\nIt turns.")
    assert readers.stories_at(tmp_path / "a.txt") == [tmp_path / "a.txt"]
    with pytest.raises(UsageError, match="holds one story"):
        readers.read(tmp_path / "a.txt#2")
