"""Marks of Markdown beyond CommonMark: each as the HTML element that says what its author means."""

import re

import pytest

from accessnews.model.article import figures
from accessnews.readers._markdown.page import html_of
from tests.fixtures.growth import assert_grows_with_its_length
from tests.readers.conftest import Story
from tests.readers.printing import body, codes, printed


def inside(text: str) -> str:
    """The HTML of a paragraph, without its lines."""
    html = re.sub(r' data-line="\d*"', "", html_of(text, "a.md").html)
    return html.strip().removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("was ~~$10~~ $5", "was <s>$10</s> $5"),
        ("was ~ten pounds~ five", "was <del>ten pounds</del> five"),
        ("was ~ten~ five", "was <del>ten</del> five"),
        ("H~2~O, CO~2~", "H<sub>2</sub>O, CO<sub>2</sub>"),
        ("10^6^ on the 2^nd^", "10<sup>6</sup> on the 2<sup>nd</sup>"),
        ("^The window in December^", "<sup>The window in December</sup>"),
        ("an ==open *door*== here", "an <mark>open <em>door</em></mark> here"),
        ("{++new++} and {--old--}", "<ins>new</ins> and <del>old</del>"),
        ("{~~old~>new~~}", "<del>old</del> <ins>new</ins>"),
        ("{==kept==}{>>says who<<}", "<mark>kept</mark>"),
        ("==a [b](https://a.example)==", '<mark>a <a href="https://a.example">b</a></mark>'),
        ("[loud]{.smallcaps}", "<span>loud</span>"),
        ("[loud]{.mark}", "<mark>loud</mark>"),
        ("[mot]{lang=fr}", '<span lang="fr">mot</span>'),
        ("*set*{: .lead} apart", "<em>set</em> apart"),
        (":fish: and :tada: and :no_such_thing:", "🐟 and 🎉 and :no_such_thing:"),
        ("said so ^a1b2c3", "said so"),
    ],
)
def test_marks_are_elements(text: str, html: str) -> None:
    assert inside(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "between ~5 and ~6 metres, ~/home and ~/tmp",
        "a == b and c == d, x==y==z",
        "C++ and D++ and a ++ b",
        "2^10 and ^_^ and 5 ^ 2",
        "at 12:30:45 and 1:2:3",
        "50%% of it, 5% and 6%",
        "a {word} and {TK}",
        "[sic] and [our] word",
        "`~~a~~ ==b== H~2~O [[c]] {--d--}`",
        "a ~~~5 and \\~\\~no\\~\\~",
    ],
)
def test_what_only_looks_like_a_mark_stays(text: str) -> None:
    shown = inside(text).removeprefix("<code>").removesuffix("</code>").replace("&gt;", ">")
    assert re.sub(r"\\", "", shown) == re.sub(r"[\\`]", "", text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("![[a.jpg|A lamp is *lit*. [HP]]]", "alt=None credit=None: A lamp is *lit*. [HP]"),
        ("![[a.jpg|A lamp.|300]]", "alt=None credit=None: A lamp."),
        ("![[a.jpg|300x200]]", "alt=None credit=None: "),
        ('![One](a.jpg){alt="A red tram"}', "alt='A red tram' credit=None: One"),
        ("![One](a.jpg){alt=“A red tram” width=50%}", "alt='A red tram' credit=None: One"),
        ('![One](a.jpg){#fig-a fig-alt="A \\"red\\" tram" .wide}', "alt='A \"red\" tram' credit=None: One"),
        ('![](a.jpg){fig-cap="A tram." fig-alt="A red tram"}', "alt='A red tram' credit=None: A tram."),
        ("![One](a.jpg){width=50%}", "alt='One' credit=None: "),
        ("![One](a.jpg) { .shadow }", "alt='One' credit=None: "),
        ('![One](a.jpg)\n{: alt="A red tram"}', "alt='A red tram' credit=None: One"),
        ("![One](a.jpg =300x200)", "alt='One' credit=None: "),
        ('![One](a.jpg =50%x "A tram.")', "alt='One' credit=None: A tram."),
        ('![One](a.jpg "A *tram* & [its](https://a.example) line")',
         "alt='One' credit=None: A *tram* & [its](https://a.example) line"),
        ("<div class='x'>![One](a.jpg)</div>", "alt='One' credit=None: "),
    ],
)  # fmt: skip
def test_pictures(story: Story, text: str, told: str) -> None:
    assert body(story("a.md", f"# T\n\nWords.\n\n{text}\n"))[1:] == [f"5 figure a.jpg {told}"]


def test_notes_in_captions_are_counted_where_they_stand(story: Story) -> None:
    article = story(
        "a.md",
        '# T\n\nOne.[^a]\n\n![A](a.jpg "Lamp.[^b]")\n\n<figure><img src="b.jpg">\n<figcaption>Pier.[^c] *See*'
        '</figcaption></figure>\n\n{{< figure src="c.jpg" caption="Dock.[^d]" >}}\n\nTwo.[^e]\n\n'
        + "".join(f"[^{name}]: Note {name}.\n" for name in "edcba"),
    )
    assert [run.note for figure in figures(article) for run in figure.caption if run.note] == ["2", "3", "4"]
    assert [line for line in printed(article).splitlines() if "p: Note" in line] == [
        f"  {line} p: Note {name}." for line, name in zip(range(18, 13, -1), "abcde", strict=True)
    ]
    assert not codes(article)


def test_comments_are_left_out_and_told(story: Story) -> None:
    article = story("a.md", "# T\n\nWords %%check with legal%% here.{>>says who?<<}\n")
    assert body(article) == ["3 p: Words here."]
    assert [finding.message for finding in article.findings] == [
        "a comment is left out: “check with legal”",
        "a comment is left out: “says who?”",
    ]


def test_boxes_of_a_list_of_tasks(story: Story) -> None:
    told = printed(story("a.md", "# T\n\n- [x] scales\n- [ ] ice\n- [our] hall\n"))
    assert [line.partition("p: ")[2] for line in told.splitlines() if "p: " in line] == [
        "☑ scales",
        "☐ ice",
        "[our] hall",
    ]


def test_links_of_a_wiki_leave_their_words(story: Story) -> None:
    article = story("a.md", "# T\n\nRead [[Old hall|of the hall]], [[Old hall]]; [[1]](https://a.example).\n")
    assert body(article) == ["3 p: Read of the hall, Old hall; [[1]](https://a.example)."]
    assert codes(article) == ["link-dropped", "link-dropped"]


def test_a_note_embedded_from_elsewhere_is_told(story: Story) -> None:
    article = story("a.md", "# T\n\nWords.\n\n![[Old hall]]\n")
    assert [finding.message for finding in article.findings] == ["“Old hall” is left out"]


@pytest.mark.parametrize(
    "unit", ["==a ", "{++a", "{--{==", "~a ", "^a", ":a", "[[a|", "![[a", "{a=b ", "[a]{", "%% a ", "{~~a~>"]
)
def test_marks_that_never_end_take_their_time_once(unit: str) -> None:
    assert_grows_with_its_length(lambda length: html_of(unit * (length // len(unit)), "a.md"), 8_000)


PIER = "![The pier](c.jpg){#fig-pier}\n\n![The quay](d.jpg){#fig:quay}\n\n"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("As @fig-pier shows.", "As Figure 1 shows."),
        ("It is dry [see @fig:quay].", "It is dry see Figure 2."),
        ("Figure @fig:quay and -@fig-pier.", "Figure 2 and 1."),
        ("Write to ann@fig-pier.example, `@fig-pier`.", "Write to ann@fig-pier.example, `@fig-pier`."),
        ("As @fig-gone shows.", "As @fig-gone shows."),
        ("As @mayor wrote.", "As @mayor wrote."),
    ],
)
def test_references_to_pictures(story: Story, source: str, shown: str) -> None:
    lines = body(story("a.md", f"# T\n\n{PIER}{source}\n"))
    assert lines[2].split(": ", 1)[1] == shown


def test_references_are_in_the_storys_language(story: Story) -> None:
    lines = body(story("a.md", f"---\nlang: de\n---\n\n# T\n\n{PIER}Siehe @fig:quay.\n"))
    assert lines[2].endswith("Siehe Abbildung 2.")
