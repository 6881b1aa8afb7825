"""From story to bundle: golden stories, same bytes every time, and a manifest that proves it."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.model.settings import Settings, Voice
from accessnews.pipeline import recipe
from accessnews.pipeline.recipe import render
from accessnews.tts import _profiles
from tests.fixtures.tools import epubcheck_messages

STORIES = Path(__file__).parent / "stories"
STARTER = Path(recipe.__file__).parents[1] / "cli" / "starter" / "files"
TONE = Voice("tone", "silence", rate=400)
TIMED = (*Settings().formats, "timeline")


def cases() -> list[Path]:
    return sorted(path for path in STORIES.iterdir() if path.is_dir())


def made(story: Path, output: Path, voice: Voice = TONE, **settings: Any) -> Path:
    return render(story, Settings(output=str(output), **settings), voice).folder


def manifest(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
    return read


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_golden_story(case: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """``pytest --save-golden`` writes what is made now over ``expected/``; read the difference before a commit."""
    (story,) = (path for path in case.iterdir() if path.stem == "story" and path.is_file())
    actual = reduced(made(story, tmp_path, formats=(*TIMED, "wordpress")))
    expected = case / "expected"
    if request.config.getoption("--save-golden"):
        expected.mkdir(exist_ok=True)
        for name, text in actual.items():
            (expected / name).write_text(text, "utf-8")
    kept = tmp_path / "actual"
    kept.mkdir()
    for name, text in actual.items():
        (kept / name).write_text(text, "utf-8")
    for name, text in actual.items():
        assert text == (expected / name).read_text("utf-8"), f"see {kept / name}"


def reduced(folder: Path) -> dict[str, str]:
    """What of a bundle is the same on every machine: no hash of what Pillow or LAME made, no version."""
    document = manifest(folder)
    for image in document["files"]:
        del image["sha256"], image["bytes"]
    del document["generator"], document["voice"]["engine_version"], document["source"]["sha256"]
    document["audio"] = {key: document["audio"][key] for key in ("duration", "chapters")}
    vtt = next(folder.glob("audio/*.vtt")).read_text("utf-8")
    timeline = json.loads((folder / "timeline.json").read_text("utf-8"))
    lines = [
        f"{said['id']} {said['role']} {said['lang']} {said['line']}: {said['spoken']}"
        for said in timeline["utterances"]
    ]
    return {
        "manifest.json": json.dumps(document, ensure_ascii=False, indent=1) + "\n",
        "captions.vtt": vtt,
        "script.txt": "\n".join(lines) + "\n",
    }


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter, rendered with the voice it comes with."""
    voice = _profiles.load("courier", STARTER)
    return made(STARTER / "harbour-market.md", tmp_path_factory.mktemp("starter"), voice)


def test_the_manifest_lists_every_file_with_its_hash(starter: Path) -> None:
    there = files(starter)
    del there["manifest.json"]
    listed = {entry["path"]: (entry["bytes"], entry["sha256"]) for entry in manifest(starter)["files"]}
    assert listed == {path: (len(data), hashlib.sha256(data).hexdigest()) for path, data in there.items()}


def test_the_zip_holds_what_the_folder_holds(starter: Path) -> None:
    with zipfile.ZipFile(starter.with_suffix(".zip")) as archive:
        assert {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()} == files(starter)


def test_the_manifest_says_what_was_made_of_what(starter: Path) -> None:
    document = manifest(starter)
    source = (STARTER / "harbour-market.md").read_bytes()
    assert document["schema"] == 1
    assert document["source"] == {"file": "harbour-market.md", "sha256": hashlib.sha256(source).hexdigest()}
    assert document["article"]["byline"] == ["Mara Oduya", "Tom Fenwick"]
    assert document["voice"]["synthetic"] is True
    assert "eSpeak NG" in document["voice"]["engine_version"]
    assert [image["kind"] for image in document["images"]] == ["photo", "map", "chart"]
    assert [image["state"] for image in document["images"]][2] == "author"
    assert all(image["file"] in files(starter) for image in document["images"])


def test_loudness_and_peak_are_within_bounds(starter: Path) -> None:
    audio = manifest(starter)["audio"]
    assert audio["loudness"] == pytest.approx(-19, abs=1)
    assert audio["true_peak"] <= -1
    assert audio["bitrate"] == 64_000


def test_the_same_story_gives_the_same_bytes_whatever_ran_before(starter: Path, tmp_path: Path) -> None:
    """In another folder, another process, after another story, and two at a time."""
    shutil.copytree(STARTER, tmp_path / "project")
    other = tmp_path / "project" / "other.md"
    other.write_text("# Otherwise\n\nQuite another story, with £5 and a «mot» in it.\n", "utf-8")
    command = [
        sys.executable,
        "-m",
        "accessnews",
        "render",
        "-q",
        "-j",
        "2",
        "-o",
        "out",
        "other.md",
        "harbour-market.md",
    ]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    subprocess.run(command, check=True, cwd=tmp_path / "project", env=environment, stdout=subprocess.DEVNULL)
    again = tmp_path / "project" / "out" / "harbour-market"
    assert files(again) == files(starter)
    assert again.with_suffix(".zip").read_bytes() == starter.with_suffix(".zip").read_bytes()


def test_source_date_epoch_is_the_time_in_the_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    folder = made(STARTER / "harbour-market.md", tmp_path)
    with zipfile.ZipFile(folder.with_suffix(".zip")) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}


def test_only_the_writers_asked_for_are_run_and_the_page_links_nothing_else(tmp_path: Path) -> None:
    folder = made(STARTER / "harbour-market.md", tmp_path, formats=("html",))
    there = files(folder)
    assert not [name for name in there if name.startswith("audio/")]
    assert "audio/harbour-market" not in (folder / "index.html").read_text("utf-8")


def test_quotation_marks_are_said_where_a_project_wants_it_and_a_reader_sees_no_difference(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text("# The “Pier” opens\n\n“It held. It held all night,” she said.\n", "utf-8")
    silent = made(story, tmp_path / "silent", formats=TIMED)
    told = made(story, tmp_path / "told", speak_quotes=True, formats=TIMED)
    assert spoken(silent) == ["The “Pier” opens", "“It held.", "It held all night,” she said."]
    assert spoken(told) == [
        "The quote, Pier, end quote, opens",
        "quote, It held.",
        "It held all night, end quote, she said.",
    ]
    assert seen(told) == seen(silent)


def spoken(folder: Path) -> list[str]:
    return [said["spoken"] for said in json.loads((folder / "timeline.json").read_text("utf-8"))["utterances"]]


def seen(folder: Path) -> tuple[list[str], list[str]]:
    """What the page and the transcript show, without times and sizes: what is said more takes longer."""
    page = (folder / "index.html").read_text("utf-8")
    transcript = next(folder.glob("audio/*.vtt")).read_text("utf-8")
    shown = re.sub(r"<script.*?</script>|<[^>]*>|[0-9:]+", "", page, flags=re.DOTALL).split()
    return shown, [line for line in transcript.splitlines() if "-->" not in line]


JAVANESE = "\ua98f\ua9a4"
"""Letters that eSpeak passes over without a sound."""


def test_speech_that_cannot_be_kept_is_told_once_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("accessnews.tts.silence.KEPT", True)  # as neural voices have it
    story, cache, not_ours = tmp_path / "story.md", tmp_path / "speech", tmp_path / "not-ours"
    story.write_text("# Title\n\nSpoken.\n\nAgain.\n", "utf-8")
    not_ours.mkdir()
    (not_ours / "letter.txt").write_text("Dear Ada")
    kept = render(story, Settings(output=str(tmp_path / "1"), cache=str(cache)), TONE)
    lost = render(story, Settings(output=str(tmp_path / "2"), cache=str(not_ours)), TONE)
    assert kept.findings == ()
    assert [(found.code, str(found.at.path)) for found in lost.findings] == [("speech-not-kept", str(story))]
    assert files(kept.folder) == files(lost.folder)
    assert cache.is_dir()


def test_a_sentence_without_a_sound_is_told_with_its_line_and_keeps_its_time(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text(f"# Title\n\nSpoken.\n\n{JAVANESE}\n\nAgain.\n", "utf-8")
    settings = Settings(output=str(tmp_path / "out"), formats=TIMED)
    bundle = render(story, settings, _profiles.load("newsreader"))
    assert [(found.code, found.at.line) for found in bundle.findings] == [("voice-script", 5), ("voice-silent", 5)]
    assert JAVANESE in bundle.findings[0].message
    cues = json.loads((bundle.folder / "timeline.json").read_text("utf-8"))["utterances"]
    assert len(cues) == 4
    assert all(cue["start"] < cue["stop"] <= cue["end"] for cue in cues)
    assert "Some words are not heard" in (bundle.folder / "index.html").read_text("utf-8")
    assert epubcheck_messages(next(bundle.folder.glob("*.epub"))) == []


def test_a_story_without_any_sound_is_an_error_with_its_line(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text(f"# {JAVANESE}\n\n{JAVANESE}\n", "utf-8")
    with pytest.raises(AccessNewsError, match="the voice gave no sound") as caught:
        made(story, tmp_path / "out", _profiles.load("newsreader"))
    assert str(caught.value.at).endswith("story.md:1")
    assert not (tmp_path / "out").exists()


def test_a_story_that_fails_leaves_the_last_good_bundle(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text("# Title\n\nFirst.\n", "utf-8")
    before = files(made(story, tmp_path / "out"))
    story.write_text("# Title\n\n![](../../etc/passwd.jpg)\n", "utf-8")
    with pytest.raises(AccessNewsError):
        made(story, tmp_path / "out")
    assert files(tmp_path / "out" / "story") == before


def test_formats_that_cannot_be_made_here_are_told_together_and_before_anything_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)  # as if it were not installed
    story = STARTER / "harbour-market.md"
    with pytest.raises(UsageError, match=r"^m4b, opus: what encodes AAC and Opus is not installed here$"):
        made(story, tmp_path / "out", formats=("html", "m4b", "opus"))
    assert not (tmp_path / "out").exists()
