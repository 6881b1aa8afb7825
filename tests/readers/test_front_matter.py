"""Front matter: kept as the author wrote it, and refused with a line and a hint where it cannot be read."""

import pytest

from accessnews.article import figures, plain
from accessnews.errors import AccessNewsError
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
