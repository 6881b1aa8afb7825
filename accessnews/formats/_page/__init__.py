"""The page: an edition as HTML. The one place where Jinja2 is imported.

It keeps a promise that audio, captions and overlays rest on: every utterance is exactly one element, whose
id is the utterance's and whose text is the utterance's display, to the character.
"""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from accessnews.bundle.edition import Edition
from accessnews.formats._view import GUIDE, Page
from accessnews.formats.html.data import inert, news_article, timeline

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["GUIDE", "PATH", "Page", "asset", "fill", "render"]

PATH = "index.html"
"""Where in the bundle the page lies, if it is in it."""

_TEMPLATES = "accessnews.formats._templates"


def render(edition: Edition) -> str:
    """``index.html`` of an edition."""
    page = Page(edition)
    data = {"timeline": inert(timeline(edition, page.words.page)), "metadata": inert(news_article(page))}
    return fill("index.html.j2", page, **data)


def fill(template: str, page: Page, **data: object) -> str:
    """A template with an edition's words, and whatever else it asks for, in its blanks."""
    context = {"page": page, "edition": page.edition, "article": page.article, "words": page.words.page}
    return _environment().get_template(template).render(context | data)


def asset(name: str) -> bytes:
    """A file of the room ``templates``, as it is: a stylesheet, the page's script, a template."""
    return files(_TEMPLATES).joinpath(name).read_bytes()


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
