"""describe: from a caption to an alt, its kind, state and reasons."""

import pytest

from accessnews.alttext import describe
from accessnews.model.alt import AltState

# caption, the alt in mode "full"
DRAFTS = [
    # Frames go, kinds that matter stay.
    ("This photograph released by the palace shows a burning car in Lima. [AP]", "A burning car in Lima."),
    ("A handout picture made available by Hill TV shows people gathering in Lima.", "People gathering in Lima."),
    ("FILE - In this Jan. 3, 2020, file photo, Ann Roe waves to the crowd.", "Ann Roe waves to the crowd."),
    ("In this photo taken Friday, Jan. 3, 2020, and provided by Bo Lind, a man walks.", "A man walks."),
    ("(FILES) In this file photo taken on January 3, 2020 Ann Roe speaks in Lima.", "Ann Roe speaks in Lima."),
    ("In this image taken from video, medics carry a patient.", "In a video still, medics carry a patient."),
    ("This satellite image provided by Hill Labs shows floods in Kent.", "Satellite image of floods in Kent."),
    ("A courtroom sketch shows Bo Lind, left, in court.", "Courtroom sketch of Bo Lind, left, in court."),
    ("Line graph shows rents rising from 2015 to 2020.", "Line graph of rents rising from 2015 to 2020."),
    ("This 2014 electron microscope image shows a cell.", "Electron microscope image of a cell."),
    ("A selfie posted by climber Ann Roe shows her on a summit.", "Selfie of climber Ann Roe on a summit."),
    ("Smoke is seen rising from a factory.", "Smoke rising from a factory."),
    ("A general view shows empty streets in Rome.", "Empty streets in Rome."),
    ("The moon over a hill. Illustration: Ann Roe", "Illustration of the moon over a hill."),
    ("People walk in Lima, in this picture taken on January 3.", "People walk in Lima."),
    # Datelines, slugs, tags, teasers.
    ("NEW YORK, NEW YORK - MAY 06: A woman walks past a shop.", "A woman walks past a shop."),
    ("LIMA, Peru (AP) - A woman walks past a shop.", "A woman walks past a shop."),
    ("epa08102030 A woman walks past a shop.", "A woman walks past a shop."),
    (
        "Tennis - Hill Open - Hill Park, Lima - January 20, 2020. Spain's Ann Roe in action.",
        "Spain's Ann Roe in action.",
    ),
    ("TOPSHOT - A woman walks past a shop.", "A woman walks past a shop."),
    ("Star turn … Ann Roe on stage in Leeds.", "Ann Roe on stage in Leeds."),
    ("‘We were lucky’: Ann Roe at her home.", "Ann Roe at her home."),
    # Dates go; a place that closes with the date is the picture's.
    ("A man walks in Lima, Peru, Friday, Jan. 3, 2020.", "A man walks in Lima, Peru."),
    ("People shop on Black Friday.", "People shop on Black Friday."),
    (
        "A nurse sprays a market following the outbreak of a disease in Lima, Peru, March 27, 2020.",
        "A nurse sprays a market in Lima, Peru.",
    ),
    # Brackets.
    (
        "Bo Lind (2nd R) and Ann Roe (L) pose for a photo.",
        "Bo Lind, second from right, and Ann Roe, left, pose for a photo.",
    ),
    ("The Guard Corps (GC) marches past the palace.", "The Guard Corps marches past the palace."),
    ("(L-R) Ann Roe and Bo Lind wave.", "From left, Ann Roe and Bo Lind wave."),
    # Marks that are read aloud.
    ("Demonstrators – some in yellow vests – walk in Lima.", "Demonstrators, some in yellow vests, walk in Lima."),
    ("A protester holds a sign reading “Stop” in Lima.", 'A protester holds a sign reading "Stop" in Lima.'),
    ("A man walks past the “haunted” house.", "A man walks past the haunted house."),
    # Capitals.
    ("MAYOR ANN ROE CELEBRATES WITH HER TEAM IN LIMA", "Mayor Ann Roe celebrates with her team in Lima."),
    ("TWO TUGS TOW THE FERRY INTO A HARBOUR.", "Two tugs tow the ferry into a harbour."),
    # Titles and panels.
    ("Map: where the ferry hit the pier", "Map, where the ferry hit the pier."),
    ("INTERACTIVE | What we know", "Interactive graphic, what we know."),
    ("Chart: Rents in Lima, 2016–2026", "Chart, rents in Lima, 2016–2026."),
    (
        "Left: the square full of people in 2019. Right: the same square in 2020.",
        "Left, the square full of people in 2019; right, the same square in 2020.",
    ),
    # Whom it shows stands behind.
    ("Pictured with the cup are, from left: Ann Roe and Bo Lind.", "From left, Ann Roe and Bo Lind, with the cup."),
    ("Ann Roe, pictured with her dog at a station.", "Ann Roe with her dog at a station."),
    # Present tense; the second sentence is context; the first may be.
    ("Crowds packed the beach on Thursday.", "Crowds pack the beach."),
    ("A woman carries water in Hill City, Neb. Roe said it was hard.", "A woman carries water in Hill City, Neb."),
    ("The clean-up has begun. Residents shovel mud out of a bakery.", "Residents shovel mud out of a bakery."),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "alt"), DRAFTS)
def test_draft(caption: str, alt: str) -> None:
    described = describe(caption)
    assert described.alt == alt
    assert (described.state, described.reasons, described.origin) == (AltState.DRAFT, (), "caption")


REVIEWS = [
    ("The law requires shops to close early.", "Photo.", "no-visible-clause"),
    ("Ann Roe was killed in a raid. [EPA]", "Photo.", "no-visible-clause"),
    ("Mary Smith", "Photo, Mary Smith.", "name-only"),
    ("Undated handout photo issued by police of Bo Lind, who was jailed.", "Photo, Bo Lind.", "name-only"),
    ("“We will not leave,” says Ann Roe.", "Photo.", "quote-only"),
    ("REUTERS/Ann Roe", "Photo.", "credit-only"),
    ("Illustration: Ann Roe", "Illustration.", "credit-only"),
    ("", "Photo.", "no-caption"),
    ("She walks along the beach.", "Photo.", "low-confidence"),
    (
        "Een man loopt op 3 maart 2020 met een hond door Breda. Hij woont hier.",
        "Een man loopt op 3 maart 2020 met een hond door Breda.",
        "other-language",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "alt", "reason"), REVIEWS)
def test_needs_review(caption: str, alt: str, reason: str) -> None:
    described = describe(caption)
    assert (described.alt, described.state, described.reasons) == (alt, AltState.NEEDS_REVIEW, (reason,))


DISTINCT = [
    # caption, alt beside it
    (
        "A soldier stands guard near smoke rising from a car in Lima, Peru.",
        "A soldier stands guard near smoke rising from a car.",
    ),
    (
        "A woman walks past a closed shop during the storm in Hull.",
        "A woman walks past a closed shop.",
    ),
    ("Workers disinfect a bus.", "Photo, described by its caption."),
    ("Map of the way to the lighthouse.", "Map of the way to the lighthouse."),
    ("A man walks past a shop in Lima, as aid agencies warn of famine.", "A man walks past a shop in Lima."),
    ("This satellite image shows floods.", "Satellite image of floods."),
    ("The law requires shops to close early.", "Photo."),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "alt"), DISTINCT)
def test_beside_its_caption(caption: str, alt: str) -> None:
    assert describe(caption, mode="distinct").alt == alt


@pytest.mark.parametrize(
    ("lang", "caption", "alt"),
    [
        ("de", "Ein Mann geht durch den Park.", "Foto, in der Bildunterschrift beschrieben."),
        ("fr", "Un homme marche.", "Photo, décrite dans la légende."),
        ("es", "Un hombre camina.", "Foto, descrita en el pie de foto."),
        ("pt", "Um homem caminha na praia.", "Foto, descrita na legenda."),
        ("ja", "男性が歩いている。", "Photo."),
    ],
)
def test_other_languages_point_to_the_caption(lang: str, caption: str, alt: str) -> None:
    described = describe(caption, lang, mode="distinct")
    reason = "other-language" if lang == "ja" else "repeats-caption"
    assert (described.alt, described.reasons) == (alt, (reason,))


def test_a_draft_that_would_say_its_caption_again_is_left_to_a_person() -> None:
    described = describe("Workers disinfect a bus.", mode="distinct")
    assert (described.state, described.reasons) == (AltState.NEEDS_REVIEW, ("repeats-caption",))


def test_the_caption_stays_as_written() -> None:
    described = describe("A man  walks – slowly –\nin Lima (Peru). [AP]")
    assert described.caption == "A man  walks – slowly –\nin Lima (Peru)."


def test_a_longer_alt_is_kept_whole_and_says_so() -> None:
    crowd = (
        "Ann Roe-Featherstonehaugh, Bo Lind-Cholmondeley, Cy Pim-Marjoribanks, Di Poe-Beauchamp, Ed Ray-Mainwaring"
    )
    described = describe(f"{crowd}, Flo Day-Wriothesley and Gus Orr-Dalziel wave to supporters.")
    assert 150 < len(described.alt) <= 250
    assert described.reasons == ("too-long",)
