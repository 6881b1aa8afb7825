"""The same proofs on pages that the whole program made: the starter, and a gallery whose photos are missing."""

import json
import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from accessnews.model.settings import Settings
from accessnews.pipeline import recipe
from accessnews.pipeline.recipe import render
from accessnews.tts import _profiles
from tests.fixtures.tools import axe_violations, node_module, nu_messages, run_node
from tests.formats.html.conftest import Open, click_on
from tests.formats.html.test_markup import spoken

STARTER = Path(recipe.__file__).parents[1] / "cli" / "starter" / "files"
STORIES = {
    "starter": STARTER / "harbour-market.md",
    "gallery": Path(__file__).parents[2] / "stories" / "gallery" / "story.txt",
}

SHOWN = """(id) => {
  const copy = document.getElementById(id).cloneNode(true);
  copy.querySelectorAll("sup").forEach((mark) => mark.remove());
  return copy.textContent;
}"""
PARTED = ("harbours and", "le grand trottoir", "harbour office lists")  # a link or a phrase is announced inside them


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    voice = _profiles.load("courier", STARTER)
    output = tmp_path_factory.mktemp("rendered")
    return {
        name: render(story, Settings(output=str(output), formats=(*Settings().formats, "timeline")), voice).folder
        for name, story in STORIES.items()
    }


@pytest.mark.parametrize(("name", "scheme", "width"), list(product(STORIES, ("light", "dark"), (320, 1280))))
def test_axe_finds_nothing(visit: Open, folders: dict[str, Path], name: str, scheme: str, width: int) -> None:
    path = folders[name] / "index.html"
    page = visit(name, path=path, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 640})
    assert axe_violations(page) == []


def test_validators_find_nothing(folders: dict[str, Path]) -> None:
    pages = [folder / "index.html" for folder in folders.values()]
    assert nu_messages(*pages) == []
    program = node_module("html-validate") / "bin" / "html-validate.mjs"
    assert run_node(program, "--preset", "standard,a11y", "--formatter", "text", *map(str, pages)).strip() == ""


@pytest.mark.parametrize("name", STORIES)
def test_a_browser_plays_the_programme_and_lights_what_is_spoken(
    visit: Open, folders: dict[str, Path], name: str
) -> None:
    timeline = read(folders[name] / "timeline.json")
    page = visit(name, path=folders[name] / "index.html")
    chosen = next(said for said in timeline["utterances"] if said["role"] == "body")
    click_on(page, chosen["id"])
    page.wait_for_function(
        "() => document.querySelector('audio').currentTime > 0 && document.querySelector('audio').readyState > 2"
    )
    duration = page.evaluate("() => document.querySelector('audio').duration")
    assert duration == pytest.approx(timeline["frames"] / timeline["rate"], abs=0.05)
    assert (
        page.evaluate("() => document.querySelector('audio').currentTime")
        >= chosen["start"] / timeline["rate"] - 0.05
    )


@pytest.mark.parametrize("name", STORIES)
def test_every_utterance_is_one_element_with_the_same_words(visit: Open, folders: dict[str, Path], name: str) -> None:
    """But for marks of notes and an alt in place of a photo, only shown, and signs between cells, only heard."""
    page = visit(name, path=folders[name] / "index.html")
    for said in read(folders[name] / "timeline.json")["utterances"]:
        shown, text = page.evaluate(SHOWN, said["id"]), said["text"]
        if said["role"] == "row":
            shown, text = (re.sub("[;.,]? ?", "", words) for words in (shown, text))
        if text.endswith(", not included."):
            shown = re.sub(", not included: .*", ", not included.", shown)
        assert shown == text


def test_a_screen_reader_says_the_story_in_the_order_of_the_script(folders: dict[str, Path]) -> None:
    """The starter: every sentence in its place and none twice. A table is said by cells, a picture by its alt."""
    phrases = " ".join(" ".join(phrase.split()) for phrase in spoken(folders["starter"] / "index.html", False))
    at = 0
    for said in read(folders["starter"] / "timeline.json")["utterances"]:
        words = " ".join(said["text"].split())
        if said["role"] in ("photo", "row") or any(parted in words for parted in PARTED):
            continue
        found = phrases.find(words, at)
        assert found >= 0, words
        at = found + len(words)
        assert len(words) < 30 or words not in phrases[at:]


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))
