"""The WordPress sidecar: what ``wp media import`` is to be told about every picture of the bundle."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from accessnews.audio.recording import Recording
from accessnews.bundle.edition import Edition
from accessnews.formats.wordpress import write
from accessnews.model.alt import AltState, AltText
from accessnews.model.article import Article, Run, figures
from accessnews.model.errors import Place
from accessnews.model.settings import Settings, Voice
from accessnews.narration.timeline import Timeline
from accessnews.photos import Photo
from accessnews.text.blob import Blob
from tests.fixtures.pictures import Picture, described

AT = Place("ferry.md", 1)
DRAFT = AltText("The ferry Alder at the pier.", "Mara Holm/Coast Press", "photo", AltState.DRAFT)


def picture(caption: str, alt: AltText = DRAFT) -> Picture:
    return Picture("a.jpg", (Run(caption),), AT, alt=alt)


def edition(*pictures: Picture, title: str = "The ferry is back", lang: str = "en") -> Edition:
    """A story of nothing but pictures, of which those with a name are in the bundle."""
    article = described(Article(title, pictures, AT, Path("ferry.md"), "", lang))
    photos = {
        figure.id: Photo(f"images/{number:02d}-ferry.jpg", "image/jpeg", 4, 3, b"a picture")
        for number, figure in enumerate(figures(article), 1)
        if figure.src
    }
    recording = Recording(Blob(io.BytesIO()), "audio/mpeg", 22_050, 0, 64, -19.0, -1.0, lambda: iter(()))
    timeline = Timeline(22_050, (), ())
    return Edition("ferry", article, photos, timeline, recording, Voice("tone"), {}, Settings(), ())


def images(made: Edition) -> list[dict[str, Any]]:
    sidecar, *_ = write(made)
    assert (sidecar.path, sidecar.media_type) == ("wordpress.json", "application/json")
    assert isinstance(sidecar.data, bytes)
    document = json.loads(sidecar.data)
    assert document["schema"] == 1
    found: list[dict[str, Any]] = document["images"]
    return found


def test_a_picture_has_everything_that_wordpress_has_a_field_for() -> None:
    (image,) = images(edition(picture("The ferry Alder arrives at Wick on Saturday.")))
    assert image == {
        "file": "images/01-ferry.jpg",
        "title": "The ferry is back: Photo 1 of 1",
        "caption": "The ferry Alder arrives at Wick on Saturday. Photo: Mara Holm/Coast Press",
        "alt": "The ferry Alder at the pier.",
        "description": "",
        "state": "draft",
        "needs_review": True,
        "import": [
            "media",
            "import",
            "images/01-ferry.jpg",
            "--title=The ferry is back: Photo 1 of 1",
            "--caption=The ferry Alder arrives at Wick on Saturday. Photo: Mara Holm/Coast Press",
            "--alt=The ferry Alder at the pier.",
        ],
    }


@pytest.mark.parametrize(
    ("state", "held"),
    [
        (AltState.AUTHOR, False),
        (AltState.REVIEWED, False),
        (AltState.DECORATIVE, False),
        (AltState.DRAFT, True),
        (AltState.NEEDS_REVIEW, True),
    ],
)
def test_what_nobody_has_looked_at_can_be_held_back(state: AltState, held: bool) -> None:
    (image,) = images(edition(picture("The ferry.", AltText("A ferry.", None, "photo", state))))
    assert (image["state"], image["needs_review"]) == (state, held)


def test_an_authors_word_that_says_nothing_can_be_held_back() -> None:
    (image,) = images(edition(picture("The ferry.", AltText("Photo.", None, "photo", AltState.AUTHOR))))
    assert (image["state"], image["needs_review"]) == (AltState.AUTHOR, True)


def test_a_decorative_picture_is_imported_without_an_alt() -> None:
    (image,) = images(edition(picture("", AltText("", None, "photo", AltState.DECORATIVE, origin="author"))))
    assert image["import"] == ["media", "import", "images/01-ferry.jpg", "--title=The ferry is back: Photo 1 of 1"]


def test_the_longer_description_of_a_reviewer_is_wordpresss_description() -> None:
    alt = AltText("A map.", None, "map", AltState.REVIEWED, origin="review", description="The line runs north.")
    (image,) = images(edition(picture("The line.", alt)))
    assert image["description"] == "The line runs north."
    assert image["import"][-1] == "--desc=The line runs north."
    assert image["title"] == "The ferry is back: Map 1 of 1"


def test_captions_are_html_in_wordpress_and_alt_texts_are_not() -> None:
    """Unescaped, WordPress would take "<3 m" for the start of an element and drop it."""
    alt = AltText("Water <3 m & rising.", None, "photo", AltState.REVIEWED)
    (image,) = images(edition(picture("Marks & Spencer, <3 m of water.", alt), title="Flood & “after”"))
    assert image["caption"] == "Marks & Spencer, <3 m of water."
    assert image["import"][3:] == [
        "--title=Flood &amp; “after”: Photo 1 of 1",
        "--caption=Marks &amp; Spencer, &lt;3 m of water.",
        "--alt=Water <3 m & rising.",
    ]


@pytest.mark.parametrize(
    ("caption", "lang", "shown"),
    [
        ("The ferry at Wick", "en", "The ferry at Wick. Photo: Mara Holm/Coast Press"),
        ("“It is real!”", "en", "“It is real!” Photo: Mara Holm/Coast Press"),
        ("", "en", "Photo: Mara Holm/Coast Press"),
        ("Le ferry à Wick.", "fr", "Le ferry à Wick. Photo\u00a0: Mara Holm/Coast Press"),
    ],
)
def test_the_credit_follows_the_caption_as_on_the_page(caption: str, lang: str, shown: str) -> None:
    (image,) = images(edition(picture(caption), lang=lang))
    assert image["caption"] == shown


def test_a_picture_that_is_not_in_the_bundle_is_counted_and_not_listed() -> None:
    gone = Picture(None, (Run("The ferry."),), AT, alt=DRAFT)
    assert [image["title"] for image in images(edition(picture("One."), gone, picture("Three.")))] == [
        "The ferry is back: Photo 1 of 3",
        "The ferry is back: Photo 3 of 3",
    ]


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        (
            "Harrow Sound ferry returns after eleven years without a boat, or a timetable",
            "Harrow Sound ferry returns after eleven years without a…: Photo 1 of 1",
        ),
        ("渡" * 80, "渡" * 60 + "…: Photo 1 of 1"),
    ],
    ids=["words", "no blanks"],
)
def test_a_long_headline_is_shortened_in_titles(headline: str, title: str) -> None:
    (image,) = images(edition(picture("One."), title=headline))
    assert image["title"] == title


def test_a_story_without_pictures_has_no_sidecar() -> None:
    assert list(write(edition(Picture(None, (Run("The ferry."),), AT, alt=DRAFT)))) == []


def test_the_pictures_come_along() -> None:
    assert [artifact.path for artifact in write(edition(picture("One.")))] == [
        "wordpress.json",
        "images/01-ferry.jpg",
    ]


def test_a_picture_that_two_figures_share_is_written_once_and_told_twice() -> None:
    made = edition(picture("The ferry."), picture("The same ferry."), picture("The pier."))
    first, second, _ = made.photos
    shared = replace(made, photos=dict(made.photos) | {second: made.photos[first]})
    assert [photo.path for photo in shared.pictures] == ["images/01-ferry.jpg", "images/03-ferry.jpg"]
    _, *files = write(shared)
    assert [file.path for file in files] == ["images/01-ferry.jpg", "images/03-ferry.jpg"]
    told = [image["file"] for image in images(shared)]
    assert told == ["images/01-ferry.jpg", "images/01-ferry.jpg", "images/03-ferry.jpg"]


def test_a_placeholder_is_not_handed_over() -> None:
    alt = AltText("Map, described by its caption.", None, "map", AltState.NEEDS_REVIEW)
    (image,) = images(edition(picture("Bridges.", alt)))
    assert (image["alt"], image["needs_review"]) == ("", True)
    assert not [argument for argument in image["import"] if argument.startswith("--alt")]
