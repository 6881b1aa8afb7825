"""File names and addresses where words should stand: "IMG_4471.jpeg"."""

import re
from pathlib import PurePosixPath

_FILE = re.compile(
    r"[^\s“”\"][^\n“”\"]{0,200}\.(?:jpe?g|jfif|png|gif|webp|avif|hei[cf]|tiff?|bmp|svg|psd|cr2|nef|dng)(?:\?\S*)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.|data:image/)\S+", re.IGNORECASE)
_COPY = r"(?:[-_\ ]?(?:\(\d+\)|\d+|copy|kopie|edit(?:ed)?|final|large|small|web))*"
_CAMERA = re.compile(
    rf"""(?:IMG[-_ ]?|_?MG_|DSC[NF]?[-_ ]?|PXL_|GOPR|DJI[-_]|MVI[-_]|SAM_|CIMG  # cameras and telephones
      |PHOTO[-_ ]?|IMAGE[-_ ]?|PICTURE[-_ ]?|BILD[-_ ]?|FOTO[-_ ]?|SCAN[-_ ]?  # programs
    )\(?\d+\)?(?:[-_]WA\d+)?{_COPY}
    |(?:WhatsApp\ Image|Screen\ ?shot|Bildschirmfoto|Captura\ de\ pantalla|Capture\ d.écran)[\s_]\d{{4}}-\d\d-\d\d\b.*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SLUG = re.compile(r"[\w\-]*\w_\w[\w\-]*|(?=\S*\d)[a-z0-9]+(?:-[a-z0-9]+){2,}|[a-z]+(?:-[a-z]+){4,}|\d{5,}")
_HASH = re.compile(r"(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{10,}", re.IGNORECASE)


def file_name(alt: str, src: str) -> str:
    """A text that is nothing but a file name or an address."""
    text = alt.strip(" .,:\"'“”")
    stem = PurePosixPath(src.split("?")[0]).stem
    named = any(pattern.fullmatch(text) for pattern in (_FILE, _ADDRESS, _CAMERA, _SLUG, _HASH))
    same = text == stem and re.search(r"[\d_-]", stem)
    return text if named or same else ""
