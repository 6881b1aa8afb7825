"""``accessnews say``: the loop in which an editor mends a name, and lines in bulk."""

import io
import json
import subprocess
import sys
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from accessnews.cli import pronounce
from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.normalize import pls
from accessnews.pipeline import configuration
from tests.fixtures.command import Done, accessnews, surroundings

Write = Callable[[str, str], Path]


def say(*arguments: str, stdin: bytes = b"", **environment: str) -> Done:
    return accessnews("say", *arguments, stdin=stdin, **environment)


def lexicon(*entries: str) -> str:
    head = f'<lexicon version="1.0" xmlns="{pls.NAMESPACE}" alphabet="ipa" xml:lang="en">'
    return f"{head}<lexeme>{'</lexeme><lexeme>'.join(entries)}</lexeme></lexicon>"


BRUX = "<grapheme>Brux</grapheme><phoneme>brʌks</phoneme>"
SHO = "<grapheme>SHO</grapheme><alias>harbour office</alias>"


@pytest.fixture
def project(quiet_project: Path, write: Write) -> Path:
    write("voices/lexicon/en.pls", lexicon(BRUX, SHO))
    write("harbour.pls", lexicon("<grapheme>Brux</grapheme><phoneme>bruː</phoneme>"))
    return quiet_project


def test_show_prints_words_and_sounds_of_every_sentence(project: Path) -> None:
    done = say("The SHO moved. It is in Brux's tower.", "--show", "--voice", "newsreader")
    lines = done.stdout.splitlines()
    sounds = [line for line in lines if line.startswith("  sounds: ")]
    assert [line for line in lines if line not in sounds] == [
        "The SHO moved.",
        "  said: The harbour office moved.",
        "  SHO: harbour office",
        "It is in Brux's tower.",
        "  said: It is in Brux's tower.",
        "  Brux's: /brʌksɪz/",
    ]
    assert "hˈɑːɹbɚ" in sounds[0]
    assert "bɹˈʌksɪz" in sounds[1]
    assert done.returncode == 0


def test_the_lexicon_beside_a_story_counts_where_the_story_is_named(project: Path) -> None:
    assert "/brʌks/" in say("Brux", "--show").stdout
    assert "/bruː/" in say("Brux", "--show", "--story", "harbour.md").stdout


def test_a_sound_file_is_written_whole(project: Path) -> None:
    done = say("One. Two.", "--output", "said.wav")
    assert done.stdout == "said.wav\n"
    with wave.open("said.wav") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        assert file.getnframes() > 22_050 // 2
    before = Path("said.wav").read_bytes()
    assert say("One. Two.", "-o", "said.wav").returncode == 0
    assert Path("said.wav").read_bytes() == before
    assert {path.name for path in project.iterdir()} == {"voices", "accessnews.toml", "harbour.pls", "said.wav"}


def test_quotation_marks_are_said_where_the_project_says_so(project: Path, write: Write) -> None:
    assert "said:" in (plain := say("“Go,” he said.", "--show").stdout)
    assert "quote" not in plain
    write("accessnews.toml", 'voice = "tone"\nspeak-quotes = true\n')
    assert "  said: quote, Go, end quote, he said.\n" in say("“Go,” he said.", "--show").stdout
    path = write("lines.txt", "“Go”\n")
    assert json.loads(say(str(path), "--format", "jsonl").stdout)["spoken"] == "quote, Go, end quote"


@pytest.mark.skipif(sys.platform == "win32", reason="the player is a shell script")
def test_it_plays_by_the_first_program_there_is(project: Path) -> None:
    tools = project / "tools"
    tools.mkdir()
    player = tools / "paplay"
    player.write_text(f'#!/bin/sh\n/bin/cp "$1" "{project}/heard.wav"\n', "utf-8")
    player.chmod(0o755)
    assert say("One.", PATH=str(tools)).returncode == 0
    with wave.open(str(project / "heard.wav")) as heard:
        assert heard.getnframes() > 1_000
    player.write_text("#!/bin/sh\necho no card found >&2\nexit 1\n", "utf-8")
    done = say("One.", PATH=str(tools))
    assert (done.returncode, done.stdout) == (3, "")
    assert (
        done.stderr
        == "accessnews: paplay does not play: no card found\n  hint: write it to a file with -o FILE.wav\n"
    )


def test_without_a_player_it_says_so(project: Path) -> None:
    done = say("One.", PATH=str(project))
    assert done.returncode == 3
    assert done.stderr.startswith("accessnews: no program to play sound")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([""], 2, "nothing to say"),
        ([" … "], 2, "nothing to say"),
        (["x" * 20_001], 2, "the limit is 20,000"),
        (["One", "--voice", "nobody"], 2, "no voice profile nobody"),
        (["One", "--lang", "e_n"], 2, "not a language tag"),
        (["One", "--format", "json"], 2, "--format: no json"),
        (["One", "-o", "said.mp3"], 2, "only WAV"),
        (["One", "-o", "nowhere/said.wav"], 3, "cannot write"),
        (["nowhere.txt", "--format", "jsonl"], 2, "cannot be read"),
        (["One", "--story", "broken.md"], 3, "broken.pls:1: not XML"),
    ],
)
def test_what_cannot_be_is_one_line_and_a_code(
    arguments: list[str], code: int, words: str, project: Path, write: Write
) -> None:
    write("broken.pls", "")
    done = say(*arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr.splitlines()[0]
    assert all(line.startswith("  hint: ") for line in done.stderr.splitlines()[1:])


def test_a_language_without_a_voice_is_told(project: Path) -> None:
    done = say("Qapla", "--lang", "tlh", "--show", "--voice", "newsreader")
    assert done.stderr.startswith("text: warning: voice-language no voice here speaks tlh: newsreader says it\n")
    assert "sounds: " in done.stdout


def test_records_line_by_line(project: Path, write: Write) -> None:
    path = write("lines.txt", "The SHO\n\nBrux [[x]]\r\nlast")
    done = say(str(path), "--show", "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["display"] for record in records] == ["The SHO", "", "Brux [[x]]", "last"]
    assert records[0]["spoken"] == "The harbour office"
    assert records[0]["pieces"][-1] == ["SHO", "harbour office"]
    assert records[1] == {"display": "", "spoken": "", "pieces": []}
    for record in records:
        assert "".join(left for left, _ in record["pieces"]) == record["display"]
        assert "".join(right for _, right in record["pieces"]) == record["spoken"]
    assert say("-", "--show", "--format", "jsonl", stdin=path.read_bytes()).stdout == done.stdout


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"one\n\xff", "2: not UTF-8"), (b"one\ntwo\0", "2: this is not text"), (b"x" * 1_000_001, "1: a line of more")],
)
def test_lines_that_are_no_text_stop_it_with_their_number(data: bytes, words: str, project: Path) -> None:
    manner = pronounce.project_manner(configuration.load({}))
    with pytest.raises(AccessNewsError, match=words):
        list(pronounce.records(io.BytesIO(data), "lines", manner))


def test_a_reader_who_leaves_is_no_traceback(project: Path, write: Write) -> None:
    path = write("lines.txt", "The harbour opened.\n" * 20_000)
    command = [sys.executable, "-m", "accessnews", "say", str(path), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings()) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 3


def test_binary_arguments_are_refused(project: Path) -> None:
    manner = pronounce.project_manner(configuration.load({}))
    for text in ("a\0b", "a\udcffb"):
        with pytest.raises(UsageError, match="binary"):
            pronounce.utterances(text, manner)


def test_the_language_is_that_of_the_voice_where_nobody_chose_one(quiet_project: Path, write: Write) -> None:
    write("voices/stimme.toml", 'engine = "silence"\nlang = "de"\n')
    assert pronounce.project_manner(configuration.load({"voice": "stimme"})).lang == "de"
    assert pronounce.project_manner(configuration.load({"voice": "stimme", "lang": "fr"})).lang == "fr"


def test_lines_load_no_engine(project: Path, write: Write) -> None:
    path = write("lines.txt", "The SHO\n")
    run = f"from accessnews.cli import run\nrun(['say', {str(path)!r}, '--format', 'jsonl'])"
    program = f"{run}\nimport sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=surroundings(), check=True
    )
    assert not {"pyttsx3", "numpy", "pydub", "accessnews.tts._espeak"} & set(done.stdout.split())
