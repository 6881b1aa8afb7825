"""What a book says of its accessibility is true of it, and nothing more is said."""

from dataclasses import replace

import pytest

from accessnews.formats._accessibility import is_narrated
from accessnews.model.alt import AltState
from accessnews.model.article import Article, Figure, Paragraph, Run, figures
from accessnews.model.settings import Settings, Voice
from tests.fixtures.editions import ARTICLES, edition, edition_of, longer, missing_photos, photo, plain
from tests.formats.epub.books import DC, Book, book

ALT = "A ferry lies at a stone quay."


def picture(state: AltState = AltState.AUTHOR, credit: str | None = "Mara Holm", src: str = "a.jpg") -> Figure:
    return photo("The Alder at Wick.", "" if state is AltState.DECORATIVE else ALT, credit, state, src=src)


def with_pictures(*pictures: Figure) -> Article:
    return replace(plain(), body=(plain().body[0], *pictures))


def told(article: Article, **settings: bool) -> Book:
    return book(edition_of(article, Settings(**settings)))  # type: ignore[arg-type]


def sufficient(made: Book) -> set[str]:
    return set(made.meta("schema:accessModeSufficient"))


def test_a_story_without_pictures_can_be_read_and_can_be_heard() -> None:
    made = told(plain())
    assert made.meta("schema:accessMode") == ["textual"]
    assert sufficient(made) == {"textual", "auditory"}
    assert made.meta("schema:accessibilityFeature") == [
        "ARIA",
        "displayTransformability",
        "readingOrder",
        "structuralNavigation",
        "synchronizedAudioText",
        "tableOfContents",
        "unlocked",
    ]
    assert made.meta("schema:accessibilityHazard") == ["none"]
    assert made.meta("schema:accessibilitySummary") == ["Read by a synthetic voice: newsreader (eSpeak NG 1.52)."]


def test_pictures_that_a_person_described_have_text_alternatives() -> None:
    made = told(with_pictures(picture(), picture(AltState.REVIEWED)))
    assert made.meta("schema:accessMode") == ["textual", "visual"]
    assert sufficient(made) == {"textual", "auditory", "textual,visual"}
    assert "alternativeText" in made.meta("schema:accessibilityFeature")


def test_longer_descriptions_are_claimed_where_a_picture_that_is_here_has_one() -> None:
    features = {name: book(edition(name)).meta("schema:accessibilityFeature") for name in ("longer", "everything")}
    assert {name: "longDescription" in each for name, each in features.items()} == {
        "longer": True,
        "everything": False,
    }
    gone = [each for each in figures(longer()) if each.src == "gone.jpg"]
    assert "longDescription" not in told(with_pictures(*gone)).meta("schema:accessibilityFeature")


@pytest.mark.parametrize("state", [AltState.DRAFT, AltState.NEEDS_REVIEW])
def test_one_that_nobody_has_looked_at_is_told_of_and_takes_the_claim_away(state: AltState) -> None:
    made = told(with_pictures(picture(), picture(state)))
    assert made.meta("schema:accessMode") == ["textual", "visual"]
    assert sufficient(made) == {"textual,visual"}
    assert "alternativeText" not in made.meta("schema:accessibilityFeature")
    (summary,) = made.meta("schema:accessibilitySummary")
    assert summary.endswith("drafted from captions and not yet reviewed by a person: 1 of 2.")


@pytest.mark.parametrize("alt", ["Photo", "Photo, described by its caption.", "IMG_2034.jpg"])
def test_words_that_say_nothing_are_no_text_alternative(alt: str) -> None:
    empty = photo("The Alder at Wick.", alt, "Mara Holm", AltState.AUTHOR, src="b.jpg")
    made = told(with_pictures(picture(), empty))
    assert sufficient(made) == {"textual,visual"}
    assert "alternativeText" not in made.meta("schema:accessibilityFeature")


def test_a_picture_that_tells_nothing_is_nothing_to_see() -> None:
    made = told(with_pictures(picture(AltState.DECORATIVE)))
    assert made.meta("schema:accessMode") == ["textual"]
    assert sufficient(made) == {"textual", "auditory"}
    assert "alternativeText" not in made.meta("schema:accessibilityFeature")


@pytest.mark.parametrize("left_out", ["speak_credits", "speak_photos"])
def test_sound_is_not_enough_where_it_leaves_something_out(left_out: str) -> None:
    made = told(with_pictures(picture()), **{left_out: False})
    assert sufficient(made) == {"textual", "textual,visual"}
    assert "The audio leaves out photo" in made.meta("schema:accessibilitySummary")[0]


def test_where_there_is_nothing_to_leave_out_sound_is_enough() -> None:
    assert "auditory" in sufficient(told(plain(), speak_credits=False, speak_photos=False))
    assert "auditory" in sufficient(told(with_pictures(picture(credit=None)), speak_credits=False))


def test_a_picture_that_is_not_here_is_text() -> None:
    made = told(missing_photos())
    assert made.meta("schema:accessMode") == ["textual"]
    assert sufficient(made) == {"textual", "auditory"}
    assert "3 of 3" in made.meta("schema:accessibilitySummary")[0]
    assert sufficient(told(missing_photos(), speak_photos=False)) == {"textual"}


@pytest.mark.parametrize("name", ARTICLES)
def test_every_word_and_every_picture_is_narrated_where_nothing_is_left_out(name: str) -> None:
    made = edition(name)
    assert is_narrated(book(made).read("article.xhtml"), {cue.utterance.id for cue in made.timeline.cues})


@pytest.mark.parametrize("name", ARTICLES)
def test_one_utterance_missing_is_noticed(name: str) -> None:
    made = edition(name)
    story, ids = book(made).read("article.xhtml"), [cue.utterance.id for cue in made.timeline.cues]
    assert [missing for missing in ids if is_narrated(story, set(ids) - {missing})] == []


def test_the_mark_of_a_footnote_needs_no_clip_of_its_own() -> None:
    body = Paragraph((Run("The fund is small."), Run("1", note="1")), plain().at)
    assert "auditory" in sufficient(told(replace(plain(), body=(body,))))


def test_nothing_that_only_an_evaluation_can_say_is_said() -> None:
    made = told(with_pictures(picture()))
    package = made.read("package.opf").decode()
    assert "conformsTo" not in package
    assert "certifiedBy" not in package
    assert "longDescription" not in package
    assert "ttsMarkup" not in package
    assert "auditory" not in made.meta("schema:accessMode")


def test_every_voice_of_a_cast_is_named() -> None:
    voice = replace(edition("plain").voice, speakers={"quote": Voice("second"), "photo": Voice("second")})
    engines = {"newsreader": "eSpeak NG 1.52", "second": "Piper 1.8"}
    made = book(replace(edition("plain"), voice=voice, engines=engines))
    assert made.meta("media:narrator") == [
        "newsreader (eSpeak NG 1.52), synthetic voice",
        "second (Piper 1.8), synthetic voice",
    ]


def test_sound_that_nobody_understands_is_not_enough_and_is_told_of() -> None:
    made = replace(edition("plain"), unpronounced=frozenset({"b02s1"}))
    assert sufficient(book(made)) == {"textual"}
    assert book(made).meta("schema:accessibilitySummary")[0].endswith("in a language that no voice here speaks.")


def test_a_book_with_another_alt_voice_or_picture_is_another_book() -> None:
    made = told(with_pictures(picture(AltState.DRAFT)))
    reviewed = told(with_pictures(picture(AltState.REVIEWED)))
    other = replace(edition_of(with_pictures(picture())), engines={"newsreader": "eSpeak NG 1.53"})
    books = (made, reviewed, told(with_pictures(picture())), book(other))
    assert len({identifier(it) for it in books}) == 4
    assert identifier(told(with_pictures(picture()))) == identifier(books[2])


def identifier(made: Book) -> str:
    (found,) = made.package.iter(f"{DC}identifier")
    return found.text or ""
