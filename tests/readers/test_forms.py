"""A form above the story, as desks and MultiMarkdown write it, is front matter without its rules."""

import pytest

from tests.readers.conftest import Story
from tests.readers.printing import body, codes

FORM = "Headline: Quay of Larn opens again\nByline: Ann Roe\nDate: 3 March 2026\nDesk: News\nWord count: 240\n"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_form_is_read(story: Story, name: str) -> None:
    article = story(name, f"{FORM}\nThe quay was opened on Monday.\n\nIt holds.\n")
    assert (article.title, article.byline, article.date) == ("Quay of Larn opens again", ("Ann Roe",), "2026-03-03")
    assert body(article) == ["7 p: The quay was opened on Monday.", "9 p: It holds."]
    assert codes(article) == []


@pytest.mark.parametrize(
    "head",
    [
        "Title: Larn\n\n",  # one field may be a headline with a colon
        "Mayor: It holds\nCouncil: It does not\n\n",
        "Headline: Larn\nByline: Ann Roe\nIt holds.\n\n",  # the story goes on below
        "Headline: Larn\nHeadline: Again\nByline: Ann Roe\n\n",
    ],
)
def test_other_lines_with_colons_are_the_storys(story: Story, head: str) -> None:
    article = story("a.md", f"{head}The quay was opened on Monday.\n")
    words = " ".join([article.title, *body(article)])
    assert head.partition(": ")[2].partition("\n")[0] in words


def test_a_form_without_a_story_is_one(story: Story) -> None:
    assert body(story("a.txt", FORM)) != []
