"""How the tests of the readers read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from accessnews import readers
from accessnews.model.article import Article

Story = Callable[[str, str | bytes], Article]


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """Write a story into the test's folder and read it: text or bytes, by the suffix of its name."""

    def reader(name: str, content: str | bytes) -> Article:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return readers.read(path)

    return reader
