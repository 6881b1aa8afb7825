"""Front matter: kept as the author wrote it, and refused with a line and a hint where it cannot be read."""

from pathlib import Path

import pytest

from accessnews.model.article import Article, Heading, Paragraph, figures, plain
from accessnews.model.errors import AccessNewsError
from accessnews.readers._frontmatter import split
from accessnews.readers._frontmatter.keys import (
    AUTHOR,
    DATE,
    EMBARGO,
    KICKER,
    LANG,
    PICTURE,
    PLACE,
    STANDFIRST,
    SUMMARY,
    TITLE,
    unknown_keys,
)
from tests.fixtures.growth import assert_grows_with_its_length
from tests.readers.conftest import Story
from tests.readers.printing import codes

YAML = "---\n{}\n---\n\nThe lamp burned all night.\n"


def test_an_unquoted_colon_is_an_error_with_line_and_hint(story: Story) -> None:
    with pytest.raises(AccessNewsError) as caught:
        story("a.md", YAML.format("lang: en\ntitle: Council: yes to the lamp"))
    assert caught.value.at is not None
    assert caught.value.at.line == 3
    assert caught.value.hint == 'quote the headline: title: "Council: yes to the lamp"'


@pytest.mark.parametrize(
    ("head", "line", "words"),
    [
        ("title: &lamp Lamps\nkicker: *lamp", 2, "anchors"),
        ("title: *lamp", 2, "anchors"),
        ("title: !!python/object:os.system x", 2, "tags"),
        ("title: '[Update] Lamps\n", 2, "never closed"),
        ("title: [Update] Lamps", 2, "expected"),
        ("title: @lamps go out", 2, "keeps for itself"),
        ("lang: en\ntitle: Lamps\ntitle: Oil", 4, "twice"),
        ("title: {a: b}", 2, "not text"),
        ("title: " + "[" * 20, 2, "levels"),
        ("title: x\nnote: " + "y" * 70_000, 1, "64 kB"),
    ],
)
def test_what_yaml_front_matter_must_not_have(story: Story, head: str, line: int, words: str) -> None:
    with pytest.raises(AccessNewsError, match=words) as caught:
        story("a.md", YAML.format(head))
    assert caught.value.at is not None
    assert caught.value.at.line == line


def test_front_matter_without_an_end(story: Story) -> None:
    with pytest.raises(AccessNewsError, match="no end"):
        story("a.md", "---\ntitle: Lamps\n\nThe lamp burned all night.\n")


def test_a_rule_at_the_top_is_no_front_matter(story: Story) -> None:
    article = story("a.md", "---\n\nThe lamp burned.\n\n---\n\nAnd burned.\n")
    assert [block.at.line for block in article.body] == [3, 5, 7]


@pytest.mark.parametrize("line", ["", " ", "# lamp", " # lamp"])
def test_empty_lines_before_a_line_that_is_no_key(story: Story, line: str) -> None:
    """A pattern that can match them in two ways each would take years."""
    article = story("a.md", "---\n" + f"{line}\n" * 100 + "!\n---\n\nThe lamp burned.\n")
    assert article.body[-1].at.line == 105


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\n\n# of the tower\n\nlang: no!\n---\n", 5),
        ("+++\n\ntitle = 'Lamps'\n# of the tower\nlang = 'no!'\n+++\n", 5),
        ('{\n"title": "\\"lang\\": x",\n"cover": {"lang": "x"},\n"lang": "no!"}\n', 4),
    ],
)
def test_findings_name_the_line_of_their_key(story: Story, text: str, line: int) -> None:
    article = story("a.md", f"{text}\nThe lamp burned.\n")
    assert [found.at.line for found in article.findings if found.code == "lang-unreadable"] == [line]


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("title: NO", "title", "NO"),
        ("title: 12:30", "title", "12:30"),
        ("title: 2020-01-03", "title", "2020-01-03"),
        ("title: 007", "title", "007"),
        ("title: It's on", "title", "It's on"),
        ("title: x\ndate: 2020-01-03 10:00:00 +0300", "date", "2020-01-03"),
        ("title: x\ndate: Jan. 3, 2020", "date", "2020-01-03"),
        ("title: x\nlastmod: 3 January 2020", "date", "2020-01-03"),
        ("title: x\nlang: NO", "lang", "no"),
        ("title: x\nLanguage: pt_br", "lang", "pt-BR"),
        ("title: x\nlang: zh-hant-tw", "lang", "zh-Hant-TW"),
        ("title: x\nauthor: Jane Doe", "byline", ("Jane Doe",)),
        ("title: x\nauthor: Ruby Jones", "byline", ("Ruby Jones",)),
        ('title: x\nauthor: "' + " " * 50_000 + 'Jane Doe"', "byline", ("Jane Doe",)),
        ("title: x\nauthor: By Jane Doe and John Roe", "byline", ("Jane Doe", "John Roe")),
        ("title: x\nauthors: [Jane Doe, John Roe]", "byline", ("Jane Doe", "John Roe")),
        ("title: x\nauthor: {name: Jane Doe, url: x}", "byline", ("Jane Doe",)),
        ("title: x\nauthors:\n- name: Jane Doe\n- John Roe", "byline", ("Jane Doe", "John Roe")),
        ("title: x\nlocation: VIK", "dateline", "VIK"),
        ("title: x\nkicker: Analysis", "kicker", "Analysis"),
        ("title: x\ndescription: >\n  Two\n  lines", "summary", "Two lines"),
        ("title: x\nsummary: null", "summary", ""),
    ],
)
def test_values_stay_as_they_are_written(story: Story, head: str, field: str, value: object) -> None:
    assert getattr(story("a.md", YAML.format(head)), field) == value


@pytest.mark.parametrize(
    ("head", "code"), [("date: 3/4/2020", "date-unreadable"), ("lang: english", "lang-unreadable")]
)
def test_values_that_cannot_be_read_are_told(story: Story, head: str, code: str) -> None:
    article = story("a.md", YAML.format(f"title: x\n{head}"))
    assert [(finding.code, finding.at.line) for finding in article.findings] == [(code, 3)]


@pytest.mark.parametrize(
    "head",
    [
        "image: lamp.jpg\nimage_alt: A lamp\nimage_caption: A lamp. [HP]",
        "cover: {src: lamp.jpg, alt: A lamp, caption: 'A lamp. [HP]'}",
        "cover:\n  image: lamp.jpg\n  alt: A lamp\n  caption: A lamp. [HP]",
    ],
)
def test_the_picture_for_the_top(story: Story, head: str) -> None:
    article = story("a.md", YAML.format(f"title: x\n{head}"))
    figure = figures(article)[0]
    assert article.body[0] is figure
    assert (figure.src, figure.author_alt, plain(figure.caption), figure.at.line) == (
        "lamp.jpg",
        "A lamp",
        "A lamp. [HP]",
        3,
    )


def test_the_picture_for_the_top_is_not_shown_twice(story: Story) -> None:
    article = story("a.md", "---\ntitle: x\nimage: lamp.jpg\n---\n\nWords.\n\n![A lamp](lamp.jpg)\n")
    assert len(figures(article)) == 1


def test_toml(story: Story) -> None:
    head = 'title = "Council: yes"\ndate = 2020-01-03T10:00:00Z\n[[authors]]\nname = "Jane Doe"'
    text = f"+++\n{head}\n+++\nThe lamp burned.\n"
    article = story("a.md", text)
    assert (article.title, article.date, article.byline) == ("Council: yes", "2020-01-03", ("Jane Doe",))
    assert (article.at.line, article.body[0].at.line) == (2, 7)


def test_json(story: Story) -> None:
    text = '{\n  "title": "Council: yes",\n  "authors": ["Jane Doe"],\n  "kicker": null\n}\n\nThe lamp burned.\n'
    article = story("a.md", text)
    assert (article.title, article.byline, article.kicker) == ("Council: yes", ("Jane Doe",), "")
    assert (article.at.line, article.body[0].at.line) == (2, 7)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("+++\nlang = 'en'\ntitle = Lamps\n+++\nx", 3),
        ('{\n "title": "a"\n "lang": "en"\n}\nx', 3),
        ('{"title": "a"} and more\nx', 1),
        ('{"title": "a", "title": "b"}\nx', 1),
    ],
)
def test_toml_and_json_that_cannot_be_read(story: Story, text: str, line: int) -> None:
    with pytest.raises(AccessNewsError) as caught:
        story("a.md", text)
    assert caught.value.at is not None
    assert caught.value.at.line == line


def test_lines_are_the_file_s_lines(story: Story) -> None:
    article = story("a.md", "---\ntitle: Lamps\n---\n\n\nThe lamp burned.\n")
    assert (article.at.line, article.body[0].at.line, codes(article)) == (2, 6, [])


# Keys that nobody reads


def strange(article: Article) -> list[tuple[int, str, str]]:
    found = [one for one in article.findings if one.code == "front-matter-unknown-key"]
    return [(one.at.line, one.message, one.hint) for one in found]


SLIPS = [
    *(("lnag", "lang"), ("languge", "language"), ("Tilte", "title"), ("titel", "title"), ("headlin", "headline")),
    *(("auhtor", "author"), ("author_s", "authors"), ("bylin", "byline"), ("dat", "date"), ("data", "date")),
    *(("datelin", "dateline"), ("kiker", "kicker"), ("sumary", "summary"), ("descripton", "description")),
    *(("stand-first", "standfirst"), ("imgae", "image"), ("feauturedImage", "featured_image")),
]


@pytest.mark.parametrize(("key", "meant"), SLIPS)
def test_a_slip_in_a_key_is_told_with_what_was_meant(story: Story, key: str, meant: str) -> None:
    assert strange(story("a.md", YAML.format(f"tags: [oil]\n{key}: de"))) == [
        (3, f"unknown key “{key}” in the front matter", f"did you mean {meant}?")
    ]


TOML_TEXT = """+++
title = 'Lamps'
notes = \"\"\"
lnag = 1\"\"\"
# lnag = 2
'lnag' = 'de' # [x]
[params]
lnag = 3
+++
The lamp burned.
"""
JSON_TEXT = """{"title": "Lamps", "params":
 {"lnag": "fr",
  "a": ["lnag"]},
 "extra": "\\"lnag\\": 1",

 "lnag": "de"}
The lamp burned.
"""


@pytest.mark.parametrize(
    ("text", "line"),
    [(YAML.format("title: Lamps\nparams:\n  lnag: fr\nlnag: de"), 5), (TOML_TEXT, 6), (JSON_TEXT, 6)],
)
def test_the_line_is_that_of_the_top_key(story: Story, text: str, line: int) -> None:
    assert [at for at, _, _ in strange(story("a.md", text))] == [line]


def test_of_a_table_the_line_is_that_of_its_header(story: Story) -> None:
    head = 'tags = [\n "a", # ]\n "lnag",\n]\n[[params.x]]\nauhtor = 1\n\n[auhtor]\nname = "Jane Doe"'
    assert strange(story("a.md", f"+++\n{head}\n+++\nThe lamp burned.\n")) == [
        (9, "unknown key “auhtor” in the front matter", "did you mean author?")
    ]


def test_front_matter_of_plain_text_is_looked_at_too(story: Story) -> None:
    assert [line for line, _, _ in strange(story("a.txt", YAML.format("lnag: de")))] == [2]


def test_where_nothing_is_near_the_known_keys_are_told(story: Story) -> None:
    ((line, message, hint),) = strange(story("a.md", YAML.format("title: x\nmood: gloomy")))
    assert (line, message) == (3, "unknown key “mood” in the front matter")
    assert hint.startswith("known: title, author, date, lang, ")


def test_what_the_story_gives_already_was_not_meant(story: Story) -> None:
    ((_, _, hint),) = strange(story("a.md", YAML.format("lang: en\nlangs: [en, de]")))
    assert not hint.startswith("did you mean")


def test_a_key_with_nothing_behind_it_says_nothing(story: Story) -> None:
    assert strange(story("a.md", YAML.format("title: x\nlnag:\nmood: ''"))) == []


FOREIGN = {
    "Jekyll": "layout permalink categories category tags published published_at redirect_from nav_order",
    "Hugo": "draft weight slug url aliases type keywords menu cascade outputs expiryDate publishDate linkTitle",
    "Eleventy": "eleventyNavigation eleventyComputed eleventyExcludeFromCollections pagination",
    "Pelican": "status save_as modified translation Slug",
    "Zola": "extra taxonomies template in_search_index",
    "Astro": "pubDate heroImage updatedDate",
    "Next, Gatsby": "templateKey featuredpost",
    "Quarto, Pandoc": "format bibliography toc number-sections csl abstract output header-includes",
    "Obsidian": "cssclass cssclasses publish",
    "Ghost": "feature_image feature_image_alt custom_excerpt codeinjection_head primary_tag",
    "Decap CMS": "templateKey collection",
    "Hexo": "comments disableNunjucks abbrlink",
    "Docusaurus": "sidebar_label sidebar_position id hide_title",
    "MkDocs": "hide icon search",
    "search engines": "robots canonical canonical_url og:title og_image twitter_card noindex seo_title",
    "themselves": "x-desk X_mood _internal custom",
    "newsrooms": "desk section story_id",
}


@pytest.mark.parametrize("program", FOREIGN)
def test_keys_of_other_programs_are_passed_over(story: Story, program: str) -> None:
    head = "\n".join(f'"{key}": true' for key in dict.fromkeys(FOREIGN[program].split()))
    assert story("a.md", YAML.format(f"title: x\n{head}")).findings == ()


@pytest.mark.parametrize("key", ["sidebar-label", "sidebarLabel", "SIDEBAR_LABEL"])
def test_case_and_hyphens_do_not_count(story: Story, key: str) -> None:
    assert strange(story("a.md", YAML.format(f"title: x\n{key}: y"))) == []


def test_what_stands_below_a_key_is_its_own(story: Story) -> None:
    head = "author: {name: Jane Doe, lnag: de}\nimage_width: 3\ncover: {src: a.jpg, focus: left}\nextra: {lnag: de}"
    assert strange(story("a.md", YAML.format(head))) == []


def test_every_key_that_is_read_is_known(story: Story) -> None:
    for key in (
        *TITLE,
        *AUTHOR,
        *DATE,
        *LANG,
        *PLACE,
        *KICKER,
        *STANDFIRST,
        *SUMMARY,
        *PICTURE,
        "image_alt",
        *EMBARGO,
    ):
        assert strange(story("a.md", YAML.format(f"{key}: x"))) == []


def test_past_a_handful_one_finding_tells_of_all_that_are_left(story: Story) -> None:
    head = "\n".join([*(f"mood{letter}: x" for letter in "abcdefg"), "lnag: de"])
    found = strange(story("a.md", YAML.format(head)))
    assert len(found) == 6
    assert (9, "unknown key “lnag” in the front matter", "did you mean lang?") in found
    assert (6, "3 more unknown keys in the front matter: “moode”, “moodf”, “moodg”") in [
        (line, told) for line, told, _ in found
    ]


def test_very_many_keys_cost_no_more_than_their_number() -> None:
    def read(size: int) -> None:
        front = split("---\n" + "".join(f"l{n}g: de\n" for n in range(size)) + "---\nx\n", Path("a.md"))
        assert len(list(unknown_keys(front, "a.md"))) == 6

    assert_grows_with_its_length(read, 1_000)


# The standfirst


def paragraphs(article: Article) -> list[tuple[int, str]]:
    return [(block.at.line, plain(block.text)) for block in article.body if isinstance(block, Paragraph)]


LAMP = (5, "The lamp burned all night.")


@pytest.mark.parametrize("key", ["standfirst", "subtitle", "deck", "dek", "lead", "lede", "Subheading"])
def test_a_standfirst_stands_above_the_story(story: Story, key: str) -> None:
    article = story("a.md", f"---\ntitle: Lamps\n{key}: Oil is back.\n---\nThe lamp burned all night.\n")
    assert (article.summary, paragraphs(article)) == ("Oil is back.", [(3, "Oil is back."), LAMP])


@pytest.mark.parametrize("key", ["summary", "description", "excerpt"])
def test_what_is_meant_for_lists_stays_off_the_page(story: Story, key: str) -> None:
    article = story("a.md", f"---\ntitle: Lamps\n{key}: Oil is back.\n---\nThe lamp burned all night.\n")
    assert (article.summary, paragraphs(article)) == ("Oil is back.", [LAMP])


def test_the_summary_wins_over_the_description(story: Story) -> None:
    article = story("a.md", YAML.format("title: x\ndescription: For search engines.\nsummary: Oil is back."))
    assert (article.summary, article.findings) == ("Oil is back.", ())


def test_two_standfirsts_are_both_kept_and_the_summary_is_told_apart(story: Story) -> None:
    article = story("a.md", YAML.format("title: x\nsummary: Short.\nsubtitle: Oil.\nstandfirst: Oil is back."))
    assert article.summary == "Short."
    assert [text for _, text in paragraphs(article)] == ["Oil is back.", "Oil.", LAMP[1]]


@pytest.mark.parametrize("body", ["**Oil is back**", "## Oil is back", "*Oil is back.*\n\nBy Jane Doe"])
def test_a_standfirst_that_the_story_has_is_not_doubled(story: Story, body: str) -> None:
    article = story("a.md", f"---\ntitle: Lamps\nstandfirst: Oil is back.\n---\n\n{body}\n\nThe lamp burned.\n")
    shown = [plain(block.text) for block in article.body if isinstance(block, Paragraph | Heading)]
    assert [text.rstrip(".") for text in shown] == ["Oil is back", "The lamp burned"]


def test_a_long_standfirst_hides_no_byline_and_stands_above_the_picture(story: Story) -> None:
    long = "Oil is back. " * 20
    text = f"---\ntitle: Lamps\nimage: a.jpg\ndeck: {long}\n---\n\nBy Jane Doe\n\nThe lamp burned.\n"
    article = story("a.md", text)
    assert article.byline == ("Jane Doe",)
    assert [type(block).__name__ for block in article.body] == ["Paragraph", "Figure", "Paragraph"]


@pytest.mark.parametrize("head", ["published: true", "published: false", "excerpt: false", "lead: true"])
def test_a_switch_is_no_text_and_no_date(story: Story, head: str) -> None:
    article = story("a.md", YAML.format(f"title: x\n{head}"))
    assert (article.summary, article.date, article.findings) == ("", "", ())
    assert [text for _, text in paragraphs(article)] == [LAMP[1]]
