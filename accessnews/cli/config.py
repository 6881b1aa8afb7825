"""``accessnews config``: the settings in force."""

from dataclasses import fields

from accessnews.model.errors import Exit


def config() -> int:
    """Print the settings in force and where each came from."""
    from accessnews.cli import console
    from accessnews.pipeline import configuration

    chosen = configuration.load({})
    console.say(f"# {chosen.file or 'no accessnews.toml found from here upwards: all defaults'}")
    for field in fields(chosen.settings):
        value = getattr(chosen.settings, field.name)
        console.say(f"{field.name.replace('_', '-')} = {_toml(value)}  # {chosen.origins[field.name]}")
    return Exit.FINE


def _toml(value: object) -> str:
    """A value as it would stand in ``accessnews.toml``."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)
