"""Captions with answers that a picture editor would sign, and how many points the rules get on them.

A hundred tidy ones, written from the guidance before any rule had seen them, and more that are messy, as papers,
archives, clubs and social desks send them, written before any rule was made for them; ``kinds`` holds some of each
kind that drafts had wrong. ``kept`` are a quarter of those that no rule is made with: it tells how the rules do on
captions that they have not met. A floor may only be lowered on purpose.
"""

from collections.abc import Callable

import pytest

from accessnews.alttext import describe
from accessnews.model.alt import AltText
from tests.fixtures.captions import (
    Entry,
    captions,
    credit_is_right,
    facts_are_told,
    nothing_else_is_told,
    review_is_right,
)


@pytest.mark.parametrize(
    ("name", "point", "floor"),
    [
        ("corpus", credit_is_right, 100),
        ("corpus", facts_are_told, 100),
        ("corpus", nothing_else_is_told, 95),
        ("corpus", review_is_right, 100),
        ("messy", credit_is_right, 150),
        ("messy", facts_are_told, 133),
        ("messy", nothing_else_is_told, 139),
        ("messy", review_is_right, 134),
        ("kinds", credit_is_right, 117),
        ("kinds", facts_are_told, 99),
        ("kinds", nothing_else_is_told, 116),
        ("kinds", review_is_right, 103),
        ("kept", credit_is_right, 39),
        ("kept", facts_are_told, 33),
        ("kept", nothing_else_is_told, 38),
        ("kept", review_is_right, 39),
    ],
)
def test_the_rules_get_their_points(name: str, point: Callable[[Entry, AltText], bool], floor: int) -> None:
    entries = captions(name)
    missed = [entry["id"] for entry in entries if not point(entry, describe(entry["caption"], entry["lang"]))]
    assert len(entries) - len(missed) >= floor, f"missed: {', '.join(missed)}"
