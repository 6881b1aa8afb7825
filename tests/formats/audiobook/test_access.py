"""What an audiobook says of its accessibility is true of it, and nothing more is said."""

import re
from typing import Any

import pytest

from accessnews.model.alt import AltState
from accessnews.model.article import Article, Figure
from accessnews.model.settings import Settings
from tests.fixtures.editions import ARTICLES, edition, edition_of, missing_photos, plain
from tests.formats.audiobook.audiobooks import packages
from tests.formats.epub.test_access import picture, with_pictures

FEATURES = [
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
    "transcript",
    "unlocked",
]


def told(article: Article, **settings: bool) -> dict[str, Any]:
    """What both manifests say, once it is clear that they say the same."""
    both = packages(edition_of(article, Settings(**settings)))  # type: ignore[arg-type]
    w3c, readium = both[".lpf"].manifest, both[".audiobook"].manifest["metadata"]["accessibility"]
    enough = [it["itemListElement"] for it in w3c["accessModeSufficient"]]
    features = [feature for feature in w3c["accessibilityFeature"] if feature != "ARIA"]
    own = {"synchronizedAudioText"} | (set(readium["feature"]) & {"ARIA"})
    assert readium == {
        "accessMode": w3c["accessMode"],
        "accessModeSufficient": enough,
        "feature": sorted({*features, *own}),
        "hazard": w3c["accessibilityHazard"],
        "summary": w3c["accessibilitySummary"],
    }
    return {"mode": w3c["accessMode"], "enough": {",".join(modes) for modes in enough}, "features": features}


def test_a_story_without_pictures_can_be_heard_and_can_be_read() -> None:
    """Its text adapts the recording: it is no mode of its own, and it is enough."""
    assert told(plain()) == {"mode": ["auditory"], "enough": {"auditory", "textual"}, "features": FEATURES}


def test_pictures_that_a_person_described_are_heard_as_well() -> None:
    said = told(with_pictures(picture(), picture(AltState.REVIEWED)))
    assert said["mode"] == ["auditory", "visual"]
    assert said["enough"] == {"auditory", "textual", "textual,visual", "auditory,visual"}
    assert "alternativeText" in said["features"]


@pytest.mark.parametrize("state", [AltState.DRAFT, AltState.NEEDS_REVIEW])
def test_one_that_nobody_has_looked_at_has_to_be_seen(state: AltState) -> None:
    said = told(with_pictures(picture(), picture(state)))
    assert said["mode"] == ["auditory", "visual"]
    assert said["enough"] == {"textual,visual", "auditory,visual"}
    assert "alternativeText" not in said["features"]


def test_where_pictures_are_not_told_they_have_to_be_seen() -> None:
    said = told(with_pictures(picture()), speak_photos=False)
    assert said["enough"] == {"textual", "textual,visual", "auditory,visual"}


def test_where_words_are_left_out_no_sound_is_enough() -> None:
    assert told(with_pictures(picture()), speak_credits=False)["enough"] == {"textual", "textual,visual"}


@pytest.mark.parametrize("pictures", [(), (picture(AltState.DECORATIVE),)], ids=["none", "decorative"])
def test_where_there_is_nothing_to_see_nothing_has_to_be_seen(pictures: tuple[Figure, ...]) -> None:
    said = told(with_pictures(*pictures))
    assert said["mode"] == ["auditory"]
    assert "alternativeText" not in said["features"]


def test_a_picture_that_is_not_here_is_words() -> None:
    assert told(missing_photos())["enough"] == {"auditory", "textual"}
    assert told(missing_photos(), speak_photos=False)["enough"] == {"textual"}


@pytest.mark.parametrize("name", ARTICLES)
def test_aria_is_claimed_where_a_document_has_it(name: str) -> None:
    """W3C's entry page always has, by the role of its contents; the text has with a table or a note."""
    for package in packages(edition(name)).values():
        manifest = package.manifest
        said = manifest.get("accessibilityFeature") or manifest["metadata"]["accessibility"]["feature"]
        documents = [package.read(file).decode() for file in package.listed() if file.endswith("html")]
        there = any(re.search(r"<[^>]* (role|aria-[a-z]+)=", text) for text in documents)
        assert ("ARIA" in said) is there, package.suffix


def test_a_story_of_nothing_but_text_has_none() -> None:
    assert "ARIA" in packages(edition("plain"))[".lpf"].manifest["accessibilityFeature"]
    readium = {name: packages(edition(name))[".audiobook"].manifest["metadata"] for name in ("plain", "everything")}
    assert [name for name, it in readium.items() if "ARIA" in it["accessibility"]["feature"]] == ["everything"]


def test_nothing_that_only_an_evaluation_can_say_is_said() -> None:
    for package in packages(edition_of(with_pictures(picture()))).values():
        manifest = package.manifest
        assert "wcag" not in str(manifest).lower()
        assert "certifiedBy" not in str(manifest)
