"""The time of a programme is shared by weight, and the sum comes near."""

import random

import pytest

from accessnews.briefing.fitting import Lengths, fitted, shared


def ladder(rng: random.Random, sentences: int, weight: float = 1.0) -> Lengths:
    seconds, at = [], 4.0
    for _ in range(sentences):
        at += rng.uniform(2.5, 9.0)
        seconds.append(at)
    return Lengths(tuple(seconds), weight)


def total(stories: list[Lengths], choices: tuple[int, ...]) -> float:
    return sum(story.seconds[choice] for story, choice in zip(stories, choices, strict=True))


@pytest.mark.parametrize("seed", range(20))
def test_eight_stories_come_within_a_second_of_five_minutes(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 (no secret)
    stories = [ladder(rng, rng.randint(6, 40)) for _ in range(8)]
    target = min(300.0, sum(story.seconds[-1] for story in stories))
    assert total(stories, fitted(stories, target)) == pytest.approx(target, abs=1.5)


def test_a_weight_doubles_a_share() -> None:
    stories = [Lengths((1.0, 100.0), 2.0), Lengths((1.0, 100.0), 1.0)]
    assert shared(stories, 90) == pytest.approx((60, 30), abs=0.01)


def test_a_short_story_leaves_its_time_to_the_others() -> None:
    stories = [Lengths((1.0, 5.0)), Lengths((1.0, 100.0)), Lengths((1.0, 100.0))]
    assert shared(stories, 65) == pytest.approx((5, 30, 30), abs=0.01)


def test_every_story_keeps_its_shortest() -> None:
    stories = [Lengths((20.0, 30.0)), Lengths((1.0, 2.0, 3.0))]
    assert fitted(stories, 15) == (0, 0)


def test_with_less_to_tell_than_time_all_is_told() -> None:
    assert fitted([Lengths((2.0, 4.0)), Lengths((3.0,))], 100) == (1, 0)


def test_forty_stories_take_no_longer_than_a_look() -> None:
    rng = random.Random(3)  # noqa: S311 (no secret)
    stories = [ladder(rng, 30) for _ in range(40)]
    assert total(stories, fitted(stories, 2_400)) == pytest.approx(2_400, rel=0.005)
