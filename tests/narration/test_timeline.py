"""Every frame belongs to one cue, every word of the page finds its moment."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from accessnews.model.errors import Place
from accessnews.narration.script import Role, Script, Utterance
from accessnews.narration.speech import WordBoundary
from accessnews.narration.timeline import SpokenClip, arrange, clock, seconds
from accessnews.normalize import Span

HERE = Place("story.txt", 3)


def utterance(name: str, *spans: tuple[str, str], role: Role = Role.BODY) -> Utterance:
    return Utterance(name, role, "en", HERE, tuple(Span(*span) for span in spans))


def said(text: str) -> tuple[str, str]:
    return (text, text)


@given(st.lists(st.tuples(st.integers(1, 50_000), st.integers(0, 20_000)), min_size=1, max_size=30))
def test_cues_cover_the_programme_without_gap_or_overlap(lengths: list[tuple[int, int]]) -> None:
    script = Script(tuple(utterance(f"b01s{n}", said("word")) for n in range(len(lengths))), "en")
    timeline = arrange(script, [SpokenClip(frames, pause, ()) for frames, pause in lengths], 22_050)
    ends = [0, *(cue.end for cue in timeline.cues)]
    assert [cue.start for cue in timeline.cues] == ends[:-1]
    assert timeline.frames == sum(frames + pause for frames, pause in lengths)
    assert all(cue.start < cue.stop <= cue.end for cue in timeline.cues)


def test_a_word_begins_at_its_event_after_the_cues_before_it() -> None:
    script = Script((utterance("b01s1", said("First.")), utterance("b01s2", said("Two words."))), "en")
    clips = [
        SpokenClip(1000, 100, (WordBoundary(0, 5, 0),)),
        SpokenClip(2000, 0, (WordBoundary(0, 3, 50), WordBoundary(4, 9, 900))),
    ]
    second = arrange(script, clips, 22_050).cues[1]
    assert [(word.start, word.end, word.frame) for word in second.words] == [(0, 3, 1150), (4, 9, 2000)]


def test_a_number_said_in_several_words_is_one_word_of_the_page() -> None:
    spoken = utterance("b01s1", said("Costs "), ("£2.5m", "2.5 million pounds"), said(" now."))
    events = (
        WordBoundary(0, 5, 0),
        WordBoundary(6, 9, 100),
        WordBoundary(10, 17, 200),
        WordBoundary(18, 24, 300),
        WordBoundary(25, 28, 400),
    )
    cue = arrange(Script((spoken,), "en"), [SpokenClip(500, 0, events)], 22_050).cues[0]
    assert [(spoken.display[word.start : word.end], word.frame) for word in cue.words] == [
        ("Costs", 0),
        ("2.5m", 100),
        ("now", 400),
    ]


def test_a_word_without_an_event_is_placed_between_its_neighbours_and_says_so() -> None:
    events = (WordBoundary(0, 3, 0), WordBoundary(8, 13, 800))
    cue = arrange(
        Script((utterance("b01s1", said("one two three")),), "en"), [SpokenClip(1300, 0, events)], 22_050
    ).cues[0]
    assert [(word.frame, word.estimated) for word in cue.words] == [(0, False), (400, True), (800, False)]


def test_what_is_shown_and_not_said_has_no_time() -> None:
    noted = utterance("b01s1", said("Rain fell"), ("3", ""), said(" again."))
    cue = arrange(
        Script((noted,), "en"),
        [SpokenClip(900, 0, (WordBoundary(0, 4, 0), WordBoundary(5, 9, 300), WordBoundary(10, 15, 600)))],
        1,
    ).cues[0]
    shown = [noted.display[word.start : word.end] for word in cue.words]
    assert shown[0] == "Rain"
    assert shown[-1] == "again"


def test_no_word_goes_from_cell_to_cell_or_into_the_mark_of_a_note() -> None:
    spans = (said("Apples"), ("1", ""), ("", "; "), ("12", "twelve"), ("", "; "), ("", "price: "), said("free"))
    row = utterance("b01r1s1", *spans, role=Role.ROW)
    heard = SpokenClip(900, 0, (WordBoundary(0, 6, 0), WordBoundary(8, 6, 300), WordBoundary(23, 4, 600)))
    words = arrange(Script((row,), "en"), [heard], 1).cues[0].words
    assert [(row.display[word.start : word.end], word.frame) for word in words] == [
        ("Apples", 0),
        ("12", 300),
        ("free", 600),
    ]


def test_an_engine_without_word_events_gives_no_words() -> None:
    cue = arrange(Script((utterance("b01s1", said("Not known.")),), "en"), [SpokenClip(900, 0, ())], 22_050).cues[0]
    assert cue.words == ()


def test_chapters_open_at_the_head_at_headings_and_at_pictures() -> None:
    script = Script(
        (
            utterance("b00s1", said("Headline"), role=Role.HEADLINE),
            utterance("b01s1", said("Text.")),
            replace(utterance("b02s1", ("", "Photo one of one."), role=Role.PHOTO), unseen="Photo 1 of 1."),
            utterance("b02s2", said("A pier."), role=Role.CAPTION),
            utterance("b03s1", said("What next"), role=Role.HEADING),
        ),
        "en",
    )
    timeline = arrange(script, [SpokenClip(100, 0, ())] * 5, 100)
    assert [(chapter.title, chapter.start, chapter.end) for chapter in timeline.chapters] == [
        ("Headline", 0, 200),
        ("Photo 1 of 1", 200, 400),
        ("What next", 400, 500),
    ]


def test_behind_a_picture_the_section_goes_on() -> None:
    """Two pictures that stand together are two chapters; sections are cut by headings alone."""
    script = Script(
        (
            utterance("b00s1", said("Headline"), role=Role.HEADLINE),
            replace(utterance("b01s1", said("Photo 1. A pier at dawn."), role=Role.PHOTO), label="Photo 1"),
            utterance("b01s2", said("The pier."), role=Role.CAPTION),
            utterance("b02s1", said("A boat."), role=Role.CAPTION),
            utterance("b03s1", said("It left.")),
            utterance("b04s1", said("What next"), role=Role.HEADING),
            utterance("b05s1", said("It came.")),
        ),
        "en",
    )
    timeline = arrange(script, [SpokenClip(100, 0, ())] * 7, 100)
    assert [(chapter.title, chapter.start, chapter.end) for chapter in timeline.chapters] == [
        ("Headline", 0, 100),
        ("Photo 1", 100, 300),
        ("A boat", 300, 400),
        ("Headline", 400, 500),
        ("What next", 500, 700),
    ]
    assert [(section.title, section.start, section.end) for section in timeline.sections] == [
        ("Headline", 0, 500),
        ("What next", 500, 700),
    ]


def test_a_chapters_title_is_cut_at_a_word() -> None:
    script = Script((utterance("b00s1", said("A word " * 20), role=Role.HEADLINE),), "en")
    (chapter,) = arrange(script, [SpokenClip(100, 0, ())], 100).chapters
    assert chapter.title == "A word " * 10 + "A word A…"
    assert len(chapter.title) <= 80


def test_a_chapter_is_called_what_its_heading_shows() -> None:
    """The headline names the first, whatever stands above it; no mark of a footnote is a word of a heading."""
    script = Script(
        (
            utterance("b00s1", said("Harbour"), role=Role.KICKER),
            utterance("b00s2", said("Ferry #2 returns"), role=Role.HEADLINE),
            utterance("b01s1", said("Tides"), ("1", ""), role=Role.HEADING),
            utterance("b02s1", said("They come."), role=Role.BODY),
            utterance("b03s1", said("Low. "), role=Role.HEADING),
            utterance("b03s2", ("High", "High"), (" → ", ""), ("low", "low"), role=Role.HEADING),
        ),
        "en",
    )
    timeline = arrange(script, [SpokenClip(100, 0, ())] * 6, 100)
    assert [chapter.title for chapter in timeline.chapters] == ["Ferry #2 returns", "Tides", "Low. High → low"]
    assert [chapter.id for chapter in timeline.chapters] == ["b00s1", "b01s1", "b03s1"]


def test_clock_values_round_to_the_nearest_millisecond() -> None:
    assert clock(0, 22_050) == "00:00:00.000"
    assert clock(22_050 * 3661 + 11, 22_050) == "01:01:01.000"
    assert clock(22_050 * 3661 + 12, 22_050) == "01:01:01.001"


def test_seconds_are_rounded_as_clock_values_are() -> None:
    assert seconds(0, 22_050) == "0.000"
    assert seconds(22_050 * 3661 + 11, 22_050) == "3661.000"
    assert seconds(22_050 * 3661 + 12, 22_050) == "3661.001"
