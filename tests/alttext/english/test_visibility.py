"""Visible or context: what a picture can show, by the meaning and tense of the verb."""

import pytest

from accessnews.alttext.english.clause import parse
from accessnews.alttext.english.visibility import VISIBLE, doubt

SEEN = """
A man walks past a wall.
Police officers stand guard.
Ann Roe, left, and Bo Lind, right, wave to the crowd.
A building damaged by the earthquake in Rome.
A man who lost his home stands in the rubble.
Protesters clash with police.
As the sun sets, a woman reads a book.
A dog called Rex sits on a sofa.
President Bo Lind speaks during a rally.
A girl has her temperature checked.
Empty shelves in a supermarket.
Wounded soldiers rest.
The streets are deserted.
Cars are parked outside a stadium.
Medics are treating a patient.
Boris Lind in London.
Rafael Roe in action.
Children play football on a street.
Crowds packed the beach in Lima.
Tractors blocked the main road.
Thousands of people took part in the march.
A group of migrants walk along a road.
"""

CONTEXT = """
The law requires a permit.
Tesfaye wants a job.
Ann Roe was killed in a raid.
The country has sent more soldiers.
In the early hours on Friday, a volley of missiles hit the airport.
Following the protests, the army sent tanks to guard the palace.
The village will vote on Sunday.
It's a long way.
Aid agencies warn of famine.
The government believes the plan works.
About 40% of people drive to work.
Bo Lind became leader in 2010.
The plant is located near Lima.
Bo Lind is accused of fraud.
Prices are rising.
Scientists hope the study helps.
The attack took place in Lima.
Thousands of people live in the camp.
Ann Roe, a nurse, lost her job.
What next for the harbour?
I love this place.
Each morning, the men walk for two hours.
The bridge cost $3m.
"""


@pytest.mark.parametrize("sentence", SEEN.strip().splitlines())
def test_visible(sentence: str) -> None:
    assert doubt(parse(sentence)) == VISIBLE


@pytest.mark.parametrize("sentence", CONTEXT.strip().splitlines())
def test_context(sentence: str) -> None:
    assert doubt(parse(sentence)) == "no-visible-clause"


@pytest.mark.parametrize(
    "sentence",
    ["Mary Smith", "Prime Minister Ann Roe", "Ann Roe (left) and Bo Lind", "Ann Roe, chief executive of Hill Inc."],
)
def test_a_name_is_not_a_description(sentence: str) -> None:
    assert doubt(parse(sentence)) == "name-only"


def test_a_quotation_is_not_a_description() -> None:
    assert doubt(parse("“We will not leave.”")) == "quote-only"
    assert doubt(parse("“I want to be a doctor,” says Amina, 12.")) == "quote-only"


def test_a_later_sentence_must_plainly_show_someone_acting() -> None:
    assert doubt(parse("Residents shovel mud out of a bakery."), first=False) == VISIBLE
    assert doubt(parse("A woman carries a child."), first=False) == VISIBLE
    assert doubt(parse("The group runs two schools."), first=False) != VISIBLE
    assert doubt(parse("Crowds packed the beach."), first=False) != VISIBLE
