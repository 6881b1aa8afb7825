"""Talking books on disk and opened."""

from collections.abc import Callable
from functools import cache

import pytest

from tests.fixtures.editions import ARTICLES
from tests.fixtures.shelf import OWN, RENDERED, OnDisk, shelf
from tests.formats.daisy.books import TalkingBook

Opened = Callable[[str], TalkingBook]
BOOKS = [*RENDERED, *ARTICLES, *OWN]


@pytest.fixture(scope="session")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> OnDisk:
    """Write a talking book (once) and give its path."""
    return shelf(tmp_path_factory.mktemp("talking-books"), "daisy", ".zip")


@pytest.fixture(scope="session")
def every(on_disk: OnDisk) -> Opened:
    return cache(lambda name: TalkingBook(on_disk(name).read_bytes()))


@pytest.fixture(params=BOOKS)
def book(request: pytest.FixtureRequest, every: Opened) -> TalkingBook:
    """Each of them in turn."""
    return every(request.param)
