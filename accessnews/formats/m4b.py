"""The edition as one audiobook: AAC-LC in MP4, with its chapters, its cover and what it is called.

Chapters are there twice: as a text track, which Apple's players and most others read, and as Nero's list, which
many players on Android read. The table of all sound stands before the sound, so that a player can begin at once.
"""

import struct
from collections.abc import Iterator, Sequence
from functools import partial
from os import SEEK_END
from typing import IO

from accessnews.audio import encode
from accessnews.audio.languages import iso_639_2
from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.formats._tags import common_tags, cover
from accessnews.model.article import Article
from accessnews.narration.timeline import Chapter
from accessnews.text.blob import Blob

_BITRATE = 48_000
# At an even quality, rather than an even rate, FFmpeg's fast coder need not try again for each frame: it takes little
# more than half the time, and what it does worst is better. So it is without noise shaping and noise substitution.
_CODER = {"aac_coder": "fast", "aac_tns": "0", "aac_pns": "0", "flags": "+qscale", "global_quality": "150"}
_AUDIOBOOK = "2"  # the kind of a file, in Apple's list
_NERO = 255  # entries that Nero's list can hold, and bytes that a title in it can have


def ready(article: Article) -> None:
    """Raises UsageError where the codecs are not installed."""
    encode.check_installed()


def write(edition: Edition) -> Iterator[Artifact]:
    yield Artifact(f"{edition.slug}.m4b", "audio/mp4", Blob.of(partial(_fill, edition)), "audiobook", "M4B")


def _fill(edition: Edition, file: IO[bytes]) -> None:
    chapters = edition.timeline.chapters
    _, photo = cover(edition) or ("", None)
    encode.encode(edition.recording, _form(edition), _tags(edition), file, chapters, photo)
    _mend(file, chapters)


def _form(edition: Edition) -> encode.Form:
    """How it is encoded; without Nero's list, which players prefer, where it cannot hold every chapter."""
    rate = edition.recording.rate
    flags = "+faststart" if len(edition.timeline.chapters) <= _NERO else "+faststart+disable_chpl"
    # In the recording's own unit every time is exact; FFmpeg's is the millisecond.
    container = {"brand": "M4B ", "movflags": flags, "movie_timescale": str(rate)}
    lang = iso_639_2(edition.article.lang)
    return encode.Form("mp4", "aac", rate, _BITRATE, container, _CODER, lang)


def _tags(edition: Edition) -> dict[str, str]:
    tags = common_tags(edition)
    more = {"album": tags["title"], "genre": "Audiobook", "media_type": _AUDIOBOOK}
    return tags | more | ({"description": edition.article.summary} if edition.article.summary else {})


def _mend(file: IO[bytes], chapters: Sequence[Chapter]) -> None:
    """Correct in place what FFmpeg gets wrong: all titles are English, Nero's are cut within a letter."""
    sound, *texts = _boxes(file, b"moov", b"trak", b"mdia", b"mdhd")
    for text in texts:
        _put(file, _language_at(file, text), _read(file, _language_at(file, sound), 2))
    for nero in _boxes(file, b"moov", b"udta", b"chpl"):
        at = nero + 9  # past version, flags and count
        for title in (encode.one_line(chapter.title).encode() for chapter in chapters):
            at += 9  # past time and length
            if len(title) > _NERO:
                _put(file, at, _shortened(title))
            at += min(len(title), _NERO)


def _shortened(title: bytes) -> bytes:
    """As many bytes as an entry of Nero's list can have: whole characters, an ellipsis, and spaces if need be."""
    ellipsis = "…".encode()
    start = title[: _NERO - len(ellipsis)].decode(errors="ignore").encode()
    return (start + ellipsis).ljust(_NERO)


def _boxes(file: IO[bytes], *path: bytes, start: int = 0, end: int = 0) -> Iterator[int]:
    """Where in a file the contents of every box at a path begin; nothing behind the sound is looked for."""
    end = end or file.seek(0, SEEK_END)
    while start < end:
        size, kind = struct.unpack(">I4s", _read(file, start, 8))
        if kind == b"mdat":
            return
        if kind == path[0]:
            inside = path[1:]
            yield from _boxes(file, *inside, start=start + 8, end=start + size) if inside else (start + 8,)
        start += size


def _language_at(file: IO[bytes], header: int) -> int:
    """Where in a file a media header says its language; one with 64-bit times says it later."""
    return header + (32 if _read(file, header, 1) == b"\1" else 20)


def _read(file: IO[bytes], at: int, size: int) -> bytes:
    file.seek(at)
    return file.read(size)


def _put(file: IO[bytes], at: int, data: bytes) -> None:
    file.seek(at)
    file.write(data)


FORMAT = Format(write, ready=ready, slow=True)
