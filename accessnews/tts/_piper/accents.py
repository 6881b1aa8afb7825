"""Accents: IPA as a lexicon has it, in the phonemes by which a voice has learnt to speak.

Piper's voices know sounds as eSpeak writes them: "car" with ɑːɹ in American English, with ɑː in British. A lexicon
serves both. eSpeak itself makes the one of the other, where it is here.
"""

from functools import cache

from accessnews.model.errors import AccessNewsError
from accessnews.text.langtag import primary
from accessnews.tts._espeak import mnemonics, synthesiser


def converter() -> str:
    """Name and version of what does that here; empty where nothing does."""
    try:
        return synthesiser().version()
    except AccessNewsError:
        return ""


@cache
def in_accent(ipa: str, accent: str) -> str:
    """IPA as eSpeak's voice ``accent`` writes it; empty where a sound is not known, and letters must do."""
    if primary(accent) != "en":  # only English sounds have eSpeak's names here
        return ipa
    named = mnemonics(ipa)
    if not named:
        return ""
    try:
        return synthesiser().ipa("name", accent, [(0, len("name"), named)])
    except AccessNewsError:  # no eSpeak for Python on this platform
        return ipa.replace("r", "ɹ")
