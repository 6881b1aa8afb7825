"""HTML: fragments, pages as sites save them, pictures that come late."""

import json

import pytest

from accessnews.model.article import figures, plain
from accessnews.model.errors import AccessNewsError
from tests.readers.conftest import Story
from tests.readers.printing import body, codes

PARAGRAPHS = [
    "The lamp on the tower of Vik went out on Monday, and the keeper, who is seventy, slept for once.",
    "Boats were told to wait outside the sound until the light is back, a spokeswoman of the county said on Tuesday.",
    "Two of them did so, but the third, a barge with a load of salt for the fish market, was not seen since.",
    "It may be in Denmark, the harbour master said, where nobody has asked for salt and nobody would send it back.",
]


def page(head: str = "", before: str = "", among: str = "", after: str = "", attributes: str = 'lang="en"') -> str:
    """A page of a news site around the four paragraphs."""
    first, second, *rest = (f"<p>{text}</p>" for text in PARAGRAPHS)
    return f"""<!DOCTYPE html><html {attributes}><head><meta charset="utf-8">{head}</head><body>
<nav><a href="/">Home</a><img src="logo.png"></nav><main><article><h1>The lamp of Vik goes out</h1>
{before}
{first}{second}
{among}
{"".join(rest)}
{after}</article></main><footer><p>All rights reserved by the Harbour Post, every day of the year.</p></footer>
</body></html>"""


def linked_data(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


NEWS = {"@type": "NewsArticle", "headline": "The lamp of Vik goes out"}


@pytest.mark.parametrize(
    "data",
    [
        NEWS,
        [{"@type": "WebSite", "name": "x"}, NEWS],
        {"@graph": [{"@type": "Organization"}, NEWS]},
        {"@type": "WebPage", "mainEntity": NEWS},
        NEWS | {"@type": ["Thing", "https://schema.org/ReportageNewsArticle"]},
        [NEWS | {"headline": "Another story", "author": "Nobody"}, NEWS],
    ],
)
def test_linked_data_in_all_its_shapes(story: Story, data: object) -> None:
    text = json.dumps(data).replace('"headline": "The', '"author": {"name": "Jane Doe"}, "headline": "The')
    article = story("a.html", page(f'<script type="application/ld+json">{text}</script>'))
    assert (article.title, article.byline, article.at.line) == ("The lamp of Vik goes out", ("Jane Doe",), 2)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ([{"@type": "Person", "name": "Jane Doe"}, "John Roe"], ("Jane Doe", "John Roe")),
        ({"name": ["Jane Doe", "John Roe"]}, ("Jane Doe", "John Roe")),
        ("https://a.example/jane", ()),
        ({"@id": "#jane"}, ()),
        (7, ()),
    ],
)
def test_authors_in_all_their_shapes(story: Story, author: object, names: tuple[str, ...]) -> None:
    assert story("a.html", page(linked_data(NEWS | {"author": author}))).byline == names


def test_where_the_headline_comes_from(story: Story) -> None:
    data = linked_data(NEWS | {"headline": "From the data &amp; so on"})
    opengraph = '<meta property="og:title" content="From Open Graph | The Post">'
    opengraph += '<meta property="og:site_name" content="The Post">'
    heading, title = "<h1>From a heading</h1><p>Words.</p>", "<title>From the title - The Post</title><p>Words.</p>"
    assert story("a.html", data + opengraph + heading).title == "From the data & so on"
    assert story("a.html", opengraph + heading).title == "From Open Graph"
    assert story("a.html", heading + title).title == "From a heading"
    assert story("a.html", f"<html>{title}").title == "From the title"


def test_a_headline_cut_for_search_engines_is_made_whole(story: Story) -> None:
    assert (
        story("a.html", page(linked_data(NEWS | {"headline": "The lamp of …"}))).title == "The lamp of Vik goes out"
    )


@pytest.mark.parametrize(
    "data", ["{", "[" * 50_000, '{"@type": "NewsArticle", "headline": ["x"', "<!-- {} -->", "null"]
)
def test_linked_data_that_is_broken_is_no_reason_to_fail(story: Story, data: str) -> None:
    article = story("a.html", page(f'<script type="application/ld+json">{data}</script>'))
    assert (article.title, len(article.body)) == ("The lamp of Vik goes out", 4)


def test_date_and_language(story: Story) -> None:
    head = linked_data(NEWS | {"datePublished": "2021-03-02T06:30:00Z", "inLanguage": "de"})
    assert story("a.html", page(head)).date == "2021-03-02"
    assert story("a.html", page('<meta property="article:published_time" content="2021-03-02">')).date == "2021-03-02"
    assert story("a.html", page(before='<time datetime="2021-03-02">Tuesday</time>')).date == "2021-03-02"
    assert story("a.html", page(head, attributes="lang=en_gb")).lang == "en-GB"
    assert story("a.html", page(head, attributes="")).lang == "de"
    assert codes(story("a.html", page(linked_data(NEWS | {"datePublished": "soon"})))) == ["date-unreadable"]


def test_the_site_around_the_story_is_left_out(story: Story) -> None:
    article = story(
        "a.html",
        page(
            before='<p class="byline">By Jane Doe</p><div class="share"><button>Share</button></div>',
            among='<aside class="newsletter"><h2>Letters</h2><p>Get our letter every day.</p></aside>',
            after='<div class="related-box"><h2>More</h2><a href="/x"><img src="x.jpg"><h3>Another</h3></a></div>',
        ),
    )
    assert [line.partition(" p: ")[2] for line in body(article)] == PARAGRAPHS
    assert figures(article) == []


FIGURE = '<figure><img src="lamp.jpg" alt="A lamp"><figcaption>The lamp. [HP]</figcaption></figure>'


@pytest.mark.parametrize(("place", "index"), [("before", 0), ("among", 2), ("after", 4)])
def test_figures_stand_where_they_stood(story: Story, place: str, index: int) -> None:
    article = story("a.html", page(**{place: FIGURE}))
    figure = article.body[index]
    assert figures(article) == [figure]
    assert len(article.body) == 5


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="lamp.jpg">',
        '<img src="data:image/gif;base64,R0lGOD" data-src="lamp.jpg">',
        '<img src="/static/placeholder.png" data-original="lamp.jpg">',
        '<img src="lamp-300.jpg" srcset="lamp-300.jpg 300w, lamp.jpg 1200w">',
        '<img src="x.gif" data-srcset="lamp-300.jpg 1x,lamp.jpg 2x">',
        '<img src="lamp.jpg" srcset="https://cdn.example/lamp.jpg 1200w">',
        '<picture><source srcset="lamp.jpg 800w"><img src="data:image/gif;base64,R0lGOD"></picture>',
        '<img class="lazy"><noscript><img src="lamp.jpg"></noscript>',
        '<img src="lamp.jpg"><noscript><img src="lamp-big.jpg"></noscript>',
        '<amp-img src="lamp.jpg"></amp-img>',
        '<a href="lamp-big.jpg"><img src="lamp.jpg"></a>',
        '<img src="lamp.jpg"><img src="https://count.example/1.gif" width="1" height="1">',
    ],
)
def test_which_file_a_picture_means(story: Story, picture: str) -> None:
    article = story("a.html", f"<h1>T</h1><p>Words.</p><figure>{picture}<figcaption>The lamp.</figcaption></figure>")
    assert [(figure.src, plain(figure.caption)) for figure in figures(article)] == [("lamp.jpg", "The lamp.")]


@pytest.mark.parametrize(
    ("figure", "caption", "credit"),
    [
        ("<figcaption>The lamp. <span class='credit'>HP</span></figcaption>", "The lamp.", "HP"),
        ("<figcaption>The lamp.</figcaption><div class='image__copyright'>HP</div>", "The lamp.", "HP"),
        ("<figcaption>The lamp. <span itemprop='copyrightHolder'>HP</span></figcaption>", "The lamp.", "HP"),
        (
            "<p><span class='visually-hidden'>Image source, </span>HP</p>"
            "<figcaption><span class='visually-hidden'>Image caption, </span>The lamp.</figcaption>",
            "The lamp.",
            "HP",
        ),
        (
            "<figcaption>The lamp. <span><span class='sr-only'>Credit...</span><b>HP</b></span></figcaption>",
            "The lamp.",
            "HP",
        ),
        ("<figcaption>The lamp. [HP]</figcaption>", "The lamp. [HP]", None),
        ("<p>The lamp. [HP]</p>", "The lamp. [HP]", None),
    ],
)
def test_captions_and_credits(story: Story, figure: str, caption: str, credit: str | None) -> None:
    article = story("a.html", f"<h1>T</h1><p>Words.</p><figure><img src='lamp.jpg'>{figure}</figure>")
    assert [(plain(one.caption), one.credit) for one in figures(article)] == [(caption, credit)]


def test_a_picture_inside_the_page_keeps_only_its_type(story: Story) -> None:
    article = story(
        "a.html", f"<h1>T</h1><p>Words.</p><img src='data:image/png;base64,{'A' * 100_000}' alt='A lamp'>"
    )
    assert [figure.src for figure in figures(article)] == ["data:image/png"]


def test_paths_from_the_root_of_a_site_are_addresses_on_it(story: Story) -> None:
    head = '<link rel="canonical" href="https://post.example/2021/lamp">'
    article = story(
        "a.html", page(head, among='<figure><img src="/i/lamp.jpg"></figure><p>And <a href="b">b</a>.</p>')
    )
    assert figures(article)[0].src == "https://post.example/i/lamp.jpg"


def test_lines_are_those_of_the_tags(story: Story) -> None:
    text = "<!-- a\nb --><h1>T</h1>\n<script>\n'<p>'\n</script>\n<p\n class='>'\n>One\n\n<p>\nTwo <img\n src=a.jpg>\n"
    assert body(story("a.html", text)) == ["6 p: One", "10 p: Two", "11 figure a.jpg alt=None credit=None: "]


def test_lines_count_beyond_what_a_parser_counts(story: Story) -> None:
    article = story("a.html", "<h1>T</h1>" + "\n" * 70_000 + "<p>Words.</p>")
    assert article.body[0].at.line == 70_001


def test_xhtml_closes_its_elements_itself(story: Story) -> None:
    text = (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr"><head>'
        '<script src="a.js"/><title>Le phare</title></head><body><h1>Le phare</h1><p/><div/><p>Il brûle.</p>'
        "</body></html>"
    )
    article = story("a.xhtml", text)
    assert (article.title, article.lang, body(article)) == ("Le phare", "fr", ["1 p: Il brûle."])


def test_an_early_end_of_the_page_ends_no_story(story: Story) -> None:
    assert body(story("a.html", "<html><body><h1>T</h1><p>One.</p></body></html><p>Two.</p>"))[-1] == "1 p: Two."


def test_old_pages_lay_out_with_tables(story: Story) -> None:
    text = "<h1>T</h1><table><tr><td><p>One.</p><p>Two.</p></td><td><table><tr><td>a<td>b</table></td></tr></table>"
    assert body(story("a.html", text)) == ["1 p: One.", "1 p: Two.", "1 table", "   | ", "  1 a | b"]


def test_tables_of_every_width(story: Story) -> None:
    text = "<h1>T</h1><table><tr><th>A<th>B</tr><tr><td>1</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>"
    assert body(story("a.html", text)) == ["1 table", "  A | B | ", "  1 1 |  | ", "  1 1 | 2 | 3"]
    wide = story("a.html", "<h1>T</h1><table><tr>" + "<td>a</td>" * 100 + "</tr></table>")
    assert codes(wide) == ["table-uneven"]


def test_a_caption_of_a_table_in_a_figure(story: Story) -> None:
    text = "<h1>T</h1><figure><table><tr><th>A<th>B<tr><td>1<td>2</table><figcaption>Loaves</figcaption></figure>"
    assert body(story("a.html", text)) == ["1 table Loaves", "  A | B", "  1 1 | 2"]


def test_what_nobody_sees_is_not_told(story: Story) -> None:
    text = "<h1>T</h1><p>One<span hidden> two</span><b style='display: none'> three</b><i aria-hidden=true>*</i></p>"
    text += "<p>漢字<ruby>漢<rt>かん</rt></ruby></p><template><p>four</p></template><noscript><p>five</p></noscript>"
    assert body(story("a.html", text)) == ["1 p: One", "1 p: 漢字{漢 read かん}"]


def test_entities_of_its_own_are_refused(story: Story) -> None:
    with pytest.raises(AccessNewsError, match="entities") as caught:
        story("a.xhtml", '<?xml version="1.0"?>\n<!DOCTYPE html [\n<!ENTITY a "b">]>\n<html><p>&a;</p></html>')
    assert caught.value.at is not None
    assert caught.value.at.line == 2


def test_nesting_without_end_is_refused(story: Story) -> None:
    with pytest.raises(AccessNewsError, match="nested more than 500 deep") as caught:
        story("a.html", "<h1>T</h1>\n" + "<div>" * 10_000)
    assert caught.value.at is not None
    assert caught.value.at.line == 2
