"""The programme as one MP3 a section, for players that know nothing but files: numbered, in a zip without folders."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import IO

from accessnews.audio import tags
from accessnews.audio.cut import Cutter
from accessnews.audio.mp3 import track_tag
from accessnews.bundle.archive import packed
from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.text.blob import Blob

_LONGEST = 40  # letters of a title in a name
_WORD = re.compile(r"-?[A-Za-z0-9]+(?:(?:['-]+|(?<=\d)[.,](?=\d))[A-Za-z0-9]+)*")
_SPELT = {
    **dict.fromkeys("’ʼʻʾʿ", "'"),
    **dict.fromkeys("\N{FRACTION SLASH}\N{MINUS SIGN}", "-"),
    **dict(zip("ßẞÆæŒœÞþŊŋ", ("ss", "SS", "AE", "ae", "OE", "oe", "Th", "th", "Ng", "ng"), strict=True)),
    **dict(zip("ŁłØøĐđÐðĦħŦŧıƏəƁɓƊɗƘƙƳƴ", "LlOoDdDdHhTtiEeBbDdKkYy", strict=True)),
}
"""Stands for characters that Unicode does not take apart into plain ones."""


def write(edition: Edition) -> Iterator[Artifact]:
    files = packed(_files(edition), edition.stamp)
    yield Artifact(f"{edition.slug}-mp3s.zip", "application/zip", files, "chapters", "MP3, ZIP")


def _files(edition: Edition) -> Iterator[Artifact]:
    """The sections as files, made one at a time: a section can be long. A picture stays within its own."""
    recording, sections = edition.recording, edition.timeline.sections
    whole = tags.of(edition.article, edition.slug, edition.narrators)
    album, total, cutter = whole.title, len(sections), Cutter(recording)
    digits = max(len(str(total)), 2)  # names stand in the order of their numbers
    for number, section in enumerate(sections, 1):
        length = section.end - section.start
        tag = track_tag(replace(whole, title=section.title), album, number, total, length, recording.rate)
        pieces = chain([tag], cutter.cut(section.start, section.end))
        data = Blob.of(partial(_fill, pieces))
        yield Artifact(
            f"{str(number).zfill(digits)} {_plain(section.title)}".rstrip() + ".mp3", recording.media_type, data
        )


def _fill(pieces: Iterable[bytes], file: IO[bytes]) -> None:
    file.writelines(pieces)


def _plain(name: str) -> str:
    """A title in letters that every player shows and every file system takes; empty where it has none of them."""
    plain = " ".join(_WORD.findall("".join(map(_ascii, _decomposed(name)))))
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST + 1].rpartition(" ")[0] or plain[:_LONGEST]


def _decomposed(name: str) -> str:
    """A title with its letters apart from their marks, and a half apart from the 3 before it."""
    apart = (f" {sign}" if unicodedata.decomposition(sign).startswith("<fraction>") else sign for sign in name)
    return unicodedata.normalize("NFKD", "".join(apart))


def _ascii(sign: str) -> str:
    """A character in ASCII: nothing for one that only changes others, a blank for one that has no equal."""
    if sign.isascii() or sign in _SPELT:
        return _SPELT.get(sign, sign)
    category = unicodedata.category(sign)
    return "-" if category == "Pd" else "" if category == "Cf" or category[0] == "M" else " "


FORMAT = Format(write)
