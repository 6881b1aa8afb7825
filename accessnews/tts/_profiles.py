"""Voice profiles: TOML files in ``voices/``, or in a project's own folder of that name."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from accessnews.model.errors import Place, UsageError, did_you_mean
from accessnews.model.settings import PAUSES, Voice
from accessnews.text import toml
from accessnews.text.files import shipped_voices

LIMIT = 1_000_000  # bytes; a profile takes about 500


def folders(project: Path | None = None) -> list[Path]:
    """Where profiles lie, and files that they name: what comes with accessnews, then a project's own ``voices/``."""
    return [shipped_voices(), *([project / "voices"] if project else [])]


def profile_files(project: Path | None = None) -> dict[str, Path]:
    """Profile files by name; a project's own wins over what comes with accessnews."""
    files: dict[str, Path] = {}
    for folder in folders(project):
        files |= {path.stem: path for path in sorted(folder.glob("*.toml")) if not path.is_dir()}
    return files


def load(name: str, project: Path | None = None) -> Voice:
    """The profile called ``name``. Raises UsageError where there is none or it does not hold together."""
    path = _path(name, profile_files(project))
    at = Place(str(path))
    table = _table(path)
    pauses, speakers = (_part(table, part, at) for part in ("pauses", "speakers"))
    _check(table, _KEYS, _RANGES, at)
    _check(pauses, dict.fromkeys(PAUSES, int), dict.fromkeys(PAUSES, (0, 10_000)), at)
    _check(speakers, dict.fromkeys(_ROLES, str), {}, at)
    if "rate" in table and "length-scale" in table:
        raise UsageError("rate and length-scale say the same", at, "leave one of them out")
    values = {key.replace("-", "_"): value for key, value in table.items()}
    voices = {role: _speaker(other, project, at) for role, other in speakers.items()}
    return Voice(name, **values, pauses={**PAUSES, **pauses}, speakers=voices, folder=str(path.parent))


_PARTS = ("name", "pauses", "speakers", "readers", "folder")
_KEYS = {field.name.replace("_", "-"): field.type for field in fields(Voice) if field.name not in _PARTS}
_RANGES = {"rate": (80, 450), "length-scale": (0.3, 3.0), "pitch": (0, 100), "gain": (-20, 20)}
_ROLES = [role for role in PAUSES if role != "sentence"]


def _path(name: str, known: dict[str, Path], at: Place | None = None) -> Path:
    if name not in known:
        raise UsageError(f"no voice profile {name}", at, did_you_mean(name, list(known)))
    return known[name]


def _table(path: Path) -> dict[str, Any]:
    return toml.read(path, LIMIT, "not valid TOML", Place(str(path)))[1]


def _part(table: dict[str, Any], name: str, at: Place) -> dict[str, Any]:
    part = table.pop(name, {})
    if not isinstance(part, dict):
        raise UsageError(f"{name} must be a table", at)
    return part


def _speaker(name: str, project: Path | None, at: Place) -> Voice:
    """The voice of a profile, for a role of another profile."""
    path = _path(name, profile_files(project), at)
    if "speakers" in _table(path):
        raise UsageError(f"{name} has speakers of its own", at, "a speaker is one voice")
    return load(name, project)


def _check(
    table: dict[str, Any], kinds: Mapping[str, Any], ranges: Mapping[str, tuple[float, float]], at: Place
) -> None:
    for key, value in table.items():
        table[key] = toml.typed(toml.known(key, kinds, at), value, kinds[key], at)
    for key, value in table.items():
        toml.within(key, value, ranges.get(key), at)
