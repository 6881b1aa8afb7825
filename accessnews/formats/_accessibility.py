"""What a book may say of its own accessibility, in the properties of schema.org: only what is true of this edition.

How to set them is told by EPUB Accessibility 1.1 and the Accessibility Properties for Discoverability Vocabulary.
"""

from collections.abc import Iterable, Iterator, Set
from xml.etree import ElementTree

from accessnews.alttext.placeholders import shows
from accessnews.formats._view import EditionView
from accessnews.text.unicode import has_words

_HTML = "{http://www.w3.org/1999/xhtml}"
_ALWAYS = ("displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked")

Claims = Iterator[tuple[str, str]]
"""Properties and their values; those of accessModeSufficient with commas between the modes that it takes."""


def claims(view: EditionView, story: bytes, features: Iterable[str]) -> Claims:
    """List what is true of a book whose only document in the spine is ``story``, with overlays.

    No conformance is claimed: that is for whoever has evaluated the book. Text is enough, and so is sound, only
    where every picture that tells something has an alternative that a person wrote or read and that says something.
    ``features`` are those that only this book has.
    """
    pictures = view.informative
    described = all(map(shows, pictures))
    yield "accessMode", "textual"
    if pictures:
        yield "accessMode", "visual"
        yield "accessModeSufficient", "textual,visual"
    if described:
        yield "accessModeSufficient", "textual"
    if described and is_narrated(story, _heard(view)):
        yield "accessModeSufficient", "auditory"
    yield from _features(view, described, "synchronizedAudioText", *features)


def listening(view: EditionView, story: bytes, features: Iterable[str]) -> Claims:
    """List what is true of an audiobook with ``story`` as its transcript; ``features`` are those that only it has.

    accessMode is of the content without what adapts it, accessModeSufficient is with that (schema.org). Of an
    audiobook the text is an adaptation, as of a text the sound is; pictures adapt nothing.
    """
    pictures = view.informative
    described = all(map(shows, pictures))
    yield "accessMode", "auditory"
    if described and is_narrated(story, _heard(view)):
        yield "accessModeSufficient", "auditory"
    if described:
        yield "accessModeSufficient", "textual"
    if pictures:
        yield "accessMode", "visual"
        yield "accessModeSufficient", "textual,visual"
    if pictures and is_narrated(story, _heard(view), seen=True):
        yield "accessModeSufficient", "auditory,visual"
    yield from _features(view, described, "transcript", *features)


def _features(view: EditionView, described: bool, *more: str) -> Claims:
    alternatives = ["alternativeText"] if view.informative and described else []
    longer = ["longDescription"] if view.has_long_descriptions else []
    for feature in sorted((*_ALWAYS, *more, *alternatives, *longer)):
        yield "accessibilityFeature", feature
    yield "accessibilityHazard", "none"  # pictures stand still, and nothing is louder than the rest


def summary(view: EditionView) -> str:
    """What a reader should know and no other property says, in the words that the page has for it."""
    return " ".join(view.about())


def _heard(view: EditionView) -> Set[str]:
    """The utterances that can be understood by ear."""
    return {cue.utterance.id for cue in view.edition.timeline.cues} - view.edition.unpronounced - view.edition.unheard


def is_whole(view: EditionView, story: bytes) -> bool:
    """Whether the recording leaves nothing of an XHTML document out."""
    return is_narrated(story, _heard(view))


def has_aria(story: bytes) -> bool:
    """Whether an XHTML document has a role or another attribute of ARIA."""
    elements = ElementTree.fromstring(story).iter()  # noqa: S314 (made here, of one template)
    return any(name == "role" or name.startswith("aria-") for element in elements for name in element.attrib)


def is_narrated(story: bytes, heard: Set[str], seen: bool = False) -> bool:
    """Whether every word and every picture of an XHTML document is in an element that is in ``heard``.

    Where pictures are ``seen``, the words are enough.
    """
    body = ElementTree.fromstring(story).find(f"{_HTML}body")  # noqa: S314 (made here, of one template)
    assert body is not None
    return _is_heard(body, heard, seen)


def _is_heard(element: ElementTree.Element, heard: Set[str], seen: bool) -> bool:
    if element.get("id") in heard or _is_mark(element):
        return True
    if element.tag == f"{_HTML}img":
        return seen or not element.get("alt")
    text = "".join([element.text or "", *(child.tail or "" for child in element)])
    return not has_words(text) and all(_is_heard(child, heard, seen) for child in element)


def _is_mark(element: ElementTree.Element) -> bool:
    """Whether an element is the mark of a footnote: the note itself is heard, and so is its name before it."""
    return element.tag == f"{_HTML}sup" or (element.tag == f"{_HTML}span" and element.get("class") == "label")
