"""What a book may say of its own accessibility: EPUB Accessibility 1.1, and only what is true of this edition."""

from collections.abc import Iterable, Iterator, Set
from xml.etree import ElementTree

from accessnews.article import AltState
from accessnews.page import Page

_TRUSTED = (AltState.AUTHOR, AltState.REVIEWED)
_HTML = "{http://www.w3.org/1999/xhtml}"
_ALWAYS = (
    "ARIA",
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "synchronizedAudioText",
    "tableOfContents",
    "unlocked",
)


def claims(page: Page, story: bytes, features: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Properties of schema.org and their values, for a book whose only document in the spine is ``story``.

    No conformance is claimed: that is for whoever has evaluated the book. Text is enough, and so is sound, only
    where every picture that tells something has an alternative that a person wrote or read. ``features`` are those
    that only this book has.
    """
    pictures = _pictures(page)
    described = all(state in _TRUSTED for state in pictures)
    yield "accessMode", "textual"
    if pictures:
        yield "accessMode", "visual"
        yield "accessModeSufficient", "textual,visual"
    if described:
        yield "accessModeSufficient", "textual"
    if described and is_narrated(story, {cue.utterance.id for cue in page.edition.timeline.cues}):
        yield "accessModeSufficient", "auditory"
    for feature in sorted((*_ALWAYS, *features, *(["alternativeText"] if pictures and described else []))):
        yield "accessibilityFeature", feature
    yield "accessibilityHazard", "none"  # pictures stand still


def summary(page: Page) -> str:
    """What a reader should know and no other property says, in the words that the page has for it."""
    words, settings = page.words.page, page.edition.settings
    said = [words["voice"].format(voice=page.voice)]
    if page.unreviewed:
        said.append(words["unreviewed"].format(n=page.unreviewed, total=len(page.figures)))
    if page.figures and not settings.speak_photos:
        said.append(words["photos-not-read"])
    if page.figures and not settings.speak_credits:
        said.append(words["credits-not-read"])
    return " ".join(said)


def _pictures(page: Page) -> list[AltState]:
    """How far the alt texts of the pictures in the book that tell something can be trusted."""
    states = [figure.alt.state for figure in page.figures if figure.alt and figure.id in page.edition.photos]
    return [state for state in states if state is not AltState.DECORATIVE]


def is_narrated(story: bytes, said: Set[str]) -> bool:
    """Whether every word and every picture of an XHTML document is in an element that is in ``said``."""
    body = ElementTree.fromstring(story).find(f"{_HTML}body")  # noqa: S314 (made here, of one template)
    assert body is not None
    return _is_said(body, said)


def _is_said(element: ElementTree.Element, said: Set[str]) -> bool:
    if element.get("id") in said or _is_mark(element):
        return True
    if element.tag == f"{_HTML}img":
        return not element.get("alt")
    texts = (element.text, *(child.tail for child in element))
    return not any(map(_has_words, texts)) and all(_is_said(child, said) for child in element)


def _is_mark(element: ElementTree.Element) -> bool:
    """The mark of a footnote: in the text the note itself stands for it, before the note its name is said."""
    return element.tag == f"{_HTML}sup" or element.get("class") == "label"


def _has_words(text: str | None) -> bool:
    return any(character.isalnum() for character in text or "")
