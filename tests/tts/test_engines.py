"""What every engine promises, tried on each; and what only the default one can."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import pytest

from accessnews import tts
from accessnews.model.errors import Place, UsageError
from accessnews.model.settings import Voice
from accessnews.narration.script import Role, Utterance
from accessnews.narration.speech import Say, SynthesizedSpeech
from accessnews.normalize import Span
from accessnews.tts import pyttsx3

VOICE = Voice("test", voice="en-us")


KYIV = Span("Kyiv", "Kyiv", ipa="ˈkiːɪv")


def utterance(text: str, lang: str = "en") -> Utterance:
    return of(Span(text, text), lang=lang)


def of(*spans: Span, lang: str = "en") -> Utterance:
    return Utterance("b01s1", Role.BODY, lang, Place("story.txt", 7), spans)


def plain(text: str, lang: str = "") -> Span:
    return Span(text, text, lang)


def words(said: Utterance, speech: SynthesizedSpeech) -> list[str]:
    return [said.spoken[word.start : word.end] for word in speech.words]


@pytest.fixture
def say() -> Iterator[Say]:
    with pyttsx3.open_voice(VOICE) as voice:
        yield voice


@contextmanager
def opened(name: str) -> Iterator[Say]:
    """A voice of an engine; without the extra that the engine needs, the test is skipped."""
    with ExitStack() as stack:
        try:
            voice = stack.enter_context(tts.engine(name).open_voice(Voice("test", name)))
        except UsageError as error:
            pytest.skip(f"{name}: {error}")
        yield voice


@pytest.mark.parametrize("name", tts.names())
def test_an_engine_speaks_with_word_times_inside_its_sound(name: str) -> None:
    with opened(name) as voice:
        speech = voice(utterance("The harbour opened at dawn."))
    assert speech.rate > 8_000
    assert speech.frames > speech.rate // 2
    starts = [word.frame for word in speech.words]
    assert starts == sorted(starts)
    assert all(0 <= frame < speech.frames for frame in starts)
    assert [word.start for word in speech.words] == [0, 4, 12, 19, 22]


@pytest.mark.parametrize("name", tts.names())
def test_an_engine_says_the_same_again_whatever_it_said_between(name: str) -> None:
    """The bundle of a story is the same bytes, alone or after a hundred others."""
    with opened(name) as voice:
        first = voice(utterance("On Monday, £2.5m was paid to the harbour (SHO)."))
        other = [utterance("Guten Tag.", "de"), utterance("Wait!"), utterance("Bonjour.", "fr")]
        other += [of(plain("From "), KYIV, plain(" to "), plain("Paris,", "fr"), plain(" LOUD noises?"))]
        for between in other:
            voice(between)
            again = voice(utterance("On Monday, £2.5m was paid to the harbour (SHO)."))
            assert again == first


@pytest.mark.parametrize("name", tts.names())
def test_an_engine_says_side_by_side_what_it_says_one_by_one(name: str) -> None:
    said = [utterance(f"{number} boats and £{number}m came to the harbour (SHO).") for number in range(12)]
    with opened(name) as voice, ThreadPoolExecutor(tts.engine(name).WORKERS) as pool:
        assert list(pool.map(voice, said)) == list(map(voice, said))


TRILLS = {
    "ar": "عادت العبّارة إلى الميناء صباح السبت.",
    "cs": "Přístav se otevřel za úsvitu.",
    "de": "Der Hafen öffnete am Morgen.",
    "el": "Ποιος ήρθε στο λιμάνι;",
    "en": "Was it Саратов, or مراكش?",
    "es": "El perro corre por el puerto.",
    "fa": "بندر در سپیده‌دم باز شد.",
    "fi": "Satama avautui aamunkoitteessa kerran.",
    "he": "הנמל נפתח עם שחר.",
    "hi": "बंदरगाह भोर में खुला।",
    "it": "Il porto ha aperto all'alba, raro errore.",
    "ko": "누가 왔나? 17척!",
    "pl": "Port otwarto o świcie.",
    "ru": "Гавань открылась на рассвете.",
    "sv": "Hamnen öppnade i gryningen.",
    "tr": "Liman şafakta açıldı.",
}


@pytest.mark.parametrize("speed", [80, 165, 450])
def test_a_trill_sounds_the_same_whatever_was_said_before(speed: int) -> None:
    """To eSpeak it is every fourth cycle of the voice, counted from the start of the library on."""
    said = [utterance(text, lang) for lang, text in TRILLS.items()] + [utterance("The harbour opened.")]
    with pyttsx3.open_voice(Voice("test", voice="en-us", rate=speed)) as say, ThreadPoolExecutor(4) as pool:
        forwards = list(map(say, said))
        assert list(map(say, reversed(said))) == forwards[::-1]
        assert list(pool.map(say, said)) == forwards


def test_a_story_cannot_steer_the_voice(say: Say) -> None:
    """Phoneme and SSML notation is text: a pause of nine seconds is not made."""
    steered = say(utterance('Here <break time="9s"/> now [[h@loU]].'))
    assert steered.frames < 9 * steered.rate
    assert say(utterance("Hello.")).frames * 2 < steered.frames  # it was read out


@pytest.mark.parametrize("letters", ["N ", "a.", "W.", "_a."])
def test_any_number_of_letters_is_spelt(say: Say, letters: str) -> None:
    """eSpeak alone writes beyond its memory from the 190th on."""
    assert words(spelt := utterance(letters * 500 + "ends."), say(spelt))[-1].endswith("ends")


def test_another_language_is_spoken_by_a_voice_of_its_own(say: Say) -> None:
    assert say(utterance("Village", "fr")).pcm != say(utterance("Village")).pcm
    assert say(utterance("Village", "en-GB")).pcm == say(utterance("Village")).pcm


def test_a_language_without_a_voice_is_said_by_the_voice_of_the_story_and_told(say: Say) -> None:
    foreign = utterance("Hello", "xx")
    assert say(foreign).pcm == say(utterance("Hello")).pcm
    mixed = of(plain("He said "), plain("hello", "yy"), plain(" and "), plain("bonjour", "fr"), Span("…", "", "zz"))
    assert pyttsx3.missing([foreign, utterance("Hello", "en-GB"), mixed], VOICE) == [(foreign, "xx"), (mixed, "yy")]


def test_a_phrase_in_another_language_is_spoken_by_its_own_voice_inside_the_sentence(say: Say) -> None:
    mixed = of(plain("The "), plain("village", "fr"), plain(" was "), plain("schön", "de"), plain("."))
    speech = say(mixed)
    assert words(mixed, speech) == ["The", "village", "was", "schön"]
    frames = [word.frame for word in speech.words]
    assert frames == sorted(set(frames))
    assert speech.pcm != say(utterance(mixed.spoken)).pcm
    french = frames[2] - frames[1]
    assert abs(french - say(utterance("village", "fr")).frames) < speech.rate // 50  # no silence to speak of
    assert say(mixed) == speech


def test_a_comma_after_a_phrase_in_another_language_is_a_pause(say: Say) -> None:
    with_comma = say(of(plain("Then "), plain("merci", "fr"), plain(", she said.")))
    without = say(of(plain("Then "), plain("merci", "fr"), plain(" she said.")))
    assert with_comma.words[2].frame - without.words[2].frame > with_comma.rate // 10


def test_marks_alone_need_no_voice_of_their_own(say: Say) -> None:
    dashes = of(plain("One"), plain(" – ", "fr"), plain("two."))
    assert say(dashes) == say(utterance("One – two."))


def test_ipa_is_said_in_place_of_the_letters_and_words_keep_their_times(say: Say) -> None:
    name = of(plain("The mayor of "), KYIV, plain(", a former boxer, left."))
    letters = utterance(name.spoken)
    by_ipa, by_letters = say(name), say(letters)
    assert by_ipa.pcm != by_letters.pcm
    assert words(name, by_ipa) == words(letters, by_letters) == name.spoken.replace(",", "").rstrip(".").split()
    assert [w.frame for w in by_ipa.words[:4]] == pytest.approx([w.frame for w in by_letters.words[:4]], abs=600)
    later = [(a.frame, b.frame) for a, b in zip(by_ipa.words[4:], by_letters.words[4:], strict=True)]
    shifts = [a - b for a, b in later]
    assert max(shifts) - min(shifts) < 600  # the rest of the sentence moves as one: 27 ms at the most
    assert say(name) == by_ipa
    assert say(letters) == by_letters


def test_every_word_of_a_name_has_its_time(say: Say) -> None:
    name = of(plain("So “"), Span("Xi Jinping", "Xi Jinping", ipa="ʃiː dʒɪnˈpɪŋ"), plain("” (he) left."))
    assert words(name, say(name)) == ["So", "Xi", "Jinping", "he", "left"]
    joined = of(plain("So "), Span("SHO", "harbour office", ipa="ˈɛsoʊ"), plain(" left."))
    assert words(joined, say(joined)) == ["So", "harbour", "left"]  # no time is made up for the second word


def test_ipa_that_the_voice_has_not_leaves_the_letters(say: Say) -> None:
    assert say(of(Span("Kyiv", "Kyiv", ipa="k˥ǃ"))) == say(utterance("Kyiv"))
    assert say(of(KYIV, lang="de")) == say(utterance("Kyiv", "de"))


STEERING = [
    "[[h@l'oU]]",
    "[\u200c[h@l'oU]]",
    "[\x02h@l'oU]]",
    "\x01100S",
    "\x01150P words",
    "<break time='9s'/>",
    "]]",
]


@pytest.mark.parametrize("story", STEERING)
def test_a_story_cannot_steer_the_voice_beside_phonemes_of_ours(story: str, say: Say) -> None:
    harmless = "".join(" " if letter < " " else letter for letter in story).replace("[", "(").replace("]", ")")
    assert len(harmless) == len(story)
    for before, after in [("", ""), ("Then [", "] left"), ("[[", "]]")]:
        tame = before.replace("[", "("), after.replace("]", ")")
        steered = say(of(plain(f"{before}{story} "), KYIV, plain(f" {story}{after}")))
        assert steered == say(of(plain(f"{tame[0]}{harmless} "), KYIV, plain(f" {harmless}{tame[1]}")))


@pytest.mark.parametrize("story", STEERING)
def test_control_characters_are_blanks_to_the_voice(story: str, say: Say) -> None:
    harmless = "".join(" " if letter < " " else letter for letter in story)
    assert say(utterance(f"One {story} two")) == say(utterance(f"One {harmless} two"))


def test_phonemes_are_told_before_they_are_said() -> None:
    mixed = of(plain("In "), KYIV, plain(" they say "), plain("oui", "fr"), plain("."))
    assert pyttsx3.phonemes(mixed, VOICE) == "ɪn kˈiːɪv ðeɪ sˈeɪ  wˈi"
    assert pyttsx3.phonemes(utterance("[[h@l'oU]]"), VOICE) != pyttsx3.phonemes(utterance("Hello"), VOICE)


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


def test_letters_said_one_by_one_are_letters() -> None:
    """eSpeak would take the A of "A P" for an article."""
    if not pyttsx3.phonemes(utterance("A pier."), VOICE):
        pytest.skip("this platform's voices do not tell their sounds")
    assert "eɪpˈiː" in pyttsx3.phonemes(utterance("The A P said so."), VOICE)
    assert pyttsx3.phonemes(utterance("A pier."), VOICE).startswith("ɐ")
