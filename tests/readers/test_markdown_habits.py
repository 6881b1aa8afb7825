"""Markdown as sites and writers have it: rules, comments, contents, references, italics below pictures, keys."""

import pytest

from tests.readers.conftest import Story
from tests.readers.printing import body, codes


def page(text: str, front: str = "title: The pier") -> str:
    return f"---\n{front}\n---\n{text}\n"


@pytest.mark.parametrize("text", ["It is open again.\n---\nSo they say.", "It is open\nagain\n---\nSo they say."])
def test_a_rule_right_below_a_paragraph(story: Story, text: str) -> None:
    article = story("a.md", page(text))
    assert [line.split(" ", 1)[1] for line in body(article)] == [
        "p: It is open again" + ("." if "again." in text else ""),
        "rule",
        "p: So they say.",
    ]
    assert codes(article) == ["rule-below-text"]


@pytest.mark.parametrize("text", ["The way back\n---\nIt is long.", "The way back\n===\nIt is long."])
def test_a_heading_that_is_underlined(story: Story, text: str) -> None:
    article = story("a.md", page(text))
    assert "The way back" in article.title or body(article)[0].endswith("h2: The way back")
    assert "rule-below-text" not in codes(article)


@pytest.mark.parametrize(
    "comment", ["<!-- ask Per for the number -->", "Text <!-- ask Per --> goes on.", "<!--\nask\n\nPer\n-->"]
)
def test_comments_of_people_are_told(story: Story, comment: str) -> None:
    article = story("a.md", page(f"It is open.\n\n{comment}\n"))
    assert "Per" not in str(body(article))
    assert codes(article) == ["desk-matter"]


@pytest.mark.parametrize("comment", ["<!--more-->", "<!-- wp:paragraph -->", "<!-- prettier-ignore -->", "<!-- -->"])
def test_comments_of_programs_are_not(story: Story, comment: str) -> None:
    assert not codes(story("a.md", page(f"It is open.\n\n{comment}\n\nAgain.")))


def test_a_list_that_becomes_the_contents(story: Story) -> None:
    assert body(story("a.md", page("* TOC\n{:toc}\n\nIt is open.\n\n- One\n{: .big}")))[0] == "7 p: It is open."


@pytest.mark.parametrize(
    ("reference", "read"),
    [
        (r"Figure \ref{fig:pier}", "See Figure 1."),
        (r"\autoref{fig:pier}", "See Figure 1."),
        ("@fig:pier", "See Figure 1."),
        (r"\ref{fig:none}", r"See \ref{fig:none}."),
    ],
)
@pytest.mark.parametrize("figure", ["![Pier](a.jpg){#fig:pier}", '<figure id="fig:pier"><img src="a.jpg"></figure>'])
def test_figures_by_their_names(story: Story, figure: str, reference: str, read: str) -> None:
    assert body(story("a.md", page(f"{figure}\n\nSee {reference}.")))[-1].endswith(f"p: {read}")


@pytest.mark.parametrize(
    ("text", "is_caption"),
    [
        ("*The pier of Larn at low tide*", True),
        ("_The pier of Larn, 1903_ (Olive Per)", True),
        ("*“We close at six,” he said.*", False),
        ("*What do you see?*", False),
        ("*I came to Larn in spring.*", False),
        ("*and so it began*", False),
        ("*Advertisement*", False),
        ("*Part two*", False),
        ("*(continued)*", False),
        ("*For more on piers, see our special.*", False),
        ("*It was cold. It was dark. Nobody came. The pier stood.*", False),
    ],
)
def test_italics_below_a_picture(story: Story, text: str, is_caption: bool) -> None:
    lines = body(story("a.md", page(f"It is open.\n\n![Pier](a.jpg)\n\n{text}\n\nThat was all of it.")))
    assert len(lines) == (3 if is_caption else 4)


def test_pictures_that_zola_calls(story: Story) -> None:
    (line,) = body(story("a.md", page('{{ image(src="a.jpg", alt="A pier", caption="The pier.") }}')))
    assert line == "4 figure a.jpg alt='A pier' credit=None: The pier."


def test_names_of_all_tables(story: Story) -> None:
    front = 'title = "The pier"\n[taxonomies]\nauthors = ["Olive Per"]\n[extra]\nauthors = ["Kim Lo", "Olive Per"]'
    article = story("a.md", f"+++\n{front}\n+++\nIt is open.\n")
    assert sorted(article.byline) == ["Kim Lo", "Olive Per"]


FRONT = "title: The pier\nimage: a.jpg\nimage_caption: The pier at noon."


def test_a_caption_above_for_a_picture_below(story: Story) -> None:
    lines = body(story("a.md", page("It is open.\n\n![Pier](a.jpg)", FRONT)))
    assert lines[-1] == "8 figure a.jpg alt='Pier' credit=None: The pier at noon."


def test_a_second_caption_is_told(story: Story) -> None:
    article = story("a.md", page("It is open.\n\n![Pier](a.jpg)\n*The pier at dusk.*", FRONT))
    assert body(article)[-1].endswith("The pier at dusk.")
    assert codes(article) == ["embed-dropped"]


def test_a_caption_with_its_label(story: Story) -> None:
    lines = body(story("a.md", page("It is open.\n\n![Pier](a.jpg)\nCaption: The *pier* at noon.\n\nAgain.")))
    assert lines[1:] == ["6 figure a.jpg alt='Pier' credit=None: The *pier* at noon.", "9 p: Again."]


def test_a_line_of_attributes_that_does_not_end(story: Story) -> None:
    assert body(story("a.md", page("It is open.\n{: \nlang")))
