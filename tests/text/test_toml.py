"""TOML that people write, read the same for configurations and for voice profiles."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from accessnews.model.errors import Place, UsageError
from accessnews.text.toml import known, read, typed, within

AT = Place("notes.toml", 3)


@pytest.mark.parametrize(
    ("value", "kind", "kept"), [(2, float, 2.0), (["html"], tuple, ("html",)), ("en", str, "en")]
)
def test_a_value_of_the_right_kind_is_kept(value: Any, kind: type, kept: Any) -> None:
    assert typed("key", value, kind, AT) == kept
    assert type(typed("key", value, kind, AT)) is kind


@pytest.mark.parametrize(
    ("value", "kind", "wanted"),
    [(True, int, "a whole number"), ("1", float, "a number"), (1, bool, "true or false"), (1, str, "text in quotes")],
)
def test_a_value_of_another_kind_is_refused_in_words(value: Any, kind: type, wanted: str) -> None:
    with pytest.raises(UsageError, match=f"key must be {wanted}"):
        typed("key", value, kind, AT)


def test_an_unknown_key_comes_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="unknown key pich") as caught:
        known("pich", ["rate", "pitch"], AT)
    assert (caught.value.at, "pitch" in caught.value.hint) == (AT, True)


def test_both_ends_of_a_range_are_within_it() -> None:
    within("rate", 80, (80, 450), AT)
    within("rate", 450, (80, 450), AT)
    within("rate", 7, None, AT)
    with pytest.raises(UsageError, match="rate is 451, not within 80 to 450"):
        within("rate", 451, (80, 450), AT)


@pytest.mark.parametrize(
    ("text", "message"), [("rate = ", "not valid TOML: "), ("#" * 200, "no profile: the file has more")]
)
def test_what_is_no_toml_or_too_long_is_refused(write: Callable[[str, str], Path], text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read(write("notes.toml", text), 100, "not valid TOML", AT, "no profile: ")
