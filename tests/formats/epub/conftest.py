"""EPUBs on disk."""

import pytest

from tests.fixtures.shelf import OnDisk, shelf


@pytest.fixture(scope="session")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> OnDisk:
    """Write a book (once) and give its path."""
    return shelf(tmp_path_factory.mktemp("books"), "epub", ".epub")
