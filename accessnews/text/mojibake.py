"""Text that was encoded twice: UTF-8 read as Windows-1252 and written as UTF-8 again (â€œRenÃ©â€\x9d for “René”)."""

import re
from functools import partial

_BYTES = {bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0x100)}
_FOLLOWING = "".join(map(re.escape, (letter for letter, code in _BYTES.items() if code < 0xC0)))
_LEADS = {letter: code for letter, code in _BYTES.items() if 0xC2 <= code <= 0xF4}


def _class(low: int, high: int) -> str:
    return "".join(re.escape(letter) for letter, code in _LEADS.items() if low <= code <= high)


_TWICE = re.compile(
    rf"[{_class(0xC2, 0xDF)}][{_FOLLOWING}]"
    rf"|[{_class(0xE0, 0xEF)}][{_FOLLOWING}]{{2}}"
    rf"|[{_class(0xF0, 0xF4)}][{_FOLLOWING}]{{3}}"
    r"|â€(?=[\s<)\],.;:!?]|\Z)"  # the end of a quotation, whose last byte is no letter and was lost
)
_CERTAIN = re.compile(r"â€|[ÃÂ](?![‘’“”„‚…–—»›])" + f"[{_FOLLOWING}]")
_LIKELY = re.compile(r"[ÃÂ]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_ENOUGH, _SHARE = 5, 0.8  # of such letters, where none is certain: „MENÜ“ looks like one, too
_ROUNDS = 2  # how often text is encoded too often


def mended(text: str) -> tuple[str, list[tuple[str, str]]]:
    """``text`` as it was meant, and pairs of what was written and what is meant, each once.

    Nothing is changed where one of these letters stands in the text otherwise, too: it is about them, then.
    """
    pairs: dict[str, str] = {}
    for _ in range(_ROUNDS):
        if not _is_likely(text):
            break
        found = {match[0]: meant for match in _TWICE.finditer(text) if (meant := _meant(match[0]))}
        rest = _TWICE.sub("", text) if found else ""
        if not found or _LIKELY.search(rest) or any(meant in rest for meant in found.values() if meant.strip()):
            break
        text = _TWICE.sub(partial(_replaced, found), text)
        pairs |= found
    return text, list(pairs.items())


def _replaced(found: dict[str, str], match: re.Match[str]) -> str:
    return found.get(match[0], match[0])


def _is_likely(text: str) -> bool:
    if text.isascii() or _CERTAIN.search(text):
        return not text.isascii()
    letters = [match[0] for match in _TWICE.finditer(text)]
    beyond = len(_BEYOND_ASCII.findall(text))
    return len(letters) >= _ENOUGH and sum(map(len, letters)) >= _SHARE * beyond


def _meant(written: str) -> str:
    if written == "â€":
        return "”"
    try:
        return bytes(_BYTES[letter] for letter in written).decode("utf-8")
    except UnicodeDecodeError:
        return ""
