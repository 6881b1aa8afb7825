"""Voices: one file, one engine; what engines share has a name that begins with an underscore."""

from typing import cast

from accessnews.model import plugins
from accessnews.narration.speech import Engine


def names() -> tuple[str, ...]:
    """The engines that accessnews knows, whether they are installed here or not."""
    return plugins.names("tts")


def engine(name: str) -> Engine:
    """The engine of that name. Raises UsageError where there is none."""
    return cast("Engine", plugins.module("tts", name, "engine"))
