"""Reviews, spreadsheets and captions in bulk, on the command line and with something other than a terminal at it."""

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from accessnews.model.errors import AccessNewsError
from accessnews.photos.iptc import read
from accessnews.reviews.snapshots import Snapshots
from tests.fixtures import command

Write = Callable[[str, str], Path]
PHOTO = '![](pier.jpg "Stallholders open umbrellas on the pier. [Ada Gill/AP]")'
STORY = f"# Harbour opens\n\nThe harbour opened.\n\n{PHOTO}\n"


@pytest.fixture
def story(quiet_project: Path, write: Write) -> Path:
    return write("harbour.md", STORY)


def typed(answers: str, *arguments: str, **environment: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command whose stdin is no terminal."""
    done = command.accessnews(*arguments, stdin=answers.encode(), **environment)
    return done.returncode, done.stdout, done.stderr


def accessnews(*arguments: str) -> tuple[int, str, str]:
    return typed("", *arguments)


def test_a_review_outlives_a_corrected_letter_in_the_caption(story: Path) -> None:
    assert typed("e\nTwo umbrellas.\na\n", "alt", "review", "harbour.md")[0] == 0
    story.write_text(STORY.replace("umbrellas on", "umbrellas, on"), "utf-8")
    for action in ("export", "review"):
        code, _, told = typed("", "alt", action, "harbour.md")
        assert (code, "review-stale" in told) == (0, True)
    code, said, _ = typed("a\n", "alt", "review", "harbour.md")
    assert "Reviewed before, when the caption was: Stallholders open umbrellas on the pier." in said
    assert "  alt: Two umbrellas." in accessnews("alt", "harbour.md")[1]
    assert "review-stale" not in accessnews("alt", "harbour.md")[2]


def test_a_review_by_hand_that_says_nothing_is_an_error_and_the_picture_stays_open(story: Path) -> None:
    assert typed("e\nTwo umbrellas.\na\n", "alt", "review", "harbour.md")[0] == 0
    file = story.with_name("harbour.alt.toml")
    file.write_text(file.read_text("utf-8").replace("Two umbrellas.", "Photo, described by its caption."), "utf-8")
    code, said, told = accessnews("alt", "harbour.md")
    assert (code, ", reviewed" in said) == (1, False)
    assert "harbour.alt.toml:6: error: alt-placeholder" in told
    assert typed("e\nTwo umbrellas.\na\n", "alt", "review", "harbour.md")[0] == 0
    assert (accessnews("alt", "harbour.md")[0], 'alt = "Two umbrellas."' in file.read_text("utf-8")) == (0, True)


def test_without_a_terminal_the_editor_is_not_started(story: Path) -> None:
    editor = f"{sys.executable} -c 'print(\"started\")'"
    _, said, _ = typed("e\nTwo umbrellas.\na\n", "alt", "review", "harbour.md", EDITOR=editor)
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
        env=command.surroundings(PYTHONUNBUFFERED="1"),
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


@pytest.mark.parametrize("arguments", ["alt -", "alt review harbour.md"])
def test_a_closed_stdin_is_an_empty_one(story: Path, arguments: str) -> None:
    shell = ["bash", "-c", f"{sys.executable} -m accessnews {arguments} <&-"]
    done = subprocess.run(shell, capture_output=True, text=True, env=command.surroundings(), check=False, timeout=60)
    assert "Traceback" not in done.stderr
    assert done.returncode == (3 if arguments == "alt -" else 0)


def test_bytes_that_are_no_letters_are_no_answer_and_no_text(story: Path) -> None:
    answers = b"\xff\ne\nA pier\xff.\nq\n"
    done = command.in_a_process("alt", "review", "harbour.md", stdin=answers, PYTHONIOENCODING="utf-8:strict")
    assert "Traceback" not in done.stderr
    assert "the text has a character that cannot be shown: U+DCFF" in done.stdout
    assert done.returncode == 0


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
    environment = {key: value for key, value in command.surroundings().items() if key != "PYTHONUNBUFFERED"}
    process = subprocess.Popen(
        [sys.executable, "-m", "accessnews", "alt", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
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
    done = command.accessnews("alt", "--format", "json", "harbour.md", encoding=encoding)
    assert "Orléans" in json.loads(done.stdout)[0]["images"][0]["caption"]
    record = '{"id": "é\u202e", "caption": ""}'.encode()
    said = command.in_a_process("alt", "-", stdin=record, PYTHONIOENCODING=encoding).stdout
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


# A desk's own sheet

DESK = (
    "Filename,State,Caption\npier.jpg,Caithness,Stallholders open umbrellas on the pier. [Ada Gill/AP]\n"
    'b.jpg,,The law requires a vote.\nc.jpg,,"never closed\nd.jpg,,Gulls circle over the market square.\n'
)


@pytest.fixture
def drafts(quiet_project: Path, write: Write) -> Path:
    write("desk.csv", DESK)
    code, said, told = accessnews("alt", "desk.csv", "-o", "drafts.csv")
    assert (code, said) == (3, "drafts.csv\n")  # one row could not be read
    assert "desk.csv:4: unclosed quote" in told
    assert "4 rows, 2 to be reviewed: accessnews alt review drafts.csv" in told
    return quiet_project / "drafts.csv"


def cells(sheet: Path) -> list[list[str]]:
    return [row.split(",") for row in sheet.read_text("utf-8-sig").splitlines()]


def test_a_sheet_of_drafts_is_reviewed_row_by_row(drafts: Path) -> None:
    code, said, _ = typed("a\ne\nA ballot box.\nl\nIt is blue.\na\ns\nd\n", "alt", "review", "drafts.csv")
    assert code == 0
    assert "Reviewed: 3 (1 as decorative). Skipped: 1. Still open: 1." in said
    assert "Written to drafts.csv." in said
    header, *rows = cells(drafts)
    assert header == ["Filename", "State", "Caption", "alt", "alt-state", "reasons", "credit", "long-description"]
    assert [row[3:6] for row in rows] == [
        ["Stallholders open umbrellas on the pier.", "reviewed", ""],
        ["A ballot box.", "reviewed", ""],
        ["", "needs-review", "row-unreadable"],
        ["", "decorative", ""],
    ]
    assert rows[1][7] == "It is blue."
    assert rows[0][1] == "Caithness"
    typed("t\nde\nMöwen.\ne\nGulls.\na\n", "alt", "review", "drafts.csv")
    assert cells(drafts)[0][8:] == ["alt-de"]
    assert cells(drafts)[3][3:5] + cells(drafts)[3][8:] == ["Gulls.", "reviewed", "Möwen."]
    assert "no pictures are open" in typed("q\n", "alt", "review", "drafts.csv")[1]


def test_a_person_goes_back_and_takes_back(drafts: Path) -> None:
    before = drafts.read_bytes()
    code, said, _ = typed("a\nb\nu\nu\nq\n", "alt", "review", "drafts.csv")
    assert (code, drafts.read_bytes()) == (0, before)
    assert said.count("Decided already: reviewed.") == 1
    assert said.count("Taken back.") == 1
    assert "There is nothing to take back." in said
    assert "Nothing was written." in said


def test_a_review_of_a_story_can_be_taken_back(story: Path) -> None:
    code, said, _ = typed("a\n", "alt", "review", "harbour.md")
    before = story.with_name("harbour.alt.toml").read_bytes()
    story.write_text(
        STORY + PHOTO.replace("pier.jpg", "b.jpg").replace("Stallholders", "Three fishers") + "\n", "utf-8"
    )
    story.write_text(story.read_text("utf-8") + "\n![](c.jpg 'Gulls circle over a square. [AP]')\n", "utf-8")
    code, said, _ = typed("a\nu\nb\nq\n", "alt", "review", "harbour.md")
    assert (code, story.with_name("harbour.alt.toml").read_bytes()) == (0, before)
    assert "Taken back." in said
    code, said, _ = typed("a\nb\ne\nThree fishers with nets.\na\nq\n", "alt", "review", "harbour.md")
    assert code == 0
    assert 'alt = "Three fishers with nets."' in story.with_name("harbour.alt.toml").read_text("utf-8")


def test_an_alt_may_be_written_in_several_languages(story: Path) -> None:
    answers = "t\nde\nZwei Schirme.\nt\nen\nt\nGerman\ne\nTwo umbrellas.\na\n"
    code, said, _ = typed(answers, "alt", "review", "harbour.md")
    file = story.with_name("harbour.alt.toml")
    assert (code, 'alt-de = "Zwei Schirme."' in file.read_text("utf-8")) == (0, True)
    assert "Alt text (de): Zwei Schirme." in said
    assert "That is no other language." in said
    assert "This is no language tag." in said
    Image.new("RGB", (9, 9)).save(story.with_name("pier.jpg"))
    assert accessnews("alt", "apply", "harbour.md", "--yes")[0] == 0
    assert (read(story.with_name("pier.jpg"), "de").alt, read(story.with_name("pier.jpg"), "en").alt) == (
        "Zwei Schirme.",
        "Two umbrellas.",
    )
    before = file.read_bytes()
    sheet = accessnews("alt", "export", "harbour.md")[1].replace("Two umbrellas.", "Three umbrellas.")
    story.with_name("sheet.csv").write_text(sheet, "utf-8")
    assert accessnews("alt", "import", "harbour.md", "sheet.csv")[0] == 0
    assert file.read_bytes() == before.replace(b"Two umb", b"Three umb")  # a sheet says nothing of other languages


def test_undo_does_not_write_over_what_somebody_else_wrote(story: Path) -> None:
    file = story.with_name("harbour.alt.toml")
    snapshots = Snapshots(file)
    snapshots.around("a", lambda: file.write_text("x", "utf-8"))
    file.write_text("y", "utf-8")
    with pytest.raises(AccessNewsError, match="somebody else"):
        snapshots.undo()
    assert file.read_text("utf-8") == "y"


def test_a_picture_is_opened_in_the_program_that_shows_pictures(story: Path, tmp_path: Path) -> None:
    story.with_name("pier.jpg").write_bytes(b"picture")
    tools = tmp_path / "tools"
    tools.mkdir()
    opener = tools / ("open" if sys.platform == "darwin" else "xdg-open")
    opener.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/opened"\n', "utf-8")
    opener.chmod(0o755)
    typed("o\nq\n", "alt", "review", "harbour.md", PATH=f"{tools}{os.pathsep}{os.environ['PATH']}")
    deadline = time.monotonic() + 10
    while not (tmp_path / "opened").exists() or not (tmp_path / "opened").read_text():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert (tmp_path / "opened").read_text().strip() == str(story.with_name("pier.jpg").resolve())


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("alt", "harbour.md", "-o", "x.csv"), "one sheet of captions"),
        (("alt", "desk.csv", "-o", "desk.csv"), "take the place"),
        (("alt", "review", "desk.csv"), "no drafts to review"),
        (("alt", "review", "gone.csv"), "no such file"),
    ],
)
def test_what_makes_no_sense_is_refused(story: Path, write: Write, arguments: tuple[str, ...], hint: str) -> None:
    write("desk.csv", DESK)
    code, _, told = accessnews(*arguments)
    assert code in (2, 3)
    assert hint in told


def test_limits_of_channels_are_told(story: Path, write: Write) -> None:
    write("accessnews.toml", "[alt]\nlimits = {web = 150, pager = 20}\n")
    assert "alt-over-limit 28 characters, 8 more than pager takes" in accessnews("alt", "harbour.md")[2]
    said = typed("q\n", "alt", "review", "harbour.md")[1]
    assert "Check: alt-over-limit" in said
    write("accessnews.toml", "[alt]\nlimits = {web = 0}\n")
    assert "accessnews.toml:1: alt-limits: web must be a number of characters" in accessnews("alt", "harbour.md")[2]
