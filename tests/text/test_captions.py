"""Which paragraphs of a plain text are captions: those that end in a credit. How sure that is, line by line."""

import pytest

from accessnews.text.credits.captions import Certainty, credit_alone, ends_in_credit
from accessnews.text.credits.lists import phrases

CAPTIONS = [
    "Ferries wait in Lumut harbour on Friday. [Bernama]",
    "Ferries wait in Lumut harbour on Friday [Bernama]",
    "Ferries wait in Lumut harbour. [Ahmad Salleh/Bernama]",
    "Ferries wait in Lumut harbour. (Ahmad Salleh/Bernama)",
    "Ferries wait in Lumut harbour. (Photo by Ahmad Salleh)",
    "Ferries wait in Lumut harbour (Photo by Ahmad Salleh/Antara Foto)",
    "Ein Boot im Hafen von Kiel. (Foto: picture alliance/dpa)",
    "Ein Boot im Hafen von Kiel. (Bild: Jonas Ritter)",
    "Un bateau à quai, lundi, à Brest. (Photo Anne Le Goff. AFP)",
    "Un bateau à quai, lundi, à Brest. (Crédit photo : Anne Le Goff)",
    "Un barco en el puerto de Vigo. (Foto: Europa Press)",
    "Limanda bekleyen bir tekne. (Fotoğraf: Anadolu)",
    "قارب في ميناء صفاقس يوم الجمعة [رويترز]",
    "A boat at dusk. [Courtesy of the Lind family]",
    "A boat at dusk. [Handout/Coast Guard via Kyodo]",
    "A boat at dusk. [Left: Ana Lind/Lusa; Right: Jon Hadi/Belga]",
    "A boat at dusk. (Ana Lind/Tribune News Service).",
    "A boat at dusk. (AP Photo/Ana Lind, File)",
    "A boat at dusk. (Instagram/@analind)",
    "A boat at dusk. Photograph: Ana Lind/The Harbour Post",
    "A boat at dusk. © Ana Lind / AFP",
    "A boat at dusk. REUTERS/Ana Lind/File Photo",
    "A boat at dusk. THE CANADIAN PRESS/Ana Lind",
    "A boat at dusk. Ana Lind/AAP Image",
    "A boat at dusk — Foto: Bernama",
    "A boat at dusk on January 3, 2020 REUTERS/Ana Lind",
]
PROSE = [
    "He had never been to sea before. (Tim)",
    "“Nobody asked us,” she said. (Tim, 34)",
    "The report lists every boat that was lost (see page 4)",
    "The report lists every boat that was lost. [See page 4]",
    "“They took [our] boats.” [Applause]",
    "The boats were sold in spring (two of them abroad)",
    "It was the worst year on record (2019)",
    "She came second in Vik (2nd R)",
    "The firm was fined by the Environmental Protection Agency (EPA).",
    "She was born in the suburb of Vitry (Val-de-Marne)",
    "(Reporting by Jane Doe; Editing by John Roe)",
    "He said the talks had failed. (Additional reporting by AFP)",
    "(Writing by Jane Doe in Oslo, additional reporting by the Bernama bureau)",
    "She works for a broadcaster, most likely the BBC or CNN.",
    "The film will be shown on CBS/Paramount.",
    "You can choose between tea and/or coffee",
    "Read the whole story at https://harbourpost.example/Reuters",
    "Photos: Floods hit Vik",
    "Source: World Bank",
    "The minister is in the picture: Ana Lind.",
    "Asked who took the photo, she said: “My son.”",
    "The court found for the plaintiffs (Doe v. Roe)",
    "The vote was 52 to 48 (with two abstentions)",
    "The storm is the strongest in years (map)",
    "The law passed by a wide margin (Labour, Greens)",
    "He lives in Magnum, Oklahoma",
]
SIGNATURES = [
    "The talks collapsed on Tuesday. (Reuters)",
    "The talks collapsed on Tuesday. (Bernama)",
    "Die Verhandlungen sind gescheitert. (dpa)",
    "The talks collapsed on Tuesday. (AFP, Reuters)",
    "The talks collapsed on Tuesday. (AFP/Reuters)",
    "The talks collapsed on Tuesday. (dpa/AP)",
    "The talks collapsed on Tuesday. REUTERS",
    "The talks collapsed on Tuesday. – AFP",
]


@pytest.mark.parametrize("text", CAPTIONS)
def test_a_credit_makes_a_caption(text: str) -> None:
    assert ends_in_credit(text) is Certainty.SURE


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_no_caption(text: str) -> None:
    assert ends_in_credit(text) is Certainty.NO
    assert not credit_alone(text)


@pytest.mark.parametrize("text", SIGNATURES)
def test_a_wire_service_alone_may_sign_a_report(text: str) -> None:
    assert ends_in_credit(text) is Certainty.MAYBE


@pytest.mark.parametrize("agency", sorted(phrases("agencies")))
def test_any_agency_in_brackets_is_a_credit(agency: str) -> None:
    assert ends_in_credit(f"A boat at dusk. [{agency}]") is Certainty.SURE
    assert ends_in_credit(f"A boat at dusk [{agency}]") is Certainty.SURE
    assert ends_in_credit(f"A boat at dusk. ({agency})") >= Certainty.MAYBE
    assert ends_in_credit(f"A boat at dusk ({agency})") >= Certainty.WEAK
