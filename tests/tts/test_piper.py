"""What only Piper's voices can, with the one that the extra ``neural`` brings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from accessnews import tts
from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.model.settings import Voice
from accessnews.narration.script import Utterance
from accessnews.narration.speech import Say
from accessnews.tts import _piper, piper
from tests.fixtures.tools import extra
from tests.tts.test_engines import KYIV, STEERING, of, plain, utterance, words

VOICE = Voice("test", "piper")


@pytest.fixture(scope="module")
def say() -> Iterator[Say]:
    extra("piper", "neural")
    with piper.open_voice(VOICE) as voice:
        yield voice


def sounds(said: Utterance) -> str:
    return piper.phonemes(said, VOICE)


def test_a_name_is_said_as_the_lexicon_has_it_and_the_rest_as_before(say: Say) -> None:
    mayor = of(plain("The mayor of "), KYIV, plain(", a former boxer, went to the house."))
    assert sounds(mayor) == sounds(utterance(mayor.spoken)).replace("kjˈɪv", "kˈiːɪv")
    assert words(mayor, say(mayor)) == [
        "The",
        "mayor",
        "of",
        "Kyiv",
        "a",
        "former",
        "boxer",
        "went",
        "to",
        "the",
        "house",
    ]


@pytest.mark.parametrize("story", STEERING)
def test_a_story_cannot_steer_the_voice(story: str, say: Say) -> None:
    harmless = "".join(" " if letter < " " else letter for letter in story).replace("[", " ").replace("]", " ")
    assert sounds(utterance(f"One {story} two")) == sounds(utterance(f"One {harmless} two"))


def test_words_run_together_have_a_time_each(say: Say) -> None:
    said = utterance("At the end of the day, in the rain, it was to be a long one.")
    speech = say(said)
    assert len(words(said, speech)) >= 14
    frames = [word.frame for word in speech.words]
    assert frames == sorted(set(frames))


def test_a_sentence_too_long_for_one_breath_is_said_in_several(say: Say) -> None:
    said = utterance(", ".join(["the harbour market opened again"] * 30) + ".")
    speech = say(said)
    assert len(speech.words) == len(said.spoken.split())
    assert speech.frames > 30 * speech.rate


def test_a_length_scale_or_a_rate_makes_it_slower() -> None:
    extra("piper", "neural")
    said = utterance("The harbour market opened again.")

    def frames(voice: Voice) -> int:
        with piper.open_voice(voice) as say:
            return say(said).frames

    own = frames(VOICE)
    assert frames(Voice("slow", "piper", length_scale=1.5)) > own * 1.3
    assert frames(Voice("slow", "piper", rate=110)) == frames(Voice("slow", "piper", length_scale=1.5))


def test_another_language_is_told_where_no_voice_speaks_it(say: Say) -> None:
    foreign = of(plain("She said "), plain("bonjour", "fr"), plain("."))
    assert piper.missing([foreign, utterance("Hello", "en-GB")], VOICE) == [(foreign, "fr")]
    assert say(foreign).pcm == say(utterance(foreign.spoken)).pcm


def test_what_shapes_the_sound_is_in_the_identity() -> None:
    extra("piper", "neural")
    identities = {piper.identity(voice) for voice in (VOICE, Voice("b", "piper", rate=120), Voice("other", "piper"))}
    assert len(identities) == 2
    assert all("en_US-joe-medium" in identity for identity in identities)


def test_another_voice_that_may_say_a_phrase_is_in_the_identity(tmp_path: Path) -> None:
    extra("piper", "neural")
    own = _piper.wanted(VOICE).model
    (tmp_path / "hafen.onnx.json").write_bytes(own.with_name(own.name + ".json").read_bytes())
    named = Voice("test", "piper", "en_US-joe-medium", folder=str(tmp_path))
    identities = set()
    for content in (b"one", b"two"):
        (tmp_path / "hafen.onnx").write_bytes(content)
        identities.add(piper.identity(named))
    assert len(identities) == 2


def test_a_pitch_is_refused() -> None:
    extra("piper", "neural")
    with pytest.raises(UsageError, match="one pitch"), piper.open_voice(Voice("high", "piper", pitch=70)):
        pass


def test_a_broken_model_is_an_error_that_names_it(tmp_path: Path) -> None:
    extra("piper", "neural")
    own = _piper.wanted(VOICE).model
    (tmp_path / "bad.onnx").write_bytes(own.read_bytes()[:5_000])
    (tmp_path / "bad.onnx.json").write_bytes(own.with_name(own.name + ".json").read_bytes())
    broken = Voice("test", "piper", "bad.onnx", folder=str(tmp_path))
    with piper.open_voice(broken) as voice, pytest.raises(AccessNewsError, match="not a Piper voice") as caught:
        voice(utterance("One."))
    assert caught.value.at
    assert caught.value.at.path == str(tmp_path / "bad.onnx")


def test_the_voice_that_is_installed_is_offered() -> None:
    extra("piper", "neural")
    assert ("en_US-joe-medium", "en-US") in [
        (offer.voice, offer.lang) for offer in tts.engine("piper").installed_voices([])
    ]
