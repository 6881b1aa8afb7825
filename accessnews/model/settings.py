"""Settings and voice profiles, as values: every choice a project makes, with its default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

PAUSES: Mapping[str, int] = MappingProxyType(
    {
        "kicker": 350,
        "headline": 900,
        "byline": 350,
        "date": 700,
        "heading": 700,
        "body": 400,
        "quote": 450,
        "item": 350,
        "row": 350,
        "code": 450,
        "photo": 250,
        "caption": 300,
        "credit": 600,
        "description": 400,
        "note": 400,
        "sentence": 180,
    }
)
"""Silence after an utterance, in milliseconds, by role; ``sentence`` is between two sentences of one block."""

DISTINCT = "distinct"
FULL = "full"
CONTEXT = "context-caption"
ALT_MODES = (DISTINCT, FULL, CONTEXT)
"""How much of a caption its alt tells. Distinct: the core of the visible clause, never the caption's own words. Full:
all of it. Context-caption: all of it, and the caption gives up the sentence that the alt tells whole."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice profile: everything that shapes the sound of a sentence."""

    name: str
    engine: str = "pyttsx3"
    voice: str = ""  # the engine's own name for the voice; empty: its best for ``lang``
    lang: str = "en"  # BCP 47 tag the voice was made for
    rate: int = 165  # words a minute
    length_scale: float = 0.0  # how long a neural voice makes its sounds, 1 is its own way; 0: by ``rate``
    pitch: int = 50  # 0 to 100, 50 is the voice's own
    gain: float = 0.0  # dB, against the other voices of a cast
    pauses: Mapping[str, int] = field(default_factory=lambda: dict(PAUSES))  # milliseconds, by role
    speakers: Mapping[str, "Voice"] = field(default_factory=dict)  # who reads in its place, by role
    readers: Mapping[str, "Voice"] = field(default_factory=dict)  # who reads what names its reader, by profile
    folder: str = ""  # that its profile lies in, and files that it names

    @property
    def everyone(self) -> dict[str, "Voice"]:
        """It, its speakers and its readers, by name."""
        others = (*self.speakers.values(), *self.readers.values())
        return {self.name: self, **{voice.name: voice for voice in others}}

    def reader_of(self, role: str, reader: str = "") -> "Voice":
        """Who reads an utterance: the reader that it names, else the speaker for its role, else this voice."""
        return self.readers[reader] if reader else self.speakers.get(role, self)


@dataclass(frozen=True, slots=True)
class Aloud:
    """What of a page is told to listeners besides its text."""

    photos: bool = True  # where a photo stands and what it shows
    credits: bool = True
    quotes: bool = False  # where a quotation opens and ends


ALOUD = Aloud()
"""Where no project chooses."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project can choose. Field names are the keys of ``accessnews.toml``, with hyphens for underscores."""

    output: str = "output"  # folder for the bundles
    images: str = ""  # folder with photos; empty: beside the story
    lang: str = "en"  # where the story does not say
    voice: str = "newsreader"
    cache: str = ""  # folder where costly speech is kept; empty: the platform's own
    keep_speech: bool = True  # whether it is kept at all
    formats: tuple[str, ...] = ("html", "audio", "vtt", "epub")  # what a bundle holds, by writer
    fail_on: str = "error"
    ignore_embargo: bool = False  # make editions of stories that must not be published yet
    levels: Mapping[str, str] = field(
        default_factory=dict, hash=False
    )  # error, warning, note or off, by a finding's code
    alt_mode: str = DISTINCT
    alt_limits: Mapping[str, int] = field(default_factory=dict, hash=False)  # characters, by channel
    trust_photo_alt: bool = False  # whether the alt in a photo's IPTC fields counts as the author's
    look_at_photos: bool = False  # measure whether they are blank, blurred, of another kind, or there twice
    describe_endpoint: str = ""  # of a vision model of one's own, OpenAI-compatible; empty: none is asked
    describe_model: str = ""
    describe_allow_remote: bool = False  # whether photos and captions may go to another machine
    describe_timeout: int = 60  # seconds for one answer
    speak_photos: bool = True  # tell where a photo stands and what it shows
    speak_credits: bool = True  # without them the edition is not complete in audio
    speak_quotes: bool = False  # say where quotation marks open and close
    loudness: float = -19.0  # LUFS, integrated, mono
    true_peak: float = -1.0  # dBTP, at most
    bitrate: int = 64  # kbit/s, constant
    site_url: str = ""  # where the site of the output folder will be
    site_title: str = ""  # of the publication; empty: the host of that address
    site_description: str = ""
    site_owner: str = ""  # whom podcast directories write to: Name <mail>
    site_image: str = ""  # square picture of the publication, an address
    site_categories: tuple[str, ...] = ()  # of podcast directories, such as "News > Daily News"

    @property
    def aloud(self) -> Aloud:
        return Aloud(self.speak_photos, self.speak_credits, self.speak_quotes)
