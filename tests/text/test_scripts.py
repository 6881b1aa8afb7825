"""Letters know their script, and stand in runs of it."""

import pytest

from accessnews.text.scripts import ScriptRun, script, script_runs


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        *(("a", "Latin"), ("é", "Latin"), ("Ａ", "Latin"), ("ж", "Cyrillic"), ("ω", "Greek"), ("א", "Hebrew")),
        *(("ع", "Arabic"), ("京", "Han"), ("の", "Hiragana"), ("ｶ", "Katakana"), ("서", "Hangul"), ("ก", "Thai")),
        *(("አ", "Ethiopic"), ("Ꮳ", "Cherokee"), ("ー", "Katakana")),
        *(("µ", ""), ("ª", ""), ("ℵ", ""), ("7", ""), ("٣", ""), (" ", ""), ("!", ""), ("🔥", "")),
    ],
)
def test_a_letter_has_the_script_of_its_name_and_a_sign_has_none(letter: str, name: str) -> None:
    assert script(letter) == name


def test_runs_are_cut_where_the_script_changes_and_keep_their_marks() -> None:
    text = "In 東京の (Київ) दिल्ली, cafe\u0301."
    runs = list(script_runs(text))
    assert [(run.script, run.letters) for run in runs] == [
        ("Latin", "In"),
        ("Han", "東京"),
        ("Hiragana", "の"),
        ("Cyrillic", "Київ"),
        ("Devanagari", "दिल्ली"),
        ("Latin", "cafe\u0301"),
    ]
    assert all(text[run.start : run.end] == run.letters for run in runs)


@pytest.mark.parametrize("letters", ["Москва", "да", "京", "の", "ΟΛΥΜΠΟΣ", "מה"])
def test_words_are_read(letters: str) -> None:
    (run,) = script_runs(letters)
    assert run.is_word


@pytest.mark.parametrize("letters", ["α", "Ж", "СССР", "ΦΒΚ", "NHK"])
def test_a_letter_and_initials_have_their_names(letters: str) -> None:
    assert list(script_runs(letters)) == [ScriptRun(script(letters[0]), 0, letters)]
    assert not next(script_runs(letters)).is_word
