"""Entries: what a sound is known by, and its bytes on disk.

An entry is a head, the name of its maker, the words, the PCM and a CRC-32 of all that and of its key, so that
an entry under another's name is none. The PCM stands as it is: of Piper's speech, one second of which takes
29 ms to make, raw PCM takes 0.06 ms to fetch; zlib makes it a quarter smaller and takes 0.2 ms more, FLAC
halves it and takes 0.3 ms more and a library of 4 MB.
"""

import hashlib
import struct
import zlib

from accessnews.narration.script import Utterance
from accessnews.narration.speech import SynthesizedSpeech, WordBoundary

VERSION = 1  # of keys and entries; one more wherever either changes its meaning

_MAGIC = b"anspeech"
_HEAD = struct.Struct("<8sHHIIQ")  # magic, version, bytes of the maker, rate, words, bytes of PCM
_WORD = struct.Struct("<qqq?")
_SUM = struct.Struct("<I")
_LONGEST_MAKER = 80  # bytes

FRONT = _HEAD.size + _LONGEST_MAKER
"""As many bytes of an entry are enough for ``maker_of``."""


def key(identity: str, utterance: Utterance) -> str:
    """64 hexadecimal digits for all that shapes a sound: how it is made, and what is said in which language.

    Not what is shown, nor where: the same sentence elsewhere sounds the same.
    """
    parts = [identity, utterance.lang]
    for span in utterance.spans:
        parts += [span.spoken, span.lang, span.ipa]
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    packed = b"".join(len(part).to_bytes(8, "little") + part for part in encoded)  # no two lists give the same bytes
    return hashlib.sha256(VERSION.to_bytes(2, "little") + packed).hexdigest()


def encode(key: str, speech: SynthesizedSpeech, maker: str) -> bytes | None:
    """The bytes of an entry; None for a speech with numbers beyond what one holds."""
    name = maker.encode("utf-8", "replace")[:_LONGEST_MAKER].decode("utf-8", "ignore").encode()
    words = speech.words
    try:
        head = _HEAD.pack(_MAGIC, VERSION, len(name), speech.rate, len(words), len(speech.pcm))
        packed = b"".join(_WORD.pack(word.start, word.end, word.frame, word.estimated) for word in words)
    except struct.error:
        return None
    front = head + name + packed
    return b"".join((front, speech.pcm, _SUM.pack(zlib.crc32(speech.pcm, zlib.crc32(front, _seed(key))))))


def decode(key: str, data: bytes) -> SynthesizedSpeech | None:
    """The speech in an entry; None where the bytes are not a whole entry of this version under this key."""
    view = memoryview(data)
    if len(data) < _HEAD.size + _SUM.size or _SUM.unpack(view[-_SUM.size :])[0] != _checksum(key, view):
        return None
    magic, version, name, rate, count, length = _HEAD.unpack_from(view)
    front = _HEAD.size + name
    pcm = front + count * _WORD.size
    if magic != _MAGIC or version != VERSION or pcm + length + _SUM.size != len(data):
        return None
    words = tuple(WordBoundary(*word) for word in _WORD.iter_unpack(view[front:pcm]))
    return SynthesizedSpeech(bytes(view[pcm : pcm + length]), rate, words)


def maker_of(data: bytes) -> str:
    """The maker's name in the first bytes of an entry; empty where there is none."""
    if len(data) < _HEAD.size:
        return ""
    magic, version, length, *_ = _HEAD.unpack_from(data)
    known = magic == _MAGIC and version == VERSION
    return data[_HEAD.size : _HEAD.size + min(length, _LONGEST_MAKER)].decode("utf-8", "replace") if known else ""


def _checksum(key: str, entry: memoryview) -> int:
    return zlib.crc32(entry[: -_SUM.size], _seed(key))


def _seed(key: str) -> int:
    return zlib.crc32(key.encode())
