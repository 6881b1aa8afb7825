"""Voice profiles: TOML files in ``voices/``, or in a project's own folder of that name."""

import tomllib
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from accessnews.errors import Place, UsageError, did_you_mean
from accessnews.settings import PAUSES, Voice


def voices_folder() -> Path:
    """The profiles that come with accessnews: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "voices"
    return inside if inside.is_dir() else package.parent / "voices"


def found(project: Path | None = None) -> dict[str, Path]:
    """Profile files by name; a project's own ``voices/`` wins over what comes with accessnews."""
    files: dict[str, Path] = {}
    for folder in (voices_folder(), *([project / "voices"] if project else [])):
        files |= {path.stem: path for path in sorted(folder.glob("*.toml")) if path.is_file()}
    return files


def load(name: str, project: Path | None = None) -> Voice:
    """The profile called ``name``. Raises UsageError where there is none or it does not hold together."""
    path = _path(name, found(project))
    at = Place(str(path))
    table = _table(path)
    pauses, speakers = (_part(table, part, at) for part in ("pauses", "speakers"))
    _check(table, {field.name: field.type for field in fields(Voice) if field.name not in _PARTS}, at)
    _check(pauses, dict.fromkeys(PAUSES, int), at)
    _check(speakers, dict.fromkeys(_ROLES, str), at)
    voice = Voice(name, **table)
    for key, value, (least, most) in (
        ("rate", voice.rate, (80, 450)),
        ("pitch", voice.pitch, (0, 100)),
        ("gain", voice.gain, (-20, 20)),
        *((role, pause, (0, 10_000)) for role, pause in pauses.items()),
    ):
        _check_range(key, value, least, most, at)
    others = {role: _speaker(other, project, at) for role, other in speakers.items()}
    return replace(voice, pauses={**PAUSES, **pauses}, speakers=others)


_PARTS = ("name", "pauses", "speakers")
_ROLES = [role for role in PAUSES if role != "sentence"]


def _path(name: str, known: dict[str, Path], at: Place | None = None) -> Path:
    if name not in known:
        raise UsageError(f"no voice profile {name}", at, did_you_mean(name, list(known)))
    return known[name]


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError, OSError) as error:  # not UTF-8 and not TOML are ValueErrors
        raise UsageError(f"not valid TOML: {str(error)[:200]}", Place(str(path))) from error


def _part(table: dict[str, Any], name: str, at: Place) -> dict[str, Any]:
    part = table.pop(name, {})
    if not isinstance(part, dict):
        raise UsageError(f"{name} must be a table", at)
    return part


def _speaker(name: str, project: Path | None, at: Place) -> Voice:
    """The voice of a profile, for a role of another profile."""
    path = _path(name, found(project), at)
    if "speakers" in _table(path):
        raise UsageError(f"{name} has speakers of its own", at, "a speaker is one voice")
    return load(name, project)


def _check(table: dict[str, Any], known: dict[str, Any], at: Place) -> None:
    for key, value in table.items():
        if key not in known:
            raise UsageError(f"unknown key {key}", at, did_you_mean(key, list(known)))
        if known[key] is float and type(value) is int:
            table[key] = float(value)
        elif type(value) is not known[key]:
            wanted = {int: "a whole number", float: "a number"}.get(known[key], "text in quotes")
            raise UsageError(f"{key} must be {wanted}", at)


def _check_range(key: str, value: float, least: int, most: int, at: Place) -> None:
    if not least <= value <= most:
        raise UsageError(f"{key} is {value}, not within {least} to {most}", at)
