"""Books on disk, in whatever format: of drawn editions, of the starter, of the golden stories."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from accessnews import formats
from accessnews.model.article import AltState, Article, Heading, ListBlock, Run, Table
from accessnews.model.settings import Settings, Voice
from accessnews.pipeline import render
from accessnews.tts import _profiles
from tests.page.editions import AT, edition, edition_of, paragraph, photo, text
from tests.test_pipeline import STARTER, STORIES, TONE, cases

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


def gaps() -> Article:
    """Headings and a table in which something is missing."""
    body = (
        Heading(text("…"), 2, AT),
        photo("The ferry at the quay.", "A ferry.", state=AltState.AUTHOR),
        Heading(text("Under nothing"), 3, AT),
        paragraph("The ferry is back."),
        Heading(text("Beside it"), 3, AT),
        Table((text("Boat"), text("Built")), (), AT),
        Heading(text("Above them"), 2, AT),
        Heading(text("* * *"), 3, AT),
        photo("The ferry at sea.", "A ferry and gulls."),
        Heading(text("Far below"), 4, AT),
        paragraph("Nobody minds."),
    )
    return replace(one_sentence(), body=body)


def long() -> Article:
    """Five thousand words."""
    told = (
        "This is line {} of a long log. It was calm until the evening. A boat passed the light, and nobody saw it. "
    )
    body = tuple(paragraph(told.format(n), "Then the light turned.") for n in range(200))
    return replace(one_sentence(), title="The log of the light", body=body)


OWN = {"one_sentence": one_sentence, "french_with_english": french, "gaps": gaps, "five_thousand_words": long}
"""Stories that only books are tried on."""

MORE = {Path(path).stem: Path(path) for path in os.environ.get("ACCESSNEWS_STORIES", "").split(os.pathsep) if path}
"""Stories of somebody's own, to be tried as well: paths in ACCESSNEWS_STORIES."""

RENDERED = ["starter", *(f"golden-{case.name}" for case in cases()), *MORE]
"""Stories that go all the way from a file."""


def shelf(folder: Path, form: str, suffix: str) -> OnDisk:
    """Writes a book into a folder (once) and gives its path: of a name in ``RENDERED``, else of a drawn edition."""
    return partial(_written, folder, form, suffix)


def _written(folder: Path, form: str, suffix: str, name: str) -> Path:
    path = folder / f"{name}{suffix}"
    if not path.exists():
        path.write_bytes(_made(name, form, folder))
    return path


def _made(name: str, form: str, folder: Path) -> bytes:
    if name in RENDERED:
        bundle = rendered(folder, (form,), name)
        (made,) = (path for path in bundle.iterdir() if path.name != "manifest.json")
        return made.read_bytes()
    (book,) = formats.load(form).write(edition_of(OWN[name]()) if name in OWN else edition(name))
    return b"".join(book.pieces())


def rendered(folder: Path, formats: tuple[str, ...], name: str) -> Path:
    """The bundle of a story of RENDERED, made (once) in a folder."""
    story, voice = _story(name)
    output = folder / name
    if not output.exists():
        render(story, Settings(output=str(output), formats=formats), voice)
    return next(path for path in output.iterdir() if path.is_dir())


def _story(name: str) -> tuple[Path, Voice]:
    """The file of a story, and the voice that reads it."""
    if name in MORE:
        return MORE[name], _profiles.load("newsreader", Path())
    if name == "starter":
        return STARTER / "harbour-market.md", _profiles.load("courier", STARTER)
    case = STORIES / name.removeprefix("golden-")
    (story,) = (path for path in case.iterdir() if path.stem == "story" and path.is_file())
    return story, TONE
