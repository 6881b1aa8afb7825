"""Setting: what the templates ask for, block by block."""

import re
from collections.abc import Iterator
from itertools import groupby
from urllib.parse import quote

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.model.alt import OPEN, AltState, AltText, DescribedArticle
from accessnews.model.article import (
    Article,
    Block,
    Code,
    Divider,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
    Text,
    cut,
    figures,
    plain,
    walk,
)
from accessnews.narration.script import Role, Utterance
from accessnews.text.langtag import direction
from accessnews.wording import Wording, wording

_NOT_IN_URLS = re.compile(r'[\s"<>\\^`{|}]|(?<!/)\[|\](?![:/])|%(?![\dA-Fa-f]{2})')

PATH = "index.html"
"""Where in the bundle the page lies, if it is in it."""

GUIDE = "application/guided-navigation+json"
"""The media type of Readium's guided navigation: a file of that type beside the page is the page's."""

_KINDS = {
    "heading": Heading,
    "paragraph": Paragraph,
    "code": Code,
    "divider": Divider,
    "quote": Quote,
    "list": ListBlock,
    "table": Table,
    "figure": Figure,
}

Part = tuple[Utterance | None, Text]
"""A stretch of a block's text: one utterance's, or what stands between two and is not said."""


class Page:
    """What the templates ask for: an edition's words and utterances, block by block."""

    def __init__(self, edition: Edition, xhtml: bool = False) -> None:
        self.edition = edition
        self.xhtml = xhtml  # whether the markup is to be XML as well
        self.article: DescribedArticle = edition.article
        self.lang = self.article.lang
        self.direction = direction(self.lang)
        self.words: Wording = wording(self.lang)
        self.figures = figures(self.article)
        self.tables = [block.id for block in _all(self.article) if isinstance(block, Table)]
        self.levels = _levels(self.article)
        self._said: dict[str, list[Utterance]] = {}
        for cue in edition.timeline.cues:
            self._said.setdefault(cue.utterance.block, []).append(cue.utterance)
        self.notes = {note.label: note.id for note in self.article.notes}
        self.downloads = [file for file in edition.made if file.offer]
        self.guide = next((quote(file.path) for file in edition.made if file.media_type == GUIDE), "")
        self.audio = next((quote(file.path) for file in edition.made if file.data is edition.recording.data), "")
        self.referred: set[str] = set()  # ids of notes whose mark has been set; filled while the body is

    def kind(self, block: Block) -> str:
        """The name of the macro that sets a block."""
        return next(name for name, form in _KINDS.items() if isinstance(block, form))

    def said(self, block: str, *roles: str) -> list[Utterance]:
        """The utterances of a block, in ``roles`` or in any."""
        return [said for said in self._said.get(block, []) if not roles or said.role in roles]

    def one(self, block: str, role: str) -> Utterance | None:
        """The first utterance of a block in that role."""
        return next(iter(self.said(block, role)), None)

    def whole(self, block: str, text: Text) -> Utterance | None:
        """The utterance that is all of a block."""
        return next((said for said in self.said(block) if said.display == plain(text)), None)

    def parts(self, block: str, text: Text, *roles: str) -> Iterator[Part]:
        """The text of a block in order, cut where its utterances begin and end."""
        shown, at = plain(text), 0
        for utterance in self.said(block, *roles):
            start = shown.index(utterance.display, at)
            yield from _unsaid(cut(text, at, start))
            at = start + len(utterance.display)
            yield utterance, cut(text, start, at)
        yield from _unsaid(cut(text, at, len(shown)))

    def links(self, runs: Text) -> list[tuple[str, Text]]:
        """Runs by the link they share, so that one link with marks inside stays one link."""
        return [(address(href), tuple(linked)) for href, linked in groupby(runs, key=lambda run: run.href)]

    def lines(self, text: str, block: str) -> Iterator[tuple[Utterance | None, str]]:
        """The lines of a code block, each with its utterance where it has one."""
        said = self.said(block)[::-1]
        for line in text.splitlines():
            yield said.pop() if said and said[-1].display == line else None, line

    def names_rows(self, table: Table) -> bool:
        """Whether the first column names its rows: words, and no two the same."""
        first = [plain(row.cells[0]).strip() if row.cells else "" for row in table.rows]
        words = all(any(character.isalpha() for character in name) for name in first)
        return len(table.header) > 1 and words and len(set(first)) == len(first)

    def missing(self, figure: Figure) -> str:
        """What stands in a picture's place, where the script does not tell pictures."""
        return self._place("picture-missing", figure)

    def place(self, figure: Figure) -> str:
        """What a picture is and which of them: ``Photo 1 of 4.``"""
        return self._place("picture", figure)

    def _place(self, words: str, figure: Figure) -> str:
        number = [other.id for other in self.figures].index(figure.id) + 1
        kind = self.words.kind(self.article.alt(figure).kind)
        return self.words(words, kind=kind, n=number, total=len(self.figures)).strip()

    def description(self, figure: Figure) -> Text:
        """What the script says of a picture, as it is written, each language in its own run; empty for nothing."""
        told = self.one(figure.id, Role.PHOTO)
        if told is None:
            return ()
        place = self.place(figure) if figure.id in self.edition.photos else self.missing(figure)
        lead = Run(place, lang=self.words.lang)
        return (lead,) if told.spoken == place else (lead, Run(f" {self.article.alt(figure).alt}", lang=told.lang))

    def credit(self, figure: Figure) -> str:
        """The credit line, the same whether it is read or not; empty where there is none."""
        alt = self.article.alt(figure)
        return self.words("credit", kind=self.words.kind(alt.kind)) + alt.credit if alt.credit else ""

    def offered(self, file: Artifact) -> str:
        """What a download is, as a link to it says; where the wording does not know its kind, a file."""
        labels = self.words.downloads
        return labels.get(file.offer, labels["file"])

    def described(self, file: Artifact) -> str:
        """Format, length and size of a download: ``MP3, 8:05, 285 kB``."""
        length = [self.clock(self.seconds)] if file.media_type.startswith("audio/") else []
        return ", ".join([file.form, *length, self.size(len(file.data))])

    @property
    def seconds(self) -> int:
        """Length of the audio, rounded up."""
        return -(-self.edition.recording.frames // self.edition.recording.rate)

    def size(self, length: int) -> str:
        """A number of bytes as a reader of the page's language writes it, in steps of 1000, on one line."""
        if length < 1_000_000:
            return f"{max(1, round(length / 1000))}\u00a0kB"
        return f"{length / 1_000_000:.1f}\u00a0MB".replace(".", self.words.page["decimal"])

    def clock(self, seconds: int) -> str:
        """``8:05``, or ``1:08:05``."""
        minutes, rest = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"

    def about(self, heard: bool = True) -> Iterator[str]:
        """What a reader should know of the edition, a sentence each; of its sound only where it is ``heard``."""
        words, settings = self.words.page, self.edition.settings
        if heard:
            yield words["voice"].format(voice=", ".join(self.edition.narrators))
        if self.unreviewed:
            yield words["unreviewed"].format(n=self.unreviewed, total=len(self.figures))
        if heard and self.figures and not settings.speak_photos:
            yield words["photos-not-read"]
        if heard and self.figures and not settings.speak_credits:
            yield words["credits-not-read"]
        if heard and self.edition.misread:
            yield words["misread"]
        if heard and self.edition.unheard:
            yield words["unheard"]

    def tells(self) -> list[AltText]:
        """The alt texts of the pictures in the edition that tell something."""
        alts = [self.article.alt(figure) for figure in self.figures if figure.id in self.edition.photos]
        return [alt for alt in alts if alt.state is not AltState.DECORATIVE]

    @property
    def unreviewed(self) -> int:
        """How many pictures have an alt that no person wrote or read."""
        return sum(self.article.alt(figure).state in OPEN for figure in self.figures)

    def speech(self, lang: str, around: str) -> dict[str, str]:
        """Attributes for text in ``lang`` inside text in ``around``; none where it adds nothing."""
        if not lang or lang == around or around.startswith(lang + "-"):
            return {}
        own = {"lang": lang} | ({"xml:lang": lang} if self.xhtml else {})
        return own if direction(lang) == direction(around) else own | {"dir": direction(lang)}


def _unsaid(runs: Text) -> Iterator[Part]:
    """Text between utterances. Blanks lose their marks: a link must not be a blank."""
    if runs:
        blank = plain(runs)
        yield None, runs if blank.strip() else (Run(blank),)


def address(href: str) -> str:
    """A link's address with what no URL may hold percent-encoded (WHATWG URL, URL code points)."""
    return _NOT_IN_URLS.sub(lambda bad: quote(bad.group()), href)


def _all(article: Article) -> Iterator[Block]:
    """Every block in reading order, those of the notes last."""
    yield from walk(article.body)
    for note in article.notes:
        yield from walk(note.blocks)


def _levels(article: Article) -> dict[str, int]:
    """By heading id: its level on the page, where no level is skipped."""
    levels: dict[str, int] = {}
    last = 1
    for block in walk(article.body):
        if isinstance(block, Heading):
            last = levels[block.id] = min(max(block.level, 2), last + 1)
    last = 2  # the heading of the notes
    for block in (block for note in article.notes for block in walk(note.blocks)):
        if isinstance(block, Heading):
            last = levels[block.id] = min(max(block.level, 3), last + 1)
    return levels
