"""A few words as they are spoken, for whoever mends a pronunciation."""

import io
import shutil
import subprocess
import tempfile
import wave
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from accessnews import tts
from accessnews.model.errors import AccessNewsError, Place, UsageError
from accessnews.model.settings import Voice
from accessnews.narration.script import Role, Utterance
from accessnews.normalize import Span, normalize, pls
from accessnews.normalize.de.numerals import SEAM
from accessnews.normalize.lexicon import Lexicon
from accessnews.pipeline.configuration import Config
from accessnews.text.decode import BINARY
from accessnews.text.files import write
from accessnews.text.sentences import sentences
from accessnews.text.stream import numbered_lines
from accessnews.text.unicode import has_words
from accessnews.tts import _profiles, _voiceset

LONGEST = 20_000  # characters to say: about 25 minutes
_PLAYERS = {  # a program: what comes before the file's name
    "aplay": ["-q"],
    "paplay": [],
    "afplay": [],
    "ffplay": ["-nodisp", "-autoexit", "-loglevel", "error"],
    "powershell": ["-NoProfile", "-Command", "& {(New-Object Media.SoundPlayer $args[0]).PlaySync()}"],
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How something is said: by which voice, in which language, with which pronunciations."""

    voice: Voice
    lang: str
    lexicon: Lexicon
    quotes: bool = False  # whether quotation marks are said

    def spans(self, text: str) -> tuple[Span, ...]:
        return normalize(text, self.lang, self.lexicon, self.quotes)


def project_manner(config: Config, story: Path | None = None) -> Manner:
    """The project's voice and lexicon, and those beside ``story``; a language that nobody chose is the voice's."""
    voice = _profiles.load(config.settings.voice, config.folder)
    lang = voice.lang if config.origins["lang"] == "default" else config.settings.lang
    return Manner(voice, lang, pls.load(lang, config.folder, story), config.settings.speak_quotes)


def profile_manner(name: str, config: Config) -> Manner:
    """A profile in its own language, with the project's pronunciations. Raises UsageError where there is none."""
    voice = _profiles.load(name, config.folder)
    return Manner(voice, voice.lang, pls.load(voice.lang, config.folder), config.settings.speak_quotes)


def utterances(text: str, manner: Manner) -> list[Utterance]:
    """The sentences of a text. Raises UsageError where there is nothing to say, too much of it, or no text."""
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise UsageError(BINARY)
    if len(text) > LONGEST:
        message = f"a text of {len(text):,} characters; the limit is {LONGEST:,}"
        raise UsageError(message, hint="put it into a story: accessnews render STORY")
    spans = [span for span in sentences(text, manner.lang) if has_words(text[slice(*span)])]
    if not spans:
        raise UsageError("there is nothing to say", hint='accessnews say "Kyiv and Lviv"')
    return [
        Utterance(f"b01s{number}", Role.BODY, manner.lang, Place("text"), spoken, number == len(spans))
        for number, (start, end) in enumerate(spans, 1)
        if (spoken := manner.spans(text[start:end]))
    ]


def shown(utterances: Iterable[Utterance], manner: Manner) -> Iterator[str]:
    """Lines for each sentence: as written, as said, what differs span by span, and the sounds."""
    for utterance in utterances:
        yield utterance.display.strip()
        yield f"  said: {utterance.spoken.strip()}"
        for span in utterance.spans:
            if span.ipa or span.spoken != span.written:
                yield f"  {span.written.strip() or 'between'}: {_means(span)}"
        sounds = phonemes(utterance, manner.voice)
        if sounds:
            yield f"  sounds: {sounds}"


def _means(span: Span) -> str:
    words = "" if span.spoken == span.written and span.ipa else span.spoken.strip() or "not said"
    return " ".join(filter(None, (words, f"/{span.ipa}/" if span.ipa else "")))


def phonemes(utterance: Utterance, voice: Voice) -> str:
    """What an engine says it will say, in the International Phonetic Alphabet; empty where it does not tell."""
    tell = getattr(tts.engine(voice.engine), "phonemes", None)
    return str(tell(utterance, voice)) if tell else ""


def records(stream: BinaryIO, name: str, manner: Manner) -> Iterator[dict[str, object]]:
    """A JSON object for every line of a text in UTF-8: its spans as "pieces", and both their sides joined.

    Raises AccessNewsError, with the line, where it cannot be read on.
    """
    for _, line in numbered_lines(stream, name, "text", "sentence"):
        text = line.rstrip("\r\n")
        pairs = [[span.written, span.spoken.replace(SEAM, "")] for span in manner.spans(text)]
        yield {"display": text, "spoken": "".join(spoken for _, spoken in pairs), "pieces": pairs}


def spoken(utterances: Sequence[Utterance], voice: Voice) -> bytes:
    """A WAV file of the utterances, with the voice's own pauses.

    Raises AccessNewsError where the voice gives no sound for one of them: nobody would see what is missing.
    """
    from accessnews.audio.join import RATE, joined, no_sound

    sound = io.BytesIO()
    with _voiceset.open_voices(voice) as voices, wave.open(sound, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        speeches = ((utterance, voices.say(utterance)) for utterance in utterances)
        for utterance, (clip, pcm) in zip(utterances, joined(speeches, voice.pauses), strict=True):
            if clip.is_silent:
                raise no_sound(utterance)
            file.writeframes(pcm)
    return sound.getvalue()


def save(sound: bytes, path: Path) -> None:
    """Write a WAV file, whole or not at all."""
    if path.suffix.lower() != ".wav":
        raise UsageError(f"{path}: only WAV is written here", hint="let the name end in .wav")
    write(path, sound)


def play(sound: bytes) -> None:
    """Play a WAV file by the first player there is. Raises AccessNewsError where there is none, or no loudspeaker."""
    program = next(filter(None, map(shutil.which, _PLAYERS)), None)
    hint = "write it to a file with -o FILE.wav"
    if not program:
        raise AccessNewsError(f"no program to play sound: {', '.join(_PLAYERS)}", hint=hint)
    name = Path(program).stem.lower()
    with tempfile.TemporaryDirectory(prefix="accessnews-") as folder:
        file = Path(folder) / "said.wav"
        file.write_bytes(sound)
        command = [program, *_PLAYERS[name], str(file)]
        player = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 (ours)
    if player.returncode:
        reason = player.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or ["it gave no reason"]
        raise AccessNewsError(f"{name} does not play: {reason[0][:200]}", hint=hint)
