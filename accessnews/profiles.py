"""Voice profiles: TOML files in ``voices/``, or in a project's own folder of that name."""

import tomllib
from dataclasses import fields, replace
from pathlib import Path

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
    known = found(project)
    if name not in known:
        raise UsageError(f"no voice profile {name}", hint=did_you_mean(name, list(known)))
    path = known[name]
    at = Place(str(path))
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError, OSError) as error:  # not UTF-8 and not TOML are ValueErrors
        raise UsageError(f"not valid TOML: {str(error)[:200]}", at) from error
    pauses = table.pop("pauses", {})
    if not isinstance(pauses, dict):
        raise UsageError("pauses must be a table", at)
    _check(table, {field.name: field.type for field in fields(Voice) if field.name not in ("name", "pauses")}, at)
    _check(pauses, dict.fromkeys(PAUSES, int), at)
    voice = Voice(name, **table)
    _check_range("rate", voice.rate, 80, 450, at)
    _check_range("pitch", voice.pitch, 0, 100, at)
    for role, pause in pauses.items():
        _check_range(role, pause, 0, 10_000, at)
    return replace(voice, pauses={**PAUSES, **pauses})


def _check(table: dict[str, object], known: dict[str, object], at: Place) -> None:
    for key, value in table.items():
        if key not in known:
            raise UsageError(f"unknown key {key}", at, did_you_mean(key, list(known)))
        if type(value) is not known[key]:
            wanted = "a whole number" if known[key] is int else "text in quotes"
            raise UsageError(f"{key} must be {wanted}", at)


def _check_range(key: str, value: int, least: int, most: int, at: Place) -> None:
    if not least <= value <= most:
        raise UsageError(f"{key} is {value}, not within {least} to {most}", at)
