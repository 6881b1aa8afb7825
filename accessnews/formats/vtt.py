"""The transcript with times, as WebVTT: one cue an utterance, its id the utterance's."""

from collections.abc import Iterator

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import Edition
from accessnews.formats import Format
from accessnews.narration.timeline import Cue, clock


def write(edition: Edition) -> Iterator[Artifact]:
    rate = edition.timeline.rate
    title = edition.article.title.replace("-->", "→")  # ends at the first line break, and must not have an arrow
    blocks = [f"WEBVTT - {title}", *(_cue(cue, rate) for cue in edition.timeline.cues)]
    text = "\n\n".join(blocks) + "\n"
    yield Artifact(f"audio/{edition.slug}.vtt", "text/vtt", text.encode(), "captions", "WebVTT")


def _cue(cue: Cue, rate: int) -> str:
    escaped = cue.utterance.transcript.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"{cue.utterance.id}\n{clock(cue.start, rate)} --> {clock(cue.end, rate)}\n{escaped}"


FORMAT = Format(write)
