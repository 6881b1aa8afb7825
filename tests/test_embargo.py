"""No edition of a story is made before its embargo is over, unless somebody asks for it."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from accessnews import render as render_from_python
from accessnews.model.errors import AccessNewsError
from accessnews.model.settings import Settings, Voice
from accessnews.pipeline.production import Bundle
from accessnews.pipeline.recipe import render
from tests.fixtures.command import accessnews

TONE = Voice("tone", "silence", rate=100_000)
STORY = "---\nembargo: {}\n---\n# Quay of Larn opens\n\nThe quay of Larn was opened on Monday.\n"


def rendered(folder: Path, embargo: str, now: str, is_ignored: bool = False) -> Bundle:
    path = folder / "quay.md"
    path.write_text(STORY.format(embargo), "utf-8")
    output = str(folder / "out")
    chosen = Settings(output=output, formats=("html",), keep_speech=False, ignore_embargo=is_ignored)
    return render(path, chosen, TONE, now=datetime.fromisoformat(now))


@pytest.mark.parametrize(
    ("embargo", "now"),
    [
        ("2026-12-31T06:00+01:00", "2026-12-31T04:59:59Z"),
        ("2026-12-31T06:00", "2026-12-31T17:59:59Z"),  # without a zone: the last one on Earth
        ("2026-12-31", "2026-12-31T11:59:59Z"),
    ],
)
def test_a_story_is_refused_before(tmp_path: Path, embargo: str, now: str) -> None:
    with pytest.raises(AccessNewsError, match="not to be published before 2026-12-31") as error:
        rendered(tmp_path, embargo, now)
    assert "--ignore-embargo" in error.value.hint
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("embargo", "now"),
    [
        ("2026-12-31T06:00+01:00", "2026-12-31T05:00:00Z"),
        ("2026-12-31T06:00", "2026-12-31T18:00:00Z"),
        ("2026-12-31", "2026-12-31T12:00:00Z"),
    ],
)
def test_and_made_afterwards(tmp_path: Path, embargo: str, now: str) -> None:
    bundle = rendered(tmp_path, embargo, now)
    assert bundle.findings == ()
    assert json.loads((bundle.folder / "manifest.json").read_text())["article"]["embargo"].startswith("2026-12-31")


@pytest.mark.parametrize("embargo", ["2026-12-31", "until the speech"])
def test_an_embargo_that_is_ignored_is_a_warning(tmp_path: Path, embargo: str) -> None:
    bundle = rendered(tmp_path, embargo, "2026-12-01T00:00:00Z", is_ignored=True)
    assert [(finding.code, finding.severity) for finding in bundle.findings] == [("embargo-ignored", "warning")]


def test_an_embargo_that_cannot_be_read_is_not_over(tmp_path: Path) -> None:
    with pytest.raises(AccessNewsError, match="cannot read the embargo “until the speech”"):
        rendered(tmp_path, "until the speech", "2026-12-01T00:00:00Z")


def test_from_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "quay.md").write_text(STORY.format("2099-01-01"), "utf-8")
    refused = accessnews("render", "quay.md", "--to", "html", cwd=str(tmp_path))
    assert (refused.returncode, "not to be published before 2099-01-01" in refused.stderr) == (3, True)
    made = accessnews("render", "quay.md", "--to", "html", "--ignore-embargo", cwd=str(tmp_path))
    assert (made.returncode, "embargo-ignored" in made.stderr) == (0, True)


def test_from_python(tmp_path: Path) -> None:
    with pytest.raises(AccessNewsError, match="not to be published"):
        render_from_python(STORY.format("2099-01-01"), format="markdown", output=tmp_path, formats=["html"])
    bundle = render_from_python(
        STORY.format("2099-01-01"), format="markdown", output=tmp_path, formats=["html"], ignore_embargo=True
    )
    assert "embargo-ignored" in [finding.code for finding in bundle.findings]
