"""The word lists: whole, and in step with each other and with the wording of the page."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from accessnews import alttext
from accessnews.alttext import kinds
from accessnews.alttext.lexicon import table
from accessnews.model.findings import rules
from accessnews.wording import wording

LANGUAGES = sorted(
    source.name for source in files("accessnews.text.abbreviations").iterdir() if source.name.endswith(".toml")
)
DATA = sorted(source.name.removesuffix(".toml") for source in files("accessnews.alttext").joinpath("data").iterdir())
KINDS = [kind for kind, entry in table("kinds").items() if "says" in entry]


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_language_has_the_same_lists(name: str) -> None:
    folder = files("accessnews.text.abbreviations")
    mine = tomllib.loads(folder.joinpath(name).read_text("utf-8"))
    default = tomllib.loads(folder.joinpath("default.toml").read_text("utf-8"))
    assert mine.keys() == default.keys()
    assert all(isinstance(value, type(default[key])) for key, value in mine.items())


@pytest.mark.parametrize("lang", table("phrases"))
def test_every_kind_has_a_name_in_every_language(lang: str) -> None:
    assert set(table("phrases")[lang]["kinds"]) == set(KINDS)
    assert "{kind}" in table("phrases")[lang]["pointer"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_can_name_every_kind(kind: str) -> None:
    assert wording("en").kind(kind)


def test_labels_and_signs_lead_to_kinds() -> None:
    assert set(table("kinds")["labels"].values()) | set(kinds.signs().values()) <= set(KINDS)


def lists(entry: object) -> Iterator[list[object]]:
    """Every list in a table, however deep."""
    if isinstance(entry, dict):
        for value in entry.values():
            yield from lists(value)
    elif isinstance(entry, list):
        yield entry


@pytest.mark.parametrize("name", DATA)
def test_no_list_says_a_word_twice(name: str) -> None:
    assert [word for words in lists(table(name)) for word in set(map(str, words)) if words.count(word) > 1] == []


def test_what_is_told_of_the_past_is_else_visible() -> None:
    verbs = table("verbs")
    assert set(verbs["past-told"]) <= set(verbs["action"]) - set(verbs["visible-past"])


@pytest.mark.parametrize("name", ["words", "verbs", "cuts", "frames", "credits"])
def test_every_list_is_read_by_some_rule(name: str) -> None:
    rules_text = "".join(path.read_text("utf-8") for path in Path(alttext.__file__).parent.rglob("*.py"))
    assert [key for key in table(name) if f'"{key}"' not in rules_text and f"'{key}'" not in rules_text] == []


def test_every_finding_is_explained() -> None:
    assert {"alt-needs-review", "same-caption", "alt-same-as-caption"} <= set(rules())
