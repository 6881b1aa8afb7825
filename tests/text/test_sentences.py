"""Sentences: examples by language, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessnews.text.sentences import LONGEST, sentences
from tests.fixtures.growth import assert_grows_with_its_length

# One string a case: " | " marks where one sentence ends and the next begins.
EXAMPLES = [
    # Titles, initials, numbers and abbreviations are no ends.
    ("en", "Dr. Ada Bell met Mr. Ho and Gen. Ruth Kay. | They spoke with the Rev. Tom Abel."),
    ("en", "J. D. Vance and George W. Bush came. | J. Edgar left."),
    ("en", "She lives at No. 10. | He lives on St. James Street."),
    ("en", "The storm hit Lincoln, Neb. on Jan. 3 at 5 p.m. Monday. | It grew by 3.5 per cent."),
    ("en", "Sen. Ann Roe (R-Okla.) voted with Rep. Bo Lind, R-Neb., on Feb. 2."),
    ("en", "Roe v. Wade fell. | See fig. 3 and p. 12, e.g. Tables A and B."),
    ("en", "1. Wash the rice. | 2. Boil it."),
    # Abbreviations that may end a sentence do so before a likely starter.
    ("en", "He moved to the U.S. | The move was hard."),
    ("en", "The U.S. President spoke."),
    ("en", "It began at 5 p.m. | Smoke rose. | It ended at 9 a.m. EST."),
    ("en", "She works for Hill Inc. | They make pumps. | Hill Inc. Chairman Bo Lind left."),
    ("en", "So did I. | He left."),
    # Quotes and brackets stay with their sentence.
    ("en", "“Go!” she said. | He asked, “Why?” | Then he left."),
    ("en", "“Go!” Ann Roe said. | “Why?” | He did not know."),
    ("en", "(It was late.) | They slept. | [It rained.]"),
    ("en", "It ended.[1] | Nobody knew.² | It began again.3 | Then it stopped."),
    ("en", "Well... maybe. | He waited... | Then he left. | Wait . . . what?"),
    ("en", "It cost 5 dollars. | 25 people paid. | $3 came back."),
    ("en", "no capital, no stop"),
    ("en", "One line\nand the same sentence. | \n\nAfter a blank line"),
    ("en", "A heading | \n\n A paragraph."),
    ("en", "i went to the harbour. | then it rained."),
    # German: ordinals, abbreviations, low and reversed quotes.
    ("de", "Er kam am 3. März nach Bonn. | Das war im 20. Jahrhundert."),
    ("de", "Die Wahl ist am 3. | Die Zählung folgt. | Ludwig XIV. starb."),
    ("de", "Dr. Ute Kern, z. B. mit ca. 3 Mio. Euro, kam. | „Nein!“ sagte er. | »Ja.« | Er ging."),
    # French: a blank before closing marks.
    ("fr", "« Non ! » dit-il. | Mme. Curie arrive. | M. Le Pen part. | Et puis ? | « Oui. » | Elle reste."),
    ("es", "El Sr. García vive en EE. UU. | La Dra. López no. | ¿Qué? | ¡Vamos! | «Sí», dijo."),
    ("pt", "O Sr. Silva chegou às 5 p.m. | A Dra. Souza saiu. | Veja a pág. 3."),
    # Other scripts.
    ("ar", "هل أنت هنا؟ | نعم. | د. أحمد هنا."),
    ("ur", "یہ ہے۔ | وہ ہے۔"),
    ("zh", "你好。|我是谁？|“走！”|她说。|价格是３．５元。"),
    ("ja", "「行く。」と言った。|終わり！|次は本当!?|次"),
    ("hi", "यह है। | वह है॥ | क्या?"),
    ("el", "Τι είναι; | Δεν ξέρω."),
    ("xx-Unknown", "Dr. Who is not known here. | J. D. Vance is."),
]


@pytest.mark.parametrize(("lang", "marked"), EXAMPLES)
def test_example(lang: str, marked: str) -> None:
    parts = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "") if lang in ("zh", "ja") else marked.replace(" |", "")
    assert [text[start:end] for start, end in sentences(text, lang)] == parts


LANGS = st.sampled_from(["en", "de", "fr", "es", "pt", "el", "ja", "", "en-GB", "../x", "日本"])
# Marks, brackets, blanks and short words meet more often than in arbitrary text.
NEWS = st.lists(
    st.sampled_from(
        [
            *".!?…。！؟।",
            "...",
            " ",
            " ",
            "\n",
            "\n\n",
            "\u00a0",
            "“",
            "”",
            "»",
            "«",
            "(",
            ")",
            "[1]",
            "Mr",
            "U.S",
            "A",
            "x",
            "3",
            "said",
            "The",
            "走",
            "é",
            "\u0301",
            "\ufeff",
        ]
    ),
    max_size=60,
).map("".join)


@given(st.one_of(st.text(), NEWS), LANGS)
def test_spans_hold_every_character_once(text: str, lang: str) -> None:
    spans = sentences(text, lang)
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@given(st.sampled_from([",", ";", " ", "", "\u0301"]), st.integers(1, 90), st.integers(600, 3000))
def test_no_sentence_is_endless(mark: str, word: int, length: int) -> None:
    text = (("w" * word + mark + " " * (mark in ",;")) * (length // word))[:length]
    assert all(end - start <= LONGEST for start, end in sentences(text, "en"))


def test_an_endless_sentence_is_cut_after_a_clause() -> None:
    text = "the long list goes on and on, " * 40
    assert all(text[start:end].endswith(",") for start, end in sentences(text, "en"))


FLOODS = {
    "dots": (".", 1_000_000),
    "spaced dots": (". ", 500_000),
    "closers": (")", 1_000_000),
    "dots and closers": (".)", 50_000),
    "a dot and openers": ("(", 1_000_000),
    "one word": ("a", 1_000_000),
    "blanks": (" ", 1_000_000),
    "lines": ("\n ", 500_000),
    "abbreviations": ("Mr. ", 40_000),
    "quotes": ("“?” ", 40_000),
}


@pytest.mark.parametrize("name", FLOODS)
def test_hostile_text_takes_linear_time(name: str) -> None:
    drop, count = FLOODS[name]
    before = ". " if name == "a dot and openers" else ""
    assert_grows_with_its_length(lambda count: sentences(before + drop * count, "en"), count)


def test_a_story_takes_time_by_its_length() -> None:
    def work(count: int) -> None:
        text = "The Rev. Abel left the U.S. on Jan. 3, he said. It was late! “Go?” she said. " * count
        assert len(sentences(text, "en")) == 3 * count

    assert_grows_with_its_length(work, 6_000)
