"""The edition as an audiobook, once in W3C's format and once in Readium's; and a guide for players of the page."""

import json
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from accessnews.bundle.archive import packed
from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.formats._accessibility import has_aria, is_whole, listening, summary
from accessnews.formats._contents import ContentsLine, contents
from accessnews.formats._identity import identifier, modified, narrators, title
from accessnews.formats._templates import asset, document
from accessnews.formats._view import GUIDE, PATH, EditionView
from accessnews.formats.audiobook.guided_navigation import PATH as GUIDE_PATH
from accessnews.formats.audiobook.guided_navigation import guided_navigation
from accessnews.narration.timeline import seconds
from accessnews.text.langtag import direction

_ENTRY, _TEXT, _STYLE, _AUDIO = "index.html", "article.xhtml", "style.css", "audio/article.mp3"
_TYPES = {_ENTRY: "text/html", _TEXT: "application/xhtml+xml", _STYLE: "text/css"}
_W3C, _READIUM = "application/lpf", "application/audiobook"

_VOICE = ["Organization", "SoftwareApplication"]
"""A synthetic voice: who reads is a Person or an Organization, and may be more (Publication Manifest, 4.7.2)."""

_Facts = dict[str, object]


def write(edition: Edition) -> Iterator[Artifact]:
    """Two packages of the same media; and the guide to the page, which is of use where the page and its audio are."""
    book = _Audiobook(edition)
    w3c, readium = (packed(files, edition.stamp) for files in (book.w3c(), book.readium()))
    yield Artifact(f"{edition.slug}.lpf", f"{_W3C}+zip", w3c, "audiobook", "LPF")
    yield Artifact(f"{edition.slug}.audiobook", f"{_READIUM}+zip", readium, "audiobook", "Readium audiobook")
    yield replace(_guide(book.view, PATH, edition.programme), beside=(PATH, edition.programme))


class _Audiobook:
    """What both packages are made of: the recording, the story as text, the pictures, and what is true of them."""

    def __init__(self, edition: Edition) -> None:
        self.edition, self.view = edition, EditionView(edition)
        self.title, self.contents = title(edition), contents(self.view)
        values = {"title": self.title, "lexicons": ()}  # nobody is to read it aloud another time
        self.text = document(
            _TEXT, _TYPES[_TEXT], EditionView(edition, xhtml=True), "_templates/article.xhtml.j2", **values
        )
        self.cover = next((figure for figure in self.view.figures if figure.id in edition.photos), None)
        self.cover_path = edition.photos[self.cover.id].path if self.cover else ""

    def w3c(self) -> Iterator[Artifact]:
        """Every file of the package, its manifest first, the others by name (LPF, 2.2)."""
        values = {
            "title": self.title,
            "story": self.contents,
            "audio": _AUDIO,
            "text": _TEXT,
            "seconds": self.seconds,
        }
        entry = document(_ENTRY, _TYPES[_ENTRY], self.view, "audiobook/audiobook.html.j2", **values)
        yield _json("publication.json", "application/ld+json", _publication(self))
        yield from self.media(entry)

    def readium(self) -> Iterator[Artifact]:
        """The same for Readium (Readium Packaging Format, 5), with a guide instead of a page of contents."""
        yield _json("manifest.json", f"{_READIUM}+json", _manifest(self))
        yield from self.media(_guide(self.view, _TEXT, _AUDIO))

    def media(self, *others: Artifact) -> Iterator[Artifact]:
        recording = self.edition.recording
        files = [
            self.text,
            Artifact(_STYLE, _TYPES[_STYLE], asset("_templates/book.css") + asset("audiobook/audiobook.css")),
            Artifact(_AUDIO, recording.media_type, recording.data),
            *(Artifact(photo.path, photo.media_type, photo.data) for photo in self.edition.pictures),
        ]
        yield from sorted([*files, *others], key=lambda file: file.path)

    @property
    def story(self) -> bytes:
        """The text, as it is in its file."""
        assert isinstance(self.text.data, bytes)
        return self.text.data

    def seconds(self, frames: int) -> str:
        return seconds(frames, self.edition.timeline.rate)

    @property
    def length(self) -> str:
        """The length of the programme in seconds: that of the one recording, so that there is no sum to be off."""
        return self.seconds(self.edition.timeline.frames)

    @property
    def abridged(self) -> bool | None:
        """False where all of the story is heard; None, for not known, where credits, pictures or letters are not."""
        return False if is_whole(self.view, self.story) else None

    def claims(self, *features: str) -> dict[str, list[str]]:
        """What may be said of accessibility, by property."""
        out: dict[str, list[str]] = {}
        for name, value in listening(self.view, self.story, features):
            out.setdefault(name, []).append(value)
        return out


def _guide(view: EditionView, text: str, audio: str) -> Artifact:
    facts = guided_navigation(view, text, audio)
    data = json.dumps(facts, ensure_ascii=False, separators=(",", ":")) + "\n"
    return Artifact(GUIDE_PATH, GUIDE, data.encode())


def _publication(book: _Audiobook) -> _Facts:
    """The manifest of W3C Audiobooks. It has no address (``url``): nobody knows where it is going to lie."""
    edition, view, claims = book.edition, book.view, book.claims("ARIA")  # the contents have a role
    length = f"PT{book.length}S"
    recording = {"name": book.title, "duration": length, "alternate": [_linked(_TEXT, _TYPES[_TEXT])]}
    return _filled(
        {
            "@context": [
                "https://schema.org",
                "https://www.w3.org/ns/pub-context",
                {"language": view.lang, "direction": view.direction},
            ],
            "conformsTo": "https://www.w3.org/TR/audiobooks/",
            "type": "Audiobook",
            "id": identifier(edition),
            "name": book.title,
            "author": list(view.article.byline),
            "readBy": [{"type": _VOICE, "name": _localised(name, view)} for name in narrators(view)],
            "inLanguage": view.lang,
            "readingProgression": view.direction,
            "dateModified": modified(edition),
            "datePublished": view.article.date,
            "description": view.article.summary,
            "duration": length,
            "abridged": book.abridged,
            "accessMode": claims["accessMode"],
            "accessModeSufficient": [
                {"type": "ItemList", "itemListElement": modes.split(",")} for modes in claims["accessModeSufficient"]
            ],
            "accessibilityFeature": claims["accessibilityFeature"],
            "accessibilityHazard": claims["accessibilityHazard"],
            "accessibilitySummary": _localised(summary(view), view),
            "readingOrder": [_linked(_AUDIO, edition.recording.media_type, **recording)],
            "resources": [
                _linked(_ENTRY, _TYPES[_ENTRY], rel="contents"),
                _linked(_TEXT, _TYPES[_TEXT], name=_localised(view.words.book["text"], view)),
                _linked(_STYLE, _TYPES[_STYLE]),
                *(
                    _linked(photo.path, photo.media_type, **_w3c_cover(book, photo.path))
                    for photo in book.edition.pictures
                ),
            ],
        }
    )


def _linked(path: str, media_type: str, **more: object) -> _Facts:
    return {"type": "LinkedResource", "url": quote(path), "encodingFormat": media_type, **more}


def _localised(text: str, view: EditionView) -> object:
    """Words of accessnews, with their language where it is not the page's (Publication Manifest, 4.4.2)."""
    lang = view.words.lang
    return {"value": text, "language": lang, "direction": direction(lang)} if view.speech(lang, view.lang) else text


def _w3c_cover(book: _Audiobook, path: str) -> _Facts:
    """The first picture is the cover, and its name is its alt, which may be empty (Publication Manifest, 4.8.1)."""
    if not book.cover or path != book.cover_path:
        return {}
    alt = book.edition.article.alt(book.cover)
    return {"rel": "cover", "name": alt.alt, **({"description": alt.description} if alt.description else {})}


def _manifest(book: _Audiobook) -> _Facts:
    """The manifest of Readium's audiobook profile.

    Its guide is only ``related``: an ``alternate`` of a recording must be a recording there (Audiobook Profile, 4).
    """
    edition, view = book.edition, book.view
    length, bitrate = float(book.length), edition.recording.bitrate
    audio = {"title": book.title, "duration": length, "bitrate": bitrate}
    return {
        "@context": "https://readium.org/webpub-manifest/context.jsonld",
        "metadata": _metadata(book, length),
        "links": [
            _link("manifest.json", f"{_READIUM}+json", rel="self"),
            _link(GUIDE_PATH, GUIDE, rel="related"),
        ],
        "readingOrder": [_link(_AUDIO, edition.recording.media_type, **audio)],
        "resources": [
            _link(_TEXT, _TYPES[_TEXT], title=view.words.book["text"]),
            _link(_STYLE, _TYPES[_STYLE]),
            *(
                _link(photo.path, photo.media_type, **rel, width=photo.width, height=photo.height)
                for photo in book.edition.pictures
                for rel in ({"rel": "cover"} if photo.path == book.cover_path else {},)
            ),
        ],
        "toc": [_line(book, book.contents)],
    }


def _metadata(book: _Audiobook, length: float) -> _Facts:
    edition, view = book.edition, book.view
    claims = book.claims("synchronizedAudioText", *(["ARIA"] if has_aria(book.story) else []))
    return _filled(
        {
            "@type": "http://schema.org/Audiobook",
            "conformsTo": "https://readium.org/webpub-manifest/profiles/audiobook",
            "identifier": identifier(edition),
            "title": book.title,
            "author": list(view.article.byline),
            "narrator": [_mapped(name, view) for name in narrators(view)],
            "language": view.lang,
            "readingProgression": view.direction,
            "modified": modified(edition),
            "published": view.article.date,
            "description": view.article.summary,
            "duration": length,
            "abridged": book.abridged,
            "accessibility": {
                "accessMode": claims["accessMode"],
                "accessModeSufficient": [modes.split(",") for modes in claims["accessModeSufficient"]],
                "feature": claims["accessibilityFeature"],
                "hazard": claims["accessibilityHazard"],
                "summary": summary(view),
            },
        }
    )


def _link(path: str, media_type: str, **more: object) -> _Facts:
    return {"href": quote(path), "type": media_type, **more}


def _mapped(name: str, view: EditionView) -> object:
    """A contributor, with the language of the name where it is not the page's (RWPM, default context)."""
    return {"name": {view.words.lang: name}} if view.speech(view.words.lang, view.lang) else name


def _line(book: _Audiobook, entry: ContentsLine) -> _Facts:
    """A line of the contents, and those below it."""
    line: _Facts = {"href": f"{quote(_AUDIO)}#t={book.seconds(entry.par.start)}", "title": entry.label}
    return line | ({"children": [_line(book, inner) for inner in entry.inside]} if entry.inside else {})


def _filled(facts: _Facts) -> _Facts:
    """The facts without those that the story does not give."""
    return {name: value for name, value in facts.items() if value not in ("", [], None)}


def _json(path: str, media_type: str, facts: _Facts) -> Artifact:
    return Artifact(path, media_type, (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode())


FORMAT = Format(write)
