"""The timeline as JSON: its text is the transcript's, and its words stand in it."""

import json
from typing import Any

import pytest

from accessnews.formats import timeline
from tests.fixtures.editions import ARTICLES, edition


def utterances(name: str) -> list[dict[str, Any]]:
    (artifact,) = timeline.write(edition(name))
    told: list[dict[str, Any]] = json.loads(b"".join(artifact.pieces()))["utterances"]
    return told


def test_cells_of_a_row_do_not_run_together() -> None:
    (row,) = (said for said in utterances("everything") if said["id"] == "b20s1")
    assert row["text"] == "Friday; 05:50; 11:58."
    assert [row["text"][word["start"] : word["end"]] for word in row["words"]] == ["Friday", "05:50", "11:58"]


def test_an_utterance_says_the_languages_of_its_phrases() -> None:
    told = {said["id"]: said for said in utterances("everything")}
    assert (told["b01s4"]["lang"], told["b01s4"]["langs"]) == ("en-GB", ["fr"])
    assert "langs" not in told["b01s1"]


@pytest.mark.parametrize("name", ARTICLES)
def test_every_word_stands_in_the_text_and_in_order(name: str) -> None:
    for said in utterances(name):
        at = 0
        for word in said["words"]:
            assert at <= word["start"] < word["end"] <= len(said["text"])
            assert not said["text"][word["start"]].isspace()
            at = word["start"]
