"""The words of all languages can stand in for each other."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from string import Formatter
from typing import Any

import pytest

from accessnews.wording import wording

LANGUAGES = ("de", "en", "es", "fr")


def texts(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from texts(value, f"{path}{key}.")
        elif isinstance(value, str):
            yield path + key, value


def table(lang: str) -> dict[str, Any]:
    return tomllib.loads(files("accessnews.wording").joinpath(f"{lang}.toml").read_text("utf-8"))


def blanks(text: str) -> set[str | None]:
    """The names of what is filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_is_there_and_fills_in_the_same(lang: str) -> None:
    english = {key: blanks(text) for key, text in texts(table("en"))}
    assert {key: blanks(text) for key, text in texts(table(lang))} == english
    assert all(text.strip() for _, text in texts(table(lang)))
    assert len(table(lang)["months"]) == 12


@pytest.mark.parametrize(
    ("lang", "date", "names"),
    [
        ("de-AT", "9. Mai 2026", "Ada und Bo"),
        ("en", "9 May 2026", "Ada and Bo"),
        ("es", "9 de mayo de 2026", "Ada y Bo"),
        ("fr-CA", "9 mai 2026", "Ada et Bo"),
    ],
)
def test_dates_and_names_read_as_they_are_written_there(lang: str, date: str, names: str) -> None:
    words = wording(lang)
    assert (words.date("2026-05-09"), words.names(("Ada", "Bo"))) == (date, names)


def test_spoken_leads_end_in_a_pause() -> None:
    for lang in LANGUAGES:
        words = table(lang)
        for key in ("item", "numbered-item", "note", "picture", "picture-missing"):
            assert words[key].endswith(". "), (lang, key)
