"""Whole stories in every format, as they are read. ``--save-golden`` saves what is read now as expected."""

from pathlib import Path

import pytest

from accessnews import readers
from tests.readers.printing import printed

STORIES = Path(__file__).parent / "stories"
NAMES = sorted(path.name for path in STORIES.iterdir() if path.is_file())


@pytest.mark.parametrize("name", NAMES)
def test_story(name: str, request: pytest.FixtureRequest) -> None:
    expected = STORIES / "expected" / f"{name}.read"
    told = printed(readers.read(STORIES / name))
    if request.config.getoption("--save-golden"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(told, "utf-8")
    assert told == expected.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_hash_is_of_the_bytes(name: str) -> None:
    from hashlib import sha256

    article = readers.read(STORIES / name)
    assert article.sha256 == sha256((STORIES / name).read_bytes()).hexdigest()
    assert article.path == STORIES / name
