"""Photos as a bundle has them: checked by content and within bounds, made fit for a page by Pillow."""

import io
import os
import re
import struct
import threading
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from accessnews.model.article import Article, Figure, figures
from accessnews.model.errors import AccessNewsError
from accessnews.model.progress import Each
from accessnews.photos import Photo, png
from accessnews.photos.coded import Coded
from accessnews.photos.unwrapping import unwrapped
from accessnews.text.unicode import hyphenated

MOST_PIXELS = 64_000_000
MOST_BYTES = 256_000_000
MOST_SCANS = 1_000  # of a JPEG; programs make ten
_MOST_WORK = 20 * MOST_PIXELS  # pixels times scans, each of which goes over all of them
_LARGE = 16_000_000  # pixels of a picture that is unpacked alone, for memory
_ONE_LARGE = threading.Lock()
LONGEST_EDGE = 1600  # pixels
_FORMATS = {"JPEG": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "GIF": "PNG"}
"""What is read, and what it becomes: a GIF its first frame."""
_TYPES = {"JPEG": ("jpg", "image/jpeg"), "PNG": ("png", "image/png"), "WEBP": ("webp", "image/webp")}
_QUALITY = 85


@dataclass(frozen=True, slots=True)
class _LocatedPhoto:
    """A picture file and the figure it belongs to, ``number`` counted from 1."""

    figure: Figure
    number: int
    file: Path


def gather(article: Article, files: Mapping[str, Path], each: Each = map) -> dict[str, Photo]:
    """The article's pictures by figure id, made of the ``files`` that ``locate`` found.

    Raises AccessNewsError for a file that cannot be used.
    """
    numbered = enumerate(figures(article), 1)
    located = [_LocatedPhoto(figure, number, files[figure.id]) for number, figure in numbered if figure.id in files]
    return {item.figure.id: photo for item, photo in zip(located, each(_make, located), strict=True)}


def _make(item: _LocatedPhoto) -> Photo:
    """The picture as the bundle has it: upright, at most 1600 pixels, no metadata but its colour profile."""
    import warnings

    from PIL import Image, UnidentifiedImageError

    at = item.figure.at
    try:
        coded = unwrapped(_read(item))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Pillow says of files it reads all the same, and of large ones
            with Image.open(io.BytesIO(coded.data), formats=list(_FORMATS)) as source:
                _check_size(source.size, coded, item)
                kept = _FORMATS[str(source.format)]
                with _ONE_LARGE if source.width * source.height > _LARGE else nullcontext():
                    source.thumbnail((LONGEST_EDGE, LONGEST_EDGE), Image.Resampling.LANCZOS)
                picture = _upright(source, coded.orientation)
                data = _saved(picture, kept)
    except (Image.DecompressionBombError, MemoryError):
        raise _too_large(item) from None
    except UnidentifiedImageError:
        raise AccessNewsError(*_unreadable(item)) from None
    except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        hint = "save the photo again from its original"
        raise AccessNewsError(f"photo damaged: {item.file.name} ({error})", at, hint) from None
    suffix, media_type = _TYPES[kept]
    name = f"images/{item.number:02d}-{_slug(item.file.stem)}.{suffix}"
    return Photo(name, media_type, picture.width, picture.height, data)


def _read(item: _LocatedPhoto) -> bytes:
    """The bytes of a file, whose size is looked at first."""
    try:
        with item.file.open("rb") as stream:
            if os.fstat(stream.fileno()).st_size > MOST_BYTES:
                raise _too_large(item, f" (more than {MOST_BYTES // 1_000_000} MB)")
            return stream.read()
    except OSError as error:
        message = f"photo cannot be read: {item.file.name} ({error.strerror or error})"
        raise AccessNewsError(message, item.figure.at, "see who may read the file") from None


def _upright(picture: Any, orientation: int) -> Any:
    """The picture turned as its Exif orientation asks for."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return picture.transpose(turns[orientation]) if orientation in turns else picture


def without_webp(photo: Photo) -> Photo:
    """A photo in a format that reading systems knew before WebP; what shows through stays so."""
    from PIL import Image

    if photo.media_type != _TYPES["WEBP"][1]:
        return photo
    with Image.open(io.BytesIO(photo.data)) as picture:
        kept = "PNG" if picture.has_transparency_data else "JPEG"
        data = _saved(picture, kept)
    suffix, media_type = _TYPES[kept]
    return replace(photo, path=photo.path.rpartition(".")[0] + f".{suffix}", media_type=media_type, data=data)


def _check_size(size: tuple[int, int], coded: Coded, item: _LocatedPhoto) -> None:
    """Raise AccessNewsError for a picture that takes too much, DamagedError for one that is not whole."""
    pixels = size[0] * size[1]
    if pixels > MOST_PIXELS:
        raise _too_large(item, f" ({size[0]} × {size[1]} pixels)")
    if coded.scans > MOST_SCANS or coded.scans * pixels > _MOST_WORK:
        hint = "save it again, not as a progressive JPEG"
        raise AccessNewsError(f"photo has {coded.scans} scans: {item.file.name}", item.figure.at, hint)
    if coded.data.startswith(png.SIGNATURE):
        png.check_rows(coded.data)


def _too_large(item: _LocatedPhoto, detail: str = "") -> AccessNewsError:
    hint = f"scale it below {MOST_PIXELS // 1_000_000} megapixels; the page shows {LONGEST_EDGE} pixels at most"
    return AccessNewsError(f"photo too large: {item.file.name}{detail}", item.figure.at, hint)


def _unreadable(item: _LocatedPhoto) -> tuple[str, Any, str]:
    with item.file.open("rb") as stream:
        head = stream.read(1024).lower()
    if b"<svg" in head or item.file.suffix.lower() == ".svg":
        hint = "drawings can carry scripts: save it as PNG"
        return f"photo is an SVG: {item.file.name}", item.figure.at, hint
    return (
        f"not a photo: {item.file.name}",
        item.figure.at,
        "JPEG, PNG, WebP and GIF are read, whatever the file's name",
    )


def _saved(picture: Any, kept: str) -> bytes:
    colours = picture.info.get("icc_profile")
    if kept == "JPEG" and picture.mode not in ("RGB", "L"):
        picture, colours = picture.convert("RGB"), None if picture.mode == "CMYK" else colours
    picture.info = {}  # Pillow would write comments and XMP out of it
    out = io.BytesIO()
    options = {"quality": _QUALITY, "optimize": True} if kept == "JPEG" else {}
    picture.save(out, kept, **options, **({"icc_profile": colours} if colours else {}))
    return out.getvalue()


def _slug(stem: str) -> str:
    """A file name that no system and no URL stumbles over."""
    return re.sub(r"^\d+-?", "", hyphenated(stem, ascii_only=True)[:40].strip("-")) or "photo"
