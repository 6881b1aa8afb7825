"""NITF 3: its head is the article's, its body is HTML by other names."""

from pathlib import Path

import pytest

from accessnews import readers
from accessnews.model.article import Article, figures
from accessnews.model.errors import AccessNewsError
from tests.readers.printing import body, codes

HEAD = """<head><title>wire title</title><docdata>
<date.issue norm="20260304T233000-0500"/><doc.copyright holder="Vale Press"/>{docdata}</docdata></head>"""
TOP = """<body.head><hedline><hl1>Goats <em>graze</em> the dyke</hl1><hl2>Farmers call it a trial</hl2></hedline>
<byline>By <person>Ines Holt</person> <byttl>Farm Writer</byttl></byline>
<dateline><location>MARLE</location>, <story.date>March 4</story.date></dateline></body.head>"""


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    return tmp_path / "goats.xml"


def nitf(content: str, docdata: str = "", top: str = TOP, end: str = "") -> str:
    body_of_it = f"<body>{top}<body.content>{content}</body.content><body.end>{end}</body.end></body>"
    return f'<?xml version="1.0"?>\n<nitf baselang="en">{HEAD.format(docdata=docdata)}{body_of_it}</nitf>'


def read(feed: Path, text: str) -> Article:
    feed.write_text(text, "utf-8")
    return readers.read(feed)


def told(article: Article) -> list[str]:
    return [line.strip().split(maxsplit=1)[-1] for line in body(article)]


def messages(article: Article, code: str) -> list[str]:
    return [finding.message for finding in article.findings if finding.code == code]


def test_the_head_is_the_articles(feed: Path) -> None:
    article = read(feed, nitf("<p>Goats graze.</p>"))
    assert (article.title, article.byline) == ("Goats graze the dyke", ("Ines Holt",))
    assert (article.date, article.lang, article.dateline) == ("2026-03-04", "en", "MARLE")
    assert article.summary == "Farmers call it a trial"
    assert told(article) == ["p: Farmers call it a trial", "p: Goats graze."]


ELEMENTS = [
    ('<p lede="true">One<br/>two.</p>', ["p: One / two."]),
    ("<p><num><frac><frac-num>1</frac-num><frac-den>2</frac-den></frac></num> mile</p>", ["p: 1/2 mile"]),
    ("<hl2>The dyke</hl2><p>Is old.</p>", ["h2: The dyke", "p: Is old."]),
    ("<ol><li><p>a</p></li></ol>", ["list from 1", "item", "p: a"]),
    ("<ul><li>b</li></ul>", ["list", "item", "p: b"]),
    ("<bq><block><p>So be it.</p></block><credit>The mayor</credit></bq>", ["quote", "p: So be it.", "p: The mayor"]),
    ("<pre>1  2\n3  4</pre>", ["code : '1  2\\n3  4'"]),
    ("<p>a</p><hr/><p>b</p>", ["p: a", "rule", "p: b"]),
    ('<p>A <em class="bold">loud</em> <org>club</org></p>', ["p: A **loud** club"]),
    ('<p><lang iso="fr">oui</lang>, <chron norm="x">today</chron></p>', ["p: {fr: oui}, today"]),
    (
        '<p><a href="https://g.example.org/">link</a>, H<sub>2</sub>O</p>',
        ["p: [link](https://g.example.org/), H~2~O"],
    ),
    ("<p><q>quote</q> and <q>“marked”</q></p>", ["p: “quote” and “marked”"]),
    ("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", ["table", "| B", "1 | 2"]),
]


@pytest.mark.parametrize(("content", "expected"), ELEMENTS, ids=range(len(ELEMENTS)))
def test_the_elements_of_a_body(feed: Path, content: str, expected: list[str]) -> None:
    assert told(read(feed, nitf(f"<block>{content}</block>")))[1:] == expected


def test_what_stands_behind_the_text_ends_it(feed: Path) -> None:
    article = read(feed, nitf("<p>Goats graze.</p>", end="<tagline>Ines Holt is a farmer.</tagline>"))
    assert told(article)[1:] == ["p: Goats graze.", "p: Ines Holt is a farmer."]


@pytest.mark.parametrize("mark", ["/vzau/", "(ValeDesk)", "VAP RTV", "VAP RTV jd/ab", "ab-cd/ef", "ends", "ENDS"])
def test_marks_of_the_end_are_left_out_and_told(feed: Path, mark: str) -> None:
    article = read(feed, nitf(f"<p>Goats graze.</p><p>{mark}</p>"))
    assert told(article)[1:] == ["p: Goats graze."]
    assert codes(article) == ["desk-matter"]


@pytest.mark.parametrize("words", ["So it ends.", "(It rained.)", "Goats/sheep graze.", "VAP says so."])
def test_a_short_last_sentence_is_the_storys(feed: Path, words: str) -> None:
    assert told(read(feed, nitf(f"<p>Goats graze.</p><p>{words}</p>")))[-1] == f"p: {words}"


def test_an_address_behind_the_text_is_the_desks(feed: Path) -> None:
    article = read(feed, nitf("<p>Goats graze.</p>", end="<tagline>ines@vale.example</tagline>"))
    assert told(article)[1:] == ["p: Goats graze."]
    assert messages(article, "desk-matter") == ["an address is left out: “ines@vale.example”"]


MEDIA = """<media media-type="image"><media-reference source="goat.jpg" alternate-text="A goat" width="900"/>
<media-reference source="goat-s.jpg" width="90"/><media-caption><p>A goat <em>at work</em>.</p></media-caption>
<media-producer>Lou Vance</media-producer></media>
<media media-type="video"><media-reference source="goat.mp4"/></media>"""


def test_pictures_have_caption_credit_and_alt(feed: Path) -> None:
    article = read(feed, nitf(f"<p>One.</p>{MEDIA}<p>Two.</p>"))
    (figure,) = figures(article)
    assert (figure.src, figure.renditions) == ("goat.jpg", ("goat-s.jpg",))
    assert told(article)[2] == "figure goat.jpg alt='A goat' credit='Lou Vance': A goat *at work*."
    assert messages(article, "embed-dropped") == ["a video is left out"]


def test_footnotes_are_notes(feed: Path) -> None:
    article = read(feed, nitf("<p>Goats<fn><p>Of the old kind.</p></fn> graze.</p><p>All day.</p>"))
    assert told(article)[1:] == ["p: Goats[^1] graze.", "p: All day."]
    assert [(note.label, len(note.blocks)) for note in article.notes] == [("1", 1)]


@pytest.mark.parametrize(
    ("docdata", "embargo", "code"),
    [
        ('<date.release norm="20310101T060000Z"/>', "2031-01-01T06:00:00+00:00", []),
        ('<doc-scope scope="Embargoed"/>', "", ["embargo-unreadable"]),
        ('<ed-msg info="Cut from the end"/>', "", ["desk-matter"]),
    ],
)
def test_the_docdata_is_minded(feed: Path, docdata: str, embargo: str, code: list[str]) -> None:
    article = read(feed, nitf("<p>Goats graze.</p>", docdata))
    assert (article.embargo, codes(article)) == (embargo, code)


def test_a_document_that_was_killed_is_refused(feed: Path) -> None:
    with pytest.raises(AccessNewsError, match="withdrawn"):
        read(feed, nitf("<p>Goats.</p>").replace("<docdata>", '<docdata management-status="canceled">'))


def test_notes_to_editors_stay_in(feed: Path) -> None:
    article = read(feed, nitf('<note noteclass="editorsnote"><p>Check the name.</p></note><p>Goats graze.</p>'))
    assert messages(article, "desk-matter") == ["a note to editors is left out: “Check the name.”"]
    assert "Check" not in str(body(article))


@pytest.mark.parametrize(
    ("byline", "names", "deck"),
    [
        ("Di Carla Neri", ("Carla Neri",), ""),
        ("jm/ral", (), ""),
        ("王明", ("王明",), ""),
        ("Amy Finn, with additional reporting by the desk", ("Amy Finn",), ""),
        ("Il sindaco: nessuna multa per le capre", (), "Il sindaco: nessuna multa per le capre"),
        ("<byttl>Vale Sports</byttl>", ("Vale Sports",), ""),
    ],
)
def test_bylines_as_agencies_use_them(feed: Path, byline: str, names: tuple[str, ...], deck: str) -> None:
    top = f"<body.head><hedline><hl1>Goats graze</hl1></hedline><byline>{byline}</byline></body.head>"
    article = read(feed, nitf("<p>They do.</p>", top=top))
    assert article.byline == names
    assert told(article) == [*([f"p: {deck}"] if deck else []), "p: They do."]
    assert codes(article) == (["desk-matter"] if byline == "jm/ral" else [])


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("MARLE, March 4 VAP", "MARLE"),
        ("Marle, 4 mar (VFE).-", "Marle"),
        ("MARLE, Ohio (VP) --", "MARLE, Ohio"),
        ("PORT MARLE", "PORT MARLE"),
        ("MARLE 09/06 (VAP)", "MARLE"),
    ],
)
def test_the_place_is_taken_out_of_a_dateline(feed: Path, dateline: str, place: str) -> None:
    top = f"<body.head><hedline><hl1>Goats graze</hl1></hedline><dateline>{dateline}</dateline></body.head>"
    assert read(feed, nitf("<p>They do.</p>", top=top)).dateline == place


def test_entities_of_old_documents_are_letters(feed: Path) -> None:
    doctype = '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">'
    text = nitf("<p>Caf&eacute; &mdash; &lt;b&gt; &amp;c. &nosuch;</p>").replace("\n<nitf", f"\n{doctype}<nitf")
    assert told(read(feed, text))[1] == "p: Café — <b> &c. &nosuch;"


@pytest.mark.parametrize(
    ("content", "lang"),
    [
        ('<lang lang="es"><p>Las cabras pastan.</p></lang>', "es"),
        ('<p>Goats graze. <lang iso="fr">Oui</lang>, they do.</p>', ""),
    ],
)
def test_the_language_of_a_phrase_is_not_the_storys(feed: Path, content: str, lang: str) -> None:
    assert read(feed, nitf(content, top="").replace(' baselang="en"', "")).lang == lang


def test_the_declared_encoding_counts(feed: Path) -> None:
    text = nitf("<p>Café</p>").replace('"1.0"', '"1.0" encoding="ISO-8859-1"')
    feed.write_bytes(text.encode("latin-1"))
    assert told(readers.read(feed))[1] == "p: Café"


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE nitf [<!ENTITY a "b">]>',
        '<!DOCTYPE nitf SYSTEM "a.dtd" [\n<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!-- <nitf> --><!DOCTYPE nitf [<!ENTITY a "b">]>',
    ],
)
def test_a_document_with_entities_of_its_own_is_refused(feed: Path, doctype: str) -> None:
    with pytest.raises(AccessNewsError, match="entities of its own"):
        read(feed, nitf("<p>&a;</p>").replace("<nitf", f"{doctype}<nitf"))


def test_a_fault_of_xml_has_a_line(feed: Path) -> None:
    with pytest.raises(AccessNewsError, match="not valid XML") as error:
        read(feed, "<?xml version='1.0'?>\n<nitf>\n<body>\n</nitf>")
    assert error.value.at
    assert error.value.at.line == 4


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("<rss><channel><item/></channel></rss>", "RSS"),
        ("<project/>", "NITF"),
        ("<html><body><p>Goats.</p></body></html>", r"\.xhtml"),
    ],
)
def test_other_xml_is_refused_with_a_hint(feed: Path, text: str, hint: str) -> None:
    with pytest.raises(AccessNewsError, match="no news item") as error:
        read(feed, text)
    assert hint.replace("\\", "") in error.value.hint


def test_places_are_lines_of_the_file(feed: Path) -> None:
    article = read(feed, nitf("\n<p>One.</p>\n\n<p>Two\nlines.</p>\n<p>Three.</p>"))
    lines = feed.read_text("utf-8").splitlines()
    assert [lines[block.at.line - 1][:6] for block in article.body[1:]] == ["<p>One", "<p>Two", "<p>Thr"]
