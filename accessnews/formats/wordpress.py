"""The pictures for WordPress: a record for each, with the arguments of WP-CLI's ``wp media import``."""

import json
import unicodedata
from collections.abc import Iterator
from html import escape

from accessnews.alttext.placeholders import is_placeholder, shows
from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.model.alt import AltState, AltText
from accessnews.model.article import Figure, figures
from accessnews.text.raised import in_plain_text
from accessnews.text.unicode import shortened
from accessnews.wording import wording

_LONGEST_TITLE = 60  # characters of the headline in a picture's title


def write(edition: Edition) -> Iterator[Artifact]:
    """``wordpress.json`` with the pictures; nothing where there are none."""
    shown = [figure for figure in figures(edition.article) if figure.id in edition.photos]
    if not shown:
        return
    document = {"schema": 1, "images": [_image(figure, edition) for figure in shown]}
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    yield Artifact("wordpress.json", "application/json", text.encode())
    for photo in edition.pictures:
        yield Artifact(photo.path, photo.media_type, photo.data)


def _image(figure: Figure, edition: Edition) -> dict[str, object]:
    alt, file = edition.article.alt(figure), edition.photos[figure.id].path
    texts = {
        "title": _title(figure, edition),
        "caption": _caption(figure, alt, edition.article.lang),
        "alt": "" if is_placeholder(alt.alt) else alt.alt,  # what says nothing would pass for an alt text there
        "description": alt.description,
    }
    review = {"state": alt.state, "needs_review": alt.state is not AltState.DECORATIVE and not shows(alt)}
    return {"file": file, **texts, **review, "import": _arguments(file, texts)}


def _arguments(file: str, texts: dict[str, str]) -> list[str]:
    """What ``wp`` is called with, from the bundle's folder; an option with nothing to say is left out.

    WordPress keeps titles, captions and descriptions as HTML, an alt text as plain text.
    """
    html = {key: escape(text, quote=False) for key, text in texts.items()}
    options = {"title": html["title"], "caption": html["caption"], "alt": texts["alt"], "desc": html["description"]}
    return ["media", "import", file, *(f"--{name}={text}" for name, text in options.items() if text)]


def _title(figure: Figure, edition: Edition) -> str:
    """The headline and the picture's place in the story: what the media library is searched for."""
    place = wording(edition.article.lang).picture_lead(edition.article, figure).strip(" .")
    return f"{shortened(edition.article.title, _LONGEST_TITLE)}: {place}"


def _caption(figure: Figure, alt: AltText, lang: str) -> str:
    """Caption and credit line in one, for WordPress has one field for both."""
    words = wording(lang)
    caption, credit = " ".join(in_plain_text(figure.caption, words("deleted")).split()), words.credit_line(alt)
    stop = "" if not (caption and credit) or unicodedata.category(caption[-1])[0] == "P" else "."
    return f"{caption}{stop} {credit}".strip()


FORMAT = Format(write)
