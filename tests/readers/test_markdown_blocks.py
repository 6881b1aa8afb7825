"""Blocks of Markdown beyond CommonMark: callouts, boxes, formulas, verse, comments, abbreviations."""

import re

import pytest

from accessnews.readers._markdown.page import html_of
from tests.fixtures.growth import assert_grows_with_its_length
from tests.readers.conftest import Story
from tests.readers.printing import body, codes


def html(text: str) -> str:
    return re.sub(r' data-line="\d*"|\n', "", html_of(text, "a.md").html)


def box(kind: str, inside: str, title: str = "") -> str:
    told = f'<p data-callout-title="">{title}</p>' if title else ""
    return f'<aside data-callout="{kind}">{told}{inside}</aside>'


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("> [!WARNING]\n> Stay *away*.", "warning", ""),
        ("> [!tip]- What to *do*\n> Stay *away*.", "tip", "What to <em>do</em>"),
        ("> [!danger]+\n> Stay *away*.", "caution", ""),
        ("> [!recipe]\n> Stay *away*.", "note", "Recipe"),
        ("> **Important**\n> Stay *away*.", "important", ""),
        (":::note\nStay *away*.\n:::", "note", ""),
        (":::warning[Sea *wall*]\nStay *away*.\n:::", "warning", "Sea <em>wall</em>"),
        ("::: tip Sea *wall*\nStay *away*.\n:::", "tip", "Sea <em>wall</em>"),
        (":::{note}\nStay *away*.\n:::", "note", ""),
        ('::: {.callout-important title="Sea wall"}\nStay *away*.\n:::', "important", "Sea wall"),
        ("::: {.callout-caution}\n## Sea wall\n\nStay *away*.\n:::", "caution", "Sea wall"),
        ("!!! note\n    Stay *away*.", "note", ""),
        ('!!! danger "Sea *wall*"\n    Stay *away*.', "caution", "Sea <em>wall</em>"),
        ('??? tip inline end "Sea wall"\n    Stay *away*.', "tip", "Sea wall"),
        ("{{% notice warning %}}\nStay *away*.\n{{% /notice %}}", "warning", ""),
        ('{{< callout type="tip" title="Sea wall" >}}\nStay *away*.\n{{< /callout >}}', "tip", "Sea wall"),
        ('{{% notice tip "Sea wall" %}}\nStay *away*.\n{{% /notice %}}', "tip", "Sea wall"),
        ('{% hint style="danger" %}\nStay *away*.\n{% endhint %}', "caution", ""),
        ("Stay *away*.\n{: .notice--warning}", "warning", ""),
    ],
)
def test_callouts(text: str, kind: str, title: str) -> None:
    assert html(f"{text}\n\nMore.\n") == box(kind, "<p>Stay <em>away</em>.</p>", title) + "<p>More.</p>"


def test_callouts_hold_blocks_and_each_other() -> None:
    text = "> [!NOTE]\n> One.\n>\n> - two\n> > [!TIP]\n> > Three.\n\n:::note\nA.\n\n:::tip\nB.\n:::\n\nC.\n:::\n"
    first = box("note", f"<p>One.</p><ul><li>two</li></ul>{box('tip', '<p>Three.</p>')}")
    assert html(text) == first + box("note", f"<p>A.</p>{box('tip', '<p>B.</p>')}<p>C.</p>")


@pytest.mark.parametrize(
    "text",
    ["!!! Breaking news", "???", "> **Note** that it rains", "> He said [!] so", "::: ", "One\n\n:::\n\nTwo"],
)
def test_what_only_looks_like_a_callout_is_none(text: str) -> None:
    assert "data-callout" not in html(text)
    assert ":::" not in html(text)


def test_a_box_is_a_figure_by_its_class_or_id(story: Story) -> None:
    text = ":::{.figure}\n![A bell](a.jpg)\n\nThe *bell*.\n:::\n\n::: {#fig-b}\n![](b.jpg)\n\nIt.\n:::\n"
    assert body(story("a.md", f"# T\n\nWords.\n\n{text}"))[1:] == [
        "5 figure a.jpg alt='A bell' credit=None: The *bell*.",
        "11 figure b.jpg alt=None credit=None: It.",
    ]


def test_other_boxes_leave_their_inside() -> None:
    assert html(":::: {.columns}\n::: {.column width=50%}\nA.\n:::\n::::\n") == "<div><div><p>A.</p></div></div>"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (r"where $p = \frac{a}{q^2}$ is", r"p = \frac{a}{q^2}"),
        ("where $x$ is", "x"),
        ("where $f(x)$ is", "f(x)"),
        (r"where \(x_1\) is", "x_1"),
        (r"where \[a^2 = b\] is", "a^2 = b"),
        ("where $$a = b$$ is", "a = b"),
        ("where $`a`$ is", "a"),
        ("$$\na = b\n- c\n$$", "a = b- c"),
        ("\\begin{align}\na &= b\n\\end{align}", r"\begin{align}a &amp;= b\end{align}"),
        ("```math\na\n```", "a"),
    ],
)
def test_formulas_are_told_as_such(text: str, source: str) -> None:
    assert f'<span data-formula="">{source}</span>' in html(text)


@pytest.mark.parametrize(
    "text",
    [
        "from $3,500 in 2022 to $5,000, and then $6,750",
        "$5 and $10, US$5-US$6 and A$7/C$8",
        "the $-sign and US-$ or A$",
        "5$ or 6$",
        "$AAPL and $TSLA rose",
        r"a \$40 barrel, \$50",
        r"\[sic\] and \(see below\)",
        "$HOME/bin:$PATH",
    ],
)
def test_prices_stay_prices(text: str) -> None:
    assert html(text) == f"<p>{text.replace(chr(92), '')}</p>"


def test_verse_keeps_its_lines() -> None:
    assert html("| The bell\n| the *rope*\n  goes on\n|\n| The end\n") == (
        "<p>The bell<br />the <em>rope</em> goes on</p><p>The end</p>"
    )


def test_a_table_is_no_verse() -> None:
    assert "<table" in html("| a | b |\n|---|---|\n| c | d |\n")


def test_comments_over_several_lines_are_left_out(story: Story) -> None:
    article = story("a.md", "# T\n\nWords.\n\n%%\ncheck\n\nwith legal\n%%\n\nMore.\n")
    assert body(article) == ["3 p: Words.", "11 p: More."]
    assert [finding.message for finding in article.findings] == ["a comment is left out: “check with legal”"]


def test_a_comment_that_never_ends_hides_nothing(story: Story) -> None:
    article = story("a.md", "# T\n\nWords.\n\n%% 5 %\n\nMore.\n")
    assert body(article)[-1] == "7 p: More."
    assert not codes(article)


def test_abbreviations_are_expanded(story: Story) -> None:
    article = story("a.md", "# T\n\nThe GDP, not the GDPR.\n\n*[GDP]: gross domestic product\n")
    assert body(article) == ["3 p: The {GDP = gross domestic product}, not the GDPR."]


@pytest.mark.parametrize(
    "unit", ["> [!NOTE]\n\n", ":::note\n:::\n", "%%a\n", "$a ", "\\(a ", "!!! note\n", "| a\n", "a\n{: .notice"]
)
def test_boxes_that_never_end_take_their_time_once(unit: str) -> None:
    assert_grows_with_its_length(lambda length: html_of(unit * (length // len(unit)), "a.md"), 8_000)


def test_callouts_deletions_and_line_breaks_reach_the_article(story: Story) -> None:
    text = "> [!TIP] What to *do*\n> Bring ~~chairs~~ ==boots==.\n\nRuth Mast\\\nMill Lane  \n10^6^ H~2~O $x$\n"
    assert body(story("a.md", f"# T\n\n{text}")) == [
        "3 tip: What to *do*",
        "  4 p: Bring ~~chairs~~ ==boots==.",
        "6 p: Ruth Mast / Mill Lane / 10^6^ H~2~O $x$",
    ]
