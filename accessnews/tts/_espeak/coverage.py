"""Coverage: which scripts eSpeak's voices read, as measured on them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class _Readers:
    """Languages whose voices read a script; ``spells`` is None where every other voice spells it."""

    reads: frozenset[str]
    spells: frozenset[str] | None
    language: str  # of a word in the script, wherever it stands; empty where that is not sure


@cache
def _table() -> dict[str, _Readers]:
    table = tomllib.loads((Path(__file__).parent / "data" / "scripts.toml").read_text("utf-8"))
    return {
        script: _Readers(
            frozenset(entry["reads"].split()),
            frozenset(entry["spells"].split()) if "spells" in entry else None,
            entry.get("language", ""),
        )
        for script, entry in table.items()
    }


def reads(lang: str, script: str) -> bool:
    """Whether eSpeak's voice for a primary language reads words in a script, if need be in another voice's sounds."""
    readers = _table().get(script)
    lends = readers is not None and readers.spells is not None and lang not in readers.spells
    return lends or reads_itself(lang, script)


def reads_itself(lang: str, script: str) -> bool:
    """Whether it reads them by its own rules: what other models have learnt is no more than that."""
    readers = _table().get(script)
    return readers is not None and lang in readers.reads


def language_of(script: str) -> str:
    """The language of which a word in a script surely is; empty where it may be of several."""
    readers = _table().get(script)
    return readers.language if readers else ""
