"""What EPUBCheck and Ace make of books of every kind: nothing at all."""

from pathlib import Path

import pytest

from tests.epub.conftest import OWN, OnDisk
from tests.test_pipeline import cases
from tests.tools import ace_violations, epubcheck_messages

DRAWN = ["everything", "arabic", "gallery", "hostile"]
BOOKS = ["starter", *(f"golden-{case.name}" for case in cases()), *DRAWN, *OWN]


@pytest.mark.parametrize("name", BOOKS)
def test_epubcheck_finds_nothing(on_disk: OnDisk, name: str) -> None:
    """No error, no warning, and no advice either."""
    assert epubcheck_messages(on_disk(name)) == []


@pytest.mark.parametrize("name", BOOKS)
def test_ace_finds_nothing(on_disk: OnDisk, name: str, tmp_path: Path) -> None:
    assert ace_violations(on_disk(name), tmp_path) == []
