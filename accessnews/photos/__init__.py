"""Photo files: found, checked, made fit for a page, and what they say of their picture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as the bundle has it: checked, upright, without metadata."""

    path: str  # in the bundle, with forward slashes
    media_type: str
    width: int  # pixels
    height: int
    data: bytes
