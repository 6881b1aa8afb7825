"""The bytes of a story file: read once, within bounds, and turned into text."""

import codecs
import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from accessnews.model.errors import AccessNewsError, Place, UsageError
from accessnews.model.findings import Finding
from accessnews.text.files import open_regular
from accessnews.text.mojibake import mended

LIMIT = 8_000_000  # bytes; a long novel is 1 MB
BINARY = "this is not text but binary data"

_MARKS = (  # byte order marks, the longest first: UTF-32's begins as UTF-16's does
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]")
_ENCODED = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")  # letters beyond ASCII, as UTF-8 has them
_STRANGERS = (  # what other programs save, by how it begins: name, hint
    (b"%PDF-", "a PDF", "save its text as .txt or .md"),
    (b"{\\rtf", "a rich-text (RTF) file", "save it as plain text"),
    (b"PK\x03\x04", "a zip archive or a word processor's file", "save it as plain text, .md or .html"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "save it as plain text"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A story file as text. Lines end in ``\\n``, whatever they ended in; none was lost or won."""

    path: Path
    text: str
    sha256: str  # of the bytes
    findings: tuple[Finding, ...] = ()

    def at(self, line: int) -> Place:
        return Place(str(self.path), line)


def open_source(path: Path, declared: Callable[[bytes], str] = lambda data: "") -> Source:
    """The story file at ``path``. ``declared`` reads the encoding's name out of the bytes, where the format has one.

    Raises UsageError where there is no such file, AccessNewsError where it cannot be read or is no text.
    """
    data = _bytes(path)
    sha256 = hashlib.sha256(data).hexdigest()
    _refuse_strangers(path, data)
    text, findings = _mended(path, *_decoded(path, data, declared))
    if "\0" in text or len(_CONTROLS.findall(text)) > 4 + len(text) // 50:
        hint = "save the story as plain text in UTF-8"
        raise AccessNewsError(BINARY, Place(str(path)), hint)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise AccessNewsError("the file is empty: there is only white space", Place(str(path)))
    return Source(path, text, sha256, findings)


def _bytes(path: Path) -> bytes:
    try:
        with open_regular(path) as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise UsageError("there is no such file", Place(str(path))) from error
    except IsADirectoryError as error:
        raise UsageError("this is a folder, not a story", Place(str(path)), "name the story's file in it") from error
    except PermissionError as error:
        hint = "make the file readable for you"
        raise AccessNewsError("no permission to read this file", Place(str(path)), hint) from error
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        raise UsageError(f"cannot read this file: {_reason(error)}", Place(str(path))) from error
    if len(data) > LIMIT:
        raise _too_large(path, max(size, len(data)))  # it grew, or its size is not known beforehand
    if not data:
        raise AccessNewsError("the file is empty", Place(str(path)))
    return data


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _too_large(path: Path, size: int) -> AccessNewsError:
    message = f"the story has {size / 1e6:.1f} MB; the limit is {LIMIT / 1e6:.0f} MB"
    return AccessNewsError(message, Place(str(path)), "split it into several stories")


def _refuse_strangers(path: Path, data: bytes) -> None:
    for begin, name, hint in _STRANGERS:
        if data.startswith(begin):
            raise AccessNewsError(f"this is {name}, not a story in text form", Place(str(path)), hint)


def _decoded(path: Path, data: bytes, declared: Callable[[bytes], str]) -> tuple[str, tuple[Finding, ...]]:
    """A byte order mark decides, then UTF-8 where it fits, then what the file declares, then the likeliest guess."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(path, data[len(mark) :], encoding)
    named = declared(data)
    if named and (data.isascii() or not _is_utf8(data)):
        return data.decode(named, _WESTERN if named == "utf-8" else "replace"), ()
    return _utf8(path, data)


def _mended(path: Path, text: str, findings: tuple[Finding, ...]) -> tuple[str, tuple[Finding, ...]]:
    """``text`` without letters that were encoded twice, which is told."""
    meant, pairs = mended(text)
    if not pairs:
        return text, findings
    line = text.count("\n", 0, text.find(pairs[0][0])) + 1
    shown = ", ".join(f"“{written}” is read as “{letter}”" for written, letter in pairs[:3] if written.isprintable())
    message = f"letters were encoded twice{': ' if shown else ''}{shown}{' …' if len(pairs) > 3 else ''}"
    hint = "compare with the source, and save the story as UTF-8 once"
    return meant, (*findings, Finding("encoding-guessed", message, Place(str(path), line), hint))


def decoded(path: Path, data: bytes) -> tuple[str, tuple[Finding, ...]]:
    """The text of a sheet or a list, whatever program saved it, and what is to be told of that.

    Raises AccessNewsError for what is marked as an encoding that it is not in.
    """
    return _decoded(path, data, _unmarked_utf16)


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without its mark is known by the halves of its first letters that are empty."""
    head = data[:200]
    empty = [head[start::2].count(0) * 4 > len(head) for start in (0, 1)]
    return {(True, False): "utf-16-be", (False, True): "utf-16-le"}.get((empty[0], empty[1]), "")


def _marked(path: Path, data: bytes, encoding: str) -> tuple[str, tuple[Finding, ...]]:
    if encoding == "utf-8":
        return _utf8(path, data)
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        message = f"the file is damaged: it is marked as {encoding[:6].upper()} and is not"
        raise AccessNewsError(message, Place(str(path)), "save the story as UTF-8") from error


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _utf8(path: Path, data: bytes) -> tuple[str, tuple[Finding, ...]]:
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        place = Place(str(path), line_at(data, error.start))
        foreign = sum(byte > 0x7F for byte in _ENCODED.sub(b"", data))
        if len(_ENCODED.findall(data)) > foreign:  # UTF-8 with a few foreign letters pasted in
            message, text = "not all of it is UTF-8: the rest is read as Windows-1252", data.decode("utf-8", _WESTERN)
        else:
            message, text = "not UTF-8: read as Windows-1252", data.decode("latin-1").translate(_LETTERS)
        return text, (Finding("encoding-guessed", message, place, "save the story as UTF-8"),)


def line_at(data: bytes, offset: int) -> int:
    """The line of a byte, counted from 1; a carriage return alone ends one too."""
    before = data[:offset].replace(b"\r\n", b"\n")
    return before.count(b"\n") + before.count(b"\r") + 1


_LETTERS = {  # Windows-1252 over Latin-1, as the WHATWG Encoding Standard has it: five bytes stay controls
    code: letter for code in range(0x80, 0xA0) if (letter := bytes([code]).decode("cp1252", "ignore"))
}
_WESTERN = "accessnews-western"


def _western(error: UnicodeError) -> tuple[str, int]:
    """Decoding goes on with what cannot be UTF-8 taken for Windows-1252."""
    assert isinstance(error, UnicodeDecodeError)
    foreign = error.object[error.start : error.end]
    return foreign.decode("latin-1").translate(_LETTERS), error.end


codecs.register_error(_WESTERN, _western)
