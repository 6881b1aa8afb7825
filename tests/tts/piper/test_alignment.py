"""Whose sounds are whose: what each word is alone, held against what all are together."""

import pytest

from accessnews.tts._piper.alignment import PhonemeToken, aligned


def tokens(*alone: str) -> list[PhonemeToken]:
    return [PhonemeToken(number, number + 1, tuple(word.split())) for number, word in enumerate(alone)]


def found(alone: list[PhonemeToken], words: str) -> list[tuple[int, int, int]]:
    return [(token.start, word, letter) for token, word, letter in aligned(alone, words.split())]


def test_words_that_sound_as_they_do_alone_are_found_one_by_one() -> None:
    assert found(tokens("ðə", "hɑːbə", "oʊpənd"), "ðə hɑːbə oʊpənd") == [(0, 0, 0), (1, 1, 0), (2, 2, 0)]


def test_a_word_that_sounds_otherwise_among_others_is_known_by_its_neighbours() -> None:
    assert found(tokens("wɛnt", "tuː", "kiːɪv"), "wɛnt tə kiːɪv") == [(0, 0, 0), (1, 1, 0), (2, 2, 0)]


def test_words_run_together_are_told_apart_by_their_letters() -> None:
    assert found(tokens("ɛnd", "ʌv", "ðə", "deɪ"), "ɛnd ʌvðə deɪ") == [(0, 0, 0), (1, 1, 0), (2, 1, 2), (3, 2, 0)]


def test_a_number_begins_with_its_first_word() -> None:
    assert found(tokens("wʌn θaʊzənd tuː", "wɜːdz"), "wʌn θaʊzənd tuː wɜːdz") == [(0, 0, 0), (1, 3, 0)]


def test_what_is_not_said_has_no_place() -> None:
    assert found(tokens("sɛd", "", "noʊ"), "sɛd noʊ") == [(0, 0, 0), (2, 1, 0)]


@pytest.mark.parametrize("words", ["", "x", "x y z", "ðə x y z oʊpənd"])
def test_what_cannot_be_told_is_left_out_and_nothing_steps_back(words: str) -> None:
    places = [(word, letter) for _, word, letter in found(tokens("ðə", "hɑːbə", "ʌv", "oʊpənd"), words)]
    assert places == sorted(places)
    assert all(word < len(words.split()) for word, _ in places)
