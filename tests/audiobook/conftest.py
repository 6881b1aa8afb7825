"""Audiobooks on disk: of the starter, of the golden stories, of drawn editions."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from accessnews import profiles
from accessnews.pipeline import render
from accessnews.settings import Settings
from tests.audiobook.audiobooks import packages
from tests.page.editions import edition
from tests.test_pipeline import STARTER, STORIES, TONE

FORMATS = (*Settings().formats, "audiobook")

OnDisk = Callable[[str], Path]


@pytest.fixture(scope="session")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> OnDisk:
    """Render the starter or a golden story in every format that has ids (once) and give the bundle's folder."""
    return partial(_rendered, tmp_path_factory.mktemp("bundles"))


@pytest.fixture(scope="session")
def on_disk(tmp_path_factory: pytest.TempPathFactory, bundles: OnDisk) -> OnDisk:
    """A folder with the two packages of a story or, by the name of one, of a drawn edition."""
    return partial(_packaged, tmp_path_factory.mktemp("packages"), bundles)


def _rendered(folder: Path, name: str) -> Path:
    if name == "starter":
        story, voice = STARTER / "harbour-market.md", profiles.load("courier", STARTER)
    else:
        case = STORIES / name.removeprefix("golden-")
        (story,) = (path for path in case.iterdir() if path.stem == "story" and path.is_file())
        voice = TONE
    output = folder / name
    if not output.exists():
        render(story, Settings(output=str(output), formats=FORMATS), voice)
    return next(path for path in output.iterdir() if path.is_dir())


def _packaged(folder: Path, bundles: OnDisk, name: str) -> Path:
    if name == "starter" or name.startswith("golden-"):
        return bundles(name)
    home = folder / name
    if not home.exists():
        home.mkdir()
        for suffix, package in packages(edition(name)).items():
            (home / f"story{suffix}").write_bytes(package.data)
    return home
