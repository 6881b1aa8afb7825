"""Agencies, papers and other suppliers of pictures, by the lists of ``credits.toml``."""

import re
from functools import cache

from accessnews.text.credits.lists import table

_LONGEST_CREDIT = 160
_LONGEST_AGENCY = 4  # words
_VIA = re.compile(r"((?:\S+[ ]){1,4})via\s$")


def via_agency(before: str) -> int:
    """The length of an agency and "via" at the end of ``before``: "Action Images via " before "Reuters/Name"."""
    match = _VIA.search(before)
    if not match:
        return 0
    parts = match[1].split()
    for size in range(min(4, len(parts)), 0, -1):
        if " ".join(parts[-size:]) in agencies():
            return len(before) - match.start() - match[1].rindex(" ".join(parts[-size:]))
    return 0


@cache
def agencies() -> frozenset[str]:
    """The names of all, as they write themselves and in capitals."""
    listed = table()["agencies"]
    return frozenset(listed) | frozenset(name.upper() for name in listed)


def has_agency(raw: str) -> bool:
    """Whether it names an agency, paper, platform or other supplier of pictures."""
    return is_agency(raw.strip()) or any(
        _is_agency(" ".join(words[start:end]), part)
        for part in re.split(r"[/|,;:&+()\[\]·•]| - | – | — ", raw[:_LONGEST_CREDIT])
        if (words := part.rstrip(" .").split())
        for start in range(len(words))
        for end in range(start + 1, min(start + _LONGEST_AGENCY, len(words)) + 1)
    )


def is_agency(name: str) -> bool:
    """Whether ``name`` is that of an agency, as it writes itself or in capitals."""
    return name in agencies()


def _is_agency(phrase: str, part: str) -> bool:
    whole = phrase == part.strip(" .")
    return is_agency(phrase) and (whole or phrase.lower() not in _names_too())


@cache
def _names_too() -> frozenset[str]:
    return frozenset(name.lower() for name in table()["names-too"])
