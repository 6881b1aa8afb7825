"""HTML: nothing is lost without a word, and nothing is told that nobody wrote."""

import pytest

from accessnews.model.errors import AccessNewsError
from tests.readers.conftest import Story
from tests.readers.printing import body, codes
from tests.readers.test_html import page


@pytest.mark.parametrize(
    ("heading", "title"), [("T<br>wo lines", "T wo lines"), ("Big <script>var x=1;</script>news", "Big news")]
)
def test_a_heading_is_read_as_it_is_seen(story: Story, heading: str, title: str) -> None:
    article = story("a.html", f"<h1>{heading}</h1><p>Text here.</p>")
    assert (article.title, body(article)) == (title, ["1 p: Text here."])


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_a_tag_with_too_many_attributes_is_refused(story: Story, name: str) -> None:
    crowd = " ".join(f'a{number}="x"' for number in range(100_000))
    with pytest.raises(AccessNewsError, match="more than 500 attributes") as caught:
        story(name, f"<h1>T</h1>\n\nText <b {crowd}>of the story</b>\n")
    assert caught.value.at is not None
    assert caught.value.at.line == 3
    assert caught.value.hint


def test_a_picture_in_a_table_is_told(story: Story) -> None:
    table = '<table><tr><th>A<th>B<tr><td>One<td><img src="b.jpg" alt="A flag"></table>'
    article = story("a.html", f"<h1>T</h1>{table}")
    assert [(found.code, "A flag" in found.message) for found in article.findings] == [("embed-dropped", True)]


def test_short_lines_of_a_page_stay(story: Story) -> None:
    article = story("a.html", page(before="<p>Line one<br>Line two<br><br>Line three</p>"))
    assert body(article)[:2] == ["3 p: Line one / Line two", "3 p: Line three"]
    assert codes(article) == []


def test_a_long_paragraph_that_is_left_out_is_told(story: Story) -> None:
    lost = "A reader wrote that the lamp had been seen in a shop window in the next town where it was for sale."
    article = story("a.html", page(among=f'<p class="tags"><a href="https://b.example/">{lost}</a></p>'))
    assert [(found.code, found.at.line) for found in article.findings] == [("text-left-out", 5)]
    assert "A reader wrote that the lamp" in article.findings[0].message
