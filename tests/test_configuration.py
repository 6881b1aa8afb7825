"""The nearest configuration counts, and says where each value came from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from accessnews.model.errors import UsageError
from accessnews.pipeline import configuration
from accessnews.tts import _profiles

Write = Callable[[str, str], Path]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_without_a_file_everything_is_default() -> None:
    found = configuration.load({})
    assert found.settings.voice == "newsreader"
    assert set(found.origins.values()) == {"default"}


def test_file_then_option_and_where_each_came_from(write: Write) -> None:
    write("accessnews.toml", "# ours\nvoice = 'newsreader-slow'\nfail-on = 'never'\noutput = 'editions'\n")
    found = configuration.load({"voice": "newsreader-fast", "lang": None})
    assert (found.settings.voice, found.origins["voice"]) == ("newsreader-fast", "--voice")
    assert (found.settings.fail_on, found.origins["fail_on"]) == ("never", "accessnews.toml:3")
    assert found.settings.output == "editions"


def test_paths_in_a_file_are_relative_to_it(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write("accessnews.toml", "output = 'editions'\n")
    (tmp_path / "stories").mkdir()
    monkeypatch.chdir(tmp_path / "stories")
    assert Path(configuration.load({}).settings.output) == tmp_path / "editions"


def test_pyproject_counts_where_it_has_a_table(write: Write) -> None:
    write("pyproject.toml", "[project]\nname = 'x'\n[tool.accessnews]\nbitrate = 80\n")
    found = configuration.load({})
    assert (found.settings.bitrate, found.origins["bitrate"]) == (80, "pyproject.toml:4")


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("voise = 'x'", "unknown key voise", "did you mean voice?"),
        ("bitrate = 'fast'", "bitrate must be a whole number", ""),
        ("bitrate = 48", "bitrate is 48, not within 56 to 160", ""),
        ("fail-on = 'errors'", "fail-on: no errors", "did you mean error?"),
        ("formats = ['htlm']", "formats: no htlm", "did you mean html?"),
        ("formats = []", "formats: none", "some of audio"),
        ("formats = ['']", "formats: no empty name", "known: audio"),
        ("formats = 'html'", "formats must be a list such as", ""),
        ("lang = 'english please'", "not a language tag", "BCP 47"),
        ("speak-credits = 1", "speak-credits must be true or false", ""),
        ("speak-quotes = 'yes'", "speak-quotes must be true or false", ""),
    ],
)
def test_a_wrong_line_is_named(write: Write, line: str, message: str, hint: str) -> None:
    write("accessnews.toml", f"\n\n{line}\n")
    with pytest.raises(UsageError, match=message) as caught:
        configuration.load({})
    assert str(caught.value.at) == "accessnews.toml:3"
    assert hint in caught.value.hint


def test_broken_toml_is_an_error(write: Write) -> None:
    write("accessnews.toml", "voice = \n")
    with pytest.raises(UsageError, match="not a configuration"):
        configuration.load({})


def test_a_projects_own_voice_wins_and_fills_in_defaults(write: Write, tmp_path: Path) -> None:
    write("voices/newsreader.toml", "rate = 99\n[pauses]\nheading = 5\n")
    voice = _profiles.load("newsreader", tmp_path)
    assert (voice.rate, voice.pauses["heading"], voice.pauses["body"]) == (99, 5, 400)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("speed = 3\n", "unknown key speed"),
        ("rate = '1'\n", "rate must be a whole number"),
        ("rate = 900\n", "not within"),
        ("[pauses]\nphotos = 3\n", "unknown key photos"),
        ("rate\n", "not valid TOML"),
    ],
)
def test_a_wrong_profile_is_an_error_with_its_file(write: Write, tmp_path: Path, text: str, message: str) -> None:
    write("voices/own.toml", text)
    with pytest.raises(UsageError, match=message) as caught:
        _profiles.load("own", tmp_path)
    assert "own.toml" in str(caught.value.at)


def test_every_shipped_profile_loads() -> None:
    names = _profiles.profile_files()
    assert {"newsreader", "newsreader-slow", "newsreader-fast"} <= set(names)
    assert all(_profiles.load(name).name == name for name in names)


def test_an_unknown_profile_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="no voice profile newsreder") as caught:
        _profiles.load("newsreder")
    assert caught.value.hint == "did you mean newsreader?"


def test_a_profile_has_others_read_some_roles(write: Write, tmp_path: Path) -> None:
    write("voices/duo.toml", 'voice = "en-us"\n[speakers]\nquote = "second"\n')
    write("voices/second.toml", 'voice = "en-gb"\ngain = -2\n')
    quote = _profiles.load("duo", tmp_path).speakers["quote"]
    assert (quote.name, quote.voice, quote.gain) == ("second", "en-gb", -2.0)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('qoute = "second"', "unknown key qoute"),
        ('quote = "nobody"', "no voice profile nobody"),
        ('quote = "duo"', "duo has speakers of its own"),
        ("quote = 7", "quote must be text in quotes"),
    ],
)
def test_a_wrong_speaker_is_named(write: Write, tmp_path: Path, line: str, message: str) -> None:
    write("voices/duo.toml", f'voice = "en-us"\n[speakers]\n{line}\n')
    with pytest.raises(UsageError, match=message):
        _profiles.load("duo", tmp_path)
