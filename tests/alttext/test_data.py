"""The word lists: whole, and in step with each other and with the wording of the page."""

import tomllib
from importlib.resources import files

import pytest

from accessnews.alttext import kinds
from accessnews.alttext.lexicon import table
from accessnews.findings import rules
from accessnews.wording import wording

LANGUAGES = sorted(
    source.name for source in files("accessnews.abbreviations").iterdir() if source.name.endswith(".toml")
)
KINDS = [kind for kind, entry in table("kinds").items() if "says" in entry]


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_language_has_the_same_lists(name: str) -> None:
    folder = files("accessnews.abbreviations")
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


def test_every_finding_is_explained() -> None:
    assert {"alt-needs-review", "same-caption", "alt-same-as-caption"} <= set(rules())
