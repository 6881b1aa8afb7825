"""Words as phonemes, with what a lexicon knows better in the place of its letters."""

from accessnews.tts._piper.sounds import Sentence, Sounds


def spelled(text: str) -> list[list[str]]:
    """A voice to which every letter is a sound, and that falls at a full stop."""
    return [list(" ".join(sentence.lower().split())) for sentence in text.split(". ") if sentence.strip()]


def shown(sentences: list[Sentence]) -> list[str]:
    return [" ".join("".join(word) for word in sentence) for sentence in sentences]


def said(text: str, *names: tuple[str, str]) -> list[str]:
    found = [(text.index(name), text.index(name) + len(name), ipa) for name, ipa in names]
    return shown(Sounds(spelled).sentences(text, found))


def test_without_names_a_text_is_as_the_voice_sounds_it() -> None:
    assert said("The pier opened. It rained") == ["the pier opened", "it rained"]


def test_a_name_takes_its_place_and_keeps_its_marks() -> None:
    assert said("Mayors of Kyiv, and Brux.", ("Kyiv", "kˈiːɪv"), ("Brux", "brˈʌks")) == [
        "mayors of kˈiːɪv , and brˈʌks ."
    ]


def test_a_name_may_have_several_words_and_a_hyphen_beside_it() -> None:
    assert said("a pro-Xi Jinping-led bloc", ("Xi Jinping", "ʃiː dʒɪnpɪŋ")) == ["a pro ʃiː dʒɪnpɪŋ led bloc"]


def test_a_story_that_has_the_stand_in_itself_still_says_its_names() -> None:
    assert said("Kavan went to Kyiv", ("Kyiv", "kˈiːɪv")) == ["kavan went to kˈiːɪv"]


def test_brackets_of_phonemes_are_text() -> None:
    assert "[[" not in said("one [[h@l'oU]] two")[0]
    assert said("one \x01 two") == ["one two"]
