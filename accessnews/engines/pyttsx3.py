"""The default engine: pyttsx3. On Linux eSpeak NG with word times; elsewhere the system's own voices."""

import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from accessnews.errors import AccessNewsError, UsageError, did_you_mean
from accessnews.script import Utterance
from accessnews.settings import Voice
from accessnews.speech import Offer, Say, Speech, Word
from accessnews.spoken import Piece

WORKERS = 1  # eSpeak has one state a process
KEPT = False  # a voice this cheap speaks faster than a disk answers


def open_voice(voice: Voice) -> AbstractContextManager[Say]:
    """Raises UsageError where the voice is not there. What is in a language without a voice it says itself."""
    return _espeak_voice(voice) if _espeak_is_driver() else _system_voice(voice)


def version(voice: Voice) -> str:
    from importlib.metadata import version as installed

    library = f", {_synthesiser().version()}" if _espeak_is_driver() else f", {sys.platform} voices"
    return f"pyttsx3 {installed('pyttsx3')}{library}"


def identity(voice: Voice) -> str:
    return f"{version(voice)}, {voice.voice or voice.lang}, {voice.rate}, {voice.pitch}"


def offers() -> list[Offer]:
    if _espeak_is_driver():
        return [
            Offer(offered.file, offered.languages[0][1], offered.name)
            for offered in _synthesiser().voices()
            if offered.languages
        ]
    with _driver() as driver:
        return [
            Offer(str(voice.id), _tag(voice.languages), str(voice.name)) for voice in driver.getProperty("voices")
        ]


def _espeak_is_driver() -> bool:
    return sys.platform not in ("darwin", "win32")  # where pyttsx3 has no other driver


def _synthesiser() -> Any:
    from accessnews.espeak import synthesiser

    return synthesiser()


def missing(utterances: Iterable[Utterance], voice: Voice) -> list[tuple[Utterance, str]]:
    """The utterances with words in a language that no voice here speaks, and that language: ``voice`` says them."""
    speaks = _Speaker(voice).speaks if _espeak_is_driver() else lambda lang: _primary(lang) == _primary(voice.lang)
    return [
        (utterance, lang)
        for utterance in utterances
        for lang in dict.fromkeys(piece.lang or utterance.lang for piece in utterance.pieces if _has_words(piece))
        if not speaks(lang)
    ]


def phonemes(utterance: Utterance, voice: Voice) -> str:
    """What the voice makes of an utterance, in the International Phonetic Alphabet; empty where it does not tell."""
    return _Speaker(voice).ipa(utterance) if _espeak_is_driver() else ""


@contextmanager
def _espeak_voice(voice: Voice) -> Iterator[Say]:
    yield _Speaker(voice).say


# What closes a phrase is said, as a pause, by the voice of the phrase.
_CLOSERS = re.compile(r"[\s.,;:!?…”’\"')\]»—–]*")


@dataclass(slots=True)
class _Run:
    """Characters of an utterance's spoken text, from ``start`` on, that one voice says."""

    file: str
    start: int
    text: str = ""
    phonemes: list[tuple[int, int, str]] = field(default_factory=list)  # start and end in ``text``, mnemonics


class _Speaker:
    """eSpeak with a profile's voice, and with others for the languages that it does not speak."""

    def __init__(self, voice: Voice) -> None:
        self.synthesiser = _synthesiser()
        self.voice = voice
        self._offered = self.synthesiser.voices()
        own = _named(voice.voice, self._offered) if voice.voice else _for_language(voice.lang, self._offered)
        if own is None:
            hint = "accessnews voices lists the languages there are"
            raise UsageError(f"no voice here speaks the language {voice.lang}", hint=hint)
        self._own = own
        self._files: dict[str, str | None] = {}

    def say(self, utterance: Utterance) -> Speech:
        """Its runs one after the other; eSpeak leaves 8 to 16 ms of silence at the end of each."""
        runs = list(self._runs(utterance))
        pcm, words = b"", []
        for number, run in enumerate(runs, 1):
            rate, pitch, goes_on = self.voice.rate, self.voice.pitch, number < len(runs)
            sound = self.synthesiser.say(run.text, run.file, rate, pitch, run.phonemes, goes_on)
            for word in sound.words:
                start = run.start + word.start
                words.append(Word(start, start + word.length, len(pcm) // 2 + word.frame))
            pcm += sound.pcm
        return Speech(_little_endian(pcm), self.synthesiser.rate, tuple(words))

    def ipa(self, utterance: Utterance) -> str:
        runs = self._runs(utterance)
        return "  ".join(self.synthesiser.ipa(run.text, run.file, run.phonemes) for run in runs).strip()

    def speaks(self, lang: str) -> bool:
        return self._file(lang) is not None

    def _file(self, lang: str) -> str | None:
        if lang not in self._files:
            same = _primary(lang) == _primary(self.voice.lang)
            self._files[lang] = self._own if same else _for_language(lang, self._offered)
        return self._files[lang]

    def _runs(self, utterance: Utterance) -> Iterator[_Run]:
        run, at = _Run("", 0), 0
        for text, lang, ipa in _parts(utterance):
            file = (self._file(lang) or self._own) if lang else run.file
            if run.file and file != run.file:
                yield run
                run = _Run(file, at)
            run.file = file
            if ipa and (mnemonics := self._mnemonics(file, ipa)):
                run.phonemes.append((len(run.text), len(run.text) + len(text), mnemonics))
            run.text += text
            at += len(text)
        run.file = run.file or self._own
        yield run

    def _mnemonics(self, file: str, ipa: str) -> str:
        """eSpeak's names for sounds; only those of its English voices are known here."""
        from accessnews.espeak import mnemonics

        english = any(
            _primary(tag) == "en" for voice in self._offered if voice.file == file for _, tag in voice.languages
        )
        return mnemonics(ipa) if english else ""


def _parts(utterance: Utterance) -> Iterator[tuple[str, str, str]]:
    """The spoken text as (text, language, IPA); what has no word of its own has no language."""
    for piece in utterance.pieces:
        closers = _CLOSERS.match(piece.spoken)
        cut = closers.end() if closers and not piece.ipa else 0
        lang = (piece.lang or utterance.lang) if _has_words(piece) else ""
        yield piece.spoken[:cut], "", ""
        yield piece.spoken[cut:], lang, piece.ipa


def _has_words(piece: Piece) -> bool:
    return any(character.isalnum() for character in piece.spoken)


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
    return _tagged(lang.casefold(), offered) or _tagged(_primary(lang), offered)


def _tagged(tag: str, offered: list[Any]) -> str | None:
    ranked = [
        (priority, voice.file)
        for voice in offered
        for priority, own in voice.languages
        if own.casefold() == tag and not voice.file.startswith("mb/")  # MBROLA voices need their own data
    ]
    return min(ranked)[1] if ranked else None


def _primary(lang: str) -> str:
    return lang.split("-")[0].casefold()


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
    from accessnews.audio.joining import read_sound

    with _driver() as driver, tempfile.TemporaryDirectory(prefix="accessnews-") as folder:
        if voice.voice:
            known = [str(offered.id) for offered in driver.getProperty("voices")]
            if voice.voice not in known:
                raise UsageError(f"no voice {voice.voice} here", hint=did_you_mean(voice.voice, known))
            driver.setProperty("voice", voice.voice)
        driver.setProperty("rate", voice.rate)

        def say(utterance: Utterance) -> Speech:
            file = Path(folder) / f"{utterance.id}.wav"
            with redirect_stdout(sys.stderr):  # drivers print, and stdout is for results
                driver.save_to_file(utterance.spoken, str(file))
                driver.runAndWait()
            if not file.is_file():
                raise AccessNewsError("the voice said nothing", utterance.at)
            pcm, rate = read_sound(file)
            file.unlink()
            return Speech(pcm, rate)

        yield say


def _tag(languages: list[Any]) -> str:
    first = languages[0] if languages else ""
    return first.decode("ascii", "replace").strip("\x05") if isinstance(first, bytes) else str(first)
