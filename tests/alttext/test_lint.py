"""The lints of text alternatives: what each must find, and the near misses that it must leave alone."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessnews.alttext import describe, describe_article
from accessnews.alttext.lexicon import table
from accessnews.alttext.lint import check, lint_article
from accessnews.alttext.phrases import bare, pointer
from accessnews.model.alt import AltState, AltText, with_alts
from accessnews.model.article import Article, Figure, Run, numbered
from accessnews.model.errors import Place
from accessnews.model.findings import Finding, rules
from accessnews.wording import languages, wording
from tests.fixtures.growth import assert_grows_with_its_length

CODES = [
    *("alt-needs-review", "alt-draft", "alt-same-as-caption", "alt-credit", "alt-date", "alt-image-of"),
    *("alt-file-name", "alt-long", "alt-too-long", "alt-mid-phrase", "alt-unbalanced", "same-alt", "same-caption"),
    *("alt-name-only", "alt-kind-lost", "alt-all-caps", "alt-emoji", "alt-placeholder"),
]


def figure(caption: str = "", line: int = 3, **more: object) -> Figure:
    return Figure(None, (Run(caption),) if caption else (), Place("story.md", line), **more)  # type: ignore[arg-type]


def checked(alt: str, caption: str = "", lang: str = "en", line: int = 3) -> list[Finding]:
    return check(figure(caption, line), replace(describe(caption, lang), alt=alt), lang)


def codes(alt: str, caption: str = "", lang: str = "en") -> list[str]:
    return [finding.code for finding in checked(alt, caption, lang)]


def linted(*pictures: Figure, lang: str = "", mode: str = "full") -> list[Finding]:
    story = numbered(Article("Title", pictures, Place("story.md", 1), Path("story.md"), "00", lang))
    return list(lint_article(describe_article(story, mode)))


def story_codes(*pictures: Figure, lang: str = "", mode: str = "full") -> list[tuple[str, int]]:
    return [(finding.code, finding.at.line) for finding in linted(*pictures, lang=lang, mode=mode)]


# One text, no caption: the code, and texts that have this fault and no other. A language other than English first.
FOUND = {
    "alt-credit": [
        "A man walks past a shop. Photo by Zoë Quill",
        "A man walks past a shop (AP Photo/Zoë Quill)",
        "A man walks past a shop. Zoë Quill/Reuters",
        "A man walks past a shop [Reuters]",
        "A man walks past a shop - AFP",
        "A man walks past a shop © Zoë Quill",
        "Photo: Zoë Quill/Unsplash",
        "de|Ein Mann geht an einem Laden vorbei. Foto: dpa",
        "fr|Un homme passe devant une boutique. Crédit photo : Zoë Quill/AFP",
    ],
    "alt-date": [
        "A man walks in the rain on Friday",
        "A man walks in the rain, Wednesday, April 29, 2020, in Lima.",
        "Protesters march through Paris on 1 May 2024.",
        "Ann Roe speaks to a crowd on the 3rd of May.",
        "Fans queue Friday at the stadium",
        "Crowds fill the beach in Lima last Tuesday.",
        "A burning car in Lima, 03/01/2020",
        "People vote in a school in Chad, 2024-05-06.",
        "A satellite image of the port on Jan. 3, 2020",
        "de|Ein Mann wartet am Freitag im Regen.",
        "de|Ein Mann wartet am 3. Januar 2020 im Regen.",
        "fr|Un homme attend sous la pluie le 3 janvier 2020.",
        "es|Un hombre espera en la lluvia el viernes.",
        "pt|Um homem espera na chuva na sexta-feira.",
    ],
    "alt-image-of": [
        "Photo of a woman who waves to the crowd",
        "A photo of a man holding a sign that reads “Stop”",
        "Photo of protesters holding a banner",
        "An image of Ann Roe as she walks her dog",
        "Undated handout photo of a missing boy",
        "This picture shows a flooded street.",
        "Pictures show a burning bus",
        "In this photo, a man waves.",
        "Image: a man waves",
        "de|Foto von einem Mann im Regen",
        "de|Das Bild zeigt eine Brücke.",
        "fr|Photo d’une rue inondée",
        "fr|L'image montre un homme.",
        "es|Una imagen de un puente",
        "pt|Foto de uma ponte",
        "nl|Een foto van een brug",
    ],
    "alt-file-name": [
        "pier_0123.jpg",
        "IMG_2034",
        "IMG_2034 (2)",
        "DSC01234.JPG",
        "harbour at night 2.png",
        "pier-at-sunset-2",
        "a1b2c3d4e5f60718",
        "https://example.org/pier.jpg",
        "WhatsApp Image 2024-05-01 at 10.15.12",
        "Photo 12",
    ],
    "alt-placeholder": [
        "image",
        "Photo.",
        "A photo",
        "The undated handout photo.",
        "Photo, described by its caption.",
        "Image described by its caption",
        "Described by its caption.",
        "Satellite image, described by its caption.",
        "See caption",
        "Map",
        "Court sketch.",
        "Map 2 of 3",
        "alt text",
        "de|Bild",
        "de|Bild.",
        "de|Das Foto",
        "de|Foto, in der Bildunterschrift beschrieben.",
        "de|Foto, beschrieben in der Bildunterschrift.",
        "de|Siehe Bildunterschrift",
        "fr|Photo",
        "fr|Carte, décrite dans la légende.",
        "fr|L’image",
        "es|Sin título",
        "es|Mapa, descrito en el pie de foto",
        "pt|Foto, descrita na legenda.",
        "it|Fotografia",
        "nl|Een foto",
    ],
    "alt-long": ["A man walks along a wall. " * 6, "x" * 151, "y" * 250],
    "alt-too-long": ["A man walks along a wall. " * 10, "x" * 251, "y" * 10_000],
    "alt-mid-phrase": [
        "A man walks past a wall, ",
        "A man walks past a wa…",
        "A man walks past...",
        "A man walks past a wall –",
        "A man walks past a wall and",
        "A man waits for the.",
        "A man walks past a wall in the old town of Lima with his",
        "A man walks past a wall in the old town of Lima to",
        "de|Ein Mann wartet im Regen auf der",
        "fr|Un homme marche sous la pluie dans la",
        "es|Un hombre camina bajo la lluvia por la",
        "ar|رجل يسير تحت المطر،",
    ],
    "alt-unbalanced": [
        "A man (left walks past a wall",
        "A man left) walks past a wall",
        "A man [in red walks past a wall",
        'A sign reading "Stop',
        "A sign reading “Stop",
        "A sign that says ‘Stop",
        "A sign that says 'Stop",
        "de|Ein Schild mit der Aufschrift „Halt",
        "fr|Une pancarte avec les mots « Stop",
        "ja|「止まれ",
    ],
    "alt-name-only": ["Mary Smith", "Angela Merkel.", "Ursula von der Leyen", "J. K. Rowling"],
    "alt-all-caps": [
        "A MAN WALKS PAST A BURNING CAR",
        "PROTESTERS MARCH IN PARIS",
        "FIRE DESTROYS HARBOUR in Lima",
        "ru|ЛЮДИ СТОЯТ В ОЧЕРЕДИ",
    ],
    "alt-emoji": [
        "A man waves 😀",
        "Sun ☀️ over the sea",
        "The team 🇫🇷 celebrates",
        "Step 1️⃣ of a recipe",
        "Fans cheer ⚽",
        "A woman 👩🏽‍🚒 at work",
    ],
}

# Texts that have no fault at all, by the fault they nearly have.
FINE = {
    "alt-credit": [
        "Journalists wait outside the Reuters building in London.",
        "The logo of the Associated Press on a glass door",
        "A reader holds a copy of The Guardian.",
        "Getty Museum at sunset",
        "A volunteer of Doctors Without Borders (MSF)",
        "Staff of the UN refugee agency (UNHCR) unload a lorry.",
        "Map: Nova Scotia",
        "Photographer Zoë Quill takes a selfie.",
        "A poster for Harris/Walz on a fence",
    ],
    "alt-date": [
        "Theresa May waves from the steps of 10 Downing Street.",
        "Members of the Monday Club dine at a long table.",
        "Women carry banners on the March for Life in Lima.",
        "Visitors queue at the Expo 2025 site in Osaka.",
        "Fans wave flags at the World Cup 2026.",
        "Summer Lee hugs April Jones at a rally.",
        "Sunday Adeyemi runs with the ball.",
        "Rioters on the steps on the day of the January 6 attack",
        "Friday prayers at a mosque in Lima",
        "Worshippers kneel during Good Friday mass.",
        "A player of Sheffield Wednesday lies on the pitch.",
        "A stall at the Sunday market in Ulm",
        "Children march on May Day in Lima.",
        "A gravestone with the inscription “3 May 2015”",
        "A newspaper dated 12 May 2024 lies on a doormat.",
        "Soldiers wade ashore in Normandy on 6 June 1944.",
        "Map of the front line on 3 March 2023",
        "Line chart: rents rise between January 2015 and May 2023.",
        "Satellite images of a lake, full on 3 March 2021 and dry on 5 August 2022",
        "A 1950s kitchen",
        "de|Demonstranten auf der Straße des 17. Juni vor dem Brandenburger Tor",
        "de|Die Zeitung Welt am Sonntag liegt auf einem Tisch.",
        "fr|Des soldats défilent lors de la fête du 14 juillet.",
        "fr|Étals de légumes au marché du dimanche à Lyon",
        "es|Manifestantes marchan por la avenida 9 de Julio.",
        "es|El tenor Plácido Domingo saluda al público en Santo Domingo.",
    ],
    "alt-image-of": [
        "Satellite image of flooded fields",
        "Map of Ukraine with the front line in red",
        "Portrait of Mary Smith",
        "A black-and-white photo of dancers in a ballroom",
        "A photo of the missing boy is pinned to a fence.",
        "A picture of the king hangs in a hall.",
        "Photos of the victims on a wall",
        "A photo of a soldier, framed, in a window",
        "A photo of the singer among flowers and candles",
        "Picture windows of a villa above the sea",
        "fr|Photo de famille des chefs d'État au sommet",
        "fr|Image satellite de l'ouragan",
        "es|Imagen de la Virgen en procesión por Sevilla",
        "es|Imagen de satélite de un incendio",
        "de|Luftbild einer überfluteten Stadt",
    ],
    "alt-file-name": [
        "A COVID-19 ward with empty beds",
        "MH370 debris on a beach",
        "A B-52 bomber on a runway",
        "A mother-in-law and her daughter cook together.",
        "iPhone-15",
        "MG 42 machine gun on a tripod",
        "Photo 51 hangs in a museum.",
        "A shop sign reads “pier.jpg”",
        "Flooding",
    ],
    "alt-placeholder": [
        "Map of Lima",
        "Photo, Mary Smith.",
        "A red map",
        "Weather map",
        "A photo album, described by its caption",
        "A man reads the caption of a photo.",
        "Logo of Acme",
        "de|Ein Bild hängt schief.",
        "fr|Une carte brûle.",
    ],
    "alt-long": ["x" * 150, "A man walks along a wall. " * 5, "A man."],
    "alt-mid-phrase": [
        "Police look on as protesters march past",
        "A crowd watches the ships as a bank of fog rolls in",
        "The house the family fled from",
        "He is the man they were looking at",
        "A child in a green coat with her hat on",
        "A woman in a red coat and a green hat hugs her",
        "Nowhere they could go to.",
        "A placard reads “Wait…”",
        "de|Eine Frau mit Hut steigt in einen Bus ein",
        "de|Kinder hören im Garten einer Lehrerin zu",
        "es|Un hombre lee junto a un coche que le para",
    ],
    "alt-unbalanced": [
        "Children run towards the players’ bus.",
        "Children run towards the players' bus.",
        "A band plays rock 'n' roll.",
        "A singer in a ‘50s dress",
        "A player, 5'10\" tall, next to a rival",
        'A black-and-white TV with a 12" screen',
        'A man says "We said ‘never again’ and meant it".',
        "A placard: “They told us ‘wait’. We won't”",
        "From left: a) the old bridge; b) the new bridge",
        "A boat (centre) between two warships",
        "de|Eine Frau hält ein Schild mit der Aufschrift „Nie wieder“ hoch.",
        "de|Er nennt es ‚Glück‘ und lacht.",
        "fr|Une femme tient une pancarte « Plus jamais ça ».",
        "sv|En skylt med ordet ”Stopp”",
        "ar|رجل يحمل لافتة كتب عليها «لا للحرب» (بيروت)",
        'he|חייל של צה"ל ליד גדר',
    ],
    "alt-name-only": [
        "Portrait of Mary Smith",
        "Mary Smith at a desk",
        "Prime Minister Ann Roe",
        "Brie Larson, Sigourney Weaver and Gal Gadot",
        "The White House",
        "10 Downing Street",
        "Golden Gate Bridge",
        "Firefighters Training",
        "Protesters",
        "de|Kölner Dom",
    ],
    "alt-kind-lost": ["A plane on fire on a runway", "A map on a wall", "A man draws a cartoon."],
    "alt-all-caps": [
        "NATO, UN and EU flags",
        "NATO, UN, WHO, IMF, OSCE, OPEC",
        "Soldiers raise the EU flag",
        "A woman wears a MAKE AMERICA GREAT AGAIN hat.",
        "A banner: “NO WAR IN OUR NAME, NOT NOW, NOT EVER”",
        "東京の交差点を渡る人々",
    ],
    "alt-emoji": [
        "A can of Coca-Cola® next to an iPhone™",
        "A © sign and a ★ on a wall; an arrow → points to the exit",
        "A chess board: ♔ against ♚",
        "A T-shirt with the words “I ♥ NY”",
        "Bus number 1 and flight #2",
    ],
}


def split(text: str) -> tuple[str, str]:
    """A text of the tables and its language."""
    return (text[3:], text[:2]) if text[2:3] == "|" else (text, "en")


def cases(table: dict[str, list[str]]) -> list[object]:
    return [pytest.param(code, text, id=f"{code}: {text[:40]}") for code, texts in table.items() for text in texts]


@pytest.mark.parametrize(("code", "text"), cases(FOUND))
def test_a_fault_is_found_and_no_other(code: str, text: str) -> None:
    alt, lang = split(text)
    assert codes(alt, lang=lang) == [code]


@pytest.mark.parametrize(("code", "text"), cases(FINE))
def test_a_near_miss_is_left_alone(code: str, text: str) -> None:
    alt, lang = split(text)
    assert codes(alt, lang=lang) == []


SAME = "alt-same-as-caption"

# With a caption, whose credit, kind and words count: caption, alt, code ("" where there is nothing to find).
BESIDE_A_CAPTION = [
    ("A man walks past a shop. [AP]", "A man walks past a shop", "alt-same-as-caption"),
    ("A man walks his dog past a shop in Lima, Peru.", "a man walks his dog past the shop in Lima, Peru", SAME),
    ("Ein Mann wartet. (Foto: dpa)", "Ein Mann wartet", "alt-same-as-caption"),
    ("A man walks past a shop in Lima as the city reopens.", "A man walks past a shop.", ""),
    ("A man walks past a shop.", "A man in a red coat walks past a closed shop.", ""),
    ("The law requires shops to close.", "A shop with closed shutters", ""),
    ("A man walks. Photograph: Zoë Quill", "A man walks past a shop. Zoë Quill", "alt-credit"),
    ("A man walks. Photograph: Zoë Quill/The Daily Gull", "A man walks past a shop – Daily Gull", ""),
    ("A man walks. Photograph: Zoë Quill/Daily Gull", "A man walks past a shop – Daily Gull", "alt-credit"),
    ("The studio. [Nova TV]", "A presenter in a studio (Nova TV)", "alt-credit"),
    ("Zoë Quill. [Zoë Quill/Instagram]", "Zoë Quill with her dog on a beach", ""),
    ("The pool reopens. (Pool via AP)", "Children jump into a pool", ""),
    ("President Putin visits Lima.", "Putin", "alt-name-only"),
    ("Le président Macron visite Lima.", "Macron", "alt-name-only"),
    ("Flooding in Lima.", "Flooding", ""),
    ("A portrait of Mary Smith.", "Mary Smith in a blue hat", ""),
    ("A map of Lima shows the flooded streets.", "Streets along the river, shaded in blue", "alt-kind-lost"),
    ("In this image taken from video, a plane burns in Lima.", "A plane in flames on a runway", "alt-kind-lost"),
    ("This courtroom sketch shows Bo Lind in court.", "A man in a suit sits in the dock", "alt-kind-lost"),
    ("A political cartoon shows two wolves.", "Two wolves in suits shake hands", "alt-kind-lost"),
    ("A satellite image shows smoke over Lima.", "Smoke over a port, seen from space", ""),
    ("In this image taken from video, a plane burns in Lima.", "Video still of a plane in flames", ""),
    ("This courtroom sketch shows Bo Lind in court.", "Drawing of a man in the dock", ""),
    ("A chart shows rents in Lima.", "A line rises steeply from left to right", ""),
    ("An aerial view of Lima.", "Flooded streets seen from above", ""),
    ("The logo of Acme is seen in Lima.", "A red neon sign on a roof", ""),
    ("A map of Lima on May 3, 2023.", "Flood map of Lima, 3 May 2023", ""),
]


@pytest.mark.parametrize(("caption", "alt", "code"), BESIDE_A_CAPTION)
def test_beside_a_caption(caption: str, alt: str, code: str) -> None:
    assert codes(alt, caption) == ([code] if code else [])


def test_a_file_name_is_known_by_the_picture_itself() -> None:
    picture = replace(figure(), src="photos/Harbour-3.jpg")
    assert [finding.code for finding in check(picture, replace(describe(""), alt="Harbour-3"))] == ["alt-file-name"]
    assert check(picture, replace(describe(""), alt="Harbour")) == []


def test_no_text_no_findings() -> None:
    assert checked("") == checked(" \n") == []


def test_a_finding_says_where_what_and_how_to_mend_it() -> None:
    (found,) = checked("A man walks on Friday, Jan. 3, 2020, in Lima", line=7)
    assert (found.code, found.at) == ("alt-date", Place("story.md", 7))
    assert "“Friday, Jan. 3, 2020”" in found.message
    assert found.hint


@pytest.mark.parametrize("text", [split(text)[0] for texts in FOUND.values() for text in texts])
def test_every_finding_is_one_line_with_a_hint(text: str) -> None:
    for found in checked(text):
        assert found.hint
        assert "\n" not in found.message
        assert len(found.message) < 120


# The whole story: states, and pictures beside each other.

SEEN = "A man walks past a shop."
HIDDEN = "The law requires shops to close."


def test_a_draft_is_noted() -> None:
    (found,) = linted(figure(SEEN))
    assert (found.code, found.severity) == ("alt-draft", "note")


def test_what_needs_review_is_found_with_its_reasons_and_nothing_on_top() -> None:
    found = linted(figure(HIDDEN, 3), figure("Mary Smith", 4), figure("[AP]", 5), figure("", 6))
    assert [(one.code, one.at.line) for one in found] == [("alt-needs-review", line) for line in (3, 4, 5, 6)]
    for one, reason in zip(found, ("no-visible-clause", "name-only", "credit-only", "no-caption"), strict=True):
        assert f"({reason})" in one.message


def test_texts_of_people_are_linted_and_decorative_pictures_are_not() -> None:
    assert story_codes(figure(SEEN, author_alt="image of a man")) == [("alt-image-of", 3)]
    assert story_codes(figure(SEEN, decorative=True)) == []


def test_texts_out_of_photo_files_are_linted() -> None:
    picture = figure(SEEN, photo_alt="A man walks past a shop")
    found = linted(picture)
    assert {one.code for one in found} == {"alt-draft", "alt-same-as-caption"}
    assert "photo file" in next(one.message for one in found if one.code == "alt-draft")


def test_a_reviewed_text_is_linted() -> None:
    story = numbered(Article("T", (figure(SEEN),), Place("story.md", 1), Path("story.md"), "00"))
    reviewed = replace(describe(SEEN), alt="IMG_2034", state=AltState.REVIEWED, origin="review")
    found = lint_article(with_alts(story, {"b01": reviewed}))
    assert [one.code for one in found] == ["alt-file-name"]


def test_what_only_points_to_its_caption_is_no_draft_and_no_author_may_write_it() -> None:
    assert story_codes(figure("Workers disinfect a bus."), mode="distinct") == [("alt-needs-review", 3)]
    (found,) = linted(figure(SEEN, author_alt="Photo, described by its caption."))
    assert (found.code, found.severity) == ("alt-placeholder", "error")


@pytest.mark.parametrize("lang", list(table("phrases")))
def test_whatever_stands_in_for_an_alt_is_a_placeholder_if_a_person_writes_it(lang: str) -> None:
    kinds = table("phrases")[lang]["kinds"]
    for stand_in in (bare, pointer):
        assert [kind for kind in kinds if codes(stand_in(kind, lang), lang=lang) != ["alt-placeholder"]] == []


@pytest.mark.parametrize("lang", languages())
def test_the_names_of_kinds_that_are_read_out_are_placeholders_too(lang: str) -> None:
    for name in wording(lang).words["kinds"].values():
        assert codes(name, lang=lang) == ["alt-placeholder"]


def test_a_draft_may_say_what_its_caption_says() -> None:
    assert story_codes(figure(SEEN), mode="full") == [("alt-draft", 3)]


def test_two_pictures_with_one_alt() -> None:
    first = figure(SEEN, 3, author_alt="A man in the rain")
    second = figure("Ann Roe waits.", 5, author_alt="a man in the rain.")
    assert story_codes(first, second) == [("same-alt", 5)]


def test_two_pictures_without_a_name_are_two() -> None:
    pictures = [figure("", line, author_alt="A man in the rain") for line in (3, 5, 8)]
    found = linted(*pictures)
    assert [(one.code, one.at.line) for one in found] == [("same-alt", 5), ("same-alt", 8)]
    assert "line 3" in found[0].message


def test_one_picture_shown_twice_may_say_the_same() -> None:
    pictures = [replace(figure("", line, author_alt="A man in the rain"), src="a.jpg") for line in (3, 5)]
    assert story_codes(*pictures) == []


def test_texts_that_point_to_their_captions_are_not_the_same_alt() -> None:
    found = story_codes(figure("A dog runs.", 3), figure("A cat sleeps.", 5), mode="distinct")
    assert found == [("alt-needs-review", 3), ("alt-needs-review", 5)]


def test_one_caption_under_two_pictures() -> None:
    found = linted(figure(SEEN + " [AP]", 3), figure("A man walks past a shop [EPA]", 9))
    assert [one.at.line for one in found if one.code == "same-caption"] == [9]
    assert any("line 3" in one.message for one in found if one.code == "same-caption")
    assert "same-alt" not in {one.code for one in found}


def test_pictures_without_a_caption_do_not_share_one() -> None:
    assert "same-caption" not in {code for code, _ in story_codes(figure("", 3), figure("", 4))}


def test_findings_come_in_the_order_of_the_pictures() -> None:
    pictures = [figure(SEEN, line, author_alt="A man waves 😀 on Friday") for line in (3, 5)]
    assert [line for _, line in story_codes(*pictures)] == [3, 3, 5, 5, 5, 5]


# Captions of the kinds that agencies write; what the engine drafts from them must be without fault.
CAPTIONS = [
    "A woman carries a child through a flooded street in Porto Claro, Friday, Jan. 3, 2020. (AP Photo/Zoë Quill)",
    "FILE - In this Jan. 3, 2020, file photo, Ann Roe (L) speaks with Bo Lind in Lima. (AP Photo/Zoë Quill, File)",
    "This satellite image from Planet Labs PBC shows smoke rising over the port of Lima, May 4, 2023.",
    "In this image taken from video, a bus burns on a bridge in Lima. (Nova TV via AP)",
    "A handout picture made available by the coast guard shows a boat (R) off Lima. EPA-EFE/COAST GUARD HANDOUT",
    "LIMA, PERU - MAY 06: Mary Smith attends the Gull Gala at the harbour on May 06, 2024 in Lima, Peru. (Photo by "
    "Zoë Quill/Getty Images)",
    "Firefighters spray water on a warehouse as smoke drifts over the harbour in Lima, Peru April 1, 2024. "
    "REUTERS/Zoë Quill",
    "A map shows the route of the storm along the coast. (Graphic: Bo Lind/Daily Gull)",
    "A protester holds a sign reading “Stop the pier” outside the town hall. Photograph: Zoë Quill/The Daily Gull",
    "Residents look on as a crane lifts a car out of the canal in Ulm on Monday. — AFP pic",
    "Tennis - Gull Open - Lima, Peru - May 3, 2024 Peru's Ann Roe plays a backhand. REUTERS/Bo Lind",
    "Children play in a fountain in Madrid during a heatwave [Zoë Quill/EPA]",
    "A combination of pictures shows the pier before and after the storm. (Photos by Zoë Quill / AFP)",
    "This courtroom sketch shows Bo Lind, centre, in the dock in Lima. (Ann Roe via AP)",
    "Supporters of Ann Roe wave flags at a rally in Lima, where she spoke on Saturday.",
    "A line chart shows prices rising from 2015 to 2023. Graphic: Bo Lind",
]


@pytest.mark.parametrize("mode", ["full", "distinct"])
@pytest.mark.parametrize("caption", CAPTIONS)
def test_drafts_have_no_faults(caption: str, mode: str) -> None:
    drafted = describe(caption, "en", mode)
    assert drafted.state == AltState.DRAFT
    assert story_codes(figure(caption), mode=mode) == [("alt-draft", 3)]


# What holds for any text.

MARKS = st.sampled_from([*"()[]{}“”„‘’'\"«»‹›…,–-:😀☀️🇫1️⃣®.ـ", "Photo of ", "Jan. 3, 2020", " on Friday", "/AP"])
TEXTS = st.one_of(st.text(max_size=300), st.lists(MARKS, max_size=40).map("".join))
LANGS = st.sampled_from(["en", "de", "fr", "es", "pt", "ar", "ja", "", "xx", "en-GB"])


@given(TEXTS, TEXTS, LANGS)
def test_no_text_makes_it_raise(alt: str, caption: str, lang: str) -> None:
    for found in checked(alt, caption, lang):
        assert found.code in rules()


@pytest.mark.parametrize("text", ["(", "'a ", "A/", "photo of a ", "Jan. 3, 2020 ", "_a", '5" ', "😀", "the ", "a-"])
def test_a_megabyte_takes_time_by_its_length(text: str) -> None:
    def work(length: int) -> None:
        long = text * (length // len(text))
        check(figure(long), AltText(long, None, "photo", AltState.AUTHOR, caption=long))

    assert_grows_with_its_length(work, 1_000_000)


def test_every_code_has_its_page() -> None:
    for code in CODES:
        rule = rules()[code]
        assert all(text.strip() for text in (rule.summary, rule.why, rule.fix)), code
