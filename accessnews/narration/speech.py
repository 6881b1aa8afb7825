"""Speech: what an engine gives back for one utterance."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from accessnews.model.settings import Voice
from accessnews.narration.script import Utterance
from accessnews.text.scripts import ScriptRun


@dataclass(frozen=True, slots=True)
class WordBoundary:
    """When a word of the spoken text sounds: characters ``start`` to ``end``, from frame ``frame`` on."""

    start: int
    end: int
    frame: int
    estimated: bool = False  # placed between its neighbours, not told by the engine


@dataclass(frozen=True, slots=True)
class SynthesizedSpeech:
    """The sound of one utterance: 16-bit little-endian mono PCM at ``rate`` frames a second."""

    pcm: bytes
    rate: int
    words: tuple[WordBoundary, ...] = ()  # in order; empty where the engine tells none

    @property
    def frames(self) -> int:
        return len(self.pcm) // 2


Say = Callable[[Utterance], SynthesizedSpeech]


@dataclass(frozen=True, slots=True)
class InstalledVoice:
    """A voice that an engine has on this machine."""

    voice: str
    lang: str
    name: str


class Engine(Protocol):
    """What every module in ``engines/`` has. Its name is the engine's name."""

    WORKERS: int  # how many threads may call one Say at once and gain from it
    KEPT: bool  # whether a sound costs more to make than to fetch from a store

    def open_voice(self, voice: Voice) -> AbstractContextManager[Say]:
        """Raises UsageError where the voice is not there."""

    def version(self, voice: Voice) -> str:
        """Name and version of what makes the sound, for the manifest."""

    def identity(self, voice: Voice) -> str:
        """All but the utterance that shapes a sound: versions, the voice's own bytes, rate and the like.

        Two calls of Say with equal identity, language and spans give the same bytes.
        """

    def missing(self, utterances: Iterable[Utterance], voice: Voice) -> list[tuple[Utterance, str]]:
        """Utterances with words in a language that no voice of the engine here speaks, and that language."""

    def unread(self, utterances: Iterable[Utterance], voice: Voice) -> list[tuple[Utterance, str, ScriptRun]]:
        """Words in a script that no voice here reads, each with its utterance and the language that it stands in."""

    def installed_voices(self, folders: Sequence[Path]) -> list[InstalledVoice]:
        """The voices to be had here; ``folders`` are those in which profiles lie, and voices may.

        Raises UsageError where the engine itself is not here.
        """
