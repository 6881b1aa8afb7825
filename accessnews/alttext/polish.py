"""Polish: an alt as a screen reader should meet it. Marks that are named aloud become commas or go."""

import re

from accessnews.alttext.lexicon import words
from accessnews.alttext.phrase import tokens

_QUOTED = re.compile(r"(?:„(?P<low>[^“”\"«»„]{1,200})“|[“\"«](?P<high>[^“”\"«»„]{1,200})[”\"»])")
_STRAY_QUOTES = re.compile(r"[“”\"«»„]")
_DASHES = re.compile(r"\s*[—–]\s*(?=\D)|\s+-{1,3}\s+")
_COLON = re.compile(r"\s*:(?=\s|$)\s*")


def polish(text: str) -> str:
    """One sentence: commas for dashes and colons, quotes only round words in the picture, a full stop at the end."""
    text = _COLON.sub(", ", _DASHES.sub(", ", _unquoted(text)))
    text = re.sub(r"[\s,;:–—-]*(?:\.{2,}|…)\s*", " ", text) if text.rstrip().endswith(("…", "..")) else text
    text = re.sub(r"\s+([,.;!?])", r"\1", " ".join(text.split()))
    text = re.sub(r"([,;])(?:\s*[,;])+", r"\1", text).strip(" ,;:-–—")
    return _stopped(text[:1].upper() + text[1:]) if text else ""


def _stopped(text: str) -> str:
    """With one full stop at the end, inside a closing quote's sentence or not."""
    bare = text.rstrip(" ,;:!?")
    if text.rstrip().endswith((".”", '."', "!”", "?”", '!"', '?"')):
        return text.rstrip()
    return bare if bare.endswith(".") else bare + "."


def _unquoted(text: str) -> str:
    """Without quotation marks, except round what is written in the picture ("a sign reading “Stop”")."""
    kept = _QUOTED.sub(lambda match: _quote(text, match), text)
    if kept.count("\x00") % 2:
        kept = kept.replace("\x00", "")
    return _STRAY_QUOTES.sub("", kept).replace("\x00", '"')


def _quote(text: str, match: re.Match[str]) -> str:
    before = [token.low for token in tokens(text[: match.start()][-60:]) if token.is_word][-6:]
    written = any(low in words("words", "written") for low in before)
    inner = match["low"] or match["high"]
    return f"\x00{inner.strip(' ,')}\x00" if written else inner


def is_shouting(text: str) -> bool:
    """Whether most of it is in capitals."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 12 and sum(character.isupper() for character in letters) > 0.7 * len(letters)
