"""What an author's HTML says by its marks survives in the article."""

from collections.abc import Callable

import pytest

from accessnews.model.article import Article, Heading, ListBlock, Paragraph, Table, plain
from tests.readers.printing import body, codes

Story = Callable[[str, str], Article]


def told(story: Story, inside: str, head: str = "") -> list[str]:
    page = f"<html lang=en><head>{head}</head><body><h1>Harbour</h1>{inside}</body></html>"
    return [line.split(": ", 1)[-1] for line in body(story("a.html", page))]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>20<sup>3</sup> m</p>", "20^3^ m"),
        ("<p>H<sub>2</sub>O</p>", "H~2~O"),
        ("<p>10<span style='vertical-align: super'>6</span></p>", "10^6^"),
        ("<p>It <del>sank</del> sailed</p>", "It ~~sank~~ sailed"),
        ("<p>It <s>sank</s> <ins>sailed</ins></p>", "It ~~sank~~ sailed"),
        ("<p>It <strike>sank</strike></p>", "It ~~sank~~"),
        ("<p>It <span style='text-decoration:line-through'>sank</span></p>", "It ~~sank~~"),
        ("<p style='text-decoration: line-through'>It sank</p>", "~~It sank~~"),
        ("<p>A <mark>red</mark> boat</p>", "A ==red== boat"),
        ("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です</p>", "{漢字 read かんじ}です"),
        ("<p>Roses <br>\n Violets</p>", "Roses / Violets"),
        ("<p>One<br/>Two<br/>Three</p>", "One / Two / Three"),
        ("<p>A line\nof the source</p>", "A line of the source"),
        ("<p><math alttext='x squared'><msup><mi>x</mi><mn>2</mn></msup></math> it is</p>", "x squared it is"),
        (
            "<p><math><mfrac><mn>12</mn><mi>n</mi></mfrac><mo>=</mo><msup><mi>x</mi><mn>2</mn></msup></math></p>",
            "$12/n = x^2$",
        ),
        ("<p>So <math><msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt></math> it is</p>", "So $√(a + b)$ it is"),
        ("<p>So <img class=latex src=a.png alt='a = b/2'> it is, and we knew</p>", "So $a = b/2$ it is, and we knew"),
        ("<p><ruby>台<rt>tái</rt>风<rt>fēng</rt></ruby> it is</p>", "{台 read tái}{风 read fēng} it is"),
        ("<p>Prices rose: \\(a<sub>1</sub>\\) is $5</p>", "Prices rose: \\(a~1~\\) is $5"),
        ("<p>So \\(x^2\\) it is, for $5 and $10</p>", "So $x^2$ it is, for $5 and $10"),
    ],
)
def test_marks_of_words_stay(story: Story, html: str, text: str) -> None:
    assert told(story, html) == [text]


def test_two_line_breaks_part_paragraphs_and_one_does_not(story: Story) -> None:
    assert told(story, "<p>Q: Why?<br>A: Because.<br><br>Q: When?</p>") == ["Q: Why? / A: Because.", "Q: When?"]


def test_a_line_break_in_a_headline_is_a_blank_in_the_title(story: Story) -> None:
    assert story("a.html", "<h1>Harbour<br>opens</h1><p>It did.</p>").title == "Harbour opens"


def test_classes_of_the_pages_own_sheet_count(story: Story) -> None:
    sheet = "<style>.c1{text-decoration:line-through}.c2{font-style:italic}.c3{font-weight:700}</style>"
    inside = "<p>It <span class=c1>sank</span> <span class=c2>sailed</span> <span class=c3>on</span></p>"
    assert told(story, inside, sheet) == ["It ~~sank~~ *sailed* **on**"]


def test_a_formula_without_words_is_told(story: Story) -> None:
    latex = "<annotation encoding='application/x-tex'>\\frac{a}{b}</annotation>"
    inside = f"<p>So <math><semantics><mi>x</mi>{latex}</semantics></math> it is.</p>"
    article = story("a.html", f"<h1>Harbour</h1>{inside}")
    assert body(article) == ["1 p: So $\\frac{a}{b}$ it is."]
    assert [finding.message for finding in article.findings] == ["a formula is told as such: “\\frac{a}{b}”"]


@pytest.mark.parametrize(
    ("html", "numbers", "numerals", "descending"),
    [
        ("<ol><li>a</li><li>b</li></ol>", (1, 2), "1", False),
        ("<ol start=4><li>a</li><li>b</li></ol>", (4, 5), "1", False),
        ("<ol reversed><li>a</li><li>b</li><li>c</li></ol>", (3, 2, 1), "1", True),
        ("<ol reversed start=10><li>a</li><li>b</li></ol>", (10, 9), "1", True),
        ("<ol type=a><li>a</li><li value=7>b</li><li>c</li></ol>", (1, 7, 8), "a", False),
        ("<ol style='list-style-type: lower-roman'><li>a</li></ol>", (1,), "i", False),
        ("<ul><li>a</li></ul>", (), "1", False),
    ],
)
def test_lists_keep_their_numbers(
    story: Story, html: str, numbers: tuple[int, ...], numerals: str, descending: bool
) -> None:
    (block,) = story("a.html", f"<h1>Harbour</h1>{html}").body
    assert isinstance(block, ListBlock)
    assert (block.numbers, block.numerals, block.descending) == (numbers, numerals, descending)


def table(story: Story, inside: str) -> Table:
    (block,) = story("a.html", f"<h1>Harbour</h1><table>{inside}</table>").body
    assert isinstance(block, Table)
    return block


def rows(block: Table) -> list[list[str]]:
    return [[plain(cell) for cell in row.cells] for row in block.rows]


HEAD = "<thead><tr><th>Town</th><th>Boats</th></tr></thead>"


def test_a_row_over_all_columns_heads_those_that_follow(story: Story) -> None:
    inside = "<tr><th colspan=2>North</th></tr><tr><td>Wick</td><td>3</td></tr>"
    block = table(story, f"{HEAD}<tbody>{inside}</tbody>")
    assert [plain(cell) for cell in block.header] == ["Town", "Boats"]
    assert [(row.is_group, plain(row.cells[0])) for row in block.rows] == [(True, "North"), (False, "Wick")]


def test_a_cell_over_columns_says_so(story: Story) -> None:
    inside = "<tr><th>Day</th><th>Mon</th><th>Tue</th></tr><tr><td>Boats</td><td colspan=2>none</td></tr>"
    assert [row.spans for row in table(story, inside).rows] == [(1, 2, 0)]


def test_the_foot_comes_last_and_an_empty_head_is_none(story: Story) -> None:
    foot = "<tfoot><tr><td>All</td><td>5</td></tr></tfoot>"
    block = table(story, f"<thead><tr><th></th><th></th></tr></thead>{foot}<tr><td>Wick</td><td>3</td></tr>")
    assert rows(block) == [["Wick", "3"], ["All", "5"]]
    assert not any(map(plain, block.header))


def test_comments_of_a_google_document_stay_in_and_are_told(story: Story) -> None:
    inside = (
        '<p>It sailed.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><p>It came back.</p>'
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>check with legal before we run it</span></p></div>'
    )
    article = story("a.html", f"<p class='c1 title'>Harbour</p>{inside}")
    assert article.title == "Harbour"
    assert [plain(block.text) for block in article.body if isinstance(block, Paragraph)] == [
        "It sailed.",
        "It came back.",
    ]
    messages = [finding.message for finding in article.findings if finding.code == "desk-matter"]
    assert messages == ["a comment of the desk is left out: “check with legal before we run it”"]


def test_a_tracking_redirect_is_the_address_behind_it(story: Story) -> None:
    href = "https://www.google.com/url?q=https://tide.example/a?b%3D1&amp;sa=D&amp;ust=9"
    assert told(story, f"<p>See <a href='{href}'>tides</a></p>") == ["See [tides](https://tide.example/a?b=1)"]


def test_lists_of_a_word_document_are_lists(story: Story) -> None:
    def item(marker: str, words: str, level: int = 1) -> str:
        ignored = f"<span style='mso-list:Ignore'>{marker}<span>&nbsp; </span></span>"
        return f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>{ignored}{words}</p>"

    inside = item("1.", "Wick") + item("a)", "north pier", 2) + item("2.", "Ness") + "<p>End.</p>" + item("·", "oars")
    blocks = story("a.html", f"<h1>Harbour</h1>{inside}").body
    ordered, _, bullets = blocks
    assert isinstance(ordered, ListBlock)
    assert isinstance(bullets, ListBlock)
    inner = ordered.items[0][1]
    assert isinstance(inner, ListBlock)
    assert (ordered.numbers, inner.numbers, inner.numerals, bullets.numbers) == ((1, 2), (1,), "a", ())


def test_a_page_cannot_mark_words_as_ours(story: Story) -> None:
    article = story(
        "a.html", "<h1>Harbour</h1><p>It <span data-formula data-desk='x' data-marks='deleted'>sailed</span></p>"
    )
    assert body(article) == ["1 p: It sailed"]
    assert codes(article) == []


def test_a_callout_of_markdown_has_its_kind_and_title(story: Story) -> None:
    article = story("a.md", "# Harbour\n\n> [!WARNING] High water\n> Stay off the pier.\n")
    (block,) = article.body
    assert type(block).__name__ == "Callout"
    assert not isinstance(block, Heading)


def test_lists_of_google_docs_are_nested_by_their_classes(story: Story) -> None:
    lists = "<ul class='lst-kix_b-0 start'><li>one</li></ul><ul class='lst-kix_b-1 start'><li>within</li></ul>"
    lists += "<ul class='lst-kix_b-2 start'><li>deeper</li></ul><ul class='lst-kix_b-0'><li>two</li></ul>"
    (block,) = story("a.html", f"<h1>Harbour</h1>{lists}").body
    assert isinstance(block, ListBlock)
    first, second = block.items
    assert isinstance(first[1], ListBlock)
    assert isinstance(first[1].items[0][1], ListBlock)
    assert len(second) == 1


def test_a_frame_is_told_by_its_title(story: Story) -> None:
    article = story("a.html", "<h1>Harbour</h1><p>It fell.</p><iframe src=b title='The bridge falls'></iframe>")
    assert [finding.message for finding in article.findings] == ["a frame (“The bridge falls”) is left out"]
