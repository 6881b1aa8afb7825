"""Configuration: the nearest ``accessnews.toml``, else ``[tool.accessnews]`` of a pyproject.toml. Never merged."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from accessnews.model.errors import Place, UsageError, did_you_mean
from accessnews.model.findings import LEVELS, rules
from accessnews.model.plugins import names
from accessnews.model.settings import ALT_MODES, Settings
from accessnews.text import toml

CHOICES: Mapping[str, tuple[str, ...]] = {
    "fail_on": ("error", "warning", "never"),
    "alt_mode": ALT_MODES,
}
NAME = "accessnews.toml"
LIMIT = 4_000_000  # bytes; a configuration takes about 1,000, a pyproject.toml has room for other tools
_MOST_CHARACTERS = 100_000
_TABLES = ("alt", "describe", "site")  # whose keys are settings of that name
_PATHS = ("output", "images", "cache")
_OPTIONS = {
    "formats": "--to",
    "keep_speech": "--no-cache",
    "site_url": "--url",
    "site_title": "--title",
}  # that are not called what they set
_RANGES = {"loudness": (-40.0, -10.0), "true_peak": (-9.0, 0.0), "bitrate": (56, 160), "describe_timeout": (1, 3_600)}


@dataclass(frozen=True, slots=True)
class Config:
    """Settings with the place each came from: ``default``, ``file:line`` or an option's name."""

    settings: Settings
    origins: Mapping[str, str]
    file: Path | None = None

    @property
    def folder(self) -> Path:
        """The project's folder: that of its configuration, else the current one."""
        return self.file.parent if self.file else Path()


def defaults() -> Config:
    """The settings where nobody chooses."""
    return Config(Settings(), {field.name: "default" for field in fields(Settings)})


def load(options: Mapping[str, Any], start: Path | None = None) -> Config:
    """The configuration found from ``start`` (default: the current folder) upwards, under the given options.

    Raises UsageError, with the line, for an unknown key or a value that does not fit.
    """
    file, text, table, prefix = _nearest((start or Path()).absolute())
    config = replace(defaults(), file=file)
    keys = [name.replace("_", "-") for name in config.origins]
    for key, value, written in _flat(table):
        at = Place(_shown(file), _line(text, written, prefix)) if file else None
        name = toml.known(key, keys, at).replace("-", "_")
        config = _changed(config, name, _from_file(name, value, file), at, str(at))
    return with_options(config, options)


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[str, Any, str]]:
    """Keys, values and what is written in their place: ``limits`` in a table ``[alt]`` is ``alt-limits``."""
    for key, value in table.items():
        if key in _TABLES and isinstance(value, dict):
            yield from ((f"{key}-{name}", inner, key) for name, inner in value.items())
        else:
            yield key, value, key


def with_options(config: Config, options: Mapping[str, Any]) -> Config:
    """A configuration under options: field names of Settings, of which a value of None was not given.

    Raises UsageError for a value that does not fit.
    """
    for name, value in options.items():
        if value is not None:
            option = _OPTIONS.get(name, "--" + name.replace("_", "-"))
            config = _changed(config, name, value, None, option)
    return config


def _changed(config: Config, name: str, value: Any, at: Place | None, origin: str) -> Config:
    settings = replace(config.settings, **{name: _checked(name, value, at)})
    return replace(config, settings=settings, origins={**config.origins, name: origin})


def _nearest(start: Path) -> tuple[Path | None, str, dict[str, Any], str]:
    for folder in (start, *start.parents):
        file, project = folder / NAME, folder / "pyproject.toml"
        if file.exists() or file.is_symlink():
            text, table = _parsed(file)
            return file, text, table, ""
        if project.is_file():
            text, table = _parsed(project)
            tool = table.get("tool")
            ours = tool.get("accessnews") if isinstance(tool, dict) else None
            if isinstance(ours, dict):
                return project, text, ours, "[tool.accessnews]"
            if ours is not None:
                raise UsageError("[tool.accessnews] must be a table", Place(_shown(project)))
    return None, "", {}, ""


def _parsed(file: Path) -> tuple[str, dict[str, Any]]:
    wrong = "not a configuration"
    return toml.read(file, LIMIT, wrong, Place(_shown(file)), f"{wrong}: ")


def _shown(file: Path) -> str:
    here = Path().absolute()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)


def _line(text: str, key: str, after: str) -> int:
    """The line on which a key stands; tomllib does not tell."""
    lines = text.splitlines()
    first = next((n for n, line in enumerate(lines) if line.strip() == after), 0) if after else 0
    name = rf"""["']?{re.escape(key)}["']?"""
    pattern = re.compile(rf"\s*(?:{name}\s*[=.]|\[(?:tool\.accessnews\.)?{name}\])")
    return next((n + 1 for n, line in enumerate(lines) if n >= first and pattern.match(line)), 0)


def _from_file(name: str, value: Any, file: Path | None) -> Any:
    """Paths in a configuration are relative to it."""
    if name in _PATHS and isinstance(value, str) and value and file:
        here, path = Path().absolute(), file.parent / value
        return str(path.relative_to(here) if path.is_relative_to(here) else path)
    return value


def _checked(name: str, value: Any, at: Place | None) -> Any:
    shown, kind = name.replace("_", "-"), type(getattr(Settings(), name))
    value = toml.typed(shown, value, kind, at)
    if name == "levels":
        _check_levels(value, at)
    if name == "alt_limits":
        _check_limits(value, at)
    if kind is str and not str(value).isprintable():
        raise UsageError(f"{shown} has letters that cannot be shown", at)
    _check_choice(name, shown, value, at)
    return value


def _check_choice(name: str, shown: str, value: Any, at: Place | None) -> None:
    choices = CHOICES.get(name, names("formats") if name == "formats" else ())
    for choice in value if isinstance(value, tuple) else (value,):
        if choices and choice not in choices:
            raise UsageError(f"{shown}: no {choice or 'empty name'}", at, did_you_mean(str(choice), list(choices)))
    if value == ():
        raise UsageError(f"{shown}: none", at, "some of " + ", ".join(choices))
    toml.within(shown, value, _RANGES.get(name), at)
    if name == "lang" and not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", value):
        raise UsageError(f"not a language tag: {value}", at, "a BCP 47 tag such as en, fr or pt-BR")


def _check_limits(value: dict[str, Any], at: Place | None) -> None:
    for channel, limit in value.items():
        if not re.fullmatch(r"[A-Za-z0-9]{1,20}(-[A-Za-z0-9]{1,20}){0,4}", channel):
            raise UsageError(f"alt-limits: not the name of a channel: {channel[:40]}", at, "letters, digits, hyphens")
        if type(limit) is not int or not 1 <= limit <= _MOST_CHARACTERS:
            raise UsageError(f"alt-limits: {channel} must be a number of characters", at, "such as 150")


def _check_levels(value: dict[str, Any], at: Place | None) -> None:
    codes = list(rules())
    for code, level in value.items():
        if code not in codes:
            raise UsageError(f"levels: no finding {code}", at, did_you_mean(code, codes))
        if level not in LEVELS:
            hint = did_you_mean(str(level), list(LEVELS))
            raise UsageError(f"levels: {code} must be one of {', '.join(LEVELS)}", at, hint)
