"""A feed on the command line: a bundle of each of its stories."""

import json
from pathlib import Path

import pytest

from tests.fixtures.command import accessnews

ITEMS = [
    {"uri": "u:1", "headline": "Ferry sails", "language": "en", "body_text": "The ferry sails."},
    {"uri": "u:2", "type": "picture", "headline": "Pier", "description_text": "The pier."},
    {"uri": "u:3", "headline": "Crane turns", "language": "en", "body_text": "The crane turns."},
]


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(ITEMS), "utf-8")
    return path


def folders(feed: Path) -> list[str]:
    return sorted(path.name for path in (feed.parent / "output").iterdir() if path.is_dir())


def render(feed: Path, name: str) -> int:
    return accessnews("render", name, "-q", "--to", "html", cwd=str(feed.parent)).returncode


def test_render_makes_a_bundle_of_each_story(feed: Path) -> None:
    assert render(feed, "feed.json") == 0
    assert folders(feed) == ["feed-1", "feed-3"]
    assert "The crane turns." in (feed.parent / "output" / "feed-3" / "index.html").read_text("utf-8")


def test_one_of_them_is_named_by_its_number(feed: Path) -> None:
    assert render(feed, "feed.json#3") == 0
    assert folders(feed) == ["feed-3"]


def test_a_review_asks_which_story(feed: Path) -> None:
    done = accessnews("alt", "export", str(feed))
    assert done.returncode == 2
    assert "#1 Ferry sails; #3 Crane turns" in done.stderr
