"""Music of a programme: stings before and after utterances, and a bed under some of them.

What is read of a file is 16-bit mono PCM at the programme's rate; every level is relative to the voice, so that the
one gain of the programme brings both to the target.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from accessnews.audio.join import RATE, at_our_rate
from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.narration.script import Utterance
from accessnews.narration.speech import SynthesizedSpeech
from accessnews.narration.timeline import SpokenClip

if TYPE_CHECKING:
    from accessnews.audio.loudness import Floats, Samples

SUFFIXES = (".wav", ".mp3", ".ogg", ".opus", ".flac", ".m4a")
LONGEST = 300  # seconds
_LARGEST = 100_000_000  # bytes
_FAINTEST = -60.0  # LUFS; nobody hears what is below
_OPENS, _CLOSES = RATE * 3 // 2, RATE * 2  # frames of a bed before the first word and after the last
_RISE = 10.0  # dB that a bed is louder where nobody speaks
_RAMP, _FADE_IN, _FADE_OUT = RATE * 3 // 10, RATE // 2, RATE * 3 // 2  # frames
_AROUND = RATE // 4  # frames of silence between a voice and a sting


@dataclass(frozen=True, slots=True)
class Soundtrack:
    """The music of a script: PCM by utterance id, and ``bed`` under each stretch of utterances in ``under``."""

    before: Mapping[str, bytes] = field(default_factory=dict)
    after: Mapping[str, bytes] = field(default_factory=dict)
    bed: bytes = b""
    under: Sequence[Sequence[str]] = ()

    @property
    def frames(self) -> int:
        """By how much it makes a programme longer."""
        stings = (*self.before.values(), *self.after.values())
        return sum(len(sting) // 2 + _AROUND for sting in stings) + len(self.under) * (_OPENS + _CLOSES)

    def mixed(
        self, utterances: Iterable[Utterance], spoken: Iterable[tuple[SpokenClip, bytes]]
    ) -> Iterator[tuple[SpokenClip, bytes]]:
        """Clips and their PCM with the music in them: each clip says how much of it is no voice."""
        opens = {stretch[0] for stretch in self.under}
        closes = {stretch[-1] for stretch in self.under}
        inside = {name for stretch in self.under for name in stretch}
        at = 0  # in the bed, which each stretch begins anew
        for utterance, (clip, pcm) in zip(utterances, spoken, strict=True):
            if utterance.id in inside:
                at = 0 if utterance.id in opens else at
                lead, tail = _OPENS * (utterance.id in opens), _CLOSES * (utterance.id in closes)
                clip = replace(clip, lead=lead, pause=clip.pause + tail)
                pcm = self._over_bed(bytes(lead * 2) + pcm + bytes(tail * 2), clip, at, bool(tail))
                at += len(pcm) // 2
            yield self._between_stings(utterance.id, clip, pcm)

    def _over_bed(self, pcm: bytes, clip: SpokenClip, at: int, is_end: bool) -> bytes:
        import numpy as np

        voice = np.frombuffer(pcm, "<i2").astype(np.float32)
        bed = np.resize(np.roll(np.frombuffer(self.bed, "<i2"), -at), len(voice)).astype(np.float32)
        mixed = voice + bed * _envelope(len(voice), clip.lead, _CLOSES if is_end else 0)
        return mixed.clip(-32_768, 32_767).round().astype("<i2").tobytes()

    def _between_stings(self, name: str, clip: SpokenClip, pcm: bytes) -> tuple[SpokenClip, bytes]:
        silence = bytes(_AROUND * 2)
        if sting := self.before.get(name):
            clip, pcm = replace(clip, lead=clip.lead + len(sting + silence) // 2), sting + silence + pcm
        if sting := self.after.get(name):
            clip, pcm = replace(clip, pause=clip.pause + len(sting + silence) // 2), pcm + sting + silence
        return clip, pcm


SILENT = Soundtrack()


def _envelope(frames: int, lead: int, tail: int) -> "Floats":
    """The gain of a bed: it fades in before the first word, keeps low under the voice, rises and fades at the end."""
    import numpy as np

    high = 10 ** (_RISE / 20)
    points = [(0, 1.0)]
    if lead:
        points = [(0, 0.0), (_FADE_IN, high), (lead - _RAMP, high), (lead, 1.0)]
    points.append((frames - tail, 1.0))
    if tail:
        points += [(frames - tail + _RAMP, high), (frames - _FADE_OUT, high), (frames, 0.0)]
    places, gains = zip(*points, strict=True)
    envelope: Floats = np.interp(np.arange(frames), places, gains).astype(np.float32)
    return envelope


def read_music(file: Path, loudness: float) -> bytes:
    """The PCM of a sound file, brought to ``loudness`` LUFS.

    Raises AccessNewsError for a file that is missing, no sound, silent, or longer than ``LONGEST``.
    """
    from accessnews.audio.loudness import Meter

    samples = _samples(file)
    meter = Meter(RATE, remember=False)
    meter.feed(samples)
    level = meter.loudness()
    if level < _FAINTEST:
        raise AccessNewsError(f"nothing is heard in {file.name}", hint="choose another sound, or leave it out")
    scaled = samples * 10 ** ((loudness - level) / 20)
    return scaled.clip(-32_768, 32_767).round().astype("<i2").tobytes()


def _samples(file: Path) -> "Samples":
    import numpy as np

    if not file.is_file():
        raise AccessNewsError(f"sound not found: {file.name}", hint=f"looked for {file}")
    if file.suffix.lower() not in SUFFIXES:
        raise AccessNewsError(f"{file.name} is no sound that can be read here", hint="known: " + ", ".join(SUFFIXES))
    if file.stat().st_size > _LARGEST:
        raise AccessNewsError(f"{file.name} has more than {_LARGEST // 1_000_000} MB", hint="cut it to its length")
    try:
        pcm, rate = _decoded(file)
    except UsageError:
        raise
    except Exception as error:
        raise AccessNewsError(f"{file.name} is no sound that can be read", hint="save it as WAV") from error
    if len(pcm) // 2 > LONGEST * rate:
        raise AccessNewsError(f"{file.name} is longer than {LONGEST // 60} minutes", hint="cut it to its length")
    return np.frombuffer(at_our_rate(SynthesizedSpeech(pcm, rate)).pcm, "<i2")


def _decoded(file: Path) -> tuple[bytes, int]:
    """16-bit mono PCM and its rate; of a WAV by pydub, of others by PyAV, an extra."""
    if file.suffix.lower() == ".wav":
        from accessnews.audio.join import read_sound

        return read_sound(file)
    from accessnews.audio.encode import decode

    return decode(file, RATE, LONGEST + 1), RATE
