"""eSpeak NG through pyttsx3's own binding: one sentence in, PCM and word events out.

The public API of pyttsx3 writes files, gives no word times and buffers quadratically; its binding
(``pyttsx3.drivers._espeak``) gives all that eSpeak has. The library and its data come from the wheel
``espeakng-loader``, or from the system where that is not installed.

eSpeak is one per process: it is initialised once, and is not safe to use from two threads.
"""

import ctypes
import hashlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from accessnews.errors import AccessNewsError, UsageError
from accessnews.espeak.notation import Notation, Phonemes, Word, written
from accessnews.espeak.phonemes import mnemonics
from accessnews.profiles import voices_folder

__all__ = ["Offered", "Phonemes", "Sound", "Synthesiser", "Word", "mnemonics", "synthesiser"]

# A voice that flutters does not say the same sentence twice alike, for its counter runs on from call to
# call. This variant, laid over any voice, stops it: speech becomes a function of the text.
STEADY = "steady"

_DONT_EXIT = 0x8000  # espeakINITIALIZE_DONT_EXIT: report missing data instead of ending the interpreter
# At full volume loud syllables reach the end of the 16-bit range, and eSpeak's gain control, which runs on
# from call to call, turns what follows down. Below that, it never acts.
_VOLUME = 75
_PAUSE = re.compile(r"[.,;:!?…—–][\"'”’»)\]\s]*$")
_IPA = 2  # of espeak_TextToPhonemes: no mnemonics
_ANY_RATE, _ANY_PITCH = 165, 50
_LONGEST_PATH = 150  # eSpeak refuses data paths over 160 characters


@dataclass(frozen=True, slots=True)
class Sound:
    """16-bit mono PCM in the machine's byte order and its word events, in order."""

    pcm: bytes
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """A voice of this installation. ``languages`` are (priority, BCP 47 tag), the lowest number serves best."""

    file: str
    name: str
    languages: tuple[tuple[int, str], ...]


class Synthesiser:
    """The process's one eSpeak. Get it from ``synthesiser()``."""

    def __init__(self, binding: ModuleType, data: Path) -> None:
        self.binding: Any = binding
        self.data = data
        self.rate: int = binding.Initialize(binding.AUDIO_OUTPUT_SYNCHRONOUS, 0, os.fsencode(data), _DONT_EXIT)
        if self.rate <= 0:
            raise AccessNewsError(f"eSpeak NG does not start with the data in {data}", hint=_REINSTALL)
        binding.SetSynthCallback(self._take)
        self._chosen: tuple[str, int, int] | None = None
        self._pcm: list[bytes] = []
        self._words: list[Word] = []

    def say(
        self,
        text: str,
        voice: str,
        rate: int,
        pitch: int,
        phonemes: Sequence[Phonemes] = (),
        goes_on: bool = False,
    ) -> Sound:
        """The sound of ``text`` as plain text: nothing in it steers the voice. ``phonemes`` say some of it.

        ``voice`` is a file out of ``voices()``, ``rate`` is in words a minute (80 to 450), ``pitch`` 0 to 100.
        Where the sentence ``goes_on`` in another voice, the tone does not fall, and the pause of a last comma is
        made. Raises UsageError where eSpeak has no such voice.
        """
        if self._chosen != (voice, rate, pitch):
            self._choose(voice, rate, pitch)
        notation = written(text, phonemes)
        self._speak(notation, goes_on)
        return Sound(b"".join(self._pcm), tuple(notation.words(self._words)))

    def _speak(self, notation: Notation, goes_on: bool = False) -> None:
        self._pcm, self._words = [], []
        text = notation.text.encode("utf-8", "replace")  # half a surrogate pair is a question mark
        flags = self.binding.CHARS_UTF8 | (self.binding.PHONEMES if notation.stretches else 0)
        if goes_on and _PAUSE.search(notation.text):
            flags |= self.binding.ENDPAUSE
        elif goes_on:
            text += b","  # without ENDPAUSE it is a tone and no pause
        self.binding.Synth(text, flags=flags)

    def ipa(self, text: str, voice: str, phonemes: Sequence[Phonemes] = ()) -> str:
        """What ``say`` would say, in the International Phonetic Alphabet; clauses are parted by two blanks."""
        self._choose(voice, _ANY_RATE, _ANY_PITCH)
        notation = written(text, phonemes)
        self._speak(Notation("", "", notation.stretches))  # whether [[ ]] holds phonemes is as the last call had it
        translate = self.binding.dll.espeak_TextToPhonemes
        translate.restype = ctypes.c_char_p
        buffer = ctypes.create_string_buffer(notation.text.encode("utf-8", "replace"))
        rest = ctypes.c_void_p(ctypes.addressof(buffer))
        clauses = []
        while rest.value:
            told: bytes | None = translate(ctypes.byref(rest), self.binding.CHARS_UTF8, _IPA)
            clauses.append((told or b"").decode("utf-8", "replace").strip())
        return "  ".join(filter(None, clauses))

    def _choose(self, voice: str, rate: int, pitch: int) -> None:
        self._chosen = None
        binding = self.binding
        if binding.SetVoiceByName(f"{voice}+{STEADY}".encode()) != binding.EE_OK:
            raise UsageError(f"eSpeak NG has no voice {voice}", hint="accessnews voices lists what is here")
        for parameter, value in ((binding.RATE, rate), (binding.PITCH, pitch), (binding.VOLUME, _VOLUME)):
            binding.SetParameter(parameter, value)
        self._chosen = (voice, rate, pitch)

    def voices(self) -> list[Offered]:
        """Every voice of this installation, in the order of its files."""
        found = []
        for voice in self.binding.ListVoices():
            address = ctypes.c_void_p.from_buffer(voice, self.binding.VOICE.languages.offset).value
            name, file = (part.decode("utf-8", "replace") for part in (voice.name, voice.identifier))
            found.append(Offered(file, name, _languages(address or 0)))
        return sorted(found, key=lambda offered: offered.file)

    def version(self) -> str:
        info: bytes = self.binding.Info(None)
        return f"eSpeak NG {info.decode('ascii', 'replace').split()[0]}"

    def _take(self, wav: Any, frames: int, events: Any) -> int:
        """eSpeak's callback: a buffer of sound and the events in it. Returns 0 to go on."""
        if frames > 0:
            self._pcm.append(ctypes.string_at(wav, frames * 2))
        number = 0
        while events[number].type != self.binding.EVENT_LIST_TERMINATED:
            event = events[number]
            number += 1
            if event.type == self.binding.EVENT_WORD:
                before = self._words[-1].frame if self._words else 0  # beyond 350 words a minute they may step back
                self._words.append(Word(event.text_position - 1, event.length, max(event.sample, before)))
        return 0


def _languages(address: int) -> tuple[tuple[int, str], ...]:
    """A voice's languages: bytes of priority, each followed by a NUL-terminated tag; a priority of 0 ends them."""
    found = []
    while address and (priority := ctypes.string_at(address, 1)[0]):
        tag = ctypes.string_at(address + 1)
        found.append((priority, tag.decode("ascii", "replace")))
        address += len(tag) + 2
    return tuple(found)


_REINSTALL = "reinstall with: pip install --force-reinstall espeakng-loader"


@cache
def synthesiser() -> Synthesiser:
    """The process's eSpeak: the wheel's, or the system's where the wheel is not installed."""
    bundled = _bundled()
    if bundled:
        # Loaded by path first, it is the one that the binding's look-up by name then finds.
        ctypes.CDLL(str(bundled[0]))
    try:
        from pyttsx3.drivers import _espeak
    except (RuntimeError, OSError, ImportError) as error:
        hint = "install espeakng-loader with pip, or the package espeak-ng of your system"
        raise AccessNewsError("no eSpeak NG library is to be found", hint=hint) from error
    data = bundled[1] if bundled else _system_data(_espeak)
    if not (data / "phontab").is_file():
        raise AccessNewsError(f"eSpeak NG's data is not complete: no phontab in {data}", hint=_REINSTALL)
    return Synthesiser(_espeak, _with_variant(data))


def _bundled() -> tuple[Path, Path] | None:
    """Library and data folder of the wheel, where it fits this machine."""
    if not sys.platform.startswith("linux"):
        return None  # the binding looks at fixed paths elsewhere
    try:
        import espeakng_loader
    except ImportError:
        return None
    folder = Path(espeakng_loader.__file__).parent
    library = folder / "libespeak-ng.so.1"
    return (library, folder / "espeak-ng-data") if library.is_file() else None


def _system_data(binding: Any) -> Path:
    """Where the system's library has its data: asked of itself, without starting it."""
    path = ctypes.c_char_p()
    binding.dll.espeak_Info.restype = ctypes.c_char_p
    if binding.Initialize(binding.AUDIO_OUTPUT_SYNCHRONOUS, 0, None, _DONT_EXIT) > 0:
        binding.dll.espeak_Info(ctypes.byref(path))
        binding.Terminate()
    return Path(os.fsdecode(path.value)) if path.value else Path()


def _with_variant(data: Path) -> Path:
    """A folder that shows eSpeak's data with our variant among its own, behind a path short enough for it.

    It is made once a user and installation, out of links (or copies, where links are not allowed), and
    appears by one rename.
    """
    variant = voices_folder() / "espeak" / STEADY
    name = hashlib.sha256(f"{data.resolve()}\0{data.stat().st_mtime_ns}\0{variant.read_text()}".encode())
    for base in _cache_folders():
        target = base / f"espeak-{name.hexdigest()[:12]}"
        if (target / "phontab").is_file() and (target / "voices" / "!v" / STEADY).is_file():
            return target
        try:
            base.mkdir(parents=True, exist_ok=True)
            staging = Path(tempfile.mkdtemp(prefix="making-", dir=base))
            _lay_out(data.resolve(), variant, staging)
            try:
                staging.rename(target)
            except OSError:  # another process was first, or a cleaner left half of it
                shutil.rmtree(target if not (target / "phontab").is_file() else staging, ignore_errors=True)
                if staging.is_dir():
                    staging.rename(target)
            return target
        except OSError:
            continue
    raise AccessNewsError("no folder to write to for the voice's data", hint="set TMPDIR to a folder with space")


def _cache_folders() -> list[Path]:
    folders = [
        Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "accessnews",
        Path(tempfile.gettempdir()) / f"accessnews-{getattr(os, 'getuid', lambda: 0)()}",
    ]
    return [folder for folder in folders if len(str(folder)) < _LONGEST_PATH]


def _lay_out(data: Path, variant: Path, target: Path) -> None:
    for entry in data.iterdir():
        if entry.name != "voices":
            _link(entry, target / entry.name)
    variants = target / "voices" / "!v"
    variants.mkdir(parents=True)
    for entry in (data / "voices").iterdir():
        if entry.name != "!v":
            _link(entry, target / "voices" / entry.name)
    for entry in (data / "voices" / "!v").iterdir():
        _link(entry, variants / entry.name)
    shutil.copyfile(variant, variants / STEADY)


def _link(source: Path, target: Path) -> None:
    try:
        target.symlink_to(source)
    except OSError:  # Windows without the privilege
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
