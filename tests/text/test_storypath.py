"""How one of several stories in a file is named."""

from pathlib import Path

import pytest

from accessnews.text.storypath import numbered, split_number, stem


@pytest.mark.parametrize(
    ("name", "file", "number", "called"),
    [
        ("feeds/feed.xml", "feeds/feed.xml", 0, "feed"),
        ("feeds/feed.xml#2", "feeds/feed.xml", 2, "feed-2"),
        ("a.b.json#10", "a.b.json", 10, "a.b-10"),
        ("draft #2.md", "draft #2.md", 0, "draft #2"),
        ("feed.xml#0", "feed.xml#0", 0, "feed"),
    ],
)
def test_a_number_behind_the_suffix_names_a_story(name: str, file: str, number: int, called: str) -> None:
    assert split_number(Path(name)) == (Path(file), number)
    assert stem(Path(name)) == called


def test_a_numbered_path_is_read_back() -> None:
    assert split_number(numbered(Path("a/feed.xml"), 3)) == (Path("a/feed.xml"), 3)
