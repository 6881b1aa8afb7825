"""What the pixels of a picture say by themselves: blank, blurred, drawn, or the same as another.

The bounds were set on 40 photos, drawings, scans and screenshots: of neighbouring pixels in a photo at most 55 % are
alike, in a chart, map, logo or screenshot at least 80 %; what lies between is called neither.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from accessnews.model.article import Figure
from accessnews.model.findings import Finding
from accessnews.photos import Photo

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_EDGE = 400  # pixels that are looked at
_ALIKE = 1.0  # of 255: two greys that nobody tells apart
_PHOTO, _DRAWN = 0.55, 0.80  # share of neighbours that are alike: below, above
_COLOURS = 60  # of 4,096, each of at least 0.05 % of the pixels, in a photo in colour
_BLANK = 4.0  # standard deviation of grey
_SHARP = 30.0  # variance of the Laplacian
_SAME = 4  # bits of 64 in which two pictures of the same may differ
_RIGHT_FILE = "look whether it is the right file"
_DRAWN_KINDS = ("map", "chart", "logo", "cartoon", "court-sketch", "illustration", "screenshot")


@dataclass(frozen=True, slots=True)
class Measured:
    """What is sure of a picture. ``fingerprint`` is that of a smaller one, bit by bit (difference hash)."""

    is_blank: bool
    is_blurred: bool
    is_photo: bool
    is_drawn: bool
    fingerprint: int


def measured(photo: Photo) -> Measured:
    """Measure a picture as a bundle has it."""
    import numpy as np
    from PIL import Image

    with Image.open(io.BytesIO(photo.data)) as source:
        picture = source.convert("RGB")
    picture.thumbnail((_EDGE, _EDGE), Image.Resampling.BOX)
    pixels = np.asarray(picture).astype(np.int32)
    grey = pixels.mean(axis=2)
    alike = float((np.abs(np.diff(grey, axis=1)) < _ALIKE).mean()) if grey.shape[1] > 1 else 1.0
    spread = float(grey.std())
    is_blank, is_drawn = spread < _BLANK, alike > _DRAWN
    is_blurred = not (is_blank or is_drawn) and min(grey.shape) > 2 and _sharpness(grey) < _SHARP
    is_photo = alike < _PHOTO and _colours(pixels) >= _COLOURS
    return Measured(is_blank, is_blurred, is_photo, is_drawn and not is_blank, _fingerprint(picture))


def told(figures: Sequence[Figure], kinds: Mapping[str, str], photos: Mapping[str, Photo]) -> Iterator[Finding]:
    """What the pictures say against their captions and each other; ``kinds`` and ``photos`` are by figure id."""
    before: list[tuple[Figure, Measured]] = []
    for figure in figures:
        if figure.id not in photos:
            continue
        of_this = measured(photos[figure.id])
        yield from _alone(figure, kinds[figure.id], of_this)
        alike = (other for other, of_other in before if other.src != figure.src and _is_same(of_this, of_other))
        twin = next(alike, None)
        if twin:
            message = f"the same picture as in line {twin.at.line}, under another name"
            yield Finding("picture-twice", message, figure.at, "take one out, or look whether a file was mixed up")
        before.append((figure, of_this))


def _alone(figure: Figure, kind: str, picture: Measured) -> Iterator[Finding]:
    if picture.is_blank:
        yield Finding("picture-blank", "the picture is blank, or nearly so", figure.at, _RIGHT_FILE)
    if picture.is_blurred:
        yield Finding("picture-blurred", "the picture is blurred", figure.at, "look whether there is a sharper one")
    if kind in _DRAWN_KINDS and picture.is_photo:
        message = f"the caption tells of a {kind.replace('-', ' ')}, and the file looks like a photo"
        yield Finding("picture-kind", message, figure.at, _RIGHT_FILE)


def _is_same(first: Measured, second: Measured) -> bool:
    if first.is_blank or second.is_blank:
        return False
    return (first.fingerprint ^ second.fingerprint).bit_count() <= _SAME


def _sharpness(grey: "NDArray[np.float64]") -> float:
    """The variance of the Laplacian, which edges make."""
    inner = grey[1:-1, 1:-1]
    around = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:]
    return float((around - 4 * inner).var())


def _colours(pixels: "NDArray[np.int32]") -> int:
    import numpy as np

    coarse = pixels >> 4
    codes = (coarse[..., 0] << 8) | (coarse[..., 1] << 4) | coarse[..., 2]
    counts = np.bincount(codes.ravel(), minlength=4_096)
    return int((counts > counts.sum() * 0.0005).sum())


def _fingerprint(picture: Any) -> int:
    """64 bits: whether each pixel of a picture of 9 by 8 is lighter than its neighbour."""
    import numpy as np
    from PIL import Image

    small = np.asarray(picture.convert("L").resize((9, 8), Image.Resampling.BOX)).astype(np.int32)
    bits = (small[:, 1:] > small[:, :-1]).ravel()
    return int("".join("1" if bit else "0" for bit in bits), 2)
