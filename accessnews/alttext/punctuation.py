"""Polish: an alt as a screen reader should meet it. Marks that are named aloud become commas or go."""

import re

from accessnews.alttext.english.tokens import tokenize

_QUOTED = re.compile(r"(?:„(?P<low>[^“”\"«»„]{1,200})“|[“\"«](?P<high>[^“”\"«»„]{1,200})[”\"»])")
_STRAY_QUOTES = re.compile(r"[“”\"«»„]")
_DASHES = re.compile(r"\s*—\s*(?=\D)|\s+[–-]{1,3}\s+|(?<=[^\W\d_])–(?=[a-z])")
_NAMED_ALOUD = re.compile(r"[“”\"«»„:—–]|-\s")
_ELLIPSIS = re.compile(r"[\s,;:–—-]*(?:\.{2,}|…)\s*")
_SPACED_MARK = re.compile(r" ([,.;!?])")
_DOUBLED_COMMA = re.compile(r"([,;])(?:\s*[,;])+")
_COLON = re.compile(r"\s*:(?=\s|$)\s*")


def punctuate(text: str) -> str:
    """One sentence: commas for dashes and colons, quotes only round words in the picture, a full stop at the end."""
    if _NAMED_ALOUD.search(text):
        text = _COLON.sub(", ", _DASHES.sub(", ", _unquoted(text)))
    text = _ELLIPSIS.sub(" ", text) if text.rstrip().endswith(("…", "..")) else text
    text = _SPACED_MARK.sub(r"\1", " ".join(text.split()))
    text = _DOUBLED_COMMA.sub(r"\1", text).strip(" ,;:-–—")
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
    before = [token for token in tokenize(text[: match.start()][-60:]) if token.is_word][-6:]
    written = any(token.has("written") for token in before)
    inner = match["low"] or match["high"]
    return f"\x00{inner.strip(' ,')}\x00" if written else inner


def is_shouting(text: str) -> bool:
    """Whether most of it is in capitals."""
    letters = sum(map(str.isalpha, text))
    return letters > 12 and sum(map(str.isupper, text)) > 0.7 * letters
