"""Templates of all formats: the one place where Jinja2 is imported. What only one format needs lies in its folder.

Files inside have the same names in every book: what a story is called is no file name for every reading system.
"""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from accessnews.bundle.artifact import Artifact
from accessnews.formats._view import EditionView
from accessnews.narration.timeline import clock
from accessnews.text.unicode import for_xml

if TYPE_CHECKING:
    from jinja2 import Environment, Template

THEME = "_templates/theme.css"
"""The colours of pages, light and dark, and their typefaces."""


def fill(template: str, view: EditionView, **data: object) -> str:
    """A template with an edition's words, and whatever else it asks for, in its blanks."""
    context = {"view": view, "edition": view.edition, "article": view.article, "words": view.words.page}
    return _environment().get_template(template).render(context | data)


@cache
def from_source(source: str) -> "Template":
    """A template of another room, from its text."""
    return _environment().from_string(source)


def document(path: str, media_type: str, view: EditionView, template: str, **values: object) -> Artifact:
    """A file that a template makes. What no XML may hold becomes a replacement mark."""
    rate = view.edition.timeline.rate
    text = fill(template, view, clock=lambda frames: clock(frames, rate), **values)
    return Artifact(path, media_type, for_xml(text).encode())


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
