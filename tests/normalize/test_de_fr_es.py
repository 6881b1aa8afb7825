"""German, French and Spanish: what is shown and what is said.

``other.jsonl`` holds sentences and the ways in which they may be read aloud; its first 120 were written by someone
who had not seen the rules. Compared are words alone: capitals, hyphens and other signs count for nothing.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessnews.normalize import de, es, fr
from accessnews.normalize.grammar import Reading
from tests.fixtures.growth import assert_grows_with_its_length

CASES = [json.loads(line) for line in (Path(__file__).parent / "other.jsonl").read_text("utf-8").splitlines()]
READERS = {"de": de.read, "fr": fr.read, "es": es.read}
FLOOR = 0.99


def said(text: str, lang: str, held: Sequence[tuple[int, int]] = (), quotes: bool = False) -> str:
    """What is said of a text; that the parts are in order and within it is checked on the way."""
    out, at = "", 0
    for part in READERS[lang[:2]](text, lang, held, quotes):
        assert at <= part.start < part.end <= len(text)
        out += text[at : part.start] + part.spoken
        at = part.end
    return out + text[at:]


def words(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", re.sub("[-‐–—/]", " ", text.lower())).split())


@pytest.mark.parametrize("lang", READERS)
def test_nearly_every_case_is_read_as_people_read_it(lang: str) -> None:
    cases = [case for case in CASES if case["lang"] == lang]
    wrong = {
        case["text"]: heard
        for case in cases
        if words(heard := said(case["text"], case["locale"])) not in map(words, case["spoken"])
    }
    assert len(cases) > 80
    assert len(wrong) <= (1 - FLOOR) * len(cases), wrong


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "V. Orban und C. Müller sprachen in Gruppe C."),
        ("de", "Der Airbus A320 flog mit 5G über die A7."),
        ("de", "Schreiben Sie an rat12@stadt24.de oder lesen Sie www.stadt24.de/2024/10."),
        ("de", "Das Gerät meldet 10.0.0.254."),
        ("de", "Die CDU, die SPD und die NATO tagten."),
        ("fr", "Le plan C, la ligne M6 et le modèle T3 De Dion."),
        ("fr", "Jean M. Dupont a écrit MIX et DIM."),
        ("fr", "Le 31/02/2024 n'existe pas."),
        ("fr", "Mes Parisiens, ces gens, me suivent."),
        ("es", "John D. Rockefeller y Juan V. García, del grupo C."),
        ("es", "Son 1,234 según unos y otros."),
        ("es", "El CD de la banda, MI favorito."),
    ],
)
def test_what_no_rule_is_sure_of_stays_as_written(lang: str, text: str) -> None:
    assert said(text, lang) == text


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("am 3. Mai", "am dritten Mai"),
        ("der 3. Mai", "der dritte Mai"),
        ("3. Mai", "dritter Mai"),
        ("das 3. Tor", "das dritte Tor"),
        ("ein 3. Tor", "ein drittes Tor"),
        ("in der 3. Runde", "in der dritten Runde"),
        ("in 3. Instanz", "in dritter Instanz"),
        ("vom 3. bis 5. Mai", "vom dritten bis fünften Mai"),
        ("Er kam als 3. ins Ziel.", "Er kam als dritter ins Ziel."),
        ("von Ludwig XIV. erbaut", "von Ludwig dem Vierzehnten erbaut"),
        ("die Kriege Friedrichs II. in Sachsen", "die Kriege Friedrichs des Zweiten in Sachsen"),
        ("des ehem. Chefs", "des ehemaligen Chefs"),
        ("mit 1 Stimme", "mit einer Stimme"),
    ],
)
def test_german_bends_its_numbers(text: str, heard: str) -> None:
    assert words(said(text, "de")) == words(heard)


@pytest.mark.parametrize(
    ("lang", "text", "heard"),
    [
        ("fr", "21 voitures et 21 camions", "vingt et une voitures et vingt et un camions"),
        ("fr", "En 2021 Marine part.", "En deux mille vingt et un Marine part."),
        ("es", "200 mujeres y 200 hombres", "doscientas mujeres y doscientos hombres"),
        ("es", "31 días, 31 noches", "treinta y un días, treinta y una noches"),
        ("es", "En 2021 España subió.", "En dos mil veintiuno España subió."),
        ("es", "El número 1 mundial", "El número uno mundial"),
    ],
)
def test_numbers_agree_with_what_they_count(lang: str, text: str, heard: str) -> None:
    assert said(text, lang) == heard


@pytest.mark.parametrize(
    ("lang", "text", "heard"),
    [
        ("fr-BE", "95 %", "nonante-cinq pour cent"),
        ("fr-Latn-CH", "95 %", "nonante-cinq pour cent"),
        ("fr-CH", "CHF 7.70", "sept francs suisses septante"),
        ("fr-FR", "95 %", "quatre-vingt-quinze pour cent"),
        ("de-CH", "1'234.50 Franken", "eintausendzweihundertvierunddreißig Franken fünfzig"),
        ("es-MX", "$1,234.50", "mil doscientos treinta y cuatro pesos con cincuenta centavos"),
        ("es-ES", "1.234,50 $", "mil doscientos treinta y cuatro dólares con cincuenta centavos"),
        ("es-Latn-MX", "el 1 de enero", "el primero de enero"),
        ("es-MX", "el 1 de enero", "el primero de enero"),
        ("es-ES", "el 1 de enero", "el uno de enero"),
    ],
)
def test_the_country_decides(lang: str, text: str, heard: str) -> None:
    assert words(said(text, lang)) == words(heard)


@pytest.mark.parametrize(
    ("lang", "text", "heard"),
    [
        ("de", "₹15", "fünfzehn Rupien"),
        ("de", "₺1,5 Mio.", "eins Komma fünf Millionen Lira."),
        ("fr", "₹15", "quinze roupies"),
        ("es", "€15", "quince euros"),
    ],
)
def test_a_currency_before_its_amount_is_said_behind_it(lang: str, text: str, heard: str) -> None:
    assert said(text, lang) == heard


def test_the_full_stop_of_an_abbreviation_ends_the_sentence_too() -> None:
    assert said("Es gibt Brot, Milch usw.", "de") == "Es gibt Brot, Milch und so weiter."
    assert said("Il y a du pain, du lait, etc.", "fr") == "Il y a du pain, du lait, et cetera."
    assert said("Abre a las 9 a. m.", "es") == "Abre a las nueve de la mañana."


def test_initialisms_are_spelled_where_a_voice_would_make_a_word_of_them_but_not_in_a_headline() -> None:
    assert said("Die EU und die UNO", "de") == "Die E U und die UNO"
    assert said("l'UE et l'ONU", "fr") == "l'U E et l'ONU"
    assert said("DIE EU BERÄT ÜBER DIE WAHL", "de") == "DIE EU BERÄT ÜBER DIE WAHL"


def test_long_german_numbers_have_seams_that_a_voice_hears_and_nobody_sees() -> None:
    """Without them eSpeak takes the v of "vier" within a word for a w, and swallows the h of "achthundert"."""
    assert said("41", "de") == "einund\u200bvierzig"
    assert said("2.804", "de") == "zweitausend\u200bacht\u200bhundert\u200bvier"


@pytest.mark.parametrize(
    ("lang", "text", "heard"),
    [
        ("de", "Er rief: „Halt!“", "Er rief: Zitat: Halt! Zitat Ende"),
        ("de", "»Ja«, sagte er.", "Zitat: Ja, Zitat Ende, sagte er."),
        ("de-CH", "Er sagte «ja» (und «nein»).", "Er sagte Zitat: ja, Zitat Ende (und Zitat: nein, Zitat Ende)."),
        ("fr", "Il dit : « Oui ».", "Il dit : ouvrez les guillemets,  Oui , fermez les guillemets."),
        ("es", "Él dijo «no».", "Él dijo abre comillas, no, cierra comillas."),
        ("es", "Dijo «el “no”».", "Dijo abre comillas, el abre comillas, no, cierra comillas, cierra comillas."),
    ],
)
def test_quotations_are_told_where_that_is_asked_for(lang: str, text: str, heard: str) -> None:
    assert said(text, lang, quotes=True) == heard
    assert said(text, lang) == text


def test_spans_that_somebody_else_speaks_for_are_left_alone() -> None:
    assert said("Nr. 5 und Nr. 6", "de", held=[(4, 5)]) == "Nummer 5 und Nummer sechs"


def test_parts_stay_apart_where_they_are_written_apart() -> None:
    parts = de.read("1,5 Mio. €", "de")
    assert parts == [Reading(0, 3, "eins Komma fünf"), Reading(4, 8, "Millionen"), Reading(9, 10, "Euro")]


TOKENS = {token for case in CASES for token in re.findall(r"\S+|\w+|[^\w\s]", case["text"])}
FRAGMENTS = st.sampled_from(
    [*sorted(TOKENS), *"½+–−±/()[]„“«»\"'’#@:§ºªxX🙂ÄßMk\u200b\u202f\n", "[1]", "www.", "XIV.", "3.", "M€"]
)
GAPS = st.sampled_from(["", " ", "\u00a0"])


@settings(max_examples=600)
@given(st.lists(st.tuples(FRAGMENTS, GAPS), max_size=14), st.sampled_from(["de", "fr", "es", "fr-CH", "es-MX"]))
def test_any_text_keeps_its_order_and_loses_nothing(parts: list[tuple[str, str]], lang: str) -> None:
    said("".join(word + gap for word, gap in parts), lang, quotes=True)


@given(st.text(max_size=60), st.sampled_from(["de", "fr", "es"]))
def test_any_characters_do(text: str, lang: str) -> None:
    said(text, lang)


@pytest.mark.parametrize("lang", READERS)
@pytest.mark.parametrize("link", ["5 % - ", "1,5 Mio. € – ", "10:30-", "1.1.2024–", "3. und ", "1-", "5 km/"])
def test_a_chain_without_end_takes_time_by_its_length(link: str, lang: str) -> None:
    assert_grows_with_its_length(lambda count: said(link * count, lang), 1_600)
