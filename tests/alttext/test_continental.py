"""Captions in German, French, Spanish and Portuguese: what is sure is a draft, and nothing is made up."""

import re

import pytest

from accessnews.alttext import describe
from accessnews.alttext.comparison import word_list
from accessnews.alttext.lexicon import table
from accessnews.model.alt import AltState
from tests.fixtures.captions import captions, credit_is_right, facts_are_told, nothing_else_is_told, review_is_right

LANGUAGES = ("de", "fr", "es", "pt")
LEAST = {"credit": 36, "facts": 39, "nothing else": 38, "review": 36}
"""Of 39 captions in each language, so many at the least; ``python -m tests.bench captions de`` says which."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_as_many_captions_come_out_right_as_before(lang: str) -> None:
    pairs = [(entry, describe(entry["caption"], lang)) for entry in captions(lang)]
    points = (credit_is_right, facts_are_told, nothing_else_is_told, review_is_right)
    right = {name: sum(point(*pair) for pair in pairs) for name, point in zip(LEAST, points, strict=True)}
    assert all(right[name] >= least for name, least in LEAST.items()), right


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_a_draft_is_the_captions_or_a_position(lang: str) -> None:
    spelt = {word for words in table("continental")[lang]["positions"].values() for word in word_list(words)}
    for entry in captions(lang):
        alt = describe(entry["caption"], lang)
        if alt.state == AltState.DRAFT:
            assert set(word_list(alt.alt)) <= set(word_list(entry["caption"])) | spelt, alt.alt


@pytest.mark.parametrize(
    ("lang", "caption", "alt"),
    [
        ("de", "Zwei Hunde laufen am Freitagabend über das Eis. (Symbolbild)", "Zwei Hunde laufen über das Eis."),
        ("de", "Ilse Ott (l.) und Tom Rau stehen im Hof.", "Ilse Ott, links, und Tom Rau stehen im Hof."),
        ("de", "Karte: Wo der Deich brach", "Karte, Wo der Deich brach."),
        ("de", "Kinder spielen im Schnee, nachdem die Schule ausgefallen war.", "Kinder spielen im Schnee."),
        ("fr", "Photo d’archives. Des enfants jouent dans la neige, mardi.", "Des enfants jouent dans la neige."),
        ("fr", "Le maire (à droite) coupe le ruban.", "Le maire, à droite, coupe le ruban."),
        ("es", "Niños juegan en la nieve este jueves, tras la tormenta.", "Niños juegan en la nieve."),
        ("pt", "Crianças brincam na neve, na quinta-feira.", "Crianças brincam na neve."),
    ],
)
def test_boilerplate_dates_and_causes_go(lang: str, caption: str, alt: str) -> None:
    assert describe(caption, lang).alt == alt


def test_a_map_beside_its_caption_says_which_map_it_is() -> None:
    alt = describe("Karte: Wo der Deich brach", "de", "distinct")
    assert (alt.alt, alt.state, alt.kind) == ("Karte, Wo der Deich brach.", AltState.DRAFT, "map")


@pytest.mark.parametrize(
    ("lang", "caption"),
    [
        ("de", "Die Brücke soll im Mai öffnen."),
        ("de", "„Wir warten“, sagt Ilse Ott."),
        ("fr", "La fête de la ville a coûté 3 millions."),
        ("fr", "Le pont restera fermé jusqu’en mars."),
        ("es", "El puente permanecerá cerrado hasta marzo."),
        ("pt", "A ponte ficará fechada até março."),
    ],
)
def test_what_no_picture_shows_is_for_a_person(lang: str, caption: str) -> None:
    assert describe(caption, lang).state == AltState.NEEDS_REVIEW


def test_forms_of_verbs_are_single_words_or_phrases() -> None:
    forms = [form for lang in LANGUAGES for form in table("continental")[lang]["visible"]]
    assert all(re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)*", form) for form in forms)
