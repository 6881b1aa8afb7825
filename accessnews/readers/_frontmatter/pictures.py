"""The picture for the top of a story, with what front matter says of it beside it or in a table."""

import re
from collections.abc import Iterator

from accessnews.model.article import Figure
from accessnews.model.errors import Place
from accessnews.readers._frontmatter.keys import LESSER, OF_PICTURE, PICTURE
from accessnews.readers._frontmatter.markup import readable
from accessnews.readers._frontmatter.values import Value
from accessnews.readers._news.links import picture
from accessnews.text.unicode import as_text, line

_SRC = ("src", "url", "image", "file", "path", "feature", "filename", "href", "overlayimage", "teaser", "thumbnail")
_ALT = ("alt", "alttext", "imagealt", "imagealttext", "imagedescription", "altdescription")
_CAPTION = ("caption", "imagecaption", "legend", "title", "description")
_CREDIT = (
    *("credit", "credits", "imagecredit", "photocredit", "attribution", "attr", "photographer", "photoby"),
    *("agency", "source"),
)
_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|svg|tiff?)(?:[?#].*)?$|^https?:", re.IGNORECASE)
_SWITCHES = ("true", "false")


def pictures(values: dict[str, Value], places: dict[str, Place]) -> list[tuple[str, Figure]]:
    """Every picture that the top keys name, with its key, the likeliest first. ``values`` are by folded key."""
    squeezed = {key.replace("_", ""): key for key in values}
    named = []
    for name in PICTURE:
        key = squeezed.get(name.replace("_", ""))
        if key and (figure := _figure(key, values, places[key])):
            named.append((key, figure))
    return sorted(named, key=lambda entry: not (entry[1].caption or entry[1].author_alt))


def resources(values: dict[str, Value]) -> dict[str, str]:
    """The files of a page bundle by the names that its page calls them, as Hugo has them."""
    entries = values.get("resources")
    listed = (entry for entry in entries if isinstance(entry, dict)) if isinstance(entries, list) else ()
    pairs = ((entry.get("name"), entry.get("src")) for entry in listed)
    return {name: src for name, src in pairs if isinstance(name, str) and isinstance(src, str) and "*" not in src}


def _figure(key: str, values: dict[str, Value], at: Place) -> Figure | None:
    value = values[key]
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        entry = {name.lower().replace("_", "").replace("-", ""): part for name, part in value.items()}
    else:
        entry = {"src": value} | _beside(key, values)
    src = picture(_first(entry, _SRC))
    if not src or src.lower() in _SWITCHES or (key in LESSER and not _FILE.search(src)):
        return None
    caption = as_text(readable(_first(entry, _CAPTION)))
    alt = line(readable(_first(entry, _ALT)))
    return Figure(src, caption, at, _credit(entry) or None, alt or None)


def _beside(key: str, values: dict[str, Value]) -> dict[str, Value]:
    """``image_alt``, ``imageCaption``, ``photo_credit`` … as if they stood in a table ``image``."""
    squeezed = {name.replace("_", ""): part for name, part in values.items() if isinstance(part, str)}
    begin = key.replace("_", "")
    described = {name.removeprefix(begin): part for name, part in squeezed.items() if name.startswith(begin)}
    for name in (*_ALT, "imagecaption", "imagecredit", *(name.replace("_", "") for name in OF_PICTURE)):
        if name in squeezed:
            described.setdefault(name, squeezed[name])
    described.pop("", None)
    return {name: part for name, part in described.items() if name not in _SRC and name != "title"}


def _first(entry: dict[str, Value], keys: tuple[str, ...]) -> str:
    return next(_texts(entry, keys), "")


def _texts(entry: dict[str, Value], keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        value = entry.get(key)
        if isinstance(value, str) and value.strip():
            yield value


def _credit(entry: dict[str, Value]) -> str:
    """All that are named, each once: a photographer and an agency stand in keys of their own."""
    named: list[str] = []
    for text in (line(readable(value)) for value in _texts(entry, _CREDIT)):
        if not re.match(r"https?:", text) and not any(text.casefold() in known.casefold() for known in named):
            named.append(text)
    return " / ".join(named)
