"""``accessnews voices preview``: a profile is heard with all its voices, in its own language."""

import os
import subprocess
import sys
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from accessnews.cli import pronounce
from accessnews.model.settings import Voice
from accessnews.narration import preview as sample
from accessnews.tts import _profiles

ROOT = Path(__file__).parents[2]
Write = Callable[[str, str], Path]
Done = subprocess.CompletedProcess[str]


def preview(*arguments: str, **environment: str) -> Done:
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-m", "accessnews", "voices", "preview", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False)


def readers(voice: Voice) -> dict[str, str]:
    """Who reads which role of the sample."""
    return {said.role: voice.speakers.get(said.role, voice).name for said in sample.utterances(voice)}


def test_the_roles_of_a_cast_are_heard_each_by_its_own_voice() -> None:
    second = "newsreader-second"
    assert readers(_profiles.load("briefing")) == {
        "headline": "briefing",
        "body": "briefing",
        "quote": second,
        "photo": second,
        "caption": second,
        "credit": second,
    }


def test_a_speaker_whose_role_is_not_in_the_sample_says_the_sentence_of_the_body() -> None:
    cast = Voice("duo", speakers={"row": Voice("reckoner"), "heading": Voice("herald"), "note": Voice("herald")})
    sentence = next(said.spoken for said in sample.utterances(cast) if said.role == "body")
    more = [(said.role, said.spoken) for said in sample.utterances(cast)[6:]]
    assert more == [("row", sentence), ("heading", sentence)]


@pytest.mark.parametrize(
    ("lang", "headline", "picture", "credit"),
    [
        ("en-GB", "Harbour market opens at dawn", "Photo 1 of 1.", "Photo: Ada Gill"),
        ("de", "Hafenmarkt öffnet im Morgengrauen", "Foto 1 von 1.", "Foto: Ada Gill"),
        ("fr", "Le marché du port ouvre à l’aube", "Photo 1 sur 1.", "Photo\u00a0: Ada Gill"),
        ("es", "El mercado del puerto abre al amanecer", "Foto 1 de 1.", "Foto: Ada Gill"),
    ],
)
def test_the_sample_is_in_the_language_of_the_profile(lang: str, headline: str, picture: str, credit: str) -> None:
    said = sample.utterances(Voice("own", lang=lang))
    assert [said[number].spoken for number in (0, 3, 5)] == [headline, picture, credit]
    assert {utterance.lang for utterance in said} == {lang}
    assert not sample.is_foreign(Voice("own", lang=lang))


def test_quotation_marks_are_said_where_they_are_in_an_edition() -> None:
    said = sample.utterances(Voice("own"), quotes=True)
    assert said[2].spoken.startswith("quote, We have waited twelve years for this, end quote, said")


def test_the_pauses_and_the_pace_are_those_of_the_profile_and_its_speakers() -> None:
    slow = Voice("slow", "silence", rate=200)
    plain, paused, cast = (
        len(pronounce.spoken(sample.utterances(voice), voice))
        for voice in (
            Voice("tone", "silence", rate=400),
            Voice("tone", "silence", rate=400, pauses={**Voice("").pauses, "headline": 1_900}),
            Voice("tone", "silence", rate=400, speakers={"credit": slow}),
        )
    )
    assert paused - plain == 22_050 * 2  # a second more of 16-bit frames
    assert cast - plain == len("Photo: Ada Gill") * (22_050 * 60 // (400 * 6)) * 2  # twice as long


def test_a_sound_file_is_written_and_nothing_else(quiet_project: Path) -> None:
    done = preview("tone", "-o", "heard.wav")
    assert (done.returncode, done.stdout, done.stderr) == (0, "heard.wav\n", "")
    with wave.open("heard.wav") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        assert 3 < file.getnframes() / file.getframerate() < 30
    assert {path.name for path in quiet_project.iterdir()} == {"voices", "accessnews.toml", "heard.wav"}


@pytest.mark.skipif(sys.platform == "win32", reason="the player is a shell script")
def test_it_plays_by_the_first_program_there_is(quiet_project: Path) -> None:
    tools = quiet_project / "tools"
    tools.mkdir()
    (tools / "aplay").write_text(f'#!/bin/sh\n/bin/cp "$2" "{quiet_project}/heard.wav"\n', "utf-8")
    (tools / "aplay").chmod(0o755)
    done = preview("tone", PATH=str(tools))
    assert (done.returncode, done.stdout) == (0, "")
    assert preview("tone", "-o", "saved.wav").returncode == 0
    assert Path("heard.wav").read_bytes() == Path("saved.wav").read_bytes()


def test_a_language_without_a_sample_gets_the_english_one_and_is_told_so(quiet_project: Path, write: Write) -> None:
    write("voices/voce.toml", 'engine = "silence"\nlang = "it"\nrate = 400\n')
    done = preview("voce", "-o", "heard.wav")
    assert (done.returncode, done.stdout) == (0, "heard.wav\n")
    assert done.stderr == (
        "accessnews: no sample in the language it: voce reads the English one\n"
        "  hint: accessnews say --voice voce TEXT, with words of your own\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["ton", "-o", "heard.wav"], 2, "no voice profile ton\n  hint: did you mean tone?"),
        ([], 2, "Missing argument 'NAME'"),
        (["tone", "-o", "heard.mp3"], 2, "only WAV"),
        (["tone", "-o", "nowhere/heard.wav"], 3, "cannot write"),
        (["mute", "-o", "heard.wav"], 2, "no voice nobody here"),
    ],
)
def test_what_cannot_be_is_told_and_leaves_nothing(
    arguments: list[str], code: int, words: str, quiet_project: Path, write: Write
) -> None:
    write("voices/mute.toml", 'voice = "nobody"\n')
    done = preview(*arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr
    assert {path.name for path in quiet_project.iterdir()} == {"voices", "accessnews.toml"}


def test_without_a_player_it_says_so(quiet_project: Path) -> None:
    done = preview("tone", PATH=str(quiet_project))
    assert done.returncode == 3
    assert done.stderr.startswith("accessnews: no program to play sound")
