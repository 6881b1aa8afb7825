"""Piper: neural voices, an extra. The same words give the same bytes on the same kind of processor."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib.metadata import version as installed
from importlib.util import find_spec
from pathlib import Path

from accessnews.model.errors import UsageError
from accessnews.model.settings import Voice
from accessnews.narration.script import Utterance
from accessnews.narration.segments import VoiceSegment, foreign, unread_words, voice_segments
from accessnews.narration.speech import InstalledVoice, Say, SynthesizedSpeech, WordBoundary
from accessnews.text.langtag import primary
from accessnews.text.scripts import ScriptRun
from accessnews.tts._espeak import coverage
from accessnews.tts._piper import NeuralVoice, VoiceFile, paths, read, speaking, wanted
from accessnews.tts._piper.accents import converter, in_accent
from accessnews.tts._piper.sounds import Name

WORKERS = min(os.cpu_count() or 1, 4)  # more would have their sentences in memory for little
KEPT = True  # a second of speech takes tens of milliseconds to make, and a fraction of one to fetch

_MANNER = 2  # one more wherever what is said by the same words and the same model changes
_OWN_PACE = 165  # words a minute of a profile that leaves a voice its own pace


def open_voice(voice: Voice) -> AbstractContextManager[Say]:
    """Raises UsageError where Piper or the voice is not there. Its model is loaded when it first speaks."""
    return nullcontext(_PiperNarrator(voice).say)


def version(voice: Voice) -> str:
    return f"piper-tts {installed('piper-tts')}, onnxruntime {installed('onnxruntime')}, {wanted(voice).name}"


def identity(voice: Voice) -> str:
    """With every voice that may say a phrase in another language, and the eSpeak that makes IPA their phonemes."""
    reader = _PiperNarrator(voice)
    digests = dict.fromkeys((reader.file.digest, *(read(path).digest for path in paths(reader.folders))))
    parts = (version(voice), *digests, reader.own.model.length_scale, converter(), _MANNER)
    return ", ".join(map(str, parts))


def missing(utterances: Iterable[Utterance], voice: Voice) -> list[tuple[Utterance, str]]:
    return foreign(utterances, _PiperNarrator(voice).speaks)


def unread(utterances: Iterable[Utterance], voice: Voice) -> list[tuple[Utterance, str, ScriptRun]]:
    narrator = _PiperNarrator(voice)
    return unread_words(utterances, narrator.speaks, narrator.language_for)


def phonemes(utterance: Utterance, voice: Voice) -> str:
    """What the voice makes of an utterance, in the International Phonetic Alphabet."""
    return _PiperNarrator(voice).ipa(utterance)


def installed_voices(folders: Sequence[Path]) -> list[InstalledVoice]:
    _check_installed()
    files = [read(path) for path in paths(folders)]
    return [InstalledVoice(file.name, file.lang, str(file.model.parent)) for file in files]


def _check_installed() -> None:
    for name in ("piper", "onnxruntime"):
        if find_spec(name) is None:
            raise UsageError("Piper is not installed here", hint="pip install 'accessnews[neural]'")


class _PiperNarrator:
    """A profile's voice, and others of Piper's for the languages that it does not speak."""

    def __init__(self, voice: Voice) -> None:
        _check_installed()
        if voice.pitch != Voice("").pitch:
            raise UsageError(f"{voice.name}: a voice of Piper has one pitch", hint="take pitch out of the profile")
        self.voice = voice
        self.folders = [Path(voice.folder)] if voice.folder else []
        self.file = wanted(voice)
        self.own = self._opened(self.file)
        self._by_name = {self.file.name: self.own}
        self._files: dict[str, VoiceFile | None] = {}

    def say(self, utterance: Utterance) -> SynthesizedSpeech:
        """Its segments one after the other."""
        pcm, words = b"", []
        for segment in self._segments(utterance):
            heard = self._reader(segment).say(segment.text, self._names(segment))
            offset = len(pcm) // 2
            words += [
                WordBoundary(segment.start + start, segment.start + end, offset + frame)
                for start, end, frame in heard.words
            ]
            pcm += heard.pcm
        return SynthesizedSpeech(pcm, self.file.rate, tuple(words))

    def ipa(self, utterance: Utterance) -> str:
        return "  ".join(
            self._reader(segment).ipa(segment.text, self._names(segment)) for segment in self._segments(utterance)
        )

    def speaks(self, lang: str) -> bool:
        return self._file(lang) is not None

    def language_for(self, lang: str, script: str) -> str:
        """The language whose voice says a word in a script; empty where there is none that reads it."""
        if _reads(self._file(lang) or self.file, script):
            return lang
        surely = coverage.language_of(script)
        file = self._file(surely) if surely else None
        return surely if file and _reads(file, script) else ""

    def _opened(self, file: VoiceFile) -> NeuralVoice:
        return NeuralVoice(file, self.voice.length_scale or _OWN_PACE / self.voice.rate)

    def _file(self, lang: str) -> VoiceFile | None:
        """The voice for a language: its own, or one as fast in frames a second."""
        if lang not in self._files:
            own = primary(lang) in (primary(self.voice.lang), primary(self.file.lang))
            file = self.file if own else speaking(lang, self.folders)
            self._files[lang] = file if file and file.rate == self.file.rate else None
        return self._files[lang]

    def _segments(self, utterance: Utterance) -> Iterator[VoiceSegment]:
        return voice_segments(utterance, lambda lang: (self._file(lang) or self.file).name, self.language_for)

    def _reader(self, segment: VoiceSegment) -> NeuralVoice:
        if segment.voice not in self._by_name:
            file = next(file for file in self._files.values() if file and file.name == segment.voice)
            return self._by_name.setdefault(segment.voice, self._opened(file))  # threads share it
        return self._by_name[segment.voice]

    def _names(self, segment: VoiceSegment) -> list[Name]:
        """What a lexicon says, in the sounds that the voice has learnt from eSpeak."""
        accent = self._reader(segment).model.file.accent
        sounds = ((start, end, in_accent(ipa, accent)) for start, end, ipa in segment.ipa)
        return [name for name in sounds if name[2]]


def _reads(file: VoiceFile, script: str) -> bool:
    """Whether a voice has learnt the sounds that eSpeak makes of a script; those of Latin letters are near to all."""
    reads = coverage.reads if script == "Latin" else coverage.reads_itself
    return reads(primary(file.accent), script)
