"""An edition: a story with its speech and its pictures, everything that formats need of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from accessnews.audio.recording import Recording
from accessnews.bundle.artifact import Artifact
from accessnews.bundle.stamp import EARLIEST
from accessnews.model.alt import DescribedArticle
from accessnews.model.findings import Finding
from accessnews.model.settings import Settings, Voice
from accessnews.narration.timeline import Timeline
from accessnews.normalize.lexicon import Lexicon
from accessnews.photos import Photo
from accessnews.text.storypath import stem
from accessnews.text.unicode import hyphenated


def slug(story: Path) -> str:
    """The bundle's name: the story's, in plain letters; for ``index.html`` the name of its folder."""
    name = stem(story) if stem(story).lower() != "index" else story.absolute().parent.name
    return hyphenated(name) or "story"


def narrators(voice: Voice, engines: Mapping[str, str]) -> tuple[str, ...]:
    """The voices that read, each with its engine and the version of that: ``newsreader (eSpeak NG 1.52)``."""
    return tuple(f"{name} ({engines[name]})" for name in voice.everyone)


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story of a briefing: where it is told, for how long, and what it is made of."""

    id: str  # of its heading
    title: str
    frames: int
    source: str  # name of its file
    sha256: str
    tell: str  # full, lead or headline
    whole: str = ""  # the address of its own edition, where that lies beside this one


RunningOrder = tuple[ToldStory, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """A story, described, spoken and arranged, before it takes a form."""

    slug: str
    article: DescribedArticle  # with a language
    photos: Mapping[str, Photo]  # by figure id; a figure without its picture is not in it
    timeline: Timeline
    recording: Recording
    voice: Voice
    engines: Mapping[str, str]  # with their versions, by voice profile
    settings: Settings
    findings: tuple[Finding, ...]
    stamp: tuple[int, ...] = EARLIEST  # when it was made, as far as its files say; UTC, year to second
    lexicons: Mapping[str, Lexicon] = field(default_factory=dict)  # that its words were looked up in, by BCP 47 tag
    unpronounced: frozenset[str] = frozenset()  # utterances with words in a language that no voice here speaks
    unheard: frozenset[str] = frozenset()  # utterances for which the voice gave no sound
    running_order: RunningOrder = ()  # of a briefing
    other_artifacts: tuple[Artifact, ...] = ()  # for a format that runs last: what the others have made

    @property
    def narrators(self) -> tuple[str, ...]:
        return narrators(self.voice, self.engines)

    @property
    def pictures(self) -> tuple[Photo, ...]:
        """Every file of a picture once, in the order of the story: two figures may share one."""
        return tuple({photo.path: photo for photo in self.photos.values()}.values())

    @property
    def programme(self) -> str:
        """Where in the bundle the programme lies, if it is in it."""
        return f"audio/{self.slug}.mp3"
