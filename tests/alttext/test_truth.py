"""What an alt must never say: who did what to whom stays, and nobody vouches for what the caption does not."""

import pytest

from accessnews.alttext import describe
from accessnews.model.alt import AltState

NEVER = [
    # A bombing's place is not the picture's.
    ("Ann Roe lights a candle in Oslo after a bombing in Kabul, Afghanistan, May 3, 2020.", "Kabul"),
    ("People light candles outside the Afghan embassy after a bombing in Kabul, Afghanistan, May 3, 2020.", "Kabul"),
    # An office is not another's.
    (
        "Ann Roe walks with Bo Lind, the husband of Eve Ash, the president of Ruritania, in Paris.",
        "Lind, the president",
    ),
    ("Ann Roe, the lawyer of Bo Lind, who shot a man, leaves court in Paris.", "Roe, who shot"),
    # Nobody is left out of who acts.
    ("Al Dean, head of the club, and Ann Roe, holding a cup, search in the trees in a park in Lima.", "Dean search"),
    ("Ann Roe, left, Bo Lind, second left, and Al Dean, right, stand in a hall.", "Roe Bo"),
    # A pronoun keeps whom it means, and a subject its verb.
    ("Bo Lind, whose brother Al was shot by police, holds a picture of him in Lima.", "Lind holds"),
    ("The stone lion that once guarded the customs house lies face down in the silt.", "lion."),
    ("A family stands outside a hut that was destroyed by Cyclone Idai in Beira, Mozambique.", "that was in"),
    ("As the sun sets, Ann Roe, who won gold, waves to fans in Rome.", "Who won"),
]

DOUBTED = [
    "This frame grab from video purports to show soldiers shooting a prisoner near Lima.",
    "An image posted on social media purportedly shows Bo Lind in Dubai.",
    "This photo provided by the government shows what it says is a test launch of a missile.",
    "Rebels executing prisoners in the town of Kun, according to the government.",
    "Ann Roe (not pictured) meets Bo Lind in Oslo.",
    "Ann Roe, not pictured, is interviewed by Bo Lind in Oslo.",
]


@pytest.mark.parametrize("mode", ["full", "distinct"])
@pytest.mark.parametrize(("caption", "never"), NEVER)
def test_a_cut_makes_nothing_untrue(caption: str, never: str, mode: str) -> None:
    described = describe(caption, "en", mode)
    assert never not in described.alt


@pytest.mark.parametrize("caption", DOUBTED)
def test_what_a_caption_does_not_vouch_for_is_left_to_a_person(caption: str) -> None:
    described = describe(caption)
    assert (described.state, described.reasons) == (AltState.NEEDS_REVIEW, ("low-confidence",))


def test_a_combination_says_that_it_is_several_photos() -> None:
    assert describe("This combination of two photos shows Ann Roe, left, and Bo Lind.").kind == "combination"


def test_a_photo_that_agencies_call_an_illustration_is_no_drawing() -> None:
    described = describe(
        "A broken cable in front of a logo is seen in this illustration taken May 3, 2022. REUTERS/X Y"
    )
    assert (described.kind, described.alt) == ("photo", "A broken cable in front of a logo.")


TOLD_NOT_SEEN = [
    "Following the floods, the government promised to rebuild every bridge by 2030.",
    "The board voted 6-3 to close the school.",
    "The Bank of Norland raised interest rates to 5%.",
    "Last year's fair drew 30,000 visitors.",
    "Many people struggle to sleep in hot weather.",
    "“We have lost everything,” said Bo Lind.",
    "Police are appealing for information about the man in this e-fit.",
    "Ann Roe announces the plan.",
]


@pytest.mark.parametrize("caption", TOLD_NOT_SEEN)
def test_speech_law_and_numbers_are_not_drafted(caption: str) -> None:
    assert describe(caption).state == AltState.NEEDS_REVIEW


def test_who_speaks_is_seen_where_one_stands_to_speak() -> None:
    assert describe("Ann Roe announces the plan at a lectern in the hall.").state == AltState.DRAFT


def test_what_is_quoted_is_never_re_inflected() -> None:
    described = describe("Screenshot of a post by the club: “Nobody told us. Ever.” (X/@club)")
    assert described.alt == 'Screenshot of a post by the club, "Nobody told us. Ever."'
