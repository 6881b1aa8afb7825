"""An edition as a book, in whatever format: its contents, its overlays, its name, and what may be said of it.

Files inside have the same names in every book: what a story is called is no file name for every reading system.
"""

import re

from accessnews.bundle.edition import Artifact
from accessnews.formats._page import Page, fill
from accessnews.narration.timeline import clock

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def document(path: str, media_type: str, page: Page, template: str, **values: object) -> Artifact:
    """A file that a template makes. What no XML may hold becomes a replacement mark."""
    rate = page.edition.timeline.rate
    text = fill(template, page, clock=lambda frames: clock(frames, rate), **values)
    return Artifact(path, media_type, _NO_XML.sub("\ufffd", text).encode())
