"""Writing an edition in several formats."""

from collections.abc import Iterator

from accessnews import formats
from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from tests.fixtures.editions import edition


def test_formats_are_listed_as_asked_for_whatever_is_begun_first_and_their_files_are_there_once() -> None:
    begun: list[str] = []

    def form(name: str, runs_last: bool = False, slow: bool = False) -> Format:
        def write(edition: Edition) -> Iterator[Artifact]:
            begun.append(name)
            yield Artifact(name, "text/plain", str(len(edition.other_artifacts)).encode())
            yield Artifact("shared", "text/plain", b"")

        return Format(write, runs_last=runs_last, slow=slow)

    chosen = [form("last", runs_last=True), form("one"), form("slow", slow=True), form("two")]
    files = formats.write(edition("everything"), chosen)
    assert begun == ["slow", "one", "two", "last"]
    assert [file.path for file in files] == ["one", "shared", "slow", "two", "last"]
    assert files[-1].data == b"4", "the last knows what the others made"
