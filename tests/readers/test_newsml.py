"""NewsML 1 and NewsML-G2: which words are the story's, whose the pictures are, and what the desk keeps."""

from pathlib import Path

import pytest

from accessnews import readers
from accessnews.model.article import Article, figures, numbered
from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.photos.locate import locate
from tests.readers.printing import body, codes

TEXT = '<inlineXML contenttype="application/xhtml+xml">{}</inlineXML>'
HTML = TEXT.format(
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
    "<body><p>Bells <b>ring</b>.</p></body></html>"
)


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    return tmp_path / "bells.xml"


def g2(content: str = HTML, about: str = "", meta: str = "", guid: str = "urn:b:1", kind: str = "text") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" standard="NewsML-G2" xml:lang="fr">
<itemMeta><itemClass qcode="ninat:{kind}"/>
<versionCreated>2026-05-06T00:10:00+02:00</versionCreated>{about}</itemMeta>
<contentMeta><language tag="en-GB"/><headline rank="2">Short</headline>
<headline rank="1">Bells of Ord ring again</headline>{meta}</contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


def message(*items: str) -> str:
    inside = "".join(items)
    return (
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>{inside}</itemSet></newsMessage>'
    )


def photo(guid: str, name: str) -> str:
    remote = "".join(
        f'<remoteContent href="file:///x/{name}{size}.jpg" contenttype="image/jpeg" width="{width}"/>'
        for size, width in (("-s", 90), ("", 2000), ("-m", 800))
    )
    meta = f'<description role="drol:caption">The {name}.</description><creditline>Zoe Lark/VP</creditline>'
    return g2(remote, meta=meta, guid=guid, kind="picture")


def read(feed: Path, text: str, number: int = 0) -> Article:
    feed.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}', "utf-8")
    return readers.read(feed.with_name(f"{feed.name}#{number}") if number else feed)


def told(article: Article) -> list[str]:
    return [line.strip().split(maxsplit=1)[-1] for line in body(article)]


def messages(article: Article, code: str) -> list[str]:
    return [finding.message for finding in article.findings if finding.code == code]


def test_g2_fields(feed: Path) -> None:
    place, deck = "<located><name>Ord</name></located>", "<headline role='hld:subHeadline'>After ten years</headline>"
    article = read(feed, g2(meta=f"<by>Par Luc Roy</by>{place}{deck}"))
    assert (article.title, article.byline) == ("Bells of Ord ring again", ("Luc Roy",))
    assert (article.date, article.lang, article.dateline) == ("2026-05-06", "en-GB", "Ord")
    assert told(article) == ["p: After ten years", "p: Bells **ring**."]
    assert codes(article) == []


def test_a_dateline_wins_over_a_place(feed: Path) -> None:
    assert read(feed, g2(meta="<dateline>ORD, May 6 (VP) -</dateline><located literal='x'/>")).dateline == "ORD"


@pytest.mark.parametrize(
    ("about", "embargo", "found"),
    [
        ("<embargoed>2031-05-06T06:00:00+02:00</embargoed>", "2031-05-06T06:00:00+02:00", []),
        ("<embargoed/>", "", ["embargo-unreadable"]),
        ('<pubStatus qcode="stat:withheld"/>', "", ["embargo-unreadable"]),
        ('<pubStatus qcode="stat:usable"/>', "", []),
        ("<edNote>Adds quote</edNote>", "", ["desk-matter"]),
    ],
)
def test_embargo_status_and_notes(feed: Path, about: str, embargo: str, found: list[str]) -> None:
    article = read(feed, g2(about=about))
    assert (article.embargo, codes(article)) == (embargo, found)


def test_a_cancelled_item_is_refused(feed: Path) -> None:
    with pytest.raises(AccessNewsError, match="withdrawn"):
        read(feed, g2(about='<pubStatus qcode="stat:canceled"/>'))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TEXT.format("<nitf><body><body.content><p>Bells.</p></body.content></body></nitf>"), ["p: Bells."]),
        ('<inlineData contenttype="text/plain">One &lt; two.\n\nThree.</inlineData>', ["p: One < two.", "p: Three."]),
        ('<inlineData contenttype="text/plain">&lt;p&gt;One&lt;br&gt;two.&lt;/p&gt;</inlineData>', ["p: One / two."]),
        ("<inlineData><![CDATA[<p>One <i>two</i>.</p>]]></inlineData>", ["p: One *two*."]),
        (TEXT.format("<p>Bare.</p><p>Text.</p>"), ["p: Bare.", "p: Text."]),
    ],
)
def test_g2_bodies(feed: Path, content: str, expected: list[str]) -> None:
    assert told(read(feed, g2(content))) == expected


def test_data_and_pictures_alone_are_refused(feed: Path) -> None:
    for content, kind in ((TEXT.format("<sports-content/>"), "text"), ("", "text"), ("", "event")):
        with pytest.raises(AccessNewsError, match="text"):
            read(feed, g2(content, kind=kind))
    with pytest.raises(AccessNewsError, match="a picture without a text"):
        read(feed, photo("urn:b:2", "tower"))


def test_what_the_text_repeats_and_an_agencys_own_pictures(feed: Path) -> None:
    html = (
        '<html><body><section><header><h1>Bells of Ord ring again</h1><p class="teaser">After ten years</p>'
        '<p class="byline">Von Ida Kern, vpa</p></header><p><span class="dateline">Ord (vpa) - </span>Bells ring.</p>'
        '<dnl-image src="https://i.example.org/bell.jpg" caption="The bell." creditline="Zoe Lark"/>'
        "</section></body></html>"
    )
    article = read(feed, g2(TEXT.format(html)))
    assert (article.byline, article.dateline) == (("Ida Kern",), "Ord")
    assert told(article) == [
        "p: After ten years",
        "p: Bells ring.",
        "figure https://i.example.org/bell.jpg alt=None credit='Zoe Lark': The bell.",
    ]


def test_what_an_agency_embeds_is_told(feed: Path) -> None:
    article = read(feed, g2(TEXT.format('<p>Bells.</p><dnl-video href="https://v.example.org/1"/><p>Ring.</p>')))
    assert told(article) == ["p: Bells.", "p: Ring."]
    assert messages(article, "embed-dropped") == ["an embedded part (dnl-video) is left out https://v.example.org/1"]


def test_pictures_of_a_message_are_the_storys(feed: Path) -> None:
    article = read(feed, message(g2(), photo("urn:b:2", "tower"), photo("urn:b:3", "rope")))
    assert [(each.src, each.credit) for each in figures(article)] == [
        ("tower.jpg", "Zoe Lark/VP"),
        ("rope.jpg", "Zoe Lark/VP"),
    ]
    (feed.parent / "tower-m.jpg").touch()
    assert [file.name for file in locate(numbered(article), "")[0].values()] == ["tower-m.jpg"]


def test_of_several_stories_each_has_its_own_pictures(feed: Path) -> None:
    link = '<link rel="irel:seeAlso" residref="urn:b:3"/>'
    items = message(g2(about=link), g2(guid="urn:b:2"), photo("urn:b:3", "tower"))
    assert [each.src for each in figures(read(feed, items, 1))] == ["tower.jpg"]
    assert figures(read(feed, items, 2)) == []
    with pytest.raises(UsageError, match="which of these 2 stories"):
        readers.read(feed)
    assert [path.name for path in readers.stories_at(feed)] == ["bells.xml#1", "bells.xml#2"]


def test_a_package_ties_its_items(feed: Path) -> None:
    package = """<packageItem guid="urn:b:9"><groupSet><group>
<itemRef residref="urn:b:2"/><itemRef residref="urn:b:3"/></group></groupSet></packageItem>"""
    items = message(g2(), g2(guid="urn:b:2"), photo("urn:b:3", "tower"), package)
    assert figures(read(feed, items, 1)) == []
    assert [each.src for each in figures(read(feed, items, 2))] == ["tower.jpg"]


def newsml(*components: str, management: str = '<Status FormalName="Usable"/>') -> str:
    return f"""<NewsML Version="1.2"><NewsEnvelope/><NewsItem><NewsManagement>
<FirstCreated>20260505T090000Z</FirstCreated><ThisRevisionCreated>20260506T001000+0200</ThisRevisionCreated>
{management}</NewsManagement><NewsComponent>{"".join(components)}</NewsComponent></NewsItem></NewsML>"""


def component(title: str, data: str, lang: str = "en", more: str = "", format: str = "XHTML") -> str:
    return f"""<NewsComponent><NewsLines><HeadLine>{title}</HeadLine><SubHeadLine>After ten years</SubHeadLine>
<ByLine>By Amy Finn</ByLine><DateLine>ORD, May 6 (VP) -</DateLine></NewsLines>
<DescriptiveMetadata><Language FormalName="{lang}"/></DescriptiveMetadata>
<ContentItem><Format FormalName="{format}"/><DataContent>{data}</DataContent></ContentItem>{more}</NewsComponent>"""


def test_newsml_fields(feed: Path) -> None:
    article = read(feed, newsml(component("Bells ring", "<p>Bells <i>ring</i>.</p>")))
    assert (article.title, article.byline) == ("Bells ring", ("Amy Finn",))
    assert (article.date, article.lang, article.dateline) == ("2026-05-06", "en", "ORD")
    assert told(article) == ["p: After ten years", "p: Bells *ring*."]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<html><body><p>One.</p></body></html>", ["p: One."]),
        ("<nitf><body><body.content><p>One.</p></body.content></body></nitf>", ["p: One."]),
        ("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", ["p: One.", "p: Two."]),
        ("One.\n\nTwo.", ["p: One.", "p: Two."]),
    ],
)
def test_newsml_bodies(feed: Path, data: str, expected: list[str]) -> None:
    assert told(read(feed, newsml(component("Bells ring", data))))[1:] == expected


def test_two_languages_are_two_stories(feed: Path) -> None:
    text = newsml(
        component("Klokken luiden", "<p>Klokken.</p>", "nl"), component("Les cloches", "<p>Cloches.</p>", "fr")
    )
    assert (read(feed, text, 1).lang, read(feed, text, 2).lang) == ("nl", "fr")
    assert read(feed, text, 2).title == "Les cloches"


def test_the_same_text_in_two_formats_is_one(feed: Path) -> None:
    plain = '<ContentItem><Format FormalName="Text"/><DataContent>Bells ring.</DataContent></ContentItem>'
    article = read(feed, newsml(component("Bells ring", "<p>Bells <i>ring</i>.</p>", more=plain)))
    assert told(article)[1:] == ["p: Bells *ring*."]


def test_parts_of_a_release_are_told_apart(feed: Path) -> None:
    def part(role: str, text: str) -> str:
        return (
            f'<NewsComponent><Role FormalName="{role}"/><ContentItem><Format FormalName="XHTML"/>'
            f"<DataContent><p>{text}</p></DataContent></ContentItem></NewsComponent>"
        )

    parts = "".join(
        part(role, text)
        for role, text in (
            ("StyleSheet", ".a {}"),
            ("HeadLine", "Bells ring"),
            ("SubHeadLine", "After ten years"),
            ("Contact", "Amy Finn, 555 0101"),
            ("Body", "Bells ring."),
            ("Boilerplate", "About Ord."),
        )
    )
    article = read(feed, newsml(f"<NewsLines><HeadLine>Bells ring</HeadLine></NewsLines>{parts}"))
    assert told(article) == ["p: After ten years", "p: Bells ring."]
    assert messages(article, "desk-matter") == ["a part for editors (Contact) is left out: “Amy Finn, 555 0101”"]
    assert messages(article, "item-left-out") == ["a part of the item (Boilerplate) is left out: “About Ord.”"]


def test_newsml_pictures(feed: Path) -> None:
    def rendition(name: str, width: int) -> str:
        return (
            f'<ContentItem Href="https://i.example.org/{name}"><MediaType FormalName="Photo"/>'
            f'<MimeType FormalName="image/jpeg"/><Characteristics><Property FormalName="Width" Value="{width}"/>'
            "</Characteristics></ContentItem>"
        )

    photo = (
        '<NewsComponent><Role FormalName="Photo"/><NewsLines><HeadLine>The bell of Ord.</HeadLine>'
        f"<CreditLine>Zoe Lark</CreditLine></NewsLines>{rendition('bell-s.jpg', 90)}{rendition('bell.jpg', 900)}"
        "</NewsComponent>"
    )
    article = read(feed, newsml(component("Bells ring", "<p>Bells ring.</p>", more=photo)))
    (figure,) = figures(article)
    assert (figure.src, figure.credit) == ("https://i.example.org/bell.jpg", "Zoe Lark")
    assert figure.renditions == ("https://i.example.org/bell-s.jpg",)
    assert article.title == "Bells ring"
    assert any(line.endswith("The bell of Ord.") for line in body(article))


def rendition(role: str, name: str, width: int) -> str:
    return f"""<NewsComponent><Role FormalName="{role}"/><ContentItem Href="{name}"><MediaType FormalName="Photo"/>
<Characteristics><Property FormalName="Width" Value="{width}"/></Characteristics></ContentItem></NewsComponent>"""


def test_renditions_in_components_of_their_own_are_one_picture(feed: Path) -> None:
    caption = """<NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/>
<DataContent><p>The bell hangs.</p></DataContent></ContentItem></NewsComponent>"""
    sizes = rendition("Thumbnail", "bell-s.jpg", 90) + rendition("HighDef", "bell.jpg", 900)
    lines = "<NewsLines><HeadLine>Bell</HeadLine></NewsLines>"
    photos = f"<NewsComponent>{lines}{sizes}{caption}</NewsComponent><NewsComponent>{lines}{sizes}</NewsComponent>"
    article = read(feed, newsml(component("Bells ring", "<p>Bells ring.</p>", more=photos)))
    assert [(each.src, each.renditions) for each in figures(article)] == [("bell.jpg", ("bell-s.jpg",))] * 2
    assert [line.split(": ")[1] for line in body(article) if "figure" in line] == ["The bell hangs.", "Bell"]


@pytest.mark.parametrize(
    ("management", "embargo"),
    [
        (
            '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/>'
            "<DateAndTime>20310506T060000Z</DateAndTime></StatusWillChange>",
            "2031-05-06T06:00:00+00:00",
        ),
        ('<Status FormalName="Usable"/><EmbargoDate>2031-05-06T06:00:00Z</EmbargoDate>', "2031-05-06T06:00:00+00:00"),
    ],
)
def test_newsml_embargoes(feed: Path, management: str, embargo: str) -> None:
    text = newsml(component("Bells ring", "<p>Bells ring.</p>"), management=management)
    assert read(feed, text).embargo == embargo


def test_newsml_that_was_cancelled_is_refused(feed: Path) -> None:
    with pytest.raises(AccessNewsError, match="withdrawn"):
        read(feed, newsml(component("Bells", "<p>Bells.</p>"), management='<Status FormalName="Canceled"/>'))
