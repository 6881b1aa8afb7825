"""Brackets in a description: positions are spelled out, glosses and notes go."""

import re
from functools import cache

from accessnews.alttext.lexicon import table

_GROUP = re.compile(r"\s*([(\[])([^()\[\]]{0,160})[)\]]")
_LOOSE_CODE = re.compile(r"(?:^|(?<=\s))(?:L-R|l-r)[:,]?\s+")


def spell_out(text: str) -> str:
    """``text`` with "(2nd R)" as ", second from right," and without "(IRGC)", "(7)", "(issued 06 June 2020)".

    An editor's "[our]" is text: its words stay, without the brackets.
    """
    if "(" in text or "[" in text:
        text = _GROUP.sub(lambda match: _instead(text, match), text)
        text = re.sub(r",\s*(?=[,.;:!?]|$)|(?<=[:;])\s*,", "", text)
    return " ".join(_LOOSE_CODE.sub("", text).split())


def _instead(text: str, match: re.Match[str]) -> str:
    """What stays in place of one bracket."""
    inner = " ".join(match[2].split()).strip(" .,;")
    if match[1] == "[" and inner[:1].islower() and len(inner.split()) < 4:
        return match.group().replace("[", "").replace("]", "")
    if inner.lower() in _hedges():
        return f", {inner},"
    position = _position(inner)
    if not position:
        return ""
    if not text[: match.start()].strip():
        return f"{position.capitalize()}, "
    rest = text[match.end() :].strip(" .")
    return f", {position}" + ("," if rest and rest[0] not in ",;:" else "")


@cache
def _hedges() -> frozenset[str]:
    return frozenset(table("frames")["hedges"])


def _position(inner: str) -> str:
    codes: dict[str, str] = table("positions")["codes"]
    if inner in codes:
        return codes[inner]
    return inner if inner.lower() in _listed() else ""


@cache
def _listed() -> frozenset[str]:
    return frozenset(table("positions")["words"]["list"]) | frozenset(table("positions")["codes"].values()) - {""}


def is_position(segment: str) -> bool:
    """Whether a stretch between commas says where someone stands."""
    return segment.lower().strip(" .") in _listed()
