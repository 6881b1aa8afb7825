"""The music of a briefing, from the files that its programme names."""

from collections.abc import Callable
from pathlib import Path

from accessnews.audio.music import SILENT, Soundtrack, read_music
from accessnews.briefing.composition import Composition
from accessnews.briefing.programme import BriefingProgramme
from accessnews.model.errors import AccessNewsError
from accessnews.narration.script import HEAD, Script


def soundtrack(
    programme: BriefingProgramme, composition: Composition, lines: Script, loudness: Callable[[], float]
) -> Soundtrack:
    """The music where it sounds: ``loudness`` tells that of the voice in LUFS, where there is music.

    Raises AccessNewsError, with the key's line, for a file that is no music.
    """
    if not any((programme.opening, programme.closing, programme.between, programme.bed)):
        return SILENT
    level, names = loudness(), [utterance.id for utterance in lines.utterances]

    def read(key: str, file: Path | None, against: float = 0.0) -> bytes:
        try:
            return read_music(file, level + against) if file else b""
        except AccessNewsError as error:
            raise type(error)(f"{key}: {error.message}", programme.place(key), error.hint) from error

    before = {names[0]: read("opening", programme.opening)}
    sting = read("between", programme.between)
    last = {block: number for number, blocks in enumerate(composition.blocks) for block in blocks}
    ends = {last[line.block]: line.id for line in lines.utterances if line.block in last}
    after = dict.fromkeys(list(ends.values())[:-1], sting)
    after[names[-1]] = read("closing", programme.closing)
    bed = programme.bed
    under = []
    if bed:
        opens = [line.id for line in lines.utterances if line.block in (HEAD, *composition.frame[0])]
        closes = [line.id for line in lines.utterances if line.block in composition.frame[1]]
        under = [stretch for stretch in (opens, closes) if stretch]
    music = read("bed", bed.file, bed.level) if bed else b""
    return Soundtrack(_sounding(before), _sounding(after), music, under)


def _sounding(stings: dict[str, bytes]) -> dict[str, bytes]:
    return {name: pcm for name, pcm in stings.items() if pcm}
