"""The language of a caption: by its small words, alike on every machine and in every run."""

import os
import subprocess
import sys

import pytest

from accessnews.alttext.language import tongue


@pytest.mark.parametrize(
    ("text", "lang", "spoken"),
    [
        ("A man walks in Lima.", "en-GB", "en"),
        ("Ein Mann geht mit einem Hund durch Bonn.", "en", "de"),
        ("Ann Roe, Rio de Janeiro", "en", "en"),
        ("男性が歩いている。", "en", ""),
        ("男性が歩いている。", "ja", "ja"),
    ],
)
def test_small_words_and_script_tell_the_language(text: str, lang: str, spoken: str) -> None:
    assert tongue(text, lang) == spoken


def test_of_two_languages_that_fit_alike_the_same_counts_always() -> None:
    program = "from accessnews.alttext.language import tongue; print(tongue('Vigili al fuoco del Napoli', 'en'))"

    def answer(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True).stdout

    assert {answer(seed) for seed in "1234"} == {"es\n"}
