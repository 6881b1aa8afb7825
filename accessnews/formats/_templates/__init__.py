"""Templates of all formats: the one place where Jinja2 is imported. What only one format needs lies in its folder.

Files inside have the same names in every book: what a story is called is no file name for every reading system.
"""

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from accessnews.bundle.artifact import Artifact
from accessnews.formats._view import EditionView
from accessnews.narration.timeline import clock

if TYPE_CHECKING:
    from jinja2 import Environment

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def fill(template: str, view: EditionView, **data: object) -> str:
    """A template with an edition's words, and whatever else it asks for, in its blanks."""
    context = {"view": view, "edition": view.edition, "article": view.article, "words": view.words.page}
    return _environment().get_template(template).render(context | data)


def document(path: str, media_type: str, view: EditionView, template: str, **values: object) -> Artifact:
    """A file that a template makes. What no XML may hold becomes a replacement mark."""
    rate = view.edition.timeline.rate
    text = fill(template, view, clock=lambda frames: clock(frames, rate), **values)
    return Artifact(path, media_type, _NO_XML.sub("\ufffd", text).encode())


def asset(name: str) -> bytes:
    """A file of the room, as it is, by its path in ``formats``: a stylesheet, a script, a template."""
    return files("accessnews.formats").joinpath(name).read_bytes()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(lambda name: asset(name).decode()),
        autoescape=True,  # whatever the template is called
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
