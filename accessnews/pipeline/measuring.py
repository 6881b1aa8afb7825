"""Measuring: how long a briefing's utterances take to say. What has been spoken for that is not spoken again."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import IO
from weakref import finalize

from accessnews.audio import RATE
from accessnews.audio.join import length, pause_after, trimmed
from accessnews.briefing.composition import Composition
from accessnews.briefing.story import BriefingStory
from accessnews.model.settings import Settings, Voice
from accessnews.narration import script
from accessnews.narration.script import Script, Utterance
from accessnews.narration.speech import Say, SynthesizedSpeech, WordBoundary
from accessnews.normalize.pls import Lexicons
from accessnews.tts import _voiceset
from accessnews.tts._cache import store_of

_ENOUGH = 12  # utterances that tell how loud a voice is
_Key = tuple[object, ...]


class Measuring:
    """The voices of a briefing, and what they have spoken: on disk, by reader, language and words."""

    def __init__(self, settings: Settings, voice: Voice, lexicons: Lexicons, lang: str) -> None:
        self.voice, self.lexicons, self.lang = voice, lexicons, lang
        self._settings = settings
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="accessnews-")  # noqa: SIM115 (closed by the finalizer)
        self._places: dict[_Key, tuple[int, int, int, tuple[WordBoundary, ...]]] = {}
        self._frames: dict[_Key, int] = {}
        self._lock = Lock()
        finalize(self, self._file.close)

    def spoken(self, say: Say) -> Say:
        """``say``, but for what has been said before."""

        def remembered(utterance: Utterance) -> SynthesizedSpeech:
            key = self._key(utterance)
            with self._lock:
                if place := self._places.get(key):
                    start, size, rate, words = place
                    self._file.seek(start)
                    return SynthesizedSpeech(self._file.read(size), rate, words)
            speech = say(utterance)
            with self._lock:
                start = self._file.seek(0, 2)
                self._file.write(speech.pcm)
                self._places[key] = start, len(speech.pcm), speech.rate, speech.words
            return speech

        return remembered

    @contextmanager
    def voices(self) -> Iterator[Say]:
        """The voices of the briefing, open."""
        with _voiceset.open_voices(self.voice, store_of(self._settings)) as voices:
            yield self.spoken(voices.say)

    def script(self, composition: Composition, stories: Sequence[BriefingStory]) -> Script:
        """What is said of a composition where its photos are as the stories say."""
        present = {
            place for place, (number, figure) in composition.figures.items() if figure in stories[number].present
        }
        return composition.cast(
            script.write(composition.article, present, self._settings.aloud, self.lexicons.__getitem__)
        )

    def frames(self, utterances: Iterable[Utterance], say: Say) -> int:
        """The frames of utterances with the pauses behind them."""
        return sum(self._length(utterance, say) + self._pause(utterance) for utterance in utterances)

    def frames_as_last(self, utterance: Utterance, say: Say) -> int:
        """The frames of an utterance with the pause of the last one of a block."""
        return self._length(utterance, say) + self.voice.pauses[utterance.role] * RATE // 1000

    def loudness(self, lines: Script, say: Say) -> float:
        """How loud the voice is before anything is levelled, LUFS, by what it says first."""
        from accessnews.audio.loudness import Meter, as_samples

        meter = Meter(RATE, remember=False)
        for utterance in lines.utterances[:_ENOUGH]:
            meter.feed(as_samples(trimmed(say(utterance))[0]))
        return meter.loudness()

    def _pause(self, utterance: Utterance) -> int:
        return pause_after(utterance, self.voice.pauses) * RATE // 1000

    def _length(self, utterance: Utterance, say: Say) -> int:
        key = self._key(utterance)
        if key not in self._frames:
            self._frames[key] = length(say(utterance))
        return self._frames[key]

    def _key(self, utterance: Utterance) -> _Key:
        reader = self.voice.reader_of(utterance.role, utterance.reader)
        return reader.name, utterance.lang, utterance.spans
