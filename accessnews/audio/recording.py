"""A recording: the programme of an edition, encoded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from accessnews.text.blob import Blob


@dataclass(frozen=True, slots=True)
class Recording:
    """The programme, encoded. Levels are those of what comes out of it again."""

    data: Blob
    media_type: str
    rate: int  # frames a second
    frames: int
    bitrate: int  # kbit/s
    loudness: float  # LUFS, ITU-R BS.1770-4, integrated, mono
    true_peak: float  # dBTP
    pcm: Callable[[], Iterator[bytes]]
    """The programme at its level, for other encoders: signed 16-bit little-endian mono, a piece after the other."""
