"""What a picture's text alternative tells to someone who also gets its caption."""

import re

from accessnews.alttext.placeholders import is_placeholder
from accessnews.model.alt import AltText
from accessnews.model.article import Figure
from accessnews.text.raised import in_plain_text


def spoken_alt(figure: Figure, alt: AltText) -> str:
    """The alt of a described picture where it has a word that the caption has not; else empty."""
    shown = in_plain_text(figure.caption, notes=False)
    # A draft has no word that its caption has not, unless that has given up a sentence to it.
    drafted = alt.origin == "caption" and shown == alt.caption
    return alt.alt if not drafted and _adds(alt.alt, shown) else ""


def stand_in(alt: AltText) -> str:
    """What stands in the place of a picture that is not here; empty where nothing is known of what it shows."""
    return "" if is_placeholder(alt.alt) else alt.alt


def _adds(alt: str, caption: str) -> bool:
    return not set(_words(alt)) <= set(_words(caption))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())
