"""What holds for any text, however it is written."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessnews.normalize import normalize
from accessnews.normalize.en import read
from accessnews.normalize.lexicon import Lexicon, Pronunciation
from tests.fixtures.growth import assert_grows_with_its_length

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text("utf-8").splitlines()]

LANGS = st.sampled_from(["en", "en-GB", "en-US", "en_AU", "de", "fr", "es", "ja", "", "x"])

# Parts of news in an order that no one would write: they meet the rules from all sides.
FIGURES = [
    "£2.5m",
    "$",
    "1,2",
    "Jan.",
    "3",
    "2020",
    "-",
    "–",
    "/",
    "5:05",
    "p.m.",
    "½",
    "km²",
    "°C",
    "5ft",
    "٣",
    "₂",
    "IV",
]
WORDS = [
    "US",
    "U.S.",
    "'90s",
    "1914–18",
    "(202)",
    "555-0143",
    "+44",
    "No.",
    "St.",
    "I",
    "’s",
    "King",
    "MPs",
    "NEW YORK",
    "D-",
]
SIGNS = [
    "#a",
    "@b",
    "a@b.com",
    "http://",
    "www.a.com/",
    "😂",
    "🇬🇧",
    "\u200d",
    "\ufe0f",
    "\u00ad",
    "[1]",
    "[[",
    "<",
    "&",
    "%",
]
REST = [" ", " ", " ", "\u00a0", "\n", "“", "”", ".", ",", "x", "th", "s", "𝗕", "CO", "ſ", "İ", "Charles"]
PARTS = st.sampled_from(FIGURES + WORDS + SIGNS + REST)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PARTS, max_size=14).map("".join))
LEXICON = Lexicon({word: Pronunciation(word, "known") for word in ("US", "King", "2020", "Charles")})


@given(TEXTS, LANGS, st.booleans())
def test_the_shown_sides_join_to_the_text(text: str, lang: str, quotes: bool) -> None:
    for lexicon in (Lexicon(), LEXICON):
        found = normalize(text, lang, lexicon, quotes)
        assert "".join(span.written for span in found) == text
        assert all(span.written or span.spoken for span in found)


@given(TEXTS, st.lists(st.integers(0, 80), max_size=8), st.booleans())
def test_readings_are_in_order_and_leave_held_spans_alone(text: str, cuts: list[int], quotes: bool) -> None:
    bounds = sorted({cut for cut in cuts if cut <= len(text)})
    held = list(zip(bounds[::2], bounds[1::2], strict=False))
    at = 0
    for part in read(text, "en", held, quotes):
        assert at <= part.start < part.end <= len(text)
        assert all(part.end <= start or part.start >= end for start, end in held)
        at = part.end


@given(TEXTS)
def test_no_voice_is_given_a_command(text: str) -> None:
    spoken = "".join(span.spoken for span in normalize(text, "en"))
    assert "[[" not in spoken
    assert "<" not in spoken


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_what_is_spoken_out_already_stays_as_it_is(case: dict[str, str]) -> None:
    lang = case["locale"] or "en"
    spoken = "".join(span.spoken for span in normalize(case["text"], lang))
    assert "".join(span.spoken for span in normalize(spoken, lang)) == spoken


FLOODS = {
    "one number": ("1", 1_000_000),
    "one word": ("A", 1_000_000),
    "glued": ("AB1", 4_000),
    "products": ("1x", 4_000),
    "amounts": ("£5m-", 6_000),
    "percentages": ("5%-", 4_000),
    "measures": ("5km/", 4_000),
    "slashes": ("1/", 4_000),
    "commas": ("1,", 4_000),
    "dots": ("A.", 12_000),
    "dates": ("Jan. 3, 2020 ", 4_000),
    "months": ("May-", 12_000),
    "addresses": ("a.b@c.", 4_000),
    "labels": ("com.", 12_000),
    "phones": ("+1 2 ", 2_000),
    "scores": ("6-3, ", 2_000),
    "brackets": ("[", 24_000),
    "emoji": ("😂\u200d", 50_000),
    "dateline": ("A", 1_000_000),
    "blanks": (" ", 1_000_000),
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_of_anything_takes_time_by_its_length(name: str) -> None:
    drop, count = FLOODS[name]
    before = "AB " * 4 if name == "dateline" else ""

    def work(count: int) -> None:
        text = before + drop * count
        assert sum(len(span.written) for span in normalize(text, "en")) == len(text)

    assert_grows_with_its_length(work, count)


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es", "pl", "zh", ""])
@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("➒", "9"),
        ("① ② ③", "1 2 3"),
        ("①②③", "1 2 3"),
        ("⑴A", "1 A"),
        ("A⒛", "A 20"),
        ("㊿ ⓿ 🄋 ㈠", "50 0 0 1"),
        ("Ⅷ ⅻ", "8 12"),
        ("𝟏𝟐", "12"),
    ],
)
def test_a_sign_that_is_a_number_is_said_as_its_number(shown: str, said: str, lang: str) -> None:
    assert "".join(span.spoken for span in normalize(shown, lang)) == said


def test_figures_of_a_script_and_letters_that_count_are_left_to_the_voice() -> None:
    for text in ("٣٤ ५", "一二三〇", "x² CO₂ ⅞"):
        assert "".join(span.spoken for span in normalize(text, "zh")) == text


def test_a_number_sign_stands_apart_from_a_number_before_it() -> None:
    assert "".join(span.spoken for span in normalize("10⑤", "en")) == "ten 5"
