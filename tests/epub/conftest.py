"""Books on disk: of drawn editions, of the starter, of the golden stories."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from accessnews import profiles
from accessnews.article import AltState, Article, Heading, ListBlock, Run
from accessnews.pipeline import render
from accessnews.settings import Settings
from tests.epub.books import book
from tests.page.editions import AT, edition, edition_of, paragraph, photo, text
from tests.test_pipeline import STARTER, STORIES, TONE

OnDisk = Callable[[str], Path]


def one_sentence() -> Article:
    """The shortest book: one sentence, one clip, one line of contents."""
    return Article("The ferry is back.", (), AT, Path("back.txt"), "5b" * 32, lang="en")


def french() -> Article:
    """Phrases in another language in a sentence, in a heading, in a list, as all of a paragraph."""
    english = Run("the show must go on", lang="en")
    body = (
        paragraph("Le capitaine répète : ", english, ". Puis il part."),
        Heading(text("Le ", Run("slow travel", lang="en"), " en mer"), 2, AT),
        ListBlock(((paragraph(Run("Fish and chips", lang="en"), " au port"),),), AT),
        paragraph(Run("Nobody minds.", lang="en")),
        photo("Le ferry à quai.", "Un ferry blanc à quai.", "Ada Gill", AltState.AUTHOR),
    )
    return Article("Le ferry est de retour", body, AT, Path("retour.md"), "6c" * 32, lang="fr", date="2026-05-09")


def long() -> Article:
    """Five thousand words."""
    told = (
        "This is line {} of a long log. It was calm until the evening. A boat passed the light, and nobody saw it. "
    )
    body = tuple(paragraph(told.format(n), "Then the light turned.") for n in range(200))
    return replace(one_sentence(), title="The log of the light", body=body)


OWN = {"one_sentence": one_sentence, "french_with_english": french, "five_thousand_words": long}
"""Stories that only books are tried on."""


@pytest.fixture(scope="session")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> OnDisk:
    """Write a book (once) and give its path: the starter's, a golden story's, or else that of a drawn edition."""
    return partial(_written, tmp_path_factory.mktemp("books"))


def _written(folder: Path, name: str) -> Path:
    path = folder / f"{name}.epub"
    if not path.exists():
        path.write_bytes(_made(name, folder))
    return path


def _made(name: str, folder: Path) -> bytes:
    if name == "starter":
        story, voice = STARTER / "harbour-market.md", profiles.load("courier", STARTER)
    elif name.startswith("golden-"):
        case = STORIES / name.removeprefix("golden-")
        (story,) = (path for path in case.iterdir() if path.stem == "story" and path.is_file())
        voice = TONE
    else:
        return book(edition_of(OWN[name]()) if name in OWN else edition(name)).data
    bundle = render(story, Settings(output=str(folder / name), formats=("epub",)), voice)
    (made,) = bundle.folder.glob("*.epub")
    return made.read_bytes()
