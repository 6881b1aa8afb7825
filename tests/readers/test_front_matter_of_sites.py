"""Front matter as programs that make sites and exports write it: lead pictures, authors, dates, embargoes, markup."""

from pathlib import Path

import pytest

from accessnews import readers
from accessnews.model.article import figures, plain
from accessnews.readers._news.embargo import not_before
from tests.readers.conftest import Story
from tests.readers.printing import body, codes


def with_head(head: str) -> str:
    return f"---\ntitle: The bridge\n{head}\n---\n\nIt stands.\n"


@pytest.mark.parametrize(
    "head",
    [
        "feature_image: a.jpg\nfeature_image_alt: Dusk\nfeature_image_caption: 'The <em>bridge</em>.'",
        "featured_image: a.jpg\nfeatured_image_alt: Dusk\nfeatured_image_caption: The bridge.",
        "featuredImage: a.jpg\nfeaturedImageAlt: Dusk\nfeaturedImageCaption: The bridge.",
        "coverImage: a.jpg\ncoverImageAlt: Dusk\ncoverImageCaption: The bridge.",
        "cover:\n  image: a.jpg\n  alt: Dusk\n  caption: The bridge.\n  relative: true",
        "image:\n  path: a.jpg\n  alt: Dusk\n  caption: 'The [bridge](https://a.example).'",
        "header:\n  image: a.jpg\n  image_description: Dusk\n  caption: The **bridge**.",
        "header:\n  overlay_image: a.jpg\n  alt: Dusk\n  caption: The bridge.",
        "lead_image: a.jpg\nlead_image_alt: Dusk\nlead_image_caption: The bridge.",
        "heroImage: a.jpg\nheroImageAlt: Dusk\nheroImageCaption: The bridge.",
        "hero:\n  src: a.jpg\n  alt: Dusk\n  caption: The bridge.",
        "thumbnail: a.jpg\nimage_alt: Dusk\nimage_caption: The bridge.",
        "teaser: a.jpg\nalt: Dusk\ncaption: The bridge.",
        "images:\n  - src: a.jpg\n    alt: Dusk\n    caption: The bridge.",
        "extra:\n  image: a.jpg\n  image_alt: Dusk\n  image_caption: The bridge.",
        "thumbnail: small.jpg\ncover:\n  image: a.jpg\n  alt: Dusk\n  caption: The bridge.",
    ],
)
def test_the_lead_picture(story: Story, head: str) -> None:
    article = story("a.md", with_head(head))
    (figure,) = figures(article)
    assert article.body[0] is figure
    assert (figure.src, figure.author_alt, plain(figure.caption)) == ("a.jpg", "Dusk", "The bridge.")
    assert not codes(article)


@pytest.mark.parametrize("head", ["teaser: The bridge opens", "header: bold", "photo: Jane Doe", "image: true"])
def test_what_names_no_file_is_no_picture(story: Story, head: str) -> None:
    assert not figures(story("a.md", with_head(head)))


def test_a_second_picture_is_told(story: Story) -> None:
    article = story("a.md", with_head("cover: {image: a.jpg, alt: Dusk}\nhero: b.jpg\nthumbnail: c.jpg"))
    assert [figure.src for figure in figures(article)] == ["a.jpg"]
    assert [(finding.code, finding.at.line) for finding in article.findings] == [("embed-dropped", 4)]


@pytest.mark.parametrize(
    ("head", "credit"),
    [
        ("image: {path: a.jpg, photographer: Jane Doe, agency: Harbour News}", "Jane Doe / Harbour News"),
        ("image: a.jpg\nimage_credit: Jane Doe\nphoto_credit: HN", "Jane Doe / HN"),
        ("image: {path: a.jpg, credit: Jane Doe / HN, source: HN}", "Jane Doe / HN"),
        ("image: {path: a.jpg, credit: 'Jane Doe', attribution: 'https://a.example'}", "Jane Doe"),
        ("image: {path: a.jpg, credit: '<a href=\"x\">Jane&nbsp;Doe</a>'}", "Jane Doe"),
    ],
)
def test_no_credit_is_dropped(story: Story, head: str, credit: str) -> None:
    assert [figure.credit for figure in figures(story("a.md", with_head(head)))] == [credit]


def test_entities_and_tags_of_a_cms_are_text(story: Story) -> None:
    head = "---\ntitle: Jane&#8217;s <em>bridge</em> &amp; R&amp;amp;D\ndeck: <p>It&nbsp;opens.</p>\n"
    article = story(
        "a.md", f"{head}summary: '**It** opens [now](x) at 5 < 6.'\nauthor: Jane O&#39;Neil\n---\n\nWords.\n"
    )
    assert (article.title, body(article)[0]) == ("Jane’s bridge & R&D", "3 p: It opens.")
    assert (article.summary, article.byline) == ("It opens now at 5 < 6.", ("Jane O'Neil",))


@pytest.mark.parametrize(
    "head",
    [
        "created: 2016-07-18",
        "published_at: 2016-07-18T10:00:00.000Z",
        "updated: 2016-07-18",
        "extra:\n  date: 2016-07-18",
    ],
)
def test_dates_of_sites(story: Story, head: str) -> None:
    assert story("a.md", with_head(head)).date == "2016-07-18"


def test_the_day_in_the_name_of_the_file(story: Story, tmp_path: Path) -> None:
    assert story("2016-07-18-launch.md", "# T\n\nWords.\n").date == "2016-07-18"
    assert story("2016-07-18-launch.md", with_head("date: 2016-07-19")).date == "2016-07-19"
    assert story("2016-13-18-launch.md", "# T\n\nWords.\n").date == ""
    folder = tmp_path / "2016-07-18-launch"
    folder.mkdir()
    (folder / "index.md").write_text("# T\n\nWords.\n")
    assert readers.read(folder / "index.md").date == "2016-07-18"


@pytest.mark.parametrize("start", ["\n", "\n \n\n", "\ufeff", "\ufeff\n"])
def test_blank_lines_and_a_byte_order_mark_before_it(story: Story, start: str) -> None:
    article = story("a.md", f"{start}---\ntitle: Lamps\n---\n\nWords.\n")
    assert (article.title, article.at.line) == ("Lamps", 2 + start.count("\n"))
    assert not codes(article)


def test_a_rule_below_a_blank_line_is_a_rule(story: Story) -> None:
    article = story("a.md", "\n---\nNote: it rains.\n")
    assert body(article) == ["3 p: Note: it rains."]


AUTHORS = {
    "_data/authors.yml": "jane-roe2:\n  name: Jane Roe\n",
    "data/authors.toml": '[jane-roe2]\ndisplay_name = "Jane Roe"\n',
    "data/authors.json": '{"jane-roe2": "Jane Roe"}',
    "_data/authors.yaml": "- id: jane-roe2\n  name: Jane Roe\n",
    "data/authors/jane-roe2.yml": "first_name: Jane\nlast_name: Roe\n",
    "authors/jane-roe2.md": "---\nname: Jane Roe\n---\n",
    "content/authors/jane-roe2/_index.md": "---\ntitle: Jane Roe\n---\n",
    "content/authors/authors.yaml": "- slug: jane-roe2\n  name: Jane Roe\n",
    "src/content/authors/jane-roe2.json": '{"name": "Jane Roe"}',
    "src/data/team.json": '[{"id": "jane-roe2", "name": "Jane Roe"}]',
    "_people/jane-roe2.md": "---\nname: Jane Roe\n---\n",
    "source/_data/author.yml": "jane-roe2: Jane Roe\n",
    ".authors.yml": "authors:\n  jane-roe2:\n    name: Jane Roe\n    description: Reporter\n",
}


@pytest.mark.parametrize("file", AUTHORS)
def test_names_of_a_site_are_looked_up(tmp_path: Path, file: str) -> None:
    for name, text in {file: AUTHORS[file], "content/posts/a.md": with_head("author: jane-roe2")}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    article = readers.read(tmp_path / "content/posts/a.md")
    assert article.byline == ("Jane Roe",)
    assert not codes(article)


def test_names_that_nobody_knows_are_told(story: Story) -> None:
    article = story("a.md", with_head("authors: [jane-roe2, Olaf Pohl]"))
    assert article.byline == ("Olaf Pohl",)
    assert [(finding.code, finding.at.line) for finding in article.findings] == [("byline-unresolved", 3)]


@pytest.mark.parametrize("slug", ["Jane_Roe", "JRoe2", "jane.roe@a.example"])
def test_what_no_person_is_called_is_told(story: Story, slug: str) -> None:
    article = story("a.md", with_head(f"author: {slug}"))
    assert (article.byline, codes(article)) == ((), ["byline-unresolved"])


@pytest.mark.parametrize(
    "name", ["Jane Roe <jane@a.example>", "Jane Roe (mailto:jane@a.example)", "'[[people/jane|Jane Roe]]'"]
)
def test_a_name_without_what_is_around_it(story: Story, name: str) -> None:
    article = story("a.md", with_head(f"author: {name}"))
    assert (article.byline, codes(article)) == (("Jane Roe",), [])


def test_files_of_a_page_bundle_by_their_names(story: Story) -> None:
    head = "resources:\n  - {src: images/quay.jpg, name: quay}\n  - {src: '*.pdf', name: papers}\n"
    article = story("index.md", f'---\ntitle: The bridge\n{head}---\n\nIt stands.\n\n{{{{< figure src="quay" >}}}}\n')
    assert [figure.src for figure in figures(article)] == ["images/quay.jpg"]


def test_authors_are_not_looked_up_above_the_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "authors.yml").write_text("jane-roe2: {name: Somebody Else}\n")
    (site / "hugo.toml").write_text("")
    (site / "a.md").write_text(with_head("author: jane-roe2"))
    assert readers.read(site / "a.md").byline == ()


@pytest.mark.parametrize(
    "text", ["", "name", "- - -", "{", "[1, 2]", "jane-roe2: [1]", "jane-roe2:\n  name: {}", "\x00"]
)
def test_lists_of_authors_that_cannot_be_read_are_none(tmp_path: Path, text: str) -> None:
    for suffix in ("yml", "json", "toml"):
        (tmp_path / f"authors.{suffix}").write_text(text)
    (tmp_path / "a.md").write_text(with_head("author: jane-roe2"))
    assert codes(readers.read(tmp_path / "a.md")) == ["byline-unresolved"]


def test_author_and_byline_are_both_kept(story: Story) -> None:
    article = story("a.md", with_head("author: Ruth Mast\nbyline: By Olaf Pohl and Ruth Mast"))
    assert article.byline == ("Ruth Mast", "Olaf Pohl")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-31", "2026-12-31"),
        ("31 December 2026", "2026-12-31"),
        ("2026-12-31T06:00:00Z", "2026-12-31T06:00:00+00:00"),
        ("2026-12-31 06:00 +0100", "2026-12-31T06:00:00+01:00"),
        ("31 December 2026, 6 a.m. GMT", "2026-12-31T06:00:00+00:00"),
        ("Dec 31, 2026 18:30 CET", "2026-12-31T18:30:00+01:00"),
        ("2026-12-31 0600 GMT", "2026-12-31T06:00:00+00:00"),
        ("2026-12-31 at 6pm", "2026-12-31T18:00:00-12:00"),
        ("until further notice", ""),
    ],
)
def test_when_an_embargo_ends(text: str, moment: str) -> None:
    assert not_before(text) == moment


def test_an_embargo(story: Story) -> None:
    assert story("a.md", with_head("embargoed_until: 2026-12-31T06:00Z")).embargo == "2026-12-31T06:00:00+00:00"
    assert codes(story("a.md", with_head("embargo: true"))) == ["embargo-unreadable"]
    assert codes(story("a.md", with_head("embargo: false"))) == []
