"""What every engine promises, tried on each; and what only the default one can."""

from collections.abc import Iterator

import pytest

from accessnews import plugins
from accessnews.engines import pyttsx3
from accessnews.errors import Place, UsageError
from accessnews.script import Role, Utterance
from accessnews.settings import Voice
from accessnews.speech import Say
from accessnews.spoken import Piece

VOICE = Voice("test", voice="en-us")


def utterance(text: str, lang: str = "en") -> Utterance:
    return Utterance("b01s1", Role.BODY, lang, Place("story.txt", 7), (Piece(text, text),))


@pytest.fixture
def say() -> Iterator[Say]:
    with pyttsx3.open_voice(VOICE) as voice:
        yield voice


@pytest.mark.parametrize("name", plugins.names("engines"))
def test_an_engine_speaks_with_word_times_inside_its_sound(name: str) -> None:
    with plugins.engine(name).open_voice(Voice("test", name)) as voice:
        speech = voice(utterance("The harbour opened at dawn."))
    assert speech.rate > 8_000
    assert speech.frames > speech.rate // 2
    starts = [word.frame for word in speech.words]
    assert starts == sorted(starts)
    assert all(0 <= frame < speech.frames for frame in starts)
    assert [word.start for word in speech.words] == [0, 4, 12, 19, 22]


@pytest.mark.parametrize("name", plugins.names("engines"))
def test_an_engine_says_the_same_again_whatever_it_said_between(name: str) -> None:
    """The bundle of a story is the same bytes, alone or after a hundred others."""
    with plugins.engine(name).open_voice(Voice("test", name)) as voice:
        first = voice(utterance("On Monday, £2.5m was paid to the harbour (SHO)."))
        for text, lang in [("Guten Tag.", "de"), ("Wait!", "en"), ("Loud, LOUD noises?", "en"), ("Bonjour.", "fr")]:
            voice(utterance(text, lang))
            again = voice(utterance("On Monday, £2.5m was paid to the harbour (SHO)."))
            assert again == first


def test_a_story_cannot_steer_the_voice(say: Say) -> None:
    """Phoneme and SSML notation is text: a pause of nine seconds is not made."""
    steered = say(utterance('Here <break time="9s"/> now [[h@loU]].'))
    assert steered.frames < 9 * steered.rate
    assert say(utterance("Hello.")).frames * 2 < steered.frames  # it was read out


def test_another_language_is_spoken_by_a_voice_of_its_own(say: Say) -> None:
    assert say(utterance("Village", "fr")).pcm != say(utterance("Village")).pcm
    assert say(utterance("Village", "en-GB")).pcm == say(utterance("Village")).pcm


def test_a_language_without_a_voice_is_an_error(say: Say) -> None:
    with pytest.raises(UsageError, match="xx"):
        say(utterance("Hello", "xx"))


def test_an_unknown_voice_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UsageError) as caught, pyttsx3.open_voice(Voice("test", voice="en-uss")):
        pass
    assert "en-us" in caught.value.hint


def test_positions_count_characters_not_bytes(say: Say) -> None:
    words = say(utterance("Þórunn déjà naïve café")).words
    assert [word.start for word in words] == [0, 7, 12, 18]


def test_blank_text_gives_silence_and_no_word(say: Say) -> None:
    blank = say(utterance("  "))
    assert not any(blank.pcm)
    assert blank.words == ()
