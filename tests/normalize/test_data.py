"""The word lists: whole, without contradictions, and in the form the rules expect."""

import re
from importlib.resources import files
from itertools import chain

import pytest

from accessnews.normalize.tables import table

LANGS = ["en", "de", "fr", "es"]
NAMES = [
    (lang, source.name.removesuffix(".toml"))
    for lang in LANGS
    for source in files("accessnews.normalize").joinpath(lang, "data").iterdir()
]


@pytest.mark.parametrize(("lang", "name"), sorted(NAMES))
def test_every_table_can_be_read_and_says_something(lang: str, name: str) -> None:
    assert table(lang, name)


@pytest.mark.parametrize(("kind", "sides"), [("measures", ("written", "close")), ("money", ("before",))])
def test_no_sign_has_two_meanings(kind: str, sides: tuple[str, ...]) -> None:
    entries = table("en", "units")[kind].values()
    forms = list(chain.from_iterable(entry.get(side, ()) for entry in entries for side in sides))
    assert sorted(form for form in set(forms) if forms.count(form) > 1) == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_unit_has_no_keys_but_those_that_are_read(lang: str) -> None:
    keys = {"many", "gender", "written", "close", "plain", "before", "part", "parts"}
    kinds = [kind for kind in table(lang, "units").values() if isinstance(kind, dict)]
    assert {key for kind in kinds for entry in kind.values() for key in entry} <= keys


def test_capitals_are_spelled_or_said_and_not_both() -> None:
    capitals = table("en", "capitals")
    letters, words, said = set(capitals["letters"]), set(capitals["words"]), set(capitals["said"])
    assert not letters & words
    assert not (letters | words) & said
    assert all(word.isupper() for word in words)


def test_abbreviations_stand_without_their_full_stop() -> None:
    groups = {name: group for name, group in table("en", "abbreviations").items() if name not in ("phrases", "kinds")}
    assert [short for group in groups.values() for short in group if short.endswith(".")] == []


def test_kinds_of_abbreviations_name_abbreviations() -> None:
    tables = table("en", "abbreviations")
    known = {short for name, group in tables.items() if name != "kinds" for short in group}
    listed = {short for name, group in tables["kinds"].items() if name != "directed" for short in group}
    assert listed - known == set()


def test_flags_stand_for_regions() -> None:
    flags = table("en", "emoji")["flags"]
    assert all(re.fullmatch("[A-Z]{2}|gb[a-z]{3}", code) and name for code, name in flags.items())


def test_months_count_to_twelve() -> None:
    assert set(table("en", "dates")["months"].values()) == set(range(1, 13))
