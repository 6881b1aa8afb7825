"""The programme as Opus in Ogg, for players in which a small file counts: chapters and cover are in its comments."""

from base64 import b64encode
from collections.abc import Iterator
from functools import partial

from accessnews.audio import encode
from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.formats._tags import common_tags, cover
from accessnews.model.article import Article
from accessnews.narration.timeline import Timeline, clock
from accessnews.text.blob import Blob

_SERIAL = {"serial_offset": "1"}  # of the stream; by chance otherwise
# The voice has nothing above 11 kHz, which 24 kHz holds. From level 7 on Opus tells speech from music, which takes it
# three times as long and saves a quarter of the file; below, a bit rate that is free goes far beyond what is asked.
_FORM = encode.Form(
    "ogg",
    "libopus",
    24_000,
    40_000,
    _SERIAL,
    {"application": "audio", "compression_level": "5", "vbr": "constrained", "frame_duration": "60"},
)
_FRONT_COVER = 3


def ready(article: Article) -> None:
    """Raises UsageError where the codecs are not installed."""
    encode.check_installed()


def write(edition: Edition) -> Iterator[Artifact]:
    audio = Blob.of(partial(encode.encode, edition.recording, _FORM, _comments(edition)))
    yield Artifact(f"audio/{edition.slug}.opus", "audio/ogg; codecs=opus", audio, "audio", "Opus")


def _comments(edition: Edition) -> dict[str, str]:
    """The Vorbis comments; their names are in any case, and by custom in capitals."""
    comments = {name.upper(): value for name, value in common_tags(edition).items()}
    return comments | {"LANGUAGE": edition.article.lang} | _chapters(edition.timeline) | _picture(edition)


def _chapters(timeline: Timeline) -> dict[str, str]:
    """Chapters by Vorbis' extension for them. FFmpeg's own are a second late from each half second on."""
    comments = {}
    for number, chapter in enumerate(timeline.chapters):
        comments[f"CHAPTER{number:03}"] = clock(chapter.start, timeline.rate)
        comments[f"CHAPTER{number:03}NAME"] = chapter.title
    return comments


def _picture(edition: Edition) -> dict[str, str]:
    """The cover with its text alternative, as FLAC has it."""
    from mutagen.flac import Picture

    figure_id, photo = cover(edition) or ("", None)
    if not photo:
        return {}
    picture = Picture()
    picture.type, picture.mime, picture.data = _FRONT_COVER, photo.media_type, photo.data
    picture.width, picture.height, picture.depth = photo.width, photo.height, 24
    picture.desc = encode.one_line(edition.article.alts[figure_id].alt)
    return {"METADATA_BLOCK_PICTURE": b64encode(picture.write()).decode()}


FORMAT = Format(write, ready=ready, slow=True)
