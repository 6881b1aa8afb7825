"""The command line as a user, a pipe and a CI job see it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from accessnews import formats
from tests.fixtures.command import AtATerminal, accessnews, in_a_process, surroundings

Write = Callable[[str, str], Path]
PHOTO = '![](pier.jpg "Stallholders open umbrellas on the pier. [Ada Gill/AP]")'
STORY = f"# Harbour opens\n\nThe harbour opened.\n\n{PHOTO}\n"


@pytest.fixture
def story(quiet_project: Path, write: Write) -> Path:
    return write("harbour.md", STORY)


def test_paths_on_stdout_findings_on_stderr_and_no_progress_in_a_pipe(story: Path) -> None:
    done = in_a_process("render", "harbour.md")
    assert done.stdout == "output/harbour\noutput/harbour.zip\n"
    assert done.stderr.startswith(
        "harbour.md:5: warning: photo-missing photo not found: pier.jpg\n  hint: looked in "
    )
    assert "\r" not in done.stderr
    assert done.returncode == 0


def test_in_this_process_a_command_says_what_it_says_in_one_of_its_own(story: Path) -> None:
    """What most tests of the command line rest on."""
    for arguments in (["render", "--fail-on", "warning", "harbour.md"], ["render", "--voice", "tön", "harbour.md"]):
        own, here = in_a_process(*arguments), accessnews(*arguments)
        assert (here.returncode, here.stdout, here.stderr) == (own.returncode, own.stdout, own.stderr)


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_fail_on_decides_the_exit_code_and_the_bundle_is_there_all_the_same(
    story: Path, level: str, code: int
) -> None:
    assert accessnews("render", "--fail-on", level, "harbour.md").returncode == code
    assert (story.parent / "output/harbour/index.html").is_file()


def test_help_names_every_format_that_there_is() -> None:
    printed = " ".join(accessnews("render", "--help").stdout.split())
    assert f"Formats, with commas: {', '.join(formats.names())}." in printed


def test_json_is_one_document(story: Path) -> None:
    document = json.loads(accessnews("render", "--format", "json", "harbour.md", "gone.md").stdout)
    assert document["bundles"][0]["folder"] == "output/harbour"
    assert [found["code"] for found in document["bundles"][0]["findings"]] == ["alt-draft", "photo-missing"]
    assert document["errors"][0]["file"] == "gone.md"


def test_github_annotations_cannot_be_forged_by_a_story(quiet_project: Path, write: Write) -> None:
    photos = [f'![]({name} "Dogs sit on a pier on May 4.")' for name in ("1::error::x,y.jpg", "a%0A::error::b.jpg")]
    write("harbour.md", "\n\n".join(("# Title", "Text.", *photos)))
    summary = quiet_project / "summary.md"
    done = accessnews("render", "--format", "github", "harbour.md", GITHUB_STEP_SUMMARY=str(summary))
    assert [line.split("::")[1] for line in done.stderr.splitlines()] == ["error file=harbour.md,line=7,title=error"]
    write("harbour.md", "\n\n".join(("# Title", "Text.", photos[0])))
    done = accessnews("render", "--format", "github", "harbour.md", GITHUB_STEP_SUMMARY=str(summary))
    commands = [line.split(",title=")[0] for line in done.stderr.splitlines()]
    assert commands == ["::warning file=harbour.md,line=5", "::notice file=harbour.md,line=5"]
    assert "photo-missing" in summary.read_text("utf-8")


def test_quiet_leaves_the_results(story: Path) -> None:
    done = accessnews("render", "-q", "harbour.md")
    assert (done.stdout, done.stderr) == ("output/harbour\noutput/harbour.zip\n", "")


def test_several_stories_render_together_and_one_error_stops_no_other(story: Path, write: Write) -> None:
    write("second.txt", "A headline\n\nSome text here.\n")
    write("empty.md", "")
    done = in_a_process("render", "-j", "2", "harbour.md", "empty.md", "second.txt")
    assert done.stdout.split() == [f"output/{name}" for name in ("harbour", "harbour.zip", "second", "second.zip")]
    assert "empty.md: " in done.stderr
    assert done.returncode == 3


def test_two_stories_of_one_name_are_refused(story: Path, write: Write) -> None:
    write("other/harbour.txt", "A headline\n\nText.\n")
    done = accessnews("render", "harbour.md", "other/harbour.txt")
    assert done.returncode == 2
    assert "would make the same bundle" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["render", "gone.md"], "gone.md"),
        (["render", "--voice", "ton", "harbour.md"], "did you mean tone?"),
        (["render", "--to", "htlm", "harbour.md"], "did you mean html?"),
        (["render", "--to", "html", "--to", "audio,htlm", "harbour.md"], "did you mean html?"),
        (["render", "--to", " , ", "harbour.md"], "formats: none"),
        (["render", "--format", "jsn", "harbour.md"], "did you mean json?"),
        (["render", "--fail-on", "warn", "harbour.md"], "did you mean warning?"),
        (["render", "--vioce", "x", "harbour.md"], "--voice"),
        (["render", "harbour.jpg"], "stories end in"),
        (["rendr"], "Did you mean 'render'?"),
        (["explain", "photo-mising"], "did you mean photo-missing?"),
    ],
)
def test_a_wrong_request_is_told_with_a_hint_and_ends_with_2(story: Path, arguments: list[str], words: str) -> None:
    done = accessnews(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_alt_prints_every_picture_with_its_state(story: Path) -> None:
    done = accessnews("alt", "harbour.md")
    assert "harbour.md:5: picture 1 of 1, photo, draft\n  alt: Stallholders open umbrellas" in done.stdout
    assert "  credit: Ada Gill/AP" in done.stdout


def test_init_lays_out_a_starter_that_renders_and_touches_nothing_that_is_there(quiet_project: Path) -> None:
    done = accessnews("init", "mine")
    assert "mine/harbour-market.md" in done.stdout
    assert accessnews("init", "mine").returncode == 2
    rendered = accessnews("render", "harbour-market.md", cwd="mine")
    assert (rendered.returncode, rendered.stdout.split()[0]) == (0, "output/harbour-market")
    assert "photo-missing" not in rendered.stderr


def test_config_tells_where_each_value_came_from(quiet_project: Path) -> None:
    printed = accessnews("config").stdout
    assert 'voice = "tone"  # accessnews.toml:1' in printed
    assert "bitrate = 64  # default" in printed


def test_voices_lists_profiles_and_languages(quiet_project: Path) -> None:
    printed = accessnews("voices").stdout
    assert "  newsreader: pyttsx3, en-us, language en, 165 words a minute" in printed
    assert "  tone: silence" in printed
    assert "  de: gmw/de (German)" in printed


def test_voices_check_fails_where_a_voice_that_is_needed_cannot_speak(quiet_project: Path, write: Write) -> None:
    write("voices/gone.toml", 'engine = "piper"\nvoice = "gone.onnx"\n')
    every = accessnews("voices", "check")
    assert (every.returncode, every.stdout.count("gone: ")) == (0, 1)
    assert "tone: speaks" in every.stdout
    assert accessnews("voices", "check", "gone").returncode == 3
    write("accessnews.toml", 'voice = "gone"\n')
    assert accessnews("voices", "check").returncode == 3


def test_explain_works_offline(quiet_project: Path) -> None:
    assert "What to do:" in accessnews("explain", "photo-missing").stdout


def test_control_characters_of_a_story_do_not_reach_the_terminal(quiet_project: Path, write: Write) -> None:
    write("harbour.md", '# Title\n\nText.\n\n![](\x1b]0;owned\x07.jpg "A pier.")\n')
    done = accessnews("render", "harbour.md")
    assert "\x1b" not in done.stderr + done.stdout


def test_an_output_that_cannot_be_written_is_an_error_with_3(story: Path, write: Write) -> None:
    write("file", "in the way")
    done = accessnews("render", "-o", "file", "harbour.md")
    assert done.returncode == 3
    assert "cannot write the bundle to file" in done.stderr


def test_a_full_disk_is_an_error_with_3_and_leaves_nothing(story: Path) -> None:
    """A limit on the size of files stands in for a disk with no room."""
    program = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "from accessnews.cli import run; sys.exit(run(['render', '-q', 'harbour.md']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=surroundings(), check=False
    )
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert not list((story.parent / "output").glob("*"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither such terminals nor such signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("stories", [["long.md"], ["short.md", "long.md"]], ids=["one", "two"])
def test_interrupted_it_leaves_nothing_half_written(
    quiet_project: Path, write: Write, number: int, code: int, stories: list[str]
) -> None:
    write("short.md", "# Short\n\nThe harbour opened.")
    write("long.md", "# Long\n\n" + "The harbour opened at dawn. " * 4_000)
    running = AtATerminal("render", *stories)
    running.wait_for("long.md: speak" if len(stories) == 1 else "rendered 1 of 2")
    running.process.send_signal(number)
    running.end()
    assert running.process.returncode == code
    assert "Traceback" not in running.told
    assert ("accessnews: stopped; unfinished bundles" in running.told) == (number == signal.SIGINT)
    made = {path.name for path in (quiet_project / "output").glob("*") if not path.name.startswith(".")}
    assert made == ({"short", "short.zip"} if "short.md" in stories else set())


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither such terminals nor such signals")
def test_a_signal_while_the_voice_speaks_never_gives_a_bundle_with_a_hole(story: Path, write: Write) -> None:
    """A callback from C swallows what a signal raises: the voice must not speak in the main thread."""
    write("voices/real.toml", 'voice = "en-us"\n')
    write("spoken.md", "# Long\n\n" + "The harbour opened at dawn, and the crab was sold out. " * 400)
    for moment in range(4):
        running = AtATerminal("render", "--voice", "real", "spoken.md")
        running.wait_for("spoken.md: speak")
        time.sleep(moment * 0.11)
        running.process.send_signal(signal.SIGINT)
        assert (running.end(), running.process.returncode) == ("", 130), running.told
        assert "Traceback" not in running.told


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither such terminals nor such signals")
def test_workers_end_when_their_parent_is_killed(quiet_project: Path, write: Write) -> None:
    write("short.md", "# Short\n\nThe harbour opened.")
    for name in ("long.md", "longer.md"):
        write(name, "# Long\n\n" + "The harbour opened at dawn. " * 30_000)
    running = AtATerminal("render", "-j", "2", "short.md", "long.md", "longer.md")
    running.wait_for("rendered 1 of 3")
    running.process.kill()
    running.end(15)


def test_a_story_in_other_letters_must_say_its_language(quiet_project: Path, write: Write) -> None:
    write("ar.txt", "افتتح الميناء عند الفجر\n\nعادت القوارب إلى الميناء.\n")
    assert "lang-missing" in accessnews("render", "ar.txt").stderr
    assert "lang-missing" not in accessnews("render", "--lang", "ar", "ar.txt").stderr


@pytest.mark.parametrize("epoch", ["tomorrow", "-5", "²"])
def test_an_impossible_source_date_epoch_is_refused_before_anything_is_spoken(story: Path, epoch: str) -> None:
    done = accessnews("render", "harbour.md", SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH" in done.stderr


def test_a_date_beyond_what_a_zip_knows_is_no_error(quiet_project: Path, write: Write) -> None:
    write("far.md", "---\ntitle: Far\ndate: 2200-01-01\n---\n\nText.\n")
    assert accessnews("render", "far.md").returncode == 0


def test_letters_that_a_terminal_has_not_are_no_error(quiet_project: Path, write: Write) -> None:
    write("größe.md", "# Größe\n\nText.\n")
    done = in_a_process("render", "größe.md", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout.split()[0]) == (0, "output/gr\\xf6sse")


def test_a_reader_who_goes_away_causes_no_traceback(quiet_project: Path) -> None:
    shell = f"{sys.executable} -m accessnews voices | head -1"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, env=surroundings(), check=False)
    assert "Traceback" not in done.stderr


def test_a_story_is_rendered_where_the_environment_names_no_path_for_programs(story: Path) -> None:
    environment = {name: value for name, value in surroundings().items() if name != "PATH"}
    command = [sys.executable, "-m", "accessnews", "render", "harbour.md"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (0, "output/harbour\noutput/harbour.zip\n"), done.stderr


def faulty(*arguments: str, at: str, fails: str) -> subprocess.CompletedProcess[str]:
    """A process in which the function ``at`` does what ``fails`` says for any story whose name begins with "bad"."""
    program = (
        "import importlib, multiprocessing, os, signal, sys, time; from accessnews import cli\n"
        "multiprocessing.set_start_method('fork')\n"  # what is changed here is so in all processes
        "class Unknown(Exception):\n"
        "    def __init__(self, lock): super().__init__('no\\n::error::words'); self.lock = open(os.devnull)\n"
        "room, name = sys.argv[1].split(':'); room = importlib.import_module(room)\n"
        "whole = getattr(room, name)\n"
        "def failing(story, *more, **named):\n"
        f"    if story.name.startswith('bad'): {fails}\n"
        "    return whole(story, *more, **named)\n"
        "setattr(room, name, failing)\n"
        "sys.exit(cli.run(sys.argv[2:]))"
    )
    command = [sys.executable, "-c", program, at, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=surroundings(), check=False, timeout=60)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("fails", "words"),
    [("raise Unknown(1)", "Unknown: no ::error::words"), ("{}['x']", "KeyError: 'x'")],
    ids=["that-no-pipe-takes", "plain"],
)
def test_a_fault_of_ours_is_the_error_of_one_story(
    story: Path, write: Write, jobs: str, fails: str, words: str
) -> None:
    write("bad.md", STORY)
    names = ["bad.md", "harbour.md"]
    done = faulty("render", "-q", "-j", jobs, *names, at="accessnews.cli.batch:render", fails=fails)
    assert done.returncode == 3
    assert done.stdout == "output/harbour\noutput/harbour.zip\n"
    first, hint = done.stderr.splitlines()
    assert first.startswith("bad.md: a fault of accessnews, please report: ")
    assert first.endswith(words)
    assert "--debug" in hint


def test_a_fault_of_a_story_alone_is_told_as_that_of_one_of_many(quiet_project: Path, write: Write) -> None:
    write("bad.md", STORY)
    done = faulty("render", "bad.md", at="accessnews.cli.batch:render", fails="1 / 0")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(
        "bad.md: a fault of accessnews, please report: ZeroDivisionError: division by zero\n"
    )


@pytest.mark.parametrize("arguments", [["--debug", "render"], ["render", "--debug"]])
def test_debug_tells_the_details_of_a_fault(story: Path, write: Write, arguments: list[str]) -> None:
    write("bad.md", STORY)
    fails = "raise Unknown(1)"
    done = faulty(*arguments, "bad.md", "harbour.md", at="accessnews.cli.batch:render", fails=fails)
    assert "  | Traceback (most recent call last):\n" in done.stderr
    assert "\n  | ::error::words\n" in done.stderr  # a line of its own would be an order to a CI job


def test_a_fault_in_one_story_leaves_the_pictures_of_the_others(story: Path, write: Write) -> None:
    write("bad.md", STORY)
    done = faulty("alt", "bad.md", "harbour.md", at="accessnews.cli.alt.pictures:describe", fails="1 / 0")
    assert done.returncode == 3
    assert done.stdout.startswith("harbour.md:5: picture 1 of 1")
    assert "bad.md: a fault of accessnews, please report: ZeroDivisionError" in done.stderr


def test_a_list_that_cannot_be_read_leaves_the_captions_of_the_others(quiet_project: Path, write: Write) -> None:
    write("unclosed.csv", 'caption\n"A man walks.\n')
    write("captions.csv", "caption\nA man walks.\n")
    done = accessnews("alt", "gone.csv", "unclosed.csv", "captions.csv")
    assert done.returncode == 3
    assert [json.loads(line)["alt"] for line in done.stdout.splitlines()] == ["A man walks."]
    assert done.stderr.startswith("gone.csv: cannot be read")
    assert "unclosed.csv:2: unclosed quote" in done.stderr


def test_whatever_goes_wrong_in_a_command_is_told_in_one_line(quiet_project: Path, write: Write) -> None:
    write("bad.md", STORY)
    arguments = ["alt", "export", "bad.md"]
    place = "accessnews.cli.alt.decisions:export_csv"
    told, debugged = (faulty(*debug, *arguments, at=place, fails="1 / 0") for debug in ([], ["--debug"]))
    assert (told.returncode, debugged.returncode) == (3, 3)
    line = "accessnews: a fault of accessnews, please report: ZeroDivisionError: division by zero\n"
    assert told.stderr.startswith(line)
    assert "Traceback" not in told.stderr
    assert "  | ZeroDivisionError: division by zero" in debugged.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_a_story_that_kills_its_process_takes_no_other_along(quiet_project: Path, write: Write) -> None:
    names = [f"{'bad' if number in (1, 4) else 'good'}{number}.md" for number in range(8)]
    for name in names:
        write(name, STORY)
    killed = "os.kill(os.getpid(), signal.SIGKILL)"  # as Linux does where memory runs out
    done = faulty("render", "-q", "-j", "2", *names, at="accessnews.cli.batch:render", fails=killed)
    assert done.returncode == 3
    good = [name.removesuffix(".md") for name in names if name.startswith("good")]
    assert done.stdout.split() == [f"output/{name}{suffix}" for name in good for suffix in ("", ".zip")]
    errors = [line for line in done.stderr.splitlines() if not line.startswith(" ")]
    died = "the process that rendered it has died (SIGKILL)"
    assert errors == [f"bad1.md: {died}", f"bad4.md: {died}"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_where_all_stories_kill_their_processes_all_are_told(quiet_project: Path, write: Write) -> None:
    names = [f"bad{number}.md" for number in range(5)]
    for name in names:
        write(name, STORY)
    done = faulty("render", *names, at="accessnews.cli.batch:render", fails="os._exit(7)")
    assert done.returncode == 3
    assert done.stderr.count("has died (exit code 7)") == 5


def test_a_story_comes_by_standard_input(quiet_project: Path) -> None:
    done = accessnews("render", "-", "--type", "md", stdin=STORY.encode())
    assert done.stdout.split() == ["output/story", "output/story.zip"]
    assert (quiet_project / "output/story/index.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-"], "-: what does standard input hold?"),
        (["-", "b.md", "--type", "md"], "- beside other stories"),
        (["-", "--type", "pptx"], "no format pptx"),
    ],
)
def test_what_standard_input_holds_has_to_be_said(quiet_project: Path, arguments: list[str], message: str) -> None:
    done = accessnews("render", *arguments, stdin=b"# Harbour\n\nIt opened.\n")
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, f"accessnews: {message}")


def test_a_folder_is_its_story(quiet_project: Path, write: Write) -> None:
    write("harbour/index.md", STORY)
    assert accessnews("render", "harbour").stdout.split() == ["output/harbour", "output/harbour.zip"]
