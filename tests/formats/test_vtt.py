"""WebVTT: cues that a reader can take in, with the words of the transcript in their order."""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessnews.bundle.edition import Edition
from accessnews.formats import vtt
from accessnews.model.alt import AltState
from accessnews.model.article import Code, Paragraph, Run
from tests.fixtures.editions import ARTICLES, AT, RATE, edition, edition_of, paragraph, photo, plain
from tests.fixtures.growth import assert_grows_with_its_length

LONG = (
    "The harbour master said on Saturday that the ferry would cross at six, at nine and at noon, unless the wind "
    "turned to the north, in which case nobody would cross at all before Monday, when the tide is kinder, the boats "
    "are fewer and the engineers, who had come from Wick with a new pump, hoped to be done."
)
JAPANESE = "港の責任者は土曜日に、風が北に変わらなければ、船は六時と九時と正午に出ると述べた。" * 3


@dataclass(frozen=True)
class Caption:
    id: str
    start: float
    end: float
    lines: list[str]


def _seconds(clock: str) -> float:
    hours, minutes, seconds = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def captions(made: Edition) -> list[Caption]:
    (artifact,) = vtt.write(made)
    _, *blocks = b"".join(artifact.pieces()).decode().rstrip("\n").split("\n\n")
    out = []
    for block in blocks:
        name, times, *lines = block.split("\n")
        start, end = map(_seconds, times.split(" --> "))
        plain_lines = [line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for line in lines]
        out.append(Caption(name, start, end, plain_lines))
    return out


def story(*texts: str, lang: str = "en") -> Edition:
    return edition_of(replace(plain(), lang=lang, body=tuple(map(paragraph, texts))))


def words(text: str) -> list[str]:
    return re.findall(r"[^\s\u200b]+", text)


@pytest.mark.parametrize("name", ARTICLES)
def test_the_words_are_those_of_the_transcript_in_their_order(name: str) -> None:
    made = edition(name)
    told = [word for caption in captions(made) for line in caption.lines for word in words(line)]
    transcript = [word for cue in made.timeline.cues for word in words(cue.utterance.transcript)]
    assert "".join(told) == "".join(transcript)


@pytest.mark.parametrize("name", ARTICLES)
def test_captions_follow_each_other_and_have_ids_of_their_own(name: str) -> None:
    made = edition(name)
    told = captions(made)
    assert all(one.end == other.start for one, other in pairwise(told))
    assert all(caption.start < caption.end for caption in told)
    ids = [caption.id for caption in told]
    assert len(set(ids)) == len(ids)
    assert [name for name in ids if "-" not in name] == [cue.utterance.id for cue in made.timeline.cues]


@pytest.mark.parametrize(("text", "widest"), [(LONG, 42), (JAPANESE, 21)])
def test_a_long_sentence_is_parted_into_captions_of_two_short_lines_and_seven_seconds(text: str, widest: int) -> None:
    told = [caption for caption in captions(story(text)) if caption.id.startswith("b01")]
    assert len(told) > 2
    assert max(len(line) for caption in told for line in caption.lines) <= widest
    assert max(len(caption.lines) for caption in told) <= 2
    assert max(caption.end - caption.start for caption in told) <= 7


def test_a_caption_begins_with_the_time_of_its_first_word() -> None:
    made = story(LONG)
    (cue,) = (cue for cue in made.timeline.cues if cue.utterance.id == "b01s1")
    starts = {cue.utterance.display[word.start :].split()[0]: word.frame / RATE for word in cue.words}
    for caption in captions(made):
        if caption.id.startswith("b01s1-"):
            assert caption.start == pytest.approx(starts[caption.lines[0].split()[0].strip(",.")], abs=0.001) or (
                caption.lines[0].split()[0] in ("the", "at", "and")  # there are several
            )


def test_it_is_parted_at_a_clause_near_the_middle() -> None:
    text = "The ferry crosses at six in the morning and at noon, but nobody will cross on Sunday or on Monday at all."
    told = [" ".join(caption.lines) for caption in captions(story(text)) if caption.id.startswith("b01")]
    assert told == [
        "The ferry crosses at six in the morning and at noon,",
        "but nobody will cross on Sunday or on Monday at all.",
    ]


def test_what_stands_on_lines_of_its_own_stays_there() -> None:
    verse = Paragraph((Run("The tide is out,\nthe boats lie still."),), AT)
    made = edition_of(replace(plain(), body=(verse,)))
    assert [caption.lines for caption in captions(made) if caption.id == "b01s1"] == [
        ["The tide is out,", "the boats lie still."]
    ]


def test_the_words_of_a_picture_are_parted_by_their_share_of_its_time() -> None:
    made = edition_of(replace(plain(), body=(photo("", LONG, None, AltState.AUTHOR),)))
    told = [caption for caption in captions(made) if caption.id.startswith("b01s1")]
    assert len(told) > 2
    assert " ".join(line for caption in told for line in caption.lines).endswith("hoped to be done.")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_any_text_keeps_its_characters(text: str) -> None:
    made = story(f"Word {text} word.")
    told = "".join("".join(caption.lines) for caption in captions(made) if caption.id.startswith("b"))
    transcript = "".join(cue.utterance.transcript for cue in made.timeline.cues)
    assert re.sub(r"\s", "", told) == re.sub(r"\s", "", transcript)


def test_a_word_that_is_wider_than_a_line_stays_whole() -> None:
    address = "https://example.org/" + "a" * 100
    told = [line for caption in captions(story(f"See {address} for more of it.")) for line in caption.lines]
    assert address in told


def test_the_time_it_takes_grows_with_the_text() -> None:
    @cache
    def made(lines: int) -> Edition:
        return edition_of(replace(plain(), body=(Code(" ".join([LONG] * lines), AT),)))

    assert_grows_with_its_length(lambda lines: captions(made(lines)), 400)
