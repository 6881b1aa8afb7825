"""The word lists: whole, and in step with each other and with the wording of the page."""

import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

import accessnews.text.credits
from accessnews import alttext
from accessnews.alttext import kinds
from accessnews.alttext.lexicon import table
from accessnews.model.findings import rules
from accessnews.text.credits.lists import table as credit_lists
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
    assert set(credit_lists()["kinds"].values()) | set(kinds.signs().values()) <= set(KINDS)


def lists(entry: object) -> Iterator[list[object]]:
    """Every list in a table, however deep."""
    if isinstance(entry, dict):
        for value in entry.values():
            yield from lists(value)
    elif isinstance(entry, list):
        yield entry


@pytest.mark.parametrize("name", [*DATA, "credits"])
def test_no_list_says_a_word_twice(name: str) -> None:
    entries = credit_lists() if name == "credits" else table(name)
    assert [word for words in lists(entries) for word in set(map(str, words)) if words.count(word) > 1] == []


def unread(lists: Iterable[str], *rooms: ModuleType) -> list[str]:
    """The names of lists that no module of ``rooms`` names."""
    folders = [Path(str(room.__file__)).parent for room in rooms]
    source = "".join(path.read_text("utf-8") for folder in folders for path in folder.rglob("*.py"))
    return [name for name in lists if f'"{name}"' not in source and f"'{name}'" not in source]


def test_what_is_told_of_the_past_is_else_visible() -> None:
    verbs = table("verbs")
    assert set(verbs["past-told"]) <= set(verbs["action"]) - set(verbs["visible-past"])


@pytest.mark.parametrize("name", ["words", "verbs", "cuts", "frames"])
def test_every_list_is_read_by_some_rule(name: str) -> None:
    assert unread(table(name), alttext) == []


def test_every_list_of_credits_is_read() -> None:
    assert unread(credit_lists(), accessnews.text.credits, alttext) == []


def test_every_finding_is_explained() -> None:
    assert {"alt-needs-review", "same-caption", "alt-same-as-caption"} <= set(rules())
