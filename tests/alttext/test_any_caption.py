"""What holds for any caption, however it is written."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessnews.alttext import describe
from accessnews.alttext.comparison import word_list
from accessnews.alttext.english.verbs import forms, participle_base
from accessnews.alttext.lengths import CAP
from accessnews.model.alt import AltState

MODES_BY_NAME = ["full", "distinct"]
MODES = st.sampled_from(MODES_BY_NAME)
LINES = Path(__file__).with_name("corpus.jsonl").read_text("utf-8").splitlines()
CORPUS = [entry["caption"] for entry in map(json.loads, LINES) if entry["lang"] == "en"]

LANGS = st.sampled_from(["en", "de", "en-GB", "fr", "ja", "", "xx"])

# Parts of captions in an order that no editor would write: they meet the rules from all sides.
NOUNS = ["A man", "Two women", "Ann Roe", "Police officers", "The law", "Smoke", "Bo Lind (L)", "a burning car", "it"]
VERBS = ["walks past", "stand guard", "requires", "was killed", "is seen", "rises over", "packed", "wave", "holding"]
THINGS = ["a wall", "the beach", "a sign reading “Stop”", "people", "Lima, Peru", "the Guard Corps (GC)", "in Lima"]
TAILS = ["near the port", "during a rally", "after the storm", "as agencies warn", ", who fled,", "to protest", "and"]
MARKS = [". ", ", ", " – ", ": ", "; ", "… ", "“", "”", "(", ")", "\n", ", Friday, Jan. 3, 2020,", "on Tuesday"]
LEADS = ["FILE - ", "In this photo provided by X, ", "This satellite image shows", "LIMA, Peru - ", "TOPSHOT - "]
PARTS = st.sampled_from(NOUNS + VERBS + THINGS + TAILS + MARKS + LEADS)
CAPTIONS = st.one_of(st.text(max_size=200), st.lists(PARTS, max_size=12).map(" ".join))


@given(CAPTIONS, LANGS, MODES)
def test_it_never_raises_and_is_never_empty(caption: str, lang: str, mode: str) -> None:
    described = describe(caption, lang, mode)
    assert described.alt.strip()
    assert len(described.alt) <= CAP
    assert described.state in (AltState.DRAFT, AltState.NEEDS_REVIEW)
    assert bool(described.reasons) or described.state == AltState.DRAFT


@given(CAPTIONS, LANGS)
def test_beside_the_caption_it_never_says_the_same_words(caption: str, lang: str) -> None:
    described = describe(caption, lang, "distinct")
    titled = described.kind != "photo"  # a map keeps its title: it says which map it is
    assert titled or word_list(described.alt) != word_list(described.caption)


CREDITS = st.sampled_from(
    [" [Zoë Quill/Reuters]", " (Photo by Zoë Quill / AFP)", " Photograph: Zoë Quill/PA", " (AP Photo/Zoë Quill)"]
)


@given(st.lists(PARTS, min_size=1, max_size=8).map(" ".join), CREDITS, MODES)
def test_the_credit_is_not_in_the_alt(caption: str, credit: str, mode: str) -> None:
    described = describe(caption + "." + credit, "en", mode)
    assert described.credit is not None
    assert "Quill" in described.credit
    assert "Quill" not in described.alt


# Words a draft may have that its caption has not: kinds, positions and the small words between.
OWN_WORDS = word_list(
    """photo video still satellite image aerial view map chart cartoon court sketch screenshot book cover combination
    photos selfie cctv booking portrait logo illustration left right centre second third fourth fifth from front back
    top a an the in of described by its caption clockwise"""
)


def stem(word: str) -> str:
    """The base form of a verb; a noun without its plural."""
    known = forms().get(word)
    bases = (known.base, known.present, known.past, known.both, known.participle) if known else ()
    return next(filter(None, bases), "") or participle_base(word) or word.removesuffix("s")


@given(st.lists(PARTS, max_size=10).map(" ".join), MODES)
def test_a_draft_has_no_words_of_its_own(caption: str, mode: str) -> None:
    described = describe(caption, "en", mode)
    if described.state == AltState.DRAFT:
        known = {stem(word) for word in word_list(described.caption)} | {stem(word) for word in OWN_WORDS}
        assert {word for word in word_list(described.alt) if stem(word) not in known} == set()


HOSTILE = {
    "dots": "." * 1_000_000,
    "brackets": "(" * 1_000_000,
    "credits": "(AP Photo/X) " * 80_000,
    "one word": "a" * 1_000_000,
    "lines": "\n" * 1_000_000,
    "slashes": "A/" * 500_000,
    "a caption without end": "A man walks past a wall in Lima, Peru, " * 25_000,
    "relatives": "who " * 250_000,
    "tags": "FILE - " * 140_000,
    "dates": "Jan. 3, 2020 " * 77_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_megabyte_of_anything_comes_to_an_end(name: str) -> None:
    described = describe(HOSTILE[name])
    assert 0 < len(described.alt) <= CAP


@pytest.mark.parametrize("mode", MODES_BY_NAME)
@pytest.mark.parametrize("caption", CORPUS)
def test_no_caption_of_the_corpus_gets_foreign_words_or_its_credit(caption: str, mode: str) -> None:
    described = describe(caption, "en", mode)
    known = {stem(word) for word in word_list(described.caption)} | {stem(word) for word in OWN_WORDS}
    assert {word for word in word_list(described.alt) if stem(word) not in known} == set()
    credit = " ".join(word_list(described.credit or ""))
    assert not credit or credit not in " ".join(word_list(described.alt))
