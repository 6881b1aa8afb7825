"""The page: an edition as HTML. The one place where Jinja2 is imported.

It keeps a promise that audio, captions and overlays rest on: every utterance is exactly one element, whose
id is the utterance's and whose text is the utterance's display, to the character.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from accessnews.article import AltState, Article, Block, Figure, Heading, Run, Table, Text, figures, plain, walk
from accessnews.edition import Edition, Photo
from accessnews.script import Role, Utterance, cut
from accessnews.timeline import Cue
from accessnews.wording import Wording, wording

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = "accessnews.templates"
_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"}
_RIGHT_TO_LEFT_SCRIPTS = {"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"}


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a block's text: one utterance's, or what stands between two and is not said."""

    utterance: Utterance | None
    runs: Text


def render(edition: Edition) -> str:
    """``index.html`` of an edition."""
    page = Page(edition)
    template = _environment().get_template("index.html.j2")
    return template.render(page=page, edition=edition, article=edition.article, words=page.words.page) + "\n"


def asset(name: str) -> bytes:
    """A file that every page shares, as it is: ``page.css`` or ``page.js``."""
    return files(_TEMPLATES).joinpath(name).read_bytes()


def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    def load(name: str) -> str:
        return files(_TEMPLATES).joinpath(name).read_text("utf-8")

    return Environment(
        loader=FunctionLoader(load),
        autoescape=True,  # whatever the template is called
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Page:
    """What the templates ask for: an edition's words and utterances, block by block."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.article: Article = edition.article
        self.lang = self.article.lang
        self.words: Wording = wording(self.lang)
        self.figures = figures(self.article)
        self._levels = _levels(self.article)
        self._said: dict[str, list[Utterance]] = {}
        for cue in edition.timeline.cues:
            self._said.setdefault(cue.utterance.block, []).append(cue.utterance)
        self._notes = {note.label: note.id for note in self.article.notes}
        self.referred: set[str] = set()  # ids of notes whose mark has been set; filled while the body is

    # What the text is made of

    def said(self, block: str, *roles: str) -> list[Utterance]:
        """The utterances of a block, of the roles named or of all."""
        return [said for said in self._said.get(block, []) if not roles or said.role in roles]

    def one(self, block: str, role: str) -> Utterance | None:
        """The first utterance of a block in that role."""
        return next(iter(self.said(block, role)), None)

    def parts(self, block: str, text: Text, *roles: str) -> Iterator[Part]:
        """The text of a block in order, cut where its utterances begin and end."""
        shown, at = plain(text), 0
        for utterance in self.said(block, *roles):
            start = shown.index(utterance.display, at)
            if start > at:
                yield Part(None, cut(text, at, start))
            at = start + len(utterance.display)
            yield Part(utterance, cut(text, start, at))
        if at < len(shown):
            yield Part(None, cut(text, at, len(shown)))

    def links(self, runs: Text) -> list[tuple[str, Text]]:
        """Runs by the link they share, so that one link with marks inside stays one link."""
        return [(href, tuple(linked)) for href, linked in groupby(runs, key=lambda run: run.href)]

    def kind(self, block: Block) -> str:
        """The name of the macro that sets a block."""
        return type(block).__name__.lower()

    def level(self, heading: Heading) -> int:
        return self._levels[heading.id]

    def lines(self, text: str, block: str) -> Iterator[tuple[Utterance | None, str]]:
        """The lines of a code block, each with its utterance where it has one."""
        said = iter(self.said(block))
        upcoming = next(said, None)
        for line in text.splitlines():
            if upcoming and upcoming.display == line:
                yield upcoming, line
                upcoming = next(said, None)
            else:
                yield None, line

    def names_rows(self, table: Table) -> bool:
        """Whether the first column names its rows: words, and no two the same."""
        first = [plain(row.cells[0]).strip() if row.cells else "" for row in table.rows]
        words = all(any(character.isalpha() for character in name) for name in first)
        return len(table.header) > 1 and words and len(set(first)) == len(first)

    def note_id(self, run: Run) -> str:
        """Id of the note a mark refers to; empty where there is none."""
        return self._notes.get(run.note, "")

    # Figures

    def photo(self, figure: Figure) -> Photo | None:
        return self.edition.photos.get(figure.id)

    def missing(self, figure: Figure) -> str:
        """What stands in a picture's place, where the script does not tell pictures."""
        assert figure.alt is not None
        number = [other.id for other in self.figures].index(figure.id) + 1
        kind = self.words.kind(figure.alt.kind)
        return self.words("picture-missing", kind=kind, n=number, total=len(self.figures)).strip()

    def credit(self, figure: Figure) -> str:
        """The credit line, the same whether it is read or not; empty where there is none."""
        if figure.alt is None or not figure.alt.credit:
            return ""
        return self.words("credit", kind=self.words.kind(figure.alt.kind)) + figure.alt.credit

    # The edition

    def makes(self, writer: str) -> bool:
        """Whether the bundle has what ``writer`` writes."""
        return not self.edition.settings.to or writer in self.edition.settings.to

    @property
    def has_audio(self) -> bool:
        return self.makes("audio") and bool(self.edition.recording.data)

    @property
    def audio(self) -> str:
        return quote(f"audio/{self.edition.slug}.mp3")

    @property
    def captions(self) -> str:
        return quote(f"audio/{self.edition.slug}.vtt")

    @property
    def seconds(self) -> int:
        return -(-self.edition.recording.frames // self.edition.recording.rate)

    def size(self, length: int) -> str:
        """A number of bytes as a reader of the page's language writes it, in steps of 1000."""
        if length < 1_000_000:
            return f"{max(1, round(length / 1000))} kB"
        return f"{length / 1_000_000:.1f} MB".replace(".", self.words.page["decimal"])

    def clock(self, seconds: int) -> str:
        """``8:05``, or ``1:08:05``."""
        minutes, rest = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"

    @property
    def voice(self) -> str:
        return f"{self.edition.voice.name} ({self.edition.engine_version})"

    @property
    def unreviewed(self) -> int:
        """How many pictures have an alt that no person wrote or read."""
        drafts = (AltState.DRAFT, AltState.NEEDS_REVIEW)
        return sum(figure.alt is not None and figure.alt.state in drafts for figure in self.figures)

    def speech(self, lang: str, around: str) -> dict[str, str]:
        """Attributes for text in ``lang`` inside text in ``around``; none where it adds nothing."""
        if not lang or lang == around or around.startswith(lang + "-"):
            return {}
        out = {"lang": lang}
        return out if direction(lang) == direction(around) else out | {"dir": direction(lang)}

    def url(self, path: str) -> str:
        return quote(path)

    @property
    def direction(self) -> str:
        return direction(self.lang)

    @property
    def timeline(self) -> str:
        return inert(timeline(self.edition, self.words.page))

    @property
    def metadata(self) -> str:
        return inert(news_article(self))


def direction(lang: str) -> str:
    """``rtl`` or ``ltr``: by the script where the BCP 47 tag names one, else by the language."""
    language, *rest = lang.lower().split("-")
    scripts = [part for part in rest if len(part) == 4 and part.isalpha()]
    leftward = scripts[0] in _RIGHT_TO_LEFT_SCRIPTS if scripts else language in _RIGHT_TO_LEFT
    return "rtl" if leftward else "ltr"


def inert(value: object) -> str:
    """JSON that no HTML parser takes for markup, whatever its strings hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def timeline(edition: Edition, words: dict[str, str]) -> dict[str, object]:
    """What the script reads: times in frames of ``rate`` a second, and the words it says.

    A cue is ``[id, role, start, stop, words]``, ``role`` an index into ``roles``, ``stop`` the end of its
    voice; it ends where the next starts. ``words`` is flat, three numbers a word, each a step from the
    word before: code points from its end to this start, this word's length, frames from its start (for the
    first word: from the start of the text and of the cue).
    """
    roles = [role.value for role in Role]
    said = ("play", "pause", "speed", "paused", "ended", "no-photo", "error")
    return {
        "story": f"{edition.slug}:{edition.article.sha256[:12]}",
        "rate": edition.timeline.rate,
        "end": edition.timeline.frames,
        "roles": roles,
        "cues": [_cue(cue, roles) for cue in edition.timeline.cues],
        "words": {key: words[key] for key in said},
        "artist": ", ".join(edition.article.byline),
    }


def _cue(cue: Cue, roles: list[str]) -> list[object]:
    steps: list[int] = []
    end, frame = 0, cue.start
    for word in cue.words:
        steps += (word.start - end, word.end - word.start, word.frame - frame)
        end, frame = word.end, word.frame
    return [cue.utterance.id, roles.index(cue.utterance.role), cue.start, cue.stop, steps]


def news_article(page: Page) -> dict[str, object]:
    """schema.org metadata: only what this edition is known to have."""
    edition, article = page.edition, page.article
    facts: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "inLanguage": article.lang,
        "datePublished": article.date,
        "author": [{"name": name} for name in article.byline],  # a person or an agency: nobody says which
        "articleSection": article.kicker,
        "description": article.summary,
        "image": [_image(figure, page) for figure in page.figures if figure.id in edition.photos],
        "audio": _audio(page) if page.has_audio else None,
        "accessMode": ["textual", "visual"] if edition.photos else ["textual"],
        "accessibilityFeature": ["structuralNavigation", "synchronizedAudioText"]
        if page.has_audio
        else ["structuralNavigation"],
    }
    return {key: value for key, value in facts.items() if value}


def _image(figure: Figure, page: Page) -> dict[str, object]:
    photo, alt = page.edition.photos[figure.id], figure.alt
    assert alt is not None
    facts = {
        "@type": "ImageObject",
        "contentUrl": quote(photo.path),
        "encodingFormat": photo.media_type,
        "width": photo.width,
        "height": photo.height,
        "caption": plain(figure.caption),
        "creditText": alt.credit,
    }
    return {key: value for key, value in facts.items() if value}


def _audio(page: Page) -> dict[str, object]:
    recording = page.edition.recording
    return {
        "@type": "AudioObject",
        "name": page.words.page["audio-label"],
        "contentUrl": page.audio,
        "encodingFormat": recording.media_type,
        "contentSize": str(len(recording.data)),
        "bitrate": f"{recording.bitrate} kbit/s",
        "duration": f"PT{recording.frames / recording.rate:.3f}S",
        "inLanguage": page.lang,
    }


def _levels(article: Article) -> dict[str, int]:
    """By heading id: its level on the page, where no level is skipped."""
    levels: dict[str, int] = {}
    last = 1
    for block in walk(article.body):
        if isinstance(block, Heading):
            last = levels[block.id] = min(max(block.level, 2), last + 1)
    last = 2  # the heading of the notes
    for note in article.notes:
        for block in walk(note.blocks):
            if isinstance(block, Heading):
                last = levels[block.id] = min(max(block.level, 3), last + 1)
    return levels
