"""accessnews from Python: a story from a content management system, without files, prints or a command line."""

import hashlib
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import accessnews
from accessnews import AccessNewsError, describe_caption, render
from accessnews.model.alt import AltState
from accessnews.model.settings import Settings
from accessnews.pipeline import library
from tests.fixtures.command import surroundings
from tests.test_pipeline import STARTER, files

Write = Callable[[str, str], Path]
STORY = "# Harbour opens\n\nThe harbour opened.\n\n![](pier.jpg 'Boats lie at a pier. [Ada Gill/AP]')\n"
PIER = (STARTER / "images" / "pier.jpg").read_bytes()


@pytest.fixture(autouse=True)
def here(quiet_project: Path) -> Path:
    """A folder with a silent voice profile, and a configuration that chooses it."""
    return quiet_project


def silently(story: str | bytes | Path, **more: Any) -> accessnews.Bundle:
    return render(story, project=".", **more)


def test_a_story_without_a_file_makes_the_bundle_of_one_with_it(here: Path, write: Write) -> None:
    write("harbour.md", STORY)
    (here / "pics").mkdir()
    (here / "pics" / "pier.jpg").write_bytes(PIER)
    from_file = silently("harbour.md", images="pics", output="from-file")
    for story in (STORY, STORY.encode()):
        bundle = silently(
            story, format="markdown", name="harbour", images={"pier.jpg": PIER}, output=here / "from-text"
        )
        assert files(bundle.folder) == files(from_file.folder)
        assert bundle.archive.read_bytes() == from_file.archive.read_bytes()
        assert (bundle.story, bundle.findings) == (Path("harbour.md"), from_file.findings)


@pytest.mark.parametrize(
    ("format", "story"),
    [("text", "Harbour opens\n\nIt opened.\n"), ("html", "<h1>Harbour opens</h1><p>It opened.</p>")],
)
def test_every_format_that_has_a_reader(format: str, story: str) -> None:
    page = (silently(story, format=format, formats=["html"]).folder / "index.html").read_text("utf-8")
    assert "Harbour opens" in page
    assert "It opened." in page


def test_findings_and_errors_name_the_story_and_no_folder_of_ours() -> None:
    bundle = silently(STORY, format="markdown", name="harbour")
    (finding,) = (finding for finding in bundle.findings if finding.code == "photo-missing")
    assert (str(finding.at), finding.severity) == ("harbour.md:5", "warning")
    assert finding.hint == "give it in images, under this name"
    with pytest.raises(AccessNewsError, match=r"^harbour\.md:5: photo damaged: pier\.jpg") as caught:
        silently(STORY, format="markdown", name="harbour", images={"pier.jpg": PIER[:2_000]})
    assert caught.value.hint


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"story": "gone.md"}, "gone.md: there is no such file"),
        ({"story": STORY}, "the format of this story is not said"),
        ({"story": b"# Title"}, "the format of this story is not said"),
        ({"story": Path("harbour.md"), "format": "markdown"}, "a format is for a story given as text or bytes"),
        ({"format": "markdwon"}, "no format markdwon"),
        ({"story": "", "format": "text"}, "story.txt: the file is empty"),
        ({"story": "A \udcff", "format": "text"}, "story: this is not text but binary data"),
        ({"format": "text", "name": "../up"}, "not the name of a bundle: '../up'"),
        ({"format": "text", "name": ""}, "not the name of a bundle: ''"),
        ({"format": "text", "images": {"../up.jpg": PIER}}, "not the name of a photo: '../up.jpg'"),
        ({"format": "text", "images": {"/etc/up.jpg": PIER}}, "not the name of a photo: '/etc/up.jpg'"),
        ({"format": "text", "images": "nowhere"}, "no such folder for photos: nowhere"),
        ({"format": "text", "project": "nowhere"}, "no such folder for a project: nowhere"),
        ({"format": "text", "formats": ["htm"]}, "formats: no htm"),
        ({"format": "text", "voice": "nobody"}, "no voice profile nobody"),
        ({"format": "text", "bitrate": 5}, "bitrate is 5, not within 56 to 160"),
        ({"format": "text", "alt_mode": "vague"}, "alt-mode: no vague"),
    ],
)
def test_what_cannot_be_done_is_an_error_in_words(arguments: dict[str, Any], message: str, here: Path) -> None:
    with pytest.raises(AccessNewsError) as caught:
        render(**{"story": STORY, "project": ".", **arguments})
    assert str(caught.value).startswith(message)
    assert not (here / "output").exists()


def test_a_fault_of_ours_is_an_accessnews_error_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accessnews.pipeline.recipe.describe", lambda story, settings: 1 / 0)
    with pytest.raises(AccessNewsError, match=r"^harbour: a fault of accessnews, please report: ZeroDivisionError"):
        silently(STORY, format="markdown", name="harbour")


def test_a_configuration_counts_where_it_is_asked_for_and_nowhere_else(here: Path, write: Write) -> None:
    write("accessnews.toml", "voice = 'tone'\noutput = 'public'\n")
    assert silently(STORY, format="markdown").folder == Path("public/story")
    assert silently(STORY, format="markdown", output="other").folder == Path("other/story")
    with pytest.raises(AccessNewsError, match="no voice profile tone"):
        render(STORY, format="markdown", voice="tone")


def test_options_have_the_names_of_the_configuration() -> None:
    of_bundles = {field.name for field in fields(Settings) if not field.name.startswith("site_")}
    assert library.Options.__annotations__.keys() == of_bundles - {"images", "fail_on"}
    with pytest.raises(TypeError, match="unexpected keyword argument 'outputs'"):
        render(STORY, format="text", outputs="public")  # type: ignore[call-arg]


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    silently(STORY, format="markdown", images={"pier.jpg": PIER})
    describe_caption("Boats lie at a pier.")
    assert capfd.readouterr() == ("", "")


def test_threads_may_render_at_once() -> None:
    def digest(number: int) -> str:
        story = STORY.replace("![]", "![A pier with boats]") + f"\nNumber {number}.\n"
        bundle = silently(story, format="markdown", name=f"s{number}", images={"pier.jpg": PIER}, output=f"o{turn}")
        return hashlib.sha256(bundle.archive.read_bytes()).hexdigest()

    turn = 1
    in_turn = [digest(number) for number in range(4)]
    turn = 2
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(digest, range(4))) == in_turn


def test_a_caption_gives_alt_credit_kind_state_and_reasons() -> None:
    picture = describe_caption("Stallholders open umbrellas on the pier. [Ada Gill/AP]")
    assert (picture.alt, picture.credit) == ("Stallholders open umbrellas on the pier.", "Ada Gill/AP")
    assert (picture.kind, picture.state, picture.reasons) == ("photo", AltState.DRAFT, ())
    for wrong in ({"lang": "English!"}, {"mode": "vague"}):
        with pytest.raises(AccessNewsError):
            describe_caption("A pier.", **wrong)


def test_the_door_opens_to_what_it_names_and_an_import_loads_nothing() -> None:
    assert {name for name in accessnews.__all__ if getattr(accessnews, name)} == set(accessnews.__all__)
    with pytest.raises(AttributeError, match="no attribute 'rendr'"):
        _ = accessnews.rendr
    program = "import sys; before = {*sys.modules}; import accessnews; print(*({*sys.modules} - before))"
    command = [sys.executable, "-c", program]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, env=surroundings()).stdout
    assert printed.split() == ["accessnews"]
