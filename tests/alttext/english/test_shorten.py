"""Shorten: what is cut from a visible sentence, and what never is."""

import pytest

from accessnews.alttext.english.clause import parse
from accessnews.alttext.english.shorten import is_whole, to_core, to_visible
from accessnews.alttext.lengths import AIM

CUT = [
    # sentence, its visible clause
    ("A burning car at the airport following an air strike.", "A burning car at the airport."),
    ("Smoke rises over Lima, killing ten people.", "Smoke rises over Lima."),
    ("People queue for food in Juba, where aid agencies warn of famine.", "People queue for food in Juba."),
    ("People queue for food in Juba as aid agencies warn of famine.", "People queue for food in Juba."),
    ("Supporters celebrate after she won the election.", "Supporters celebrate."),
    ("After the storm in Lima, Peru, people walk through water.", "People walk through water."),
    ("Ann Roe, who won gold in Rio, waves to the crowd.", "Ann Roe waves to the crowd."),
    ("A man clears a house, which was hit by a storm, in Hull.", "A man clears a house in Hull."),
    ("Volunteers feed refugees who fled the war in Mali.", "Volunteers feed refugees."),
    ("A boy sits on a bed in a hospital, officials said.", "A boy sits on a bed in a hospital."),
    ("People march in Lima amid anger over prices.", "People march in Lima."),
    ("Bo Lind walks to an attack site in which five people died.", "Bo Lind walks to an attack site."),
]

KEPT = [
    "A nurse looks after a patient.",
    "A dog following its owner in Lima.",
    "A man dressed as Santa waves.",
    "A man walks his dog as snow falls in Lima.",
    "People wait to board a boat.",
    "A man, a woman, and a child stand near a tent.",
    "Refugees who fled the war stand in line.",
    "Ann Roe is challenged by Bo Lind.",
]


@pytest.mark.parametrize(("sentence", "visible"), CUT)
def test_what_is_not_seen_is_cut(sentence: str, visible: str) -> None:
    assert to_visible(parse(sentence)).text == visible


@pytest.mark.parametrize("sentence", KEPT)
def test_what_is_seen_stays(sentence: str) -> None:
    assert to_visible(parse(sentence)).text == sentence


def test_long_clauses_give_up_purpose_agent_and_title_first() -> None:
    purpose = (
        "A protester places a shoe on a placard with a drawing of the president outside the embassy "
        "during a protest to condemn air raids on bases belonging to the militia, in Lima."
    )
    assert to_visible(parse(purpose)).text.endswith("outside the embassy during a protest in Lima.")
    agent = (
        "A soldier stands guard in front of smoke rising from a fire set by the militias and their many "
        "supporters from the north in the compound of the embassy, Lima."
    )
    assert to_visible(parse(agent)).text.endswith("smoke rising from a fire in the compound of the embassy, Lima.")
    title = (
        "Supreme Leader Ann Roe, left, greeting the lieutenant general and commander of the elite northern "
        "mountain and river force of the republic, Bo Lind, right, during a ceremony."
    )
    assert (
        to_visible(parse(title)).text == "Supreme Leader Ann Roe, left, greeting Bo Lind, right, during a ceremony."
    )


def test_a_list_loses_no_one() -> None:
    people = "The mayor of the old town, the head of the large school, and the captain of the ferry stand on a quay "
    assert "the head" in to_core(parse(people + "in the rain near the harbour of Lima.")).text


def test_core() -> None:
    visible = "A woman wearing a mask walks past a closed shop in Lima during the pandemic in the north of the city."
    assert (
        to_core(parse(visible)).text == "A woman wearing a mask walks past a closed shop in Lima during the pandemic."
    )
    assert len(visible) <= AIM


@pytest.mark.parametrize("text", ["A man walks to the.", "A man and.", "A man who", "A (man walks.", "Smoke."])
def test_not_whole(text: str) -> None:
    assert not is_whole(parse(text))
