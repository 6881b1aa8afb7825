"""What validators and a screen reader make of the markup. No browser."""

import json
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from accessnews import formats
from accessnews.bundle.artifact import Artifact
from accessnews.formats import load
from accessnews.formats.html import render
from accessnews.model.settings import Settings
from tests.fixtures.editions import ARTICLES, edition
from tests.fixtures.tools import node_module, node_modules, nu_messages, run_node
from tests.formats.html.conftest import Bundle

SCREEN_READER = Path(__file__).with_name("screen_reader.mjs")
every_edition = pytest.mark.parametrize("name", ARTICLES)
with_and_without_script = pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "plain"])


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page that all it can tell of is made for, and what only a later version may offer."""
    made = edition("everything", Settings(formats=("html", "audio", "vtt", "epub", "audiobook")))
    later = Artifact("tides.brl", "application/octet-stream", b"...", "relief", "BRL")
    files = (*formats.write(made, [load(name) for name in ("audio", "vtt", "epub", "audiobook")]), later)
    path = tmp_path_factory.mktemp("full") / "index.html"
    path.write_text(render(replace(made, other_artifacts=files)), "utf-8")
    return path


def test_the_nu_checker_finds_nothing(bundle: Bundle, full: Path) -> None:
    found = nu_messages(*(bundle(name) for name in ARTICLES), full)
    assert [(message.get("url"), message.get("lastLine"), message["message"]) for message in found] == []


def test_html_validate_finds_nothing(bundle: Bundle, full: Path) -> None:
    program = node_module("html-validate") / "bin" / "html-validate.mjs"
    pages = [str(full), *(str(bundle(name)) for name in ARTICLES)]
    assert run_node(program, "--preset", "standard,a11y", "--formatter", "text", *pages).strip() == ""


@cache
def spoken(page: Path, scripted: bool) -> tuple[str, ...]:
    """Every phrase that the virtual screen reader says, in order. It takes its time: once a page will do."""
    node_module("@guidepup/virtual-screen-reader")
    node_module("jsdom")
    told = run_node(SCREEN_READER, str(node_modules()), str(page), *(["scripted"] if scripted else []))
    return tuple(json.loads(told))


def story(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """What is said between the beginning of the main part and its end."""
    return phrases[phrases.index("main") + 1 : phrases.index("end of main")]


def as_said(name: str) -> list[str]:
    """What a screen reader should say of an edition's utterances, of a picture its alt."""
    made = edition(name)
    alts = {figure: f"image, {alt}" for figure, alt in alts_of(name).items()}
    said = []
    for cue in made.timeline.cues:
        utterance = cue.utterance
        text = utterance.display or alts[utterance.block]
        said.append(f"heading, {text}, level 1" if utterance.role == "headline" else " ".join(text.split()))
    return said


def alts_of(name: str) -> dict[str, str]:
    return {key: alt.alt for key, alt in edition(name).article.alts.items()}


@with_and_without_script
@pytest.mark.parametrize("name", ["plain", "gallery", "missing_photos", "german"])
def test_a_screen_reader_says_every_utterance_once_in_the_order_of_the_script(
    bundle: Bundle, name: str, scripted: bool
) -> None:
    expected = as_said(name)
    phrases = story(spoken(bundle(name), scripted))
    assert [phrase for phrase in phrases if phrase in set(expected)] == expected
    structure = {phrase for phrase in phrases if phrase.startswith("end of ")}
    structure |= {phrase.removeprefix("end of ") for phrase in structure} | {"article"}
    assert [phrase for phrase in phrases if phrase not in structure | set(expected)] == []


@with_and_without_script
def test_no_phrase_around_the_story_is_said_twice(bundle: Bundle, scripted: bool) -> None:
    phrases = spoken(bundle("gallery"), scripted)
    around = phrases[: phrases.index("main")] + phrases[phrases.index("end of main") + 1 :]
    structure = {"paragraph", "end of paragraph", "list", "end of list"}
    counts = Counter(phrase for phrase in around if phrase not in structure)
    assert {phrase: count for phrase, count in counts.items() if count > 1} == {}


@with_and_without_script
@every_edition
def test_the_words_of_the_story_come_in_the_order_of_the_script(bundle: Bundle, name: str, scripted: bool) -> None:
    """Marks on text cut a sentence into phrases: letters are compared, and only outside tables."""
    heard = iter("".join("".join(phrase.split()) for phrase in story(spoken(bundle(name), scripted))))
    for cue in edition(name).timeline.cues:
        if cue.utterance.role != "row":
            assert all(letter in heard for letter in cue.utterance.display if not letter.isspace()), cue.utterance.id
