"""A voice set: the open voices of a profile, one that reads and others that read some roles in its place."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from accessnews import tts
from accessnews.model.findings import Finding
from accessnews.model.settings import Voice
from accessnews.narration.script import Utterance
from accessnews.narration.speech import Say, SynthesizedSpeech
from accessnews.tts._cache import Store, cached


@dataclass(frozen=True, slots=True)
class VoiceSet:
    """Open voices, as one: every utterance is said by the voice of its role."""

    say: Say
    workers: int  # threads that may call ``say`` at once and gain from it
    engines: Mapping[str, str]  # with their versions, by voice profile


@contextmanager
def open_voices(voice: Voice, store: Store | None = None) -> Iterator[VoiceSet]:
    """Open the voices of a profile; what is costly to say is kept in the store, where there is one.

    Raises UsageError where one of the voices is not there.
    """
    voices = voice.everyone
    engines = {other.engine: tts.engine(other.engine) for other in voices.values()}
    with ExitStack() as stack:
        says = {}
        for name, other in voices.items():
            engine = engines[other.engine]
            say = stack.enter_context(engine.open_voice(other))
            if store and engine.KEPT:
                say = cached(say, engine.identity(other), store)
            says[name] = _levelled(say, other.gain)
        versions = {name: engines[other.engine].version(other) for name, other in voices.items()}

        def read(utterance: Utterance) -> SynthesizedSpeech:
            reader = voice.speakers.get(utterance.role, voice)
            return says[reader.name](utterance)

        yield VoiceSet(read, min(engine.WORKERS for engine in engines.values()), versions)


def unsupported_languages(utterances: Iterable[Utterance], voice: Voice) -> Iterator[tuple[Utterance, Finding]]:
    """What is in a language that no voice of its reader's engine speaks: the reader says it all the same."""
    readers, by_reader = voice.everyone, dict[str, list[Utterance]]()
    for utterance in utterances:
        by_reader.setdefault(voice.speakers.get(utterance.role, voice).name, []).append(utterance)
    for name, said in by_reader.items():
        for utterance, lang in tts.engine(readers[name].engine).missing(said, readers[name]):
            message = f"no voice here speaks {lang}: {name} says it"
            hint = "accessnews voices lists the languages there are"
            yield utterance, Finding("voice-language", message, utterance.at, hint)


def _levelled(say: Say, gain: float) -> Say:
    """The voice ``gain`` dB louder; 0 leaves it as it is."""
    if not gain:
        return say

    def louder(utterance: Utterance) -> SynthesizedSpeech:
        import numpy as np

        speech = say(utterance)
        samples = np.frombuffer(speech.pcm, "<i2") * 10 ** (gain / 20)
        return replace(speech, pcm=samples.clip(-32_768, 32_767).round().astype("<i2").tobytes())

    return louder
