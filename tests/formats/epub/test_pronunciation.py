"""A book brings the entries of the lexicons that its words have met, for voices that read it without our sound."""

from dataclasses import replace
from pathlib import Path

from accessnews.bundle.edition import Edition
from accessnews.model.article import Article, Run
from accessnews.normalize import pls
from accessnews.normalize.lexicon import Lexicon, Pronunciation
from tests.fixtures.editions import edition_of, paragraph, photo, plain
from tests.fixtures.tools import epubcheck_messages
from tests.formats.epub.books import XHTML, book

WICK = Pronunciation("Wick", ipa="wɪk")
ALDER = Pronunciation("Alder", alias="All der", ipa="ˈɔːldə")
BAND = Pronunciation("brass & band", alias="band")
KYIV = Pronunciation("Kyiv", ipa="ˈkiːɪv")
QUAI = Pronunciation("Le Quai", ipa="lə kɛ")
LEXICONS = {
    "en": Lexicon(
        {
            entry.grapheme: entry
            for entry in (WICK, ALDER, BAND, Pronunciation("Kyiv", ipa="ˈkiːɪv"), Pronunciation("Le"))
        }
    ),
    "fr": Lexicon({QUAI.grapheme: QUAI}),
    "de": Lexicon({"Wick": Pronunciation("Wick", alias="Wieck")}),
}


def told(article: Article) -> Edition:
    return replace(edition_of(article), lexicons=LEXICONS)


def story() -> Article:
    body = (
        paragraph("The Alder", Run("1", note="1"), "'s berth is called ", Run("Le Quai", lang="fr"), "."),
        photo("Brass & band at the pier.", "A brass & band plays at Wick."),
    )
    return replace(plain(), title="A berth", body=body, byline=(), dateline="", kicker="")


def test_what_was_met_comes_along_by_language_as_a_lexicon_that_can_be_read_again(tmp_path: Path) -> None:
    made = book(told(story()))
    items = {name: item for name, item in made.items().items() if item.get("media-type") == "application/pls+xml"}
    assert list(items) == ["lexicon-en.pls", "lexicon-fr.pls"]
    folder = tmp_path / "voices" / "lexicon"
    folder.mkdir(parents=True)
    for name in items:
        (folder / name.removeprefix("lexicon-")).write_bytes(made.read(name))
    english = pls.load("en", tmp_path).entries
    assert {"Wick": WICK, "Alder": ALDER, BAND.grapheme: BAND}.items() <= english.items()
    assert pls.load("fr", tmp_path).entries == {"Le Quai": QUAI}


def test_the_story_refers_to_them_and_the_book_says_that_it_has_them() -> None:
    made = book(told(story()))
    links = [link for link in made.xml("article.xhtml").iter(f"{XHTML}link") if link.get("rel") == "pronunciation"]
    assert [(link.get("href"), link.get("hreflang")) for link in links] == [
        ("lexicon-en.pls", "en"),
        ("lexicon-fr.pls", "fr"),
    ]
    assert "ttsMarkup" in made.meta("schema:accessibilityFeature")


def test_where_no_entry_was_met_there_is_none_and_nothing_is_said() -> None:
    made = book(told(replace(story(), body=(paragraph("Nothing here."),))))
    assert [name for name in made.items() if name.endswith(".pls")] == []
    assert b"pronunciation" not in made.read("article.xhtml")
    assert "ttsMarkup" not in made.meta("schema:accessibilityFeature")


def test_epubcheck_takes_them_for_lexicons(tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(book(told(story())).data)
    assert epubcheck_messages(path) == []
