"""Books on disk: of drawn editions, of the starter, of the golden stories."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from accessnews import profiles
from accessnews.pipeline import render
from accessnews.settings import Settings
from tests.epub.books import book
from tests.page.conftest import browser
from tests.page.editions import edition
from tests.test_pipeline import STARTER, STORIES, TONE

__all__ = ["browser"]

OnDisk = Callable[[str], Path]


@pytest.fixture(scope="session")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> OnDisk:
    """Write a book (once) and give its path: the starter's, a golden story's, or else that of a drawn edition."""
    return partial(_written, tmp_path_factory.mktemp("books"))


def _written(folder: Path, name: str) -> Path:
    path = folder / f"{name}.epub"
    if not path.exists():
        path.write_bytes(_made(name, folder))
    return path


def _made(name: str, folder: Path) -> bytes:
    if name == "starter":
        story, voice = STARTER / "harbour-market.md", profiles.load("courier", STARTER)
    elif (STORIES / name).is_dir():
        (story,) = (path for path in (STORIES / name).iterdir() if path.stem == "story" and path.is_file())
        voice = TONE
    else:
        return book(edition(name)).data
    bundle = render(story, Settings(output=str(folder / name), to=("epub",)), voice)
    (made,) = bundle.folder.glob("*.epub")
    return made.read_bytes()
