"""Credits: every form that occurs, and what looks like one and is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessnews.text.credits.split import split


def parted(caption: str) -> tuple[str, str | None]:
    parts = split(caption)
    return "".join(caption[start:end] for start, end in parts.kept), parts.credit


# caption as it stands, its own words, its credit
FORMS = [
    # In brackets at the end.
    ("A man walks. [AP Photo]", "A man walks.", "AP Photo"),
    ("A man walks. [File: EPA]", "A man walks.", "EPA"),
    ("A man walks [Ann Roe/Reuters]", "A man walks", "Ann Roe/Reuters"),
    ("A man walks [Reuters].", "A man walks.", "Reuters"),
    ("Two men. [Left: Ann Roe; Right: Bo Lind]", "Two men.", "Left: Ann Roe; Right: Bo Lind"),
    ("A man. [Handout/News Agency (WAM) via Reuters]", "A man.", "Handout/News Agency (WAM) via Reuters"),
    ("A man walks. (AP Photo/Ann Roe, File)", "A man walks.", "AP Photo/Ann Roe, File"),
    ("A man walks. (AP Photo/Ann Roe", "A man walks.", "AP Photo/Ann Roe"),
    ("A man. (Photo by Ann ROE / AFP)", "A man.", "Ann ROE / AFP"),
    (
        "A man. (Photo by ANN ROE / AFP) (Photo by ANN ROE/AFP via Getty Images)",
        "A man.",
        "ANN ROE/AFP via Getty Images",
    ),
    ("A man walks (Pic: Ann Roe)", "A man walks", "Ann Roe"),
    ("A man walks (Image: Reuters)", "A man walks", "Reuters"),
    ("Rain by month (Source: Weather Office)", "Rain by month", "Weather Office"),
    ("A man walks (Courtesy of the Roe family)", "A man walks", "the Roe family"),
    ("A man walks. (Staff Photo by Ann Roe)", "A man walks.", "Ann Roe"),
    ("Ein Mann geht. (Foto: dpa)", "Ein Mann geht.", "dpa"),
    ("Un homme marche.\n(Photo Ann Roe. AFP)", "Un homme marche.", "Ann Roe. AFP"),
    ("A man walks (Instagram/@annroe)", "A man walks", "Instagram/@annroe"),
    ("A man walks. (Ann Roe)", "A man walks.", "Ann Roe"),
    # In brackets in the middle.
    ("Two men (Photo by Ann Roe/Getty Images) walk. More.", "Two men walk. More.", "Ann Roe/Getty Images"),
    # Bare, after the last stop, year or bar.
    (
        "A man in Lima, Peru January 3, 2020. REUTERS/Ann Roe/File Photo",
        "A man in Lima, Peru January 3, 2020.",
        "REUTERS/Ann Roe/File Photo",
    ),
    ("A man in Lima January 3, 2020 REUTERS/Ann Roe", "A man in Lima January 3, 2020", "REUTERS/Ann Roe"),
    ("A man walks. Ann Roe/Pool via REUTERS", "A man walks.", "Ann Roe/Pool via REUTERS"),
    ("Ann Roe scores Action Images via Reuters/Bo Lind", "Ann Roe scores", "Action Images via Reuters/Bo Lind"),
    ("A man walks. EPA-EFE/ANN ROE", "A man walks.", "EPA-EFE/ANN ROE"),
    ("A man walks. THE CANADIAN PRESS/Ann Roe", "A man walks.", "THE CANADIAN PRESS/Ann Roe"),
    ("Un hombre camina. EUROPA PRESS", "Un hombre camina.", "EUROPA PRESS"),
    ("A man walks. Ann Roe | AFP | Getty Images", "A man walks.", "Ann Roe | AFP | Getty Images"),
    ("Ann Roe at the U.S. Capitol. J. Scott Roe/AP", "Ann Roe at the U.S. Capitol.", "J. Scott Roe/AP"),
    # Names and no more after a whole sentence.
    ("Two buses stand in the snow. Ann Roe", "Two buses stand in the snow.", "Ann Roe"),
    ("Two buses stand in the snow. Ann Roe photo", "Two buses stand in the snow.", "Ann Roe"),
    ("Two buses stand in the snow. By Ann Roe", "Two buses stand in the snow.", "Ann Roe"),
    ("Two buses stand in the snow. Ayr Fire Service", "Two buses stand in the snow.", "Ayr Fire Service"),
    ("A helmet of bronze. Museum of Ayr, inv. 12.4", "A helmet of bronze.", "Museum of Ayr, inv. 12.4"),
    ("A bus stands on the A7. Courtesy Ayr Council", "A bus stands on the A7.", "Ayr Council"),
    ("A man walks. Crown copyright", "A man walks.", "Crown copyright"),
    ("Goats eat. picture alliance/dpa | Ann Roe", "Goats eat.", "picture alliance/dpa | Ann Roe"),
    # In brackets that no agency fills.
    ("Sandbags on a wall. (AFD)", "Sandbags on a wall.", "AFD"),
    ("How to mend a tap (Ayr Water)", "How to mend a tap", "Ayr Water"),
    ("A post on lost dogs. (X/@ayrdogs)", "A post on lost dogs.", "X/@ayrdogs"),
    ("A man walks (CC BY-SA 4.0/Ann Roe)", "A man walks", "CC BY-SA 4.0/Ann Roe"),
    ("A man walks. (Sgt. A. Roe/RAF)", "A man walks.", "Sgt. A. Roe/RAF"),
    ("A man walks. [Ann Roe/AFP] [File]", "A man walks.", "Ann Roe/AFP"),
    # In front.
    ("©Getty Images - Tents stand on a beach", "Tents stand on a beach", "Getty Images"),
    ("Photo: Ann Roe – Tents stand on a beach", "Tents stand on a beach", "Ann Roe"),
    # With orders for who prints it.
    ("A man walks. Ann Roe / NTB / Norway OUT", "A man walks.", "Ann Roe / NTB"),
    ("A swan. Ann Roe/Ritzau Scanpix/DENMARK OUT", "A swan.", "Ann Roe/Ritzau Scanpix"),
    ("A goal. EDITORIAL USE ONLY. Action Images via Reuters/Bo Lind", "A goal.", "Action Images via Reuters/Bo Lind"),
    ("A wheel. © Roe Cycles GmbH, reproduction free of charge", "A wheel.", "Roe Cycles GmbH"),
    # A kind with a title is no credit, and leaves the one behind it alone.
    ("Map: where the boat sank", "Map: where the boat sank", None),
    ("Map: Where the boat sank. Map: A. Roe / The Ledger", "Map: Where the boat sank.", "A. Roe / The Ledger"),
    ("Chart: Rents in Ayr, 2014–2024. Source: ONS", "Chart: Rents in Ayr, 2014–2024.", "ONS"),
    # No credits.
    ("The clerk waits. Then it rains", "The clerk waits. Then it rains", None),
    ("The first line. Third", "The first line. Third", None),
    ("Ann Roe of the hospital (Ayr General)", "Ann Roe of the hospital (Ayr General)", None),
    # Behind a label or a dash.
    ("A cat sleeps on a quay 📸: @annroe", "A cat sleeps on a quay", "@annroe"),
    ("A lorry turns. Footage: Dashcam Ayr", "A lorry turns.", "Dashcam Ayr"),
    ("A man walks. Photograph: Ann Roe/The Guardian", "A man walks.", "Ann Roe/The Guardian"),
    ("A man. Composite: Getty/AP", "A man.", "Getty/AP"),
    ("Adam berjalan. — Foto: Bernama", "Adam berjalan.", "Bernama"),
    ("A man walks — AFP pic", "A man walks", "AFP"),
    ("A man walks – EPA", "A man walks", "EPA"),
    ("A man walks - Bloomberg file photo", "A man walks", "Bloomberg file photo"),
    ("A man walks. © Ann Roe / AFP", "A man walks.", "Ann Roe / AFP"),
    ("A man in the park.Credit...Ann Roe for The Post", "A man in the park.", "Ann Roe for The Post"),
    ("Un homme marche. Crédit photo : Jean Roux", "Un homme marche.", "Jean Roux"),
    ("Bir adam. (Fotoğraf: AA)", "Bir adam.", "AA"),
    # In front.
    ("Image source, Getty ImagesImage caption, A man walks", "A man walks", "Getty Images"),
    ("Image source, Ann Roe\nImage caption, A man walks", "A man walks", "Ann Roe"),
    # Notices for editors go with the credit.
    ("A man walks. REUTERS/Ann Roe TPX IMAGES OF THE DAY", "A man walks.", "REUTERS/Ann Roe"),
    ("A man walks. EPA/ANN ROE ATTENTION EDITORS - THIS IMAGE WAS SUPPLIED", "A man walks.", "EPA/ANN ROE"),
    ("A man walks. MANDATORY CREDIT HILL NEWS", "A man walks.", "HILL NEWS"),
    # Nothing but a credit.
    ("Photo: Ann Roe/AFP", "", "Ann Roe/AFP"),
    ("REUTERS/Ann Roe", "", "REUTERS/Ann Roe"),
    ("[Reuters]", "", "Reuters"),
    # No credit.
    ("The head of the Guard Corps (IRGC)", "The head of the Guard Corps (IRGC)", None),
    (
        "The rule of the Environmental Protection Agency (EPA).",
        "The rule of the Environmental Protection Agency (EPA).",
        None,
    ),
    ("A tornado crosses a field. (NOAA/Public domain)", "A tornado crosses a field.", "NOAA/Public domain"),
    (
        "A ship. Wikimedia Commons / Per Dahl (CC BY 2.0)",
        "A ship.",
        "Wikimedia Commons / Per Dahl (CC BY 2.0)",
    ),
    ("A rainbow over the pier, sent in by Ann Roe", "A rainbow over the pier", "Ann Roe"),
    ("Goats graze under panels foto: ap/a. roe", "Goats graze under panels", "ap/a. roe"),
    ("The law has passed. Photo: company handout", "The law has passed.", "company handout"),
    ("A bike. Press image: Hill Cycles", "A bike.", "Hill Cycles"),
    ("A man at home. CREDIT Ann Roe", "A man at home.", "Ann Roe"),
    ("A bowl on a table. Courtesy of the artist", "A bowl on a table.", "the artist"),
    ("Pilgrims in a church / ACN: Mar Puig", "Pilgrims in a church", "ACN: Mar Puig"),
    ("Ann Roe (L) and Bo Lind (2nd R)", "Ann Roe (L) and Bo Lind (2nd R)", None),
    ("Ann Roe (7)", "Ann Roe (7)", None),
    ("Ann Roe (centre)", "Ann Roe (centre)", None),
    ("A man (issued 06 June 2020)", "A man (issued 06 June 2020)", None),
    ("“It is [our] duty”", "“It is [our] duty”", None),
    ("A house in Vitry (Val-de-Marne)", "A house in Vitry (Val-de-Marne)", None),
    ("A woman holds a photo of her son", "A woman holds a photo of her son", None),
    ("FILE PHOTO: Ann Roe", "FILE PHOTO: Ann Roe", None),
    ("The White House", "The White House", None),
    ("Mary Smith", "Mary Smith", None),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "own", "credit"), FORMS)
def test_form(caption: str, own: str, credit: str | None) -> None:
    assert parted(caption) == (own, credit)


@pytest.mark.parametrize(
    ("caption", "kind"),
    [
        ("The moon. Illustration: Ann Roe", "illustration"),
        ("A fox. Cartoon: Ann Roe", "cartoon"),
        ("Two men. Composite: Getty", "combination"),
        ("Rain by month. Graphic: Ann Roe", "chart"),
        ("A man. Photograph: Ann Roe", ""),
    ],
)
def test_a_label_can_tell_the_kind(caption: str, kind: str) -> None:
    assert split(caption).kind == kind


@given(st.text(max_size=300))
def test_kept_spans_are_in_order_and_inside(caption: str) -> None:
    at = 0
    for start, end in split(caption).kept:
        assert at <= start < end <= len(caption)
        at = end


DESCRIPTIONS = st.sampled_from(
    ["A man walks his dog.", "Two women wave from a boat in Lima.", "Smoke over a forest."]
)
FRAMES = st.sampled_from(
    [
        *(" [{}]", " ({}/Reuters)", " (AP Photo/{})", " (Photo by {} / AFP)", " Photograph: {}/PA"),
        *(" © {}", "\nFoto: {}", " REUTERS/{}", " — Foto: {}"),
    ]
)
NAMES = st.sampled_from(["Zoë Quill", "Xavier O'Dare", "Jia-Li Wu", "Q. Zeb", "Yusuf al-Qadi"])


@given(DESCRIPTIONS, FRAMES, NAMES)
def test_any_name_in_any_form_is_parted(description: str, frame: str, name: str) -> None:
    own, credit = parted(description + frame.format(name))
    assert own == description
    assert credit is not None
    assert name in credit
