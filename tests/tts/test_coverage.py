"""A voice that cannot read a script is no voice for it, and a finding says so."""

import tomllib
import zipfile
from pathlib import Path

import pytest

from accessnews import render
from accessnews.model.errors import Place
from accessnews.model.settings import Voice
from accessnews.narration.script import Role, Utterance
from accessnews.normalize import Span
from accessnews.tts import _espeak, pyttsx3
from accessnews.tts._espeak import coverage, synthesiser
from accessnews.tts._voiceset import unsupported_languages
from tests.bench.scripts import measured

READER = Voice("reader", voice="en-us")
TABLE = Path(_espeak.__file__).parent / "data" / "scripts.toml"


def said(text: str, lang: str = "en", line: int = 7, phrase: str = "") -> Utterance:
    spans = (Span(text, text), *([Span(phrase, phrase, lang="uk")] if phrase else []))
    return Utterance(f"b{line:02}s1", Role.BODY, lang, Place("story.txt", line), spans)


def findings(*utterances: Utterance) -> list[tuple[str, int, str]]:
    told = dict.fromkeys(finding for _, finding in unsupported_languages(utterances, READER))
    return [(finding.code, finding.at.line, finding.message) for finding in told]


def test_the_table_is_what_the_voices_here_do() -> None:
    text = TABLE.read_text("utf-8")
    if synthesiser().version() not in text:
        pytest.skip(f"the table is of another version than {synthesiser().version()}")
    table = {
        name: {kind: entry[kind].split() for kind in ("reads", "spells") if kind in entry}
        for name, entry in tomllib.loads(text).items()
    }
    assert measured(synthesiser()) == table


def test_foreign_words_that_would_be_spelt_are_told_once_a_script() -> None:
    story = (
        said("The ministers of China (中国) and Ukraine met, and that is a long sentence of a long story."),
        said("It is called Київ there, and Одеса is called so as well, says everyone who lives there.", line=9),
        said("Beijing is 北京, or 北平, or 北都, or 北方; it has never been called anything else.", line=11),
    )
    assert findings(*story) == [
        ("voice-script", 7, "reader cannot read Han letters: 中国, 北京, 北平 and 2 more"),
        ("voice-script", 9, "reader cannot read Cyrillic letters: Київ, Одеса"),
    ]
    assert [utterance.id for utterance, _ in unsupported_languages(story, READER)] == ["b07s1", "b11s1", "b09s1"]


def test_a_story_in_a_script_that_its_voice_spells_has_no_voice() -> None:
    assert findings(said("海は青い。", "ja"), said("さようなら。", "ja", 9)) == [
        ("voice-language", 7, "no voice here reads ja in Han letters: 海, 青")
    ]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("さようなら。", "ja"),
        ("北京的天气很好。", "zh"),
        ("Сегодня в Москве шёл дождь.", "ru"),
        ("Danas je u Beogradu sunčano. Данас је сунчано.", "sr"),
        ("Lambda α, the USSR (СССР) and the ΦΒΚ.", "en"),
        ("Seoul is 서울, and Delhi is दिल्ली.", "en"),
    ],
)
def test_what_the_voice_reads_is_no_finding(text: str, lang: str) -> None:
    assert findings(said(text, lang)) == []


def test_a_phrase_whose_language_is_marked_is_read_by_its_voice() -> None:
    assert findings(said("It is called ", phrase="Київ")) == []


@pytest.mark.parametrize(
    ("word", "lang"), [("Αθήνα", "el"), ("ירושלים", "he"), ("กรุงเทพ", "th"), ("Երևան", "hy"), ("さくら", "ja")]
)
def test_a_word_whose_script_has_one_language_is_read_by_its_voice(word: str, lang: str) -> None:
    sentence = said(f"It is called {word} there.")
    marked = Utterance(
        "b01s1",
        Role.BODY,
        "en",
        Place("story.txt", 7),
        (Span("It is called ", "It is called "), Span(word, word, lang=lang), Span(" there.", " there.")),
    )
    assert findings(sentence) == []
    with pyttsx3.open_voice(READER) as say:
        assert say(sentence) == say(marked)


def test_of_a_script_that_nobody_measured_nothing_is_read() -> None:
    assert not coverage.reads("en", "Tifinagh")
    assert coverage.language_of("Tifinagh") == ""
    assert findings(said("The language calls itself ⵜⴰⵎⴰⵣⵉⵖⵜ, which is how it is written.")) == [
        ("voice-script", 7, "reader cannot read Tifinagh letters: ⵜⴰⵎⴰⵣⵉⵖⵜ")
    ]


@pytest.mark.parametrize(
    ("story", "heard"),
    [("# 海\n\n海は青い。\n", False), ("# うみ\n\nうみはあおい。\n", True)],
)
def test_a_book_that_would_be_spelt_does_not_claim_to_be_enough_for_the_ear(
    story: str, heard: bool, tmp_path: Path
) -> None:
    bundle = render(story, format="markdown", lang="ja", formats=["epub"], output=tmp_path)
    with zipfile.ZipFile(bundle.folder / f"{bundle.folder.name}.epub") as book:
        package = book.read("EPUB/package.opf").decode()
    assert ("auditory" in package) == heard
    assert [finding.code for finding in bundle.findings] == ([] if heard else ["voice-language"])
