"""Audiobooks on disk: of the starter, of the golden stories, of drawn editions."""

from functools import partial
from pathlib import Path

import pytest

from accessnews.model.settings import Settings
from tests.fixtures.editions import edition, edition_of
from tests.fixtures.shelf import OWN, RENDERED, OnDisk, rendered
from tests.formats.audiobook.audiobooks import packages

FORMATS = (*Settings().formats, "audiobook")


@pytest.fixture(scope="session")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> OnDisk:
    """Render the starter or a golden story in every format that has ids (once) and give the bundle's folder."""
    return partial(rendered, tmp_path_factory.mktemp("bundles"), FORMATS)


@pytest.fixture(scope="session")
def on_disk(tmp_path_factory: pytest.TempPathFactory, bundles: OnDisk) -> OnDisk:
    """A folder with the two packages of a story or, by the name of one, of a drawn edition."""
    return partial(_packaged, tmp_path_factory.mktemp("packages"), bundles)


def _packaged(folder: Path, bundles: OnDisk, name: str) -> Path:
    if name in RENDERED:
        return bundles(name)
    home = folder / name
    if not home.exists():
        home.mkdir()
        for suffix, package in packages(edition_of(OWN[name]()) if name in OWN else edition(name)).items():
            (home / f"story{suffix}").write_bytes(package.data)
    return home
