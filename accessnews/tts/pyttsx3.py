"""The default engine: pyttsx3. On Linux eSpeak NG with word times; elsewhere the system's own voices."""

import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, redirect_stdout
from pathlib import Path
from typing import Any

from accessnews.model.errors import AccessNewsError, UsageError, did_you_mean
from accessnews.model.settings import Voice
from accessnews.narration.script import Utterance
from accessnews.narration.segments import VoiceSegment, foreign, unread_words, voice_segments
from accessnews.narration.speech import InstalledVoice, Say, SynthesizedSpeech, WordBoundary
from accessnews.text.langtag import primary
from accessnews.text.scripts import ScriptRun
from accessnews.tts._espeak import MOST, Phonemes, borrowed, coverage, mnemonics, synthesiser

WORKERS = MOST if sys.platform not in ("darwin", "win32") else 1  # the system's voices have one state a process
KEPT = False  # a voice this cheap speaks faster than a disk answers


def open_voice(voice: Voice) -> AbstractContextManager[Say]:
    """Raises UsageError where the voice is not there. What is in a language without a voice it says itself."""
    if voice.length_scale:
        raise UsageError(f"{voice.name}: length-scale is for neural voices", hint="take rate: words a minute")
    return nullcontext(_EspeakNarrator(voice).say) if _espeak_is_driver() else _system_voice(voice)


def version(voice: Voice) -> str:
    from importlib.metadata import version as installed

    library = f", {synthesiser().version()}" if _espeak_is_driver() else f", {sys.platform} voices"
    return f"pyttsx3 {installed('pyttsx3')}{library}"


def identity(voice: Voice) -> str:
    return f"{version(voice)}, {voice.voice or voice.lang}, {voice.rate}, {voice.pitch}"


def installed_voices(folders: Sequence[Path]) -> list[InstalledVoice]:
    if _espeak_is_driver():
        return [
            InstalledVoice(offered.file, offered.languages[0][1], offered.name)
            for offered in synthesiser().voices()
            if offered.languages
        ]
    with _driver() as driver:
        return [
            InstalledVoice(str(voice.id), _tag(voice.languages), str(voice.name))
            for voice in driver.getProperty("voices")
        ]


def _espeak_is_driver() -> bool:
    return sys.platform not in ("darwin", "win32")  # where pyttsx3 has no other driver


def missing(utterances: Iterable[Utterance], voice: Voice) -> list[tuple[Utterance, str]]:
    """The utterances with words in a language that no voice here speaks, and that language: ``voice`` says them."""
    speaks = (
        _EspeakNarrator(voice).speaks if _espeak_is_driver() else lambda lang: primary(lang) == primary(voice.lang)
    )
    return foreign(utterances, speaks)


def unread(utterances: Iterable[Utterance], voice: Voice) -> list[tuple[Utterance, str, ScriptRun]]:
    """Words in a script that no voice here reads; of the system's own voices nothing is known."""
    if not _espeak_is_driver():
        return []
    narrator = _EspeakNarrator(voice)
    return unread_words(utterances, narrator.speaks, narrator.language_for)


def phonemes(utterance: Utterance, voice: Voice) -> str:
    """What the voice makes of an utterance, in the International Phonetic Alphabet; empty where it does not tell."""
    return _EspeakNarrator(voice).ipa(utterance) if _espeak_is_driver() else ""


class _EspeakNarrator:
    """eSpeak with a profile's voice, and with others for the languages that it does not speak."""

    def __init__(self, voice: Voice) -> None:
        self._first = synthesiser()
        self.voice = voice
        self._offered = self._first.voices()
        own = _named(voice.voice, self._offered) if voice.voice else _for_language(voice.lang, self._offered)
        if own is None:
            hint = "accessnews voices lists the languages there are"
            raise UsageError(f"no voice here speaks the language {voice.lang}", hint=hint)
        self._own = own
        self._files: dict[str, str | None] = {}
        self._languages: dict[tuple[str, str], str] = {}  # by a tag and a script

    def say(self, utterance: Utterance) -> SynthesizedSpeech:
        """Its segments one after the other; eSpeak leaves 8 to 16 ms of silence at the end of each."""
        segments = list(self._segments(utterance))
        pcm, words = b"", []
        with borrowed() as synthesiser:
            for number, (segment, phonemes) in enumerate(segments, 1):
                rate, pitch, goes_on = self.voice.rate, self.voice.pitch, number < len(segments)
                sound = synthesiser.say(segment.text, segment.voice, rate, pitch, phonemes, goes_on)
                for word in sound.words:
                    start = segment.start + word.start
                    words.append(WordBoundary(start, start + word.length, len(pcm) // 2 + word.frame))
                pcm += sound.pcm
        return SynthesizedSpeech(_little_endian(pcm), synthesiser.rate, tuple(words))

    def ipa(self, utterance: Utterance) -> str:
        parts = (
            self._first.ipa(segment.text, segment.voice, sounds) for segment, sounds in self._segments(utterance)
        )
        return "  ".join(parts).strip()

    def speaks(self, lang: str) -> bool:
        return self._file(lang) is not None

    def language_for(self, lang: str, script: str) -> str:
        """The language whose voice says a word in a script; empty where there is none that reads it."""
        if (lang, script) not in self._languages:
            self._languages[lang, script] = self._language(lang, script)
        return self._languages[lang, script]

    def _language(self, lang: str, script: str) -> str:
        if coverage.reads(self._spoken(self._file(lang) or self._own), script):
            return lang
        surely = coverage.language_of(script)
        return surely if self.speaks(surely) and coverage.reads_itself(surely, script) else ""

    def _spoken(self, file: str) -> str:
        """The primary language of a voice."""
        return next(primary(voice.languages[0][1]) for voice in self._offered if voice.file == file)

    def _file(self, lang: str) -> str | None:
        if lang not in self._files:
            same = primary(lang) == primary(self.voice.lang)
            self._files[lang] = self._own if same else _for_language(lang, self._offered)
        return self._files[lang]

    def _segments(self, utterance: Utterance) -> Iterator[tuple[VoiceSegment, list[Phonemes]]]:
        """The segments, each by the file of its voice, with the sounds that eSpeak is given in its own notation."""
        for segment in voice_segments(utterance, lambda lang: self._file(lang) or self._own, self.language_for):
            sounds = ((start, end, self._mnemonics(segment.voice, ipa)) for start, end, ipa in segment.ipa)
            yield segment, [phonemes for phonemes in sounds if phonemes[2]]

    def _mnemonics(self, file: str, ipa: str) -> str:
        """eSpeak's names for sounds; only those of its English voices are known here."""
        english = any(
            primary(tag) == "en" for voice in self._offered if voice.file == file for _, tag in voice.languages
        )
        return mnemonics(ipa) if english else ""


def _named(name: str, offered: list[Any]) -> str:
    """The file of the voice a profile names: by file, by the voice's name, or by language tag."""
    wanted = name.casefold()
    for voice in offered:
        if wanted in (voice.file.casefold(), voice.name.casefold()):
            return str(voice.file)
    by_tag = _tagged(wanted, offered)
    if by_tag is None:
        known = sorted({tag for voice in offered for _, tag in voice.languages})
        raise UsageError(f"no voice {name} here", hint=did_you_mean(name, known))
    return by_tag


def _for_language(lang: str, offered: list[Any]) -> str | None:
    """The best voice for a BCP 47 tag: its own, or its primary language's; None where there is neither."""
    return _tagged(lang.casefold(), offered) or _tagged(primary(lang), offered)


def _tagged(tag: str, offered: list[Any]) -> str | None:
    ranked = [
        (priority, voice.file)
        for voice in offered
        for priority, own in voice.languages
        if own.casefold() == tag and not voice.file.startswith("mb/")  # MBROLA voices need their own data
    ]
    return min(ranked)[1] if ranked else None


def _little_endian(pcm: bytes) -> bytes:
    if sys.byteorder == "little":
        return pcm
    from array import array

    samples = array("h", pcm)
    samples.byteswap()
    return samples.tobytes()


@contextmanager
def _driver() -> Iterator[Any]:
    try:
        import pyttsx3

        driver = pyttsx3.init()
    except Exception as error:  # drivers raise whatever their platform does
        raise AccessNewsError(f"the system's voices do not start: {error}") from error
    driver.runAndWait()  # the first call of a process writes nothing
    yield driver
    driver.stop()


@contextmanager
def _system_voice(voice: Voice) -> Iterator[Say]:
    """pyttsx3's public way: a sound file an utterance, no word times."""
    from accessnews.audio.join import read_sound

    with _driver() as driver, tempfile.TemporaryDirectory(prefix="accessnews-") as folder:
        if voice.voice:
            known = [str(offered.id) for offered in driver.getProperty("voices")]
            if voice.voice not in known:
                raise UsageError(f"no voice {voice.voice} here", hint=did_you_mean(voice.voice, known))
            driver.setProperty("voice", voice.voice)
        driver.setProperty("rate", voice.rate)

        def say(utterance: Utterance) -> SynthesizedSpeech:
            file = Path(folder) / f"{utterance.id}.wav"
            with redirect_stdout(sys.stderr):  # drivers print, and stdout is for results
                driver.save_to_file(utterance.spoken, str(file))
                driver.runAndWait()
            if not file.is_file():
                raise AccessNewsError("the voice said nothing", utterance.at)
            pcm, rate = read_sound(file)
            file.unlink()
            return SynthesizedSpeech(pcm, rate)

        yield say


def _tag(languages: list[Any]) -> str:
    first = languages[0] if languages else ""
    return first.decode("ascii", "replace").strip("\x05") if isinstance(first, bytes) else str(first)
