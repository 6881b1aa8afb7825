"""A synthesiser: one sentence in, PCM and word events out."""

import ctypes
import os
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.tts._espeak.installed import DONT_EXIT, REINSTALL, STEADY
from accessnews.tts._espeak.notation import Notation, Passage, Phonemes, WordEvent, written

# At full volume loud syllables reach the end of the 16-bit range, and eSpeak's gain control, which runs on
# from call to call, turns what follows down. Below that, it never acts.
_VOLUME = 75
_PAUSE = re.compile(r"[.,;:!?…—–][\"'”’»)\]\s]*$")
_IPA = 2  # of espeak_TextToPhonemes: no mnemonics
_ANY_RATE, _ANY_PITCH = 165, 50
# To trill, eSpeak makes every fourth cycle of the voice weaker, by a count that runs on from call to call: which of a
# sentence is the first weak one depends on what was said before. English voices trill in Scotland alone, and
# where they say words in other letters, for which eSpeak takes the sounds of another language.
_CYCLES = 4
_TRILL = Notation("[[R2]]", "", (Passage(0, 0, 0),))
_TRILLER = ("en", _ANY_RATE, _ANY_PITCH)
_NO_TRILL = re.compile(r"gmw/en(?!-GB-scotland)")
_OTHER_LETTERS = re.compile("[\u0370-\u1fff\u2c00-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Sound:
    """16-bit mono PCM in the machine's byte order and its word events, in order."""

    pcm: bytes
    words: tuple[WordEvent, ...]


@dataclass(frozen=True, slots=True)
class LibraryVoice:
    """A voice of this installation. ``languages`` are (priority, BCP 47 tag), the lowest number serves best."""

    file: str
    name: str
    languages: tuple[tuple[int, str], ...]


class Synthesiser:
    """One eSpeak, a library of its own with its one state. Threads take turns with it.

    ``binding`` is pyttsx3's, for its types and numbers; ``library`` is the one that speaks.
    """

    def __init__(self, binding: ModuleType, library: ctypes.CDLL, data: Path) -> None:
        self.binding: Any = binding
        self._library = library
        self._turn = threading.Lock()
        mode = binding.AUDIO_OUTPUT_SYNCHRONOUS
        self.rate: int = library.espeak_Initialize(mode, 0, os.fsencode(data), DONT_EXIT)  # frames a second
        if self.rate <= 0:
            raise AccessNewsError(f"eSpeak NG does not start with the data in {data}", hint=REINSTALL)
        self._callback = binding.t_espeak_callback(self._take)  # eSpeak holds on to its bare address
        library.espeak_SetSynthCallback(self._callback)
        self._chosen: tuple[str, int, int] | None = None
        self._pcm: list[bytes] = []
        self._words: list[WordEvent] = []
        self._choose(*_TRILLER)
        self._trills = {_TRILLER: self._last_trill()}

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
        notation = written(text, phonemes)
        with self._turn:
            if not _NO_TRILL.match(voice) or _OTHER_LETTERS.search(text):
                self._rewind((voice, rate, pitch))
            self._choose(voice, rate, pitch)
            return Sound(self._speak(notation, goes_on), tuple(notation.words(self._words)))

    def _rewind(self, speaker: tuple[str, int, int]) -> None:
        """Bring the count of cycles to where it was at the start: trill until it sounds as it did there."""
        heard = self._trills.get(speaker)
        triller = speaker if heard else _TRILLER
        self._choose(*triller)
        for _ in range(_CYCLES):
            if self._speak(_TRILL) == self._trills[triller]:
                break
        if heard is None:
            self._choose(*speaker)
            self._trills[speaker] = self._last_trill()

    def _last_trill(self) -> bytes:
        """The last of four trills, after which the count is where it was before; empty where they sound alike."""
        trills = [self._speak(_TRILL) for _ in range(_CYCLES)]
        return trills[-1] if len(set(trills)) == _CYCLES else b""

    def _speak(self, notation: Notation, goes_on: bool = False) -> bytes:
        self._pcm, self._words = [], []
        text = notation.text.encode("utf-8", "replace")  # half a surrogate pair is a question mark
        flags = self.binding.CHARS_UTF8 | (self.binding.PHONEMES if notation.stretches else 0)
        if goes_on and _PAUSE.search(notation.text):
            flags |= self.binding.ENDPAUSE
        elif goes_on:
            text += b","  # without ENDPAUSE it is a tone and no pause
        size, start = ctypes.c_size_t(len(text) + 1), self.binding.POS_CHARACTER
        self._library.espeak_Synth(text, size, 0, start, 0, flags, None, None)
        return b"".join(self._pcm)

    def ipa(self, text: str, voice: str, phonemes: Sequence[Phonemes] = ()) -> str:
        """What ``say`` would say, in the International Phonetic Alphabet; clauses are parted by two blanks."""
        notation = written(text, phonemes)
        with self._turn:
            self._choose(voice, _ANY_RATE, _ANY_PITCH)
            # Whether [[ ]] holds phonemes is as the last call had it.
            self._speak(Notation("", "", notation.stretches))
            return "  ".join(filter(None, self._clauses(notation.text.encode("utf-8", "replace"))))

    def _clauses(self, text: bytes) -> Iterator[str]:
        translate = self._library.espeak_TextToPhonemes
        translate.restype = ctypes.c_char_p
        buffer = ctypes.create_string_buffer(text)
        unread = ctypes.c_void_p(ctypes.addressof(buffer))
        while unread.value:
            ipa_clause: bytes | None = translate(ctypes.byref(unread), self.binding.CHARS_UTF8, _IPA)
            yield (ipa_clause or b"").decode("utf-8", "replace").strip()

    def _choose(self, voice: str, rate: int, pitch: int) -> None:
        if self._chosen == (voice, rate, pitch):
            return
        self._chosen = None
        binding, library = self.binding, self._library
        if library.espeak_SetVoiceByName(f"{voice}+{STEADY}".encode()) != binding.EE_OK:
            raise UsageError(f"eSpeak NG has no voice {voice}", hint="accessnews voices lists what is here")
        for parameter, value in ((binding.RATE, rate), (binding.PITCH, pitch), (binding.VOLUME, _VOLUME)):
            library.espeak_SetParameter(parameter, value, 0)
        self._chosen = (voice, rate, pitch)

    def voices(self) -> list[LibraryVoice]:
        """Every voice of this installation, in the order of its files."""
        voices = []
        for voice in self._listed():
            address = ctypes.c_void_p.from_buffer(voice, self.binding.VOICE.languages.offset).value
            name, file = (part.decode("utf-8", "replace") for part in (voice.name, voice.identifier))
            voices.append(LibraryVoice(file, name, _languages(address or 0)))
        return sorted(voices, key=lambda offered: offered.file)

    def _listed(self) -> Iterator[Any]:
        listing = self._library.espeak_ListVoices
        listing.restype = ctypes.POINTER(ctypes.POINTER(self.binding.VOICE))
        with self._turn:
            pointers = listing(None)
            number = 0
            while pointers[number]:
                yield pointers[number][0]
                number += 1

    def version(self) -> str:
        self._library.espeak_Info.restype = ctypes.c_char_p
        info: bytes = self._library.espeak_Info(None)
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
                self._words.append(WordEvent(event.text_position - 1, event.length, max(event.sample, before)))
        return 0


def _languages(address: int) -> tuple[tuple[int, str], ...]:
    """A voice's languages: bytes of priority, each followed by a NUL-terminated tag; a priority of 0 ends them."""
    languages = []
    while address and (priority := ctypes.string_at(address, 1)[0]):
        tag = ctypes.string_at(address + 1)
        languages.append((priority, tag.decode("ascii", "replace")))
        address += len(tag) + 2
    return tuple(languages)
