"""The waist: an edition is everything the writers need, an artifact everything they give."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from accessnews.article import Article
from accessnews.findings import Finding
from accessnews.settings import Settings, Voice
from accessnews.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as the bundle has it: checked, upright, without metadata."""

    path: str  # in the bundle, with forward slashes
    media_type: str
    width: int  # pixels
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Recording:
    """The programme, encoded. Levels are measured on what went into the encoder."""

    data: bytes
    media_type: str
    rate: int  # frames a second
    frames: int
    bitrate: int  # kbit/s
    loudness: float  # LUFS, ITU-R BS.1770-4, integrated, mono
    true_peak: float  # dBTP


@dataclass(frozen=True, slots=True)
class Edition:
    """A story, described, spoken and arranged, before it takes a form."""

    slug: str
    article: Article  # numbered, described, with a language
    photos: Mapping[str, Photo]  # by figure id; a figure without its picture is not in it
    timeline: Timeline
    recording: Recording
    voice: Voice
    engine_version: str
    settings: Settings
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of a bundle: path with forward slashes, relative to the bundle."""

    path: str
    media_type: str
    data: bytes


class Writer(Protocol):
    """What every module in ``writers/`` has. Its name is the name for ``--to``."""

    def write(self, edition: Edition) -> Iterator[Artifact]:
        """The files of one output, without touching a disk."""
