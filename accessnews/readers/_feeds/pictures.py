"""Renditions of a picture: the same in several sizes, by the names of their files."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from accessnews.readers._news.links import picture, scheme

_KINDS = re.compile(r"\.(?:jpe?g|png|gif|webp)$", re.IGNORECASE)
_OTHERS = re.compile(
    r"\.(?:mp4|mov|m4v|wmv|avi|flv|mpe?g|webm|mp3|m4a|wav|aac|ogg|pdf|html?|xml|json|zip|txt|css|js|eps|ai|svg|tiff?)$",
    re.I,
)
_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_UNSIZED = {"thumb": 1, "preview": 2, "small": 2, "web": 3, "view": 3, "low": 3, "medium": 4, "base": 5}
_LARGE = 6  # rank of a rendition whose name says nothing or that it is large


def file_name(address: str) -> str:
    """The name of the file at the end of an address."""
    return unquote(re.split(r"[?#]", address)[0]).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1].strip()


def is_picture(address: str, kind: str = "") -> bool:
    """Whether an address is that of a picture, by its type (``image/jpeg``) or the end of its name."""
    if kind and not kind.lower().startswith("image"):
        return False
    name = file_name(address)
    return bool(address) and not _OTHERS.search(name) and bool(kind or _KINDS.search(name))


def in_order(renditions: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    """Files of the same picture, the widest first: of each the address, the width and the name of the rendition."""
    ranked = [(-_width(width), -_rank(name), where) for where, width, name in renditions]
    files = (_usable(where) for _, _, where in sorted(ranked, key=lambda entry: entry[:2]))
    return tuple(dict.fromkeys(filter(None, files)))


def _width(written: str) -> float:
    match = re.match(r"\s*(\d{1,6}(?:\.\d{1,3})?)", written)
    return float(match[1]) if match else 0.0


def _rank(name: str) -> int:
    return min((rank for word, rank in _UNSIZED.items() if word in name.lower()), default=_LARGE)


def _usable(address: str) -> str:
    """A web address, or a path below the story; of a path on another machine the name of the file."""
    address = address.strip().removeprefix("./")
    is_below = not scheme(address) and not re.search(r"^[/\\]|\\|(?:^|/)\.\.(?:/|$)", address)
    return picture(address if _WEB.match(address) or is_below else file_name(address)) or ""
