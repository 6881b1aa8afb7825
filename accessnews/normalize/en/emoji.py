"""Emoji by name; flags by the place they stand for."""

import re
import unicodedata
from typing import Any

from accessnews.normalize.grammar import Match, Reading, Scan
from accessnews.normalize.tables import table

_PICTURE = (
    r"[\u203C\u2049\u2139\u2194-\u21AA\u231A-\u23FF\u25AA-\u27BF\u2934\u2935\u2B00-\u2BFF\u3030\u303D\u3297\u3299"
    r"\U0001F000-\U0001FAFF]"
)
_EMOJI = re.compile(
    rf"""
    (?P<flag> [\U0001F1E6-\U0001F1FF]{{2}} )
    | (?P<tag> \U0001F3F4 [\U000E0020-\U000E007F]{{1,12}} )
    | {_PICTURE} (?: \ufe0f | [\U0001F3FB-\U0001F3FF] | \u200d [\u2600-\u27BF\U0001F000-\U0001FAFF] ){{0,12}}
    """,
    re.VERBOSE,
)
_UNSAID = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f\u2640\u2642]")  # skin tones, the form of the sign, gender


def emoji(scan: Scan, at: int, lead: str) -> Match | None:
    """The name of an emoji, with a pause before what follows at once."""
    match = _EMOJI.match(scan.text, at)
    if not match:
        return None
    words = _name(match)
    if not words:
        return (Reading(at, match.end(), ""),)
    left = " " if scan.char(at - 1).isalnum() else ""
    right = ", " if _EMOJI.match(scan.text, match.end()) else " " if scan.char(match.end()).isalnum() else ""
    return (Reading(at, match.end(), f"{left}{words}{right}"),)


def _name(match: re.Match[str]) -> str:
    tables: dict[str, Any] = table("en", "emoji")
    if match["flag"]:
        letters = "".join(chr(ord(sign) - 0x1F1E6 + ord("A")) for sign in match["flag"])
        return f"flag of {tables['flags'].get(letters, ' '.join(letters))}"
    if match["tag"]:
        letters = "".join(chr(ord(sign) - 0xE0000) for sign in match["tag"][1:-1])
        return f"flag of {tables['flags'].get(letters, 'a region')}"
    plain = _UNSAID.sub("", match.group()).strip("\u200d")
    if plain in tables["names"]:
        return str(tables["names"][plain])
    parts = [part for part in plain.split("\u200d") if part]
    names = (tables["names"].get(part) or unicodedata.name(part[0], "").lower().replace("-", " ") for part in parts)
    return ", ".join(dict.fromkeys(filter(None, names)))
