"""A voice set: the open voices of a profile, one that reads and others that read some roles in its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import groupby

from accessnews import tts
from accessnews.model.findings import Finding
from accessnews.model.settings import Voice
from accessnews.narration.script import Utterance
from accessnews.narration.speech import Say, SynthesizedSpeech
from accessnews.text.scripts import ScriptRun
from accessnews.text.unicode import shortened
from accessnews.tts._cache import Store, cached

_LIST = "accessnews voices lists the languages there are"
_MARK = "mark the words' language, write them in letters that the voice reads, or put them into a lexicon"
_WRITTEN_SO = 0.2  # of a language's letters: more are no foreign words
_EXAMPLES, _LONGEST_EXAMPLE = 3, 20


@dataclass(frozen=True, slots=True)
class VoiceSet:
    """Open voices, as one: every utterance is said by its reader or the voice of its role."""

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
            return says[voice.reader_of(utterance.role, utterance.reader).name](utterance)

        yield VoiceSet(read, min(engine.WORKERS for engine in engines.values()), versions)


def unsupported_languages(utterances: Iterable[Utterance], voice: Voice) -> Iterator[tuple[Utterance, Finding]]:
    """What no voice of its reader's engine speaks or reads: the reader says it all the same.

    A finding may be that of many utterances.
    """
    readers, by_reader = voice.everyone, dict[str, list[Utterance]]()
    for utterance in utterances:
        by_reader.setdefault(voice.reader_of(utterance.role, utterance.reader).name, []).append(utterance)
    for name, said in by_reader.items():
        engine = tts.engine(readers[name].engine)
        for utterance, lang in engine.missing(said, readers[name]):
            message = f"no voice here speaks {lang}: {name} says it"
            yield utterance, Finding("voice-language", message, utterance.at, _LIST)
        words = sorted(engine.unread(said, readers[name]), key=lambda word: word[1])
        for lang, unread in groupby(words, lambda word: word[1]):
            yield from _unread(name, lang, list(unread), said)


def _unread(
    name: str, lang: str, words: Sequence[tuple[Utterance, str, ScriptRun]], said: Iterable[Utterance]
) -> Iterator[tuple[Utterance, Finding]]:
    """What is in scripts that the voice for ``lang`` cannot read, a finding a script.

    Where the language itself is written so, its voice is none.
    """
    own = sum(len(run.letters) for _, _, run in words) > _WRITTEN_SO * _letters(said, lang)
    for script in dict.fromkeys(run.script for _, _, run in words):
        of_script = [(utterance, run) for utterance, _, run in words if run.script == script]
        shown = _examples([run.letters for _, run in of_script])
        if own:
            code, message, hint = "voice-language", f"no voice here reads {lang} in {script} letters: {shown}", _LIST
        else:
            code, message, hint = "voice-script", f"{name} cannot read {script} letters: {shown}", _MARK
        finding = Finding(code, message, of_script[0][0].at, hint)
        yield from ((utterance, finding) for utterance in dict.fromkeys(utterance for utterance, _ in of_script))


def _letters(utterances: Iterable[Utterance], lang: str) -> int:
    spans = ((span.lang or utterance.lang, span.spoken) for utterance in utterances for span in utterance.spans)
    return sum(character.isalpha() for tag, spoken in spans if tag == lang for character in spoken)


def _examples(words: Sequence[str]) -> str:
    distinct = [shortened(word, _LONGEST_EXAMPLE) for word in dict.fromkeys(words)]
    more = len(distinct) - _EXAMPLES
    return ", ".join(distinct[:_EXAMPLES]) + (f" and {more} more" if more > 0 else "")


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
