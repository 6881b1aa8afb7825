"""Reviews, spreadsheets and captions in bulk, on the command line and with something other than a terminal at it."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
Write = Callable[[str, str], Path]
PHOTO = '![](pier.jpg "Stallholders open umbrellas on the pier. [Ada Gill/AP]")'
STORY = f"# Harbour opens\n\nThe harbour opened.\n\n{PHOTO}\n"


@pytest.fixture
def story(quiet_project: Path, write: Write) -> Path:
    return write("harbour.md", STORY)


def typed(answers: str | bytes, *arguments: str, environment: dict[str, str] | None = None) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command whose stdin is no terminal."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    data = answers.encode() if isinstance(answers, str) else answers
    command = [sys.executable, "-m", "accessnews", *arguments]
    done = subprocess.run(command, input=data, capture_output=True, env=env, check=False, timeout=60)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def accessnews(*arguments: str, environment: dict[str, str] | None = None) -> tuple[int, str, str]:
    return typed("", *arguments, environment=environment)


def test_a_review_outlives_a_corrected_letter_in_the_caption(story: Path) -> None:
    assert typed("e\nTwo umbrellas.\na\n", "alt", "review", "harbour.md")[0] == 0
    story.write_text(STORY.replace("umbrellas on", "umbrellas, on"), "utf-8")
    for command in (["alt", "export", "harbour.md"], ["alt", "review", "harbour.md"]):
        code, _, told = typed("", *command)
        assert (code, "review-stale" in told) == (0, True)
    code, said, _ = typed("a\n", "alt", "review", "harbour.md")
    assert "Reviewed before, when the caption was: Stallholders open umbrellas on the pier." in said
    assert "  alt: Two umbrellas." in accessnews("alt", "harbour.md")[1]
    assert "review-stale" not in accessnews("alt", "harbour.md")[2]


def test_without_a_terminal_the_editor_is_not_started(story: Path) -> None:
    editor = {"EDITOR": f"{sys.executable} -c 'print(\"started\")'"}
    _, said, _ = typed("e\nTwo umbrellas.\na\n", "alt", "review", "harbour.md", environment=editor)
    assert "started" not in said
    assert 'alt = "Two umbrellas."' in story.with_name("harbour.alt.toml").read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_review_that_could_not_be_saved_ends_with_3(story: Path) -> None:
    story.with_name("harbour.alt.toml").mkdir()
    assert typed("a\n", "alt", "review", "harbour.md")[0] == 3
    story.with_name("harbour.alt.toml").rmdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "accessnews", "alt", "review", "harbour.md"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdin
    assert process.stdout
    while not process.stdout.readline().startswith(b"Alt text:"):
        pass
    story.with_name("harbour.alt.toml").mkdir()
    process.stdin.write(b"a\n")
    rest, _ = process.communicate(timeout=20)
    assert b"Could not be saved: 1." in rest
    assert process.returncode == 3


@pytest.mark.parametrize("command", ["alt -", "alt review harbour.md"])
def test_a_closed_stdin_is_an_empty_one(story: Path, command: str) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    shell = f"{sys.executable} -m accessnews {command} <&-"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, env=env, check=False, timeout=60)
    assert "Traceback" not in done.stderr
    assert done.returncode == (3 if command == "alt -" else 0)


def test_bytes_that_are_no_letters_are_no_answer_and_no_text(story: Path) -> None:
    strict = {"PYTHONIOENCODING": "utf-8:strict"}
    code, said, told = typed(b"\xff\ne\nA pier\xff.\nq\n", "alt", "review", "harbour.md", environment=strict)
    assert "Traceback" not in told
    assert "the text has a character that cannot be shown: U+DCFF" in said
    assert code == 0


def test_an_export_takes_the_place_of_no_story_and_no_review(story: Path) -> None:
    typed("a\n", "alt", "review", "harbour.md")
    for name in ("harbour.md", "./harbour.alt.toml"):
        before = Path(name).read_bytes()
        code, _, told = accessnews("alt", "export", "harbour.md", "-o", name)
        assert (code, "take the place" in told) == (2, True)
        assert Path(name).read_bytes() == before
    code, _, told = accessnews("alt", "export", "harbour.md", "-o", "gone/sheet.csv")
    assert (code, "gone/sheet.csv: cannot write this file" in told, "hint:" in told) == (3, True, True)
    assert accessnews("alt", "export", "harbour.md", "-o", "sheet.csv")[0] == 0
    assert Path("sheet.csv").read_text("utf-8-sig").startswith("key,image")
    assert accessnews("alt", "import", "harbour.md", "sheet.csv") == (
        0,
        "",
        "0 reviewed: nothing in the sheet is new\n",
    )


def test_a_draft_comes_as_soon_as_its_caption_is_read(quiet_project: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    process = subprocess.Popen(
        [sys.executable, "-m", "accessnews", "alt", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**environment, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(b'{"id": 1, "caption": "A man walks."}\n')
    process.stdin.flush()
    ready, _, _ = select.select([process.stdout], [], [], 20)
    process.stdin.close()
    assert ready
    assert json.loads(process.stdout.readline())["id"] == 1
    assert process.wait(timeout=20) == 0


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8", "UTF8"])
def test_json_is_json_whatever_stdout_can_write(story: Path, encoding: str) -> None:
    story.write_text(STORY.replace("pier. [", "pier in Orléans. ["), "utf-8")
    environment = {"PYTHONIOENCODING": encoding}
    _, said, _ = typed("", "alt", "--format", "json", "harbour.md", environment=environment)
    assert "Orléans" in json.loads(said)[0]["images"][0]["caption"]
    _, said, _ = typed('{"id": "é\u202e", "caption": ""}', "alt", "-", environment=environment)
    assert json.loads(said)["id"] == "é\u202e"
    assert "\u202e" not in said


def test_captions_in_bulk_heed_the_level_and_take_no_other_form(quiet_project: Path) -> None:
    quotation = '{"caption": "“We will not go,” she said."}'
    assert typed(quotation, "alt", "-")[0] == 0
    assert typed(quotation, "alt", "-", "--fail-on", "warning")[0] == 1
    assert typed('{"caption": "A man walks."}', "alt", "-", "--fail-on", "warning")[0] == 0
    code, _, told = typed(quotation, "alt", "-", "--format", "json")
    assert (code, "they come as jsonl" in told) == (2, True)


def test_names_in_messages_are_as_a_person_would_write_them(quiet_project: Path, write: Write) -> None:
    write("old town.md", STORY)
    assert "accessnews alt review 'old town.md'" in accessnews("alt", "old town.md")[2]
    assert "--mode: no foo" in accessnews("alt", "--mode", "foo", "old town.md")[2]
    assert "'a\\x1b.md': a name" in accessnews("alt", "a\x1b.md")[2]


def test_a_stale_review_is_told_with_its_own_file_in_the_manifest_too(story: Path) -> None:
    typed("a\n", "alt", "review", "harbour.md")
    story.write_text(STORY.replace("umbrellas", "stalls"), "utf-8")
    accessnews("render", "harbour.md")
    findings = json.loads(Path("output/harbour/manifest.json").read_text("utf-8"))["findings"]
    assert ("review-stale", "harbour.alt.toml") in [(found["code"], found["file"]) for found in findings]
