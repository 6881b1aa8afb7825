"""Plug-ins: a module or folder in a room of plug-ins is one, and its name is its name.

The rooms are ``readers``, ``tts`` and ``formats``; what begins with an underscore is shared by those beside it. The
only place to add another source of plug-ins, such as entry points, should a third party need one.
"""

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from accessnews.model.errors import UsageError, did_you_mean


@cache
def names(room: str) -> tuple[str, ...]:
    """The plug-ins of a room, sorted, without importing any."""
    folder = Path(__file__).parents[1] / room
    assert folder.is_dir(), f"no room {room}"
    return tuple(sorted(module.name for module in iter_modules([str(folder)]) if module.name[0] != "_"))


def module(room: str, name: str, kind: str) -> ModuleType:
    """Import a plug-in. Raises UsageError, which speaks of its ``kind``, where there is none of that name."""
    if name not in names(room):
        raise UsageError(f"no {kind} {name}", hint=did_you_mean(name, list(names(room))))
    return import_module(f"accessnews.{room}.{name}")
