"""What a picture's text alternative tells to someone who also gets its caption."""

import re

from accessnews.model.article import Figure, plain


def spoken_alt(figure: Figure) -> str:
    """The alt of a described picture where it has a word that the caption has not; else empty."""
    assert figure.alt is not None
    shown = plain(figure.caption)
    # A draft has no word that its caption has not, unless that has given up a sentence to it.
    drafted = figure.alt.origin == "caption" and shown == figure.alt.caption
    return figure.alt.alt if not drafted and _adds(figure.alt.alt, shown) else ""


def _adds(alt: str, caption: str) -> bool:
    return not set(_words(alt)) <= set(_words(caption))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())
