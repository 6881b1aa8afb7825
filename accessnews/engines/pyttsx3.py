"""The default engine: pyttsx3. On Linux eSpeak NG with word times; elsewhere the system's own voices."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, redirect_stdout
from pathlib import Path
from typing import Any

from accessnews.errors import AccessNewsError, UsageError, did_you_mean
from accessnews.script import Utterance
from accessnews.settings import Voice
from accessnews.speech import Offer, Say, Speech, Word

WORKERS = 1  # eSpeak has one state a process
KEPT = False  # a voice this cheap speaks faster than a disk answers


def open_voice(voice: Voice) -> AbstractContextManager[Say]:
    """Raises UsageError where the voice, or one for an utterance's language, is not there."""
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


@contextmanager
def _espeak_voice(voice: Voice) -> Iterator[Say]:
    """eSpeak has one state a process: the voice is set anew wherever two utterances differ in language."""
    speaker = _synthesiser()
    offered = speaker.voices()
    own = _named(voice.voice, offered) if voice.voice else _for_language(voice.lang, offered)
    files = {voice.lang: own}

    def say(utterance: Utterance) -> Speech:
        lang = utterance.lang
        if lang not in files:
            same = _primary(lang) == _primary(voice.lang)
            files[lang] = own if same else _for_language(lang, offered)
        sound = speaker.say(utterance.spoken, files[lang], voice.rate, voice.pitch)
        words = tuple(Word(word.start, word.start + word.length, word.frame) for word in sound.words)
        return Speech(_little_endian(sound.pcm), speaker.rate, words)

    yield say


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


def _for_language(lang: str, offered: list[Any]) -> str:
    """The best voice for a BCP 47 tag: its own, or its primary language's."""
    file = _tagged(lang.casefold(), offered) or _tagged(_primary(lang), offered)
    if file is None:
        hint = "accessnews voices lists the languages there are"
        raise UsageError(f"no voice here speaks the language {lang}", hint=hint)
    return file


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
