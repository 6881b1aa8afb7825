"""A clause: its main verb, and what is known of its words."""

import pytest

from accessnews.alttext.english.clause import parse
from accessnews.alttext.english.tense import Tense


@pytest.mark.parametrize(
    ("sentence", "base", "tense"),
    [
        ("A man walks past a wall.", "walk", Tense.PRESENT),
        ("As the sun sets, a woman reads a book.", "read", Tense.PRESENT),
        ("A man who lost his home stands in the rubble.", "stand", Tense.PRESENT),
        ("Medics are treating a patient.", "treat", Tense.PROGRESSIVE),
        ("Cars are parked outside.", "park", Tense.PASSIVE),
        ("Crowds packed the beach.", "pack", Tense.PAST),
        ("The country has sent more soldiers.", "", Tense.PERFECT),
        ("Consumer prices rose.", "rise", Tense.PAST),
        ("A chef preps a room.", "prep", Tense.PRESENT),
    ],
)
def test_the_main_verb(sentence: str, base: str, tense: Tense) -> None:
    verb = parse(sentence).verb
    assert verb is not None
    assert (verb.base, verb.tense) == (base, tense)


@pytest.mark.parametrize("phrase", ["A car damaged by a storm in Rome.", "Ann Roe, left", "Mountain and river force"])
def test_a_phrase_has_no_main_verb(phrase: str) -> None:
    assert parse(phrase).verb is None


def test_beyond_either_end_stands_nothing() -> None:
    clause = parse("Smoke rises.")
    assert (clause[-1].low, clause[0].low, clause[3].low) == ("", "smoke", "")


@pytest.mark.parametrize(
    ("past", "present"),
    [
        ("Crowds packed the beach.", "Crowds pack the beach."),
        ("A boat hit a wall.", "A boat hits a wall."),
        ("A man walks home.", "A man walks home."),
    ],
)
def test_a_past_becomes_a_present(past: str, present: str) -> None:
    assert parse(past).in_present() == present


def test_a_cut_mends_commas_and_blanks() -> None:
    clause = parse("After the rain, people walk, in Lima.")
    assert clause.without((0, 4)) == "People walk, in Lima."
    assert clause.without((6, 9)) == "After the rain, people walk."


def test_a_closing_place_is_known() -> None:
    clause = parse("People gather after a quake, in Lima, Peru.")
    assert clause.tokens[clause.place_tail(1)].start == len("People gather after a quake")
